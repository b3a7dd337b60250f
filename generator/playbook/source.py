"""YAML text in, plain data out, with the place in the file that each value came from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.playbook.problems import Place, Problem
from generator.playbook.record import Route

# The C loader gives the same events an order of magnitude faster.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
_WORDS: Mapping[str, object] = {"": None, "~": None, "null": None, "true": True, "false": False}


@dataclass(frozen=True)
class Node:
    """A value of the file and where it starts; mappings also know where their keys stand."""

    data: object
    place: Place
    children: Mapping[str | int, Node] = field(default_factory=dict)
    keys: Mapping[str, Place] = field(default_factory=dict)


@dataclass(frozen=True)
class Source:
    """A playbook as it was written: its data, all its files, and what was wrong with the writing."""

    root: Node
    files: tuple[Path, ...]
    problems: tuple[Problem, ...]
    whole: bool
    """Whether every file could be read to its end."""

    def place(self, route: Route, *, at_key: bool = False) -> Place:
        """Where `route` stands. A name that is no key is passed over; what is missing ends at its holder."""
        node, key_place = self.root, None
        for step in route:
            inner = node.children.get(step)
            if inner is None:
                key_place = None
                continue
            key_place = node.keys.get(str(step))
            node = inner
        return key_place if at_key and key_place else node.place


class Reader:
    """Reads one file into nodes and notes what is wrong with it.

    PyYAML's own construction is not used: it reads 10:30 as 630, `no` as False and 012 as 10, keeps the
    last of two equal keys in silence, and forgets where things stood.
    """

    def __init__(self, path: Path, shown: str, known_keys: frozenset[str]) -> None:
        self.path, self.shown, self.known_keys = path, shown, known_keys
        self.problems: list[Problem] = []
        self.whole = True

    def read(self) -> Node:
        """The root node of the file; an empty mapping where nothing can be read."""
        nothing = Node({}, Place(self.shown, 1, 1))
        try:
            text = self.path.read_bytes().decode("utf-8-sig")
        except FileNotFoundError:
            self._note("not-found", nothing.place, path=self.shown)
            self.whole = False
            return nothing
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            self._note("not-utf8", Place(self.shown, line, 1))
            self.whole = False
            return nothing
        text = self._with_lookalikes_mended(text)
        try:
            return self._root(yaml.parse(text, Loader=_Loader)) or nothing
        except yaml.MarkedYAMLError as error:
            self._note_syntax(error, text)
        except yaml.reader.ReaderError as error:
            place, code = self._odd_character(text, error)
            self._note("control-character", place, code=code)
        self.whole = False
        return nothing

    def _note(self, kind: str, place: Place, **details: str) -> None:
        self.problems.append(Problem(kind, details=details, place=place))

    def _odd_character(self, text: str, error: yaml.reader.ReaderError) -> tuple[Place, str]:
        """Where the character stands that YAML does not allow, and its code."""
        position = next(index for index, character in enumerate(text) if ord(character) == error.character)
        before = text[:position]
        place = Place(self.shown, before.count("\n") + 1, position - before.rfind("\n"))
        return place, f"U+{error.character:04X}"

    def _at(self, mark: Any) -> Place:
        if mark is None:
            return Place(self.shown, 1, 1)
        return Place(self.shown, mark.line + 1, mark.column + 1)

    def _with_lookalikes_mended(self, text: str) -> str:
        """The text with full-width colons and spaces, and colons without a space, put right after noting them.

        Mending lets the rest of the file be read, so that all problems come in one run. Only names that
        are fields of the model count, so that texts which hold such marks are left alone.
        """
        names = "|".join(sorted(map(re.escape, self.known_keys), key=len, reverse=True))
        wide = re.compile(rf"(?:^\s*(?:-\s+)*|[{{,]\s*)({names})(：[ \u3000]*)")
        tight = re.compile(rf"(?:^\s*(?:-\s+)*|[{{,]\s*)({names})(:)(?=[^\s/:,}}\]])")
        lines = text.split("\n")
        for index, line in enumerate(lines):
            indent = re.match(r"[ ]*\u3000[ \u3000]*", line)
            if indent:
                self._note("fullwidth-space", Place(self.shown, index + 1, line.index("\u3000") + 1))
                line = indent.group().replace("\u3000", "  ") + line[indent.end() :]
            for expression, kind in ((wide, "fullwidth-colon"), (tight, "no-space-after-colon")):
                while found := expression.search(line):
                    self._note(kind, Place(self.shown, index + 1, found.start(2) + 1), name=found.group(1))
                    line = f"{line[: found.start(2)]}: {line[found.end(2) :]}"
            lines[index] = line
        return "\n".join(lines)

    def _note_syntax(self, error: yaml.MarkedYAMLError, text: str) -> None:
        mark = error.problem_mark or error.context_mark
        said = f"{error.context} {error.problem}"
        place = self._at(mark)
        if any(0 <= place.line - problem.place.line <= 1 for problem in self.problems if problem.place):
            return  # It only follows from a full-width mark noted there already.
        if "quoted scalar" in said and error.context_mark:
            self._note("yaml-quote", self._at(error.context_mark))
        elif "cannot start any token" in said:
            line = text.split("\n")[place.line - 1]
            character = line[place.column - 1 : place.column]
            self._note("yaml-tab" if character == "\t" else "yaml-character", place, name=character)
        elif "',' or" in said:
            self._note("yaml-bracket", self._at(error.context_mark) if error.context_mark else place)
        elif "mapping values are not allowed" in said:
            self._note("yaml-colon", place)
        else:
            self._note("yaml-shape", place)

    def _root(self, events: Iterator[yaml.Event]) -> Node | None:
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._note("yaml-documents", self._at(event.start_mark))
                    break
                root = self._node(next(events), events)
        return root

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event]) -> Node:
        place = self._at(event.start_mark)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._note("yaml-alias", place)
        if isinstance(event, yaml.AliasEvent):
            return Node(None, place)
        if tag := getattr(event, "tag", None):
            self._note("yaml-tag", place, name=str(tag))
        match event:
            case yaml.ScalarEvent():
                return Node(_plain(event), place)
            case yaml.SequenceStartEvent():
                return self._sequence(place, events)
            case _:
                return self._mapping(place, events)

    def _sequence(self, place: Place, events: Iterator[yaml.Event]) -> Node:
        children: dict[str | int, Node] = {}
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            children[len(children)] = self._node(event, events)
        return Node(tuple(child.data for child in children.values()), place, children)

    def _mapping(self, place: Place, events: Iterator[yaml.Event]) -> Node:
        children: dict[str | int, Node] = {}
        keys: dict[str, Place] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._node(event, events)
            value = self._node(next(events), events)
            name = event.value if isinstance(event, yaml.ScalarEvent) else str(key.data)
            if name in keys:
                self._note("doubled-key", key.place, name=name, line=str(keys[name].line))
            keys[name], children[name] = key.place, value
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


def read(path: Path, known_keys: frozenset[str], chapters: frozenset[str]) -> Source:
    """The playbook at `path` with the files it includes. `known_keys`: the names of all fields."""
    reader = Reader(path, str(path), known_keys)
    root = reader.read()
    problems, files, whole = reader.problems, [path], reader.whole
    if not isinstance(root.data, dict):
        problems.append(Problem("not-a-playbook", place=root.place))
        whole = False
        root = Node({}, root.place)
    included = root.children.get("include")
    children = {key: node for key, node in root.children.items() if key != "include"}
    keys = dict(root.keys)
    for entry in _entries(included, problems):
        file = _file_of(entry, path, problems)
        if file is None:
            whole = False
            continue
        inner = Reader(file, str(path.parent / str(entry.data)), known_keys)
        node = inner.read()
        problems += inner.problems
        whole = whole and inner.whole
        files.append(file)
        _take_in(node, children, keys, problems, chapters)
    data = {str(key): node.data for key, node in children.items()}
    return Source(Node(data, root.place, children, keys), tuple(files), tuple(problems), whole)


def _entries(included: Node | None, problems: list[Problem]) -> Iterator[Node]:
    if included is None:
        return
    if not isinstance(included.data, tuple):
        problems.append(Problem("include-list", place=included.place))
        return
    yield from included.children.values()


def _file_of(entry: Node, path: Path, problems: list[Problem]) -> Path | None:
    name = str(entry.data)
    folder = path.parent.resolve()
    file = (folder / name).resolve()
    if not file.is_relative_to(folder) or Path(name).is_absolute():
        problems.append(Problem("include-outside", details={"name": name}, place=entry.place))
        return None
    if not file.is_file():
        problems.append(Problem("include-missing", details={"name": name}, place=entry.place))
        return None
    return path.parent / name


def _take_in(
    node: Node,
    children: dict[str | int, Node],
    keys: dict[str, Place],
    problems: list[Problem],
    chapters: frozenset[str],
) -> None:
    """Adds the chapters of an included file; one that is there already is a problem."""
    if not isinstance(node.data, dict):
        problems.append(Problem("not-a-playbook", place=node.place))
        return
    for chapter, inner in node.children.items():
        name = str(chapter)
        if name in keys:
            first = f"{keys[name].file}:{keys[name].line}"
            problems.append(
                Problem("chapter-twice", details={"name": name, "first": first}, place=node.keys[name])
            )
        elif name == "schema" or name == "include" or name not in chapters:
            problems.append(Problem("not-a-chapter", details={"name": name}, place=node.keys[name]))
        else:
            children[name], keys[name] = inner, node.keys[name]
