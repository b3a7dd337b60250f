"""What staff read, each thing by a code of its words, and what of it an earlier list of codes tells otherwise."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.edition import Edition
from generator.playbook.model.record import Record, fields_of

CHAPTERS = (
    "promise",
    "roles",
    "norms",
    "strategy",
    "levels",
    "authority",
    "scripts",
    "complaints",
    "reviews",
    "customers",
    "follow_ups",
    "proactive",
    "supervision",
    "checklists",
    "forms",
    "products",
    "glossary",
)
"""Whose items are compared; none of them holds a question or its answer."""
_UNSEEN = {"aliases", "core", "mine", "alarms", "example"}
"""Fields that nobody reads on a page as words of the item."""

Listed = Mapping[str, tuple[str, str]]
"""Code and name by `chapter.id`."""


@dataclass(frozen=True)
class Change:
    """An item that is new, said otherwise, or gone."""

    of: str
    name: str
    kind: str
    """`new`, `changed` or `gone`."""


@dataclass(frozen=True)
class Earlier:
    """An earlier version as its playbook.json tells it."""

    version: str
    day: date
    items: Mapping[str, Listed]
    """By language."""

    def changes(self, edition: Edition) -> Iterator[Change]:
        """What differs now, chapter by chapter; nothing in a language that was not there then."""
        before, now = self.items.get(edition.language, {}), listed(edition)
        if not before:
            return
        for of, (code, name) in now.items():
            if of not in before:
                yield Change(of, name, "new")
            elif before[of][0] != code:
                yield Change(of, name, "changed")
        yield from (Change(of, name, "gone") for of, (_, name) in before.items() if of not in now)


def listed(edition: Edition) -> Listed:
    """Every item of the chapters by its code: the same words, figures in them included, give the same."""
    return {
        f"{chapter}.{name}": (_code(item), str(getattr(item, item.NAMED_BY)))
        for chapter in CHAPTERS
        for name, item in edition.items.get(chapter, {}).items()
    }


def _code(item: object) -> str:
    told = [[*way, str(value)] for way, value in _told(item)]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()[:8]


def _told(item: object) -> Iterator[tuple[tuple[str, ...], object]]:
    """Every word and figure that is read, outside first, with the way to it; not what goes unseen, nor anything below it."""
    waiting: list[tuple[tuple[str, ...], object]] = [((), item)]
    while waiting:
        way, value = here = waiting.pop()
        if isinstance(value, (str, int, float)):
            yield here
        elif isinstance(value, tuple):
            waiting += [((*way, str(at)), value[at]) for at in range(len(value) - 1, -1, -1)]
        elif isinstance(value, Record):
            there = [(name, inner) for name, inner in fields_of(value) if name not in _UNSEEN]
            waiting += [((*way, name), inner) for name, inner in reversed(there)]


def earlier(text: bytes) -> Earlier | None:
    """An earlier playbook.json; None if it is none, or of a program that did not list items."""
    try:
        told = json.loads(text)
        items = {
            str(language): {str(of): (str(code), str(name)) for of, (code, name) in those.items()}
            for language, those in told["items"].items()
        }
        return Earlier(str(told["version"]), date.fromisoformat(told["date"]), items)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
