"""A Table: the columns of a sheet, where each of their cells stands, and the formulas between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

TITLE, HINT, GROUPS, HEADS, FIRST = 1, 2, 3, 4, 5
"""Rows as Excel counts them: title, hint, what stands above the heads, the heads, the first line."""

SET = "set"
"""What is set once for a whole workbook: in `Filled` line 1 of a table of this name, in the file names that begin so."""

SHEET = "sheet"
"""How the name begins that each sheet of a workbook has, by which one that somebody added is told apart."""
LEFT = "left"
"""The table of what had no place in the workbook it was carried into."""

Kind = Literal["text", "day", "time", "moment", "number", "choice"]
"""A moment is a day with its time of day."""
ConsentPart = Literal["", "given", "withdrawn", "stop", "how"]

Typed = str | int | float | date
"""What somebody typed: a day with an hour is the number that Excel counts."""
Lines = Mapping[int, Mapping[str, Typed]]
"""What is typed on a sheet: by line counted from 1, by column id."""
Filled = Mapping[str, Lines]
"""What is typed in a workbook, by the names of its tables (`Table.names`)."""


@dataclass(frozen=True)
class Column:
    """A column: typed in, or worked out where it has a formula."""

    id: str
    head: str
    kind: Kind
    width: int
    """In letters; a Chinese character is two."""
    formula: Callable[[], str] | None = None
    """The same text in every line; cells of the line are named (`Table.here`)."""
    counts: bool = False
    """Whether it counts the lines down to this one in which the formula holds.

    By such a count another sheet finds the third of these lines with one MATCH, and no formula looks through all.
    """
    group: str = ""
    """What stands above it and its neighbours."""
    cells: str = ""
    """Of a choice: the cells that hold what may be chosen."""
    choices: Mapping[str, str] = field(default_factory=dict)
    """Of a choice: what these cells hold, by its id."""
    most: int = 0
    """Of a number: the largest that may be typed; any if 0."""
    least: int = 1
    """Of a number: the smallest."""
    halves: bool = False
    """Of a number: whether it may have a part behind the point. Without it a whole number is shown, be it worked out."""
    below_zero: bool = False
    """Of a number: whether it may be below zero, as degrees of frost."""
    says: str = ""
    """Of a number: what is said where something else is typed, if not what the workbook says everywhere."""
    empty: str | int = ""
    """What the formula gives in an empty line."""
    empties: Sequence[Typed] = ()
    """The same line by line, where lines differ in it; below them `empty`."""
    form: str = ""
    """Of a number: how Excel writes it, if not as its kind is written."""
    hidden: bool = False
    numbered: bool = False
    """Whether it only counts the lines."""
    long: bool = False
    """Whether its text runs over several lines."""
    needed: bool = False
    """Whether a line without it is none."""
    same: bool = False
    """Whether lines that agree here are about one and the same, as those of one phone number."""
    line_of: str = ""
    """Of a number: the table whose line it names."""
    consent: ConsentPart = ""
    """What it has to do with a consent, if anything."""

    def empty_in(self, line: int) -> Typed:
        """What the formula gives in a line counted from 0, as long as nothing is typed."""
        return self.empties[line] if line < len(self.empties) else self.empty

    @property
    def typed(self) -> bool:
        """Whether somebody types in it."""
        return not self.formula and not self.numbered


@dataclass(frozen=True)
class Table:
    """A sheet of lines."""

    tab: str
    title: str
    hint: str
    columns: tuple[Column, ...]
    rows: int
    names: str
    """How the names of its cells begin."""
    lines: Lines = field(default_factory=dict)
    """What stands in it already."""

    @cached_property
    def _letters(self) -> dict[str, str]:
        return {column.id: letters(at) for at, column in enumerate(self.columns)}

    @property
    def last(self) -> int:
        return FIRST + self.rows - 1

    @property
    def frozen(self) -> int:
        """How many columns stay in view: up to the name."""
        return next((at for at, column in enumerate(self.columns, 1) if column.id == "name"), 1)

    def has(self, column: str) -> bool:
        return column in self._letters

    def place(self, column: str) -> int:
        """Counted from 0."""
        return list(self._letters).index(column)

    def letter(self, column: str) -> str:
        return self._letters[column]

    def cell(self, column: str, row: int) -> str:
        """A cell as a formula on the same sheet names it."""
        return f"{self._letters[column]}{row}"

    def here(self, column: str) -> str:
        """The name of a column's cell in the line that a formula stands in."""
        return named(self.names, column)

    @property
    def cell_names(self) -> Iterator[tuple[str, str]]:
        """Each such name with what it stands for, as seen from the first row of the sheet."""
        for column in self.columns:
            yield self.here(column.id), f"={quoted(self.tab)}!${self._letters[column.id]}1"

    def cells(self, column: str) -> str:
        """All lines of a column, as any sheet names them."""
        letter = self._letters[column]
        return f"{quoted(self.tab)}!${letter}${FIRST}:${letter}${self.last}"

    def end(self, column: str) -> str:
        """The cell of a column in the last line, as any sheet names it."""
        return f"{quoted(self.tab)}!${self._letters[column]}${self.last}"

    def of(self, column: str, line: str) -> str:
        """The cell of a column in the line whose number stands in `line`."""
        return f"INDEX({self.cells(column)},{line})"


@dataclass(frozen=True)
class Above:
    """A cell above a list, with its label on the left."""

    column: int
    label: str
    empty: str | int
    """What stands there, or what the formula gives when nothing is typed in yet."""
    formula: str = ""
    form: str = "0"
    id: str = ""
    """Of one to type in that comes over into the next version."""
    kind: Kind = "number"
    """What may be typed in it."""
    cells: str = ""
    """Of a choice: the cells that hold what may be chosen."""

    @property
    def typed(self) -> bool:
        return not self.formula

    @property
    def end(self) -> int:
        """The column after it, if it has a label; what has none need not be printed."""
        return self.column + 2 if self.label else 0


def prepared(usual: int, lines: Lines) -> int:
    """How many lines a sheet has: the usual, or so many that there is room below those that are filled."""
    last = max(lines, default=0)
    return usual if last <= usual * 9 // 10 else max(usual, last) + usual // 2


def named(names: str, column: str) -> str:
    """What formulas call a cell of their own line: so their text is the same in every line, and the file small."""
    return f"{names}_{column.replace('-', '_')}"


def given(formula: str) -> Callable[[], str]:
    """A formula that needs no other sheet to be there first."""
    return lambda: formula


def letters(at: int) -> str:
    """The letters of a column: A for 0, AA for 26."""
    said = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        said = chr(ord("A") + rest) + said
    return said


def quoted(tab: str) -> str:
    """The name of a sheet as formulas write it."""
    return "'" + tab.replace("'", "''") + "'"


def excels(day: date) -> int:
    """A day as the number that Excel counts it by."""
    return (day - date(1899, 12, 30)).days
