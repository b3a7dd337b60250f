"""What every workbook of ours holds to: small, the same each time, locked, right while empty, carried over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook

from generator.carry.ours import recognised
from generator.carry.over import carried_over
from generator.carry.reading import opened as read
from generator.carry.today import Today
from generator.edition import Edition, edition
from generator.playbook.load import load
from generator.workbooks import Book, books
from generator.workbooks.table import Lines
from tests.carry.files import saved
from tests.conftest import ROOT
from tests.workbooks.calc import all_reckoned

SHOPS = ("playbook.yaml", "examples/paint-store/playbook.yaml")


@cache
def shops(name: str) -> tuple[tuple[Edition, Book], ...]:
    """A workbook in each shipped playbook and language."""
    found = []
    for path in SHOPS:
        playbook = load(ROOT / path).playbook
        assert playbook is not None
        book = next(each for each in books(playbook) if each.id == name)
        found += [(edition(playbook, language), book) for language in playbook.about.languages]
    return tuple(found)


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


def said_when_reckoned(name: str, folder: Path, days: Mapping[tuple[int, str], date]) -> None:
    """The values kept in an empty one are those LibreOffice reckons; `days` are set where a formula asks the clock."""
    every = shops(name)
    fresh = {f"book{at}": opened(book.content(it, {})) for at, (it, book) in enumerate(every)}
    for made in fresh.values():
        for (sheet, cell), day in days.items():
            made.worksheets[sheet][cell] = datetime.combine(day, datetime.min.time())
    for (it, book), values in zip(every, all_reckoned(fresh, folder), strict=True):
        stored = opened(book.content(it, {}), values=True)
        for before, after in zip(stored.worksheets, values.worksheets, strict=True):
            for row in before.iter_rows():
                for cell in row:
                    now = after[cell.coordinate].value
                    assert (cell.value or "") == (now or ""), (before.title, cell.coordinate)


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
