"""The sheet of what had no place in the workbook it was carried into."""

from __future__ import annotations

from generator.labels.workbooks import LeftWords
from generator.workbooks.table import LEFT, Column, Lines, Table

_WIDTHS = {"sheet": 16, "line": 8, "column": 20, "said": 60, "why": 40}


def left_over(words: LeftWords, lines: Lines) -> Table:
    """A table as long as it is filled."""
    columns = tuple(
        Column(name, getattr(words.heads, name), "text", width, long=True) for name, width in _WIDTHS.items()
    )
    return Table(words.tab, words.tab, words.hint, columns, max(lines), LEFT, lines)
