"""What could not be taken as it stood: where, what, and why; gathered by reason for who reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Note:
    """One place. `why` is a field of `NoteWords`."""

    why: str
    sheet: str
    row: int
    """As the program that wrote the file counts; 0 where it is about a whole column or sheet."""
    column: str
    """The head of the column, or its letter; empty where it is about the line."""
    said: str = ""
    """What stands there."""
    kept: bool = False
    """Whether it was taken all the same."""
    other: int = 0
    """The row it is held against."""


@dataclass(frozen=True)
class Gathered:
    """The places of one reason in one column."""

    why: str
    sheet: str
    column: str
    kept: bool
    places: tuple[Note, ...]


def gathered(notes: Iterable[Note]) -> Iterator[Gathered]:
    """Each reason once for each column, in the order they were met."""
    found: dict[tuple[str, str, str, bool], list[Note]] = {}
    for note in notes:
        found.setdefault((note.why, note.sheet, note.column, note.kept), []).append(note)
    for (why, sheet, column, kept), places in found.items():
        yield Gathered(why, sheet, column, kept, tuple(places))
