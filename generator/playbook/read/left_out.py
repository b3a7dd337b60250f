"""Chapters that lie beside those a playbook includes, and that it does not include."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_HEAD = re.compile(r"^([a-z_]+):", re.MULTILINE)
MOST_SHOWN = 5
"""So many files are named."""
USUAL = "chapters"
"""The folder of a starter's chapters, looked into where nothing is included."""


def left_out(top: Path, included: list[Path], chapters: frozenset[str]) -> list[str]:
    """The files, as `include` would name them, that hold chapters and stand where included ones do.

    `top`: the playbook, which is not one of the `included`. A file of another playbook, which has a chapter
    `about` or `schema` of its own, is left alone, and so is one that cannot be read.
    """
    known = {_resolved(each) for each in included}
    folders = {each.parent for each in included} - {top.parent} or {top.parent / USUAL}
    found = (each for folder in sorted(folders) for each in _files(folder) if _resolved(each) not in known)
    return [each.relative_to(top.parent).as_posix() for each in found if _holds_chapters(each, chapters)]


def _files(folder: Path) -> Iterator[Path]:
    return (each for each in sorted(folder.glob("*.y*ml")) if not each.name.startswith("."))


def _resolved(file: Path) -> Path:
    try:
        return file.resolve()
    except (OSError, RuntimeError):  # The last for links in a circle.
        return file


def _holds_chapters(file: Path, chapters: frozenset[str]) -> bool:
    try:
        heads = set(_HEAD.findall(file.read_text("utf-8-sig")))
    except (OSError, ValueError):
        return False
    return bool(heads & chapters) and not heads & {"about", "schema"}
