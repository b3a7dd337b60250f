"""The list she already has, and the map, in; lines for our workbook out, and what could not be taken."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.carry.columns import Columns
from generator.carry.heads import Heads, heads_of
from generator.carry.notes import Note
from generator.carry.reading.refused import Refused
from generator.carry.reading.sheets import EMPTY, Cell, Opened, Sheet
from generator.carry.today import Field, Part, Today
from generator.carry.values import Answer, taken, written
from generator.workbooks.table import Typed

_NOT_IN_A_NUMBER = re.compile(r"[\s\-–—()（）.+]")
_PHONE = re.compile(r"(?:00)?(?:86)?(1\d{10})|(\d{7,15})")


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


@dataclass(frozen=True)
class _Mapped:
    """A column of hers that is taken."""

    at: int
    head: str
    part: Part
    field: Field


class _Reader:
    def __init__(self, sheet: Sheet, columns: Columns, today: Today) -> None:
        self.sheet, self.columns, self.today = sheet, columns, today
        self.heads: Heads = heads_of(sheet, columns.heads)
        self.mapped = tuple(self._mapped())
        self.parts = tuple(part for part in today.parts if any(each.part is part for each in self.mapped))
        self.found = Import(sheet.name, {part.id: {} for part in self.parts})
        self.known: dict[str, tuple[int, int]] = {}
        """By phone: her row, and the line it became."""
        self._check()

    def _mapped(self) -> Iterator[_Mapped]:
        ours = {
            f"{part.id}.{each.id}": (part, each)
            for part in self.today.parts
            for each in part.fields
            if not each.column.line_of  # Which line it belongs to follows from where it stood.
        }
        used: dict[str, str] = {}
        for head, target in self.columns.columns.items():
            if not target:
                continue
            if target not in ours:
                raise Refused("no_such_column", ours=target, known=", ".join(ours))
            if (at := self.heads.at(head)) is None:
                known = ", ".join(self.heads.keys.values())
                raise Refused("no_such_head", head=head, row=self.columns.heads, known=known)
            if target in used:
                raise Refused("mapped_twice", ours=target, one=used[target], two=head)
            used[target] = head
            yield _Mapped(at, head, *ours[target])

    def _check(self) -> None:
        """Lines of one table that belong to lines of another are nothing without them."""
        if not self.mapped:
            raise Refused("map_takes_nothing")
        there = {part.id for part in self.parts}
        for part in self.parts:
            for each in part.fields:
                if each.column.line_of and each.column.line_of not in there:
                    needed = next(other for other in self.today.parts if other.id == each.column.line_of)
                    raise Refused("map_without", part=part.table.tab, needed=needed.table.tab)
                if each.column.needed and not any(m.part is part and m.field is each for m in self.mapped):
                    raise Refused("map_without_needed", ours=f"{part.id}.{each.id}", head=each.column.head)

    def read(self) -> Import:
        mapped = {each.at for each in self.mapped}
        self.found.unmapped = tuple(key for at, key in self.heads.keys.items() if at not in mapped)
        for row in sorted(self.sheet.rows):
            if row > self.columns.heads and any(self.sheet.cell(row, at) != EMPTY for at in mapped):
                self._row(row)
        return self.found

    def _row(self, row: int) -> None:
        if self._heads_again(row):
            self._note(row, "", "heads_again")
            return
        self.found.rows += 1
        self.found.hidden += row in self.sheet.hidden
        belongs: dict[str, int] = {}
        # A table comes before those whose lines name its lines.
        for part in self.parts:
            line = self._line(row, part)
            missing = [each for each in part.fields if each.column.needed and each.id not in line]
            orphan = [
                each for each in part.fields if each.column.line_of and each.column.line_of not in belongs
            ]
            if orphan or (not line and belongs):
                continue
            if missing:
                head = next(each.head for each in self.mapped if each.field is missing[0])
                self._note(row, head, "missing")
                continue
            line |= {each.id: belongs[each.column.line_of] for each in part.fields if each.column.line_of}
            belongs[part.id] = self._put(row, part, line)

    def _heads_again(self, row: int) -> bool:
        return all(
            written(self.sheet.cell(row, each.at)).strip() == self.heads.said[each.at] for each in self.mapped
        )

    def _line(self, row: int, part: Part) -> dict[str, Typed]:
        line: dict[str, Typed] = {}
        for each in self.mapped:
            if each.part is not part or (cell := self._cell(row, each.at)) == EMPTY:
                continue
            answer = self._answer(cell, each)
            if answer.why:
                self._note(row, each.head, answer.why, written(cell), kept=answer.value is not None)
            if answer.value not in (None, ""):
                line[each.field.id] = answer.value
        return line

    def _answer(self, cell: Cell, each: _Mapped) -> Answer:
        choices = self.columns.choices.get(f"{each.part.id}.{each.field.id}", {})
        answer = taken(cell, each.field, self.columns.dates, choices)
        match each.field.column.consent:
            case "given" if answer.value is None:
                return Answer(None, "consent_without_day")
            case "stop" | "withdrawn" if answer.value is None:
                said = written(cell).strip()
                # What is no day stops all the same: better a message too few.
                return (
                    Answer(None, "")
                    if said.lower() in self.today.nothing
                    else Answer(said, "stop_without_day")
                )
        return answer

    def _put(self, row: int, part: Part, line: dict[str, Typed]) -> int:
        """Gives the number of the line; the one that is there already where both have one phone."""
        lines = self.found.lines[part.id]
        key = next((each.id for each in part.fields if each.column.same), "")
        said = str(line.get(key, ""))
        if said and (before := self.known.get(phone(said))):
            self._same(row, part, before, line, said)
            return before[1]
        number = len(lines) + 1
        lines[number] = line
        if said:
            self.known[phone(said)] = (row, number)
        self._not_asked(part, line)
        return number

    def _same(self, row: int, part: Part, before: tuple[int, int], line: dict[str, Typed], said: str) -> None:
        first = self.found.lines[part.id][before[1]]
        self.found.notes.append(Note("same_phone", self.sheet.name, row, "", said, other=before[0]))
        for each in part.fields:
            value = line.get(each.id)
            if value is None or value == first.get(each.id) or each.column.same:
                continue
            if each.column.consent in ("stop", "withdrawn"):
                first[each.id] = _stricter(first.get(each.id), value)
            else:
                self._note(row, each.column.head, "same_phone_differs", str(value))

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
        if cell == EMPTY and at in self._merged:
            begins, ends = self._merged[at]
            found = bisect_right(begins, row) - 1
            if found >= 0 and row <= ends[found] and begins[found] > self.columns.heads:
                return self.sheet.cell(begins[found], at)
        return cell

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
    """A number as it is dialled in China, or the text in small letters: what tells two people apart."""
    plain = _NOT_IN_A_NUMBER.sub("", said)
    found = _PHONE.fullmatch(plain)
    return (found[1] or found[2]) if found else said.strip().lower()


def _stricter(one: Typed | None, other: Typed) -> Typed:
    """Of two stops the one that holds longer; what is no day holds for ever."""
    if one is None or not isinstance(other, date):
        return other
    return max(one, other) if isinstance(one, date) else one
