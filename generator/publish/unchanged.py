"""Whether a build would make what is there already: all that went into the last one, and all that came of it.

What was noted lies in the store; without it, or with another playbook, program or library, a build is made.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from generator.design.store import Store

HERE = Path(__file__).parent.parent
_OPEN = re.compile(r"^\s*(custom_dir|hooks|INHERIT|watch)\s*:|!ENV|!relative", re.M)
"""What lets mkdocs.yml depend on files and settings that are not known here."""


@dataclass(frozen=True)
class Noted:
    """What a build has made: in which language it was said, and its warnings."""

    language: str
    warnings: str


@dataclass(frozen=True)
class Memory:
    """What is known of the last build of one playbook, made in one way."""

    store: Store
    playbook: Path
    way: tuple[str, ...]
    """How it is made: the options, the engine that prints."""
    settings: Path
    docs: Path
    begun: int = field(default_factory=time.time_ns)

    def same(self, targets: Iterable[Path]) -> Noted | None:
        """What the last build said, if a build now would make nothing else."""
        kept = self.store.get(self._key()) if not _OPEN.search(self.settings.read_text("utf-8")) else None
        if kept is None:
            return None
        record = json.loads(kept)
        sources = map(Path, record["sources"])
        same = record["inputs"] == self._inputs(sources) and record["outputs"] == _hashes(_files(targets))
        return Noted(record["language"], record["warnings"]) if same else None

    def keep(self, noted: Noted, sources: Iterable[Path], targets: Iterable[Path]) -> None:
        """Notes what was made, unless somebody wrote on in the meantime."""
        files = [source.resolve() for source in sources]
        if any(_later(path, self.begun) for path in (*files, self.settings, *_files([self.docs]))):
            return
        record = {
            "sources": [*map(str, files)],
            "inputs": self._inputs(files),
            "outputs": _hashes(_files(targets)),
            "language": noted.language,
            "warnings": noted.warnings,
        }
        self.store.put(self._key(), json.dumps(record).encode())

    def _inputs(self, sources: Iterable[Path]) -> dict[str, str]:
        return _hashes((*sources, self.settings, *_files([self.docs])))

    def _key(self) -> str:
        parts = [str(self.playbook.resolve()), *self.way, sys.version, *_libraries(), *_program()]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _later(path: Path, begun: int) -> bool:
    about = path.stat()
    return max(about.st_mtime_ns, about.st_ctime_ns) >= begun


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(path for path in folder.rglob("*") if path.is_file())


def _hashes(files: Iterable[Path]) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in files:
        # Another build may have put its own site there since the folder was listed.
        with suppress(FileNotFoundError):
            found[str(path)] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def _libraries() -> Iterator[str]:
    try:
        named = requires("service-playbook") or []
    except PackageNotFoundError:
        return
    for each in named:
        name = re.split(r"[^\w.-]", each, maxsplit=1)[0]
        yield f"{name} {version(name)}"


def _program() -> Iterator[str]:
    """Our own files; of fonts and pictures, size and time are enough."""
    for path in _files([HERE]):
        if path.suffix in (".py", ".html", ".css", ".js", ".yaml"):
            yield hashlib.sha256(path.read_bytes()).hexdigest()
        elif path.suffix != ".pyc":
            yield f"{path.name} {path.stat().st_size} {path.stat().st_mtime_ns}"
