"""What a file of somebody else's holds: sheets of cells, as they were written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

Kind = Literal["text", "number", "day", "truth", "error", "empty"]

_LEAP_THAT_WAS_NONE = 60
"""Excel has a 29 February 1900, its day 60."""


class Cell(NamedTuple):
    """A cell: what stands in it, with its figures as they are written in the file."""

    kind: Kind
    said: str
    formula: bool = False
    """Whether a formula stands there; `said` is what it gave when the file was saved."""

    @property
    def day(self) -> date | None:
        """The day a number stands for, counted from the end of 1899; None if it is none."""
        try:
            return day_of(float(self.said))
        except ValueError:
            return None


EMPTY = Cell("empty", "")
WORKED_OUT = Cell("empty", "", formula=True)
"""A formula that gave nothing."""


class Area(NamedTuple):
    """Merged cells, by rows and columns counted from 1 and 0."""

    first_row: int
    first: int
    last_row: int
    last: int


@dataclass
class Sheet:
    """A sheet, as far as something stands in it."""

    name: str
    state: str = "visible"
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    """By row counted from 1, then by column counted from 0."""
    hidden: set[int] = field(default_factory=set)
    """Rows that are not shown: hidden by hand, or by a filter."""
    merged: list[Area] = field(default_factory=list)
    comments: dict[tuple[int, int], str] = field(default_factory=dict)
    """By row and column."""

    def cell(self, row: int, column: int) -> Cell:
        return self.rows.get(row, {}).get(column, EMPTY)

    @property
    def last(self) -> int:
        return max(self.rows, default=0)


@dataclass(frozen=True)
class Opened:
    """A file that was read."""

    sheets: tuple[Sheet, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    """What names stand for: `'Sheet'!$A$1`."""
    noted: tuple[str, ...] = ()
    """What was left alone: `macros`, `links`."""

    def sheet(self, name: str) -> Sheet | None:
        return next((each for each in self.sheets if each.name == name), None)


def day_of(serial: float) -> date | None:
    """The day of a number, as Excel counts them; None for what is no day."""
    if not 1 <= serial < 2_958_466 or int(serial) == _LEAP_THAT_WAS_NONE:
        return None
    return (datetime(1899, 12, 30 if serial > _LEAP_THAT_WAS_NONE else 31) + timedelta(int(serial))).date()


def at(letters: str) -> int:
    """The column of its letters, counted from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
