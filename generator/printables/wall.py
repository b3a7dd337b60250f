"""What hangs on a wall: papers, letters as high as the reading distance asks, and what is said of too small ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.playbook.model.record import Route
from generator.playbook.model.sheets import Orientation, PaperSize
from generator.playbook.problems import Problem

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
