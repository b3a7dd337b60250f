"""Where the words of a page are written: each text of an edition, and the places in the playbook that say it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.edition import Edition
from generator.playbook.model.record import NOTHING, Record, Route, fields_of, inside
from generator.playbook.read.source import Source
from generator.set_text import SetText

SHORTEST = 2
"""Characters; what is shorter stands in too many places to say where it comes from."""
Key = tuple[str | int, ...]
"""The way to a text by the ids of what it stands in, so that it stays the same where something is put in before it."""


@dataclass(frozen=True)
class Written:
    """An edition, and the files it was read from."""

    edition: Edition
    source: Source

    @cached_property
    def texts(self) -> Mapping[Key, SetText]:
        """Every text that stands in the files; what the law says comes with the program."""
        return {key: text for key, text in _texts(self.edition.playbook) if self._stands(text.route)}

    def place(self, route: Route) -> str:
        """File and line, as in `chapters/norms.yaml:24`."""
        place = self.source.place(route)
        return f"{place.file}:{place.line}"

    def on(self, page: bytes) -> list[dict[str, Any]]:
        """The texts that stand on a page, without any blanks and line by line, each with the places that say it."""
        shown = _shown(page)
        return [
            {"text": text, "places": list(dict.fromkeys(map(self.place, routes)))}
            for text, routes in self._by_words.items()
            if text in shown
        ]

    def _stands(self, route: Route) -> bool:
        value: Any = self.source.root.data
        for step in route:
            value = inside(value, step)
        return value is not NOTHING

    @cached_property
    def _by_words(self) -> Mapping[str, list[Route]]:
        found: dict[str, list[Route]] = {}
        for text in self.texts.values():
            for line in text.split("\n"):
                words = _squeezed(line)
                if len(words) >= SHORTEST:
                    found.setdefault(words, []).append(text.route)
        return found


def _texts(value: object, key: Key = ()) -> Iterator[tuple[Key, SetText]]:
    if isinstance(value, SetText):
        yield key, value
    elif isinstance(value, Record):
        for name, inner in fields_of(value):
            yield from _texts(inner, (*key, name))
    elif isinstance(value, tuple):
        for at, inner in enumerate(value):
            yield from _texts(inner, (*key, getattr(inner, "id", at)))


def _shown(page: bytes) -> str:
    return _squeezed(html.unescape(re.sub(r"<[^>]*>", "", page.decode())))


def _squeezed(text: str) -> str:
    # Where a browser breaks a line, or a template, is not where the author did.
    return re.sub(r"\s+", "", text)
