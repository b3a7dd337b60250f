"""What is drawn on a printed page, in mm from its upper left corner: boxes, rules, cells, and where words stand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw

POINT = 25.4 / 72


@dataclass(frozen=True, order=True)
class Shape:
    """A drawn path by its bounds."""

    top: float
    left: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def right(self) -> float:
        return self.left + self.width

    def holds(self, left: float, top: float) -> bool:
        return self.left <= left <= self.right and self.top <= top <= self.bottom


def page_count(pdf: Path) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def shapes(pdf: Path, page: int = 0) -> list[Shape]:
    """Every path once: what is filled and stroked counts as one."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        sheet = document[page]
        high = sheet.get_height()
        found = set()
        for item in sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = (value * POINT for value in item.get_bounds())
            found.add(
                Shape(
                    round(high * POINT - top, 1),
                    round(left, 1),
                    round(right - left, 1),
                    round(top - bottom, 1),
                )
            )
        return sorted(found)
    finally:
        document.close()


def squares(pdf: Path, page: int = 0, side: float = 5.0) -> list[Shape]:
    return [
        shape
        for shape in shapes(pdf, page)
        if abs(shape.width - side) < 0.15 and abs(shape.height - side) < 0.15
    ]


def places(pdf: Path, words: str, page: int = 0) -> list[tuple[float, float]]:
    """Left and middle of the first character of every place where `words` stand on a page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        sheet = document[page]
        text = sheet.get_textpage()
        search = text.search(words, match_case=True)
        found = []
        while hit := search.get_next():
            left, bottom, _, top = text.get_charbox(hit[0])
            found.append((left * POINT, (sheet.get_height() - (top + bottom) / 2) * POINT))
        return found
    finally:
        document.close()


def lowest(pdf: Path, page: int) -> float:
    """The lowest edge of any drawn path, in mm from the top."""
    return max(shape.bottom for shape in shapes(pdf, page))
