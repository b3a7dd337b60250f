"""Folders for what is being made: owned by a running command, and put right by the next one if it was killed.

A command that replaces a folder moves the old one into `old/` of its unfinished folder and the new one to
its place. Wherever it is stopped, `settle` finds either both or just the old one, and loses neither.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.publish import ledger

PREFIX = ".playbook-unfinished-"
ASIDE = "changed-by-hand"
"""The folder beside the site for what people changed in it."""
_OURS = re.compile(re.escape(PREFIX) + r"[a-z0-9_]{8}")
_OLD, _SETTLED = "old", "settled"

if sys.platform == "win32":
    import msvcrt

    def _opened(folder: Path) -> int:
        # A folder cannot be opened there, so a file in it is locked.
        return os.open(folder / ".playbook-lock", os.O_CREAT | os.O_RDWR)

    def _lock(handle: int, *, wait: bool) -> None:
        msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _opened(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)

    def _lock(handle: int, *, wait: bool) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """One command at a time; the system lets go of the lock when a process ends, however it ends."""
    handle = _opened(folder)
    try:
        with suppress(OSError):  # A file system that knows no locks: then nobody waits.
            _lock(handle, wait=True)
        yield
    finally:
        os.close(handle)


@contextmanager
def unfinished(folder: Path) -> Iterator[Path]:
    """A new folder inside `folder` to make things in; it is gone afterwards."""
    with locked(folder):  # Nobody may take it for a dead one before it is marked as owned.
        scratch = Path(tempfile.mkdtemp(prefix=PREFIX, dir=folder))
        owned = _opened(scratch)
        with suppress(OSError):
            _lock(owned, wait=False)
    try:
        yield scratch
    finally:
        os.close(owned)
        _remove(scratch)


def sweep(folder: Path) -> None:
    """Puts right what killed commands have left in `folder`; what a running one owns is left alone."""
    with suppress(OSError):  # Where nothing may be written there is nothing to put right either.
        dead = [path for path in folder.iterdir() if _OURS.fullmatch(path.name)]
        if dead:
            with locked(folder):
                for scratch in dead:
                    with suppress(OSError):
                        if _nobody_owns(scratch):
                            _remove(scratch)


def _nobody_owns(scratch: Path) -> bool:
    handle = _opened(scratch)
    try:
        _lock(handle, wait=False)
    except OSError:
        return False
    finally:
        os.close(handle)
    return True


class Held(Exception):
    """Files of a folder are open in another program, so that it cannot be moved: Windows refuses that."""

    def __init__(self, folder: Path, names: list[str]) -> None:
        self.folder, self.names = folder, names
        super().__init__(f"{folder}: {', '.join(names)}")


def swap(target: Path, fresh: Path, scratch: Path) -> None:
    """Puts the folder `fresh` in the place of `target`, or leaves all as it was. `scratch` is beside `target`."""
    old = scratch / _OLD / target.name
    old.parent.mkdir()
    try:
        if target.exists():
            _moved(target, old)
        fresh.rename(target)
    finally:
        settle(scratch)


def _moved(folder: Path, to: Path) -> None:
    """Moves a folder; Held, with what to close, if files in it are open."""
    try:
        folder.rename(to)
    except PermissionError as error:
        if held := [name for name in sorted(ledger.files(folder)) if _is_held(folder / name)]:
            raise Held(folder, held) from error
        raise


def _is_held(file: Path) -> bool:
    """Whether a file cannot even be given its own name."""
    try:
        file.rename(file)
    except OSError:
        return True
    return False


def settle(scratch: Path) -> None:
    """Brings back an old folder that was not replaced; of one that was, a person's file that did not come along."""
    for old in (scratch / _OLD).glob("*"):
        target = scratch.parent / old.name
        if not target.exists():
            old.rename(target)
            continue
        theirs = ledger.files(old) - ledger.read(old).keys()
        for name in sorted(theirs):
            if not os.path.lexists(target / name):
                bring(old / name, target / name)
            elif not _same(old / name, target / name):
                keep_aside(old, [name], target.parent)
        # Out of the way as a whole: of a folder that is half deleted nobody could tell what was a person's.
        (scratch / _SETTLED).mkdir(exist_ok=True)
        old.rename(scratch / _SETTLED / old.name)


def _remove(scratch: Path) -> None:
    """Deletes an unfinished folder, unless it holds something that could not be put back."""
    with suppress(OSError):
        settle(scratch)
        shutil.rmtree(scratch)


def bring(source: Path, target: Path) -> None:
    """The same file in a second place: of one file system without copying, links as links."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def keep_aside(folder: Path, names: list[str], beside: Path) -> tuple[Path, ...]:
    """Copies files of `folder` into the folder for what people changed; gives where each stands now."""
    return tuple(_kept(folder / name, beside / ASIDE / folder.name / name) for name in names)


def _kept(source: Path, wanted: Path) -> Path:
    number, place = 1, wanted
    while os.path.lexists(place) and not _same(source, place):
        number += 1
        place = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
    if not os.path.lexists(place):
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, place, follow_symlinks=False)
    return place


def _same(one: Path, other: Path) -> bool:
    if one.is_symlink() or other.is_symlink():
        return one.is_symlink() and other.is_symlink() and one.readlink() == other.readlink()
    return one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()
