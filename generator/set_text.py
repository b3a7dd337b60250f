"""A text said in one language: a plain string that still knows its parts and where in the playbook it stands.

Whoever only shows a text takes it for a string. Whoever draws gaps, marks what is to be filled in, or writes it for
another tool reads `parts`: what the author wrote, a figure from the facts, a blank to fill in while sending, the gap of
a question. Cutting a text and adding to it keeps the parts, and so do `joined` and our own words (`Wording`); Python's
f-strings and its `join` do not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from string import Formatter
from typing import Any, Literal, SupportsIndex

from generator.playbook.model.record import Route
from generator.playbook.model.text import pieces_of

PartKind = Literal["plain", "fact", "blank", "gap"]


@dataclass(frozen=True)
class Part:
    """A stretch of a text: how it reads, and the name in braces that it stands for, if it stands for one."""

    kind: PartKind
    text: str
    name: str = ""
    route: Route = ()
    """Where its words are written, if not with the text: those of a fact stand with the fact."""


class SetText(str):
    """A string made of parts."""

    parts: tuple[Part, ...]
    route: Route
    """Where it stands in the playbook, with its language where it is said in several; empty if made by us."""

    def __new__(cls, parts: Iterable[Part], route: Route = ()) -> SetText:
        kept = tuple(part for part in parts if part.text)
        text = super().__new__(cls, "".join(part.text for part in kept))
        text.parts, text.route = kept, route
        return text

    def __getnewargs__(self) -> tuple[Any, ...]:  # for copies and other processes
        return self.parts, self.route

    def __deepcopy__(self, _memo: object) -> SetText:
        return self

    def __str__(self) -> str:
        return self

    def __add__(self, other: str) -> SetText:
        return joined("", (self, other))

    def __radd__(self, other: str) -> SetText:
        return joined("", (other, self))

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        if not isinstance(key, slice) or key.step not in (None, 1):
            return str.__getitem__(self, key)
        start, stop, _ = key.indices(len(self))
        return SetText(_between(self.parts, start, stop), self.route)

    def strip(self, chars: str | None = None) -> str:
        start = len(self) - len(self.lstrip(chars))
        return self[start : start + len(super().strip(chars))]

    @property
    def facts(self) -> frozenset[str]:
        """The names of the facts it states."""
        return frozenset(part.name for part in self.parts if part.kind == "fact")

    @property
    def written(self) -> Iterator[tuple[Part, Route]]:
        """Each part with the place where its words are written."""
        return ((part, part.route or self.route) for part in self.parts)


class Wording(str):
    """One of our own words; a text that is put into it, or between two of which it stands, keeps its parts."""

    def format(self, *given: object, **named: object) -> str:
        pieces = [""]
        fields = iter(range(len(given)))
        for plain, name, form, _ in Formatter().parse(self):
            pieces.append(plain)
            if name is not None:
                value = named[name] if name else given[next(fields)]
                pieces.append(format(value, form) if form else str(value))
        return joined("", pieces)

    def join(self, texts: Iterable[str], /) -> str:
        return joined(self, texts)


def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of any string; one that is not set from the playbook is plain."""
    return text.parts if isinstance(text, SetText) else (Part("plain", str.__str__(text)),)


def joined(between: str, texts: Iterable[str]) -> SetText:
    """The texts as one, with `between` between them, as `str.join` puts them; each keeps its parts and their places."""
    found: list[Part] = []
    for number, text in enumerate(texts):
        found += parts_of(between) if number else ()
        placed = text.written if isinstance(text, SetText) else ((part, ()) for part in parts_of(text))
        found += (replace(part, route=route) if route else part for part, route in placed)
    return SetText(found)


def _between(parts: Iterable[Part], start: int, stop: int) -> Iterator[Part]:
    """The parts from one position of the whole text to another, those at its ends cut off there."""
    at = 0
    for part in parts:
        cut = part.text[max(start - at, 0) : max(stop - at, 0)]
        yield part if cut == part.text else replace(part, text=cut)
        at += len(part.text)


def set_parts(
    written: str, said: Mapping[str, Part], edited: Callable[[str], Iterable[int]]
) -> Iterator[Part]:
    """The parts of `written`, its names said as `said` has them; any other name is the gap of a question.

    `edited` gives the positions of characters to leave out of the whole, such as a space where YAML folded a line.
    """
    # Most texts have no name in them; there are fifteen thousand.
    named = "{" in written or "}" in written
    parts = (
        [_part(text, name, said) for text, name in pieces_of(written)] if named else [Part("plain", written)]
    )
    left_out = set(edited("".join(part.text for part in parts)))
    if not left_out:
        yield from parts
        return
    at = 0
    for part in parts:
        kept = "".join(c for place, c in enumerate(part.text, at) if place not in left_out)
        at += len(part.text)
        yield replace(part, text=kept)


def _part(text: str, name: str | None, said: Mapping[str, Part]) -> Part:
    if name is None:
        return Part("plain", text)
    # Whoever prints the question draws the gap; everywhere else it reads as it was written.
    return said.get(name) or Part("gap", f"{{{name}}}", name)
