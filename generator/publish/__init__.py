"""Made files to their place: nothing half-made is ever seen, no file of a person lost."""

from __future__ import annotations

import errno
import itertools
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.publish import ledger
from generator.publish.unfinished import bring, keep_aside, locked, swap, sweep, unfinished

__all__ = [
    "Unfit",
    "WouldOverwrite",
    "beside",
    "put_files",
    "put_first",
    "put_new",
    "put_over",
    "replace_folder",
    "tidy",
]


class WouldOverwrite(Exception):
    """Files stand in the way that were not made by us."""

    def __init__(self, folder: Path, names: list[str]) -> None:
        self.folder, self.names = folder, names
        super().__init__(f"{folder}: {', '.join(names[:3])}")


class Unfit(Exception):
    """Nothing can be put where it should go: `why` is `not_a_folder`, `leads_nowhere` or `holds_playbook`."""

    def __init__(self, path: Path, why: str) -> None:
        self.path, self.why = path, why
        super().__init__(f"{path}: {why}")


def tidy(folder: Path, names: tuple[str, ...] = ("site", "trainer", "customer", "packs")) -> None:
    """Puts right what a killed command left beside the playbook, and beside what the named links lead to."""
    places = (Path(os.path.realpath(folder / name)).parent for name in names)
    for place in dict.fromkeys((Path(os.path.realpath(folder)), *places)):
        if place.is_dir():
            sweep(place)


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """An empty folder to make `target` in: on the same disk, and gone afterwards."""
    place = _real(target).parent
    sweep(place)
    with unfinished(place) as scratch:
        yield scratch


def replace_folder(target: Path, fresh: Path, *, known_by: str) -> tuple[Path, ...]:
    """Puts the folder `fresh` in the place of `target` and keeps what a person has put there.

    Gives the copies of made files that a person had changed. WouldOverwrite if a person's file has the name
    of one that is made; Unfit if `target` is no folder. A link is followed.
    """
    target = _real(target)
    made = ledger.hashed(fresh, ledger.files(fresh))
    with unfinished(target.parent) as scratch, locked(target.parent):
        before = ledger.read(target, known_by)
        theirs = ledger.files(target) - before.keys()
        if in_the_way := ledger.in_the_way(theirs, set(made)):
            raise WouldOverwrite(target, in_the_way)
        kept = keep_aside(target, ledger.changed(target, before, made), target.parent)
        for name in theirs:
            bring(target / name, fresh / name)
        ledger.write(fresh, made, scratch)
        if target.exists():
            ledger.write(target, before, scratch)  # Whoever finds the old one alone must know what was made.
        swap(target, fresh, scratch)
    return kept


def put_files(target: Path, contents: Mapping[str, bytes], *, known_by: str) -> tuple[Path, ...]:
    """Writes single files into `target`; gives the copies of those that a person had changed.

    WouldOverwrite if a person's file is in the way.
    """
    target = _real(target)
    made = {name: frozenset({ledger.digest(content)}) for name, content in contents.items()}
    with unfinished(target.parent) as scratch, locked(target.parent):
        before = ledger.read(target, known_by)
        theirs = ledger.files(target) - before.keys()
        if in_the_way := ledger.in_the_way(theirs, set(made)):
            raise WouldOverwrite(target, in_the_way)
        touched = {name: before[name] for name in made if name in before}
        kept = keep_aside(target, ledger.changed(target, touched, made), target.parent)
        target.mkdir(exist_ok=True)
        # Until all are there, each may be the old one or the new one.
        both = {name: made[name] | before.get(name, frozenset()) for name in made}
        ledger.write(target, {**before, **both}, scratch)
        for name, content in contents.items():
            part = scratch / "part"
            part.write_bytes(content)
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            part.replace(target / name)
        ledger.write(target, {**before, **made}, scratch)
    return kept


def put_new(folder: Path, stem: str, suffix: str, content: bytes) -> Path:
    """Writes a file under a name that nothing has: `stem-2` and so on where something stands; gives its path."""
    with unfinished(folder) as scratch:
        part = scratch / "part"
        part.write_bytes(content)
        for number in itertools.count(1):
            place = folder / f"{stem}{f'-{number}' if number > 1 else ''}{suffix}"
            with suppress(FileExistsError):
                # Whoever makes the empty file first has the name.
                os.close(os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
                break
        part.replace(place)
    return place


def put_first(folder: Path, texts: Mapping[str, str]) -> None:
    """Writes the first files of a new playbook, all or none; WouldOverwrite if another stands in the way.

    The last of `texts` is put last: where it stands, all stand.
    """
    there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not there.is_dir():
        raise Unfit(there, "not_a_folder")
    sweep(there)
    in_the_way = [name for name, text in texts.items() if not _is_free(folder / name, text)]
    if in_the_way:
        raise WouldOverwrite(folder, sorted(in_the_way))
    with unfinished(there) as scratch:
        fresh = scratch / "new"
        for name, text in texts.items():
            (fresh / name).parent.mkdir(parents=True, exist_ok=True)
            (fresh / name).write_text(text, "utf-8")
        if folder.exists():
            _move_all(fresh, folder, texts)
        else:
            folder.parent.mkdir(parents=True, exist_ok=True)
            fresh.rename(folder)


def put_over(folder: Path, changes: Mapping[str, tuple[bytes | None, bytes]]) -> None:
    """Puts what a person asked to have changed into their own files, each as a whole, in the order they are given.

    By name, what was read and what is to stand there; None for a file that is new. WouldOverwrite, before anything is
    touched, if a file does not hold what was read.
    """
    with unfinished(folder) as scratch, locked(folder):
        if other := [name for name, (before, _) in changes.items() if _content(folder / name) != before]:
            raise WouldOverwrite(folder, other)
        for name, (before, after) in changes.items():
            # A link stays one: what it leads to is changed.
            place = Path(os.path.realpath(folder / name))
            part = scratch / "part"
            part.write_bytes(after)
            if before is not None:
                shutil.copymode(place, part)
            place.parent.mkdir(parents=True, exist_ok=True)
            part.replace(place)


def _content(place: Path) -> bytes | None:
    return place.read_bytes() if os.path.lexists(place) else None


def _is_free(place: Path, text: str) -> bool:
    """Whether nothing stands there, or just what is to stand there: left by a command that was killed."""
    return not os.path.lexists(place) or (place.is_file() and place.read_bytes() == text.encode())


def _move_all(fresh: Path, folder: Path, names: Mapping[str, str]) -> None:
    moved: list[Path] = []
    made: list[Path] = []
    try:
        for name in names:
            made += [folder / each for each in sorted(ledger.folders([name])) if not (folder / each).exists()]
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (fresh / name).replace(folder / name)
            moved.append(folder / name)
    except BaseException:
        for path in moved:
            path.unlink(missing_ok=True)
        for path in reversed(made):
            if path.is_dir():
                path.rmdir()
        raise


def _real(target: Path) -> Path:
    """The folder that `target` is or leads to."""
    place = Path(os.path.realpath(target))
    if place.is_symlink() or not place.parent.is_dir():
        raise Unfit(target, "leads_nowhere")
    if place.exists() and not place.is_dir():
        raise Unfit(target, "not_a_folder")
    if Path(os.path.realpath(target.parent)).is_relative_to(place):
        raise Unfit(target, "holds_playbook")
    if place.is_mount():
        raise OSError(errno.EXDEV, "a disk of its own", str(target))
    return place
