"""Problems: what is wrong, where it stands, and what to do. Wording lives in problems.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

import yaml

from generator.playbook.record import Route

Level = Literal["error", "warning", "hint"]


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
    details: Mapping[str, str] = field(default_factory=dict)
    at_key: bool = False
    """Point at the key rather than at its value."""
    place: Place | None = None
    item: str = ""
    """The item it concerns, as `chapter.id`, if it concerns one."""

    @property
    def level(self) -> Level:
        level: Level = wording()[self.kind]["level"]
        return level

    def says(self, language: str) -> str:
        return self._fill(language, 0)

    def remedy(self, language: str) -> str:
        return self._fill(language, 1)

    def shown(self, language: str) -> str:
        """Place, level, what is wrong and what to do, as lines for a terminal."""
        level = wording()["levels"][language][self.level]
        place = f"{self.place.file}:{self.place.line}:{self.place.column}: " if self.place else ""
        return f"{place}{level}{self.says(language)} [{self.kind}]\n    {self.remedy(language)}"

    def _fill(self, language: str, which: int) -> str:
        words: str = wording()[self.kind][language][which]
        return words.format_map(_in_words(self.details, language))


class Problems(Exception):
    """Raised where a playbook cannot be used: every problem at once."""

    def __init__(self, problems: Iterable[Problem], language: str) -> None:
        self.problems = tuple(problems)
        self.language = language
        super().__init__("\n".join(problem.shown(language) for problem in self.problems))


def _in_words(details: Mapping[str, str], language: str) -> Mapping[str, str]:
    """The details, with chapters, kinds of values and languages named in the reader's language."""
    names = wording()["names"][language]
    named = ("chapter", "expected", "side", "language")
    return {key: names.get(value, value) if key in named else value for key, value in details.items()}


@cache
def wording() -> dict[str, Any]:
    """Every kind of problem: its level and, per language, what is said and the remedy."""
    text = (Path(__file__).parent / "problems.yaml").read_text("utf-8")
    table: dict[str, Any] = yaml.safe_load(text)
    return table
