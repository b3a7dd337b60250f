"""Tables in, the bytes of an Excel file out; the only module that knows XlsxWriter.

Same input, same bytes: the day of making is the playbook's, the members of the file bear no time.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from generator.labels.workbooks import LeftWords
from generator.workbooks.held import Faults, held
from generator.workbooks.left import left_over
from generator.workbooks.lists import Lists
from generator.workbooks.looks import (
    AMBER,
    GREEN,
    RED,
    About,
    Format,
    Looks,
    head_lines,
    in_margin,
    lines_of,
    tallest,
)
from generator.workbooks.sheet import Sheet
from generator.workbooks.table import (
    FIRST,
    GROUPS,
    HEADS,
    HINT,
    LEFT,
    SET,
    SHEET,
    TITLE,
    Above,
    Column,
    Filled,
    Table,
    Typed,
    letters,
    quoted,
)

_A4 = 9
_PAGE_WIDTH = 170
"""So many letters across can still be read on A4 sideways."""
_LINE = 16
"""The height of a line of text, in points."""
_WIDE_ZOOM = 85
"""Per cent: what is wider is seen whole on a small screen."""
_READ_WIDTH = 110
"""So many letters across has the first sheet."""
_MAY = {
    "autofilter": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
    "format_columns": True,
    "format_rows": True,
}
"""What protection leaves open. Not sorting: orders find people by their line."""


class Writer:
    """One workbook, sheet by sheet."""

    def __init__(self, about: About, faults: Faults, filled: Filled | None = None) -> None:
        """`filled` is what stands in it already; what follows from that is reckoned when the file is opened."""
        self.about, self.faults, self.filled = about, faults, filled or {}
        self._bytes = BytesIO()
        self._book = Workbook(
            self._bytes, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        self._book.set_properties(
            {"title": about.title, "comments": about.stamp, "created": datetime.combine(about.day, time())}
        )
        self._book.set_calc_mode("auto")
        self._looks = Looks(self._book, about)

    def finished(self) -> bytes:
        self._book.close()
        return self._bytes.getvalue()

    def read_me(self, tab: str, parts: Sequence[tuple[str, Sequence[str]]]) -> None:
        sheet = self._sheet(tab)
        sheet.fit_to_pages(1, 1)
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 3)
        sheet.set_column(1, 1, _READ_WIDTH)
        sheet.set_row(1, 34)
        sheet.write_string(1, 1, self.about.title, self._looks.title(20))
        sheet.write_string(2, 1, self.about.stamp, self._looks.muted())
        row = 4
        for head, lines in parts:
            sheet.write_string(row, 1, head, self._looks.band(font_size=13))
            for line in lines:
                row += 1
                # LibreOffice would show one line alone of a text that runs over two.
                sheet.set_row(row, _LINE * lines_of(line, _READ_WIDTH))
                sheet.write_string(row, 1, line, self._looks(text_wrap=True, indent=1, valign="top"))
            row += 2
        sheet.protect("", _MAY)

    def hidden(self, known: Lists) -> None:
        """The sheet of lists."""
        sheet, day = self._sheet(known.tab), self._looks(num_format="yyyy-mm-dd")
        for at, (name, values) in enumerate(known.columns.items()):
            sheet.write_string(0, at, name, self._looks(bold=True))
            for row, value in enumerate(values, 1):
                self._typed(sheet, row, at, value, day if isinstance(value, date) else None)
        sheet.protect("", _MAY)
        sheet.hide()

    def table(self, table: Table) -> None:
        """A sheet to type in: inputs open, formulas locked."""
        sheet = self._headed(table)
        sheet.freeze_panes(HEADS, table.frozen)
        sheet.set_row(HEADS - 1, _LINE * max(2, head_lines(table.columns)) + 2)
        if any(column.group for column in table.columns):
            self._groups(sheet, table)
        for row, lines in tallest(table):
            sheet.set_row(row, _LINE * lines)
        for at, column in enumerate(table.columns):
            self._column(sheet, table, at, column)
        sheet.autofilter(HEADS - 1, 0, table.last - 1, len(table.columns) - 1)
        # What lies below the prepared lines would be typed in and never reckoned.
        sheet.set_default_row(hide_unused_rows=True)
        self._over_pages(sheet, table)
        sheet.protect("", _MAY)

    def _over_pages(self, sheet: Any, table: Table) -> None:
        """Prints a wide sheet on several pages side by side, each with the columns that stay in view."""
        shown = [column for column in table.columns if not column.hidden]
        pages = max(1, round(sum(column.width for column in shown) / _PAGE_WIDTH))
        sheet.fit_to_pages(pages, 0)
        if pages > 1:
            # A title would be cut off where the second page begins; it stands at the head of each instead.
            sheet.repeat_columns(0, table.frozen - 1)
            sheet.repeat_rows(GROUPS - 1, HEADS - 1)
            sheet.print_area(GROUPS - 1, 0, table.last - 1, len(table.columns) - 1)
            sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
            sheet.set_header(f"&L&14 {in_margin(table.title)}")

    def left(self, words: LeftWords) -> None:
        """A sheet of what had no place, where there is some of it."""
        if lines := self.filled.get(LEFT):
            self.table(left_over(words, lines))

    def view(self, table: Table, above: Sequence[Above], *, tall: int = 0) -> Any:
        """A sheet to look at, with some cells above the list."""
        sheet = self._headed(table)
        sheet.hide_gridlines(2)
        sheet.freeze_panes(HEADS, 0)
        sheet.set_row(HEADS - 1, max(26, _LINE * head_lines(table.columns) + 2))
        for row in range(FIRST - 1, table.last) if tall else ():
            sheet.set_row(row, tall)
        for row, lines in tallest(table) if not tall else ():
            sheet.set_row(row, _LINE * lines)
        for at, column in enumerate(table.columns):
            self._column(sheet, table, at, column, drawn=False)
        for each in above:
            self._above(sheet, each)
        if sum(column.width for column in table.columns if not column.hidden) > _PAGE_WIDTH:
            sheet.set_zoom(_WIDE_ZOOM)
        shown = (sum(not column.hidden for column in table.columns), *(each.end for each in above))
        sheet.print_area(0, 0, table.last - 1, max(shown) - 1)
        sheet.protect("", _MAY)
        return sheet

    def red_where(self, table: Table, column: str, condition: str) -> None:
        """Text in red in the cells of a column where a formula for its first line holds."""
        self._where(table, column, condition, {"font_color": RED, "bold": True})

    def amber_where(self, table: Table, column: str, condition: str) -> None:
        self._where(table, column, condition, {"bg_color": AMBER})

    def green_where(self, table: Table, column: str, condition: str) -> None:
        self._where(table, column, condition, {"bg_color": GREEN})

    def amber_cell(self, table: Table, cell: str, condition: str) -> None:
        """One cell of a sheet in amber where a formula holds."""
        self._painted(table, cell, condition, {"bg_color": AMBER})

    def _where(self, table: Table, column: str, condition: str, how: dict[str, Any]) -> None:
        letter = table.letter(column)
        self._painted(table, f"{letter}{FIRST}:{letter}{table.last}", condition, how)

    def _painted(self, table: Table, cells: str, condition: str, how: dict[str, Any]) -> None:
        rule = {"type": "formula", "criteria": f"={condition}", "format": self._book.add_format(how)}
        self._book.get_worksheet_by_name(table.tab).conditional_format(cells, rule)

    def _sheet(self, tab: str) -> Any:
        sheet = self._book.add_worksheet(tab, Sheet)
        self._book.define_name(f"{SHEET}_{len(self._book.worksheets())}", f"={quoted(tab)}!$A$1")
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        # Not in the middle: a shop's name that is long would run into it.
        sheet.set_footer(f"&L{in_margin(self.about.stamp)}&R&A · &P / &N")
        return sheet

    def _headed(self, table: Table) -> Any:
        sheet = self._sheet(table.tab)
        sheet.repeat_rows(HEADS - 1)
        # Rows above the heads, which columns would else draw as cells to type in.
        for row, height in ((TITLE, 28), (HINT, 22), (GROUPS, 24)):
            sheet.set_row(row - 1, height, self._looks())
        title = self._looks.title(18)
        sheet.write_string(TITLE - 1, 0, table.title, title)
        sheet.write_string(HINT - 1, 0, table.hint, self._looks.muted())
        sheet.set_tab_color(self.about.colour)
        for name, cell in table.cell_names:
            self._book.define_name(name, cell)
        return sheet

    def _groups(self, sheet: Any, table: Table) -> None:
        """What stands above neighbouring columns, once over all of them."""
        shade = self._looks.group
        shown = [column for column in table.columns if not column.hidden]
        start = 0
        for at in range(1, len(shown) + 1):
            if at == len(shown) or shown[at].group != shown[start].group:
                for place in range(start, at):
                    sheet.write_string(GROUPS - 1, place, shown[start].group if place == start else "", shade)
                if at - start > 1:
                    sheet.merge_range(GROUPS - 1, start, GROUPS - 1, at - 1, shown[start].group, shade)
                start = at

    def _column(self, sheet: Any, table: Table, at: int, column: Column, *, drawn: bool = True) -> None:
        sheet.write_string(HEADS - 1, at, column.head, self._looks.head)
        cells = self._looks.cells(column, typed=column.typed, drawn=drawn)
        sheet.set_column(at, at, column.width, cells, {"hidden": column.hidden})
        if column.typed:
            if rule := held(column, self.faults):
                sheet.data_validation(FIRST - 1, at, table.last - 1, at, rule)
            for line, typed in table.lines.items():
                if column.id in typed:
                    self._typed(sheet, FIRST + line - 2, at, typed[column.id], cells)
        formula = column.formula and column.formula()
        for row in range(FIRST, table.last + 1):
            if column.counts:
                so_far = f"=N({table.cell(column.id, row - 1)})+({formula})"
                sheet.write_formula(row - 1, at, so_far, cells, self._kept(column.empty_in(row - FIRST)))
            elif formula:
                sheet.write_formula(
                    row - 1, at, "=" + formula, cells, self._kept(column.empty_in(row - FIRST))
                )
            elif column.numbered:
                sheet.write_number(row - 1, at, row - FIRST + 1, cells)

    def _kept(self, empty: Typed) -> Typed:
        """What a formula is said to give until it is reckoned: in an empty workbook what it gives in an empty line.

        In one that is filled nothing, which no program takes for a result: Excel and LibreOffice reckon it at once.
        """
        return "" if self.filled else empty

    @staticmethod
    def _typed(sheet: Any, row: int, at: int, value: Typed, cells: Format | None) -> None:
        match value:
            case str():
                sheet.write_string(row, at, value, cells)
            case date():
                sheet.write_datetime(row, at, datetime.combine(value, time()), cells)
            case _:
                sheet.write_number(row, at, value, cells)

    def _above(self, sheet: Any, each: Above) -> None:
        label = self._looks.muted(align="right")
        shown = self._looks.above(each.form, typed=each.typed)
        row, at = GROUPS - 1, each.column
        if each.label:
            sheet.write_string(row, at, each.label, label)
            at += 1
        if each.typed:
            self._open(sheet, row, at, each, shown)
        else:
            sheet.write_formula(row, at, "=" + each.formula, shown, self._kept(each.empty))

    def _open(self, sheet: Any, row: int, at: int, each: Above, shown: Format) -> None:
        """What is set once for the whole workbook has a name, and comes over into the next version."""
        value = self._set(each)
        if value == "":
            sheet.write_blank(row, at, None, shown)
        else:
            self._typed(sheet, row, at, value, shown)
        if rule := held(Column(each.id, each.label, each.kind, 0, cells=each.cells, least=0), self.faults):
            sheet.data_validation(row, at, row, at, rule)
        if each.id:
            cell = f"{quoted(sheet.get_name())}!${letters(at)}${GROUPS}"
            self._book.define_name(f"{SET}_{each.id}", f"={cell}")

    def _set(self, each: Above) -> Typed:
        return self.filled.get(SET, {}).get(1, {}).get(each.id, each.empty)
