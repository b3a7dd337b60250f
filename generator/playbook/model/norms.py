"""The chapters on how everybody serves: strategy, norms, levels, who may decide what."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.playbook.model.record import ChannelId, FactId, Item, OneOrMore, RoleId
from generator.playbook.model.text import Text

Stage = Literal["before", "during", "after", "complaint", "review", "follow_up", "proactive"]


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
