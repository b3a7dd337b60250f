"""How much of a stranger's file is looked at: counted while reading, so that the same file always ends the same way.

Measured with all of it used up: below 10 s and 500 MB (`tests/carry/test_hostile.py`). A counted limit holds on every
system; what systems offer themselves does not (macOS passes over RLIMIT_AS, Windows has none).
"""

from __future__ import annotations

from generator.carry.reading.refused import Refused

FILE = 50_000_000
"""Bytes of the file itself."""
MEMBERS = 5_000
"""Files inside it."""
UNPACKED = 250_000_000
"""Bytes that come out of them."""
ELEMENTS = 5_000_000
"""Tags in their XML; or what stands between the columns of a text."""
LINES = 100_000
"""Rows with something in them."""
CELLS = 500_000
"""Cells with something in them."""
TEXT = 32_767
"""Characters in a cell; Excel itself keeps no more."""
LETTERS = 60_000_000
"""Characters in all cells and texts."""


class Budget:
    """What is left of it for one file."""

    def __init__(self) -> None:
        self._unpacked, self._elements = UNPACKED, ELEMENTS
        self._lines, self._cells, self._letters = LINES, CELLS, LETTERS

    def unpack(self, count: int) -> None:
        self._unpacked -= count
        if self._unpacked < 0:
            raise Refused("swells", megabytes=UNPACKED // 1_000_000)

    def elements(self, count: int) -> None:
        self._elements -= count
        if self._elements < 0:
            raise Refused("too_many_cells", cells=CELLS)

    def line(self) -> None:
        self._lines -= 1
        if self._lines < 0:
            raise Refused("too_many_lines", lines=LINES)

    def cell(self, letters: int) -> None:
        """One more cell with so many characters; Refused if there are too many, or too many of them in one."""
        self._cells -= 1
        if self._cells < 0:
            raise Refused("too_many_cells", cells=CELLS)
        self.letters(letters)

    def letters(self, count: int) -> None:
        self._letters -= count
        if self._letters < 0:
            raise Refused("too_much_text", millions=LETTERS // 1_000_000)
