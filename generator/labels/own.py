"""A shop's own words in the place of ours: slots that our words name, and any label of site, sheets and workbooks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from string import Formatter
from typing import Any

_SLOT = re.compile(r"‹(\w+)›")
SLOTS = "slots"
"""Where the words stand that others name as ‹word›, or ‹Word› at the beginning of a sentence."""
TO_THE_OWNER = ("language", "console", "carry", "reference", "problems", "preview", "starter")
"""Words of the program to whoever runs it; no shop has its own for those."""

OwnWords = tuple[tuple[str, str], ...]
"""What stands for which label: its path, such as `stages.after`, and the words."""


def own_labels(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every label that a shop may have its own words for, by its path."""
    for name, value in data.items():
        if name not in TO_THE_OWNER:
            yield from _leaves(name, value)


def _leaves(path: str, value: Any) -> Iterator[tuple[str, str]]:
    match value:
        case str():
            yield path, value
        case Mapping():
            for name, inner in value.items():
                yield from _leaves(f"{path}.{name}", inner)


def blanks(words: str) -> Collection[str]:
    """What is filled into a label: the names in its braces, an empty one for `{}`."""
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


def fits(words: str, label: str) -> bool:
    """Whether the same can be filled into both."""
    try:
        return blanks(words) == blanks(label)
    except ValueError:
        return False


def with_own(data: Mapping[str, Any], own: OwnWords) -> dict[str, Any]:
    """The labels of a language with a shop's own words in them, and every slot filled."""
    known = dict(own_labels(data))
    mine = {path: words for path, words in own if path in known and fits(words, known[path])}
    slots = {name: mine.get(f"{SLOTS}.{name}", word) for name, word in data[SLOTS].items()}
    filled: dict[str, Any] = _filled(data, "", mine, slots)
    return filled


def _filled(value: Any, path: str, mine: Mapping[str, str], slots: Mapping[str, str]) -> Any:
    match value:
        case str():
            return _SLOT.sub(lambda found: _slot(found[1], slots), mine.get(path, value))
        case Mapping():
            below = f"{path}." if path else ""
            return {name: _filled(each, f"{below}{name}", mine, slots) for name, each in value.items()}
        case list():
            return [_filled(each, path, {}, slots) for each in value]
        case _:
            return value


def _slot(name: str, slots: Mapping[str, str]) -> str:
    word = slots[name.lower()]
    return word if name.islower() else word[:1].upper() + word[1:]
