"""A question made from the playbook: which of its texts is asked about, which is right, and which are not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from generator.playbook.model.questions import Topic

LONGEST = {"han": 60, "latin": 240}
"""An option has no more signs than this, by the script of its language: a paragraph is no option."""

LONGEST_STEM = {"han": 80, "latin": 280}
"""A stem has no more signs than this, by the script of its language: 280 letters are some 45 words."""

Way = Literal[
    "never",
    "send",
    "find",
    "missed",
    "figure",
    "next",
    "above",
    "decides",
    "shown",
    "meant",
    "listed",
    "stated",
]
"""What kind of question it is; its words stand in the labels under the same name."""


@dataclass(frozen=True)
class Place:
    """Where a text stands: in which item of which chapter, and the way to it from there."""

    chapter: str
    id: str
    way: tuple[str | int, ...]

    def of(self, items: Mapping[str, Mapping[str, Any]]) -> Any:
        found = items[self.chapter][self.id]
        for step in self.way:
            found = found[step] if isinstance(step, int) else getattr(found, step)
        return found


@dataclass(frozen=True)
class Derived:
    """A question made from the playbook."""

    id: str
    way: Way
    source: str
    topic: Topic
    about: Place
    """What is asked about: it goes into the stem."""
    right: Place
    wrong: tuple[Place, ...]
    why_right: Place | None = None
    why_wrong: tuple[Place, ...] = ()
    """For each wrong option the text that says why, or nothing for all."""
    fact: str = ""
    """The figure that is cut out of what is asked about."""
