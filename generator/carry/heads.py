"""The heads of her list: where they stand, what they are called, and which of ours they might be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.carry.plain import plain
from generator.carry.reading.sheets import Sheet
from generator.carry.today import Today
from generator.carry.values import written
from generator.workbooks.table import letters

_LOOKED_AT = 30
"""Heads stand in one of the first so many rows that are not empty."""
_WIDEST = 300
"""Columns that are looked at."""
BY_LETTER = "column {}"
"""How the map names a column whose head is empty, or stands twice."""


@dataclass(frozen=True)
class Heads:
    """The heads in one row."""

    row: int
    said: Mapping[int, str]
    """By column: as they stand there, empty ones where something stands below."""
    keys: Mapping[int, str]
    """By column: what the map calls it."""

    def at(self, key: str) -> int | None:
        return next((at for at, each in self.keys.items() if each == key.strip()), None)


def heads_of(sheet: Sheet, row: int) -> Heads:
    used = {at for cells in sheet.rows.values() for at in cells if at < _WIDEST}
    said = {at: " ".join(written(sheet.cell(row, at)).split()) for at in sorted(used)}
    often = Counter(said.values())
    keys = {
        at: head if head and often[head] == 1 else BY_LETTER.format(letters(at)) for at, head in said.items()
    }
    return Heads(row, said, keys)


def likely_row(sheet: Sheet, today: Today) -> int:
    """The row that most likely holds the heads: most of ours among its texts, then most texts; the first if equal."""

    def worth(row: int) -> tuple[int, int, int]:
        cells = [cell for at, cell in sheet.rows[row].items() if at < _WIDEST]
        texts = {plain(cell.said) for cell in cells if cell.kind == "text" and not cell.formula}
        return sum(text in today.called for text in texts), len(texts), -row

    rows = sorted(sheet.rows)[:_LOOKED_AT]
    return max(rows, key=worth, default=1)


def guessed(heads: Heads, today: Today) -> dict[int, str]:
    """By column: the one of ours it seems to be. A whole head goes before a part of one; nobody guesses a consent."""
    found: dict[int, str] = {}
    for fits in (_is, _holds):
        for at, head in heads.said.items():
            target = fits(plain(head), today.called) if at not in found and head else None
            if target and target not in found.values():
                found[at] = target
    return found


def _is(head: str, called: Mapping[str, str]) -> str | None:
    return called.get(head)


def _holds(head: str, called: Mapping[str, str]) -> str | None:
    within = (name for name in called if len(name) >= 2 and name in head)
    longest = max(within, key=len, default="")
    return called.get(longest)


def filled(sheet: Sheet, heads: Heads) -> Mapping[int, int]:
    """How many cells below the heads have something in them, by column."""
    return Counter(at for row, cells in sheet.rows.items() if row > heads.row for at in _narrow(cells))


def _narrow(cells: Iterable[int]) -> Iterable[int]:
    return (at for at in cells if at < _WIDEST)
