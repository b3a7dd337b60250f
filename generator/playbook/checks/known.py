"""What is known of a playbook's ids before it is checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.playbook.model import Playbook
from generator.playbook.problems import Problem
from generator.playbook.record import Item, Route, walk


@dataclass(frozen=True)
class Known:
    """The ids of each chapter, and those of parts left out because their shape is wrong."""

    ids: Mapping[str, Mapping[str, Route]]
    left_out: frozenset[str]

    @staticmethod
    def of(playbook: Playbook, pruned: list[object]) -> Known:
        ids: dict[str, dict[str, Route]] = {}
        for route, value in walk(playbook):
            if isinstance(value, Item):
                ids.setdefault(str(route[0]), {}).setdefault(value.id, route)
        return Known(ids, frozenset(_ids_in(pruned)))

    def has(self, chapter: str, name: str) -> bool:
        return name in self.ids.get(chapter, ()) or name in self.left_out


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
