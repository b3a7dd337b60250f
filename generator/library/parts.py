"""What there is in the library: the chapters and parts of a trade's starter, and which of them a name means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Item, Record, fields_of
from generator.playbook.model.shop import Placeholder
from generator.playbook.problems import near
from generator.starter import BARE, TRADES, WHOLE, whole

NEVER_WHOLE = frozenset(
    ("schema_", "about", "shop", "roles", "facts", "placeholders", "site", "words", "accept")
)
"""Chapters that every shop has, or that are nothing without the others."""


@dataclass(frozen=True)
class Piece:
    """A chapter of the library, or something that stands in a list of one."""

    chapter: str
    id: str
    """Empty for a whole chapter."""
    field: str
    """The list of the chapter it stands in; empty where the chapter is the list."""
    value: Any

    @property
    def name(self) -> str:
        return f"{self.chapter}.{self.id}" if self.id else self.chapter

    @property
    def alone(self) -> bool:
        """Whether it makes sense by itself: a step of a complaint does not."""
        return self.field not in WHOLE

    def called(self, language: str) -> str:
        """What it is, in words."""
        if isinstance(self.value, Placeholder):
            return self.value.name.in_(language)
        if isinstance(self.value, Item):
            said = getattr(self.value, self.value.NAMED_BY)
            return str(said.in_(language) if hasattr(said, "in_") else said)
        return ""


def asked_for(began: str | None) -> tuple[tuple[str, ...], bool]:
    """The trades a shop's parts come from, and whether it is of one person, by what it began from."""
    trade, _, size = (began or "").partition(" ")[0].rpartition("-")
    known = (trade,) if trade in TRADES else TRADES
    return known, size == "solo" or (began or "").startswith(BARE)


def offered(trade: str) -> Mapping[str, Piece]:
    """Those of them that a person may ask for."""
    return {name: piece for name, piece in pieces(trade).items() if piece.alone}


@cache
def pieces(trade: str) -> Mapping[str, Piece]:
    """Everything of a trade's starter by name, in the order of the chapters."""
    return {piece.name: piece for piece in pieces_of(whole(trade))}


def pieces_of(playbook: Playbook) -> Iterator[Piece]:
    """Every chapter of a playbook that can be taken whole, and what stands in its lists."""
    for chapter, content in fields_of(playbook):
        if chapter not in NEVER_WHOLE and content:
            yield Piece(chapter, "", "", content)
        lists = fields_of(content) if isinstance(content, Record) else [("", content)]
        for field, listed in lists:
            for each in listed if isinstance(listed, tuple) else ():
                if isinstance(each, Item | Placeholder):
                    yield Piece(chapter, each.id, field, each)


class Unknown(Exception):
    """Nothing in the library is called that, or too much; `near` are names that may have been meant."""

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        self.name, self.near = name, near
        super().__init__(name)


def full_name(said: str) -> str:
    """What a person types as it is named here: follow-ups is follow_ups, forms/day-sheet is forms.day-sheet."""
    chapter, apart, item = said.strip().replace("/", ".").partition(".")
    return f"{chapter.replace('-', '_')}{apart}{item}"


def meant(said: str, there: Mapping[str, Piece]) -> Piece:
    """The piece that a person names: forms.day-sheet, forms/day-sheet, day-sheet, follow-ups; Unknown if there is none."""
    if exact := there.get(full_name(said)):
        return exact
    _, apart, item = full_name(said).partition(".")
    same = [piece for piece in there.values() if piece.id == (item or said.strip())]
    if len(same) == 1 and not apart:
        return same[0]
    raise Unknown(said, tuple(piece.name for piece in same) or tuple(near(said.replace("/", "."), there)))
