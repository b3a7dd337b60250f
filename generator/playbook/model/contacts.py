"""The chapters on getting in touch: follow-ups, and being asked by nobody."""

from __future__ import annotations

from typing import Annotated

from generator.playbook.model.customers import ContactClass
from generator.playbook.model.record import DayOf, FactId, Item, OneOrMore, Record, RoleId, ScriptId
from generator.playbook.model.rule import Rule
from generator.playbook.model.text import Text


class Due(Record):
    """A date that follows from another."""

    start: DayOf
    """The day it counts from: `received`, `bought`, `opened`, `runs_out`, `filed`, `closed`, `requested`, or an event
    of `shop.events`. `filed` is the day the sheet of a complaint is handed in; `runs_out` the day a product of the order is used up, by its `lasts` or its `holds`."""
    plus: FactId | None = None
    """The fact that says how much later: days, working days, weeks, months or years."""
    before: FactId | None = None
    """The fact that says how much earlier, instead of `plus`: 5 days before it runs out."""


class FollowUp(Item):
    """One follow-up contact."""

    NAMED_BY = "name"

    name: Text
    """Its name."""
    due: Due
    """When it is due."""
    contact: ContactClass
    """A service, B satisfaction, C marketing (only with consent)."""
    asks: Annotated[tuple[Text, ...], OneOrMore]
    """What is asked or told."""
    owner: RoleId
    """Who does it."""
    script: ScriptId | None = None
    """The words for it."""
    skip: Text | None = None
    """When it is left out."""


class FollowUps(Record):
    """When the shop gets in touch after the sale."""

    intro: Text
    """What matters most."""
    contacts: Annotated[tuple[FollowUp, ...], OneOrMore]
    """The contacts, in order."""
    rules: tuple[Rule, ...] = ()
    """Caps, quiet hours, the stop list."""
    remind: FactId | None = None
    """The fact that says how long before a pack runs out those who asked for it are reminded; days or weeks."""


class Proactive(Record):
    """Getting in touch without being asked."""

    intro: Text
    """What matters most."""
    rules: Annotated[tuple[Rule, ...], OneOrMore]
    """What is done."""
