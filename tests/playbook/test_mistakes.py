"""What authors of two shops got wrong, one thing at a time: told first at its own line, with a cure that works, and alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.playbook.load import load
from generator.playbook.problems import Problem
from tests.conftest import ROOT

WRITTEN: dict[str, Any] = yaml.safe_load((ROOT / "tests" / "mistakes.yaml").read_text("utf-8"))
SHOPS: dict[str, str] = WRITTEN["shops"]
ROWS = [(language, row) for language, rows in WRITTEN["rows"].items() for row in rows]


def told(text: str, folder: Path) -> list[Problem]:
    """What is said of a playbook, less what is only worth a thought."""
    path = folder / "playbook.yaml"
    path.write_text(text, "utf-8")
    return [each for each in load(path).problems if each.level != "hint"]


@pytest.mark.parametrize("language", SHOPS)
def test_the_shop_they_were_made_in_is_clean(language: str, tmp_path: Path) -> None:
    assert told(SHOPS[language], tmp_path) == []


@pytest.mark.parametrize(("language", "row"), ROWS, ids=[row["change"][1] for _, row in ROWS])
def test_a_mistake_is_told_first_where_it_was_made(
    language: str, row: dict[str, Any], tmp_path: Path
) -> None:
    shop, (stood, typed) = SHOPS[language], row["change"]
    assert shop.count(stood) == 1

    problems = told(shop.replace(stood, typed), tmp_path)

    assert [each.kind for each in problems] == row["told"]
    for first in problems[:1]:
        line = shop[: shop.index(stood)].count("\n") + 1 + row.get("at", 0)
        assert first.place
        assert first.place.line == line
        assert row["cure"] in first.remedy(language)
