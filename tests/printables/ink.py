"""Where letters of a printed page lie on one another, or beside the paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pypdfium2

SHARE = 0.15
"""So much of the smaller letter may lie under the other: what neighbours in a line do not reach."""
CELL = 12
"""Letters are compared within squares of so many points."""


@dataclass(frozen=True)
class Letter:
    """A letter by the bounds of its ink, in points from the lower left corner."""

    said: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def area(self) -> float:
        return (self.right - self.left) * (self.top - self.bottom)

    @property
    def box(self) -> tuple[float, float, float, float]:
        return self.left, self.bottom, self.right, self.top


def faults(pdf: Path) -> list[str]:
    """Each pair of letters that lie on one another, and each letter not wholly on the paper, by its page."""
    found: list[str] = []
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number, page in enumerate(document, 1):
            letters = list(_letters(page))
            wide, high = page.get_size()
            found += (
                f"page {number}: {each.said!r} beside the paper"
                for each in letters
                if each.left < 0 or each.bottom < 0 or each.right > wide or each.top > high
            )
            found += (
                f"page {number}: {one.said!r} on {other.said!r} at {one.left:.0f}, {one.bottom:.0f}"
                for one, other in on_one_another(letters)
            )
    finally:
        document.close()
    return found


def _letters(page: pypdfium2.PdfPage) -> Iterator[Letter]:
    text = page.get_textpage()
    for at in range(text.count_chars()):
        said = text.get_text_range(at, 1)
        if said.strip():
            yield Letter(said, *text.get_charbox(at))


def on_one_another(letters: list[Letter]) -> Iterator[tuple[Letter, Letter]]:
    """Pairs that share more than SHARE; the letters of a ligature, which have one box, are none."""
    squares: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at, each in enumerate(letters):
        for x in range(int(each.left // CELL), int(each.right // CELL) + 1):
            for y in range(int(each.bottom // CELL), int(each.top // CELL) + 1):
                squares[x, y].append(at)
    pairs = {pair for square in squares.values() for pair in combinations(square, 2)}
    for one, other in ((letters[a], letters[b]) for a, b in sorted(pairs)):
        wide = min(one.right, other.right) - max(one.left, other.left)
        high = min(one.top, other.top) - max(one.bottom, other.bottom)
        smaller = min(one.area, other.area)
        if wide > 0 and high > 0 and one.box != other.box and wide * high > SHARE * smaller:
            yield one, other
