"""What the measures count in a register: a line of its month for each count that says how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.playbook.model.supervision import Tally
from generator.workbooks import formulas

if TYPE_CHECKING:
    from generator.edition import Edition
    from generator.workbooks.month import Month
    from generator.workbooks.registers import Register


@dataclass(frozen=True)
class Tallied:
    """A count of a measure."""

    id: str
    """That of its column in the workbook of measures."""
    said: str
    tally: Tally


def tallies(register: Register) -> Iterator[Tallied]:
    """Those that are counted from the form of a register."""
    return (each for each in asked(register.edition, register.form.id) if _has(register, each.tally))


def asked(edition: Edition, form: str) -> Iterator[Tallied]:
    """Those that the workbook of a form counts."""
    chapter = edition.playbook.supervision
    for measure in chapter.measures if chapter else ():
        for count in measure.counts:
            if count.form == form and count.tally:
                said = f"{measure.name}{edition.labels.colon}{count.label}"
                yield Tallied(f"{measure.id}-{count.id}", said, count.tally)


def _has(register: Register, tally: Tally) -> bool:
    """Whether its columns are there: a date that follows from nothing has none."""
    named = (tally.by, tally.field, tally.until, tally.days_from)
    return all(register.table.has(each) for each in named if each)


def counted(month: Month, tally: Tally) -> str:
    """How many lines of the month it is, or how many days they come to. Products, as SUMPRODUCT takes no conditions."""
    table, case = month.register.table, month.register.case
    day = table.cells(tally.by or month.first)
    parts = [month.holds(day)]
    if tally.field:
        cells = table.cells(tally.field)
        answers = "+".join(f"({cells}={_said(month.register, tally.field, each)})" for each in tally.answers)
        # A cell is one answer at most. Not `>0`: for Excel “true” alone is more than any number, and so is “false”.
        parts.append(f"({answers})" if answers else f'({cells}<>"")')
    if tally.until:
        until = table.cells(tally.until)
        parts.append(f'({until}<>"")*({day}<={until})')
    if tally.acknowledged and case and case.noting:
        parts.append(f"({table.cells(case.noting.said)}={formulas.text(case.words.noted_in_time)})")
    if tally.days_from:
        start = table.cells(tally.days_from)
        parts.append(f'({start}<>"")*({day}-{start})')
    return f'IFERROR(SUMPRODUCT({"*".join(parts)}),"")'


def _said(register: Register, field: str, answer: str) -> str:
    """An answer as it stands in its column: the words of an option, or a mark."""
    column = next(each for each in register.columns if each.id == field)
    return formulas.text(column.choices[answer]) if column.choices else answer
