"""Ids: each stands once, and what is named is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from generator.playbook.checks.index import Check, Known
from generator.playbook.checks.texts import OF_THE_SHOP
from generator.playbook.model.forms import FormField
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.questions import Gap
from generator.playbook.model.record import Item, Names, Part, Record, Route
from generator.playbook.prices import price_lines, without_prices
from generator.playbook.problems import Problem, near, suggested
from generator.playbook.wordings import kinds

_NOT_CHAPTERS = {"schema_", "about", "accept"}


def ids_stand_once(playbook: Playbook, known: Known) -> Iterator[Problem]:
    """Items: once in their chapter. Parts: once among their siblings. Names in braces: one for one thing."""
    for route, value in known.everything:
        if isinstance(value, Item):
            first = known.ids.get(str(route[0]), {}).get(value.id, route)
            if first != route:
                yield Problem("doubled-id", (*route, "id"), {"name": value.id}, first=first)
        elif isinstance(value, tuple):
            yield from _doubled_parts(value, route)
    yield from _doubled_names(playbook, known)


def _doubled_parts(siblings: tuple[object, ...], route: Route) -> Iterator[Problem]:
    seen: dict[str, Route] = {}
    for index, sibling in enumerate(siblings):
        # The fields of a form stand once in the whole form; forms.py sees to that.
        if isinstance(sibling, Part) and not isinstance(sibling, (Item, FormField)):
            first = seen.setdefault(sibling.id, (*route, index))
            if first != (*route, index):
                yield Problem("doubled-id", (*route, index, "id"), {"name": sibling.id}, first=first)


def _doubled_names(playbook: Playbook, known: Known) -> Iterator[Problem]:
    """Facts, placeholders, prices, gaps and what is stated under shop are all named in braces."""
    taken: dict[str, Route] = dict(OF_THE_SHOP)
    for route, each in _named_in_braces(playbook):
        first = taken.setdefault(each.id, route)
        if first != route and not (route[0] == first[0] == "prices"):
            yield Problem("doubled-id", (*route, "id"), {"name": each.id}, first=first)
    for route, value in known.records:
        if isinstance(value, Gap) and value.id in taken:
            yield Problem("doubled-id", (*route, "id"), {"name": value.id}, first=taken[value.id])


def _named_in_braces(playbook: Playbook) -> Iterator[tuple[Route, Part]]:
    facts = without_prices(playbook).facts
    for chapter, named in (("facts", facts), ("placeholders", playbook.placeholders)):
        yield from (((chapter, index), each) for index, each in enumerate(named))
    for line in price_lines(playbook):
        yield line.route, line.price


def what_is_named_is_there(playbook: Playbook, known: Known) -> Iterator[Problem]:
    for route, record in known.records:
        for field, names in named_by(type(record)).items():
            given = getattr(record, field)
            many = given if isinstance(given, tuple) else (given,)
            for index, name in enumerate(many):
                if name is not None and not _is_there(names, name, playbook, known):
                    where = (*route, field, index) if isinstance(given, tuple) else (*route, field)
                    yield _unknown(names, name, where, known)


def _is_there(names: Names, name: str, playbook: Playbook, known: Known) -> bool:
    if names.chapter != "*":
        route = known.ids.get(names.chapter, {}).get(name)
        elsewhere = bool(names.part and route and route[1] != names.part)
        return name in names.also or (known.has(names.chapter, name) and not elsewhere)
    chapter, _, item = name.partition(".")
    if chapter in _NOT_CHAPTERS or chapter not in Playbook.model_fields:
        return False
    return known.has(chapter, item) if item else bool(getattr(playbook, chapter)) or known.lacks(chapter)


def _unknown(names: Names, name: str, route: Route, known: Known) -> Problem:
    if names.chapter == "*":
        return Problem("unknown-item", route, {"name": name} | _suggested_item(name, known))
    items = known.ids.get(names.chapter, {}).items()
    there = [*names.also, *(each for each, at in items if not names.part or at[1] == names.part)]
    details = {"name": name, "chapter": names.part or names.chapter}
    return Problem("unknown-reference", route, details | suggested(name, there))


def _suggested_item(name: str, known: Known) -> dict[str, str]:
    """The nearest item of all, or the items of the chapter named, or the chapters."""
    items = {chapter: [f"{chapter}.{item}" for item in items] for chapter, items in known.ids.items()}
    everything = [item for each in items.values() for item in each]
    if near(name, everything):
        return suggested(name, everything)
    return suggested(name, items.get(name.partition(".")[0]) or items)


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


EXPLAIN = "`playbook explain`"
"""The command that lists every kind of problem."""


def accepted_problems_exist(playbook: Playbook, known: Known) -> Iterator[Problem]:
    for index, accepted in enumerate(playbook.accept):
        if not _can_be_accepted(accepted.problem):
            acceptable = filter(_can_be_accepted, kinds())
            close = near(accepted.problem, acceptable)
            told = suggested(accepted.problem, close) if close else {"hint": "told-by", "near": EXPLAIN}
            details = {"name": accepted.problem} | told
            yield Problem("accept-unknown", ("accept", index, "problem"), details)
        if accepted.at is not None and not _is_there(Names("*"), accepted.at, playbook, known):
            yield _unknown(Names("*"), accepted.at, ("accept", index, "at"), known)


def _can_be_accepted(name: str) -> bool:
    return name in kinds() and kinds()[name].level != "error"


CHECKS: tuple[Check, ...] = (ids_stand_once, what_is_named_is_there, accepted_problems_exist)
