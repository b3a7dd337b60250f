"""Problems: what is wrong, where it stands, and what to do; the words stand beside what raises them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import NamedTuple

from generator.playbook.languages import LANGUAGES
from generator.playbook.model.record import Route
from generator.playbook.wordings import Level, Said, kinds, of_the_writing, shared

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
"""What would move the cursor of a terminal, or begin a new line in the middle of a sentence."""

_IN_BACKTICKS = re.compile(r"`([^`、]+)`")
_MILDEST_FIRST = ("hint", "warning", "error")
MOST_ALIKE = 3
"""After so many errors of a kind the others are counted."""
MOST_NAMED = 12
"""So many names are listed where none is near the one written."""


class Place(NamedTuple):
    """A position in a file; line and column count from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True)
class Problem:
    """One thing an author should know. `place` is filled in from `route` when it is reported."""

    kind: str
    route: Route = ()
    details: dict[str, str] = field(default_factory=dict)
    at_key: bool = False
    """Point at the key rather than at its value."""
    first: Route | None = None
    """Where the same stands for the first time; the wording names it as `{first}`, file and line."""
    named: tuple[Route, ...] = ()
    """All places it is about beside its own; the wording lists them as `{places}`, file and line."""
    place: Place | None = None
    item: str = ""
    """The item it concerns, as `chapter.id`, if it concerns one."""

    @property
    def level(self) -> Level:
        return kinds()[self.kind].level

    def says(self, language: str) -> str:
        return self._filled(self._said(language).says, language)

    def remedy(self, language: str) -> str:
        return self._filled(self._said(language).remedy, language)

    def shown(self, language: str) -> str:
        """Place, level, what is wrong and what to do, as lines for a terminal."""
        level = shared().levels[language][self.level]
        place = f"{self.place.file}:{self.place.line}:{self.place.column}: " if self.place else ""
        return f"{place}{level}{self.says(language)} [{self.kind}]\n    {self.remedy(language)}"

    def _said(self, language: str) -> Said:
        return kinds()[self.kind].said[language]

    def _filled(self, words: str, language: str) -> str:
        return words.format_map(_in_words(self.details, language))


def listed(problems: Iterable[Problem], language: str, *, every: bool = False) -> str:
    """Lines for a terminal, errors last: the end is what stays in sight, and errors come before all else.

    Of the errors those come first from which others may follow. Like ones are counted after the third, but for
    those that stand for many already, unless `every` one is wanted.
    """
    mildest = sorted(problems, key=lambda problem: (_MILDEST_FIRST.index(problem.level), _rank(problem)))
    seen: Counter[str] = Counter()
    lines = []
    for problem in mildest:
        seen[problem.kind] += problem.level == "error"
        if every or seen[problem.kind] <= MOST_ALIKE or kinds()[problem.kind].root:
            lines.append(problem.shown(language))
        elif seen[problem.kind] == MOST_ALIKE + 1:
            lines.append(
                _more([each for each in mildest if each.kind == problem.kind][MOST_ALIKE:], language)
            )
    return "\n".join(lines)


def opening(problems: Iterable[Problem], language: str) -> str:
    """How many errors there are and which to begin with; empty where there is none."""
    errors = sorted((problem for problem in problems if problem.level == "error"), key=_rank)
    if not errors:
        return ""
    first = errors[0]
    place = f"{first.place.file}:{first.place.line}:{first.place.column} " if first.place else ""
    return shared().begin[language].format(len(errors), f"{place}[{first.kind}]")


def _rank(problem: Problem) -> int:
    """What may have brought others about has the lowest."""
    if problem.level != "error":
        return 0
    return 0 if problem.kind in of_the_writing() else 2 - kinds()[problem.kind].root


def _more(problems: list[Problem], language: str) -> str:
    """How many like ones there are beside those that are shown, and where."""
    places = list(dict.fromkeys(f"{each.place.file}:{each.place.line}" for each in problems if each.place))
    named = LANGUAGES[language].listed.replace("`", "").join(places[:MOST_NAMED])
    end = " …" if len(places) > MOST_NAMED else ""
    return shared().alike[language].format(f"{len(problems):,}", problems[0].kind, named + end)


class Problems(Exception):
    """Raised where a playbook cannot be used: every problem at once, of which the errors are shown."""

    def __init__(self, problems: Iterable[Problem], language: str) -> None:
        self.problems = tuple(problems)
        self.language = language
        errors = [problem for problem in self.problems if problem.level == "error"]
        super().__init__(listed(errors, language))


def _in_words(details: Mapping[str, str], language: str) -> Mapping[str, str]:
    """The details, with chapters, kinds of values and languages named in the reader's language."""
    names = shared().names[language]
    named = ("chapter", "expected", "given", "side", "language", "hint")
    shown = {key: _CONTROL.sub("\ufffd", value) for key, value in details.items()}
    said = {key: _named(value, names) if key in named else value for key, value in shown.items()}
    between = LANGUAGES[language].listed
    listed_ = {key: value.replace("`, `", between) for key, value in said.items()}
    if "allowed" in listed_:
        listed_["allowed"] = _with_meanings(listed_["allowed"], details.get("name", ""), language)
    return listed_


def _with_meanings(allowed: str, field: str, language: str) -> str:
    """The words that may be written, each with what it means beside it, where that needs saying."""
    meanings = shared().values[language]

    def meant(found: re.Match[str]) -> str:
        meaning = meanings.get(f"{field}.{found[1]}") or meanings.get(found[1])
        return f"{found[0]}（{meaning}）" if meaning else found[0]

    return _IN_BACKTICKS.sub(meant, allowed)


def _named(value: str, names: Mapping[str, str]) -> str:
    """A value as the reader calls it; a language that nobody has named here by its code."""
    if value in names:
        return names[value]
    _, of_a_language, code = value.partition("in-")
    return names["in-any"].format(code) if of_a_language and code in LANGUAGES else value


def near(name: str, names: Iterable[str], *, cutoff: float = 0.6) -> list[str]:
    """The one of `names` that may have been meant, if any is near; capital letters aside.

    `cutoff`: how alike they must be, from 0 to 1, as difflib reckons it.
    """
    there = sorted(names)
    close = get_close_matches(name.lower(), [each.lower() for each in there], n=1, cutoff=cutoff)
    return [each for each in there if close and each.lower() == close[0]][:1]


def suggested(name: str, names: Iterable[str]) -> dict[str, str]:
    """Details `hint` and `near` for the wording: what may have been meant, or else what there is."""
    there = list(names)
    close = near(name, there)
    hint = "perhaps" if close else "there-are" if there else "nothing-there"
    shown = ", ".join(f"`{each}`" for each in close or there[:MOST_NAMED])
    return {"hint": hint, "near": shown + (", …" if not close and len(there) > MOST_NAMED else "")}
