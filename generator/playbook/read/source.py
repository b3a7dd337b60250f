"""A playbook as it was written: each value, and the place in a file that it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from generator.playbook.languages import DEFAULT
from generator.playbook.model.record import Route
from generator.playbook.problems import Place, Problem
from generator.playbook.read.lookalikes import Normalised

NOTHING: Mapping[Any, Any] = MappingProxyType({})
_UNREAD = Normalised("", (), {})


@dataclass(frozen=True)
class File:
    """A file as it was read; its nodes know their places by it."""

    shown: str
    read: Normalised = _UNREAD

    @cached_property
    def _last(self) -> tuple[int, int]:
        text = self.read.text
        return text.count("\n"), len(text) - text.rfind("\n") - 1

    def place(self, line: int, column: int) -> Place:
        """Where a line and a column, both from 0, stand in what was typed."""
        # The parser stops after the last line; nobody can look there.
        line, column = min((line, column), self._last)
        return Place(self.shown, line + 1, self.read.column(line, column) + 1)

    def at(self, mark: Any) -> Place:
        return self.place(mark.line, mark.column)


class Node(NamedTuple):
    """A value of a file, where it begins and ends; of mappings also the nodes of the keys.

    There are as many as there are values, so they are as light as can be: places are found when asked for.
    """

    data: object
    file: File
    first: Any
    """The parser's mark of the first character."""
    last: Any
    """The parser's mark behind the last character."""
    children: Mapping[str | int, Node] = NOTHING
    keys: Mapping[str, Node] = NOTHING
    typed: str = ""
    """A plain value as it was typed: 1.10, where the data say 1.1."""

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.file.at(self.first)

    @property
    def end(self) -> Place:
        """Where it ends: behind its last character; of text blocks, at the start of the line behind them."""
        return self.file.at(self.last)


@dataclass(frozen=True)
class Source:
    """A playbook as it was written: its data, all its files, and what was wrong with the writing."""

    root: Node
    files: tuple[Path, ...]
    problems: tuple[Problem, ...]
    whole: bool
    """Whether every file could be read to its end."""
    language: str = DEFAULT
    """The first language, as far as it can be told without understanding the file."""

    def place(self, route: Route, *, at_key: bool = False) -> Place:
        """Where `route` stands. A name that is no key is passed over; what is missing ends at its holder."""
        node, key_place = self._follow(route)
        return key_place if at_key and key_place else node.place

    def typed(self, route: Route) -> str:
        """The plain value at `route` as it was typed."""
        return self._follow(route)[0].typed

    def _follow(self, route: Route) -> tuple[Node, Place | None]:
        node, key_place = self.root, None
        for step in route:
            inner = node.children.get(step)
            if inner is None:
                key_place = None
                continue
            key = node.keys.get(str(step))
            key_place = key.place if key else None
            node = inner
        return node, key_place
