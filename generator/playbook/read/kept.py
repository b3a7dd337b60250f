"""Files as they were read: one that holds the same bytes as last time is not read again while the program runs.

An edit changes one file of many; a preview would read all of them each time.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.playbook.problems import Problem
from generator.playbook.read.reader import Reader
from generator.playbook.read.source import Node


@dataclass(frozen=True)
class Reading:
    """What came of reading one file. Nobody changes it: others may hold it too."""

    content: bytes | None
    """None where the file could not be opened."""
    root: Node
    problems: tuple[Problem, ...]
    whole: bool
    text: str


_Readings = dict[tuple[Path, frozenset[str]], Reading]


@dataclass
class Shelf:
    """The files of one playbook; what was on the last one is taken over where it still holds."""

    known_keys: frozenset[str]
    _read: _Readings = field(default_factory=dict)

    def reading(self, path: Path) -> Reading:
        kept = _last.get((path, self.known_keys))
        if kept is None or kept.content is None or kept.content != _bytes(path):
            reader = Reader(path, str(path), self.known_keys)
            root = reader.read()
            kept = Reading(reader.content, root, tuple(reader.problems), reader.whole, reader.text)
        self._read[path, self.known_keys] = kept
        return kept

    def keep(self) -> None:
        """Keeps these files for the next time, and no others."""
        global _last
        _last = self._read


_last: _Readings = {}


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
