"""What took the place of an id that is gone: the one of its chapter that nobody names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.playbook.model.record import Route, inside
from generator.playbook.problems import near

IN_BRACES = "in-braces"
"""Where what is named in braces stands: in three chapters."""
WITHIN: Mapping[str, tuple[Route, ...]] = {
    IN_BRACES: (("facts",), ("placeholders",), ("prices",)),
    "channels": (("shop", "channels"),),
    "events": (("shop", "events"),),
    "papers": (("training", "papers"),),
}
"""Where the things stand whose chapter a message calls otherwise than the file does."""
_DEEP, _NAMED_OF_IT = "prices", "lines"
"""The chapter in which what is named stands within other things that have ids, and the list of it named in braces."""
_BRACES = re.compile(r"\{([^{}]+)\}")


def misspelt(name: str, there: Iterable[str]) -> bool:
    """Whether it is one of them but for a letter; what is only in one family, as `first-call` and `next-call`, is not."""
    return bool(near(name, there, cutoff=0.85))


@dataclass(frozen=True)
class Written:
    """The ids of a playbook as they were typed, and what names them; it may be faulty elsewhere."""

    data: Any

    def ids(self, chapter: str) -> dict[str, Route]:
        """The things of a chapter that can be named, with the route to each."""
        found: dict[str, Route] = {}
        for route in WITHIN.get(chapter, ((chapter,),)):
            data = self.data
            for step in route:
                data = inside(data, step)
            for name, at in _things(data, route):
                if chapter != IN_BRACES or at[0] != _DEEP or at[-2] == _NAMED_OF_IT:
                    found.setdefault(name, at)
        return found

    def in_place_of(self, chapter: str, gone: Iterable[str]) -> dict[str, Route]:
        """For each id that is gone the route to the one that stands there now, where that can be told.

        It is near in spelling to what is gone and named nowhere, or it is the only one of its list that is not named.
        Two ids that are gone do not become one.
        """
        there = self.ids(chapter)
        alone = {name: at for name, at in there.items() if not self._is_named(chapter, name)}
        missing, found = sorted(gone), dict[str, Route]()
        for name in missing:
            # What is nearest may be named: then a letter is wrong where the id is used.
            for close in near(name, there):
                if close in alone:
                    found[name] = alone.pop(close)
        rest = [name for name in missing if name not in found and not misspelt(name, there)]
        if len(rest) == 1 and len(alone) == 1:
            found[rest[0]] = next(iter(alone.values()))
        return found

    def _is_named(self, chapter: str, name: str) -> bool:
        return name in self._named or f"{chapter}.{name}" in self._named

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(_names(self.data))


def _things(data: Any, route: Route) -> Iterator[tuple[str, Route]]:
    if isinstance(data, dict):
        if isinstance(data.get("id"), str):
            yield data["id"], route
            if route[0] != _DEEP:
                return
        for key, inner in data.items():
            yield from _things(inner, (*route, str(key)))
    elif isinstance(data, (list, tuple)):
        for index, inner in enumerate(data):
            yield from _things(inner, (*route, index))


def _names(data: Any) -> Iterator[str]:
    """Every text that is not an id itself, and what stands in braces in it."""
    if isinstance(data, dict):
        for key, inner in data.items():
            if key != "id":
                yield from _names(inner)
    elif isinstance(data, (list, tuple)):
        for inner in data:
            yield from _names(inner)
    elif isinstance(data, str):
        yield data
        for name in _BRACES.findall(data):
            yield name
            yield name.partition(".")[0]
