"""How high a price list is at a size of its letters, and how wide its columns: the arithmetic of its poster."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.design.type import width
from generator.design.wrapping import MM_PER_PT, pieces
from generator.edition import Edition
from generator.outlines.prices import Row, Rows, rows
from generator.playbook.model.prices import Price, PriceList
from generator.printables.reach import Reach
from generator.printables.wall import CAUTION, READ_CLOSE, said

LEADING, NOTE_LEADING = 1.25, 1.4
AIR, MOST_AIR = 0.35, 1.2
"""Space between two lines in em: at least, at most."""
GAP = 0.9
"""Before each column of prices, in em."""
NAME_LEAST = 6.0
"""The column of names is at least so wide, in em, unless all are shorter."""
HEAD_MOST = 5.0
"""A column is made no wider than so many em for its heading."""
LINES = (2, 3, 99)
"""Names take at most so many lines, if prices are then large enough; the first that does."""
WORDS_MOST = 0.45
"""The share of the paper that words instead of a price may take in their column."""
NOTE = 0.6
"""Notes are this share of the prices, where that is no less than their reading distance asks."""
GROUP = 0.55
"""Space above the heading of a group, in em."""
WAYS = (READ_CLOSE, READ_CLOSE * 1.4 * MM_PER_PT)
"""Points and height of a line in mm."""
RULE = 0.5
"""Between two lines, in mm."""
CODE, APART, TOP, FOOT, INTRO, BELOW, SHOP = 26.0, 5.0, 4.0, 13.0, 3.0, 5.0, 4.0
"""In mm: the code to scan and what lies between it and the words; what lies between head and list; the strip of the stamp; what lies below the intro, above the remarks, above the ways to the shop."""


@dataclass(frozen=True)
class Fitting:
    """A list on its paper. Measures in mm."""

    edition: Edition
    it: PriceList
    room: float
    """From side to side."""
    reach: Reach
    note_least: float
    """Notes are never smaller."""

    @cached_property
    def groups(self) -> tuple[Rows, ...]:
        return rows(self.edition, self.it)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def count(self) -> int:
        """Lines with space between them: prices and headings."""
        return len(self.rows) + sum(bool(group.name) for group in self.groups) + bool(self.it.variants)

    @cached_property
    def remarks(self) -> tuple[str, ...]:
        """What stands below the list."""
        said = self.edition.labels.sheet.prices.valid_from
        first = (said.format(self.edition.day(self.it.valid_from)),) if self.it.valid_from else ()
        return (*first, *self.it.remarks)

    def note(self, em: float) -> float:
        return max(self.note_least, NOTE * em)

    def columns(self, em: float) -> tuple[float, ...]:
        """The width of each column of prices: of its widest price, and of the longest word above it."""
        return tuple(
            max(wide * em, self._above(at, em)) + GAP * em for at, wide in enumerate(self._prices(em))
        )

    def _prices(self, em: float) -> tuple[float, ...]:
        """How wide prices are, column by column, in em."""
        if self.it.variants:
            full = [row.cells for row in self.rows if row.price.each]
            each = range(len(self.it.variants))
            return tuple(max([width(cells[at], bold=True) for cells in full], default=0.0) for at in each)
        figures = (width(row.cells[0], bold=True) for row in self.rows if not row.price.instead)
        words = max((width(row.cells[0]) for row in self.rows if row.price.instead), default=0.0)
        return (max([*figures, min(words, WORDS_MOST * self.room / em)]),)

    def _above(self, at: int, em: float) -> float:
        if not self.it.variants:
            return 0.0
        variant = self.it.variants[at]
        note = variant.note or ""
        word = max(width(piece, bold=True) for piece in pieces(variant.name)) * em
        below = max((width(piece) for piece in pieces(note)), default=0.0) * self.note(em)
        whole = max(width(variant.name, bold=True) * em, width(note) * self.note(em)) / CAUTION
        # Nothing is broken that has room; a long heading is.
        return max(word, below, whole if whole <= HEAD_MOST * em else 0.0)

    def high(self, em: float, most: int = LINES[-1]) -> float:
        """The height of the table with the least space between its lines.

        Endless where names have no room, or one takes more than the `most` lines.
        """
        columns = self.columns(em)
        names = self.room - sum(columns)
        longest = max(width(row.price.name) for row in self.rows)
        narrow = names < min(NAME_LEAST, longest) * em
        if narrow or any(self._named(row.price, names, em) > most * em + 0.01 for row in self.rows):
            return float("inf")
        groups = sum(self._group(group, em) for group in self.groups)
        return (
            self._heads(columns, em) + groups + sum(self._row(row, names, columns, em) for row in self.rows)
        )

    def _heads(self, columns: tuple[float, ...], em: float) -> float:
        note = self.note(em)
        high = (
            said(variant.name, wide, em, bold=True) * LEADING
            + (said(variant.note, wide, note) * NOTE_LEADING if variant.note else 0.0)
            for variant, wide in zip(self.it.variants, (each - GAP * em for each in columns), strict=False)
        )
        return max(high) + AIR * em + RULE if self.it.variants else 0.0

    def _group(self, group: Rows, em: float) -> float:
        return (
            said(group.name, self.room, em, bold=True) * LEADING + (GROUP + AIR) * em + RULE
            if group.name
            else 0.0
        )

    def _row(self, row: Row, names: float, columns: tuple[float, ...], em: float) -> float:
        it, note = row.price, self.note(em)
        name = self._named(it, names, em) * LEADING
        name += said(it.remark, names, note) * NOTE_LEADING if it.remark else 0.0
        wide = columns if len(row.cells) > 1 else (sum(columns),)
        cells = (
            said(cell, each - GAP * em, em, bold=True) for cell, each in zip(row.cells, wide, strict=True)
        )
        return max(name, max(cells) * LEADING) + AIR * em + RULE

    def _named(self, it: Price, names: float, em: float) -> float:
        """The height of a name with its unit in small letters behind it."""
        unit = width(f" {it.unit}") * self.note(em) if it.unit else 0.0
        alone = width(it.name) * em + unit <= names * CAUTION
        return em if alone else said(" ".join(filter(None, (it.name, it.unit))), names, em)

    def around(self, em: float, head: float) -> float:
        """The height of all else, beside a head of so many mm."""
        note = self.note(em)
        high = sum(said(text, self.room - note, note) for text in self.remarks) * NOTE_LEADING
        high += said(self.it.intro, self.room, note) * NOTE_LEADING + INTRO if self.it.intro else 0.0
        ways = self.reach.high(self.room, WAYS, code=CODE) + SHOP if self.reach else 0.0
        return head + TOP + BELOW + high + ways + FOOT
