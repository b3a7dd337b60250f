"""playbook.yaml in, a Playbook out - or every problem at once."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.playbook.checks import CHECKS, Known
from generator.playbook.model import Accepted, Playbook
from generator.playbook.problems import Problem
from generator.playbook.record import Route, inside
from generator.playbook.shape import as_written, chapters, known_keys, understood
from generator.playbook.source import Source, read


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
    source = read(path, known_keys(), frozenset(chapters()))
    data: Any = copy.deepcopy(source.root.data)
    pruned: list[object] = []
    shape, playbook = understood(data, pruned)
    if not source.whole:
        # What is missing may stand in the part that could not be read.
        shape, playbook = [problem for problem in shape if problem.kind != "missing"], None
    problems = [*source.problems, *shape]
    if playbook is not None:
        known = Known.of(playbook, pruned)
        for check in CHECKS:
            problems += (replace(p, route=as_written(data, p.route)) for p in check(playbook, known))
        if on is not None and on > playbook.about.review_by:
            details = {"date": str(playbook.about.review_by)}
            problems.append(Problem("review-overdue", ("about", "review_by"), details))
    language = str(playbook.about.languages[0]) if playbook else "zh"
    usable = playbook if not any(problem.level == "error" for problem in problems) else None
    return Loaded(source, usable, located(problems, source), language)


def located(problems: Iterable[Problem], source: Source) -> tuple[Problem, ...]:
    """The problems with their places and items, in file order, each once."""
    found: dict[object, Problem] = {}
    for problem in problems:
        place = problem.place or source.place(problem.route, at_key=problem.at_key)
        full = replace(problem, place=place, item=_item(problem.route, source))
        found.setdefault((place, full.kind, tuple(full.details.items())), full)
    order = {str(file): number for number, file in enumerate(source.files)}
    return tuple(
        sorted(found.values(), key=lambda p: (order.get(p.place.file, -1) if p.place else -1, p.place or ()))
    )


def _item(route: Route, source: Source) -> str:
    """The item a route leads through, as `chapter.id`; empty where there is none."""
    data: Any = source.root.data
    for step in route:
        data = inside(data, step)
        if isinstance(data, dict) and isinstance(data.get("id"), str):
            return f"{route[0]}.{data['id']}"
    return ""


def without_accepted(problems: Iterable[Problem], accepted: tuple[Accepted, ...]) -> tuple[Problem, ...]:
    """The problems that nobody has accepted, and a hint for each acceptance that is not needed."""
    left, used = [], set()
    for problem in problems:
        matching = [
            n
            for n, each in enumerate(accepted)
            if each.problem == problem.kind and each.at in (None, problem.item)
        ]
        used |= set(matching)
        if not matching or problem.level == "error":
            left.append(problem)
    unused = [
        Problem("accept-unused", ("accept", number), {"name": each.problem})
        for number, each in enumerate(accepted)
        if number not in used
    ]
    return (*left, *unused)
