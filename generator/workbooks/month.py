"""The sheet of a register that says what a month comes to: how often each answer, what was ticked, how cases went."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from generator.workbooks import formulas
from generator.workbooks.cases import MEASURES
from generator.workbooks.lists import IDS, Value
from generator.workbooks.table import FIRST, GROUPS, Column, Table, named
from generator.workbooks.writer import Above

if TYPE_CHECKING:
    from generator.workbooks.registers import Register

TICKED, YES = "--ticked", "yes"
"""The lists of what can be ticked, and of the one answer there."""
_BEFORE = 3
"""A cause is the same again if a case of these months before has it, too."""
_DAY_AT, _MONTH_AT, _TOTAL_AT = 1, 3, 5
"""The columns above the month where the day, the month and the number of lines stand."""
_EXCELS_FIRST = date(1899, 12, 30)


@dataclass(frozen=True)
class Month:
    """The month of a register, chosen in a cell above."""

    register: Register
    first: str
    """The column of the day that a line belongs to."""

    _cell = f"$E${GROUPS}"

    def of(self, cells: str, back: int = 0, until: int = 1) -> str:
        """As COUNTIFS is told it: days from so many months before the month's first, up to another."""
        since = f"EDATE({self._cell},-{back})" if back else self._cell
        end = f"EDATE({self._cell},{until})" if until else self._cell
        return f'{cells},">="&{since},{cells},"<"&{end}'

    def holds(self, cells: str) -> str:
        """1 for each of the cells that lies in the month; what is text lies in none."""
        return f"({cells}>={self._cell})*({cells}<EDATE({self._cell},1))"

    def table(self) -> Table:
        words = self.register.words
        columns = (*self._measures(), *self._answers(), *self._ticked())
        sizes = (len(self.register.lists.columns[each]) for each in self._lists())
        return Table(
            words.tabs.month, words.tabs.month, words.hints.month, columns, max(sizes, default=1), "month"
        )

    def _lists(self) -> Iterator[str]:
        yield from (cells for _, _, cells in self._counted())
        yield from (each for each in (MEASURES, TICKED) if each in self.register.lists.columns)

    def _measures(self) -> Iterator[Column]:
        """Of cases only."""
        case, words = self.register.case, self.register.words
        if case:
            counts = [*case.measures(self)]
            empty = ["" if each.startswith("IF(") else 0 for each in counts]
            yield from self._pair(MEASURES, case.words.measures.head, words.count, counts, empty)

    def _answers(self) -> Iterator[Column]:
        """For each choice of the form how often each answer was given, in the month and in those before."""
        days, words = self.register.table.cells(self.first), self.register.words
        for name, label, cells in self._counted():
            option = named("month", f"{name}-option")
            size, answers = len(self.register.lists.columns[cells]), self.register.table.cells(name)
            yield self._label(f"{name}-option", label, cells)
            for id_, head, back, until in (
                ("count", words.count, 0, 1),
                ("before", words.before, _BEFORE, 0),
            ):
                counted = f"COUNTIFS({self.of(days, back, until)},{answers},{option})"
                said = f'IF({option}="","",{counted})'
                yield Column(f"{name}-{id_}", head, "number", 8, _given(said), empties=[0] * size)

    def _ticked(self) -> Iterator[Column]:
        """What can only be ticked: in how many lines it is."""
        ticked = self.register.ticked
        if ticked:
            days, table, words = (
                self.register.table.cells(self.first),
                self.register.table,
                self.register.words,
            )
            yes = formulas.text(words.yes)
            counts = [f"COUNTIFS({self.of(days)},{table.cells(each.id)},{yes})" for each in ticked]
            yield from self._pair(TICKED, words.ticked, words.count, counts, [0] * len(counts))

    def _pair(
        self, name: str, head: str, count: str, counts: Sequence[str], empty: Sequence[str | int]
    ) -> Iterator[Column]:
        """What is counted, line by line, and how often it is."""
        yield self._label(f"{name}-option", head, name)
        said = f'IF({named("month", f"{name}-option")}="","",CHOOSE(ROW()-{FIRST - 1},{",".join(counts)}))'
        yield Column(f"{name}-count", count, "text", 8, _given(said), empties=empty)

    def _label(self, name: str, head: str, cells: str) -> Column:
        lists, at = self.register.lists, f"ROW()-{FIRST - 1}"
        said = f'IF({at}>{len(lists.columns[cells])},"",INDEX({lists.cells(cells)},{at}))'
        shown: list[Value] = [*lists.columns[cells]]
        return Column(name, head, "text", 18, _given(said), empties=[*map(str, shown)], long=True)

    def _counted(self) -> Iterator[tuple[str, str, str]]:
        """The columns of choices: id, head, list."""
        lists = self.register.lists
        for column in self.register.table.columns:
            if column.kind == "choice":
                for name in lists.columns:
                    if f"{name}{IDS}" in lists.columns and name != YES and column.cells == lists.cells(name):
                        yield column.id, column.head, name

    def above(self) -> tuple[Above, ...]:
        day, words = self.register.edition.playbook.about.date, self.register.words
        first = (day.replace(day=1) - _EXCELS_FIRST).days
        total = f"COUNTIFS({self.of(self.register.table.cells(self.first))})"
        return (
            Above(_DAY_AT, words.day, (day - _EXCELS_FIRST).days, "TODAY()", "yyyy-mm-dd"),
            Above(_MONTH_AT, words.month, first, form="yyyy-mm-dd", id="month", kind="day"),
            Above(_TOTAL_AT, words.total, 0, total),
        )


def _given(formula: str) -> Callable[[], str]:
    return lambda: formula
