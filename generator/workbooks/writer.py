"""Tables in, the bytes of an Excel file out; the only module that knows XlsxWriter.

Same input, same bytes: the day of making is the playbook's, the members of the file bear no time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from generator.design.colour import mixed
from generator.labels.workbooks import LeftWords
from generator.workbooks.held import Faults, held
from generator.workbooks.left import left_over
from generator.workbooks.lists import Lists, Value
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
    Column,
    Filled,
    Kind,
    Table,
    Typed,
    letters,
    quoted,
)

Format = Any
"""A format of XlsxWriter, as it is handed about."""
_A4 = 9
_PAGE_WIDTH = 170
"""So many letters across can still be read on A4 sideways."""
_READ_WIDTH = 110
"""So many letters across has the first sheet."""
_FORMS = {"text": "@", "choice": "@", "day": "yyyy-mm-dd", "number": "0"}
_INK, _LINE, _GREY, _RED, _AMBER = "#16211f", "#cfd6d3", "#f1f4f3", "#b3261e", "#fff1cc"
_MAY = {
    "autofilter": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
    "format_columns": True,
    "format_rows": True,
}
"""What protection leaves open. Not sorting: orders find people by their line."""


@dataclass(frozen=True)
class About:
    """What the file says of itself."""

    title: str
    stamp: str
    day: date
    font: str
    colour: str
    """The shop's, as `#rrggbb`."""


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
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}

    def finished(self) -> bytes:
        self._book.close()
        return self._bytes.getvalue()

    def format(self, **how: Any) -> Format:
        """A format, made once however often it is asked for."""
        how = {"font_name": self.about.font, "font_size": 11, "font_color": _INK, "valign": "vcenter", **how}
        key = tuple(sorted(how.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(how)
        return self._formats[key]

    @cached_property
    def _tint(self) -> str:
        return mixed(self.about.colour, "#ffffff", 0.16)

    def read_me(self, tab: str, parts: Sequence[tuple[str, Sequence[str]]]) -> None:
        sheet = self._sheet(tab)
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 3)
        sheet.set_column(1, 1, _READ_WIDTH)
        sheet.set_row(1, 34)
        sheet.write_string(
            1, 1, self.about.title, self.format(bold=True, font_size=20, font_color=self.about.colour)
        )
        sheet.write_string(2, 1, self.about.stamp, self.format(font_color="#52605d"))
        row = 4
        for head, lines in parts:
            sheet.write_string(row, 1, head, self.format(bold=True, font_size=13, bg_color=self._tint))
            for line in lines:
                row += 1
                # LibreOffice would show one line alone of a text that runs over two.
                sheet.set_row(row, 16 * _lines(line, _READ_WIDTH))
                sheet.write_string(row, 1, line, self.format(text_wrap=True, indent=1, valign="top"))
            row += 2
        sheet.protect("", _MAY)

    def hidden(self, known: Lists) -> None:
        """The sheet of lists."""
        sheet = self._sheet(known.tab)
        for at, (name, values) in enumerate(known.columns.items()):
            sheet.write_string(0, at, name, self.format(bold=True))
            for row, value in enumerate(values, 1):
                self._value(sheet, row, at, value)
        sheet.protect("", _MAY)
        sheet.hide()

    def table(self, table: Table) -> None:
        """A sheet to type in: inputs open, formulas locked."""
        sheet = self._headed(table)
        sheet.freeze_panes(HEADS, _frozen(table))
        sheet.set_row(HEADS - 1, 34)
        if any(column.group for column in table.columns):
            self._groups(sheet, table)
        for at, column in enumerate(table.columns):
            self._column(sheet, table, at, column)
        sheet.autofilter(HEADS - 1, 0, table.last - 1, len(table.columns) - 1)
        # What lies below the prepared lines would be typed in and never reckoned.
        sheet.set_default_row(hide_unused_rows=True)
        sheet.protect("", _MAY)

    def over_pages(self, table: Table) -> None:
        """Prints a wide sheet on several pages side by side, each with the columns that stay in view."""
        sheet = self._book.get_worksheet_by_name(table.tab)
        wide = sum(column.width for column in table.columns if not column.hidden)
        sheet.fit_to_pages(max(1, round(wide / _PAGE_WIDTH)), 0)
        sheet.repeat_columns(0, _frozen(table) - 1)

    def left(self, words: LeftWords) -> None:
        """A sheet of what had no place, where there is some of it."""
        if lines := self.filled.get(LEFT):
            self.table(left_over(words, lines))

    def view(self, table: Table, above: Sequence[Above], *, tall: int = 0) -> Any:
        """A sheet to look at, with some cells above the list."""
        sheet = self._headed(table)
        sheet.hide_gridlines(2)
        sheet.freeze_panes(HEADS, 0)
        sheet.set_row(HEADS - 1, 26)
        for row in range(FIRST - 1, table.last) if tall else ():
            sheet.set_row(row, tall)
        for row, lines in _tallest(table) if not tall else ():
            sheet.set_row(row, 16 * lines)
        for at, column in enumerate(table.columns):
            self._column(sheet, table, at, column, drawn=False)
        for each in above:
            self._above(sheet, each)
        shown = (sum(not column.hidden for column in table.columns), *(each.end for each in above))
        sheet.print_area(0, 0, table.last - 1, max(shown) - 1)
        sheet.protect("", _MAY)
        return sheet

    def red_where(self, table: Table, column: str, condition: str) -> None:
        """Text in red in the cells of a column where a formula for its first line holds."""
        self._where(table, column, condition, {"font_color": _RED, "bold": True})

    def amber_where(self, table: Table, column: str, condition: str) -> None:
        self._where(table, column, condition, {"bg_color": _AMBER})

    def amber_cell(self, table: Table, cell: str, condition: str) -> None:
        """One cell of a sheet in amber where a formula holds."""
        self._painted(table, cell, condition, {"bg_color": _AMBER})

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
        sheet.set_footer(f"&L{self.about.stamp.replace('&', '&&')}&C&A&R&P / &N")
        return sheet

    def _headed(self, table: Table) -> Any:
        sheet = self._sheet(table.tab)
        sheet.repeat_rows(HEADS - 1)
        # Rows above the heads, which columns would else draw as cells to type in.
        for row, height in ((TITLE, 28), (HINT, 22), (GROUPS, 24)):
            sheet.set_row(row - 1, height, self.format())
        title = self.format(bold=True, font_size=18, font_color=self.about.colour)
        sheet.write_string(TITLE - 1, 0, table.title, title)
        sheet.write_string(HINT - 1, 0, table.hint, self.format(font_color="#52605d"))
        sheet.set_tab_color(self.about.colour)
        for name, cell in table.cell_names:
            self._book.define_name(name, cell)
        return sheet

    def _groups(self, sheet: Any, table: Table) -> None:
        """What stands above neighbouring columns, once over all of them."""
        shade = self.format(bold=True, bg_color=self._tint, border=1, border_color=_LINE, align="left")
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
        head = self.format(
            bold=True,
            font_color="#ffffff",
            bg_color=self.about.colour,
            text_wrap=True,
            border=1,
            border_color=_LINE,
        )
        sheet.write_string(HEADS - 1, at, column.head, head)
        cells = self._cells(column, column.typed, drawn)
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

    def _kept(self, empty: str | int) -> str | int:
        """What a formula is said to give until it is reckoned: in an empty workbook what it gives in an empty line.

        In one that is filled nothing, which no program takes for a result: Excel and LibreOffice reckon it at once.
        """
        return "" if self.filled else empty

    @staticmethod
    def _typed(sheet: Any, row: int, at: int, value: Typed, cells: Format) -> None:
        match value:
            case str():
                sheet.write_string(row, at, value, cells)
            case date():
                sheet.write_datetime(row, at, datetime.combine(value, time()), cells)
            case _:
                sheet.write_number(row, at, value, cells)

    def _cells(self, column: Column, typed: bool, drawn: bool) -> Format:
        """White to type in, grey where it is reckoned; on a list neither."""
        # A formula in a cell whose form is text would be shown, not reckoned, once somebody edits it.
        form = _FORMS[column.kind] if typed or column.kind in ("day", "number") else "General"
        form = "General" if column.halves else form
        align = "center" if column.kind in ("day", "number") else "left"
        how = {"num_format": form, "locked": not typed, "text_wrap": column.long, "align": align}
        if not drawn:
            return self.format(**how, bottom=1, border_color=_LINE)
        how |= {"border": 1, "border_color": _LINE}
        return self.format(**how) if typed else self.format(**how, bg_color=_GREY)

    def _value(self, sheet: Any, row: int, at: int, value: Value) -> None:
        match value:
            case str():
                sheet.write_string(row, at, value)
            case date():
                sheet.write_datetime(
                    row, at, datetime.combine(value, time()), self.format(num_format="yyyy-mm-dd")
                )
            case _:
                sheet.write_number(row, at, value)

    def _above(self, sheet: Any, each: Above) -> None:
        label = self.format(align="right", font_color="#52605d")
        form = {
            "num_format": each.form,
            "bold": True,
            "font_size": 12,
            "align": "left",
            "locked": not each.typed,
        }
        shown = self.format(**form, border=1, border_color=_LINE) if each.typed else self.format(**form)
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


@dataclass(frozen=True)
class Above:
    """A cell above a list, with its label on the left."""

    column: int
    label: str
    empty: str | int
    """What stands there, or what the formula gives when nothing is typed in yet."""
    formula: str = ""
    form: str = "0"
    id: str = ""
    """Of one to type in that comes over into the next version."""
    kind: Kind = "number"
    """What may be typed in it."""
    cells: str = ""
    """Of a choice: the cells that hold what may be chosen."""

    @property
    def typed(self) -> bool:
        return not self.formula

    @property
    def end(self) -> int:
        """The column after it, if it has a label; what has none need not be printed."""
        return self.column + 2 if self.label else 0


def _lines(text: str, width: int) -> int:
    """How many lines a text takes at most; a Chinese character is as wide as two letters."""
    wide = sum(2 if each > "\u2e7f" or each in "“”‘’…—" else 1 for each in text)
    return 1 + wide // (width - 6)


def _tallest(table: Table) -> Iterator[tuple[int, int]]:
    """The rows, counted from 0, that hold a text of several lines already, with how many these are."""
    for at in range(table.rows):
        long = (each for each in table.columns if each.long and at < len(each.empties))
        lines = max((_lines(str(each.empties[at]), each.width) for each in long), default=1)
        if lines > 1:
            yield FIRST - 1 + at, lines


def _frozen(table: Table) -> int:
    """How many columns stay in view: up to the name."""
    return next((at for at, column in enumerate(table.columns, 1) if column.id == "name"), 1)
