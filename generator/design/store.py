"""Finished things kept by the hash of what they are made from: never needed, never in the way.

A file holds the hash of its content and the content. Whatever is wrong with it or with the folder, the thing is
made anew; so the folder may be deleted, filled, damaged, shared or closed at any time.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

LIMIT = 400_000_000
"""Bytes; what was not asked for longest goes first."""
PLACE = "PLAYBOOK_CACHE"
"""Names the folder to keep things in; empty, nothing is kept."""
_HASH = 32


@dataclass(frozen=True)
class Store:
    """A folder of finished things; without a folder nothing is kept."""

    folder: Path | None
    limit: int = LIMIT

    def get(self, key: str) -> bytes | None:
        """What was kept under `key`, whole, or nothing."""
        if self.folder is None:
            return None
        path = self.folder / key
        with suppress(OSError):
            kept = path.read_bytes()
            if kept[:_HASH] == hashlib.sha256(kept[_HASH:]).digest():
                # Last asked for now: `trim` takes what nobody has asked for.
                os.utime(path)
                return kept[_HASH:]
            path.unlink()
        return None

    def holds(self, key: str) -> bool:
        """Whether something lies there under `key`, be it whole or not."""
        with suppress(OSError):
            return self.folder is not None and (self.folder / key).is_file()
        return False

    def put(self, key: str, content: bytes) -> None:
        """Keeps `content`, if that is possible. Nobody ever sees half a file."""
        if self.folder is None:
            return
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, unfinished = tempfile.mkstemp(prefix=".", dir=self.folder)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(hashlib.sha256(content).digest() + content)
                Path(unfinished).replace(self.folder / key)
            except OSError:
                Path(unfinished).unlink(missing_ok=True)
                raise

    def is_ones_own(self) -> bool:
        """Whether nobody but the user writes there, as far as the system tells: only then is code taken from it."""
        if self.folder is None or sys.platform == "win32":
            return False
        with suppress(OSError):
            about = self.folder.stat()
            return about.st_uid == os.geteuid() and not about.st_mode & 0o022
        return False

    def trim(self) -> None:
        """Takes out the oldest until the rest is within the limit."""
        held = sorted(self._held(), reverse=True)
        room = self.limit
        for _, size, path in held:
            room -= size
            if room < 0:
                with suppress(OSError):
                    path.unlink()

    def _held(self) -> Iterator[tuple[float, int, Path]]:
        """When each file was last asked for, its size, and where it is."""
        with suppress(OSError):
            for path in self.folder.iterdir() if self.folder else ():
                with suppress(OSError):
                    about = path.stat()
                    yield about.st_mtime, about.st_size, path


def usual() -> Store:
    """The store in the user's folder for what can be made again."""
    named = os.environ.get(PLACE)
    if named is not None:
        return Store(Path(named).absolute() if named else None)
    with suppress(RuntimeError):
        return Store(_caches() / "service-playbook")
    return Store(None)


def _caches() -> Path:
    """Where programs keep such things on this system; RuntimeError if the user has no home."""
    if sys.platform == "win32":
        given = os.environ.get("LOCALAPPDATA")
        return Path(given) if given else Path.home() / "AppData" / "Local"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    given = os.environ.get("XDG_CACHE_HOME")
    # A relative path is to be ignored (XDG Base Directory Specification).
    return Path(given) if given and Path(given).is_absolute() else Path.home() / ".cache"
