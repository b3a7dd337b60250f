"""Chapters printed as sheets: checklists, posters and notices."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.playbook.model.record import (
    ChannelId,
    ChecklistId,
    Day,
    FormId,
    Item,
    NormId,
    OneOrMore,
    Part,
    RoleId,
)
from generator.playbook.model.text import Text

PaperSize = Literal["a2", "a3", "a4"]
Orientation = Literal["portrait", "landscape"]


class CheckItem(Part):
    """One thing to do or to confirm."""

    text: Text
    """What to do, with the state or value it must have."""
    critical: bool = False
    """Harm is done if it is missed."""
    figure: bool = False
    """Whether a number is written into its box instead of a tick."""
    group: Text | None = None
    """The place or part it belongs to, for a list in groups."""
    solo: Text | None = None
    """How one person alone does it."""


class Checklist(Item):
    """A checklist of one page."""

    NAMED_BY = "title"

    title: Text
    """Its name."""
    kind: Literal["read_do", "do_confirm"]
    """`read_do`: read and do, line by line. `do_confirm`: do it, then go through the list."""
    pause: Text
    """The moment at which work stops for it."""
    who: RoleId
    """Who goes through it."""
    items: Annotated[tuple[CheckItem, ...], OneOrMore]
    """What is gone through; fewer than ten."""
    done: Text
    """What is said or written when all is ticked."""
    trialled_on: Day | None = None
    """The day it was tried out in the shop."""
    solo: Text | None = None
    """How one person alone does it."""
    back: ChecklistId | None = None
    """Another checklist, printed on the back of this one's sheet."""
    aliases: tuple[Text, ...] = ()
    """Other words people search for."""
    recorded_on: FormId | None = None
    """The form its outcome is written on: the sheet then has no boxes to tick, and nothing is asked twice."""


class Poster(Item):
    """A poster of norms for the wall."""

    NAMED_BY = "title"

    title: Text
    """The heading."""
    intro: Text | None = None
    """A line above the heading."""
    norms: Annotated[tuple[NormId, ...], OneOrMore]
    """The norms on it, in order."""
    paper: PaperSize = "a3"
    """a4, a3 or a2."""
    orientation: Orientation = "portrait"
    """portrait or landscape."""
    distance: Annotated[float, Field(ge=0.5, le=10)] = 2.0
    """From how many metres it is read."""
    notes: bool = True
    """Whether each norm's `near` line is printed below it."""


class Notice(Item):
    """A notice of any text, for the wall and the handbook: house rules, how to prepare for a visit, closed days."""

    NAMED_BY = "title"

    title: Text
    """The heading."""
    intro: Text | None = None
    """A line below the heading."""
    lines: Annotated[tuple[Text, ...], OneOrMore]
    """What it says: a line each, or a paragraph."""
    marks: Literal["dots", "numbers", "none"] = "dots"
    """What stands before each: a dot, its number where they are steps, or nothing where they are paragraphs."""
    note: Text | None = None
    """What stands below in small letters."""
    audience: Literal["customer", "staff"] = "customer"
    """Who reads it: `customer` is also on the pages for customers, `staff` hangs where only colleagues come."""
    scan: ChannelId | None = None
    """The channel whose `link` is printed as a code to scan."""
    paper: PaperSize = "a4"
    """a4, a3 or a2."""
    orientation: Orientation = "portrait"
    """portrait or landscape."""
    distance: Annotated[float, Field(ge=0.5, le=10)] = 1.5
    """From how many metres it is read."""
