"""The service promise."""

from __future__ import annotations

from typing import Annotated

from generator.playbook.model.record import Item, OneOrMore, Record, RoleId
from generator.playbook.model.text import Text


class PromiseLine(Item):
    """One promise to customers."""

    NAMED_BY = "line"

    line: Text
    """The promise as it stands on the card: one short sentence."""
    kept_how: Text
    """How it is kept, every time."""
    measure: Text
    """How the shop sees whether it was kept."""
    answers: RoleId
    """The role that answers for it."""
    if_broken: Text
    """What the customer gets when it was not kept."""


class ComplaintsLine(Record):
    """Where a customer can complain about the service itself."""

    name: Text
    """What it is called on the card."""
    phone: str | None = None
    """The number, in quotes. Leave it out and the card prints a line to fill in."""
    hours: Text
    """When somebody answers."""


class Promise(Record):
    """The service promise: what customers may count on."""

    title: Text
    """The heading of the card and of the promise poster."""
    intro: Text | None = None
    """A sentence above the promises."""
    lines: Annotated[tuple[PromiseLine, ...], OneOrMore]
    """The promises."""
    hours: Text | None = None
    """Service hours, as said to customers; left out, those of the shop are printed as people write them."""
    cut_off: Text | None = None
    """Orders up to when are shipped the same day."""
    complaints_line: ComplaintsLine
    """Where to complain."""
    published: Annotated[tuple[Text, ...], OneOrMore]
    """Where the promise is published."""
    outside: Annotated[tuple[Text, ...], OneOrMore]
    """The customer's routes outside the shop."""
    trial: Text | None = None
    """How to try the promises before printing them."""
