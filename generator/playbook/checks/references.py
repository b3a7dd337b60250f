"""Ids: each stands once, and what is named is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any, get_args

from generator.playbook.checks.known import Check, Known
from generator.playbook.checks.texts import SHOP
from generator.playbook.model import Playbook
from generator.playbook.problems import Problem, wording
from generator.playbook.record import Item, Names, Part, Record, Route, walk

_NOT_CHAPTERS = {"schema_", "about", "accept"}


def ids_stand_once(playbook: Playbook, known: Known) -> Iterator[Problem]:
    """Items: once in their chapter. Parts: once among their siblings. Facts, placeholders, {shop}: one name space."""
    for route, value in walk(playbook):
        if isinstance(value, Item):
            first = known.ids[str(route[0])][value.id]
            if first != route:
                yield Problem("doubled-id", (*route, "id"), {"name": value.id})
        if isinstance(value, tuple):
            yield from _doubled_parts(value, route)
    taken = {SHOP} | {fact.id for fact in playbook.facts}
    for index, placeholder in enumerate(playbook.placeholders):
        if placeholder.id in taken:
            yield Problem("doubled-id", ("placeholders", index, "id"), {"name": placeholder.id})


def _doubled_parts(siblings: tuple[object, ...], route: Route) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, sibling in enumerate(siblings):
        if isinstance(sibling, Part) and not isinstance(sibling, Item):
            if sibling.id in seen:
                yield Problem("doubled-id", (*route, index, "id"), {"name": sibling.id})
            seen.add(sibling.id)


def what_is_named_is_there(playbook: Playbook, known: Known) -> Iterator[Problem]:
    for route, value in walk(playbook):
        if isinstance(value, Record):
            for field, names in named_by(type(value)).items():
                given = getattr(value, field)
                many = given if isinstance(given, tuple) else (given,)
                for index, name in enumerate(many):
                    where = (*route, field, index) if isinstance(given, tuple) else (*route, field)
                    if name is not None and not _is_there(names.chapter, name, playbook, known):
                        yield _unknown(names.chapter, name, where, known)


def _is_there(chapter: str, name: str, playbook: Playbook, known: Known) -> bool:
    if chapter != "*":
        return known.has(chapter, name)
    chapter, _, item = name.partition(".")
    if chapter in _NOT_CHAPTERS or chapter not in Playbook.model_fields:
        return False
    return known.has(chapter, item) if item else bool(getattr(playbook, chapter))


def _unknown(chapter: str, name: str, route: Route, known: Known) -> Problem:
    if chapter == "*":
        there = [f"{chapter}.{item}" for chapter, items in known.ids.items() for item in items]
        return Problem("unknown-item", route, {"name": name, "near": _near(name, there)})
    return Problem(
        "unknown-reference",
        route,
        {"name": name, "chapter": chapter, "near": _near(name, list(known.ids.get(chapter, ())))},
    )


def _near(name: str, there: list[str]) -> str:
    close = get_close_matches(name, there, n=1, cutoff=0.5) or there[:8]
    return ", ".join(f"`{each}`" for each in close)


@cache
def named_by(kind: type[Record]) -> Mapping[str, Names]:
    """The fields of a record whose value is the id of something, and where that stands."""
    found = {}
    for name, field in kind.model_fields.items():
        marks = [mark for mark in (*field.metadata, *_marks(field.annotation)) if isinstance(mark, Names)]
        if marks:
            found[name] = marks[0]
    return found


def _marks(annotation: Any) -> Iterator[object]:
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        if not (isinstance(inner, type) and issubclass(inner, Record)):
            yield from _marks(inner)


def accepted_problems_exist(playbook: Playbook, known: Known) -> Iterator[Problem]:
    kinds = [name for name, words in wording().items() if words.get("level") in ("warning", "hint")]
    for index, accepted in enumerate(playbook.accept):
        if accepted.problem not in kinds:
            near = get_close_matches(accepted.problem, kinds, n=3, cutoff=0.4) or kinds
            details = {"name": accepted.problem, "near": ", ".join(f"`{kind}`" for kind in near)}
            yield Problem("accept-unknown", ("accept", index, "problem"), details)
        if accepted.at is not None and not _is_there("*", accepted.at, playbook, known):
            yield _unknown("*", accepted.at, ("accept", index, "at"), known)


CHECKS: tuple[Check, ...] = (ids_stand_once, what_is_named_is_there, accepted_problems_exist)
