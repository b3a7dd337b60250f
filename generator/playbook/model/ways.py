"""Ways in by what happened: what is opened first, and what may come next."""

from __future__ import annotations

from typing import Annotated

from generator.playbook.model.record import AnyId, OneOrMore, Part, Record
from generator.playbook.model.text import Text


class Turn(Record):
    """One stage of a way: what is opened next."""

    go: Annotated[tuple[AnyId, ...], OneOrMore]
    """What to open, as `scripts.return-no-reason`; several where one of them fits the case."""


class Way(Part):
    """Something that happens, and where in the handbook one goes with it."""

    title: Text
    """What happened, in two to five words."""
    turns: Annotated[tuple[Turn, ...], OneOrMore]
    """Its stages, in order."""
