"""How the shop is reached, on what customers keep: its ways line by line, a code to scan beside them, and their height."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.design.stamping import squares
from generator.design.wrapping import lines
from generator.edition import Edition
from generator.outlines.contact import Way, scanned, ways
from generator.playbook.model.record import Route
from generator.playbook.problems import Problem
from generator.printables.measures import Face
from generator.printables.qr import LEAST, too_fine

CODE, ON_A_FORM, APART = 17.0, 13.0, 3.0
"""In mm: the square of the code, that of a form's head, and what lies between it and the words."""


_BETWEEN = " " * 5
"""As wide as what lies between two ways in one line."""


@dataclass(frozen=True)
class Reach:
    """What a template is given; false where there is nothing to say."""

    ways: tuple[Way, ...]
    squares: list[list[int]]
    in_one: bool = False
    """Whether the ways stand one behind another instead of a line each."""

    def __bool__(self) -> bool:
        return bool(self.ways or self.squares)

    def high(self, room: float, face: Face, *, code: float = CODE) -> float:
        """What it takes of the height in mm, where there is so much `room` from side to side."""
        points, line = face
        beside = room - code - APART if self.squares else room
        said = [f"{way.name}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}{way.said}" for way in self.ways]
        said = [_BETWEEN.join(said)] if self.in_one else said
        count = sum(lines(each, beside, points, bold=True) for each in said)
        return max(count * line, code if self.squares else 0.0)

    @property
    def shorter(self) -> tuple[Reach, ...]:
        """Itself, then what takes less height: one way behind another, without the code, without the longest, nothing."""
        last = replace(self, in_one=True, squares=[])
        longest = max(self.ways, key=lambda way: len(way.said), default=None)
        fewer = tuple(way for way in self.ways if way is not longest)
        return (self, replace(self, in_one=True), last, replace(last, ways=fewer), replace(last, ways=()))


def reach(edition: Edition, *, code: float = CODE) -> Reach:
    """The shop's own; empty where it says nothing of how it is found. A code too fine at that width is left out."""
    there, address = ways(edition), scanned(edition)
    found = squares(address) if address and there else []
    return Reach(there, found if found and code / len(found) >= LEAST else [])


def problems(editions: Iterable[Edition]) -> Iterator[Problem]:
    """A code for customers that is too fine for their phones."""
    for edition in editions:
        yield from too_fine(filter(None, [scanned(edition)]), _route(edition), CODE)
        return


def _route(edition: Edition) -> Route:
    """Where the address of the code stands."""
    linked = (
        at for at, channel in enumerate(edition.playbook.shop.channels) if channel.link == scanned(edition)
    )
    other = edition.playbook.about.customer_address == scanned(edition)
    else_ = ("about", "customer_address") if other else ("shop", "contact", "site")
    return next((("shop", "channels", at, "link") for at in linked), else_)
