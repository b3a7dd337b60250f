"""The building blocks of the model: records, items with an id, and the plain kinds of values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, TypeVar, get_args
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PlainSerializer,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from generator.playbook.model.described import description
from generator.playbook.model.text import Text

Route = tuple[str | int, ...]
"""Where a value stands in the playbook: keys and list positions, from the top."""


class Record(BaseModel):
    """Some fields that belong together; a field it does not know is an error."""

    # Only the playbook as a whole is made ready to be read, when it is; that holds all the others.
    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, defer_build=True, validate_default=False
    )

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        schema = handler(core)
        properties = handler.resolve_ref_schema(schema)["properties"]
        for name, field in cls.model_fields.items():
            if said := description(cls, name):
                properties[field.alias or name]["description"] = said
        return schema


OneOrMore = Field(min_length=1)
"""Marks a list that is not empty."""

R = TypeVar("R")


@dataclass(frozen=True)
class Names:
    """Marks a field whose value is the id of something elsewhere in the playbook."""

    chapter: str
    """The chapter the named item stands in; `*` for any, then written `chapter.id`."""
    part: str = ""
    """The list of the chapter it stands in, where the chapter has several."""
    also: tuple[str, ...] = ()
    """What may be named besides, that no shop has to state."""


def _short(most: int) -> Callable[[str], str]:
    def check(value: str) -> str:
        if len(value) > most:
            raise PydanticCustomError("long", "too long", {"count": len(value), "most": most})
        return value

    return check


def _web_address(value: str) -> str:
    try:
        parts = urlsplit(value)
        # Asking for the port tells whether it is one.
        if parts.hostname and parts.port != 0 and re.fullmatch(r"https?://[^\s<>\"]+", value):
            return value
    except ValueError:
        pass
    raise PydanticCustomError("bad_link", "bad shape", {"value": value})


def _matching(pattern: str, kind: str) -> Callable[[str], str]:
    expression = re.compile(pattern)

    def check(value: str) -> str:
        if not expression.fullmatch(value):
            raise PydanticCustomError(kind, "bad shape", {"value": value})
        return value

    return check


def _day(value: object) -> date:
    if isinstance(value, date):
        return value
    try:
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise PydanticCustomError("bad_date", "bad date", {"value": str(value)})


def exactly(only: int) -> BeforeValidator:
    """Beside a Literal of one value: Python holds True and 1 for the same, an author does not."""

    def check(value: object) -> object:
        if type(value) is not type(only):
            raise PydanticCustomError("literal_error", "not that value", {"expected": repr(only)})
        return value

    return BeforeValidator(check)


RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{name}{each}" for name in ("com", "lpt") for each in range(10)))
)
"""Names that Windows gives to no file: Microsoft, “Naming Files, Paths, and Namespaces”."""


def _no_device(value: str) -> str:
    if value in RESERVED:
        raise PydanticCustomError("reserved_id", "name of a device", {"value": value})
    return value


Id = Annotated[
    str,
    AfterValidator(_short(60)),
    AfterValidator(_matching(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*", "bad_id")),
    AfterValidator(_no_device),
]
Day = Annotated[date, BeforeValidator(_day), PlainSerializer(str)]
Clock = Annotated[str, AfterValidator(_matching(r"([01]\d|2[0-3]):[0-5]\d", "bad_time"))]
Colour = Annotated[str, AfterValidator(_matching(r"#[0-9a-fA-F]{6}", "bad_colour"))]
Country = Annotated[str, AfterValidator(_matching(r"[a-z]{2}", "bad_country"))]
Currency = Annotated[str, AfterValidator(_matching(r"[A-Z]{3}", "bad_currency"))]
LogoFile = Annotated[
    str,
    AfterValidator(_short(120)),
    AfterValidator(_matching(r"(?!.*\.\.)[\w][\w .()/-]*\.(?i:svg|png)", "bad_logo")),
]
Link = Annotated[str, AfterValidator(_short(300)), AfterValidator(_web_address)]

RoleId = Annotated[str, Names("roles")]
FactId = Annotated[str, Names("facts")]
NormId = Annotated[str, Names("norms")]
ScriptId = Annotated[str, Names("scripts")]
ChannelId = Annotated[str, Names("shop", "channels")]
EveryShopsDay = Literal["received", "bought", "opened", "runs_out", "filed", "closed", "requested"]
"""Days that every shop has: of a parcel, a sale, the first use, the end of a pack, a complaint’s sheet
handed in and its end, a request."""
DayOf = Annotated[str, Names("shop", "events", get_args(EveryShopsDay))]
ChecklistId = Annotated[str, Names("checklists")]
FormId = Annotated[str, Names("forms")]
QuestionId = Annotated[str, Names("training")]
PaperId = Annotated[str, Names("training", "papers")]
AnyId = Annotated[str, Names("*")]


class Part(Record):
    """A record with an id that is its own among its siblings: a field of a form, an option of a question."""

    id: Id
    """Short ASCII name: begins with a small letter; then letters, digits, single `-` or `_`. Never changes, never used again."""


class Item(Part):
    """A part that others may name. Its id is its own in the whole chapter."""

    NAMED_BY: ClassVar[str]
    """The field that says in words what it is: what links to it are called."""

    core: bool = False
    """Belongs to the core: what everybody reads first, what the home page leads with and a starter takes over."""
    mine: bool | None = None
    """True once it has been read and says what this shop does; in a playbook that began from a starter, all else is still
    the sample's. A whole chapter is named in `about.mine`. `false`, as `playbook add` writes it, is still the library's
    wording, whatever is said of the chapter."""


NOTHING = object()
"""What `inside` gives where there is nothing."""


def inside(data: Any, step: str | int) -> Any:
    """The value at one step into plain data, or NOTHING."""
    match data, step:
        case dict(), _ if step in data:
            return data[step]
        case tuple(), int() if step < len(data):
            return data[step]
        case _:
            return NOTHING


def fields_of(record: Record) -> Iterator[tuple[str, Any]]:
    for name in _field_names(type(record)):
        yield name, getattr(record, name)


@cache
def _field_names(kind: type[Record]) -> tuple[str, ...]:
    return tuple(kind.model_fields)


def walk(value: object, route: Route = ()) -> Iterator[tuple[Route, object]]:
    """Every record, text and plain value below `value`, outside first, with its route."""
    waiting = [(route, value)]
    while waiting:
        route, value = here = waiting.pop()
        yield here
        if isinstance(value, tuple):
            waiting += [((*route, at), value[at]) for at in range(len(value) - 1, -1, -1)]
        elif isinstance(value, Record):
            held = value.__dict__
            waiting += [((*route, name), held[name]) for name in reversed(_field_names(type(value)))]


def values(value: object) -> Iterator[tuple[str, object]]:
    """What `walk` gives but tuples, in any order, with the field it stands in and not the way there, which takes the longest."""
    waiting = [("", value)]
    while waiting:
        field, value = here = waiting.pop()
        if isinstance(value, tuple):
            waiting += [(field, inner) for inner in value]
            continue
        yield here
        if isinstance(value, Record):
            held = value.__dict__
            waiting += [(name, held[name]) for name in _field_names(type(value))]


def items_of(whole: Record) -> dict[str, dict[str, Any]]:
    """All items of a playbook by chapter and id."""
    found: dict[str, dict[str, Any]] = {}
    for name, chapter in fields_of(whole):
        for record in records(chapter):
            if isinstance(record, Item):
                found.setdefault(name, {})[record.id] = record
    return found


def records(value: object) -> Iterator[Record]:
    """Every record below `value` in the order of `walk`, which also stops at each of ten times as many values."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        inner: Iterable[object] = ()
        if isinstance(value, Record):
            yield value
            held = value.__dict__
            inner = [held[name] for name in _field_names(type(value))]
        elif isinstance(value, tuple):
            inner = value
        waiting += [each for each in inner if isinstance(each, (Record, tuple))][::-1]


def rewritten(value: Any, say: Callable[[Text, Route], str], route: Route = ()) -> Any:
    """A copy of `value` in which each Text has become the string that `say` gives for it and its route."""
    if isinstance(value, Text):
        return say(value, route)
    if isinstance(value, tuple):
        return tuple([rewritten(inner, say, (*route, at)) for at, inner in enumerate(value)])
    if isinstance(value, Record):
        inner = {
            name: rewritten(inner, say, (*route, name)) if isinstance(inner, (Text, tuple, Record)) else inner
            for name, inner in fields_of(value)
        }
        return value.model_copy(update=inner)
    return value
