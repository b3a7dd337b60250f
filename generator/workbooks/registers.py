"""A register of any form that asks for Excel: a line for each sheet, dates reckoned, and what it comes to in a month."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import get_args

from generator.edition import Edition
from generator.labels.workbooks import RegisterWords
from generator.outlines.form import Field, FormOutline, Rule, Supply
from generator.outlines.line import line_fields
from generator.outlines.outlined import outline
from generator.playbook.calendar import Span
from generator.workbooks import formulas
from generator.workbooks.cases import LATE, STATE, TO_DO, TODAY, Case
from generator.workbooks.lists import IDS, Lists, Value, closed_days, working_days
from generator.workbooks.looks import wide
from generator.workbooks.month import DAY, Month
from generator.workbooks.said import about, faults, first_sheet
from generator.workbooks.table import FIRST, Above, Column, Filled, Table, excels, named, prepared, quoted
from generator.workbooks.writer import Writer

LINES = 500
"""So many are prepared."""
NAMES, YES, HIGHEST = "line", "yes", 5
_DAY_AT, _FOUND_AT = 1, 3
"""The columns above what is to be done where the day and the number of cases stand."""
_LONGEST_TAB, _WIDEST = 31, 26


class Register:
    """The workbook of one form."""

    def __init__(
        self, edition: Edition, filled: Filled | None = None, *, form: str, lines: int = LINES
    ) -> None:
        """With so many lines prepared, or more where more are filled."""
        self.edition, self.filled, self.lines = edition, filled or {}, lines
        self.form: FormOutline = outline(edition, edition.item("forms", form))
        self.words: RegisterWords = edition.labels.workbooks.registers
        complaints = edition.playbook.complaints
        self.is_a_case = complaints is not None and complaints.form == form
        """Whether each line is a complaint, which has to be answered and closed."""

    @cached_property
    def fields(self) -> tuple[tuple[str, Field], ...]:
        """What a line holds, each with its section."""
        return line_fields(self.form, rows=not self.is_a_case)

    @cached_property
    def lists(self) -> Lists:
        columns: dict[str, Sequence[Value]] = {YES: [self.words.yes], f"{YES}{IDS}": [YES]}
        for _, field in self.fields:
            if field.kind.excel == "choice":
                columns[field.id] = [option.label for option in field.options]
                columns[f"{field.id}{IDS}"] = [option.id for option in field.options]
        if self.case:
            columns |= self.case.lists()
        columns["closed"] = closed_days(self.edition)
        return Lists(self.words.tabs.lists, columns)

    @property
    def ticks(self) -> str:
        """The cells that a column chooses from in which one can only tick."""
        return self.lists.cells(YES)

    @cached_property
    def table(self) -> Table:
        columns = (Column("nr", self.words.nr, "number", 6, numbered=True), *self.columns)
        if self.case:
            columns = (*columns, *self.case.columns())
        lines = self.filled.get(NAMES, {})
        tab = re.sub(r"[\[\]:*?/\\]", " ", self.form.title)[:_LONGEST_TAB]
        rows = prepared(self.lines, lines)
        return Table(tab, self.form.title, self.words.hints.lines, columns, rows, NAMES, lines)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Those of the form, wide enough for a head of four lines."""
        return tuple(
            replace(each, width=max(each.width, min(_WIDEST, wide(each.head) // 3)))
            for each in self._columns()
        )

    def _columns(self) -> Iterator[Column]:
        for group, field in self.fields:
            match field.kind.excel:
                case "day":
                    yield from self._day(field, group)
                case "yes":
                    yield self._choice(field.id, field.label, 8, YES, group)
                case "choice":
                    yield from self._answers(field, group)
                case "several":
                    for option in field.options:
                        yield self._choice(f"{field.id}-{option.id}", option.label, 10, YES, field.label)
                    yield from self._other(field, field.label)
                case _:
                    yield self._plain(field, group)

    def _plain(self, field: Field, group: str) -> Column:
        match field.kind.excel:
            case "number":
                return self._figure(field, group)
            case "score":
                return Column(field.id, field.label, "number", 10, group=group, most=HIGHEST)
            case "time":
                return Column(field.id, field.label, "time", 10, group=group)
            case "long":
                return Column(field.id, field.label, "text", 40, group=group, long=True)
            case _:
                return Column(field.id, field.label, "text", 18, group=group)

    def _figure(self, field: Field, group: str) -> Column:
        """Held to the same figures as on a phone, and refused in the same words."""
        faults, keys = self.edition.labels.phone.faults, field.kind.keys
        says = {"numeric": faults.wrong_whole, "decimal": faults.wrong_amount}.get(keys, faults.wrong_figure)
        column = Column(field.id, field.label, "number", 10, group=group, least=0, says=says)
        return replace(column, halves=keys != "numeric", below_zero=keys == "signed")

    def _day(self, field: Field, group: str) -> Iterator[Column]:
        if field.rule is None:
            yield Column(field.id, field.label, "day", 13, group=group)
        elif field.rule.reckoned_from(self.days, self._figures):
            yield Column(field.id, field.label, "day", 13, self._reckoned(field.rule), group=group)

    def _answers(self, field: Field, group: str) -> Iterator[Column]:
        yield self._choice(field.id, field.label, 14, field.id, group)
        yield from self._other(field, group)

    def _other(self, field: Field, group: str) -> Iterator[Column]:
        """What is written behind an option."""
        if any(option.other for option in field.options):
            yield Column(f"{field.id}-other", self.words.other.format(field.label), "text", 14, group=group)

    def _choice(self, name: str, head: str, width: int, known: str, group: str) -> Column:
        cells, choices = self.lists.cells(known), self.lists.choices(known)
        return Column(name, head, "choice", width, cells=cells, choices=choices, group=group)

    @cached_property
    def days(self) -> tuple[str, ...]:
        """The days that are typed, in the order of the form."""
        return tuple(field.id for _, field in self.fields if field.kind.excel == "day" and not field.rule)

    @cached_property
    def _figures(self) -> tuple[str, ...]:
        return tuple(field.id for _, field in self.fields if field.kind.excel == "number")

    def _reckoned(self, rule: Rule) -> Callable[[], str]:
        unit = next(unit for unit in get_args(Span) if unit == rule.unit)
        return lambda: formulas.reckoned(
            named(NAMES, rule.start),
            rule.amount,
            unit,
            working_days(self.edition, self.lists),
            lasting=self._lasting(rule.supply),
        )

    @staticmethod
    def _lasting(supply: Supply | None) -> str:
        if supply is None:
            return ""
        number, holds, daily = (
            named(NAMES, each) if each else "0" for each in (supply.number, supply.amount, supply.daily)
        )
        return formulas.lasting(str(supply.lasts), number, holds, daily)

    @property
    def _due(self) -> str:
        """Of a case, the day by which it is answered: the first that counts working days from its first day."""
        found = (
            field.id
            for _, field in self.fields
            if self.is_a_case and field.rule and field.rule.start == self.days[0]
        )
        return next(found, "")

    @property
    def _closed(self) -> str:
        """Of a case, the day it is closed: the last that is typed."""
        return self.days[-1] if self.is_a_case and len(self.days) > 1 else ""

    @cached_property
    def case(self) -> Case | None:
        """What a complaint has besides, where there is a day to answer by and one to close."""
        return Case(self, self.days[0], self._due, self._closed) if self._due and self._closed else None

    @cached_property
    def month(self) -> Month | None:
        return Month(self, self.days[0]) if self.days else None

    @property
    def day_cell(self) -> str:
        return f"{quoted(self.words.tabs.month)}!{DAY}"

    @property
    def tables(self) -> tuple[Table, ...]:
        return (self.table,)

    def file(self) -> bytes:
        wrong = faults(
            self.edition, self.edition.labels.workbooks.customers.wrong_number, self.words.wrong_number
        )
        writer = Writer(about(self.edition, self.form.title), wrong, self.filled)
        parts = first_sheet(self.edition, self.words.read_me, form=self.form.title, lines=self.table.rows)
        writer.read_me(self.words.tabs.read_me, parts)
        if self.case:
            self._todo(writer, self.case)
        writer.table(self.table)
        if self.month:
            writer.view(self.month.table(), self.month.above())
        writer.left(self.edition.labels.workbooks.left)
        writer.hidden(self.lists)
        if self.month:
            writer.hidden(self.month.lists)
        if self.case:
            state = f"${self.table.cell(STATE, FIRST)}"
            writer.red_where(self.table, "status", formulas.any_of(state, map(str, LATE)))
            writer.amber_where(self.table, "status", formulas.any_of(state, map(str, TODAY)))
        return writer.finished()

    def _todo(self, writer: Writer, case: Case) -> None:
        day = excels(self.edition.playbook.about.date)
        above = (
            Above(_DAY_AT, self.words.day, day, self.day_cell, "yyyy-mm-dd"),
            Above(_FOUND_AT, self.words.found, 0, self.table.end(TO_DO)),
        )
        table = case.todo()
        writer.view(table, above, tall=48)
        due = table.cell("due", FIRST)
        if case.call:
            unfilled = formulas.unfilled(table.cell("message", FIRST), self.edition.labels.placeholder)
            writer.red_where(table, "message", unfilled)
        writer.red_where(table, "due", f"IF(ISNUMBER({due}),{due}<{self.day_cell},FALSE)")
