"""A register of any form that asks for Excel: a line for each sheet, dates reckoned, and what it comes to in a month."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import get_args

from generator.edition import Edition
from generator.labels.workbooks import RegisterWords
from generator.outlines.form import Field, FormOutline, Rule, outline
from generator.playbook.calendar import Span
from generator.workbooks import formulas
from generator.workbooks.held import Faults
from generator.workbooks.lists import IDS, Lists, Value, working_days
from generator.workbooks.table import FIRST, GROUPS, Column, Filled, Table, named, prepared, quoted
from generator.workbooks.writer import About, Above, Writer

LINES = 500
"""So many are prepared."""
NAMES, YES, HIGHEST = "line", "yes", 5
_DAY_AT, _MONTH_AT, _TOTAL_AT = 1, 3, 5
"""The columns above the month where the day, the month and the number of lines stand."""
_LONGEST_TAB = 31
_EXCELS_FIRST = date(1899, 12, 30)


def register(edition: Edition, form: str, filled: Filled) -> bytes:
    return Register(edition, form, filled).file()


class Register:
    """The workbook of one form."""

    def __init__(self, edition: Edition, form: str, filled: Filled | None = None) -> None:
        self.edition, self.filled = edition, filled or {}
        self.form: FormOutline = outline(edition, edition.item("forms", form))
        self.words: RegisterWords = edition.labels.workbooks.registers
        complaints = edition.playbook.complaints
        self.is_a_case = complaints is not None and complaints.form == form
        """Whether each line is a complaint, which has to be answered and closed."""

    @cached_property
    def fields(self) -> tuple[tuple[str, Field], ...]:
        """What a line holds, each with its section; of several tables the widest, of which each row is a line."""
        tables = [part.table for part in self.form.sections if part.table]
        widest = max(tables, key=lambda table: len(table.columns), default=None)
        every = [("", self.form.number)] if self.form.number else []
        for part in self.form.sections:
            table = part.table.columns if part.table is widest and part.table and not self.is_a_case else ()
            every += ((part.title, field) for field in (*part.fields, *table))
        return tuple((group, field) for group, field in every if field and field.kind.excel != "none")

    @cached_property
    def lists(self) -> Lists:
        columns: dict[str, Sequence[Value]] = {YES: [self.words.yes], f"{YES}{IDS}": [YES]}
        for _, field in self.fields:
            if field.kind.excel == "choice":
                columns[field.id] = [option.label for option in field.options]
                columns[f"{field.id}{IDS}"] = [option.id for option in field.options]
        columns["closed"] = list(self.edition.playbook.shop.closed_days)
        return Lists(self.words.tabs.lists, columns)

    @cached_property
    def table(self) -> Table:
        columns = (Column("nr", self.words.nr, "number", 6, numbered=True), *self._columns())
        if self._due and self._closed:
            columns = (*columns, Column("status", self.words.status.head, "text", 12, self._status))
        lines = self.filled.get(NAMES, {})
        tab = re.sub(r"[\[\]:*?/\\]", " ", self.form.title)[:_LONGEST_TAB]
        rows = prepared(LINES, lines)
        return Table(tab, self.form.title, self.words.hints.lines, columns, rows, NAMES, lines)

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
                case _:
                    yield self._plain(field, group)

    def _plain(self, field: Field, group: str) -> Column:
        match field.kind.excel:
            case "number":
                return Column(field.id, field.label, "number", 10, group=group, least=0)
            case "score":
                return Column(field.id, field.label, "number", 10, group=group, most=HIGHEST)
            case "long":
                return Column(field.id, field.label, "text", 40, group=group, long=True)
            case _:
                return Column(field.id, field.label, "text", 18, group=group)

    def _day(self, field: Field, group: str) -> Iterator[Column]:
        if field.rule is None:
            yield Column(field.id, field.label, "day", 13, group=group)
        elif field.rule.start in self._days and field.rule.unit in get_args(Span):
            yield Column(field.id, field.label, "day", 13, self._reckoned(field.rule), group=group)

    def _answers(self, field: Field, group: str) -> Iterator[Column]:
        yield self._choice(field.id, field.label, 14, field.id, group)
        if any(option.other for option in field.options):
            yield Column(f"{field.id}-other", self.words.other.format(field.label), "text", 14, group=group)

    def _choice(self, name: str, head: str, width: int, known: str, group: str) -> Column:
        cells, choices = self.lists.cells(known), self.lists.choices(known)
        return Column(name, head, "choice", width, cells=cells, choices=choices, group=group)

    @cached_property
    def _days(self) -> tuple[str, ...]:
        """The days that are typed, in the order of the form."""
        return tuple(field.id for _, field in self.fields if field.kind.excel == "day" and not field.rule)

    def _reckoned(self, rule: Rule) -> Callable[[], str]:
        unit = next(unit for unit in get_args(Span) if unit == rule.unit)
        start = named(NAMES, rule.start)
        return lambda: formulas.reckoned(start, rule.amount, unit, working_days(self.edition, self.lists))

    @property
    def _due(self) -> str:
        """Of a case, the day by which it is answered: the first that counts working days from its first day."""
        found = (
            field.id
            for _, field in self.fields
            if self.is_a_case and field.rule and field.rule.start == self._days[0]
        )
        return next(found, "")

    @property
    def _closed(self) -> str:
        """Of a case, the day it is closed: the last that is typed."""
        return self._days[-1] if self.is_a_case and len(self._days) > 1 else ""

    def _status(self) -> str:
        first, due, closed = (named(NAMES, each) for each in (self._days[0], self._due, self._closed))
        said, today = self.words.status, self._day_cell
        return formulas.first(
            [
                (f'{first}=""', '""'),
                (f'{closed}<>""', formulas.text(said.closed)),
                (f"{due}<{today}", formulas.text(said.late)),
                (f"{due}={today}", formulas.text(said.today)),
            ],
            formulas.text(said.open),
        )

    @property
    def _day_cell(self) -> str:
        return f"{quoted(self.words.tabs.month)}!$C${GROUPS}"

    @property
    def tables(self) -> tuple[Table, ...]:
        return (self.table,)

    def file(self) -> bytes:
        writer = Writer(self._about(), self._faults(), self.filled)
        writer.read_me(self.words.tabs.read_me, self._read_me())
        writer.table(self.table)
        writer.over_pages(self.table)
        if self._days:
            writer.view(self._month(), self._above())
        writer.left(self.edition.labels.workbooks.left)
        writer.hidden(self.lists)
        if self._due and self._closed:
            late = formulas.text(self.words.status.late)
            writer.red_where(self.table, "status", f"${self.table.cell('status', FIRST)}={late}")
        return writer.finished()

    def _month(self) -> Table:
        """For each choice of the form, how often each answer was given in the month."""
        columns: list[Column] = []
        for name, label, cells in self._counted():
            option = named("month", f"{name}-option")
            at = f"ROW()-{FIRST - 1}"
            size = len(self.lists.columns[cells])
            said = f'IF({at}>{size},"",INDEX({self.lists.cells(cells)},{at}))'
            counted = f'IF({option}="","",COUNTIFS({self._in_month()},{self.table.cells(name)},{option}))'
            shown = [str(each) for each in self.lists.columns[cells]]
            columns.append(Column(f"{name}-option", label, "text", 16, _given(said), empties=shown))
            counts = [0] * size
            columns.append(
                Column(f"{name}-count", self.words.count, "number", 8, _given(counted), empties=counts)
            )
        rows = max((len(self.lists.columns[cells]) for _, _, cells in self._counted()), default=1)
        tab = self.words.tabs.month
        return Table(tab, tab, self.words.hints.month, tuple(columns), rows, "month")

    def _counted(self) -> Iterator[tuple[str, str, str]]:
        """The columns of choices: id, head, list."""
        for column in self.table.columns:
            for name in self.lists.columns:
                if name != YES and column.kind == "choice" and column.cells == self.lists.cells(name):
                    yield column.id, column.head, name

    def _in_month(self) -> str:
        days, month = self.table.cells(self._days[0]), f"$E${GROUPS}"
        return f'{days},">="&{month},{days},"<"&EDATE({month},1)'

    def _above(self) -> tuple[Above, ...]:
        day = self.edition.playbook.about.date
        first = (day.replace(day=1) - _EXCELS_FIRST).days
        today = (day - _EXCELS_FIRST).days
        return (
            Above(_DAY_AT, self.words.day, today, "TODAY()", "yyyy-mm-dd"),
            Above(_MONTH_AT, self.words.month, first, form="yyyy-mm-dd", id="month", kind="day"),
            Above(_TOTAL_AT, self.words.total, 0, f"COUNTIFS({self._in_month()})"),
        )

    def _about(self) -> About:
        about, labels = self.edition.playbook.about, self.edition.labels.workbooks
        shop = str(self.edition.playbook.shop.name)
        stamp = labels.customers.stamp.format(shop=shop, version=about.version, date=about.date)
        return About(f"{shop} · {self.form.title}", stamp, about.date, labels.font, about.brand.colour)

    def _faults(self) -> Faults:
        words = self.edition.labels.workbooks.customers
        return Faults(words.wrong_day, words.wrong_choice, words.wrong_number, self.words.wrong_number)

    def _read_me(self) -> list[tuple[str, list[str]]]:
        figures: Mapping[str, object] = {
            "form": self.form.title,
            "lines": self.table.rows,
            "owner": self.edition.role(self.edition.playbook.about.owner),
        }
        parts = (*self.words.read_me, *self.edition.labels.workbooks.keeping)
        return [(part.head, [line.format(**figures) for line in part.lines]) for part in parts]


def _given(formula: str) -> Callable[[], str]:
    return lambda: formula
