"""The chapter on customers: classes, what is noted about them, consents."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.playbook.model.record import ChannelId, FactId, FormId, Item, OneOrMore, Record
from generator.playbook.model.rule import Rule
from generator.playbook.model.text import Text

ContactClass = Literal["A", "B", "C"]


class CustomerClass(Item):
    """A class of customers under a respectful name."""

    NAMED_BY = "name"

    name: Text
    """Its name."""
    entry: Text
    """Who belongs to it."""
    care: Text
    """What these customers get."""
    rhythm: Text | None = None
    """How often they hear from us unasked."""
    tag: Text | None = None
    """What their tag in the chat says; nothing one would not show them."""
    remark: Text | None = None
    """A remark as one may write it, for an example."""


class RecordField(Item):
    """What is noted about a customer."""

    NAMED_BY = "name"

    name: Text
    """What is noted."""
    required: bool
    """Whether the order cannot be done without it."""
    purpose: Text
    """What it is for."""
    keep: FactId
    """The fact that says how long it is kept."""
    workbook: Literal["person", "subject", "order", "prospect"] | None = None
    """Where the customers' workbook has a column for it: with the person, with each of their subjects (`customers.subject`) or with the order. `prospect` is no column but the contact of somebody who has not bought. Left out if the workbook has one of its own for it, or none."""


class Subject(Record):
    """What customers come with, each told from the others on one record: pets, bicycles, the children of a family."""

    name: Text
    """What one is called, as the head of a column: pet, bicycle."""
    many: Text
    """What several are called, as the name of a sheet: pets, bicycles."""
    blank: str | None = None
    """The placeholder that stands for its name in messages; a follow-up then names the one the order was for."""


class Consent(Item):
    """A consent asked for, one box each, never ticked beforehand."""

    NAMED_BY = "text"

    contact: ContactClass | None = None
    """A service, B satisfaction, C marketing. Left out, with the channel, for a consent about something else: a photo that
    is shown, somebody else who may collect."""
    channel: ChannelId | None = None
    """Through which channel."""
    text: Text
    """The words beside the box."""


class Customers(Record):
    """Customer classes, the customer record, consent."""

    intro: Text
    """What matters most."""
    classes: Annotated[tuple[CustomerClass, ...], OneOrMore]
    """The classes."""
    record: Annotated[tuple[RecordField, ...], OneOrMore]
    """What is noted."""
    subject: Subject | None = None
    """What a customer may have several of: the customers' workbook has a sheet for them, and each order names its own."""
    consents: Annotated[tuple[Consent, ...], OneOrMore]
    """The consents."""
    limit: FactId | None = None
    """The fact that says how many marketing messages a customer gets in a month at most; the customers' workbook counts them."""
    rules: tuple[Rule, ...] = ()
    """Daily tidy-up, access, deletion, who may look."""
    form: FormId
    """The sheet it is written on."""
