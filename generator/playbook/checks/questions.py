"""Questions: one right answer where one is meant, no cues, points that add up.

The rules follow Haladyna, Downing & Rodriguez (2002); only true defects are errors.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import combinations
from operator import eq

from generator.playbook.checks.index import Check, Known
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.questions import (
    Choice,
    Cloze,
    Match,
    Multi,
    Observation,
    Open,
    Order,
    Question,
    Single,
)
from generator.playbook.model.record import Route
from generator.playbook.model.text import Text, fill, names_in
from generator.playbook.papers.answer_keys import LETTERS
from generator.playbook.problems import Problem

_CATCH_ALL = re.compile(
    r"(?<![\d岁天年月时元克斤个次件单人位层级分米%％}])(?:以上|上述)(?:都|皆|全|均|[两二三四几各]?[项点条种]|选项|答案|说法|做法)"
    r"|[前后]面?[两二三几](?:项|个选项|[个种条点](?:都|全|均|皆)(?:做|对|要|选|行|可以|不))"
    r"|其[余他](?:的?选项|[两二三几]项)|没有(?:一个)?(?:正确|对)的?(?:答案|选项)"
    r"|[A-F]\s*和\s*[A-F](?![A-Za-z])|除了?\s*[A-F]\s*(?:项|选项)?\s*[以之]?外"
    r"|\b(?i:all|none|both|neither|any) of the above\b|^(?i:all|none|both|neither|any) of (?:these|them|the others)\b(?! \w)"
    r"|^(?:[Tt]he|[Bb]oth the) (?:first|last|other) (?:two|three)(?: options| answers)?\W*$|\bthe other (?:options?|answers?)\b"
    r"|\b(?i:both|neither|either|except|but) [A-F](?: (?:and|n?or)\b|\W*$)|^(?i:no (?:right|correct) answer)"
)
"""Options that speak of the others, whose places and letters change from one variant to the next."""
_LETTER = re.compile(
    r"(?:选项|选择?|答案[是选]?|除了?)\s*([A-F])(?![A-Za-z0-9]|\s*[款型类号级座区色套档组面卷店柜仓家])"
    r"|(?<![A-Za-z0-9])([A-F])\s*(?:项|选项|答案|才对|才是|是对的|是错的|正确|错误|[对错](?=[，。；、]|$))"
    r"|\b(?i:options?|answers?|choos(?:e|es|ing)|chose) \(?([A-F])\b"
    r"|(?<!itamin )\b([A-F]) (?:is|was|would be) (?:right|wrong|correct|incorrect)\b"
)
"""The letter of an option, by what is said around it: sizes and models of goods have letters, too."""
_NEGATIVE = re.compile(
    r"不(正确|对|应该?|属于|包括|符合|合适|恰当|能|可以|要|是)(做|说)?的|错误的|哪[^，,]{0,8}(不|没有)|除了"
    r"|\b(NOT|NEVER)\b|\b(?i:except)\b"
    r"|^(?i:which|what|who)\b(?:(?!\b(?:if|when|because|that|whose|has|have)\b).)*\b(?i:not|never|incorrect|wrong)\b"
)
"""Negation of what is asked for; that a customer has not got something is no negation."""
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|「[^」]*」|\"[^\"]*\"")
_ORDER_CUE = re.compile(
    r"^(先(?!生)|再(?!三|次)|然后|接着|最后|首先|第[一二三四五](?!次|天))"
    r"|^(first|then|next|finally|lastly|last)\b(?!.(aid|name|day|week|month|time))",
    re.I,
)
LONGEST = 1.5
"""A right option this much longer than the mean of the others gives itself away."""
LONGER = 6
"""And by so many letters, or half as many Chinese characters, than the longest of them."""
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
            yield Problem("single-right", (*route, "options"), details, at_key=True)
        if isinstance(question, Multi) and not 0 < right < len(question.options):
            yield Problem("multi-right", (*route, "options"), details, at_key=True)


def options_differ(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    all_said = [*sayings(playbook)]
    for route, question in choices(playbook):
        told = [[bare(said(option.text)) for said in all_said] for option in question.options]
        for (one, _), (number, other) in combinations(enumerate(question.options), 2):
            if any(map(eq, told[one], told[number])):
                yield Problem("options-same", (*route, "options", number, "text"), {"name": other.id})


def sayings(playbook: Playbook) -> Iterator[Callable[[Text], str]]:
    """For each language the way texts are said in it, facts filled in, as those who sit the paper see them."""
    for language in playbook.about.languages:
        facts = {fact.id: fact.say.in_(language) for fact in playbook.facts if fact.say.speaks(language)}
        yield partial(_said, language, facts)


def _said(language: str, facts: Mapping[str, str], text: Text) -> str:
    return fill(text.in_(language), lambda name: facts.get(name, name)) if text.speaks(language) else ""


def bare(said: str) -> str:
    """`said` without what does not tell two options apart: spaces, capitals, punctuation outside figures."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", said).casefold())
    mark = r"[,.;:!?、。“”‘’'\"()]"
    return re.sub(rf"(?<!\d){mark}|{mark}(?!\d)", "", plain) or plain


def wrong_options_say_why(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, question in choices(playbook):
        for number, option in enumerate(question.options):
            if not option.right and option.why is None:
                yield Problem("option-no-why", (*route, "options", number), {"name": option.id})


def options_give_nothing_away(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, question in choices(playbook):
        if len(question.options) > MOST_OPTIONS:
            count = str(len(question.options))
            yield Problem("options-many", (*route, "options"), {"count": count}, at_key=True)
        for number, option in enumerate(question.options):
            if any(_CATCH_ALL.search(said) for said in option.text.said.values()):
                yield Problem("option-catch-all", (*route, "options", number, "text"), {"name": option.id})
        if isinstance(question, Single):
            for language, said in zip(playbook.about.languages, sayings(playbook), strict=True):
                if _right_is_longest(question.options, said):
                    details = {"name": question.id, "language": f"in-{language}"}
                    yield Problem("right-is-longest", (*route, "options"), details, at_key=True)
                    break


def _right_is_longest(options: tuple[Choice, ...], said: Callable[[Text], str]) -> bool:
    right = [_width(said(option.text)) for option in options if option.right]
    wrong = [_width(said(option.text)) for option in options if not option.right]
    return (
        len(right) == 1
        and bool(wrong)
        and right[0] > LONGEST * (sum(wrong) / len(wrong))
        and right[0] >= max(wrong) + LONGER
    )


def _width(said: str) -> int:
    """Letters; a Chinese character is as wide as two."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in said)


def nothing_names_a_letter(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, question in questions(playbook):
        for where, text in _around_letters(question):
            for language, said in text.said.items():
                named = {letter for found in _LETTER.findall(said) for letter in found if letter}
                for letter in sorted(named & {*LETTERS[: _lettered(question)]}):
                    place = (*route, *where, language) if language else (*route, *where)
                    yield Problem("letter-moves", place, {"name": question.id, "letter": letter})


def _lettered(question: Question) -> int:
    """How many letters its shuffled options or partners have."""
    match question:
        case Single(options=parts) | Multi(options=parts) if question.shuffle != "none":
            return len(parts)
        case Match(right=partners):
            return len(partners)
        case _:
            return 0


def _around_letters(question: Question) -> Iterator[tuple[Route, Text]]:
    """What is said of the options of a question, but by none of them."""
    yield ("stem",), question.stem
    if question.feedback:
        yield ("feedback",), question.feedback
    for number, option in enumerate(question.options if isinstance(question, (Single, Multi)) else ()):
        if option.why:
            yield ("options", number, "why"), option.why


def stems_ask_straight(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, question in choices(playbook):
        for language, said in question.stem.said.items():
            asked = [
                part.strip()
                for part in re.split(r"[。！；.!;\n]", _QUOTED.sub("", said))
                if part.strip("？? ")
            ]
            if asked and _NEGATIVE.search(asked[-1]):
                where = (*route, "stem", language) if language else (*route, "stem")
                yield Problem("stem-negative", where, {"name": question.id})


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
            for language, said in question.stem.said.items():
                if gap.fact and gap.fact != gap.id and gap.fact in names_in(said):
                    stem = (*route, "stem", language) if language else (*route, "stem")
                    yield Problem("gap-shown", stem, {"name": gap.fact})


def one_figure_fills_one_gap(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    values = {fact.id: str(fact.value) for fact in playbook.facts}
    for route, question in questions(playbook):
        seen: set[str] = set()
        for number, gap in enumerate(question.gaps if isinstance(question, Cloze) else ()):
            if gap.fact is None or gap.fact not in values or "strip_unit" not in gap.normalise:
                continue
            if (figure := values[gap.fact]) in seen:
                yield Problem("gaps-one-figure", (*route, "gaps", number), {"name": gap.id, "figure": figure})
            seen.add(figure)


def partners_fit(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, question in questions(playbook):
        if not isinstance(question, Match):
            continue
        left = [part.id for part in question.left]
        partners = [part.partner for part in question.right if part.partner]
        for number, part in enumerate(question.right):
            if part.partner and (part.partner not in left or partners.count(part.partner) > 1):
                details = {"name": part.partner, "near": ", ".join(f"`{name}`" for name in left)}
                yield Problem("match-partner", (*route, "right", number, "partner"), details)
        for number, name in enumerate(left):
            if name not in partners:
                yield Problem("match-alone", (*route, "left", number), {"name": name})
        if len(question.right) == len(left):
            yield Problem("match-no-extra", (*route, "right"), {"name": question.id}, at_key=True)


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


CHECKS: tuple[Check, ...] = (
    the_right_number_is_right,
    options_differ,
    wrong_options_say_why,
    options_give_nothing_away,
    nothing_names_a_letter,
    stems_ask_straight,
    order_items_give_no_cue,
    gaps_are_in_the_stem,
    one_figure_fills_one_gap,
    partners_fit,
    points_add_up,
)
