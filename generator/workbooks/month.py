"""The sheet of a register that says what a month comes to: how cases went, how often each answer, what was ticked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from generator.workbooks.lists import Lists, Value
from generator.workbooks.table import FIRST, GROUPS, Above, Column, Table, excels, given, quoted
from generator.workbooks.tallies import Tallied, counted, tallies

if TYPE_CHECKING:
    from generator.workbooks.registers import Register

_WHAT, _ANSWER, _COUNTED, _PLACE, _MEASURE = "--what", "--answer", "--counted", "--place", "--measure"
"""The lists of the lines: question, answer, what is counted, in which column, for which count of a measure; no field of a form has such an id."""
_BEFORE = 3
"""A cause is the same again if a case of these months before has it, too."""
_DAY_AT, _MONTH_AT = 0, 2
"""The columns above the month where the day and the month stand."""
DAY, MONTH = f"$B${GROUPS}", f"$D${GROUPS}"


@dataclass(frozen=True)
class Counted:
    """A line of the month: an answer to a question, and the column it is counted in."""

    what: str
    answer: str
    said: str
    """What stands in the cells that are counted."""
    column: str


@dataclass(frozen=True)
class Month:
    """The month of a register, chosen in a cell above."""

    register: Register
    first: str
    """The column of the day that a line belongs to."""

    def of(self, cells: str, back: int = 0, until: int = 1) -> str:
        """As COUNTIFS is told it: days from so many months before the month's first, up to another."""
        since = f"EDATE({MONTH},-{back})" if back else MONTH
        end = f"EDATE({MONTH},{until})" if until else MONTH
        return f'{cells},">="&{since},{cells},"<"&{end}'

    def holds(self, cells: str) -> str:
        """1 for each of the cells that lies in the month; what is text lies in none."""
        return f"({cells}>={MONTH})*({cells}<EDATE({MONTH},1))"

    @cached_property
    def tallies(self) -> tuple[Tallied, ...]:
        """What the workbook of measures asks for."""
        return tuple(tallies(self.register))

    @cached_property
    def measures(self) -> Sequence[tuple[str, str]]:
        """What is said of the whole month, each with its formula; what measures ask for comes last."""
        asked = ((each.said, counted(self, each.tally)) for each in self.tallies)
        return (*self._of_the_whole, *asked)

    @cached_property
    def _of_the_whole(self) -> Sequence[tuple[str, str]]:
        case, days = self.register.case, self.register.table.cells(self.first)
        if case:
            return tuple(zip(case.measured, case.measures(self), strict=True))
        return ((self.register.words.total, f"COUNTIFS({self.of(days)})"),)

    @cached_property
    def counted(self) -> tuple[Counted, ...]:
        """Each answer to each choice, and what can be ticked."""
        register = self.register
        columns = register.columns
        answers = (
            Counted(column.head, said, said, column.id)
            for column in columns
            for said in (column.choices.values() if column.kind == "choice" else ())
            if column.cells != register.ticks
        )
        words = register.words
        ticked = (
            Counted(column.group or words.ticked, column.head, words.yes, column.id)
            for column in columns
            if column.kind == "choice" and column.cells == register.ticks
        )
        return (*answers, *ticked)

    @cached_property
    def lists(self) -> Lists:
        """A hidden sheet of its own for the lines, as they name columns that name the other lists."""
        head = self.register.case.words.measures.head if self.register.case else ""
        asked = [Counted(self.register.words.for_measures, each.said, "", "") for each in self.tallies]
        whole = [Counted(head, said, "", "") for said, _ in self._of_the_whole]
        lines = [*whole, *asked, *self.counted]
        ids = [*[""] * len(whole), *(each.id for each in self.tallies), *[""] * len(self.counted)]
        befores = ["", *(each.what for each in lines)]
        whats = [
            each.what if each.what != before else "" for each, before in zip(lines, befores, strict=False)
        ]
        places = [self.register.table.place(each.column) + 1 if each.column else 0 for each in lines]
        columns: dict[str, Sequence[Value]] = {
            _WHAT: whats,
            _ANSWER: [each.answer for each in lines],
            _COUNTED: [each.said for each in lines],
            _PLACE: places,
            _MEASURE: ids,
        }
        return Lists(self.register.words.tabs.lines, columns)

    def table(self) -> Table:
        words, rows = self.register.words, len(self.lists.columns[_PLACE])
        return Table(
            words.tabs.month, words.tabs.month, words.hints.month, tuple(self._columns()), rows, "month"
        )

    def _columns(self) -> Iterator[Column]:
        words, whole = self.register.words, len(self.measures)
        days, rest = self.register.table.cells(self.first), [0] * len(self.counted)
        place = self._of(_PLACE)
        now = self._answers(days, 0, 1)
        measured = ",".join(formula for _, formula in self.measures)
        count = f"IF({place}=0,CHOOSE(ROW()-{FIRST - 1},{measured}),{now})"
        empty: list[str | int] = ["" if formula.startswith("IF(") else 0 for _, formula in self.measures]
        before = f'IF({place}=0,"",{self._answers(days, _BEFORE, 0)})'
        yield self._text("what", words.what, 44, _WHAT)
        yield self._text("answer", words.answer, 54, _ANSWER)
        yield Column("count", words.count, "text", 16, given(count), empties=[*empty, *rest])
        yield Column("before", words.before, "text", 16, given(before), empties=[*[""] * whole, *rest])
        if self.tallies:
            # By these ids `playbook carry --from` finds the figures.
            yield replace(self._text("measure", "measure", 6, _MEASURE), hidden=True, long=False)

    def _answers(self, days: str, back: int, until: int) -> str:
        """How many of the lines of some months hold what is counted, in the column whose number stands in the lists."""
        table = self.register.table
        last = table.cells(table.columns[-1].id).rpartition("$")
        block = f"{quoted(table.tab)}!$A${FIRST}:{last[0].rpartition(':')[2]}${last[2]}"
        column = f"INDEX({block},0,{self._of(_PLACE)})"
        return f"COUNTIFS({self.of(days, back, until)},{column},{self._of(_COUNTED)})"

    def _of(self, name: str) -> str:
        return self.lists.of(name, f"ROW()-{FIRST - 1}")

    def _text(self, name: str, head: str, width: int, known: str) -> Column:
        said = [str(each) for each in self.lists.columns[known]]
        return Column(name, head, "text", width, given(f'{self._of(known)}&""'), empties=said, long=True)

    def above(self) -> tuple[Above, ...]:
        day, words = self.register.edition.playbook.about.date, self.register.words
        first = excels(day.replace(day=1))
        return (
            Above(_DAY_AT, words.day, excels(day), "TODAY()", "yyyy-mm-dd"),
            Above(_MONTH_AT, words.month, first, form="yyyy-mm-dd", id="month", kind="day"),
        )
