"""Questions and papers: one right answer where one is meant, no cues, papers that add up.

The rules follow Haladyna, Downing & Rodriguez (2002); only true defects are errors.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import combinations
from statistics import mean

from generator.playbook.checks.known import Check, Known
from generator.playbook.model import Playbook
from generator.playbook.problems import Problem
from generator.playbook.record import Route
from generator.playbook.text import Text, names_in
from generator.playbook.training import (
    Choice,
    Cloze,
    Match,
    Multi,
    Observation,
    Open,
    Order,
    Paper,
    Question,
    Single,
    Training,
)

_CATCH_ALL = re.compile(
    r"以上(都|皆|全|均)|all of the above|none of the above|both A and|[A-D]\s*和\s*[A-D]", re.I
)
_NEGATIVE = re.compile(r"不(正确|对的|应该|属于|是的|能)|没有|错误的是|\b(not|except|never)\b", re.I)
_ORDER_CUE = re.compile(
    r"^(先|再|然后|接着|最后|首先|第[一二三四五])|^(first|then|next|finally|last)\b", re.I
)
LONGEST = 1.5
"""A right option this much longer than the mean of the others gives itself away."""
MOST_OPTIONS = 4


def questions(playbook: Playbook) -> Iterator[tuple[Route, Question]]:
    for index, question in enumerate(playbook.training.questions if playbook.training else ()):
        yield ("training", "questions", index), question


def choices(playbook: Playbook) -> Iterator[tuple[Route, Single | Multi]]:
    for route, question in questions(playbook):
        if isinstance(question, (Single, Multi)):
            yield route, question


def the_right_number_is_right(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, question in choices(playbook):
        right = sum(option.right for option in question.options)
        details = {"name": question.id, "count": str(right)}
        if isinstance(question, Single) and right != 1:
            yield Problem("single-right", (*route, "options"), details)
        if isinstance(question, Multi) and not 0 < right < len(question.options):
            yield Problem("multi-right", (*route, "options"), details)


def options_differ(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, question in choices(playbook):
        for (_, one), (number, other) in combinations(enumerate(question.options), 2):
            if any(_bare(one.text, language) == _bare(other.text, language) for language in other.text.said):
                yield Problem("options-same", (*route, "options", number, "text"), {"name": other.id})


def _bare(text: Text, language: str) -> str:
    said = unicodedata.normalize("NFKC", text.said.get(language, "")).casefold()
    return re.sub(r"[\W_]+", "", said) if not set(names_in(said)) else said


def wrong_options_say_why(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, question in choices(playbook):
        for number, option in enumerate(question.options):
            if not option.right and option.why is None:
                yield Problem("option-no-why", (*route, "options", number), {"name": option.id})


def options_give_nothing_away(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, question in choices(playbook):
        if len(question.options) > MOST_OPTIONS:
            yield Problem("options-many", (*route, "options"), {"count": str(len(question.options))})
        for number, option in enumerate(question.options):
            if any(_CATCH_ALL.search(said) for said in option.text.said.values()):
                yield Problem("option-catch-all", (*route, "options", number, "text"), {"name": option.id})
        if isinstance(question, Single) and (language := _longest_is_right(question.options)):
            yield Problem(
                "right-is-longest", (*route, "options"), {"name": question.id, "language": f"in-{language}"}
            )


def _longest_is_right(options: tuple[Choice, ...]) -> str | None:
    right = [option for option in options if option.right]
    wrong = [option for option in options if not option.right]
    for language in right[0].text.said if right and wrong else ():
        lengths = [len(option.text.said.get(language, "")) for option in wrong]
        if len(right[0].text.said[language]) > LONGEST * mean(lengths):
            return language or "zh"
    return None


def stems_ask_straight(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, question in choices(playbook):
        if any(_NEGATIVE.search(said.split("“")[0]) for said in question.stem.said.values()):
            yield Problem("stem-negative", (*route, "stem"), {"name": question.id})


def order_items_give_no_cue(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, question in questions(playbook):
        for number, item in enumerate(question.items if isinstance(question, Order) else ()):
            where = (*route, "items", number)
            if (item.text is None) == (item.step is None):
                yield Problem("order-item", where, {"name": item.id})
            elif item.text and any(_ORDER_CUE.search(said) for said in item.text.said.values()):
                yield Problem("order-cue", (*where, "text"), {"name": item.id})


def gaps_are_in_the_stem(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, question in questions(playbook):
        for number, gap in enumerate(question.gaps if isinstance(question, Cloze) else ()):
            where = (*route, "gaps", number)
            if (gap.fact is None) == (gap.answer is None):
                yield Problem("gap-answer", where, {"name": gap.id})
            if any(gap.id not in names_in(said) for said in question.stem.said.values()):
                yield Problem("gap-not-in-stem", (*where, "id"), {"name": gap.id})
            if gap.fact and any(gap.fact in names_in(said) for said in question.stem.said.values()):
                yield Problem("gap-shown", (*where, "fact"), {"name": gap.fact})


def partners_fit(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, question in questions(playbook):
        if not isinstance(question, Match):
            continue
        left = [part.id for part in question.left]
        partners = [part.partner for part in question.right if part.partner]
        for number, part in enumerate(question.right):
            if part.partner and (part.partner not in left or partners.count(part.partner) > 1):
                details = {"name": part.partner, "near": ", ".join(left)}
                yield Problem("match-partner", (*route, "right", number, "partner"), details)
        for number, name in enumerate(left):
            if name not in partners:
                yield Problem("match-alone", (*route, "left", number), {"name": name})
        if len(question.right) == len(left):
            yield Problem("match-no-extra", (*route, "right"), {"name": question.id})


def points_add_up(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, question in questions(playbook):
        parts = _points_of_parts(question)
        if parts is not None and parts != question.points:
            details = {"name": question.id, "points": str(question.points), "parts": str(parts)}
            yield Problem("points-differ", (*route, "points"), details)


def _points_of_parts(question: Question) -> int | None:
    """The points that the parts of a question bring, where it is marked part by part."""
    match question:
        case Open():
            return sum(mark.points for mark in question.rubric)
        case Order(scoring="adjacent_pairs"):
            return len(question.items) - 1
        case Match(scoring="per_pair"):
            return len(question.left)
        case Cloze(scoring="per_gap"):
            return len(question.gaps)
        case Observation():
            return sum(max(level.score for level in criterion.levels) for criterion in question.criteria)
        case _:
            return None


def papers_hold_what_can_be_written(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    if playbook.training is None:
        return
    by_id = {question.id: question for question in playbook.training.questions}
    for index, paper in enumerate(playbook.training.papers):
        route: Route = ("training", "papers", index)
        if bool(paper.questions) == bool(paper.blueprint):
            yield Problem("paper-questions", route, {"name": paper.id})
        for number, name in enumerate(paper.questions):
            question = by_id.get(name)
            where = (*route, "questions", number)
            if question is None:
                continue
            if question.status != "live" or isinstance(question, Observation) or "paper" not in question.use:
                yield Problem("paper-not-for-paper", where, {"name": name})
            if paper.questions.index(name) != number:
                yield Problem("paper-twice", where, {"name": name})
            for other in question.keep_apart:
                if other in paper.questions:
                    yield Problem("paper-cue", where, {"name": name, "other": other})
        yield from _draws(paper, playbook.training, route)


def _draws(paper: Paper, training: Training, route: Route) -> Iterator[Problem]:
    for number, draw in enumerate(paper.blueprint):
        there = sum(
            question.topic == draw.topic
            and question.status == "live"
            and "paper" in question.use
            and not isinstance(question, Observation)
            for question in training.questions
        )
        if there < draw.n:
            details = {"topic": draw.topic, "count": str(draw.n), "there": str(there)}
            yield Problem("paper-too-few", (*route, "blueprint", number), details)


CHECKS: tuple[Check, ...] = (
    the_right_number_is_right,
    options_differ,
    wrong_options_say_why,
    options_give_nothing_away,
    stems_ask_straight,
    order_items_give_no_cue,
    gaps_are_in_the_stem,
    partners_fit,
    points_add_up,
    papers_hold_what_can_be_written,
)
