"""Chapters on looking after customers: complaints, reviews, customers, follow-ups, proactive service."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.playbook.model.record import ChannelId, FactId, FormId, Item, Record, RoleId, ScriptId
from generator.playbook.model.text import Text

ContactClass = Literal["A", "B", "C"]
DueFrom = Literal["received", "bought", "opened", "closed", "requested"]

OneOrMore = Field(min_length=1)


class ComplaintStep(Item):
    """One step of handling a complaint."""

    NAMED_BY = "name"

    name: Text
    """The step in two to five words, without first, then, last."""
    do: Text
    """What is done."""
    limit: FactId | None = None
    """The fact that says by when."""
    owner: RoleId
    """Who does it."""
    script: ScriptId | None = None
    """The words for it."""
    record: Text | None = None
    """What is written down, and where."""
    solo: Text | None = None
    """How one person alone does it."""


class Category(Item):
    """A kind of complaint."""

    NAMED_BY = "name"

    name: Text
    """What it is called on the sheet."""
    means: Text
    """What belongs here."""


class Remedy(Item):
    """A row of the remedy table."""

    NAMED_BY = "when"

    when: Text
    """What happened."""
    offer: Text
    """What the customer is offered."""
    decides: RoleId
    """Who may decide it."""
    limit: FactId | None = None
    """Up to how much, or until when."""
    solo: Text | None = None
    """How one person alone does it."""


class EndState(Item):
    """A way a complaint may end."""

    NAMED_BY = "name"

    name: Text
    """What it is called."""
    when: Text
    """When it is reached."""


class Rule(Item):
    """A rule with its reason."""

    NAMED_BY = "title"

    title: Text
    """The rule in a sentence."""
    do: Annotated[tuple[Text, ...], OneOrMore]
    """What is done."""
    why: Text | None = None
    """Why."""
    owner: RoleId | None = None
    """Who does it."""
    limit: FactId | None = None
    """The fact that says by when or how often."""
    script: ScriptId | None = None
    """The words for it."""
    solo: Text | None = None
    """How one person alone does it."""


class Complaints(Record):
    """How complaints are handled."""

    means: Text
    """What counts as a complaint."""
    intro: Text
    """What matters most, in a sentence or two."""
    categories: Annotated[tuple[Category, ...], OneOrMore]
    """Kinds of complaints."""
    steps: Annotated[tuple[ComplaintStep, ...], Field(min_length=3)]
    """The steps, in the order they are done."""
    red_flags: tuple[Rule, ...] = ()
    """What is done at once when somebody may be hurt."""
    techniques: tuple[Rule, ...] = ()
    """What helps while talking."""
    remedies: Annotated[tuple[Remedy, ...], OneOrMore]
    """The remedy table, the same for everybody."""
    end_states: Annotated[tuple[EndState, ...], Field(min_length=2)]
    """How a complaint may end."""
    rules: tuple[Rule, ...] = ()
    """Escalation, general problems, telling others, prevention."""
    form: FormId
    """The sheet it is written on."""


class Reviews(Record):
    """How reviews are handled."""

    intro: Text
    """What matters most."""
    rules: Annotated[tuple[Rule, ...], OneOrMore]
    """What is done about reviews, in order."""
    never: Annotated[tuple[Text, ...], OneOrMore]
    """What is never done."""
    demands: tuple[Rule, ...] = ()
    """When somebody demands money or goods for a review."""
    prevention: tuple[Rule, ...] = ()
    """How unhappy reviews are prevented."""
    platforms: tuple[Rule, ...] = ()
    """The rules of the shop's own platforms, as it looked them up."""


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
    workbook: Literal["person", "order", "prospect"] | None = None
    """Where the customers' workbook has a column for it: with the person or with the order. `prospect` is no column but the contact of somebody who has not bought. Left out if the workbook has one of its own for it, or none."""


class Consent(Item):
    """A consent asked for, one box each, never ticked beforehand."""

    NAMED_BY = "text"

    contact: ContactClass
    """A service, B satisfaction, C marketing."""
    channel: ChannelId
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
    consents: Annotated[tuple[Consent, ...], OneOrMore]
    """The consents."""
    rules: tuple[Rule, ...] = ()
    """Daily tidy-up, access, deletion, who may look."""
    form: FormId
    """The sheet it is written on."""


class Due(Record):
    """A date that follows from another."""

    start: DueFrom
    """The day it counts from."""
    plus: FactId
    """The fact that says how much later: days, working days, weeks or months."""


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


class Proactive(Record):
    """Getting in touch without being asked."""

    intro: Text
    """What matters most."""
    rules: Annotated[tuple[Rule, ...], OneOrMore]
    """What is done."""
