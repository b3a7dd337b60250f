"""Plain data in, a Playbook out: pydantic's complaints in our words, and what is right beside what is wrong."""

from __future__ import annotations

import copy
import types
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import ValidationError

from generator.playbook.model import Playbook
from generator.playbook.problems import Problem
from generator.playbook.record import NOTHING, Record, Route, inside

IN_OUR_WORDS = {
    "missing": "missing",
    "extra_forbidden": "unknown-key",
    "literal_error": "not-one-of",
    "union_tag_invalid": "not-one-of",
    "union_tag_not_found": "missing",
    "too_short": "too-few",
    "too_long": "too-many",
    "greater_than_equal": "out-of-range",
    "less_than_equal": "out-of-range",
    "text_type": "not-a-text",
    "text_empty": "text-empty",
    "text_language": "text-language",
    "bad_date": "bad-date",
    "bad_time": "bad-time",
    "bad_id": "bad-id",
    "bad_colour": "bad-colour",
    "bad_link": "bad-link",
}
"""pydantic's names of faults, and ours; any other is a wrong type."""

_EXPECTED = {
    "string_type": "a-word",
    "int_type": "a-whole-number",
    "float_type": "a-number",
    "bool_type": "true-or-false",
    "tuple_type": "a-list",
    "model_type": "fields",
    "model_attributes_type": "fields",
}


def understood(data: Any, pruned: list[object]) -> tuple[list[Problem], Playbook | None]:
    """The problems of shape and, with the faulty parts left out, the rest as a Playbook.

    Leaving out what is wrong lets the other checks look at the rest in the same run.
    """
    problems: list[Problem] = []
    for _ in range(5):
        try:
            return problems, Playbook.model_validate(data)
        except ValidationError as error:
            faults = error.errors(include_url=False)
            found = _without_echoes([_in_our_words(fault, data) for fault in faults])
            problems += (replace(problem, route=as_written(data, problem.route)) for problem in found)
            if not _prune(data, [fault["loc"] for fault in faults], pruned):
                break
    return problems, None


def _without_echoes(problems: list[Problem]) -> list[Problem]:
    """One problem for each value: what a union says of the same value again is left out."""
    seen: dict[tuple[Route, str], Problem] = {}
    for problem in problems:
        seen.setdefault((problem.route, problem.details.get("name", "")), problem)
    return list(seen.values())


def _in_our_words(fault: Any, data: Any) -> Problem:
    kind = IN_OUR_WORDS.get(fault["type"], "wrong-type")
    route = _route_in(data, fault["loc"])
    name = next((step for step in reversed(fault["loc"]) if isinstance(step, str)), "")
    context = fault.get("ctx", {})
    details = {"name": name}
    if kind == "unknown-key":
        names = sorted(fields_at(route[:-1], data))
        details["near"] = _near(name, names)
        return Problem(kind, route, details, at_key=True)
    if fault["type"] == "union_tag_not_found":
        return Problem("missing", route, {"name": "type"})
    if kind == "not-one-of":
        expected = str(context.get("expected") or context.get("expected_tags", "")).replace(" or ", ", ")
        given = fault["input"].get("type") if isinstance(fault["input"], dict) else fault["input"]
        if isinstance(fault["input"], dict):
            route = (*route, "type")
        if route == ("schema",):
            return Problem("schema-unknown", route, {"value": str(given)})
        details |= {"value": str(given), "allowed": expected.replace("'", "`")}
    elif kind == "wrong-type":
        details["expected"] = _EXPECTED.get(fault["type"], "a-number")
        details["value"] = _shortened(fault["input"])
    elif kind in ("too-few", "too-many", "out-of-range"):
        bounds = (context.get(key) for key in ("min_length", "max_length", "ge", "le"))
        details["bound"] = str(next(bound for bound in bounds if bound is not None))
        details["side"] = "at-least" if fault["type"] in ("greater_than_equal", "too_short") else "at-most"
    else:
        details |= {key: str(value) for key, value in context.items()}
    return Problem(kind, route, details)


def _shortened(value: object) -> str:
    if isinstance(value, (dict, tuple)):
        return "…"
    text = str(value).lower() if isinstance(value, bool) else "null" if value is None else str(value)
    return text if len(text) <= 30 else text[:29] + "…"


def _near(name: str, names: list[str]) -> str:
    close = get_close_matches(name, names, n=1, cutoff=0.6)
    return f"`{close[0]}`" if close else ", ".join(f"`{each}`" for each in names)


def _route_in(data: Any, loc: Route) -> Route:
    """`loc` without the names pydantic adds for the branches of a union; a missing last key stays."""
    route: list[str | int] = []
    for number, step in enumerate(loc):
        inner = inside(data, step)
        if inner is not NOTHING:
            data = inner
            route.append(step)
        elif number == len(loc) - 1 and isinstance(data, dict):
            route.append(step)
    return tuple(route)


def _prune(data: Any, locs: list[Route], pruned: list[object]) -> bool:
    """Takes what is faulty out of `data`: for each fault the nearest list entry around it, or a top field."""
    targets = {_faulty_part(data, _route_in(data, loc)) for loc in locs} - {()}
    # Inner parts and later entries go before what holds them, so that no position shifts under our feet.
    for target in sorted(targets, key=_depth_and_position, reverse=True):
        if not _taken_out(data, target, pruned):
            return False
    return bool(targets)


def _depth_and_position(route: Route) -> tuple[int, int]:
    return len(route), route[-1] if isinstance(route[-1], int) else -1


def _faulty_part(data: Any, route: Route) -> Route:
    """The part of `route` that ends at the innermost list entry there is, or else the whole."""
    ends = 0
    for depth, step in enumerate(route):
        data = inside(data, step)
        if isinstance(step, int) and data is not NOTHING:
            ends = depth + 1
    return route[:ends] if ends else route[:2]


def _taken_out(data: Any, route: Route, pruned: list[object]) -> bool:
    *before, last = route
    if not isinstance(last, int):
        return _stand_in(data, route, pruned)
    holder = data
    for step in before:
        holder = holder[step]
    pruned.append(holder[last])
    return _without_entry(data, tuple(before), last)


_STAND_INS: dict[str, Any] = {
    "schema": 1,
    "about": {
        "title": "-",
        "version": "-",
        "date": "2000-01-01",
        "review_by": "9999-12-31",
        "owner": "-",
        "languages": ("zh",),
    },
    "shop": {
        "name": "-",
        "open_days": ("mon",),
        "service_hours": {"start": "00:00", "end": "23:59"},
        "channels": ({"id": "x", "name": "-", "kind": "chat"},),
    },
}
"""What takes the place of a faulty value in the chapters that must be there, so that checks can go on."""


def _stand_in(data: Any, route: Route, pruned: list[object]) -> bool:
    chapter = str(route[0])
    stand_in = _STAND_INS.get(chapter)
    if chapter == "roles" or (stand_in is None and chapter not in data):
        return False
    if isinstance(stand_in, dict) and isinstance(data.get(chapter), dict) and len(route) > 1:
        name = str(route[1])
        pruned.append(data[chapter].pop(name, None))
        if name in stand_in:
            data[chapter][name] = stand_in[name]
        return True
    pruned.append(data.pop(chapter, None))
    if stand_in is not None:
        data[chapter] = copy.deepcopy(stand_in)
    return True


class _Kept(tuple[Any, ...]):
    """What is left of a list, and the positions its entries had as it was written."""

    written: tuple[int, ...]


def _without_entry(data: Any, route: Route, index: int) -> bool:
    """Takes entry `index` out of the list at `route`."""
    holder = data
    for step in route[:-1]:
        holder = holder[step]
    entries = holder[route[-1]]
    written = getattr(entries, "written", tuple(range(len(entries))))
    kept = _Kept(entries[:index] + entries[index + 1 :])
    kept.written = written[:index] + written[index + 1 :]
    if isinstance(holder, dict):
        holder[route[-1]] = kept
        return True
    return False


def as_written(data: Any, route: Route) -> Route:
    """`route` with the list positions of the file, where entries have been taken out before."""
    steps: list[str | int] = []
    for step in route:
        written = getattr(data, "written", None)
        steps.append(written[step] if written and isinstance(step, int) and step < len(written) else step)
        data = inside(data, step)
    return tuple(steps)


@cache
def known_keys() -> frozenset[str]:
    """The names of all fields of all records, and the names of languages."""
    names = {"zh", "en", "include", "schema"}
    for record in _records(Playbook):
        names |= set(record.model_fields)
    return frozenset(names - {"schema_"})


def chapters() -> Iterator[str]:
    return (name for name in Playbook.model_fields if name != "schema_")


def _records(record: type[Record]) -> set[type[Record]]:
    found, waiting = {record}, [record]
    while waiting:
        for field in waiting.pop().model_fields.values():
            new = {inner for inner in records_in(field.annotation) if inner not in found}
            found |= new
            waiting += new
    return found


def records_in(annotation: Any) -> Iterator[type[Record]]:
    """The record types an annotation mentions."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for inner in (
        get_args(annotation) if get_origin(annotation) in (Annotated, Union, types.UnionType, tuple) else ()
    ):
        yield from records_in(inner)


def fields_at(route: Route, data: Any) -> set[str]:
    """The names of the fields that the record at `route` may have."""
    kinds: list[type[Record]] = [Playbook]
    for step in route:
        data = data[step]
        if isinstance(step, int):
            continue
        fields = [kind.model_fields[step] for kind in kinds if step in kind.model_fields]
        kinds = [inner for field in fields for inner in records_in(field.annotation)]
    if isinstance(data, dict) and "type" in data:
        kinds = [
            kind for kind in kinds if data["type"] in get_args(kind.model_fields["type"].annotation)
        ] or kinds
    names = {name for kind in kinds for name in kind.model_fields} or {"zh", "en"}
    return {"schema" if name == "schema_" else name for name in names} | ({"include"} if not route else set())
