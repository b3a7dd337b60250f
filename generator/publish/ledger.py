"""The list of what was made in a folder, with the hash of each file; every other file there is a person's."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

MADE = ".made-by-playbook"
Ledger = Mapping[str, frozenset[str]]
"""The hashes a made file may have, by its path; none where nobody noted them, so that nothing can be told."""

_LINE = re.compile(r"(?:(?P<hash>[0-9a-f]{64})  )?(?P<name>.+)")


def files(folder: Path) -> set[str]:
    """The paths of all files below a folder, links among them, less the list itself."""
    found = set()
    for inside, folders, names in os.walk(folder):
        links = [name for name in folders if Path(inside, name).is_symlink()]
        found |= {Path(inside, name).relative_to(folder).as_posix() for name in (*names, *links)}
    return found - {MADE}


def read(folder: Path, known_by: str = "") -> Ledger:
    """What was made of the files in `folder`.

    A folder that holds the file `known_by` but no list was made by `mkdocs build`, which keeps no files of
    people either.
    """
    record = folder / MADE
    if not record.is_file():
        return dict.fromkeys(files(folder) if known_by and (folder / known_by).is_file() else (), frozenset())
    found: dict[str, frozenset[str]] = {}
    for line in record.read_text("utf-8").splitlines():
        if match := _LINE.fullmatch(line):
            noted = found.get(match["name"], frozenset())
            found[match["name"]] = noted | ({match["hash"]} if match["hash"] else set())
    return found


def write(folder: Path, ledger: Ledger, unfinished: Path) -> None:
    """Writes the list of `folder`, at once or not at all; `unfinished` is a folder for what is half written."""
    lines = [
        f"{hash_}  {name}" if hash_ else name
        for name in sorted(ledger)
        for hash_ in sorted(ledger[name]) or [""]
    ]
    part = unfinished / MADE
    part.write_text("\n".join(lines) + "\n", "utf-8")
    part.replace(folder / MADE)


def digest(content: bytes) -> str:
    """The hash of a file. Line ends do not count: Git and file transfer change them on the way."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def hashed(folder: Path, names: Iterable[str]) -> Ledger:
    return {name: frozenset({digest((folder / name).read_bytes())}) for name in names}


def changed(folder: Path, ledger: Ledger, to_come: Ledger) -> list[str]:
    """The made files that a person has changed since, unless they are to become just what they are now."""
    found = []
    for name, hashes in sorted(ledger.items()):
        if hashes and (folder / name).is_file():
            now = digest((folder / name).read_bytes())
            if now not in hashes | to_come.get(name, frozenset()):
                found.append(name)
    return found


def in_the_way(theirs: set[str], made: set[str]) -> list[str]:
    """Files of people that have the place of a made file, or of a folder that one stands in, or the reverse."""
    taken = made | folders(made)
    return sorted(name for name in theirs if name in taken or folders({name}) & made)


def folders(names: Iterable[str]) -> set[str]:
    return {str(folder) for name in names for folder in PurePosixPath(name).parents} - {"."}
