"""The smallest type on finished sheets: what a customer keeps, and what hangs on a wall, but for the stamp."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw
import pytest

from tests.conftest import ROOT, Printed

LEAST = {
    "card": 8.0, "usage": 8.0, "referral": 8.0, "path": 8.0,
    "poster": 12.0, "promise-poster": 12.0, "prices": 12.0, "notice": 12.0,
}  # fmt: skip
"""In points, by kind of sheet."""
PLAYBOOKS = (
    "playbook.yaml",
    "tests/playbooks/paper-forms.yaml",
    "tests/playbooks/paper-english.yaml",
    "tests/playbooks/priced.yaml",
)


@pytest.mark.parametrize("playbook", PLAYBOOKS)
def test_nothing_is_smaller_than_its_readers_can_read(
    printed: Callable[[Path], Printed], playbook: str
) -> None:
    it = printed(ROOT / playbook)
    for page in it.sheets:
        if least := LEAST.get(page.sheet.kind):
            sized = words(it.pdf(page))
            small = [word for word, points in sized if points < least - 0.05 and re.search(r"\w", word)]
            left = [word for word in small if word not in stamp(it.pdf(page), page.sheet.id)]
            assert left == [], (page.sheet.id, page.edition.language)


def stamp(pdf: Path, name: str) -> str:
    """The lines at the foot that say which sheet it is."""
    return " ".join(line for line in texts(pdf).split("\r\n") if name in line)


def texts(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return str(document[0].get_textpage().get_text_range())
    finally:
        document.close()


def words(pdf: Path) -> list[tuple[str, float]]:
    """Each word on the first page with its size in points, as it stands on the paper."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0].get_textpage()
        text = page.get_text_range()
        found = []
        for match in re.finditer(r"\S+", text):
            at = match.start()
            matrix = raw.FS_MATRIX()
            raw.FPDFText_GetMatrix(page.raw, at, matrix)
            size = raw.FPDFText_GetFontSize(page.raw, at) * abs(matrix.d or matrix.b)
            found.append((match.group(), size))
        return found
    finally:
        document.close()
