"""A field and a width in, a cell out: how much height its words and a pen need, in mm."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.design.wrapping import length, lines
from generator.outlines.form import Choice, Field
from generator.playbook.field_kinds import WHOLE, Drawing

WIDTH = WHOLE
"""What is printed across a form, in mm."""
CHARACTER = 6.0
"""Room for one Chinese character written by hand (Japanese form printers: 5 to 6 mm)."""
LINE = 9.0
"""Height of a line to write on in a field of several lines."""
SMALL, SMALL_LINE = 8.5, 3.5
"""Labels: points, height of a line."""
SIDE = 3.2
"""What the two sides of a cell take."""
LONG = 80.0
"""The width from which on a text may be given more than one line, where the page has room to spare."""
DATED = 41.0
"""The least width at which marks for year, month and day are a help and not in the way."""
DAY_ONLY = 24.0
"""A date narrower than this holds no year."""
_BOX, _GAP, _APART, _BLANK = 5.0, 2.0, 4.5, 24.0
"""A box to tick, its distance from its words, from the next box, and the line of `other`."""
_CHOICE, _CHOICE_LINE = 9.5, 7.4
"""The words of a choice in points, and the height of a line of choices."""
_SCORE, _ENDS = 56.0, 12.5
"""Five circles of 8 mm on a pitch of 12 mm, and the words at each end."""


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

    @property
    def long(self) -> bool:
        """Whether it may be written on in more than one line."""
        return self.most > 1

    @property
    def most(self) -> int:
        """How many lines would still be of use: a long text that must be filled in holds what matters."""
        if self.field.kind.draws == "lines":
            return 8
        return (6 if self.field.required else 2) if self.field.kind.grows and self.mm >= LONG else 1

    def rest(self, line: tuple[Choice, ...]) -> float:
        """What a line of choices leaves of the cell for each line to write on, in mm."""
        used = sum(_BOX + _GAP + length(option.label, _CHOICE) for option in line)
        left = self.mm - SIDE - used - _APART * (len(line) - 1)
        return left / max(sum(option.other for option in line), 1) - _GAP

    @property
    def inner(self) -> float:
        return self.mm - SIDE

    @property
    def too_wide(self) -> Iterator[tuple[Choice, float]]:
        """Choices longer than the cell, with their length: they would run over what stands beside it."""
        wide = ((each, _wide(each) - _APART) for line in self.choices for each in line)
        return ((option, mm) for option, mm in wide if mm > self.inner)

    @property
    def ends_beside(self) -> bool:
        """Whether the words of a score stand beside its circles, not below."""
        return _beside(self.mm)

    @property
    def dated(self) -> bool:
        """Whether it has marks for year, month and day."""
        return self.field.kind.draws == "date" and self.mm >= DATED

    @property
    def day_only(self) -> bool:
        """Whether it is too narrow for a year, and has marks for month and day."""
        return self.field.kind.draws == "date" and self.mm < DAY_ONLY


def _beside(mm: float) -> bool:
    return mm - SIDE >= _SCORE + 2 * _ENDS


def needed(field: Field) -> float:
    """The width a field asks for, whether or not the sheet has it."""
    if field.width is not None:
        return max(field.width * CHARACTER, field.kind.least)
    if field.kind.usual:
        return field.kind.usual
    if field.options:
        return max(sum(map(_wide, field.options)) + SIDE, 48)
    return length(printed_label(field), _CHOICE) + _BOX + _GAP + SIDE


def needed_in_table(column: Field) -> float:
    """The same for a column of a table, where a date is written without marks."""
    return column.width * CHARACTER if column.width else min(needed(column), 48)


def least_in_table(column: Field) -> float:
    """The width of a column in a table that is short of room: what is asked for, else the least a pen needs."""
    return column.width * CHARACTER if column.width else min(needed(column), column.kind.column)


def cell(field: Field, mm: float) -> Cell:
    """A field at a given width."""
    inner = mm - SIDE
    rule = field.rule.said if field.rule else ""
    top = SMALL_LINE * (lines(printed_label(field), inner, SMALL) + (lines(rule, inner, 8) if rule else 0))
    choices = _in_lines(field.options, inner)
    drawn = _ROOMS[field.kind.draws](field, inner, len(choices))
    return Cell(field, mm, 0.0 if field.kind.labels_itself else top, drawn, rule, choices)


_ROOMS: Mapping[Drawing, Callable[[Field, float, int], float]] = {
    "blank": lambda field, _inner, _choices: field.kind.room,
    "date": lambda field, _inner, _choices: field.kind.room,
    "lines": lambda field, _inner, _choices: field.lines * LINE,
    "choices": lambda _field, _inner, choices: choices * _CHOICE_LINE + 0.4,
    "score": lambda _field, inner, _choices: 9.0 if _beside(inner + SIDE) else 12.9,
    "box": lambda field, inner, _choices: max(
        field.kind.room + 2, 4.6 * lines(printed_label(field), inner - _BOX - _GAP, _CHOICE) + 2
    ),
    "words": lambda field, inner, _choices: 4.4 * lines(printed_label(field), inner, 9) + 1,
}
"""The height that each drawing takes below the label, for a field, the width inside its cell, its lines of options."""


def printed_label(field: Field) -> str:
    """The label as long as it is printed, with its marks and help."""
    marks = "*" * field.required + "★" * field.star
    return " ".join(filter(None, (field.label, marks, field.help)))


def _wide(option: Choice) -> float:
    """The width of an option with its box and the distance to the next."""
    blank = _BLANK if option.other else 0
    return _BOX + _GAP + length(option.label, _CHOICE) + _APART + blank


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
        if not found or used + _wide(option) - _APART > room:
            found.append([])
            used = 0.0
        found[-1].append(option)
        used += _wide(option)
    return tuple(map(tuple, found))
