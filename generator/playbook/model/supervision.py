"""The chapter supervision: checks at work, measures with formulas, plans."""

from __future__ import annotations

from typing import Annotated

from generator.playbook.model.record import FactId, Item, OneOrMore, Record, RoleId
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
