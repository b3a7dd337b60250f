"""A playbook and the files it includes, put together: each chapter whole, each value knowing its own file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.playbook.languages import DEFAULT, LANGUAGES
from generator.playbook.problems import Place, Problem, suggested
from generator.playbook.read.kept import Shelf
from generator.playbook.read.left_out import MOST_SHOWN, left_out
from generator.playbook.read.source import Node, Source

_FIRST_LANGUAGE = re.compile(rf"^(?: +|about:.*[{{,] *)languages:[\s\[-]*({'|'.join(LANGUAGES)})\b", re.M)

_FILE = re.compile(r"\s*[^\s:#-][^:#]*\.ya?ml\s*")


def first_language(path: Path) -> str | None:
    """The first language of the playbook at `path`, as far as the bare text tells it."""
    try:
        found = _FIRST_LANGUAGE.search(path.read_text("utf-8", errors="replace"))
    except (OSError, ValueError):
        return None
    return found[1] if found else None


def read(path: Path, known_keys: frozenset[str], chapters: frozenset[str]) -> Source:
    """The playbook at `path` with the files it includes. `known_keys`: the names of all fields."""
    shelf = Shelf(known_keys)
    top = shelf.reading(path)
    root = top.root
    together = _Together(path, shelf, chapters, [*top.problems], top.whole)
    if not isinstance(root.data, dict):
        together.note("not-a-playbook", root.place)
        root = root._replace(data={}, children={}, keys={})
    together.children |= {key: node for key, node in root.children.items() if key != "include"}
    together.keys |= root.keys
    together.include(root.children.get("include"))
    if together.whole:
        together.note_left_out(root.keys.get("include", root))
    shelf.keep()
    first = _FIRST_LANGUAGE.search(top.text)
    data = {str(key): node.data for key, node in together.children.items()}
    return Source(
        root._replace(data=data, children=together.children, keys=together.keys),
        tuple(together.files),
        tuple(together.problems),
        together.whole,
        first[1] if first else DEFAULT,
    )


@dataclass
class _Together:
    """The chapters found so far, the files they stand in, and what is wrong with them."""

    path: Path
    shelf: Shelf
    known_chapters: frozenset[str]
    problems: list[Problem]
    whole: bool
    children: dict[str | int, Node] = field(default_factory=dict)
    keys: dict[str, Node] = field(default_factory=dict)
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
            first = _line_of(included, included.first.line)[included.first.column :].strip()
            if included.last.line > included.first.line and _FILE.fullmatch(first):
                self.note("dash-lost", included.place, name=first)
            else:
                self.note("include-list", included.place)
            return
        for entry in included.children.values() if included else ():
            if not isinstance(entry.data, dict):
                self._chapters_of(entry)
                continue
            for chapter, parts in entry.children.items():
                self._chapter_in_parts(str(chapter), parts, entry.keys[str(chapter)])

    def note_left_out(self, include: Node) -> None:
        """Files of chapters that lie beside the included ones and are not."""
        names = left_out(self.path, self.files[1:], self.known_chapters)
        if names:
            shown = ", ".join(f"`{each}`" for each in names[:MOST_SHOWN])
            details = {"count": str(len(names)), "files": shown + (" …" if len(names) > MOST_SHOWN else "")}
            self.problems.append(Problem("file-left-out", details=details, place=include.place))

    def _chapters_of(self, entry: Node) -> None:
        """Adds the chapters of a file; one that is there already is a problem."""
        for name, inner, key in self._in_file(entry):
            if name not in self.known_chapters:
                self.problems.append(Problem("not-a-chapter", details={"name": name}, place=key.place))
            elif name in self.keys:
                self._twice("chapter-twice", name, key, self.keys[name])
            else:
                self.children[name], self.keys[name] = inner, key

    def _chapter_in_parts(self, chapter: str, parts: Node, key: Node) -> None:
        """Adds a chapter that stands in several files, one after another."""
        if chapter not in self.known_chapters:
            self.note("no-such-chapter", key.place, name=chapter)
        elif chapter in self.keys:
            self._twice("chapter-twice", chapter, key, self.keys[chapter])
        elif not isinstance(parts.data, tuple):
            self.note("include-list", parts.place)
        else:
            found: list[Node] = []
            for entry in parts.children.values():
                for name, inner, at in self._in_file(entry):
                    if name != chapter:
                        self.note("not-this-chapter", at.place, name=name, whole=chapter)
                    else:
                        found.append(inner)
                        self.keys.setdefault(chapter, at)
            if found:
                self.children[chapter] = self._joined(found)

    def _joined(self, parts: list[Node]) -> Node:
        """The parts of a chapter as one: lists one after another, fields side by side."""
        first, alike = parts[0], parts[:1]
        for part in parts[1:]:
            if isinstance(first.data, (tuple, dict)) and type(part.data) is type(first.data):
                alike.append(part)
            else:
                self.note("parts-differ", part.place, first=_where(first.place))
        if len(alike) == 1:
            return first
        return _one_list(alike) if isinstance(first.data, tuple) else self._side_by_side(alike)

    def _side_by_side(self, parts: list[Node]) -> Node:
        """The fields of all parts; a list that stands in several goes on from one to the next."""
        found: dict[str | int, list[Node]] = {}
        keys: dict[str, Node] = {}
        for part in parts:
            for key, inner in part.children.items():
                name, here = str(key), found.setdefault(key, [])
                keys.setdefault(name, part.keys[name])
                if not here or (isinstance(here[0].data, tuple) and isinstance(inner.data, tuple)):
                    here.append(inner)
                else:
                    self._twice("part-twice", name, part.keys[name], keys[name])
        children = {key: _one_list(nodes) if len(nodes) > 1 else nodes[0] for key, nodes in found.items()}
        data = {str(key): node.data for key, node in children.items()}
        return parts[0]._replace(data=data, children=children, keys=keys)

    def _twice(self, kind: str, name: str, key: Node, first: Node) -> None:
        details = {"name": name, "first": _where(first.place)}
        self.problems.append(Problem(kind, details=details, place=key.place))

    def _in_file(self, entry: Node) -> Iterator[tuple[str, Node, Node]]:
        """The chapters that the file of an entry holds, each with its name and the node of that."""
        file = self._file_of(entry)
        if file is None:
            self.whole = False
            return
        read = self.shelf.reading(file)
        self.problems += read.problems
        self.whole = self.whole and read.whole
        self.files.append(file)
        if not isinstance(read.root.data, dict):
            self.note("not-a-playbook", read.root.place)
            return
        for name, inner in read.root.children.items():
            yield str(name), inner, read.root.keys[str(name)]

    def _file_of(self, entry: Node) -> Path | None:
        """The file that an entry names; None where it names none."""
        # A path as Windows writes it is understood on every system.
        name = entry.data.replace("\\", "/") if isinstance(entry.data, str) else entry.data
        if not isinstance(name, str):
            self.note("include-list", entry.place)
        elif not _is_below(self.path.parent, name):
            self.note("include-outside", entry.place, name=name)
        elif run_on := _two_in_one(entry):
            self.note("dash-lost", run_on[0], name=run_on[1])
        elif not _is_file(self.path.parent / name):
            details = {"name": name} | suggested(name, _readable(self.path.parent))
            self.problems.append(Problem("include-missing", details=details, place=entry.place))
            self.whole = False
        else:
            return self.path.parent / name
        return None


def _two_in_one(entry: Node) -> tuple[Place, str] | None:
    """Where the second of two files begins and its name, if it stands below the first without its dash."""
    line = entry.first.line + 1
    if entry.last.line < line:
        return None
    below = _line_of(entry, line)
    column = len(below) - len(below.lstrip())
    return (entry.file.place(line, column), below.strip()) if _FILE.fullmatch(below) else None


def _line_of(node: Node, line: int) -> str:
    """A line (from 0) of the file that a value stands in."""
    lines = node.file.read.text.split("\n")
    return lines[line] if line < len(lines) else ""


def _one_list(parts: list[Node]) -> Node:
    items = [item for part in parts for item in part.children.values()]
    return parts[0]._replace(data=tuple(item.data for item in items), children=dict(enumerate(items)))


def _where(place: Place) -> str:
    return f"{place.file}:{place.line}"


def _is_below(folder: Path, name: str) -> bool:
    try:
        return (folder / name).resolve().is_relative_to(folder.resolve()) and not Path(name).is_absolute()
    except (OSError, ValueError, RuntimeError):  # The last for links in a circle.
        return True  # No such name can exist; it is reported as missing.


def _readable(folder: Path) -> list[str]:
    """The files that could be included, as they would be named."""
    found = (path for each in (folder, *_folders(folder)) for path in each.glob("*.y*ml"))
    return sorted(path.relative_to(folder).as_posix() for path in found if path.name != "playbook.yaml")


def _folders(folder: Path) -> list[Path]:
    return [each for each in folder.iterdir() if each.is_dir() and not each.name.startswith(".")]


def _is_file(file: Path) -> bool:
    try:
        return file.is_file()
    except (OSError, ValueError):
        return False
