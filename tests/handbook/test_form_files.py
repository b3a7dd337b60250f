"""The files that hold all forms, as they stand in the site: listed, linked, and no larger than they may be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pypdf import PdfReader

LIMITS = {"forms-fill": 2_500_000, "forms-print": 500_000}


@pytest.mark.parametrize("folder", ["", "en"])
@pytest.mark.parametrize("name", sorted(LIMITS))
def test_the_forms_in_one_file_are_listed_linked_and_small(site: Path, folder: str, name: str) -> None:
    path = site / folder / "files" / f"{name}.pdf"
    assert path.stat().st_size <= LIMITS[name]
    assert f'href="files/{name}.pdf"' in (site / folder / "print.html").read_text("utf-8")
    listed = json.loads((site / "playbook.json").read_text("utf-8"))["files"]
    assert [each["path"] for each in listed if each["id"] == name].count(str(path.relative_to(site))) == 1


def test_every_form_that_asks_for_a_screen_is_in_the_file_to_fill_in(site: Path) -> None:
    reader = PdfReader(site / "files" / "forms-fill.pdf")
    groups = {name.split("/")[0] for name in reader.get_fields() or {}}
    assert groups >= {"complaint-sheet", "customer-record", "opinion-survey"}
    assert len(reader.outline) == 1 + len(groups)
