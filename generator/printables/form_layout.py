"""A section of a form in, strips across the sheet out: full rows of cells, and tables. Measures in mm.

The grid has one column for each character that fits across the sheet, because that is how a playbook states
widths: seven characters are seven columns. Fields are packed into rows in their order; what is left over in a
row is shared out, and where it can be, an edge falls on the edge of another row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from generator.design.wrapping import length, lines
from generator.outlines.form import Blanks, Field, Part, Step
from generator.printables.form_cells import (
    Cell,
    cell,
    least_in_table,
    needed,
    needed_in_table,
    printed_label,
    read,
)
from generator.printables.form_measures import HIGH_LINE, LABEL, LINE, PAD, RULE, SIDE, STEP, UPRIGHT, Paper

COLUMN = UPRIGHT.width / UPRIGHT.columns
DESK, STANDING = 10.0, 12.0
"""Least height of a row of a table: written at a desk, or by people who stand."""
STEP_BOX, STEP_WHO, STEP_LIMIT, STEP_INITIALS = 9.0, 26.0, 25.0, 22.0
"""What stands beside the words of a step. Days and signatures are asked once a sheet, not with each step."""
STEP_HEAD = 6.0
LEAD, FULL = 64.0, 14.0
"""The most that the words of given rows take, and what their full marks do."""
NEAR = 2
"""How many columns an edge may move to meet the edge of another row."""


@dataclass(frozen=True)
class Row:
    """Fields side by side, from edge to edge."""

    cells: tuple[Cell, ...]
    top: float
    room: float
    kind: str = "row"

    @property
    def height(self) -> float:
        return self.top + self.room + PAD

    @property
    def asked(self) -> int:
        """How many lines the playbook wants; 0 if no field of the row has lines."""
        return max((each.field.lines for each in self.cells if each.field.kind.draws == "lines"), default=0)

    @property
    def stays(self) -> bool:
        """Whether its author has said how high it is."""
        return any(each.field.height is not None for each in self.cells)

    @property
    def most(self) -> int:
        """How many lines would still be of use."""
        return max(each.most for each in self.cells)

    @property
    def ruled(self) -> int:
        """How many lines a long cell has: room to spare makes those asked for higher, and only then more of them."""
        return max(int(self.room / HIGH_LINE + 0.01), min(self.asked, int(self.room / LINE + 0.01)), 1)


@dataclass(frozen=True)
class Table:
    """A head and blank rows."""

    cells: tuple[Cell, ...]
    head: float
    rows: int
    row: float
    before: int = 0
    """How many of its rows stand on earlier pages."""
    lead: float = 0.0
    """The width of the words of given rows; 0 where rows are blank."""
    full: float = 0.0
    """The width of their full marks."""
    kind: str = "table"

    @property
    def height(self) -> float:
        return self.head + self.rows * self.row

    @property
    def stays(self) -> bool:
        """Whether its author has said how high its rows are."""
        return any(each.field.height is not None for each in self.cells)


@dataclass(frozen=True)
class Steps:
    """Steps to tick, each with the initials of who did it."""

    steps: tuple[Step, ...]
    row: float
    wide: float = UPRIGHT.width
    """What is printed across the sheet."""
    head: float = STEP_HEAD
    kind: str = "steps"
    cells: tuple[Cell, ...] = ()
    stays: bool = False

    @property
    def limited(self) -> bool:
        """Whether any of them has a time limit."""
        return _limited(self.steps)

    @property
    def widths(self) -> tuple[float, ...]:
        """Box, step, who, time limit, initials; without a column of limits where no step has one."""
        limit = (STEP_LIMIT,) if self.limited else ()
        return (STEP_BOX, _step_room(self.steps, self.wide), STEP_WHO, *limit, STEP_INITIALS)

    @property
    def rows(self) -> int:
        return len(self.steps)

    @property
    def height(self) -> float:
        return self.head + self.rows * self.row


Strip = Row | Table | Steps


def strips(section: Part, least: float = DESK, on: Paper = UPRIGHT) -> Iterator[Strip]:
    """What stands below the heading of a section; rows of its tables are at least `least` mm high."""
    if not (section.steps or section.table) and all(each.kind.draws == "words" for each in section.fields):
        yield from (
            Row((each,), each.top, each.room) for each in (read(field, on.width) for field in section.fields)
        )
    else:
        yield from rows(section.fields, on)
    if section.steps:
        inner = _step_room(section.steps, on.width) - SIDE
        row = max(least, *(_step_row(each, inner) for each in section.steps))
        yield Steps(section.steps, row, on.width)
    if section.table:
        yield table(section.table, least, on)


def rows(fields: tuple[Field, ...], on: Paper = UPRIGHT) -> Iterator[Row]:
    """Fields packed into full rows, in their order."""
    packed = _packed(fields, on)
    quarters = {on.columns * part // 4 for part in (1, 2, 3)}
    edges = quarters | {edge for row in packed if sum(row) == on.columns for edge in _edges(row)}
    at, column = 0, on.width / on.columns
    for columns in packed:
        widths = _stretched(columns, edges, on.columns)
        pairs = zip(fields[at : at + len(columns)], widths, strict=True)
        cells = tuple(cell(field, wide * column) for field, wide in pairs)
        yield Row(cells, max(each.top for each in cells), max(each.room for each in cells))
        at += len(columns)


def _packed(fields: tuple[Field, ...], on: Paper) -> list[list[int]]:
    """The columns of the fields, row by row."""
    packed: list[list[int]] = []
    for field in fields:
        columns = min(ceil(needed(field) / (on.width / on.columns) - 0.001), on.columns)
        if not packed or sum(packed[-1]) + columns > on.columns:
            packed.append([])
        packed[-1].append(columns)
    return packed


def _edges(columns: list[int]) -> Iterator[int]:
    at = 0
    for wide in columns[:-1]:
        at += wide
        yield at


def _stretched(columns: list[int], edges: set[int], whole: int) -> list[int]:
    """`columns` made wide enough to fill the row, no column narrower than before."""
    spare, at = whole - sum(columns), 0
    found: list[int] = []
    for number, wide in enumerate(columns[:-1], 1):
        first, last = at + wide, at + wide + spare
        share = min(max(round(whole * sum(columns[:number]) / sum(columns)), first), last)
        near = [edge for edge in edges if first <= edge <= last and abs(edge - share) <= NEAR]
        edge = min(near, key=lambda each: (abs(each - share), each), default=share)
        found.append(edge - at)
        spare -= edge - at - wide
        at = edge
    return [*found, whole - at]


def table(repeat: Blanks, least: float = DESK, on: Paper = UPRIGHT) -> Table:
    """A table with its blank rows, as wide as the sheet."""
    lead, full = led(repeat)
    room = on.width - lead - full
    pairs = zip(repeat.columns, _shared(repeat.columns, room), strict=True)
    cells = tuple(cell(column, mm) for column, mm in pairs)
    said = [LABEL[1] * lines(each.label, lead - SIDE, LABEL[0]) + 2 for each in repeat.given]
    # The words above given rows break where those of the rows are short.
    above = LABEL[1] * lines(repeat.head, lead - SIDE, LABEL[0]) if lead and repeat.head else LABEL[1]
    head = 2 + max(above, *(_head_of(each) for each in cells))
    row = max(least, *said, *(_row_of(each) for each in cells))
    return Table(cells, head, repeat.blank_rows, row, lead=lead, full=full)


def led(repeat: Blanks) -> tuple[float, float]:
    """What the words of given rows and their full marks take of the width, in mm: the words no more than they need."""
    longest = max((length(each.label, LABEL[0]) for each in repeat.given), default=0.0)
    return (min(longest + SIDE + 1, LEAD) if repeat.given else 0.0), (FULL if repeat.full else 0.0)


def _shared(columns: tuple[Field, ...], room: float) -> list[float]:
    """The widths of a table's columns: where room is short, those that state none make do with less."""
    asked = [needed_in_table(column) for column in columns]
    over = sum(asked) - room
    spare = [mm - least_in_table(column) for mm, column in zip(asked, columns, strict=True)]
    if over > 0 and sum(spare) > 0:
        asked = [mm - each * min(over / sum(spare), 1) for mm, each in zip(asked, spare, strict=True)]
    return [mm * room / sum(asked) for mm in asked]


def _head_of(column: Cell) -> float:
    label = LABEL[1] * lines(printed_label(column.field), column.mm - SIDE, LABEL[0])
    ends = LABEL[1] * lines(column.ends, column.mm - SIDE, RULE) if column.ends else 0.0
    return max(column.top, label + ends)


def _row_of(column: Cell) -> float:
    """The height of a row in which `column` can be filled in."""
    kind = column.field.kind
    if column.field.height is not None or kind.draws in ("lines", "choices"):
        return column.room + 1.2
    return max(kind.row, column.room) if kind.draws == "frame" else kind.row


def _limited(steps: tuple[Step, ...]) -> bool:
    return any(each.limit for each in steps)


def _step_room(steps: tuple[Step, ...], wide: float) -> float:
    """The width left for the words of the steps."""
    return wide - STEP_BOX - STEP_WHO - STEP_LIMIT * _limited(steps) - STEP_INITIALS


def _step_row(each: Step, inner: float) -> float:
    name = STEP[1] * lines(f"{each.number} {each.name}", inner, STEP[0], bold=True)
    return name + (LABEL[1] * lines(each.do, inner, LABEL[0]) if each.do else 0) + 2
