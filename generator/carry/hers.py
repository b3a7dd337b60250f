"""The list she already has, and the map, in; lines for our workbook out, and what could not be taken."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.carry.columns import Columns
from generator.carry.heads import Heads, heads_of
from generator.carry.mapped import Into, Mapped, mapped
from generator.carry.notes import Note
from generator.carry.reading.refused import Refused
from generator.carry.reading.sheets import EMPTY, Cell, Opened, Sheet
from generator.carry.today import Part, Today
from generator.carry.values import Answer, taken, written
from generator.workbooks.table import Typed

_NOT_IN_A_NUMBER = re.compile(r"[\s\-–—()（）.+]")
_PHONE = re.compile(r"(?:00)?(?:86)?(1\d{10})|(\d{7,15})")
_CHAT_NAME = re.compile(r"(?=.*[\d_.@-])[a-z][\w.@-]{5,}", re.ASCII)
"""As WeChat wants it, six characters and more that begin with a letter; a word of letters alone may be any."""


@dataclass
class Import:
    """What would be taken."""

    sheet: str
    lines: dict[str, dict[int, dict[str, Typed]]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    rows: int = 0
    """Rows with something in them, below the heads."""
    not_asked: int = 0
    """People for whom no consent is on record."""
    hidden: int = 0
    """Rows that her program does not show, and that were taken like the others."""
    unmapped: tuple[str, ...] = ()
    """Heads of her columns that the map leaves out."""


def imported(opened: Opened, columns: Columns, today: Today) -> Import:
    """Refused where the map names a sheet, a head or a column of ours that there is not."""
    sheet = opened.sheet(columns.sheet) if columns.sheet else opened.sheets[0]
    if sheet is None:
        raise Refused(
            "no_such_sheet", sheet=columns.sheet, known=", ".join(each.name for each in opened.sheets)
        )
    return _Reader(sheet, columns, today).read()


class _Reader:
    def __init__(self, sheet: Sheet, columns: Columns, today: Today) -> None:
        self.sheet, self.columns, self.today = sheet, columns, today
        self.heads: Heads = heads_of(sheet, columns.heads)
        self.sheets = mapped(self.heads, columns, today)
        self.found = Import(sheet.name, {into.part.id: {} for into in self.sheets})
        self.known: dict[str, tuple[int, int]] = {}
        """By phone: her row, and the line it became."""
        self.became: dict[tuple[str, int], int] = {}
        """By sheet of ours and her row: the line it became."""

    def read(self) -> Import:
        taken = {each.at for into in self.sheets for each in into.columns}
        self.found.unmapped = tuple(key for at, key in self.heads.keys.items() if at not in taken)
        for row in sorted(self.sheet.rows):
            if row > self.columns.heads and not taken.isdisjoint(self.sheet.rows[row]):
                self._row(row)
        return self.found

    def _row(self, row: int) -> None:
        if self._heads_again(row):
            self._note(row, "", "heads_again")
            return
        self.found.rows += 1
        self.found.hidden += row in self.sheet.hidden
        belongs: dict[str, int] = {}
        for into in self.sheets:
            line = self._line(row, into)
            if (not line and belongs) or any(other not in belongs for _, other in into.links):
                continue
            missing = [each for each in into.needed if each.field.id not in line]
            if missing:
                self._note(row, missing[0].head, "missing")
                continue
            line |= {name: belongs[other] for name, other in into.links}
            belongs[into.part.id] = self._put(row, into, line)

    def _heads_again(self, row: int) -> bool:
        columns = (each for into in self.sheets for each in into.columns)
        return all(
            written(self.sheet.cell(row, each.at)).strip() == self.heads.said[each.at] for each in columns
        )

    def _line(self, row: int, into: Into) -> dict[str, Typed]:
        line: dict[str, Typed] = {}
        for each in into.columns:
            if (cell := self._cell(row, each.at)) == EMPTY:
                continue
            answer = self._answer(cell, each)
            if answer.why:
                self._note(row, each.head, answer.why, written(cell), kept=answer.value is not None)
            if answer.value not in (None, ""):
                line[each.field.id] = answer.value
        return line

    def _answer(self, cell: Cell, each: Mapped) -> Answer:
        answer = taken(cell, each.field, self.columns.dates, each.choices)
        match each.field.column.consent:
            case "given" if answer.value is None:
                return Answer(None, "consent_without_day")
            case "stop" | "withdrawn" if answer.value is None:
                said = written(cell).strip()
                # What is no day stops all the same: better a message too few.
                return (
                    Answer(None) if said.lower() in self.today.nothing else Answer(said, "stop_without_day")
                )
        return answer

    def _put(self, row: int, into: Into, line: dict[str, Typed]) -> int:
        """Gives the number of the line; the one that is there already where both have one phone."""
        lines = self.found.lines[into.part.id]
        said = str(line.get(into.same, ""))
        begun = next((self._begun(row, each.at) for each in into.needed), row)
        if number := self.became.get((into.part.id, begun)):
            self._same(row, into, number, line)
            return number
        if (key := phone(said)) and (before := self.known.get(key)):
            self.found.notes.append(Note("same_phone", self.sheet.name, row, "", said, other=before[0]))
            self._same(row, into, before[1], line)
            return before[1]
        number = self.became[into.part.id, row] = len(lines) + 1
        lines[number] = line
        if key:
            self.known[key] = (row, number)
        self._not_asked(into.part, line)
        return number

    def _same(self, row: int, into: Into, number: int, line: dict[str, Typed]) -> None:
        """What a second line of one person says otherwise: a stop counts, all else is named."""
        first = self.found.lines[into.part.id][number]
        for each in into.columns:
            id_, value = each.field.id, line.get(each.field.id)
            if value is None or value == first.get(id_) or id_ == into.same:
                continue
            if each.field.column.consent in ("stop", "withdrawn"):
                first[id_] = _stricter(first.get(id_), value)
            else:
                self._note(row, each.head, "same_phone_differs", str(value))

    def _not_asked(self, part: Part, line: dict[str, Typed]) -> None:
        """Whoever has no day of consent is written down as somebody nobody has asked."""
        given = [each.id for each in part.fields if each.column.consent == "given"]
        if given and not any(each in line for each in given):
            self.found.not_asked += 1
            for each in part.fields:
                if each.column.consent == "how":
                    line[each.id] = " ".join(filter(None, (self.today.not_asked, str(line.get(each.id, "")))))

    def _note(self, row: int, column: str, why: str, said: str = "", *, kept: bool = False) -> None:
        self.found.notes.append(Note(why, self.sheet.name, row, column, said, kept))

    def _cell(self, row: int, at: int) -> Cell:
        """The cell, or of merged cells the one that says what all of them say."""
        cell = self.sheet.cell(row, at)
        return self.sheet.cell(self._begun(row, at), at) if cell == EMPTY else cell

    def _begun(self, row: int, at: int) -> int:
        """The row in which merged cells begin that reach down to this one; the row itself where none do."""
        begins, ends = self._merged.get(at, ([], []))
        found = bisect_right(begins, row) - 1
        merged = found >= 0 and row <= ends[found] and begins[found] > self.columns.heads
        return begins[found] if merged else row

    @cached_property
    def _merged(self) -> Mapping[int, tuple[list[int], list[int]]]:
        """By column: the first and last rows of cells merged downwards, in their order."""
        areas = sorted(area for area in self.sheet.merged if area.last_row > area.first_row)
        found: dict[int, tuple[list[int], list[int]]] = {}
        for area in areas:
            begins, ends = found.setdefault(area.first, ([], []))
            begins.append(area.first_row)
            ends.append(area.last_row)
        return found


def phone(said: str) -> str:
    """A number as it is dialled in China, or a name in a chat: what tells two people apart.

    Nothing for what does not, such as “see above” or “WeChat”.
    """
    if found := _PHONE.fullmatch(_NOT_IN_A_NUMBER.sub("", said)):
        return found[1] or found[2]
    name = said.strip().lower()
    return name if _CHAT_NAME.fullmatch(name) else ""


def _stricter(one: Typed | None, other: Typed) -> Typed:
    """Of two stops the one that holds longer; what is no day holds for ever."""
    if one is None or not isinstance(other, date):
        return other
    return max(one, other) if isinstance(one, date) else one
