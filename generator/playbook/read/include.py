"""A playbook and the files it includes, put together: each chapter whole, each value knowing its own file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.playbook.languages import DEFAULT, LANGUAGES
from generator.playbook.problems import Place, Problem
from generator.playbook.read.source import Node, Reader, Source

_FIRST_LANGUAGE = re.compile(rf"^ +languages:[\s\[-]*({'|'.join(LANGUAGES)})\b", re.M)


def first_language(path: Path) -> str | None:
    """The first language of the playbook at `path`, as far as the bare text tells it."""
    try:
        found = _FIRST_LANGUAGE.search(path.read_text("utf-8", errors="replace"))
    except (OSError, ValueError):
        return None
    return found[1] if found else None


def read(path: Path, known_keys: frozenset[str], chapters: frozenset[str]) -> Source:
    """The playbook at `path` with the files it includes. `known_keys`: the names of all fields."""
    reader = Reader(path, str(path), known_keys)
    root = reader.read()
    together = _Together(path, known_keys, chapters, reader.problems, reader.whole)
    if not isinstance(root.data, dict):
        together.note("not-a-playbook", root.place)
        root = Node({}, root.place)
    together.children |= {key: node for key, node in root.children.items() if key != "include"}
    together.keys |= root.keys
    together.include(root.children.get("include"))
    first = _FIRST_LANGUAGE.search(reader.text)
    data = {str(key): node.data for key, node in together.children.items()}
    return Source(
        Node(data, root.place, together.children, together.keys),
        tuple(together.files),
        tuple(together.problems),
        together.whole,
        first[1] if first else DEFAULT,
    )


@dataclass
class _Together:
    """The chapters found so far, the files they stand in, and what is wrong with them."""

    path: Path
    known_keys: frozenset[str]
    known_chapters: frozenset[str]
    problems: list[Problem]
    whole: bool
    children: dict[str | int, Node] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)
    files: list[Path] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.files.append(self.path)

    def note(self, kind: str, place: Place, **details: str) -> None:
        """Something that makes the playbook less than whole."""
        self.problems.append(Problem(kind, details=details, place=place))
        self.whole = False

    def include(self, included: Node | None) -> None:
        """Takes in the files that `include` names: of whole chapters, or of a chapter's parts."""
        if included is not None and not isinstance(included.data, tuple):
            self.note("include-list", included.place)
            return
        for entry in included.children.values() if included else ():
            if not isinstance(entry.data, dict):
                self._chapters_of(entry)
                continue
            for chapter, parts in entry.children.items():
                self._chapter_in_parts(str(chapter), parts, entry.keys[str(chapter)])

    def _chapters_of(self, entry: Node) -> None:
        """Adds the chapters of a file; one that is there already is a problem."""
        for name, inner, place in self._in_file(entry):
            if name not in self.known_chapters:
                self.problems.append(Problem("not-a-chapter", details={"name": name}, place=place))
            elif name in self.keys:
                self._twice("chapter-twice", name, place, self.keys[name])
            else:
                self.children[name], self.keys[name] = inner, place

    def _chapter_in_parts(self, chapter: str, parts: Node, place: Place) -> None:
        """Adds a chapter that stands in several files, one after another."""
        if chapter not in self.known_chapters:
            self.note("no-such-chapter", place, name=chapter)
        elif chapter in self.keys:
            self._twice("chapter-twice", chapter, place, self.keys[chapter])
        elif not isinstance(parts.data, tuple):
            self.note("include-list", parts.place)
        else:
            for entry in parts.children.values():
                for name, inner, at in self._in_file(entry):
                    if name != chapter:
                        self.note("not-this-chapter", at, name=name, whole=chapter)
                    else:
                        before = self.children.get(chapter)
                        self.children[chapter] = self._joined(before, inner) if before else inner
                        self.keys.setdefault(chapter, at)

    def _joined(self, first: Node, then: Node) -> Node:
        """Two parts of a chapter as one: lists one after another, fields side by side."""
        if isinstance(first.data, tuple) and isinstance(then.data, tuple):
            return _one_list(first, then)
        if not (isinstance(first.data, dict) and isinstance(then.data, dict)):
            self.note("parts-differ", then.place, first=_where(first.place))
            return first
        children, keys = dict(first.children), dict(first.keys)
        for key, inner in then.children.items():
            name, here = str(key), children.get(key)
            if here is None:
                children[key], keys[name] = inner, then.keys[name]
            elif isinstance(here.data, tuple) and isinstance(inner.data, tuple):
                children[key] = _one_list(here, inner)
            else:
                self._twice("part-twice", name, then.keys[name], keys[name])
        data = {str(key): node.data for key, node in children.items()}
        return replace(first, data=data, children=children, keys=keys)

    def _twice(self, kind: str, name: str, place: Place, first: Place) -> None:
        self.problems.append(Problem(kind, details={"name": name, "first": _where(first)}, place=place))

    def _in_file(self, entry: Node) -> Iterator[tuple[str, Node, Place]]:
        """The chapters that the file of an entry holds, and where their names stand."""
        file = self._file_of(entry)
        if file is None:
            self.whole = False
            return
        reader = Reader(file, str(file), self.known_keys)
        root = reader.read()
        self.problems += reader.problems
        self.whole = self.whole and reader.whole
        self.files.append(file)
        if not isinstance(root.data, dict):
            self.note("not-a-playbook", root.place)
            return
        for name, inner in root.children.items():
            yield str(name), inner, root.keys[str(name)]

    def _file_of(self, entry: Node) -> Path | None:
        """The file that an entry names; None where it names none."""
        name = entry.data
        if not isinstance(name, str):
            self.note("include-list", entry.place)
        elif not _is_below(self.path.parent, name):
            self.note("include-outside", entry.place, name=name)
        elif not _is_file(self.path.parent / name):
            self.note("include-missing", entry.place, name=name)
        else:
            return self.path.parent / name
        return None


def _one_list(first: Node, then: Node) -> Node:
    items = [*first.children.values(), *then.children.values()]
    return replace(first, data=tuple(item.data for item in items), children=dict(enumerate(items)))


def _where(place: Place) -> str:
    return f"{place.file}:{place.line}"


def _is_below(folder: Path, name: str) -> bool:
    try:
        return (folder / name).resolve().is_relative_to(folder.resolve()) and not Path(name).is_absolute()
    except (OSError, ValueError, RuntimeError):  # The last for links in a circle.
        return True  # No such name can exist; it is reported as missing.


def _is_file(file: Path) -> bool:
    try:
        return file.is_file()
    except (OSError, ValueError):
        return False
