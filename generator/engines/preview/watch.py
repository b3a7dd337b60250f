"""Which files a preview depends on, and whether any of them has changed.

It looks again and again instead of asking the system: that also sees editors that save by renaming, files that
appear, and folders on another machine.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from generator.engines.shell import HERE, docs, settings_file

PAUSE = 0.1
"""Seconds between two looks."""
_OURS = ("handbook", "design", "labels")
"""Folders of the program whose templates, styles and words show at once, too."""
_SHOWN = (".html", ".css", ".js")
_WRITTEN = (".yaml", ".yml")

Seen = Mapping[Path, tuple[int, int, int]]


def watched(playbook: Path, sources: Iterable[Path]) -> Iterator[Path]:
    """The playbook and what it includes, what lies beside these and may be included next, and the pages around."""
    folders = {source.parent for source in (playbook, *sources)}
    yield from (path for folder in folders for path in _below(folder, _WRITTEN, deep=False))
    yield from sources
    yield settings_file(playbook)
    yield from _below(docs(playbook), None)
    for name in _OURS:
        yield from _below(HERE / name, _SHOWN)


def look(paths: Iterable[Path]) -> Seen:
    """What tells whether a file is another than before; what is not there is not in it."""
    found = {}
    for path in paths:
        try:
            state = path.stat()
        except OSError:
            continue
        found[path] = (state.st_mtime_ns, state.st_size, state.st_ino)
    return found


def wait(before: Seen, paths: Callable[[], Iterable[Path]], idle: Callable[[], bool]) -> Seen:
    """Waits until something is another than `before` and nobody writes any more, or `idle` wants to go on."""
    while True:
        seen = look(paths())
        if seen != before:
            time.sleep(PAUSE / 2)
            again = look(paths())
            if again == seen:
                return seen
            continue
        if idle():
            return seen
        time.sleep(PAUSE)


def _below(folder: Path, endings: tuple[str, ...] | None, *, deep: bool = True) -> Iterator[Path]:
    try:
        for path in sorted(folder.rglob("*") if deep else folder.iterdir()):
            if path.suffix in endings if endings else path.is_file():
                yield path
    except OSError:
        return
