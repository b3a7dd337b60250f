"""The chapter supervision: checks at work, measures with formulas, plans."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.playbook.model.record import FactId, FormId, Item, OneOrMore, Part, Record, RoleId
from generator.playbook.model.text import Text


class WorkCheck(Item):
    """Something looked at regularly."""

    NAMED_BY = "name"

    name: Text
    """What is checked."""
    who: RoleId
    """Who looks."""
    often: Text
    """How often and how much."""
    looks: Annotated[tuple[Text, ...], OneOrMore]
    """What is looked at."""
    then: Text
    """What follows from it."""
    solo: Text | None = None
    """How one person alone does it."""


Kept = Literal["orders", "follow_ups_due", "follow_ups_in_time"]
"""What the customers' workbook counts."""


class Tally(Record):
    """How the workbook of a form counts its lines by itself; all lines of a month if nothing more is said."""

    by: str | None = None
    """The date whose month counts; the first of the form if left out."""
    field: str | None = None
    """The field that must have an answer."""
    answers: tuple[str, ...] = ()
    """The answers that count: ids of options, or marks such as "4"; any if left out."""
    until: str | None = None
    """Another date: only lines count whose day in `by` is no later."""
    days_from: str | None = None
    """A date from which the days up to `by` are added up; without it lines are counted."""
    acknowledged: bool = False
    """Only complaints count that were acknowledged in time."""
    kept: Kept | None = None
    """Of the customers' workbook, and there alone: `orders`, `follow_ups_due` or `follow_ups_in_time`."""


class Count(Part):
    """A figure that is typed once a month to work out a measure."""

    label: Text
    """What is counted, in a few words: the head of its column in the workbook of measures."""
    form: FormId | None = None
    """The form or register it is counted from."""
    tally: Tally | None = None
    """How that form's workbook counts it for each month; without it somebody counts."""


class Measure(Item):
    """A figure the shop watches."""

    NAMED_BY = "name"

    name: Text
    """Its name."""
    formula: Text
    """How it is worked out."""
    target: FactId | None = None
    """The fact that says what is aimed at."""
    read: Text
    """How to read it, and what it does not say."""
    counts: tuple[Count, ...] = ()
    """What is typed for it each month; without any it has no place in the workbook of measures."""
    gives: Literal["share", "average", "counts"] = "counts"
    """What the counts come to: `share`, the first in percent of the second, the third of the fourth and so on;
    `average`, the first divided by the second; `counts`, each as it is."""
    unit: Text | None = None
    """What stands behind an average or a count, such as hours."""
    better: Literal["higher", "lower"] | None = None
    """Which way is better, where the shop holds itself to a figure; of several `counts`, the last is held to it."""
    aim: Annotated[int, Field(ge=0)] | None = None
    """The figure it is held to until the shop types its own into the workbook."""
    at_target: bool = False
    """Whether it is held to the figure of `target`, in that fact's unit."""
    fewest: Annotated[int, Field(ge=1, le=1000)] | None = None
    """With fewer than so many to divide by, a share or an average is not worked out."""


class Plan(Item):
    """A plan or a meeting, with the questions it answers."""

    NAMED_BY = "name"

    name: Text
    """Its name."""
    when: Text
    """When it is made."""
    owner: RoleId
    """Who makes it."""
    questions: Annotated[tuple[Text, ...], OneOrMore]
    """What it answers."""


class Supervision(Record):
    """How the shop sees whether it does what it says."""

    intro: Text
    """What matters most."""
    checks: tuple[WorkCheck, ...] = ()
    """What is looked at."""
    measures: tuple[Measure, ...] = ()
    """What is counted."""
    plans: tuple[Plan, ...] = ()
    """Plans and meetings."""
