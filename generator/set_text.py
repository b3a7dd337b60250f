"""A text said in one language: a plain string that still knows its parts and where in the playbook it stands.

Whoever only shows a text takes it for a string. Whoever draws gaps, marks what is to be filled in, or writes it for
another tool reads `parts`: what the author wrote, a figure from the facts, a blank to fill in while sending, the gap of
a question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from generator.playbook.model.record import Route
from generator.playbook.model.text import pieces_of

PartKind = Literal["plain", "fact", "blank", "gap"]


@dataclass(frozen=True)
class Part:
    """A stretch of a text: how it reads, and for all but plain ones the name in braces that it stands for."""

    kind: PartKind
    text: str
    name: str = ""


class SetText(str):
    """A string made of parts. Cutting, joining and formatting it gives plain strings."""

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

    @property
    def facts(self) -> frozenset[str]:
        """The names of the facts it states."""
        return frozenset(part.name for part in self.parts if part.kind == "fact")


def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of any string; one that is not set from the playbook is plain."""
    return text.parts if isinstance(text, SetText) else (Part("plain", text),)


def set_parts(
    written: str, said: Mapping[str, Part], edited: Callable[[str], Iterable[int]]
) -> Iterator[Part]:
    """The parts of `written`, its names said as `said` has them; any other name is the gap of a question.

    `edited` gives the positions of characters to leave out of the whole, such as a space where YAML folded a line.
    """
    parts = [_part(text, name, said) for text, name in pieces_of(written)]
    left_out = set(edited("".join(part.text for part in parts)))
    at = 0
    for part in parts:
        kept = (
            "".join(c for place, c in enumerate(part.text, at) if place not in left_out)
            if left_out
            else part.text
        )
        at += len(part.text)
        yield replace(part, text=kept)


def _part(text: str, name: str | None, said: Mapping[str, Part]) -> Part:
    if name is None:
        return Part("plain", text)
    # Whoever prints the question draws the gap; everywhere else it reads as it was written.
    return said.get(name) or Part("gap", f"{{{name}}}", name)
