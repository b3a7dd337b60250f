"""From how many points a paper is passed, asked about aloud, or sat again."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from generator.playbook.model.questions import Multi, Order, Question

HALF = 0.5


@dataclass(frozen=True)
class Marks:
    """The points of a paper and where they lead, all in points that can be had."""

    full: int
    """All points together."""
    mark: float
    """The least that reaches the pass mark."""
    passed: float
    """Passed from here on, nothing more to ask."""
    oral: tuple[float, float] | None
    """From and to: a few questions aloud decide; None where the mark alone does."""
    failed: float
    """Down from here: sat again."""


def marks(questions: Iterable[Question], percent: float, borderline: int) -> Marks:
    """`percent` of all points are needed; so many points above or below it are settled aloud.

    All points still pass, however near the mark they are.
    """
    asked = tuple(questions)
    step = HALF if any(map(brings_halves, asked)) else 1.0
    full = sum(question.points for question in asked)
    mark = points_for(full, percent, step)
    if borderline == 0:
        return Marks(full, mark, mark, None, mark - step)
    # Counted from the points printed as the pass mark, so that paper and key mean the same.
    low, high = max(mark - borderline, 0.0), min(mark + borderline, full - step)
    return Marks(full, mark, high + step, (low, high), low - step)


def points_for(full: float, percent: float, step: float = 1.0) -> float:
    """The least points, in steps of `step`, that are `percent` of all."""
    return _up(full * percent / 100, step)


def _up(points: float, step: float) -> float:
    # 0.07 * 100 is a little more than 7: rounding comes before rounding up.
    return math.ceil(round(points / step, 6)) * step


def brings_halves(question: Question) -> bool:
    """Whether a part of the answer can bring half a point; smaller parts are rounded to halves."""
    match question:
        case Multi(scoring="one_slip_half"):
            return question.points % 2 == 1
        case Multi(scoring="false2"):
            return True
        case Order(scoring="absolute"):
            return question.points % len(question.items) != 0
        case _:
            return False
