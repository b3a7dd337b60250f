"""YAML text in, plain data out, with the place in the file that each value came from."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml
from yaml.events import AliasEvent, MappingEndEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from generator.playbook.problems import Place, Problem
from generator.playbook.read.elsewhere import elsewhere
from generator.playbook.read.lookalikes import normalised
from generator.playbook.read.overlooked import cut_at_remark, joined, one_version, with_dashes
from generator.playbook.read.source import NOTHING, File, Node
from generator.playbook.read.syntax import slip

# The C loader gives the same events an order of magnitude faster.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Events = Callable[[], Any]
"""Gives the parser's next event, and None at the end."""

# More digits than these make no figure that anybody counts.
_INT = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
_FLOAT = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_WORDS: Mapping[str, object] = {"": None, "~": None, "null": None, "true": True, "false": False}
_CHAPTER = re.compile(r"[A-Za-z_]\w*[ ]*:")
MOST_DEPTH = 40
"""A playbook is nested some ten levels deep; far more is a slip of the brackets."""


_tuple = tuple.__new__


class Reader:
    """Reads one file into nodes and notes what is wrong with it.

    PyYAML's own construction is not used: it reads 10:30 as 630, `no` as False and 012 as 10, keeps the
    last of two equal keys in silence, and forgets where things stood.
    """

    def __init__(self, path: Path, shown: str, known_keys: frozenset[str]) -> None:
        self.path, self.known_keys = path, known_keys
        self.file = File(shown)
        self.problems: list[Problem] = []
        self.whole = True
        self.content: bytes | None = None
        self._runs_on = False
        """Whether a text without a mark goes on over several lines."""
        self._dashes: list[Any] = []
        """The marks of names before which a dash is lost."""

    def read(self) -> Node:
        """The root node of the file; an empty mapping where nothing can be read."""
        written = self._written()
        if written is None:
            self.whole = False
            return self._blank({})
        written, met = one_version(written)
        self.file = File(self.file.shown, normalised(written, self.file.shown, self.known_keys))
        self.problems += self.file.read.problems
        for line in met:
            self._note("merge-marks", self.file.place(line, 0))
        text: str | None = self.text
        while text is not None:
            noted = len(self.problems)
            try:
                root = self._root(_Loader(text).get_event)
                if self._dashes:
                    del self.problems[noted:]
                    text = self._dashed(text)
                    continue
                self.problems += cut_at_remark(root, text)
                self.problems += joined(root, text) if self._runs_on else ()
                return root if isinstance(root.data, dict) or self.whole else self._blank({})
            except yaml.MarkedYAMLError as error:
                self.whole = False
                found = slip(error, text)
                place = self.file.place(found.line, found.column)
                if not self._follows_from_spaces(place):
                    self.problems = [problem for problem in self.problems if problem.place != place]
                    self._note(found.kind, place, name=found.name)
                text = without_chapter(text, found.line, found.column)
        return self._blank({})

    def _dashed(self, text: str) -> str:
        """The text with the dashes that had been lost."""
        dashes, self._dashes = self._dashes, []
        for mark in dashes:
            self._note("dash-lost", self.file.at(mark), name="id")
        return with_dashes(text, dashes)

    def _blank(self, data: object) -> Node:
        start = yaml.Mark("", 0, 0, 0, None, 0)
        return Node(data, self.file, start, start)

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
            content = self.content = self.path.read_bytes()
            return content.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        except OSError:
            kind, near = elsewhere(self.path)
            details = {"path": self.file.shown} | ({"near": near} if near else {})
            self.problems.append(Problem(kind, details=details, place=Place(self.file.shown, 1, 1)))
        except UnicodeDecodeError as error:
            before = content[: error.start].decode("utf-8").removeprefix("\ufeff")
            line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
            self._note("not-utf8", Place(self.file.shown, line, column))
        return None

    @property
    def text(self) -> str:
        """The text as it was read."""
        return self.file.read.text

    def _note(self, kind: str, place: Place, **details: str) -> None:
        self.problems.append(Problem(kind, details=details, place=place))

    def _root(self, following: _Events) -> Node:
        root: Node | None = None
        while event := following():
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._note("yaml-documents", self.file.at(event.start_mark))
                    self.whole = False
                    break
                root = self._node(following(), following)
        return root or self._blank(None)

    def _node(self, event: Any, following: _Events, depth: int = 0) -> Node:
        if depth > MOST_DEPTH:
            raise yaml.MarkedYAMLError(problem="nested too deep", problem_mark=event.start_mark)
        kind = type(event)
        if event.anchor:
            self._note("yaml-alias", self.file.at(event.start_mark), name=str(event.anchor))
        if kind is AliasEvent:
            return Node(None, self.file, event.start_mark, event.end_mark)
        if event.tag:
            name = str(event.tag).replace("tag:yaml.org,2002:", "!!")
            self._note("yaml-tag", self.file.at(event.start_mark), name=name)
        if kind is ScalarEvent:
            typed = event.value
            data = typed if event.style else plain(typed)
            if event.start_mark.line != event.end_mark.line:
                self._runs_on = True
            # Most of all nodes are made here; this way takes half as long.
            return _tuple(Node, (data, self.file, event.start_mark, event.end_mark, NOTHING, NOTHING, typed))
        return (self._sequence if kind is SequenceStartEvent else self._mapping)(event, following, depth)

    def _sequence(self, begun: Any, following: _Events, depth: int) -> Node:
        children: list[Node] = []
        while type(event := following()) is not SequenceEndEvent:
            children.append(self._node(event, following, depth + 1))
        data = tuple(child.data for child in children)
        last = _last(begun, event, children)
        return Node(data, self.file, begun.start_mark, last, dict(enumerate(children)))

    def _mapping(self, begun: Any, following: _Events, depth: int) -> Node:
        children: dict[str | int, Node] = {}
        keys: dict[str, Node] = {}
        values: list[Node] = []
        unreadable = False
        while type(event := following()) is not MappingEndEvent:
            key = self._node(event, following, depth + 1)
            values.append(self._node(following(), following, depth + 1))
            if type(event) is not ScalarEvent:
                # {customer}: 您好 was meant as text; nothing of it is a field.
                place = self.file.at(begun.start_mark)
                self._note("yaml-brace", place, name="[" if isinstance(key.data, tuple) else "{")
                unreadable = True
                continue
            name = event.value
            if name in keys:
                if name == "id" and not begun.flow_style and begun.start_mark.column > 1:
                    self._dashes.append(key.first)
                self._note("doubled-key", key.place, name=name, line=str(keys[name].place.line))
            keys[name], children[name] = key, values[-1]
        last = _last(begun, event, values)
        if unreadable:
            return Node(None, self.file, begun.start_mark, last)
        data = {name: child.data for name, child in children.items()}
        return Node(data, self.file, begun.start_mark, last, children, keys)


def _last(begun: Any, ended: Any, inner: list[Node]) -> Any:
    """The mark behind a list or mapping: its bracket, or what stands last in it; the parser only says what follows."""
    if begun.flow_style:
        return ended.end_mark
    return inner[-1].last if inner else begun.end_mark


def plain(text: str) -> object:
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "+-0123456789":
        return text
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
