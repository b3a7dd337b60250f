"""Plain data in, a Playbook out - or what is wrong with its shape: pydantic's complaints in our words."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import ValidationError

from generator.playbook.languages import LANGUAGES
from generator.playbook.law import with_law
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import NOTHING, Record, Route, inside
from generator.playbook.prices import with_prices
from generator.playbook.problems import Problem, near, suggested
from generator.playbook.read.mistyped import about_list, last_of_month

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
    "bad_span": "bad-span",
    "bad_width": "bad-width",
    "bad_days": "bad-days",
    "bad_id": "bad-id",
    "reserved_id": "reserved-id",
    "bad_colour": "bad-colour",
    "bad_link": "bad-link",
    "bad_country": "bad-country",
    "bad_currency": "bad-currency",
    "bad_logo": "bad-logo",
    "long": "too-long",
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


@dataclass(frozen=True)
class Fault:
    """Something pydantic complains about: its name for it, where it is in the data, what stands there."""

    type: str
    route: Route
    given: Any
    context: dict[str, Any]

    @property
    def name(self) -> str:
        """The field it is in."""
        return next((step for step in reversed(self.route) if isinstance(step, str)), "")


def understood(data: Any) -> Playbook | tuple[Fault, ...]:
    """The Playbook that `data` holds, or everything that is wrong with its shape."""
    try:
        return with_law(with_prices(Playbook.model_validate(data)))
    except ValidationError as error:
        return tuple(_faults(error, data))


def _faults(error: ValidationError, data: Any) -> Iterator[Fault]:
    for each in error.errors(include_url=False):
        kind, route, given = each["type"], _route_in(data, each["loc"]), each["input"]
        context = dict(each.get("ctx", {}))
        if kind == "too_short" and len(given) >= context["min_length"]:
            continue  # pydantic does not count entries that have a fault of their own
        if kind == "union_tag_not_found":
            yield Fault("missing", (*route, "type"), given, context)
        elif kind == "union_tag_invalid":
            yield Fault(kind, (*route, "type"), given["type"], context)
        elif kind in ("text_type", "text_empty") and isinstance(given, dict) and given:
            language = _unsaid(given)
            yield Fault(kind, (*route, language), given[language], context)
        elif kind == "text_language":
            yield Fault(kind, (*route, context["name"]), given[context["name"]], {"first": next(iter(given))})
        else:
            yield Fault(kind, route, given, context)


def _unsaid(given: dict[str, Any]) -> str:
    """The language of a text in which nothing that is a text is said."""
    return next(
        language
        for language in LANGUAGES
        if language in given and not (isinstance(given[language], str) and given[language].strip())
    )


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


def in_our_words(faults: tuple[Fault, ...], data: Any) -> Iterator[Problem]:
    """The faults as problems; one for each value, and none that only follows from another."""
    mistyped = {
        (*fault.route[:-1], meant)
        for fault in faults
        if fault.type == "extra_forbidden" and (meant := _meant(fault, fields_at(fault.route[:-1], data)))
    }
    seen: set[Route] = set()
    for fault in faults:
        if fault.route not in seen and not (fault.type == "missing" and fault.route in mistyped):
            yield _problem(fault, data)
        seen.add(fault.route)


def _meant(fault: Fault, fields: set[str]) -> str | None:
    """The field that an unknown key was meant to be: one of nearly that name, or `id owner` without its colon."""
    first = fault.name.split(" ")[0]
    return first if _lacks_colon(fault, fields) else next(iter(near(fault.name, fields)), None)


def _lacks_colon(fault: Fault, fields: set[str]) -> bool:
    return fault.given is None and fault.name.split(" ")[0] in fields


def _problem(fault: Fault, data: Any) -> Problem:
    kind, details = IN_OUR_WORDS.get(fault.type, "wrong-type"), {"name": fault.name}
    match kind:
        case "unknown-key":
            return _about_key(fault, fields_at(fault.route[:-1], data))
        case "missing":
            return Problem(kind, fault.route, details)
        case "text-language" if _lacks_colon(fault, set(LANGUAGES)):
            return Problem("yaml-no-colon", fault.route, details, at_key=True)
        case "text-language" if fault.given is None and fault.context["first"] == fault.name:
            return Problem("yaml-brace", fault.route[:-1], {"name": "{"})
        case "text-language":
            return Problem("text-cut" if fault.given is None else kind, fault.route, details, at_key=True)
        case _ if fault.given is None:
            return Problem("no-value", fault.route, details)
    if nearly := about_list(fault.type, fault.route, fault.given, fault.name):
        return nearly
    if kind == "bad-date" and (last := last_of_month(str(fault.context["value"]))):
        return Problem("no-such-day", fault.route, {"value": str(fault.context["value"]), "last": last})
    kind, details = _about_value(kind, fault, details, data)
    return Problem(kind, fault.route, details, at_key=kind in ("too-few", "too-many"))


def _about_key(fault: Fault, fields: set[str]) -> Problem:
    """What is to be said of a key the record does not have; without a value it may be the half of a text."""
    details = {"name": fault.name}
    if _lacks_colon(fault, fields):
        return Problem("yaml-no-colon", fault.route, details, at_key=True)
    if fault.given is None and not near(fault.name, fields):
        return Problem("text-cut", fault.route, details, at_key=True)
    return Problem("unknown-key", fault.route, details | suggested(fault.name, sorted(fields)), at_key=True)


def _about_value(kind: str, fault: Fault, details: dict[str, str], data: Any) -> tuple[str, dict[str, str]]:
    """What is to be said of a value that does not do."""
    details["value"] = _as_typed(fault.given)
    expected = "a-word" if kind == "not-a-text" else _EXPECTED.get(fault.type, "a-number")
    match kind:
        case "not-one-of" if fault.route == ("schema",):
            kind = "schema-unknown"
        case "not-one-of":
            allowed = str(fault.context.get("expected") or fault.context.get("expected_tags", ""))
            names = allowed.replace(" or ", ", ").replace("'", "").split(", ")
            details["allowed"] = ", ".join(f"`{name.lower() if name == 'True' else name}`" for name in names)
        case "wrong-type" | "not-a-text" if expected == "a-word" and isinstance(fault.given, (int, float)):
            kind = "bad-id" if fault.name == "id" else "needs-quotes"
        case "wrong-type":
            given = "fields" if isinstance(fault.given, dict) else details["value"]
            details |= {"expected": expected, "given": "a-list" if isinstance(fault.given, tuple) else given}
        case "too-few" | "too-many":
            bound = fault.context.get("min_length", fault.context.get("max_length"))
            details |= {"bound": str(bound), "count": str(len(fault.given))}
            if kind == "too-few":
                details["hint"] = "must-be-there" if _is_required(fault.route, data) else "or-leave-out"
        case "out-of-range":
            least, most = fault.context.get("ge"), fault.context.get("le")
            details["bound"] = f"{most if least is None else least:g}"
            details["side"] = "at-most" if least is None else "at-least"
        case "too-long":
            details |= {key: str(fault.context[key]) for key in ("count", "most")}
        case _ if kind.startswith(("bad-", "reserved-")):
            details["value"] = str(fault.context["value"])
    return kind, details


def _is_required(route: Route, data: Any) -> bool:
    fields = [kind.model_fields.get(str(route[-1])) for kind in records_at(route[:-1], data)]
    return any(field is not None and field.is_required() for field in fields)


def _as_typed(value: object) -> str:
    """A value as an author would recognise it; texts in quotes, so that "1" can be told from 1."""
    match value:
        case dict() | tuple():
            return "…"
        case bool():
            return str(value).lower()
        case str() if len(value) > 30:
            return f'"{value[:29]}…"'
        case str():
            return f'"{value}"'
        case _:
            return str(value)


@cache
def known_keys() -> frozenset[str]:
    """The names of all fields of all records, and the names of languages."""
    names = {*LANGUAGES, "include", "schema"}
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
    names = {name for kind in records_at(route, data) for name in kind.model_fields}
    return {"schema" if name == "schema_" else name for name in names} | ({"include"} if not route else set())


def records_at(route: Route, data: Any) -> list[type[Record]]:
    """The records that may stand at `route`; where a `type` says which it is, that one."""
    kinds: list[type[Record]] = [Playbook]
    for step in route:
        data = inside(data, step)
        if isinstance(step, int):
            continue
        fields = [kind.model_fields[step] for kind in kinds if step in kind.model_fields]
        kinds = [inner for field in fields for inner in records_in(field.annotation)]
    given = inside(data, "type")
    fitting = [
        kind
        for kind in kinds
        if "type" in kind.model_fields and given in get_args(kind.model_fields["type"].annotation)
    ]
    return fitting or kinds
