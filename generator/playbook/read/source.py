"""YAML text in, plain data out, with the place in the file that each value came from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.playbook.languages import DEFAULT
from generator.playbook.model.record import Route
from generator.playbook.problems import Place, Problem
from generator.playbook.read.lookalikes import Mended, mended
from generator.playbook.read.syntax import slip

# The C loader gives the same events an order of magnitude faster.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# More digits than these make no figure that anybody counts.
_INT = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
_FLOAT = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_WORDS: Mapping[str, object] = {"": None, "~": None, "null": None, "true": True, "false": False}
_CHAPTER = re.compile(r"[A-Za-z_]\w*[ ]*:")
MOST_DEPTH = 40
"""A playbook is nested some ten levels deep; far more is a slip of the brackets."""


@dataclass(frozen=True)
class Node:
    """A value of the file and where it starts; mappings also know where their keys stand."""

    data: object
    place: Place
    children: Mapping[str | int, Node] = field(default_factory=dict)
    keys: Mapping[str, Place] = field(default_factory=dict)
    typed: str = ""
    """A plain value as it was typed: 1.10, where the data say 1.1."""


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
            key_place = node.keys.get(str(step))
            node = inner
        return node, key_place


class Reader:
    """Reads one file into nodes and notes what is wrong with it.

    PyYAML's own construction is not used: it reads 10:30 as 630, `no` as False and 012 as 10, keeps the
    last of two equal keys in silence, and forgets where things stood.
    """

    def __init__(self, path: Path, shown: str, known_keys: frozenset[str]) -> None:
        self.path, self.shown, self.known_keys = path, shown, known_keys
        self.problems: list[Problem] = []
        self._mended, self._last = Mended("", (), {}), 0
        self.whole = True

    def read(self) -> Node:
        """The root node of the file; an empty mapping where nothing can be read."""
        nothing = Node({}, Place(self.shown, 1, 1))
        written = self._written()
        if written is None:
            self.whole = False
            return nothing
        self._mended = mended(written, self.shown, self.known_keys)
        self._last = self.text.count("\n")
        self.problems += self._mended.problems
        text: str | None = self._mended.text
        while text is not None:
            try:
                root = self._root(yaml.parse(text, Loader=_Loader))
                return root if isinstance(root.data, dict) or self.whole else nothing
            except yaml.MarkedYAMLError as error:
                self.whole = False
                found = slip(error, text)
                place = self._place(found.line, found.column)
                if not self._follows_from_spaces(place):
                    self.problems = [problem for problem in self.problems if problem.place != place]
                    self._note(found.kind, place, name=found.name)
                text = without_chapter(text, found.line, found.column)
        return nothing

    def _follows_from_spaces(self, place: Place) -> bool:
        """Whether a line is out of place only because nobody knows how many spaces a wide one stands for."""
        wide = {
            p.place.line for p in self.problems if p.place and p.kind in ("fullwidth-space", "hard-space")
        }
        return bool(wide & {place.line, place.line - 1})

    def _written(self) -> str | None:
        """What stands in the file, line ends of all systems made one; None if it cannot be read."""
        content = b""
        try:
            content = self.path.read_bytes()
            return content.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        except OSError:
            self._note("not-found", Place(self.shown, 1, 1), path=self.shown)
        except UnicodeDecodeError as error:
            before = content[: error.start].decode("utf-8").removeprefix("\ufeff")
            line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
            self._note("not-utf8", Place(self.shown, line, column))
        return None

    @property
    def text(self) -> str:
        """The text as it was read."""
        return self._mended.text

    def _note(self, kind: str, place: Place, **details: str) -> None:
        self.problems.append(Problem(kind, details=details, place=place))

    def _place(self, line: int, column: int) -> Place:
        if line > self._last:  # The parser stops after the last line; nobody can look there.
            line, column = self._last, len(self.text) - self.text.rfind("\n") - 1
        return Place(self.shown, line + 1, self._mended.column(line, column) + 1)

    def _at(self, mark: Any) -> Place:
        return self._place(mark.line, mark.column)

    def _root(self, events: Iterator[yaml.Event]) -> Node:
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._note("yaml-documents", self._at(event.start_mark))
                    self.whole = False
                    break
                root = self._node(next(events), events)
        return root or Node(None, Place(self.shown, 1, 1))

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int = 0) -> Node:
        place = self._at(event.start_mark)
        if depth > MOST_DEPTH:
            mark: Any = event.start_mark
            raise yaml.MarkedYAMLError(problem="nested too deep", problem_mark=mark)
        if anchor := getattr(event, "anchor", None):
            self._note("yaml-alias", place, name=str(anchor))
        if isinstance(event, yaml.AliasEvent):
            return Node(None, place)
        if tag := getattr(event, "tag", None):
            self._note("yaml-tag", place, name=str(tag).replace("tag:yaml.org,2002:", "!!"))
        match event:
            case yaml.ScalarEvent():
                return Node(_plain(event), place, typed=event.value)
            case yaml.SequenceStartEvent():
                return self._sequence(place, events, depth)
            case _:
                return self._mapping(place, events, depth)

    def _sequence(self, place: Place, events: Iterator[yaml.Event], depth: int) -> Node:
        children: dict[str | int, Node] = {}
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            children[len(children)] = self._node(event, events, depth + 1)
        return Node(tuple(child.data for child in children.values()), place, children)

    def _mapping(self, place: Place, events: Iterator[yaml.Event], depth: int) -> Node:
        children: dict[str | int, Node] = {}
        keys: dict[str, Place] = {}
        unreadable = False
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._node(event, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            if not isinstance(event, yaml.ScalarEvent):
                # {customer}: 您好 was meant as text; nothing of it is a field.
                self._note("yaml-brace", place, name="[" if isinstance(key.data, tuple) else "{")
                unreadable = True
                continue
            name = event.value
            if name in keys:
                self._note("doubled-key", key.place, name=name, line=str(keys[name].line))
            keys[name], children[name] = key.place, value
        if unreadable:
            return Node(None, place)
        return Node({name: child.data for name, child in children.items()}, place, children, keys)


def _plain(event: yaml.ScalarEvent) -> object:
    text: str = event.value
    if event.style in ("'", '"', "|", ">"):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def without_chapter(text: str, line: int, column: int) -> str | None:
    """`text` with the chapter blank that holds a place (from 0), so that the others can be read.

    None where there is no such chapter. What is only noticed as a chapter begins lies in the one before.
    """
    lines = text.split("\n")
    heads = [number for number, each in enumerate(lines) if _CHAPTER.match(each)]
    before = [head for head in heads if (head, 0) < (line, column)]
    if not before:
        return None
    after = next((head for head in heads if head > before[-1]), len(lines))
    blank = [""] * (after - before[-1])
    return "\n".join([*lines[: before[-1]], *blank, *lines[after:]])
