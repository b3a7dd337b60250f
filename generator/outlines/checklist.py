"""A checklist as it is gone through, whatever it is written on: its items in order, by the place they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from generator.playbook.model.sheets import CheckItem, Checklist


@dataclass(frozen=True)
class Group:
    """Items that belong to one place, with their numbers."""

    name: str
    items: tuple[tuple[int, CheckItem], ...]


def groups(checklist: Checklist) -> tuple[Group, ...]:
    """The items in order, those of one group together."""
    numbered = list(enumerate(checklist.items, 1))
    together = groupby(numbered, key=lambda pair: str(pair[1].group or ""))
    return tuple(Group(name, tuple(items)) for name, items in together)
