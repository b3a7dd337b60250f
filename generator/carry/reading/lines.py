"""Text with commas, tabs or semicolons in, one sheet out: UTF-8, UTF-16 as Excel saves it, or the GB18030 of Chinese Windows."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterable
from io import BytesIO, TextIOWrapper

from generator.carry.reading.limits import LETTERS, TEXT, Budget
from generator.carry.reading.refused import Refused
from generator.carry.reading.sheets import Cell, Opened, Sheet

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_AS_TEXT = re.compile(r"""="([^"]*)"|[\t'](\+?[\d-]+)""")
_PAGE = re.compile(r"\s*<(?:!doctype|html|head|meta|table|\?xml|style|body)", re.I)
_BETWEEN = ",\t;"
_SAMPLE = 20
"""So many lines tell what stands between the columns."""


def read_lines(content: bytes) -> Opened:
    """Refused for what is no text, or too much of it."""
    text, encoding = _decoded(content)
    budget = Budget()
    if _PAGE.match(text):
        raise Refused("web_page")
    if "\0" in text:
        raise Refused("not_a_table")
    if len(text) > LETTERS:
        raise Refused("too_much_text", millions=LETTERS // 1_000_000)
    between = _between(text)
    budget.elements(text.count(between))
    # Line by line: as a whole it would be four bytes a letter.
    sheet = _sheet(TextIOWrapper(BytesIO(content), encoding, newline=""), between, budget)
    if not sheet.rows:
        raise Refused("empty")
    return Opened((sheet,))


def _sheet(lines: Iterable[str], between: str, budget: Budget) -> Sheet:
    sheet = Sheet("")
    csv.field_size_limit(TEXT)
    try:
        for row, line in enumerate(csv.reader(lines, delimiter=between), 1):
            cells = {at: Cell("text", _bare(said)) for at, said in enumerate(line) if said.strip()}
            for cell in cells.values():
                budget.cell(len(cell.said))
            if cells:
                budget.line()
                sheet.rows[row] = cells
    except csv.Error as error:
        # The module has no other way to say so.
        raise Refused("long_cell", most=TEXT) if "limit" in str(error) else Refused("broken") from error
    return sheet


def _decoded(content: bytes) -> tuple[str, str]:
    """The text, and what it is saved in."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding), encoding
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _strictly(content, "gb18030"), "gb18030"


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused("not_a_table") from error


def _bare(said: str) -> str:
    """What is meant by `="0123"`, by an apostrophe or a tab before figures: ways to have a program leave them alone."""
    found = _AS_TEXT.fullmatch(said.strip(" "))
    return (found[1] or found[2]) if found else said


def _between(text: str) -> str:
    """What most often stands between columns, in the first lines, outside of quotation marks."""
    head = "\n".join(text.split("\n", _SAMPLE)[:_SAMPLE])
    outside = "".join(head.split('"')[::2])
    return max(_BETWEEN, key=outside.count)
