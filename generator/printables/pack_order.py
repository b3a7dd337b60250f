"""What lies in a pack and on which pages: sheets in the order in which they go through a printer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.design.binding import Part, begins
from generator.design.printing import Printed
from generator.edition import Edition
from generator.printables.sheet import SIZES, SetSheet, Stock


@dataclass(frozen=True, order=True)
class Way:
    """What a printer must be loaded with and told."""

    paper: str
    stock: Stock
    duplex: bool

    @property
    def id(self) -> str:
        card = ["card"] if self.stock == "card" else []
        sides = ["duplex"] if self.duplex else [] if card else ["single"]
        return "-".join([self.paper.lower(), *card, *sides])


@dataclass(frozen=True)
class Leaves:
    """A finished sheet on its way into a pack."""

    it: SetSheet
    printed: Printed

    @property
    def way(self) -> Way:
        handling = self.it.sheet.handling
        return Way(self.it.sheet.paper, handling.stock, handling.duplex and self.printed.pages > 1)

    @property
    def part(self) -> Part:
        return Part(self.printed.pdf, self.printed.pages, self.way.duplex)

    @property
    def count(self) -> int:
        """How many leaves of paper it takes."""
        return self.part.length // 2 if self.way.duplex else self.part.length

    @property
    def told(self) -> tuple[Way, int, int]:
        """What the printer is told of it: neighbours with the same go through in one job."""
        return self.way, self.it.sheet.handling.copies, self.it.sheet.handling.pieces


@dataclass(frozen=True)
class Row:
    """A sheet in a pack."""

    it: SetSheet
    first: int
    last: int

    @property
    def pages(self) -> str:
        return f"{self.first}–{self.last}" if self.last > self.first else f"{self.first}"

    @property
    def size(self) -> str:
        """What one holds in the hand once it is cut."""
        sheet = self.it.sheet
        if sheet.handling.pieces == 1:
            return sheet.paper
        sides = sorted(SIZES[sheet.paper])
        for _ in range(sheet.handling.pieces.bit_length() - 1):
            sides = sorted((sides[0], sides[1] / 2))
        return "{:g} × {:g} mm".format(*sides)


@dataclass(frozen=True)
class Order:
    """A pack before it is bound."""

    name: str
    edition: Edition
    way: Way | None
    """None where it takes more than one."""
    leaves: tuple[Leaves, ...]
    cover: int = 1
    """How many pages say what is in it."""

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(each.part for each in self.leaves)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        return tuple(self._rows())

    def _rows(self) -> Iterator[Row]:
        _, *firsts = begins((Part(b"", self.cover, duplex=False), *self.parts))
        for each, first in zip(self.leaves, firsts, strict=True):
            yield Row(each.it, first, first + each.part.length - 1)

    @property
    def has_blanks(self) -> bool:
        """Whether a back is empty, the cover's among them."""
        return self.rows[-1].last > self.cover + sum(part.pages for part in self.parts)
