"""The chapter on reviews."""

from __future__ import annotations

from typing import Annotated

from generator.playbook.model.record import OneOrMore, Record
from generator.playbook.model.rule import Rule
from generator.playbook.model.text import Text


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
