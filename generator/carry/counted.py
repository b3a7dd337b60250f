"""What the registers counted in a month, into the workbook of measures; what somebody typed there stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.carry.notes import Note
from generator.carry.ours import places_of
from generator.carry.over import Carried
from generator.carry.reading.refused import Refused
from generator.carry.reading.sheets import Opened
from generator.carry.today import Today
from generator.workbooks.measures import NAMES
from generator.workbooks.table import FIRST, SET, Typed

_MONTH = "month"
"""How the names of the cells begin on the sheet of a register's month, and the column of the month itself."""


@dataclass(frozen=True)
class Counted:
    """The figures of one register."""

    month: date
    """Its first day."""
    figures: Mapping[str, int | float]
    """By the column of the workbook of measures that they belong in."""


def counted(opened: Opened) -> Counted:
    """As they stood when the register was last saved; Refused where it has none."""
    places = places_of(opened)
    measure, count, month = (
        places.get(name) for name in (f"{_MONTH}_measure", f"{_MONTH}_count", f"{SET}_{_MONTH}")
    )
    if measure is None or count is None or month is None:
        raise Refused("no_figures")
    sheet, _, ids = measure
    found: dict[str, int | float] = {}
    for row in sorted(sheet.rows):
        cell = sheet.cell(row, count[2])
        if row >= FIRST and (name := sheet.cell(row, ids).said) and cell.kind == "number":
            found[name] = int(cell.said) if cell.said.isdigit() else float(cell.said)
    day = month[0].cell(month[1], month[2]).day
    if not found or day is None:
        raise Refused("no_figures")
    return Counted(day.replace(day=1), found)


def fill_in(over: Carried, register: Counted, today: Today) -> int:
    """Writes them into the line of their month, or a new one; gives how many. What differs there is named and stays."""
    part = next((each for each in today.parts if each.id == NAMES), None)
    ours = {name: value for name, value in register.figures.items() if part and name in part.by_id}
    if part is None or not ours:
        raise Refused("no_figures")
    lines = over.lines.setdefault(NAMES, {})
    at = _line_of(lines, register.month)
    typed = lines.setdefault(at, {_MONTH: register.month})
    for name, value in ours.items():
        before = typed.setdefault(name, value)
        if before != value:
            head, row = part.by_id[name].column.head, FIRST + at - 1
            over.notes.append(Note("figure_differs", part.table.tab, row, head, str(value)))
    return len(ours)


def _line_of(lines: Mapping[int, Mapping[str, Typed]], month: date) -> int:
    """The line of a month, whichever of its days stands there; the next one if it has none."""
    for at, typed in lines.items():
        day = typed.get(_MONTH)
        if isinstance(day, date) and day.replace(day=1) == month:
            return at
    return max(lines, default=0) + 1
