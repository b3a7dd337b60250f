"""What is known of a playbook's ids before it is checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Item, Record, Route, walk
from generator.playbook.model.text import ANY, Text
from generator.playbook.problems import Problem
from generator.playbook.read.recovery import NAMELESS, Rest


@dataclass(frozen=True)
class Known:
    """The ids of each chapter, and what is not known because its shape is wrong."""

    ids: Mapping[str, Mapping[str, Route]]
    left_out: frozenset[str]
    """The ids of parts that were taken out."""
    unread: frozenset[str]
    """Chapters, and fields of chapters as `about.owner`, that are not as the author meant them."""

    everything: tuple[tuple[Route, object], ...]
    """Every record, text and plain value with its route, outside first; found once for all checks."""
    texts: tuple[tuple[Route, Text], ...]
    """Every text with its route."""
    records: tuple[tuple[Route, Record], ...]
    """Every record with its route."""

    @staticmethod
    def of(playbook: Playbook, rest: Rest) -> Known:
        ids: dict[str, dict[str, Route]] = {}
        everything = tuple(walk(playbook))
        texts = tuple([(route, value) for route, value in everything if isinstance(value, Text)])
        records = tuple([(route, value) for route, value in everything if isinstance(value, Record)])
        for route, value in records:
            if isinstance(value, Item) and value.id != NAMELESS:
                ids.setdefault(str(route[0]), {}).setdefault(value.id, route)
        left_out, unread = frozenset(_ids_in(rest.left_out)), frozenset(rest.unread)
        return Known(ids, left_out, unread, everything, texts, records)

    def has(self, chapter: str, name: str) -> bool:
        """Whether the chapter has an item of that id, or may have one that could not be read."""
        return name in self.ids.get(chapter, ()) or name in self.left_out or self.lacks(chapter)

    def lacks(self, name: str) -> bool:
        """Whether a chapter, a field of it as `about.sample`, or any field of it could not be read."""
        chapter = name.partition(".")[0]
        return bool(self.unread & {name, chapter}) or any(each.startswith(f"{name}.") for each in self.unread)


def place(route: Route, language: str) -> Route:
    """Where what a text says in a language is written: beneath the language, or at the text if it is said once."""
    return (*route, language) if language != ANY else route


def _ids_in(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        if isinstance(data.get("id"), str):
            yield data["id"]
        for inner in data.values():
            yield from _ids_in(inner)
    elif isinstance(data, (list, tuple)):
        for inner in data:
            yield from _ids_in(inner)


Check = Callable[[Playbook, Known], Iterator[Problem]]
