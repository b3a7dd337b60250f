"""A form as whoever holds a phone fills it in: without the shop's own part where a customer does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.outlines.form import Field, FormOutline, Part


def on_screen(form: FormOutline) -> FormOutline:
    """`form` without what the shop fills in later, if it is a customer who fills it in; given rows as fields.

    A date that follows from a field left out is left out as well: nothing could be reckoned there.
    """
    form = row_by_row(form)
    if form.audience != "customer":
        return form
    kept = tuple(part for part in form.sections if not part.office)
    there = {field.id for part in kept for field in _of(part)}
    return replace(form, sections=tuple(_reckonable(part, there) for part in kept))


def row_by_row(form: FormOutline) -> FormOutline:
    """`form` with the cells of given rows as fields, and options that name their sub-heading: for whatever has neither."""
    return replace(form, sections=tuple(map(_row_by_row, form.sections)))


def _row_by_row(part: Part) -> Part:
    fields, table = tuple(map(_in_full, part.fields)), part.table
    if table and table.given:
        cells = (_in_full(field) for row in table.given for field in row.fields)
        return replace(part, fields=(*fields, *cells), table=None)
    whole = replace(table, columns=tuple(map(_in_full, table.columns))) if table else None
    return replace(part, fields=fields, table=whole)


def _in_full(field: Field) -> Field:
    return replace(field, options=tuple(replace(each, label=each.full) for each in field.options))


def _of(part: Part) -> Iterator[Field]:
    yield from part.fields
    yield from part.table.columns if part.table else ()


def _reckonable(part: Part, there: set[str]) -> Part:
    fields = tuple(each for each in part.fields if each.rule is None or each.rule.start in there)
    return replace(part, fields=fields)
