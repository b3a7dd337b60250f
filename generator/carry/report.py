"""What came over and what did not, in sentences of the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.carry.hers import Import
from generator.carry.notes import Gathered, Note, gathered
from generator.carry.over import Carried
from generator.carry.reading.sheets import Opened
from generator.carry.today import Today
from generator.labels.carry import CarryWords
from generator.workbooks.table import LEFT, Filled, Typed

NAMED = 8
"""So many places of one reason are told with what stands there."""
MANY = 6_000
"""Lines of a sheet with which a workbook opens slowly: with 5,000 people and 5,000 orders LibreOffice takes 20 s."""
_SHORT = 40
"""Letters of it."""


def left_lines(notes: Iterable[Note], before: Mapping[int, Mapping[str, Typed]], words: CarryWords) -> Filled:
    """What has no place, as lines of the sheet for it, below what stood there before."""
    lines = dict(before)
    for note in notes:
        if not note.kept and note.said and note.row:
            lines[len(lines) + 1] = {
                "sheet": note.sheet,
                "line": str(note.row),
                "column": note.column,
                "said": note.said,
                "why": getattr(words.notes, note.why),
            }
    return {LEFT: lines} if lines else {}


def of_carried(found: Carried, filled: Filled, today: Today) -> Iterator[str]:
    """What came over from an older workbook."""
    words = today.labels.carry
    yield from _counts(filled, today)
    yield from _notes(found.notes, words)
    if left := filled.get(LEFT):
        yield words.left.format(count=len(left), tab=today.labels.workbooks.left.tab)
    elif not found.notes:
        yield words.all_fits


def of_import(found: Import, file: str, today: Today) -> Iterator[str]:
    """What would come over from a list of hers."""
    words = today.labels.carry
    place = words.place.format(sheet=file, column=found.sheet) if found.sheet else file
    yield words.read.format(place=place, rows=found.rows)
    yield from _counts(found.lines, today)
    if found.hidden:
        yield words.hidden.format(count=found.hidden)
    if found.not_asked:
        yield words.not_asked_count.format(count=found.not_asked)
    if found.unmapped:
        yield words.unmapped.format(names=today.labels.list_join.join(found.unmapped))
    yield from _notes(found.notes, words)


def of_file(opened: Opened, words: CarryWords) -> Iterator[str]:
    """What of the file was left alone altogether."""
    for noted in opened.noted:
        yield str(getattr(words, noted))


def _counts(filled: Filled, today: Today) -> Iterator[str]:
    words = today.labels.carry
    for part in today.parts:
        if part.id in filled:
            yield words.lines.format(sheet=part.table.tab, count=len(filled[part.id]))
    if max(map(len, filled.values()), default=0) > MANY:
        yield words.many.format(most=MANY)


def _notes(notes: Iterable[Note], words: CarryWords) -> Iterator[str]:
    for each in gathered(notes):
        sentence = words.note if each.kept else words.note_left
        place = words.place.format(sheet=each.sheet, column=each.column) if each.column else each.sheet
        yield sentence.format(place=place, why=getattr(words.notes, each.why), rows=_rows(each, words))


def _rows(each: Gathered, words: CarryWords) -> str:
    said = [_row(note, words) for note in each.places[:NAMED] if note.row]
    if len(each.places) > NAMED:
        said.append(words.more.format(rows=_ranges([note.row for note in each.places[NAMED:]])))
    return words.rows_join.join(said)


def _ranges(rows: Iterable[int]) -> str:
    """Row numbers, those that follow each other as one: 3–7, 12."""
    found: list[list[int]] = []
    for row in sorted(set(rows)):
        if found and row == found[-1][1] + 1:
            found[-1][1] = row
        else:
            found.append([row, row])
    return ", ".join(f"{first}–{last}" if first < last else str(first) for first, last in found)


def _row(note: Note, words: CarryWords) -> str:
    said = " ".join(note.said.split())
    said = said if len(said) <= _SHORT else said[: _SHORT - 1] + "…"
    if note.other:
        return words.row_other.format(row=note.row, other=note.other, said=said)
    return words.row.format(row=note.row, said=said) if said else words.row_alone.format(row=note.row)
