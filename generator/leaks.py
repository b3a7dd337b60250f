"""Answers that would stand in the handbook: what belongs to a graded question, found in the finished files of the site."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.build import Made
from generator.edition import Edition
from generator.outlines.asked import Asked, asked
from generator.outlines.papers import papers

READ = (".html", ".js", ".json", ".txt", ".md")
"""The endings of files that say something in plain text."""
SHORT = 10
"""What has fewer letters says nothing of its own: “yes”, “24 hours”."""
KEY = 5
"""From so many letters on a row of answers is no chance."""
OPTIONS = 3
"""So many options of a question beside each other are its set; one alone may be a rule of the handbook."""
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")


class Leak(Exception):
    """Answers would stand in the site: the first of them, as file and question."""

    def __init__(self, file: str, question: str, what: str) -> None:
        super().__init__(file, question, what)
        self.file, self.question, self.what = file, question, what


@dataclass(frozen=True)
class _Guarded:
    """A graded question in one language: what of it must not be said."""

    id: str
    question: Asked

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Its whole stem, the reasons, what a marker looks for; squeezed."""
        it = self.question
        said = (it.text, it.feedback, it.model, *it.looked_for, *(option.why for option in it.options))
        return tuple({squeezed for text in said if len(squeezed := _squeezed(text)) >= SHORT})

    @cached_property
    def options(self) -> tuple[str, ...]:
        found = tuple(_squeezed(option.text) for option in self.question.options)
        return found if len(found) >= OPTIONS else ()


def leaks(made: Made, site: Path) -> Iterator[Leak]:
    """Everything of graded questions and of the trainer's files that is found under `site`."""
    trainers = {Path(file.path).name for file in made.for_trainer() if file.listed}
    guarded = {edition.language: tuple(_guarded(edition)) for edition in made.editions}
    keys = {key for edition in made.editions[:1] for key in _keys(edition)}
    first = made.editions[0].language
    for path in sorted(each for each in site.rglob("*") if each.is_file()):
        name = path.relative_to(site).as_posix()
        if path.name in trainers:
            yield Leak(name, path.name, "file")
        # The index of the search says what the pages say.
        if path.suffix in READ and not name.startswith("search/"):
            language = name.partition("/")[0]
            questions = guarded.get(language, guarded[first])
            yield from _found(name, path.read_text("utf-8", errors="replace"), questions, keys)


def _found(name: str, text: str, questions: tuple[_Guarded, ...], keys: set[str]) -> Iterator[Leak]:
    said = _squeezed(html.unescape(_TAG.sub("", text)))
    for each in questions:
        # As an anchor or a name: examples of ours have ids of that kind in running text.
        if each.id in text and re.search(rf'["#]{re.escape(each.id)}["&]', text):
            yield Leak(name, each.id, "id")
        if any(part in said for part in each.texts):
            yield Leak(name, each.id, "text")
        if each.options and _beside(said, each.options):
            yield Leak(name, each.id, "options")
    for key in keys:
        if key in text and re.search(rf"(?<!\w){key}(?!\w)", text):
            yield Leak(name, key, "key")


def _beside(said: str, options: tuple[str, ...]) -> bool:
    """Whether all options stand together, with no more than their own length between them."""
    places = [said.find(option) for option in options]
    return min(places) >= 0 and max(places) - min(places) <= 2 * sum(map(len, options))


def _guarded(edition: Edition) -> Iterator[_Guarded]:
    seen: set[str] = set()
    for outline in papers(edition):
        for placed in outline.variant.questions:
            if placed.question.id not in seen:
                seen.add(placed.question.id)
                yield _Guarded(placed.question.id, asked(edition, placed))


def _keys(edition: Edition) -> Iterator[str]:
    """The row of letters of each variant, as somebody would write it down."""
    for outline in papers(edition):
        key = "".join(placed.letters for placed in outline.variant.questions)
        if len(key) >= KEY:
            yield key


def _squeezed(text: str) -> str:
    return _SPACE.sub("", text)
