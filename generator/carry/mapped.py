"""The map and her heads in; which of her columns go into which sheet of ours out, or why the map does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.carry.columns import Columns
from generator.carry.heads import Heads
from generator.carry.reading.refused import Refused
from generator.carry.today import Field, Part, Today


@dataclass(frozen=True)
class Mapped:
    """A column of hers that is taken."""

    at: int
    head: str
    field: Field
    choices: Mapping[str, str]
    """What her own words mean, by her word in small letters."""


@dataclass(frozen=True)
class Into:
    """A sheet of ours with the columns of hers that go into it."""

    part: Part
    columns: tuple[Mapped, ...]

    @cached_property
    def needed(self) -> tuple[Mapped, ...]:
        """Those without which a line is none."""
        return tuple(each for each in self.columns if each.field.column.needed)

    @cached_property
    def links(self) -> tuple[tuple[str, str], ...]:
        """Our columns that name a line of another sheet, with the sheet."""
        fields = (each for each in self.part.fields if each.column.line_of)
        return tuple((each.id, each.column.line_of) for each in fields)

    @cached_property
    def same(self) -> str:
        """Our column by which two lines are about one and the same; nothing if there is none."""
        return next((each.id for each in self.part.fields if each.column.same), "")


def mapped(heads: Heads, columns: Columns, today: Today) -> tuple[Into, ...]:
    """A sheet comes before those whose lines name its lines. Refused where the map does not fit her list or ours."""
    found = dict(_columns(heads, columns, today))
    if not found:
        raise Refused("map_takes_nothing")
    sheets = (
        Into(part, tuple(found[key] for each in part.fields if (key := f"{part.id}.{each.id}") in found))
        for part in today.parts
    )
    there = tuple(each for each in sheets if each.columns)
    for each in there:
        _check(each, there, today)
    return there


def _columns(heads: Heads, columns: Columns, today: Today) -> Iterator[tuple[str, Mapped]]:
    ours = {
        f"{part.id}.{each.id}": each
        for part in today.parts
        for each in part.fields
        if not each.column.line_of  # Which line it belongs to follows from where it stood.
    }
    used: dict[str, str] = {}
    for head, target in columns.columns.items():
        if not target:
            continue
        if target not in ours:
            raise Refused("no_such_column", ours=target, known=", ".join(ours))
        if (at := heads.at(head)) is None:
            known = ", ".join(heads.keys.values())
            raise Refused("no_such_head", head=head, row=columns.heads, known=known)
        if target in used:
            raise Refused("mapped_twice", ours=target, one=used[target], two=head)
        used[target] = head
        yield target, Mapped(at, head, ours[target], columns.choices.get(target, {}))


def _check(into: Into, there: tuple[Into, ...], today: Today) -> None:
    """Lines that belong to lines of another sheet are nothing without them, nor without what is needed."""
    taken = {each.part.id for each in there}
    for _, other in into.links:
        if other not in taken:
            needed = next(part for part in today.parts if part.id == other)
            raise Refused("map_without", part=into.part.table.tab, needed=needed.table.tab)
    fields = {each.field.id for each in into.needed}
    for each in into.part.fields:
        if each.column.needed and each.id not in fields:
            raise Refused("map_without_needed", ours=f"{into.part.id}.{each.id}", head=each.column.head)
