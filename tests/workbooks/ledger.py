"""What every workbook of ours holds to: small, the same each time, locked, right while empty, carried over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from generator.carry.ours import recognised
from generator.carry.over import carried_over
from generator.carry.reading import opened as read
from generator.carry.today import Today
from generator.edition import Edition
from generator.workbooks.books import Book
from generator.workbooks.table import FIRST, GROUPS, HEADS, Lines, Table, letters
from tests.carry.files import saved
from tests.workbooks.shops import shops


def opened(content: bytes, *, values: bool = False) -> Workbook:
    return load_workbook(BytesIO(content), data_only=values)


def stands_as_ours(name: str) -> None:
    for it, book in shops(name):
        holds(it, book)


def holds(it: Edition, book: Book) -> None:
    """Below 200 kB, the same bytes twice, and nothing wrong with it."""
    content = book.content(it, {})
    assert len(content) < 200_000
    assert content == book.content(it, {})
    assert list(faults(opened(content), book.tables(it))) == []


def faults(made: Workbook, tables: Sequence[Table]) -> Iterator[str]:
    """What is wrong with a workbook of ours, each with its sheet; `tables` are those to type in."""
    typed = {table.tab: table for table in tables}
    for at, sheet in enumerate(made):
        found = [*_not_locked(sheet), *_not_plain(sheet)]
        if sheet.sheet_state == "visible":
            found += _printed_otherwise(sheet, first=at == 0, typed=sheet.title in typed)
        if table := typed.get(sheet.title):
            found += _typed_otherwise(made, sheet, table)
        yield from (f"{sheet.title}: {fault}" for fault in found)


def _not_locked(sheet: Worksheet) -> Iterator[str]:
    if not sheet.protection.sheet or sheet.protection.password:
        yield "it is not protected, or has a password"
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f" and not cell.protection.locked:
                yield f"{cell.coordinate}: the formula is not locked"


def _not_plain(sheet: Worksheet) -> Iterator[str]:
    """Formulas of Excel 2010 in A1 notation; what they say is text."""
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f" and re.search(r"\[|_xlfn", re.sub(r'"[^"]*"', '""', cell.value)):
                yield f"{cell.coordinate}: {cell.value}"


def _typed_otherwise(made: Workbook, sheet: Worksheet, table: Table) -> Iterator[str]:
    """Heads in their order; open is what is typed and nothing else; what is typed is held to what it is."""
    heads = [cell.value for cell in sheet[HEADS]]
    if heads != [column.head for column in table.columns]:
        yield f"the heads are {heads}"
    if sheet.protection.autoFilter is not False:
        yield "filters are forbidden"
    if sheet.auto_filter.ref != f"A{HEADS}:{letters(len(table.columns) - 1)}{table.last}":
        yield f"{sheet.auto_filter.ref} is filtered"
    if sheet.freeze_panes is None:
        yield "heads do not stay in view"
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    for at, column in enumerate(table.columns, 1):
        letter, cell = letters(at - 1), sheet.cell(FIRST, at)
        # What is typed has no cells of its own yet: the column says how they look.
        whole = next(
            each for each in sheet.column_dimensions.values() if each.min <= at <= (each.max or each.min)
        )
        how = whole if cell.value is None else cell
        if how.protection.locked == column.typed:
            yield f"{letter}: {'locked' if column.typed else 'open'}"
        if (kind := HELD.get(column.kind)) and column.typed:
            rule = rules.get(f"{letter}{FIRST}:{letter}{table.last}")
            if rule is None or rule.type not in kind:
                yield f"{letter}: anything may be typed"
            elif rule.type == "list" and _chosen(made, str(rule.formula1)) != [*column.choices.values()]:
                yield f"{letter}: one may choose {_chosen(made, str(rule.formula1))}"


HELD = {
    "day": {"date"},
    "moment": {"date"},
    "time": {"time"},
    "choice": {"list"},
    "number": {"whole", "decimal"},
}
"""What a column of a kind is held to; a text is not."""


def _chosen(made: Workbook, cells: str) -> list[str]:
    tab, _, area = cells.rpartition("!")
    return [str(cell.value) for (cell,) in made[tab.strip("'").replace("''", "'")][area.replace("$", "")]]


def _printed_otherwise(sheet: Worksheet, *, first: bool, typed: bool) -> Iterator[str]:
    try:
        is_printed_as_it_should_be(sheet, first=first, typed=typed)
    except AssertionError as fault:
        yield f"printed otherwise: {fault}"


def is_printed_as_it_should_be(sheet: Worksheet, *, first: bool, typed: bool) -> None:
    """On A4 sideways as wide as the page, or over several with the number or name on each; heads and pages on each."""
    setup, wide = sheet.page_setup, sheet.page_setup.fitToWidth or 1
    assert (setup.orientation, int(setup.paperSize)) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.oddFooter.right.text == "&A · &P / &N"
    if first:
        assert (wide, setup.fitToHeight) == (1, None), "the first sheet on one page"
        return
    assert setup.fitToHeight == 0
    days = [
        cell
        for cell in sheet[GROUPS]
        if isinstance(cell, Cell) and cell.is_date and "d" in cell.number_format
    ]
    assert all(sheet.column_dimensions[cell.column_letter].width >= A_DAY for cell in days), "### for a day"
    assert sheet.freeze_panes is not None
    assert wide == 1 or typed, "a list is as wide as the page"
    assert sheet.print_title_rows == (f"${HEADS}:${HEADS}" if wide == 1 else f"${HEADS - 1}:${HEADS}")
    assert bool(sheet.print_title_cols) == (wide > 1)
    assert bool(sheet.oddHeader.left.text) == (wide > 1), "the title at the head of each"


A_DAY = 12
"""A column of so many letters shows a day; in a narrower one stands ###."""
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
