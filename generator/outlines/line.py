"""A form as a line of its register: which fields stand in it, and cell by cell what somebody types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.outlines.form import Blanks, Field, FormOutline
from generator.outlines.on_screen import row_by_row

Holds = Literal["value", "ticked", "other", "reckoned"]
"""The answer, yes if the option is ticked, what is written behind an option; what a formula gives."""


@dataclass(frozen=True)
class Cell:
    """A cell of a line."""

    column: str
    """The id of its column."""
    head: str
    field: Field
    holds: Holds
    option: str = ""
    """The id of the option that is ticked or not."""


def widest(form: FormOutline) -> Blanks | None:
    """Of several tables the one of which each row is a line."""
    tables = [part.table for part in row_by_row(form).sections if part.table]
    return max(tables, key=lambda table: len(table.columns), default=None)


def line_fields(form: FormOutline, *, rows: bool) -> tuple[tuple[str, Field], ...]:
    """What a line holds, each with its section; with `rows` each row of the widest table is a line of its own."""
    form = row_by_row(form)
    table = widest(form) if rows else None
    every = [("", form.number)] if form.number else []
    for part in form.sections:
        columns = table.columns if table and part.table and part.table.id == table.id else ()
        every += ((part.title, field) for field in (*part.fields, *columns))
    return tuple((group, field) for group, field in every if field and kept(field))


def kept(field: Field) -> bool:
    """Whether a line has a column for it."""
    return field.kind.excel != "none" and not field.sheet_only


def cells(form: FormOutline, *, rows: bool, other: str) -> Iterator[Cell]:
    """The cells of a line from the first that is typed; `other` is what the one behind an option is called."""
    fields = [field for _, field in line_fields(form, rows=rows)]
    days = {field.id for field in fields if field.kind.excel == "day" and not field.rule}
    figures = {field.id for field in fields if field.kind.excel == "number"}
    for field in fields:
        if field.rule:
            if field.rule.reckoned_from(days, figures):
                yield Cell(field.id, field.label, field, "reckoned")
        elif field.kind.excel == "several":
            for option in field.options:
                yield Cell(f"{field.id}-{option.id}", option.label, field, "ticked", option.id)
        else:
            yield Cell(field.id, field.label, field, "value")
        if any(option.other for option in field.options):
            yield Cell(f"{field.id}-other", other.format(field.label), field, "other")
