"""Marks an answer sheet as the key says: what was written beside each question in, points and the result out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

from generator.playbook.model.questions import Match, Multi, Order, Question, Single, TrueFalse
from generator.playbook.papers.grading import HALF, Marks
from generator.playbook.papers.variants import Placed

HOLDS, FAILS = "T", "F"
"""How it is noted that a sentence was called right, or wrong."""
Ended = str
"""passed, oral or failed"""


def points(placed: Placed, written: str) -> float:
    """What an answer brings: letters, numbers from the top, T or F; of what is marked by hand, the points given.

    Width, capitals and whatever stands between the letters are overlooked.
    """
    question = placed.question
    marks = [each for each in unicodedata.normalize("NFKC", written).upper() if each.isalnum()]
    match question:
        case Single():
            return _whole(question, "".join(marks) == placed.letters)
        case Multi(options=options):
            return ticked(question, len(options), set(placed.letters), set(marks))
        case TrueFalse(answer=answer):
            return _whole(question, marks == [HOLDS if answer else FAILS])
        case Match():
            hits = sum(one == other for one, other in zip(marks, placed.partners, strict=False))
            return _whole(question, hits == len(placed.partners)) if _all(question) else float(hits)
        case Order():
            return _in_order(question, placed.numbers, [int(each) for each in marks if each.isdigit()])
        case _:
            return given(question, written)


def ticked(question: Multi, count: int, right: set[str], ticks: set[str]) -> float:
    """What ticks bring where several are right, of `count` options."""
    slips = len(right ^ ticks)
    match question.scoring if ticks else "all_or_nothing":
        case "one_slip_half":
            return question.points * (1.0, HALF, 0.0)[min(slips, 2)]
        case "false2":
            # +1/right a right tick, -1/wrong a wrong one, but never more than -1/2: “false2” of R/exams.
            share = len(right & ticks) / len(right) - len(ticks - right) / max(count - len(right), 2)
            return max(to_halves(question.points * share), 0.0)
        case _:
            return _whole(question, slips == 0)


def given(question: Question, written: str) -> float:
    """The points somebody gave by hand, within what can be had."""
    try:
        points = float(unicodedata.normalize("NFKC", written).strip() or 0)
    except ValueError:
        return 0.0
    return min(max(to_halves(points), 0.0), float(question.points))


def ends(points: float, wrong_stars: int, limits: Marks, slips: int) -> Ended:
    """Where a sheet ends; so many `slips` among the starred questions are asked about aloud."""
    if wrong_stars > slips or points <= limits.failed:
        return "failed"
    return "passed" if points >= limits.passed and not wrong_stars else "oral"


def to_halves(points: float) -> float:
    """To the nearest half, a quarter up, as people round."""
    return int(points * 2 + HALF) / 2 if points > 0 else 0.0


def _whole(question: Question, right: bool) -> float:
    return float(question.points) if right else 0.0


def _all(question: Match) -> bool:
    return question.scoring == "all_or_nothing"


def _in_order(question: Order, right: Sequence[int], numbers: Sequence[int]) -> float:
    """`right` and `numbers` from the top of the printed list."""
    if len(numbers) != len(right):
        return 0.0
    match question.scoring:
        case "all_or_nothing":
            return _whole(question, [*right] == [*numbers])
        case "absolute":
            hits = sum(one == other for one, other in zip(right, numbers, strict=True))
            return to_halves(question.points * hits / len(right))
        case _:
            # Sorted by what is right, each number should be one more than the one before it.
            return float(_neighbours(number for _, number in sorted(zip(right, numbers, strict=True))))


def _neighbours(numbers: Iterable[int]) -> int:
    return sum(after == before + 1 for before, after in pairwise(numbers))
