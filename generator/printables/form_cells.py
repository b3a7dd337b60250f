"""A field and a width in, a cell out: how much height its words and a pen need, in mm."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.design.wrapping import length, lines
from generator.outlines.entries import digits
from generator.outlines.form import Choice, Field
from generator.playbook.field_kinds import Drawing
from generator.printables.form_measures import (
    APART,
    BOX,
    CHARACTER,
    CHECK,
    CHOICE,
    END,
    END_BELOW,
    END_GAP,
    ENDS,
    GAP,
    LABEL,
    LINE,
    NOTE,
    READ,
    RULE,
    SCORE,
    SIDE,
    UNIT,
)
from generator.set_text import joined

LONG = 80.0
"""The width from which on a text may be given more than one line, where the page has room to spare."""
DATED = 41.0
"""The least width at which marks for year, month and day are a help and not in the way."""
DAY_ONLY = 24.0
"""A date narrower than this holds no year."""
_BLANK = 24.0
"""The least line of `other`."""


@dataclass(frozen=True)
class Cell:
    """A field as it stands in a row or heads a column of a table."""

    field: Field
    mm: float
    """Its width."""
    top: float
    """Height of its label, with the rule of a computed date."""
    room: float
    """Least height below the label."""
    rule: str = ""
    choices: tuple[tuple[Choice, ...], ...] = ()
    """The options, line by line."""
    read: bool = False
    """Whether it stands among words that are only read, and is as large as they are."""

    @property
    def long(self) -> bool:
        """Whether it may be written on in more than one line."""
        return self.most > 1

    @property
    def most(self) -> int:
        """How many lines would still be of use: a long text that must be filled in holds what matters."""
        if self.field.kind.draws == "lines":
            return 8
        if self.field.unit:
            return 1  # A unit stands behind one line.
        return (6 if self.field.required else 2) if self.field.kind.grows and self.mm >= LONG else 1

    def rest(self, line: tuple[Choice, ...]) -> float:
        """What a line of choices leaves of the cell for each line to write on, in mm."""
        used = sum(BOX + GAP + length(option.label, CHOICE[0]) for option in line)
        left = self.mm - SIDE - used - APART * (len(line) - 1)
        return left / max(sum(option.other for option in line), 1) - GAP

    @property
    def inner(self) -> float:
        return self.mm - SIDE

    def drawing(self, room: float) -> tuple[float, float]:
        """The size in mm of the picture in its frame, as large as it can be."""
        ratio = self.field.picture.ratio if self.field.picture else 1.0
        wide = min(self.inner, room * ratio)
        return round(wide, 2), round(wide / ratio, 2)

    @property
    def unit(self) -> float:
        """How much of it the unit takes at its right, in mm."""
        return length(self.field.unit, UNIT) + 1 if self.field.unit else 0.0

    @property
    def ends(self) -> str:
        """What the lowest and the highest figure of a score mean, above a column of a table."""
        said = (("1", self.field.low), ("5", self.field.high))
        return joined(" · ", (joined(" ", each) for each in said)) if self.field.kind.ends else ""

    @property
    def digits(self) -> int:
        """The cells for figures, one each."""
        return digits(self.field)

    @property
    def too_wide(self) -> Iterator[tuple[Choice, float]]:
        """Choices longer than the cell, with their length: they would run over what stands beside it."""
        wide = ((each, _wide(each) - APART) for line in self.choices for each in line)
        return ((option, mm) for option, mm in wide if mm > self.inner)

    @property
    def ends_beside(self) -> bool:
        """Whether the words of a score stand beside its circles, not below."""
        return _beside(self.field, self.mm)

    @property
    def dated(self) -> bool:
        """Whether it has marks for year, month and day."""
        return self.field.kind.draws == "date" and self.mm >= DATED

    @property
    def day_only(self) -> bool:
        """Whether it is too narrow for a year, and has marks for month and day."""
        return self.field.kind.draws == "date" and self.mm < DAY_ONLY


def _beside(field: Field, mm: float) -> bool:
    return mm - SIDE >= SCORE + 2 * ENDS and _end_lines(field, ENDS - 2 * END_GAP) <= 2


def _end_lines(field: Field, room: float) -> int:
    """How many lines the words at the ends of a score take."""
    return max(lines(end, room, END[0]) for end in (field.low, field.high))


def needed(field: Field) -> float:
    """The width a field asks for, whether or not the sheet has it."""
    if field.width is not None:
        return max(field.width * CHARACTER, field.kind.least)
    if field.kind.usual:
        return field.kind.usual
    if field.options:
        return max(sum(map(_wide, field.options)) + SIDE, 48)
    return length(printed_label(field), CHOICE[0]) + BOX + GAP + SIDE


def needed_in_table(column: Field) -> float:
    """The same for a column of a table, where a date is written without marks."""
    return column.width * CHARACTER if column.width else min(needed(column), 48)


def least_in_table(column: Field) -> float:
    """The width of a column in a table that is short of room: what is asked for, else the least a pen needs."""
    return column.width * CHARACTER if column.width else min(needed(column), column.kind.column)


def read(field: Field, wide: float) -> Cell:
    """Words across the sheet, in a part of which all is only read."""
    room = READ[1] * lines(printed_label(field), wide - SIDE, READ[0]) + 2.4
    return Cell(field, wide, 0.0, room, read=True)


def cell(field: Field, mm: float) -> Cell:
    """A field at a given width."""
    inner = mm - SIDE
    rule = joined(" ", ("=", field.rule.said)) if field.rule else ""
    top = LABEL[1] * (
        lines(printed_label(field), inner, LABEL[0]) + (lines(rule, inner, RULE) if rule else 0)
    )
    choices = _in_lines(field.options, inner)
    drawn = _ROOMS[field.kind.draws](field, inner, len(choices))
    if field.height is not None:
        # What is printed in it has its room all the same.
        drawn = max(field.height, drawn) if field.kind.draws in _PRINTED else field.height
    return Cell(field, mm, 0.0 if field.kind.labels_itself else top, drawn, rule, choices)


_ROOMS: Mapping[Drawing, Callable[[Field, float, int], float]] = {
    "blank": lambda field, _inner, _choices: field.kind.room,
    "date": lambda field, _inner, _choices: field.kind.room,
    "lines": lambda field, _inner, _choices: field.lines * LINE,
    "choices": lambda field, _inner, choices: (
        choices * CHOICE[1] + LABEL[1] * sum(bool(each.under) for each in field.options) + 0.4
    ),
    "score": lambda field, inner, _choices: (
        9.8 if _beside(field, inner + SIDE) else 10.3 + END[1] * _end_lines(field, END_BELOW)
    ),
    "box": lambda field, inner, _choices: max(
        field.kind.room + 2, CHECK[1] * lines(printed_label(field), inner - BOX - GAP, CHECK[0]) + 2
    ),
    "frame": lambda field, _inner, _choices: max(field.lines * LINE, field.kind.room),
    "digits": lambda field, _inner, _choices: field.kind.room + 1,
    "words": lambda field, inner, _choices: NOTE[1] * lines(printed_label(field), inner, NOTE[0]) + 1,
}
"""The height that each drawing takes below the label, for a field, the width inside its cell, its lines of options."""


_PRINTED = ("choices", "score", "box", "words")
"""Drawings that hold words or marks of ours."""


def printed_label(field: Field) -> str:
    """The label as long as it is printed, with its marks and help."""
    marks = "*" * field.required + "★" * field.star
    return " ".join(filter(None, (field.label, marks, field.help)))


def _wide(option: Choice) -> float:
    """The width of an option with its box and the distance to the next."""
    blank = _BLANK if option.other else 0
    return BOX + GAP + length(option.label, CHOICE[0]) + APART + blank


def _in_lines(options: tuple[Choice, ...], room: float) -> tuple[tuple[Choice, ...], ...]:
    """The options on as few lines as `room` allows, and these about equally long."""
    found = _broken(options, room)
    while found and len(tighter := _broken(options, room - 3)) == len(found) and room > 20:
        found, room = tighter, room - 3
    return found


def _broken(options: tuple[Choice, ...], room: float) -> tuple[tuple[Choice, ...], ...]:
    found: list[list[Choice]] = []
    used = 0.0
    for option in options:
        if not found or option.under or used + _wide(option) - APART > room:
            found.append([])
            used = 0.0
        found[-1].append(option)
        used += _wide(option)
    return tuple(map(tuple, found))
