"""A rule, as most chapters state theirs."""

from __future__ import annotations

from typing import Annotated

from generator.playbook.model.record import FactId, Item, OneOrMore, RoleId, ScriptId
from generator.playbook.model.text import Text


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
