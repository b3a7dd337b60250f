"""How likely chance decides a paper: somebody who only guesses passes it, somebody who knows the matter does not.

Both are reckoned exactly, question by question; nothing is drawn.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, permutations, product

from generator.playbook.model.questions import Match, Multi, Order, Question, Single, TrueFalse
from generator.playbook.papers.grading import HALF, Marks

KNOWN = 0.95
"""How surely somebody who knows the matter gets a question right."""
Points = Mapping[float, float]
"""How likely each number of points is."""


@dataclass(frozen=True)
class Chances:
    """Shares of 1."""

    guessed: float
    """Somebody who only guesses passes, with nothing to ask aloud."""
    guessed_oral: float
    """They come into the questions aloud."""
    failed: float
    """Somebody who gets each question right with `KNOWN` is to sit it again."""
    failed_oral: float
    """They are asked aloud."""


def chances(questions: Iterable[Question], limits: Marks, *, stars: bool, slips: int = 0) -> Chances:
    """`stars`: whether starred questions must be right; `slips`: so many wrong ones are asked about aloud."""
    asked = tuple(questions)
    guessed = _ends(((each, guess(each)) for each in asked), limits, stars, slips)
    known = _ends(((each, _knowing(each)) for each in asked), limits, stars, slips)
    return Chances(guessed["passed"], guessed["oral"], known["failed"], known["oral"])


def _ends(
    asked: Iterable[tuple[Question, Points]], limits: Marks, stars: bool, slips: int
) -> Mapping[str, float]:
    """How likely it ends passed, with questions aloud, or failed."""
    so_far: dict[tuple[float, int], float] = {(0.0, 0): 1.0}
    for question, each in asked:
        then: dict[tuple[float, int], float] = defaultdict(float)
        for (points, missed), likely in so_far.items():
            for more, share in each.items():
                slip = stars and question.critical and more < question.points
                # More than the slips that are asked about are all the same.
                then[points + more, min(missed + slip, slips + 1)] += likely * share
        so_far = then
    ends: dict[str, float] = defaultdict(float)
    for (points, missed), likely in so_far.items():
        ends[_end(points, missed, limits, slips)] += likely
    return ends


def _end(points: float, missed: int, limits: Marks, slips: int) -> str:
    if missed > slips or points <= limits.failed:
        return "failed"
    return "passed" if points >= limits.passed and not missed else "oral"


def _knowing(question: Question) -> Points:
    return {float(question.points): KNOWN, 0.0: 1 - KNOWN}


def guess(question: Question) -> Points:
    """The points somebody gets who answers by chance; nothing can be guessed where one has to write."""
    match question:
        case Single(options=options):
            return _won(question, 1 / len(options))
        case TrueFalse():
            return _won(question, 1 / 2)
        case Multi():
            return _spread(_ticked(question))
        case Match():
            return _spread(_paired(question))
        case Order():
            return _spread(_ordered(question))
        case _:
            return {0.0: 1.0}


def _won(question: Question, share: float) -> Points:
    return {float(question.points): share, 0.0: 1 - share}


def _spread(each: Iterable[float]) -> Points:
    """All ways are equally likely."""
    ways = tuple(each)
    found: dict[float, float] = defaultdict(float)
    for points in ways:
        found[points] += 1 / len(ways)
    return found


def _ticked(question: Multi) -> Iterator[float]:
    """Each way of ticking that is not none at all."""
    right = [option.right for option in question.options]
    for ticks in product((False, True), repeat=len(right)):
        if any(ticks):
            slips = sum(tick != wanted for tick, wanted in zip(ticks, right, strict=True))
            match question.scoring:
                case "all_or_nothing":
                    yield float(question.points * (slips == 0))
                case "one_slip_half":
                    yield question.points * (1.0, HALF, 0.0)[min(slips, 2)]
                case "false2":
                    yield _weighed(question, ticks, right)


def _weighed(question: Multi, ticks: tuple[bool, ...], right: list[bool]) -> float:
    """Plus for a right tick, minus for a wrong one, never below nothing; to halves."""
    good = sum(tick and wanted for tick, wanted in zip(ticks, right, strict=True))
    bad = sum(ticks) - good
    share = good / sum(right) - bad / max(len(right) - sum(right), 2)
    return max(round(question.points * share * 2) / 2, 0.0)


def _paired(question: Match) -> Iterator[float]:
    """Each way of giving every left thing a partner of its own."""
    wanted = [each.id for each in question.left]
    partners = [each.partner for each in question.right]
    for given in permutations(partners, len(wanted)):
        hits = sum(one == other for one, other in zip(given, wanted, strict=True))
        if question.scoring == "all_or_nothing":
            yield float(question.points * (hits == len(wanted)))
        else:
            yield float(hits)


def _ordered(question: Order) -> Iterator[float]:
    """Each order there is."""
    count = len(question.items)
    for given in permutations(range(count)):
        match question.scoring:
            case "all_or_nothing":
                yield float(question.points * (given == tuple(range(count))))
            case "adjacent_pairs":
                yield float(sum(after == before + 1 for before, after in pairwise(given)))
            case "absolute":
                hits = sum(place == at for place, at in enumerate(given))
                yield round(question.points * hits / count * 2) / 2
