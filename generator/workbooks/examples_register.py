"""The lines of a register filled in: what the form's own example says, and some more that a month is counted from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from generator.labels.example import ExampleWords
from generator.outlines.filled import TICK, filled, from_example
from generator.outlines.form import Field
from generator.outlines.line import Cell, cells, widest
from generator.playbook.calendar import Calendar
from generator.workbooks.registers import NAMES, YES, Register
from generator.workbooks.table import Column, Filled, Typed, excels

_MORE, _APART, _HOUR = 4, 3, 0.4375
"""So many lines more, so many days from one to the next; the part of a day by which half past ten is counted."""
Line = Mapping[str, Typed]


def register_lines(register: Register) -> Filled:
    columns = {column.id: column for column in register.table.columns if column.typed}
    lines = [*_of_the_form(register, columns), *_more(register, columns)]
    return {NAMES: {number: line for number, line in enumerate(lines, 1) if line}}


def _of_the_form(register: Register, columns: Mapping[str, Column]) -> Iterator[Line]:
    """What stands in the form's example, a line for each row that has something."""
    playbook, form = register.edition.playbook, register.form
    example = register.edition.item("forms", form.id).example
    written = filled(form, from_example(example, ()), Calendar.of(playbook.shop)).written
    table = None if register.is_a_case else widest(form)
    rows = range(1, table.blank_rows + 1) if table else range(1)
    for row in rows:
        there = {at: said for at, said in written.items() if not table or at.startswith(f"{table.id}/{row}/")}
        line: dict[str, Typed] = {}
        for cell in cells(form, rows=not register.is_a_case, other=register.words.other):
            at = (
                f"{table.id}/{row}/{cell.field.id}"
                if table and cell.field in table.columns
                else cell.field.id
            )
            value = _typed(cell, at, written, columns.get(cell.column), register)
            if value != "":
                line[cell.column] = value
        if there:
            yield line


def _typed(
    cell: Cell, at: str, written: Mapping[str, str], column: Column | None, register: Register
) -> Typed:
    """What is typed in a cell; nothing where the example says nothing of it."""
    options = [each.id for each in cell.field.options if written.get(f"{at}/{each.id}") == TICK]
    said, yes = written.get(at, ""), register.lists.choices(YES)[YES]
    match cell.holds:
        case _ if column is None:
            return ""
        case "ticked":
            return yes if cell.option in options else ""
        case "other":
            return "；".join(filter(None, (written.get(f"{at}/{each}/other", "") for each in options)))
        case "value" if cell.field.kind.excel == "choice":
            return column.choices.get(options[0], "") if options else ""
        case "value" if cell.field.kind.excel == "yes":
            return yes if said == TICK else ""
        case "value" if cell.field.kind.excel == "score":
            return next((score for score in range(1, 6) if written.get(f"{at}/{score}") == TICK), "")
        case "value" if cell.field.kind.excel == "day":
            return date.fromisoformat(said) if said else ""
        case "value" if cell.field.kind.excel == "number":
            return float(said) if said else ""
        case _:
            return said


def _more(register: Register, columns: Mapping[str, Column]) -> Iterator[Line]:
    """Lines of which days, choices and figures are given, and of texts who it was: the older ones are closed."""
    words: ExampleWords = register.edition.labels.workbooks.example
    fields = dict(field for field in ((each.id, each) for _, each in register.fields))
    first = register.days[0] if register.days else ""
    for at in range(_MORE):
        day = register.edition.playbook.about.date - timedelta(_APART * at)
        line: dict[str, Typed] = {}
        for name, column in columns.items():
            # Of several texts about somebody the first is who it is; how to reach them stays empty.
            named = words.people[at % len(words.people)] in line.values()
            value = _plain(column, None if named else fields.get(name), at, words)
            if column.kind in ("day", "moment"):
                value = day if name == first else _later(register, name, day, at)
            if value != "":
                line[name] = value
        yield line


def _later(register: Register, name: str, day: date, at: int) -> Typed:
    """A day that follows the first: of a case, when it was told, answered and closed; nothing in the newest line."""
    if not register.case or at == 0:
        return ""
    if name == "noted":
        return excels(day) + _HOUR
    return day + timedelta(1) if at > 1 and name in ("answered", "closed_on", register.case.filed) else ""


def _plain(column: Column, field: Field | None, at: int, words: ExampleWords) -> Typed:
    match column.kind:
        case "choice" if len(column.choices) == 1:
            return "" if at % 2 else next(iter(column.choices.values()))
        case "choice":
            return [*column.choices.values()][at % len(column.choices)]
        case "number":
            return at + 1
        case "time":
            return _HOUR
        case "text" if field and field.personal and field.kind.excel == "text" and field.kind.keys == "text":
            return words.people[at % len(words.people)]
        case "text" if field and field.required:
            return f"{words.remark} {at + 1}"
        case _:
            return ""
