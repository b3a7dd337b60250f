"""A list that only looks: the lines of another sheet that a counter there picks out, each found with one MATCH."""

from __future__ import annotations

from collections.abc import Iterator

from generator.workbooks.table import FIRST, Column, Table, given, named

PLACE = f"ROW()-{FIRST - 1}"
"""Which line of its own sheet a formula stands in, counted from 1."""


class Found:
    """A list of the lines of `source` in which `counter` counts one more."""

    def __init__(self, source: Table, counter: str, names: str) -> None:
        """`names` is how the names of its own cells begin."""
        self.source, self.counter, self.names = source, counter, names
        self.line = named(names, "line")
        """The cell that holds the number of the line there."""

    def when_there(self, formula: str) -> str:
        return f'IF({self.line}="","",{formula})'

    def shown(self, cell: str) -> str:
        """A cell of another sheet as it stands there; an empty one stays empty."""
        return self.when_there(f'IF({cell}="","",{cell})')

    def of(self, table: Table, column: str, line: str) -> str:
        return self.shown(table.of(column, line))

    def column(self, name: str, head: str, width: int, formula: str, *, day: bool = False) -> Column:
        """A day, or a text that runs over as many lines as it needs: where nobody types, nothing is cut off."""
        return Column(name, head, "day" if day else "text", width, given(formula), long=not day)

    def seen(self, name: str, head: str, width: int, *, day: bool = False, of: str = "") -> Column:
        """A column of the source, by its own id there if `of` names none."""
        return self.column(name, head, width, self.of(self.source, of or name, self.line), day=day)

    def numbered(self, head: str) -> Column:
        """1, 2, 3 as far as there are lines."""
        return Column("nr", head, "number", 5, given(self.when_there(PLACE)))

    def which(self) -> Column:
        """The hidden column that finds the line."""
        end, counts = self.source.end(self.counter), self.source.cells(self.counter)
        return Column(
            "line", "line", "number", 6, given(f'IF({PLACE}>{end},"",MATCH({PLACE},{counts},0))'), hidden=True
        )

    def table(self, tab: str, hint: str, columns: Iterator[Column], rows: int) -> Table:
        """A sheet of these columns, with so many lines."""
        return Table(tab, tab, hint, (*columns, self.which()), rows, self.names)
