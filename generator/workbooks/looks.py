"""How the cells of a workbook look: type, colours, frames; how many lines a text takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import ceil
from typing import Any

from generator.design.colour import mixed
from generator.workbooks.table import FIRST, Column, Table

Format = Any
"""A format of XlsxWriter, as it is handed about."""
_FIGURES = {"number": "0", "day": "yyyy-mm-dd", "time": "hh:mm", "moment": "yyyy-mm-dd hh:mm"}
_FORMS = {"text": "@", "choice": "@", **_FIGURES}
_INK, _LINE, _GREY, _MUTED = "#16211f", "#cfd6d3", "#f1f4f3", "#52605d"
RED, AMBER, GREEN = "#b3261e", "#fff1cc", "#dff0e3"
_FRAME = {"border": 1, "border_color": _LINE}


@dataclass(frozen=True)
class About:
    """What the file says of itself."""

    title: str
    stamp: str
    day: date
    font: str
    colour: str
    """The shop's, as `#rrggbb`."""


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any, about: About) -> None:
        """`book` is the Workbook of XlsxWriter."""
        self._book, self.about = book, about
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}

    def __call__(self, **how: Any) -> Format:
        """A format, made once however often it is asked for."""
        how = {"font_name": self.about.font, "font_size": 11, "font_color": _INK, "valign": "vcenter", **how}
        key = tuple(sorted(how.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(how)
        return self._formats[key]

    @cached_property
    def _tint(self) -> str:
        return mixed(self.about.colour, "#ffffff", 0.16)

    def title(self, size: int) -> Format:
        return self(bold=True, font_size=size, font_color=self.about.colour)

    def muted(self, **how: Any) -> Format:
        return self(font_color=_MUTED, **how)

    def band(self, **how: Any) -> Format:
        """On a light shade of the shop's colour."""
        return self(bold=True, bg_color=self._tint, **how)

    @property
    def group(self) -> Format:
        """What stands above neighbouring heads."""
        return self.band(align="left", **_FRAME)

    @property
    def head(self) -> Format:
        return self(bold=True, font_color="#ffffff", bg_color=self.about.colour, text_wrap=True, **_FRAME)

    def above(self, form: str, *, typed: bool) -> Format:
        """A cell above a list."""
        how = {"num_format": form, "bold": True, "font_size": 12, "align": "left", "locked": not typed}
        return self(**how, **_FRAME) if typed else self(**how)

    def cells(self, column: Column, *, typed: bool, drawn: bool) -> Format:
        """White to type in, grey where it is reckoned; on a list neither."""
        # A formula in a cell whose form is text would be shown, not reckoned, once somebody edits it.
        form = _FORMS[column.kind] if typed or column.kind in _FIGURES else "General"
        form = column.form or ("General" if column.halves else form)
        align = "center" if column.kind in _FIGURES else "left"
        how = {"num_format": form, "locked": not typed, "text_wrap": column.long, "align": align}
        if not drawn:
            return self(**how, bottom=1, border_color=_LINE)
        how |= _FRAME
        return self(**how) if typed else self(**how, bg_color=_GREY)


def lines_of(text: str, width: int) -> int:
    """How many lines a text takes at most."""
    return 1 + wide(text) // (width - 6)


def wide(text: str) -> int:
    """How wide it is in letters; a Chinese character is as wide as two."""
    return sum(2 if each > "\u2e7f" or each in "“”‘’…—" else 1 for each in text)


def head_lines(columns: Iterable[Column]) -> int:
    """How many lines the longest head takes; it is bold, and a line ends before a word that does not fit."""
    heads = ((wide(each.head), each.width) for each in columns if not each.hidden)
    return max(ceil(1.15 * head / (width - 1)) for head, width in heads)


def tallest(table: Table) -> Iterator[tuple[int, int]]:
    """The rows, counted from 0, that hold a text of several lines already, with how many these are."""
    for at in range(table.rows):
        long = (each for each in table.columns if each.long and at < len(each.empties))
        lines = max((lines_of(str(each.empties[at]), each.width) for each in long), default=1)
        if lines > 1:
            yield FIRST - 1 + at, lines


def in_margin(text: str) -> str:
    """A text at the head or foot of a page, where & begins a code."""
    return text.replace("&", "&&")
