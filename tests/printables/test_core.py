"""The core: what a shop prints to begin with fits on 14 sheets of paper, both sides printed."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.conftest import ROOT, Printed

SHEETS = 14


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_core_prints_on_14_sheets(printed: Callable[[Path], Printed], language: str) -> None:
    """Wall, counter and forms, one variant of the paper, the scenes; the key and the slips are the trainer's own."""
    it = printed(ROOT / "playbook.yaml")
    used = {}
    for page in it.sheets:
        sheet = page.sheet
        once = sheet.kind != "quiz" or sheet.id == "quiz-core-a"
        if sheet.core and page.edition.language == language and once and sheet.kind != "key":
            used[sheet.id] = ceil(len(PdfReader(it.pdf(page)).pages) / 2)
    used.pop("role-play-cards")
    assert sum(used.values()) <= SHEETS, used
    kinds = ("poster", "promise-card", "checklist", "form", "quiz", "role-play")
    counts = {kind: sum(name.startswith(kind) for name in used) for kind in kinds}
    assert counts == {"poster": 1, "promise-card": 1, "checklist": 2, "form": 6, "quiz": 1, "role-play": 2}
