"""A field and a width in, a cell out: how much height its words and a pen need, in mm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.design.wrapping import length, lines
from generator.edition import Edition
from generator.playbook.model.forms import Form, FormField, Option
from generator.playbook.model.shop import Fact

WIDTH = 172.0
"""The printed width of a form: A4 less a binding edge of 25 mm and an edge of 13 mm."""
CHARACTER = 6.0
"""Room for one Chinese character written by hand (Japanese form printers: 5 to 6 mm)."""
LINE = 9.0
"""Height of a line to write on in a field of several lines."""
ROOM, SIGN = 8.0, 15.0
"""Least height to write in below a label; for a signature."""
SMALL, SMALL_LINE = 8.5, 3.5
"""Labels: points, height of a line."""
SIDE = 3.2
"""What the two sides of a cell take."""
LONG = 80.0
"""The width from which on a text may be given more than one line, where the page has room to spare."""
DATED = 41.0
"""The least width at which marks for year, month and day are a help and not in the way."""
_BOX, _GAP, _APART, _BLANK = 5.0, 2.0, 4.5, 24.0
"""A box to tick, its distance from its words, from the next box, and the line of `other`."""
_CHOICE, _CHOICE_LINE = 9.5, 7.4
"""The words of a choice in points, and the height of a line of choices."""
_SCORE, _ENDS = 56.0, 12.5
"""Five circles of 8 mm on a pitch of 12 mm, and the words at each end."""
_USUAL: dict[str, float] = {
    "text": 54,
    "phone": 55,
    "date": 55,
    "int": 30,
    "money": 36,
    "computed": 55,
    "signature": 60,
    "score5": 60,
    "lines": WIDTH,
    "note": WIDTH,
}
"""The width of a field that states none."""
_LEAST: dict[str, float] = {"phone": 49, "date": 42, "computed": 42, "signature": 42, "score5": 60}
"""The width below which a pen cannot do it, whatever the playbook says."""


@dataclass(frozen=True)
class Cell:
    """A field as it stands in a row or heads a column of a table."""

    field: FormField
    mm: float
    """Its width."""
    top: float
    """Height of its label, with the rule of a computed date."""
    room: float
    """Least height below the label."""
    rule: str = ""
    choices: tuple[tuple[Option, ...], ...] = ()
    """The options, line by line."""

    @property
    def long(self) -> bool:
        """Whether it may be written on in more than one line."""
        return self.most > 1

    @property
    def most(self) -> int:
        """How many lines would still be of use: a long text that must be filled in holds what matters."""
        match self.field.kind:
            case "lines":
                return 8
            case "text" if self.mm >= LONG:
                return 6 if self.field.required else 2
            case _:
                return 1

    def rest(self, line: tuple[Option, ...]) -> float:
        """What a line of choices leaves of the cell for each line to write on, in mm."""
        used = sum(_BOX + _GAP + length(str(option.label), _CHOICE) for option in line)
        left = self.mm - SIDE - used - _APART * (len(line) - 1)
        return left / max(sum(option.other for option in line), 1) - _GAP

    @property
    def inner(self) -> float:
        return self.mm - SIDE

    @property
    def too_wide(self) -> Iterator[tuple[Option, float]]:
        """Options longer than the cell, with their length: they would run over what stands beside it."""
        wide = ((each, _wide(each) - _APART) for line in self.choices for each in line)
        return ((option, mm) for option, mm in wide if mm > self.inner)

    @property
    def ends_beside(self) -> bool:
        """Whether the words of a score stand beside its circles, not below."""
        return _beside(self.mm)

    @property
    def dated(self) -> bool:
        return self.field.kind in ("date", "computed") and self.mm >= DATED


def _beside(mm: float) -> bool:
    return mm - SIDE >= _SCORE + 2 * _ENDS


def needed(field: FormField) -> float:
    """The width a field asks for, whether or not the sheet has it."""
    if field.width is not None:
        return max(field.width * CHARACTER, _LEAST.get(field.kind, 0))
    if field.kind == "check":
        return length(printed_label(field), _CHOICE) + _BOX + _GAP + SIDE
    if field.options:
        return max(sum(map(_wide, field.options)) + SIDE, 48)
    return _USUAL[field.kind]


def needed_in_table(column: FormField) -> float:
    """The same for a column of a table, where a date is written without marks."""
    return column.width * CHARACTER if column.width else min(needed(column), 48)


def cell(edition: Edition, form: Form, field: FormField, mm: float) -> Cell:
    """A field at a given width."""
    inner = mm - SIDE
    rule = rule_of(edition, form, field)
    label = printed_label(field)
    top = SMALL_LINE * (lines(label, inner, SMALL) + (lines(rule, inner, 8) if rule else 0))
    choices = _in_lines(field.options, inner)
    match field.kind:
        case "choice1" | "choiceN":
            room = len(choices) * _CHOICE_LINE + 0.4
        case "lines":
            room = field.lines * LINE
        case "signature":
            room = SIGN
        case "score5":
            room = 9.0 if _beside(mm) else 12.9
        case "check":
            top, room = 0.0, max(ROOM + 2, 4.6 * lines(label, inner - _BOX - _GAP, _CHOICE) + 2)
        case "note":
            top, room = 0.0, 4.4 * lines(label, inner, 9) + 1
        case _:
            room = ROOM
    return Cell(field, mm, top, room, rule, choices)


def printed_label(field: FormField) -> str:
    """The label as long as it is printed, with its marks and help."""
    marks = "*" * field.required + "★" * field.star
    return " ".join(filter(None, (str(field.label), marks, str(field.help or ""))))


def rule_of(edition: Edition, form: Form, field: FormField) -> str:
    """How a computed date follows from another field: 受理日期 + 3 天."""
    if field.due is None:
        return ""
    words = edition.labels.sheet.form
    fact: Fact = edition.item("facts", field.due.plus)
    span: str = edition.fact(fact.id)
    if fact.unit in words.spans:
        count = words.spans[fact.unit]
        span = edition.figure(fact.id, (count.one if fact.value == 1 else count.other).format(fact.value))
    start = next(each.label for each in _fields(form) if each.id == field.due.start)
    return words.rule.format(start=start, span=span)


def _fields(form: Form) -> Iterator[FormField]:
    for section in form.sections:
        yield from section.fields
        if section.repeat:
            yield from section.repeat.columns


def _wide(option: Option) -> float:
    """The width of an option with its box and the distance to the next."""
    blank = _BLANK if option.other else 0
    return _BOX + _GAP + length(str(option.label), _CHOICE) + _APART + blank


def _in_lines(options: tuple[Option, ...], room: float) -> tuple[tuple[Option, ...], ...]:
    """The options on as few lines as `room` allows, and these about equally long."""
    found = _broken(options, room)
    while found and len(tighter := _broken(options, room - 3)) == len(found) and room > 20:
        found, room = tighter, room - 3
    return found


def _broken(options: tuple[Option, ...], room: float) -> tuple[tuple[Option, ...], ...]:
    found: list[list[Option]] = []
    used = 0.0
    for option in options:
        if not found or used + _wide(option) - _APART > room:
            found.append([])
            used = 0.0
        found[-1].append(option)
        used += _wide(option)
    return tuple(map(tuple, found))
