"""The chapter of replies."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.playbook.model.norms import Stage
from generator.playbook.model.record import ChannelId, FactId, Item, NormId, OneOrMore, Record, ScriptId
from generator.playbook.model.text import Text

ReplyPart = Literal["greet", "state", "offer", "ask", "close", "red_flag"]


class ReplyLine(Record):
    """One part of a reply; parts stack and are sent together or one by one."""

    part: ReplyPart
    """What it does."""
    say: Text
    """The words to send."""
    solo: Text | None = None
    """The words to send in a shop of one person, where `say` speaks of a colleague."""
    only_if: Text | None = None
    """When to send this part; always if left out."""
    next: bool = False
    """Whether it is a message of its own that follows; `only_if` says after what."""
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
