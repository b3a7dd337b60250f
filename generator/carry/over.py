"""Our own workbook as it was kept, in; the lines of the next one out, and what no longer fits.

Columns are found by their ids. Where a line stands is kept: other sheets name it by its number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.carry.notes import Note
from generator.carry.ours import OldColumn, OldTable, Ours
from generator.carry.reading.sheets import Cell, Sheet
from generator.carry.today import Field, Part, Today
from generator.carry.values import carried, written
from generator.workbooks.table import FIRST, LEFT, SET, Column, Typed, letters, named


@dataclass
class Carried:
    """What comes over."""

    lines: dict[str, dict[int, dict[str, Typed]]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)


def carried_over(ours: Ours, today: Today) -> Carried:
    """Everything that was typed: into its column, or into the notes."""
    found = Carried()
    parts = {part.id: part for part in today.parts}
    for table in ours.tables:
        if table.id == LEFT:
            found.lines[LEFT] = dict(enumerate(_left_before(table), 1))
        else:
            _Table(table, parts.get(table.id), today, ours.choices, found).carry()
    for name, (sheet, row, at) in ours.settings.items():
        cell = sheet.cell(row, at)
        value = float(cell.said) if cell.kind == "number" else cell.day if cell.kind == "day" else None
        if value is not None:
            found.lines.setdefault(SET, {}).setdefault(1, {})[name] = value
        elif cell.kind != "empty":
            found.notes.append(Note("text_for_number", sheet.name, row, letters(at), written(cell)))
    for sheet in ours.added:
        found.notes.append(Note("sheet_added", sheet.name, 0, "", str(sum(map(len, sheet.rows.values())))))
    return found


def _left_before(table: OldTable) -> Iterator[dict[str, Typed]]:
    """What had no place before, and was not dealt with since."""
    for row, cells in sorted(table.sheet.rows.items()):
        line: dict[str, Typed] = {
            each.id: written(cells[each.at]) for each in table.columns if each.at in cells
        }
        if row >= FIRST and line:
            yield line


class _Table:
    """One sheet of the old workbook."""

    def __init__(
        self, table: OldTable, part: Part | None, today: Today, choices: Mapping[str, str], found: Carried
    ) -> None:
        self.table, self.part, self.choices, self.found = table, part, choices, found
        self.sheet: Sheet = table.sheet
        self.lines: dict[int, dict[str, Typed]] = {}
        self.fields = {named("", each.id): each for each in part.fields} if part else {}
        every = (
            each
            for table in today.tables[today.language]
            if table.names == self.table.id
            for each in table.columns
        )
        self.worked_out = {named("", each.id): each for each in every if not each.typed}

    def carry(self) -> None:
        for column in self.table.columns:
            self._column(column)
        known = {column.at for column in self.table.columns}
        for at in sorted(
            {at for row, cells in self.sheet.rows.items() if row >= FIRST - 1 for at in cells} - known
        ):
            head = written(self.sheet.cell(FIRST - 1, at)) or letters(at)
            self._left(OldColumn("", at, head), "column_added")
        for (row, at), said in sorted(self.sheet.comments.items()):
            head = written(self.sheet.cell(FIRST - 1, at)) or letters(at)
            self._note("comment", row, head, said)
        if self.lines:
            self.found.lines[self.table.id] = dict(sorted(self.lines.items()))

    def _column(self, column: OldColumn) -> None:
        id_ = named("", column.id)
        if (now := self.fields.get(id_)) is not None:
            for row, cell in self._typed(column):
                self._take(row, column, cell, now)
        elif (worked_out := self.worked_out.get(id_)) is not None:
            self._typed_over(column, worked_out)
        elif self.part:
            self._left(column, "column_gone")
        elif not self._numbers_lines(column):
            # A list that only looks has a formula in every line.
            formulas = any(self.sheet.cell(row, column.at).formula for row in self.sheet.rows if row >= FIRST)
            self._left(column, "typed_over" if formulas else "table_gone")

    def _numbers_lines(self, column: OldColumn) -> bool:
        return all(cell.said == str(row - FIRST + 1) for row, cell in self._typed(column))

    def _typed(self, column: OldColumn) -> list[tuple[int, Cell]]:
        cells = ((row, self.sheet.cell(row, column.at)) for row in sorted(self.sheet.rows) if row >= FIRST)
        return [(row, cell) for row, cell in cells if cell.kind != "empty"]

    def _take(self, row: int, column: OldColumn, cell: Cell, now: Field) -> None:
        answer = carried(cell, now, self.choices)
        if answer.value is not None:
            self.lines.setdefault(row - FIRST + 1, {})[now.id] = answer.value
        if answer.why:
            self._note(answer.why, row, column.head, written(cell), kept=answer.value is not None)

    def _typed_over(self, column: OldColumn, now: Column) -> None:
        """What somebody wrote over a formula or a number of a line; where no formula is left, it was saved as values."""
        cells = self._typed(column)
        if now.numbered:
            for row, cell in cells:
                if cell.said != str(row - FIRST + 1):
                    self._note("number_moved", row, column.head, cell.said)
        elif any(self.sheet.cell(row, column.at).formula for row in self.sheet.rows if row >= FIRST):
            for row, cell in cells:
                if not cell.formula:
                    self._note("typed_over", row, column.head, written(cell))

    def _left(self, column: OldColumn, why: str) -> None:
        for row, cell in self._typed(column):
            if not cell.formula:
                self._note(why, row, column.head, written(cell))

    def _note(self, why: str, row: int, column: str, said: str, *, kept: bool = False) -> None:
        self.found.notes.append(Note(why, self.sheet.name, row, column, said, kept))
