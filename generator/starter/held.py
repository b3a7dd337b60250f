"""What the library held when parts of it came into a shop: a fingerprint of each, in a file beside the playbook."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from generator.playbook.model.record import Route

NAME = "playbook.starter.json"
_HERS = frozenset(("schema", "include", "about", "shop", "site", "words", "accept"))
"""What is the shop's own from its first day."""
_LETTERS = 12
"""Of a fingerprint; a playbook has some hundred parts."""


class Print(NamedTuple):
    """What a part was like when it came: as it was written into the shop's file, and as the library had it."""

    written: str
    library: str


@dataclass(frozen=True)
class Held:
    """The version of the program that wrote it, and the fingerprints by trade and name; no trade where there is no file."""

    program: str
    prints: Mapping[str, Mapping[str, Print]]

    def with_prints(self, trade: str, more: Mapping[str, Print]) -> Held:
        """A copy of this version of the program that holds these, too; what came again is no longer another trade's."""
        others = {
            name: {part: each for part, each in inside.items() if part not in more}
            for name, inside in self.prints.items()
        }
        now = {**others, trade: {**others.get(trade, {}), **more}}
        return Held(version("service-playbook"), {name: inside for name, inside in now.items() if inside})

    def written(self, remark: str) -> str:
        """The file."""
        parts = {
            trade: {
                name: each.written if each.written == each.library else " ".join(each)
                for name, each in inside.items()
            }
            for trade, inside in self.prints.items()
        }
        data = {"remark": remark.strip(), "program": self.program, "parts": parts}
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read_held(folder: Path) -> Held:
    """What stands beside a playbook; nothing where there is no such file, or none that can be read."""
    try:
        data = json.loads((folder / NAME).read_text("utf-8"))
        return Held(
            str(data["program"]),
            {
                str(trade): {str(name): _print(str(each)) for name, each in inside.items()}
                for trade, inside in data["parts"].items()
            },
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Held("", {})


def first_held(trade: str, data: Mapping[str, Any], remark: str) -> str:
    """The file of a shop that begins with `data`."""
    prints = {name: Print(fingerprint(value), fingerprint(value)) for name, _, value in parts_of(data)}
    return Held("", {}).with_prints(trade, prints).written(remark)


def parts_of(data: Mapping[str, Any]) -> Iterator[tuple[str, Route, Any]]:
    """Each part of a playbook that is compared by itself, with where it stands: an item, or a field beside the items."""
    for chapter, content in data.items():
        if chapter in _HERS:
            continue
        if not isinstance(content, Mapping):
            yield from _items(chapter, (chapter,), content)
            continue
        for field, value in content.items():
            if _has_ids(value):
                yield from _items(chapter, (chapter, field), value)
            else:
                yield f"{chapter}.{field}", (chapter, field), value


def fingerprint(value: object) -> str:
    """Of plain data, however they are laid out in a file."""
    said = json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(said.encode()).hexdigest()[:_LETTERS]


def _items(chapter: str, route: Route, listed: object) -> Iterator[tuple[str, Route, Any]]:
    for at, each in enumerate(listed if isinstance(listed, list | tuple) else ()):
        if isinstance(each, Mapping) and "id" in each:
            yield f"{chapter}.{each['id']}", (*route, at), each


def _has_ids(value: object) -> bool:
    entries: Iterable[object] = value if isinstance(value, list | tuple) else ()
    return bool(entries) and all(isinstance(each, Mapping) and "id" in each for each in entries)


def _print(said: str) -> Print:
    written, _, library = said.partition(" ")
    return Print(written, library or written)
