"""A workbook and a day in, the same workbook as it stands on that day out: every formula with what it comes to.

Formulas of ours name the cells of their own line (`order_due1`). The program that reckons them knows no such names, so
it is given a copy in which the cells stand in their place; what it finds is written beside our own formulas.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from html import unescape
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.workbooks.table import excels

_CELL = re.compile(r'<c r="([A-Z]+)(\d+)"((?: s="\d+")?)(?: t="\w+")?><f>([^<]*)</f><v>[^<]*</v></c>')
_SHEET = re.compile(r'<sheet name="([^"]*)" sheetId="(\d+)"')
_OF_THE_LINE = re.compile(r"<definedName name=\"(\w+)\">('(?:[^'<]|'')*'!\$[A-Z]+)1</definedName>")
"""A name that stands for the cell of a column in the line of the formula."""
_WORDS = re.compile(r"\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|[A-Za-z_][\w.]*")
"""A text in a formula, the name of a sheet, or any other name."""
_NOW = re.compile(r"\bTODAY\(\)")
_EPOCH = (1980, 1, 1, 0, 0, 0)

REVISION = 1
"""Counted up with every change by which a workbook becomes another."""

Came = Callable[[str, str, int], object]
"""What the cell of a sheet, of a column and a row, comes to."""


def as_of(content: bytes, day: date) -> bytes:
    """`content`, a workbook of ours, on `day`: what asks the clock says that day, for ever.

    The same bytes for the same input. A formula that comes to an error is a fault of ours: ValueError with its cell.
    """
    members = _members(content)
    tabs = {
        f"xl/worksheets/sheet{number}.xml": unescape(name)
        for name, number in _SHEET.findall(members["xl/workbook.xml"].decode())
    }
    named = {name: unescape(cell) for name, cell in _OF_THE_LINE.findall(members["xl/workbook.xml"].decode())}
    for path in tabs:
        members[path] = _NOW.sub(f"DATE({day.year},{day.month},{day.day})", members[path].decode()).encode()
    came = _reckoned({**members, **{path: _spelt_out(members[path], named) for path in tabs}})
    for path, tab in tabs.items():
        members[path] = _with_values(members[path], tab, came)
    return _packed(members)


def _members(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def _packed(members: Mapping[str, bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as packed:
        for name, content in members.items():
            member = ZipInfo(name, _EPOCH)
            member.compress_type = ZIP_DEFLATED
            packed.writestr(member, content)
    return made.getvalue()


def _spelt_out(sheet: bytes, named: Mapping[str, str]) -> bytes:
    """A sheet whose formulas name cells by their letters alone."""

    def spelt(found: re.Match[str]) -> str:
        column, row, how, formula = found.groups()
        cells = _WORDS.sub(
            lambda word: f"{named[word[0]]}{row}" if word[0] in named else word[0], unescape(formula)
        )
        return f'<c r="{column}{row}"{how}><f>{escape(cells)}</f><v></v></c>'

    return _CELL.sub(spelt, sheet.decode()).encode()


def _reckoned(members: Mapping[str, bytes]) -> Came:
    from formualizer import load_workbook_bytes  # takes its time, and only examples need it

    book = load_workbook_bytes(_packed(members))
    book.evaluate_all()
    return lambda tab, column, row: book.get_value(tab, row, _place(column))


def _place(letters: str) -> int:
    """The number of a column, A as 1."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place


def _with_values(sheet: bytes, tab: str, came: Came) -> bytes:
    def kept(found: re.Match[str]) -> str:
        column, row, how, formula = found.groups()
        kind, value = _written(came(tab, column, int(row)), f"{tab}!{column}{row}")
        return f'<c r="{column}{row}"{how}{kind}><f>{formula}</f><v>{value}</v></c>'

    return _CELL.sub(kept, sheet.decode()).encode()


def _written(value: object, cell: str) -> tuple[str, str]:
    """The kind of a cell and its value, as the file has them."""
    match value:
        case None:
            return "", "0"  # What an empty cell is, where a formula asks for it.
        case bool():
            return ' t="b"', str(int(value))
        case datetime():
            seconds = (value - datetime.combine(value.date(), datetime.min.time())).total_seconds()
            return "", f"{excels(value.date()) + seconds / 86400:.16G}"
        case date():
            return "", str(excels(value))
        case int() | float():
            return "", f"{value:.16G}"
        case str():
            return ' t="str"', escape(value)
        case _:
            raise ValueError(f"{cell} comes to {value!r}")
