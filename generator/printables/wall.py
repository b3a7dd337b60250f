"""What hangs on a wall: papers, letters as high as the reading distance asks, and what is said of too small ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.design.stamping import Foot, Place
from generator.design.type import width
from generator.design.wrapping import MM_PER_PT, lines
from generator.edition import Edition
from generator.playbook.model.record import Route
from generator.playbook.model.sheets import Orientation, PaperSize
from generator.playbook.problems import Problem
from generator.printables.logo import Logo, beside, least, logo

PAPER = {"a2": (420.0, 594.0), "a3": (297.0, 420.0), "a4": (210.0, 297.0)}
"""Width and height in mm, portrait."""
LEAST, GOOD = 200, 150
"""A character's height is at least distance/200 (AS 1319: capitals 5 mm a metre) and better distance/150
(ANSI Z535.2, unfavourable reading conditions)."""
NEAR = 0.5
"""Notes are read from half the distance."""
AMPLE = 120
"""Letters grow to distance/120 and no further; beyond that, space between lines reads better."""
SMALLEST = 0.5
"""In mm: where not even that fits, the poster is a Problem."""
READ_CLOSE = 12.0
"""In points: nothing on a wall is smaller, though it be read from close to."""

CAUTION = 0.985
"""A line is set a little shorter than its room, so that rounding cannot break it."""
SHOP_NAME = 0.025
"""Of the shorter side of the paper."""
SMALLER = 0.55
"""A title that one line does not hold shrinks down to this share, then takes more lines."""
_HEAD = 13.0
"""What a head has above and below its words, in mm."""


def size(paper: PaperSize, orientation: Orientation) -> tuple[float, float]:
    """Width and height in mm."""
    wide, high = PAPER[paper]
    return (high, wide) if orientation == "landscape" else (wide, high)


def margin(wide: float, high: float) -> float:
    """What is left at the edges, in mm."""
    return 0.045 * min(wide, high) + 2


def largest(fits: Callable[[float], bool], most: float) -> float:
    """The largest size up to `most` that fits, to a hundredth of a millimetre; SMALLEST if none does."""
    low, high = SMALLEST, most
    if fits(high):
        return high
    while high - low > 0.01:
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def too_small(letter: float, distance: float, longest: str, language: str, route: Route) -> Iterator[Problem]:
    """A Problem if letters of so many mm are too small for the distance in m, or hardly large enough."""
    least, good = distance * 1000 / LEAST, distance * 1000 / GOOD
    details = {
        "distance": f"{distance:g}",
        "height": f"{letter:.1f}",
        "least": f"{least:.1f}",
        "good": f"{good:.1f}",
        "longest": longest,
        "language": f"in-{language}",
    }
    if letter < least:
        yield Problem("poster-too-small", route, details, at_key=True)
    elif letter < good:
        yield Problem("poster-small", route, details, at_key=True)


class Head(NamedTuple):
    """The head of wall.css: the sizes of title and shop's name and its height, in mm, and the logo."""

    title: float
    shop: float
    high: float
    logo: Logo | None


@dataclass(frozen=True)
class Board:
    """The measures in mm of what hangs there: a head, and below it words to be read from afar."""

    width: float
    height: float
    margin: float
    em: float
    note: float
    head: Head
    air: float
    """Space between two lines."""
    top: float
    """Space between the head and what it heads."""
    letter: float
    """The height of a character."""

    @property
    def foot(self) -> Foot:
        """The stamp, at the right edge."""
        return Foot((Place(self.margin, self.width - self.margin, self.height - 7.405, 7, at_end=True),))


def head(edition: Edition, title: str, wide: float, high: float, share: float) -> Head:
    """The head of a paper so wide and high; its title takes that `share` of the shorter side, or what one line allows."""
    short, name = min(wide, high), edition.playbook.shop.name
    drawn = logo(edition, 0.24 * short, 0.1 * short)
    room = wide - 2 * margin(wide, high) - beside(drawn)
    whole = room * CAUTION / max(width(title, bold=True), 1)
    large, small = max(min(share * short, whole), SMALLER * share * short), SHOP_NAME * short
    words = said(name, room, small) * 1.3 + said(title, room, large, bold=True) * 1.25
    return Head(large, small, _HEAD + max(words, least(drawn)), drawn)


def said(text: str, room: float, em: float, *, bold: bool = False) -> float:
    """The height in mm of a text in letters of `em` mm, without space between its lines."""
    return lines(text, room, em / MM_PER_PT, bold=bold) * em
