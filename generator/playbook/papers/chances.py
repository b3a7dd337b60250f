"""How likely chance decides a paper: somebody who only guesses passes it, somebody who knows the matter does not.

Both are reckoned exactly, question by question; nothing is drawn.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import compress, permutations, product

from generator.playbook.model.questions import Match, Multi, Order, Question, Single, TrueFalse
from generator.playbook.papers.answer_keys import LETTERS
from generator.playbook.papers.grading import Marks
from generator.playbook.papers.marking import ends, points, ticked
from generator.playbook.papers.variants import Placed

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
        for (had, missed), likely in so_far.items():
            for more, share in each.items():
                slip = stars and question.critical and more < question.points
                # More than the slips that are asked about are all the same.
                then[had + more, min(missed + slip, slips + 1)] += likely * share
        so_far = then
    found: dict[str, float] = defaultdict(float)
    for (had, missed), likely in so_far.items():
        found[ends(had, missed, limits, slips)] += likely
    return found


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
    for each_way in ways:
        found[each_way] += 1 / len(ways)
    return found


def _ticked(question: Multi) -> Iterator[float]:
    """Each way of ticking that is not none at all."""
    letters = LETTERS[: len(question.options)]
    right = {letter for letter, option in zip(letters, question.options, strict=True) if option.right}
    for ticks in product((False, True), repeat=len(letters)):
        if any(ticks):
            yield ticked(question, len(letters), right, set(compress(letters, ticks)))


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
    places = tuple(range(len(question.items)))
    # Printed in the author's order or any other: all orders are as likely.
    written = Placed(question, places)
    for given in permutations(places):
        yield points(written, " ".join(str(at + 1) for at in given))
