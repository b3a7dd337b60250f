"""Chapters on serving: promise, strategy, norms, scripts."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.playbook.model.record import (
    ChannelId,
    FactId,
    Item,
    NormId,
    Record,
    RoleId,
    ScriptId,
)
from generator.playbook.model.text import Text

Stage = Literal["before", "during", "after", "complaint", "review", "follow_up", "proactive"]
ReplyPart = Literal["greet", "state", "offer", "ask", "close", "red_flag"]

OneOrMore = Field(min_length=1)


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
    hours: Text
    """Service hours, as said to customers."""
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


class Strategy(Item):
    """A way of serving: when to use it and when not."""

    NAMED_BY = "title"

    title: Text
    """Its name."""
    what: Text
    """What it is, in a sentence or two."""
    when: Annotated[tuple[Text, ...], OneOrMore]
    """When to use it."""
    when_not: tuple[Text, ...] = ()
    """When not."""
    how: Annotated[tuple[Text, ...], OneOrMore]
    """How it is done."""
    channels: tuple[ChannelId, ...] = ()
    """The channels it is for."""


class Norm(Item):
    """A service norm: what everybody here does."""

    NAMED_BY = "short"

    short: Text
    """The line on the poster: at most 15 Chinese characters or 24 letters."""
    title: Text
    """The norm in a full sentence."""
    near: Text | None = None
    """A note under the poster's line, for reading from nearby."""
    why: Text
    """Why we do so."""
    how: Annotated[tuple[Text, ...], OneOrMore]
    """How it is done."""
    good: Text | None = None
    """An example of doing it well."""
    bad: Text | None = None
    """An example of missing it."""
    stage: Stage
    """When it applies."""
    roles: tuple[RoleId, ...] = ()
    """Whom it concerns; nobody named means everybody."""
    checked: Text
    """How it is checked."""
    solo: Text | None = None
    """How one person alone keeps it."""
    aliases: tuple[Text, ...] = ()
    """Other words people search for."""


class Level(Item):
    """A level of service on the way up: what one sees and what one does there."""

    NAMED_BY = "name"

    name: Text
    """Its name."""
    sees: Annotated[tuple[Text, ...], OneOrMore]
    """How one recognises it."""
    does: Annotated[tuple[Text, ...], OneOrMore]
    """What is done at this level."""
    next: Text | None = None
    """What leads to the next."""


class Authority(Item):
    """A row of the authority table: who may decide what, up to how much."""

    NAMED_BY = "matter"

    matter: Text
    """What is decided."""
    decides: RoleId
    """Who may decide it on the spot."""
    limit: FactId | None = None
    """Up to how much; without a limit if left out."""
    above: RoleId | None = None
    """Who decides beyond that."""
    say: Text | None = None
    """What is said when it must be handed on."""
    solo: Text | None = None
    """How one person alone does it."""


class ReplyLine(Record):
    """One part of a reply; parts stack and are sent together or one by one."""

    part: ReplyPart
    """What it does."""
    say: Text
    """The words to send."""
    only_if: Text | None = None
    """When to send this part; always if left out."""
    marketing: bool = False
    """Sent unasked to offer something: it names the shop (`{shop}`) and says how to stop."""


class NeverSay(Record):
    """A sentence nobody sends, and what to send instead."""

    text: Text
    """Never this."""
    instead: Text | None = None
    """Say this."""


class Script(Item):
    """A situation and the reply that fits it."""

    NAMED_BY = "title"

    title: Text
    """The situation, in a few words."""
    stage: Stage
    """When it comes up."""
    channels: tuple[ChannelId, ...] = ()
    """The channels it is for; none named means all."""
    kind: Literal["chat", "letter", "notice"] = "chat"
    """A message in the chat, a letter, or a notice that is pinned up; only a message must be short."""
    says: Annotated[tuple[Text, ...], Field(min_length=3, max_length=8)]
    """What customers say, 3 to 8 ways. Search finds the script by these."""
    reply: Annotated[tuple[ReplyLine, ...], OneOrMore]
    """What to answer."""
    needs: tuple[FactId, ...] = ()
    """Facts that must be true before this is sent."""
    never: Annotated[tuple[NeverSay, ...], OneOrMore]
    """What never to say."""
    why: Text
    """Why we answer like this."""
    norm: NormId
    """The norm behind it."""
    see: tuple[ScriptId, ...] = ()
    """Scripts for what often comes next."""
    solo: Text | None = None
    """How one person alone does it."""
    aliases: tuple[Text, ...] = ()
    """Other words people search for."""
