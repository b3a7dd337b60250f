"""playbook.yaml in, a Playbook out - or every problem at once."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.playbook.checks import CHECKS_OF_SENSE, CHECKS_OF_WORDS, Check, Known
from generator.playbook.checks.facts import review_is_not_overdue
from generator.playbook.drawings import with_drawings
from generator.playbook.gathered import gathered
from generator.playbook.languages import LANGUAGES
from generator.playbook.logo import with_logo
from generator.playbook.model.playbook import Accepted, Playbook
from generator.playbook.model.record import Route, inside
from generator.playbook.problems import MOST_NAMED, Problem
from generator.playbook.read.include import read
from generator.playbook.read.recovery import Rest, mended, sound
from generator.playbook.read.source import Source
from generator.playbook.read.validation import Fault, chapters, in_our_words, known_keys, understood
from generator.playbook.wordings import kinds


@dataclass(frozen=True)
class Loaded:
    """What came out of reading: the source, the playbook if it can be used, and every problem."""

    source: Source
    playbook: Playbook | None
    problems: tuple[Problem, ...]
    language: str
    """The playbook's first language, or zh where it is not known."""


def load(path: Path, *, on: date | None = None) -> Loaded:
    """Reads and checks the playbook at `path`; problems come located, in file order.

    `on` is the day to compare the review date with; nothing is compared without it.
    """
    with _nothing_collected():
        return _loaded(read(path, known_keys(), frozenset(chapters())), on)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Has Python not look for rubbish meanwhile: what is read is kept, and looking takes half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _loaded(source: Source, on: date | None) -> Loaded:
    data = source.root.data
    found = understood(data)
    problems = [*source.problems]
    if not isinstance(found, Playbook):
        problems += _about_shape(in_our_words(found, data), source)
    if source.whole:
        found_by_checks = _less_languages(_checked(found, data, on), source)
        problems += gathered(found_by_checks, source)
    if isinstance(found, Playbook) and source.whole:
        found, of_logo = with_logo(found, source.files[0].resolve().parent)
        found, of_drawings = with_drawings(found, source.files[0].resolve().parent)
        problems += (*of_logo, *of_drawings)
    usable = isinstance(found, Playbook) and source.whole and not any(p.level == "error" for p in problems)
    playbook = found if isinstance(found, Playbook) and usable else None
    return Loaded(source, playbook, located(problems, source), _language(source))


def _about_shape(problems: Iterable[Problem], source: Source) -> Iterator[Problem]:
    """What is wrong with the shape, less what only follows from the writing."""
    noted = {problem.place for problem in source.problems}
    for problem in problems:
        # What is missing may stand in the part that could not be read.
        lost = problem.kind == "missing" and not source.whole
        if lost or source.place(problem.route, at_key=problem.at_key) in noted:
            continue
        if problem.kind == "needs-quotes":
            problem = replace(problem, details=problem.details | {"value": source.typed(problem.route)})
        yield problem


def _less_languages(problems: Iterable[Problem], source: Source) -> Iterator[Problem]:
    """The problems; without those of a language to come, where the list of languages is not as it was meant."""
    listed = source.place(("about", "languages"))
    unsure = any(p.place and p.place[:2] == listed[:2] and p.level == "error" for p in source.problems)
    return (each for each in problems if not (unsure and each.kind == "missing-language"))


def _checked(found: Playbook | tuple[Fault, ...], data: object, on: date | None) -> Iterator[Problem]:
    """What the checks say of everything that can be checked beside what is wrong with the shape."""
    of_sense: tuple[Check, ...] = (*CHECKS_OF_SENSE, partial(review_is_not_overdue, on=on))
    if isinstance(found, Playbook):
        yield from _said_of(Rest(data, found), (*CHECKS_OF_WORDS, *of_sense))
    else:
        yield from _said_of(mended(data), CHECKS_OF_WORDS)
        yield from _said_of(sound(data), of_sense)


def _said_of(rest: Rest, checks: Iterable[Check]) -> Iterator[Problem]:
    if rest.playbook is not None:
        known = Known.of(rest.playbook, rest)
        for check in checks:
            for problem in check(rest.playbook, known):
                route, first = rest.written(problem.route), problem.first
                if not rest.is_put_in(route):
                    yield replace(problem, route=route, first=first and rest.written(first))


def _language(source: Source) -> str:
    """The playbook's first language; from the bare text where the chapter about cannot be read."""
    data: Any = source.root.data
    for step in ("about", "languages", 0):
        data = inside(data, step)
    return str(data) if data in LANGUAGES else source.language


def located(problems: Iterable[Problem], source: Source) -> tuple[Problem, ...]:
    """The problems with their places and items, in file order, each once."""
    found: dict[object, Problem] = {}
    for problem in problems:
        place = problem.place or source.place(problem.route, at_key=problem.at_key)
        first = source.place(problem.first) if problem.first else None
        details = problem.details | ({"first": f"{first.file}:{first.line}"} if first else {})
        if problem.named:
            details |= {"places": _listed(problem.named, source)}
        full = replace(problem, place=place, item=_item(problem.route, source), details=details)
        found.setdefault((place, full.kind, tuple(full.details.items())), full)
    order = {str(file): number for number, file in enumerate(source.files)}
    return tuple(
        sorted(
            map(partial(_as_copied, told=tuple(found.values())), found.values()),
            key=lambda p: (order.get(p.place.file, -1) if p.place else -1, p.place or ()),
        )
    )


_COPIED = re.compile(r"(?P<file>.+\.ya?ml):(?P<line>\d+)(:\d+)?")
"""A place as a problem is told with."""


def _as_copied(problem: Problem, told: Iterable[Problem]) -> Problem:
    """The problem; where a place stands in `accept` instead of an item, with the item that is told of there."""
    written = _COPIED.fullmatch(problem.details.get("name", "")) if problem.kind == "unknown-item" else None
    if written is None:
        return problem
    for each in told:
        at = each.place
        if at and at.file.endswith(written["file"]) and at.line == int(written["line"]) and each.item:
            return replace(problem, details=problem.details | {"hint": "perhaps", "near": f"`{each.item}`"})
    return problem


def _listed(routes: Iterable[Route], source: Source) -> str:
    """File and line of each, in the order of the files; of many the first."""
    order = {str(file): number for number, file in enumerate(source.files)}
    lines = {source.place(each)[:2] for each in routes}
    found = sorted(lines, key=lambda line: (order.get(line[0], -1), line[1]))
    shown = ", ".join(f"`{file}:{line}`" for file, line in found[:MOST_NAMED])
    return shown + (" …" if len(found) > MOST_NAMED else "")


def _item(route: Route, source: Source) -> str:
    """The item a route leads through, as `chapter.id`; empty where there is none."""
    data: Any = source.root.data
    for step in route:
        data = inside(data, step)
        if isinstance(data, dict) and isinstance(data.get("id"), str):
            return f"{route[0]}.{data['id']}"
    return ""


def without_accepted(
    problems: Iterable[Problem],
    accepted: Iterable[Accepted],
    *,
    printed: bool = True,
    dated: bool = True,
) -> tuple[Problem, ...]:
    """The problems that nobody has accepted, and a hint for each acceptance that is not needed.

    Whether something is still needed cannot be told without `printed` sheets or, of the review date, a day
    to hold it against.
    """
    accepted, left, used = tuple(accepted), [], set()
    for problem in problems:
        matching = [
            number
            for number, each in enumerate(accepted)
            if each.problem == problem.kind and each.at in (None, problem.item)
        ]
        used |= set(matching)
        if not matching or problem.level == "error":
            left.append(problem)
    unused = [
        Problem("accept-unused", ("accept", number), {"name": each.problem})
        for number, each in enumerate(accepted)
        if number not in used and _was_sought(each.problem, printed, dated)
    ]
    return (*left, *unused)


def still_accepted(data: object) -> Iterator[Accepted]:
    """What is accepted in a playbook that cannot be used, as far as it can be read."""
    entries = inside(data, "accept")
    for entry in entries if isinstance(entries, tuple) else ():
        with suppress(ValidationError):
            yield Accepted.model_validate(entry)


def _was_sought(kind: str, printed: bool, dated: bool) -> bool:
    return (printed or not kinds()[kind].printed) and (dated or kind != "review-overdue")
