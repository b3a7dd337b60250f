"""A freshly made folder in, the old one replaced: nothing half-made is ever seen, no file of a person lost."""

from __future__ import annotations

import shutil
from pathlib import Path

MADE = ".made-by-playbook"
"""Lists the files of a folder that were made; all others are a person's."""


class WouldOverwrite(Exception):
    """Files stand in the way that were not made by us."""

    def __init__(self, folder: Path, names: list[str]) -> None:
        self.folder, self.names = folder, names
        super().__init__(f"{folder}: {', '.join(names[:3])}")


def replace_folder(target: Path, fresh: Path, *, known_by: str) -> None:
    """Puts the folder `fresh` in the place of `target` and keeps what a person has put there.

    A folder that holds the file `known_by` but no list was made by `mkdocs build`, which keeps no files of
    people either. WouldOverwrite if a person's file has the name of one that is made.
    """
    made = _files(fresh)
    theirs = _files(target) - _made(target, known_by)
    if in_the_way := sorted(theirs & made):
        raise WouldOverwrite(target, in_the_way)
    for name in theirs:
        (fresh / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(target / name, fresh / name)
    _write_list(fresh, made)
    old = target.with_name(f".{target.name}-old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def put_files(target: Path, contents: dict[str, bytes], *, known_by: str) -> None:
    """Writes single files into `target`; WouldOverwrite if a person's file is in the way."""
    made = _made(target, known_by)
    if in_the_way := sorted(name for name in contents if name not in made and (target / name).exists()):
        raise WouldOverwrite(target, in_the_way)
    for name, content in contents.items():
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        unfinished = place.with_name(f".{place.name}.part")
        unfinished.write_bytes(content)
        unfinished.replace(place)
    _write_list(target, made | set(contents))


def _files(folder: Path) -> set[str]:
    if not folder.is_dir():
        return set()
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {MADE}


def _made(folder: Path, known_by: str) -> set[str]:
    record = folder / MADE
    if record.is_file():
        return set(record.read_text("utf-8").splitlines())
    return _files(folder) if (folder / known_by).is_file() else set()


def _write_list(folder: Path, names: set[str]) -> None:
    (folder / MADE).write_text("\n".join(sorted(names)) + "\n", "utf-8")
