"""Papers that were handed out: a lock holds all that was printed, so that it can be printed again after the playbook changed.

The words, the order and the key are those of the day for ever; the bytes too, as long as the same tools print them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, partial

from pydantic import TypeAdapter, ValidationError

from generator.design.printing import Job, Printer
from generator.design.stamping import Stamp
from generator.design.type import FOLDER as FONTS
from generator.edition import Edition, editions
from generator.labels import labels
from generator.outlines.papers import PaperOutline, papers
from generator.output import OutputFile, Progress
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Route
from generator.playbook.problems import Problem
from generator.printables.sheet import SetSheet

FOLDER = "locks"
"""Where locks lie, beside the playbook. They hold keys, so this folder never goes where the playbook goes."""
ENDING = ".json"
_KINDS = ("quiz", "key")


@dataclass(frozen=True)
class IssuedSheet:
    """A page as it was printed, and its stamp."""

    id: str
    language: str
    title: str
    kind: str
    paper: str
    code: str
    html: str
    stamp: Stamp

    @property
    def job(self) -> Job:
        return Job(self.html, self.stamp, pictured=False)


@dataclass(frozen=True)
class IssuedQuestion:
    """A question in the order it was printed in: the ids of its parts, and of those that are right."""

    id: str
    order: tuple[str, ...]
    key: tuple[str, ...]


@dataclass(frozen=True)
class Lock:
    """A paper that was handed out."""

    paper: str
    day: str
    """The day it was issued, as 2026-11-28."""
    version: str
    """Of the playbook."""
    tools: str
    """What printed it."""
    variants: Mapping[str, tuple[IssuedQuestion, ...]]
    sheets: tuple[IssuedSheet, ...]
    aids: Mapping[str, str]
    """The page that marks it, by language."""

    @property
    def name(self) -> str:
        return f"{self.paper}-{self.day}"


_LOCK: TypeAdapter[Lock] = TypeAdapter(Lock)


def lock(
    playbook: Playbook,
    sheets: Iterable[SetSheet],
    aids: Mapping[str, str],
    paper: str,
    day: str,
    printer: Printer,
) -> Lock:
    """Everything printed of a paper, and the pages that mark it, as they are today."""
    issued = tuple(
        IssuedSheet(
            it.sheet.id,
            it.edition.language,
            it.sheet.title,
            it.sheet.kind,
            it.sheet.paper,
            it.code,
            it.html,
            it.stamp,
        )
        for it in sheets
        if it.sheet.of == f"training.{paper}" and it.sheet.kind in _KINDS
    )
    first = editions(playbook)[0]
    return Lock(paper, day, playbook.about.version, _tools(printer), _variants(first, paper), issued, aids)


def written(it: Lock) -> bytes:
    return _LOCK.dump_json(it, indent=1) + b"\n"


def read(content: bytes) -> Lock | None:
    """What a lock holds; None if it cannot be read."""
    try:
        return _LOCK.validate_json(content)
    except ValidationError:
        return None


def _tools(printer: Printer) -> str:
    return f"{printer.engine.version}; fonts {_fonts()}"


@cache
def _fonts() -> str:
    files = sorted(path for path in FONTS.iterdir() if path.is_file())
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def _variants(edition: Edition, paper: str) -> dict[str, tuple[IssuedQuestion, ...]]:
    return {each.variant.letter: _asked(each) for each in papers(edition) if each.paper.id == paper}


def _asked(outline: PaperOutline) -> tuple[IssuedQuestion, ...]:
    return tuple(IssuedQuestion(each.id, each.order, each.key) for each in outline.questions)


@dataclass(frozen=True)
class Issued:
    """The family of papers that were handed out, by the names of their locks."""

    playbook: Playbook
    locks: Mapping[str, bytes]
    printer: Printer

    @cached_property
    def _read(self) -> Mapping[str, Lock | None]:
        return {name: read(content) for name, content in self.locks.items()}

    @cached_property
    def outputs(self) -> tuple[OutputFile, ...]:
        there = (it for it in self._read.values() if it)
        return tuple(
            file
            for it in there
            for file in (
                *(self._file(it, sheet) for sheet in it.sheets),
                *(self._aid(it, language) for language in it.aids),
            )
        )

    def problems(self, only: Collection[str] | None, _done: Progress) -> Iterator[Problem]:
        """A lock that cannot be read, tools that have changed, and what a draft moves against what is out."""
        for name, it in () if only == () else self._read.items():
            if it is None:
                yield Problem("issued-unreadable", ("training",), {"file": f"{FOLDER}/{name}"}, at_key=True)
                continue
            route = self._route(it)
            if it.tools != _tools(self.printer):
                yield Problem("issued-tools", route, {"name": it.name})
            yield from self._moved(it, route)

    def _route(self, it: Lock) -> Route:
        training = self.playbook.training
        ids = [paper.id for paper in training.papers] if training else []
        return ("training", "papers", ids.index(it.paper)) if it.paper in ids else ("training",)

    def _moved(self, it: Lock, route: Route) -> Iterator[Problem]:
        now = _variants(editions(self.playbook)[0], it.paper)
        moved = sorted(
            {
                question.id
                for letter, before in it.variants.items()
                for question in moved_questions(before, now.get(letter, ()))
            }
        )
        if moved:
            names = ", ".join(f"`{name}`" for name in moved)
            yield Problem("issued-moved", route, {"name": it.name, "moved": names})

    def _folder(self, it: Lock, language: str) -> str:
        first = language == self.playbook.about.languages[0]
        return f"{'' if first else language + '/'}issued/{it.name}/"

    def _aid(self, it: Lock, language: str) -> OutputFile:
        return OutputFile(
            id=f"issued-{it.name}-marking",
            of=f"training.{it.paper}",
            kind="issued-marking",
            language=language,
            title=f"{labels(language).exports.marking.title} · {it.name}",
            path=f"{self._folder(it, language)}marking.html",
            audience="trainer",
            content=partial(str.encode, it.aids[language]),
            route=self._route(it),
        )

    def _file(self, it: Lock, sheet: IssuedSheet) -> OutputFile:
        return OutputFile(
            id=f"issued-{it.day}-{sheet.id}",
            of=f"training.{it.paper}",
            kind=f"issued-{sheet.kind}",
            language=sheet.language,
            title=f"{sheet.title} · {it.day}",
            path=f"{self._folder(it, sheet.language)}{sheet.id}.pdf",
            audience="trainer",
            content=partial(self.printer.pdf, sheet.job),
            route=self._route(it),
            paper=sheet.paper,
            code=sheet.code,
        )


def moved_questions(
    before: tuple[IssuedQuestion, ...], now: tuple[IssuedQuestion, ...]
) -> Iterator[IssuedQuestion]:
    """Those of now whose parts stand in another order than before, or that stand elsewhere among the others.

    A part or a question that is new moves nothing if all others keep their order; nor does one that is gone.
    """
    old = {question.id: question for question in before}
    kept = [question for question in now if question.id in old]
    order = [question.id for question in before if question.id in {each.id for each in kept}]
    for place, question in enumerate(kept):
        both = set(question.order) & set(old[question.id].order)
        parts = ([part for part in each.order if part in both] for each in (question, old[question.id]))
        one, other = parts
        if one != other or order[place] != question.id:
            yield question
