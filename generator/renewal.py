"""Two lists of sheets in, what to print anew and what to throw away out: told by their content codes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.labels.console import ConsoleWords


@dataclass(frozen=True, order=True)
class Listed:
    """A sheet as a list of what was made tells it."""

    language: str
    id: str
    title: str
    code: str

    def __str__(self) -> str:
        return f"    #{self.code}  {self.title} · {self.id} · {self.language}"

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it the same on paper, whatever it is called."""
        return self.language, self.id, self.code


@dataclass(frozen=True)
class Renewal:
    """What has changed on paper since the last packs."""

    anew: tuple[Listed, ...]
    gone: tuple[Listed, ...]
    """As it was printed then."""


def renewal(before: Iterable[Listed], now: Iterable[Listed]) -> Renewal:
    """What differs between two lists; a sheet that stands twice in one counts once."""
    old, new = ({sheet.key: sheet for sheet in sheets} for sheets in (before, now))
    return Renewal(
        tuple(sheet for key, sheet in new.items() if key not in old),
        tuple(sheet for key, sheet in old.items() if key not in new),
    )


def listed(text: bytes) -> tuple[Listed, ...] | None:
    """The sheets under `files` of a list in JSON; None if it is not such a list."""
    try:
        files = json.loads(text)["files"]
        return tuple(
            Listed(str(each["language"]), str(each["id"]), str(each["title"]), str(each["code"]))
            for each in files
            if each["code"]
        )
    except (ValueError, KeyError, TypeError):
        return None


def told(before: bytes, now: bytes, words: ConsoleWords) -> str:
    """The difference between two lists in words; nothing where there is no list to compare with."""
    old, new = listed(before), listed(now)
    if old is None or new is None:
        return ""
    change = renewal(old, new)
    lines = [] if change.anew or change.gone else [words.same_paper]
    for said, sheets in ((words.print_anew, change.anew), (words.throw_away, change.gone)):
        if sheets:
            lines += [said.format(count=len(sheets)), *map(str, sheets)]
    return "\n".join(lines)
