"""How a playbook was once written and is no longer, and where a file still has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.playbook.read.include import read
from generator.playbook.read.source import Node
from generator.playbook.read.validation import chapters, known_keys

_TABLE = Path(__file__).with_name("formats.yaml")
_ANY = "*"


@dataclass(frozen=True)
class OldSpelling:
    """A place of a file that is written as it once was."""

    place: str
    """File and line."""
    name: str
    """The field, by its path, as `training.posts.*.core`."""
    says: Mapping[str, str]
    """What is written there now, by language."""


def table() -> tuple[Mapping[str, Any], ...]:
    """The changes, as they stand in formats.yaml."""
    return tuple(yaml.safe_load(_TABLE.read_text("utf-8")))


def old_spellings(playbook: Path, since: str, changes: Iterable[Mapping[str, Any]]) -> Iterator[OldSpelling]:
    """Those of the `changes` after version `since` that concern a playbook; all changes where that is empty.

    It is read and not understood: what was written for an older program may be full of errors.
    """
    root = read(playbook, known_keys(), frozenset(chapters())).root
    for change in changes:
        if since and _number(change["since"]) <= _number(since):
            continue
        for node in _found(root, str(change["at"]).split(".")):
            place = node.place
            file = Path(place.file)
            try:
                shown = file.relative_to(playbook.parent).as_posix()
            except ValueError:
                shown = str(file)
            yield OldSpelling(f"{shown}:{place.line}", change["at"], change)


def _found(node: Node, path: list[str]) -> Iterator[Node]:
    """The names of the fields at a path."""
    first, *rest = path
    if first == _ANY:
        for inner in node.children.values():
            yield from _found(inner, rest)
    elif first in node.children:
        if rest:
            yield from _found(node.children[first], rest)
        else:
            yield node.keys[first]


def _number(said: str) -> tuple[int, ...]:
    return tuple(int(each) for each in said.split(".") if each.isdigit())
