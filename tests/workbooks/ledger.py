"""What every workbook of ours holds to: small, the same each time, locked, right while empty, carried over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO

from openpyxl import Workbook, load_workbook

from generator.carry.ours import recognised
from generator.carry.over import carried_over
from generator.carry.reading import opened as read
from generator.carry.today import Today
from generator.workbooks.table import Lines
from tests.carry.files import saved
from tests.workbooks.shops import shops


def opened(content: bytes, *, values: bool = False) -> Workbook:
    return load_workbook(BytesIO(content), data_only=values)


def stands_as_ours(name: str) -> None:
    """Below 200 kB, the same bytes twice, each sheet protected, each formula locked and in plain A1 notation."""
    for it, book in shops(name):
        content = book.content(it, {})
        assert len(content) < 200_000
        assert content == book.content(it, {})
        for sheet in opened(content):
            assert sheet.protection.sheet
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        assert cell.protection.locked
                        assert "[" not in cell.value
                        assert "_xlfn" not in cell.value


Days = Mapping[tuple[int, str], date]
"""What is set instead of the clock: by sheet and cell."""


def empty_ones(name: str, days: Days) -> dict[str, Workbook]:
    """Empty in each shop and language, to be reckoned; `days` are set where a formula asks the clock."""
    made = {f"empty{at}": opened(book.content(it, {})) for at, (it, book) in enumerate(shops(name))}
    for book in made.values():
        for (sheet, cell), day in days.items():
            book.worksheets[sheet][cell] = datetime.combine(day, datetime.min.time())
    return made


def say_what_they_said(name: str, values: Mapping[str, Workbook]) -> None:
    """The values kept in an empty one are those LibreOffice reckons."""
    for at, (it, book) in enumerate(shops(name)):
        assert differences(opened(book.content(it, {}), values=True), values[f"empty{at}"]) == []


def differences(stored: Workbook, values: Workbook) -> list[str]:
    """The cells in which a file keeps something else than comes out when it is reckoned."""
    return [
        f"{before.title}!{cell.coordinate}"
        for before, after in zip(stored.worksheets, values.worksheets, strict=True)
        for row in before.iter_rows()
        for cell in row
        if (cell.value or "") != (after[cell.coordinate].value or "")
    ]


def comes_over(name: str, lines: Lines, table: str, chosen: set[str]) -> None:
    """What was typed in the first language stands in the second, `chosen` in its words."""
    (it, book), (other, _) = shops(name)[:2]
    into = Today(it.written, book, other.language)
    ours = recognised(read(saved(opened(book.content(it, {table: lines})))), into)
    assert ours is not None
    over = carried_over(ours, into)
    assert not over.notes
    assert over.lines[table].keys() == lines.keys()
    for line, typed in lines.items():
        for column, value in typed.items():
            found = over.lines[table][line][column]
            assert (found != value) if column in chosen else (found == value), (line, column)
    again = opened(book.content(other, over.lines))
    assert recognised(read(saved(again)), into) is not None
