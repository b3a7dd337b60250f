"""How questions ask: in few words, one thing at a time, and with options among which nothing stands out.

More of the rules of Haladyna, Downing & Rodriguez (2002); `tests/question_rules.yaml` has the whole list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations

from generator.playbook.checks.index import Check, Known
from generator.playbook.checks.questions import bare, choices, questions, sayings
from generator.playbook.languages import LANGUAGES
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.questions import Match, Observation, Single, TrueFalse
from generator.playbook.model.record import Route
from generator.playbook.model.text import Text
from generator.playbook.numerals import size
from generator.playbook.papers.making import LONGEST, LONGEST_STEM
from generator.playbook.problems import Problem

TOLD = {"han": 6, "latin": 5}
"""So many pairs of characters, or words of four letters and more, give an option away that no other shares."""
_DOUBLE_NOT = re.compile(
    r"(?<!有)没有不|不得不|不能不|不是不|不会不|不可不|\b(?:not|never|n[’']t) (?:\w+ )?(?:without|nothing|never|no)\b|\bnot un\w+",
    re.I,
)
_ABSOLUTE = re.compile(
    r"总是|从不|从来不|绝对|一律|永远|必定|\b(?:always|absolutely|in any case|under no circumstances)\b"
    r"|(?<!have )(?<!has )(?<!had )\bnever\b",
    re.I,
)
_ASKS = re.compile(
    r"[？?：:…]|__|哪|谁|几|多少|怎么|怎样|如何|什么|是否|选|填|找|指出|请|把|排|连|写|说出"
    r"|\b(?:which|what|who|whose|when|where|how|why|choose|pick|tick|find|name|mark|say|put)\b",
    re.I,
)
_VAGUE = re.compile(
    r"经常|有时|通常|常常|偶尔|往往|一般(?:来说|情况)|\b(?:often|usually|sometimes|frequently|rarely|generally)\b",
    re.I,
)
_HOW_OFTEN = re.compile(r"多久|几次|多少次|隔几|频率|\bhow (?:often|frequently)\b|\bhow many times\b", re.I)
_TWO_CLAIMS = re.compile(r"并且|而且|同时(?![间期])|\b(?:and|but) also\b|\bas well as\b", re.I)
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|「[^」]*」|\"[^\"]*\"")
_NOT = re.compile(
    r"不|没有?|别(?!人|处|的)|\b(?:do not|does not|don[’']t|doesn[’']t|cannot|not|never)\b\s*", re.I
)
_ENDS = re.compile(r"[。.！!？?…][”\"’')）]*$")
_RANGE = re.compile(r"(\d+(?:\.\d+)?)\D{0,3}(?:–|-|—|～|~|至|到|to)\s*(\d+(?:\.\d+)?)")
_PLAIN_FIGURE = re.compile(r"[<>≤≥约]?\s*\d+(?:[.,]\d+)*\s*[^\W\d]{0,9}\s?[^\W\d]{0,9}[。.%％]?")
_GRADE = re.compile(
    r"(?:(?:很|非常|比较|较|还|基本|不太|不够|不)?(?:好|差|行|可以|一般|优秀|良好|中等|合格|到位|熟练|不错|及格|完美|满意))"
    r"|(?:(?:very|quite|rather|fairly|not) )?(?:good|poor|fair|average|excellent|bad|ok|okay|satisfactory|adequate|weak|strong|perfect)",
    re.I,
)
_JUST_MARKS = re.compile(r"[\W_]+$")

Said = Callable[[Text], str]


def stems_ask_something(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    """Whoever reads only the stem knows what is asked."""
    for route, question in choices(playbook):
        for language, said in question.stem.said.items():
            if said and not _ASKS.search(said):
                yield Problem("stem-no-question", _at(route, "stem", language), {"name": question.id})


def nothing_is_longer_than_it_is_read(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    there = [*zip(playbook.about.languages, sayings(playbook), strict=True)]
    for route, question in questions(playbook):
        for language, said in () if isinstance(question, Observation) else there:
            script = LANGUAGES[language].script
            if len(stem := said(question.stem)) > LONGEST_STEM[script]:
                details = {"name": question.id, "count": str(len(stem)), "most": str(LONGEST_STEM[script])}
                yield Problem("stem-long", _of(route, "stem", question.stem, language), details)
    for route, question in choices(playbook):
        for language, said in there:
            most = LONGEST[LANGUAGES[language].script]
            for number, option in enumerate(question.options):
                if len(text := said(option.text)) > most:
                    where = _of(route, "options", option.text, language, number, "text")
                    yield Problem(
                        "option-long", where, {"name": option.id, "count": str(len(text)), "most": str(most)}
                    )


def options_are_said_straight(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, question in choices(playbook):
        often = any(_HOW_OFTEN.search(said) for said in question.stem.said.values())
        for number, option in enumerate(question.options):
            where = (*route, "options", number, "text")
            said = [*map(_unquoted, option.text.said.values())]
            if any(map(_DOUBLE_NOT.search, said)):
                yield Problem("option-double-not", where, {"name": option.id})
            if often and any(map(_VAGUE.search, said)):
                yield Problem("often-is-vague", where, {"name": option.id})
        absolute = [
            any(_ABSOLUTE.search(_unquoted(said)) for said in option.text.said.values())
            for option in question.options
        ]
        right = [told for told, option in zip(absolute, question.options, strict=True) if option.right]
        if any(absolute) and not any(right):
            where = (*route, "options", absolute.index(True), "text")
            yield Problem("absolute-is-wrong", where, {"name": question.id})


def statements_claim_one_thing(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, question in questions(playbook):
        for language, said in question.stem.said.items() if isinstance(question, TrueFalse) else ():
            where, claimed = _at(route, "stem", language), _unquoted(said)
            if _VAGUE.search(claimed):
                yield Problem("often-is-vague", where, {"name": question.id})
            if _TWO_CLAIMS.search(claimed):
                yield Problem("statement-double", where, {"name": question.id})


def the_stem_does_not_point_at_the_right_option(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, question in choices(playbook):
        for language, said in zip(playbook.about.languages, sayings(playbook), strict=True):
            if not isinstance(question, Single):
                continue
            script = LANGUAGES[language].script
            asked = _pieces(_unquoted(said(question.stem)), script)
            shared = [
                (len(asked & _pieces(said(option.text), script)), option.right) for option in question.options
            ]
            right, wrong = ([many for many, is_right in shared if is_right is side] for side in (True, False))
            if right and wrong and max(right) >= TOLD[script] and max(wrong) <= 1:
                where = _of(route, "stem", question.stem, language)
                yield Problem("stem-tells-option", where, {"name": question.id})


def _pieces(said: str, script: str) -> set[str]:
    """What two texts can have in common: pairs of characters, or words of some length."""
    if script == "han":
        plain = re.sub(r"[\W_]", "", said)
        return {plain[at : at + 2] for at in range(len(plain) - 1)}
    return {word for word in re.findall(r"[a-z]+", said.casefold()) if len(word) > 3}


def no_option_stands_out(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, question in choices(playbook):
        where = (*route, "options")
        for language, said in zip(playbook.about.languages, sayings(playbook), strict=True):
            texts = [text for option in question.options if (text := said(option.text))]
            details = {"name": question.id, "language": f"in-{language}"}
            if len({bool(_ENDS.search(text)) for text in texts}) > 1:
                yield Problem("options-end-unlike", where, details, at_key=True)
            if len(texts) > 2 and _opposites(texts) == 1:
                yield Problem("options-opposite", where, details, at_key=True)


def _opposites(texts: list[str]) -> int:
    """How many pairs of options say the same but for a “not”."""
    return sum(
        bare(one) != bare(other) and bare(_NOT.sub("", one)) == bare(_NOT.sub("", other))
        for one, other in combinations(texts, 2)
    )


def figures_stand_in_order(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, question in choices(playbook):
        for said in sayings(playbook):
            texts = [said(option.text).strip() for option in question.options]
            if question.shuffle == "all" and all(map(_is_figure, texts)):
                yield Problem("options-unsorted", (*route, "options"), {"name": question.id}, at_key=True)
                break
        for said in sayings(playbook):
            if over := _overlapping([said(option.text) for option in question.options]):
                details = {"name": question.options[over[1]].id, "other": question.options[over[0]].id}
                yield Problem("options-overlap", (*route, "options", over[1], "text"), details)
                break


def _is_figure(text: str) -> bool:
    return bool(_PLAIN_FIGURE.fullmatch(text)) and size(text) is not None


def _overlapping(texts: list[str]) -> tuple[int, int] | None:
    """The first two options whose ranges of figures have more in common than an end."""
    found = [(at, _RANGE.search(text)) for at, text in enumerate(texts)]
    spans = [(at, float(it[1]), float(it[2])) for at, it in found if it]
    for (at, low, high), (other, less, more) in combinations(spans, 2):
        if max(low, less) <= min(high, more) and (low, high) != (less, more):
            return at, other
    return None


def partners_are_told_apart(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    """Two partners that say the same would both fit."""
    for route, question in questions(playbook):
        for side in ("left", "right") if isinstance(question, Match) else ():
            seen: Counter[tuple[int, str]] = Counter()
            for number, part in enumerate(getattr(question, side)):
                told = [(at, bare(said(part.text))) for at, said in enumerate(sayings(playbook))]
                if any(each[1] and seen[each] for each in told):
                    yield Problem("match-same", (*route, side, number, "text"), {"name": part.id})
                seen.update(told)


def levels_are_behaviour(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    """“Good” is no behaviour: two trainers who saw the same would not mark it alike."""
    for route, question in questions(playbook):
        for at, criterion in enumerate(question.criteria if isinstance(question, Observation) else ()):
            for number, level in enumerate(criterion.levels):
                for language, said in level.text.said.items():
                    if _GRADE.fullmatch(_JUST_MARKS.sub("", said).strip()):
                        where = _at((*route, "criteria", at, "levels", number), "text", language)
                        yield Problem("level-no-behaviour", where, {"name": criterion.id, "text": said})


def _unquoted(said: str) -> str:
    """What is said by whoever asks, without what somebody else is quoted with."""
    return _QUOTED.sub("", said)


def _at(route: Route, field: str, language: str) -> Route:
    return (*route, field, language) if language else (*route, field)


def _of(route: Route, field: str, text: Text, language: str, *further: str | int) -> Route:
    """Where a text is written in a language; where it is written once, the place of the whole."""
    return (*route, field, *further, language) if language in text.said else (*route, field, *further)


CHECKS: tuple[Check, ...] = (
    stems_ask_something,
    nothing_is_longer_than_it_is_read,
    options_are_said_straight,
    statements_claim_one_thing,
    the_stem_does_not_point_at_the_right_option,
    no_option_stands_out,
    figures_stand_in_order,
    partners_are_told_apart,
    levels_are_behaviour,
)
