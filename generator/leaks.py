"""Answers that would stand in the handbook: what belongs to a graded question, found in the finished files of the site."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.build import Made
from generator.edition import Edition
from generator.outlines.asked import Asked, asked
from generator.outlines.papers import PaperOutline, papers
from generator.playbook.phrases import Phrases

READ = (".html", ".js", ".json", ".txt", ".md")
"""The endings of files that say something in plain text."""
SHORT = 10
"""What has fewer letters says nothing of its own: “yes”, “24 hours”."""
KEY = 5
"""From so many letters on a row of answers is no chance."""
OPTIONS = 3
"""So many options of a question beside each other are its set; one alone may be a rule of the handbook."""
_TAG = re.compile(r"<[^>]*>")


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

    @cached_property
    def longest(self) -> str:
        """Of the options the one that is least likely to stand somewhere by chance; none is looked for without it."""
        return max(self.options, key=len, default="")


class _Watch:
    """What must not be said in one language."""

    def __init__(self, edition: Edition, outlines: tuple[PaperOutline, ...], keys: frozenset[str]) -> None:
        self._keys = sorted(keys)
        self._questions = tuple(_guarded(edition, outlines))
        self._marks = Phrases((*keys, *(each.id for each in self._questions)))
        self._words = Phrases(word for each in self._questions for word in (*each.texts, each.longest))

    def found(self, name: str, text: str) -> Iterator[Leak]:
        """What the file of that name and text says of it."""
        marks = self._marks.within(text)
        said = _squeezed(html.unescape(_TAG.sub("", text)))
        words = self._words.within(said)
        for each in self._questions:
            # As an anchor or a name: examples of ours have ids of that kind in running text.
            if each.id in marks and re.search(rf'["#]{re.escape(each.id)}["&]', text):
                yield Leak(name, each.id, "id")
            if not words.isdisjoint(each.texts):
                yield Leak(name, each.id, "text")
            if each.longest in words and _beside(said, each.options):
                yield Leak(name, each.id, "options")
        for key in self._keys:
            if key in marks and re.search(rf"(?<!\w){key}(?!\w)", text):
                yield Leak(name, key, "key")


def leaks(made: Made, site: Path) -> Iterator[Leak]:
    """Everything of graded questions and of the trainer's files that is found under `site`."""
    trainers = {Path(file.path).name for file in made.for_trainer() if file.listed}
    outlines = [(edition, tuple(papers(edition))) for edition in made.editions]
    keys = frozenset(_keys(outlines[0][1]))
    watches = {edition.language: _Watch(edition, of_it, keys) for edition, of_it in outlines}
    first = watches[made.editions[0].language]
    for path in sorted(each for each in site.rglob("*") if each.is_file()):
        name = path.relative_to(site).as_posix()
        if path.name in trainers:
            yield Leak(name, path.name, "file")
        # The index of the search says what the pages say.
        if path.suffix in READ and not name.startswith("search/"):
            watch = watches.get(name.partition("/")[0], first)
            yield from watch.found(name, path.read_text("utf-8", errors="replace"))


def _beside(said: str, options: tuple[str, ...]) -> bool:
    """Whether all options stand together, with no more than their own length between them."""
    places = [said.find(option) for option in options]
    return min(places) >= 0 and max(places) - min(places) <= 2 * sum(map(len, options))


def _guarded(edition: Edition, outlines: Iterable[PaperOutline]) -> Iterator[_Guarded]:
    seen: set[str] = set()
    for outline in outlines:
        for placed in outline.variant.questions:
            if placed.question.id not in seen:
                seen.add(placed.question.id)
                yield _Guarded(placed.question.id, asked(edition, placed))


def _keys(outlines: Iterable[PaperOutline]) -> Iterator[str]:
    """The row of letters of each variant, as somebody would write it down."""
    for outline in outlines:
        key = "".join(placed.letters for placed in outline.variant.questions)
        if len(key) >= KEY:
            yield key


def _squeezed(text: str) -> str:
    return "".join(text.split())
