"""What hangs on a part of a playbook, and the playbook without it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.library.draft import Draft, draft
from generator.library.parts import Piece, Unknown, meant, pieces_of
from generator.playbook.checks.references import named_by
from generator.playbook.entries import without_entry
from generator.playbook.model.record import Record, Route, walk
from generator.playbook.model.text import ANY, Text, names_in
from generator.playbook.problems import Problem
from generator.playbook.read.source import Node

_NAMED_IN_BRACES = ("facts", "placeholders")


@dataclass(frozen=True)
class Removed:
    """What removing did, or would do."""

    name: str
    what: str
    hanging: tuple[tuple[str, str], ...]
    """What names it: each with its place, file and line, and the id of the item it stands in."""
    done: bool
    errors: tuple[Problem, ...]
    """The errors that the playbook has without it."""
    differences: tuple[str, ...]


class Cannot(Exception):
    """What is called `name` is not one that can go by itself."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(name)


class NotYours(Unknown):
    """Nothing in the playbook is called that, or too much."""


def remove(playbook: Path, name: str, *, anyway: bool, really: bool) -> Removed:
    """Takes an item out if nothing hangs on it, or `anyway`; `really` writes it. Unknown or Cannot if it is none."""
    with draft(playbook) as work:
        piece = _meant(name, work)
        if not piece.id:
            raise Cannot(piece.name)
        hanging = tuple(_hanging(piece, work))
        _take_out(work, piece)
        _, errors = work.tried()
        done = anyway or not (hanging or errors)
        removed = Removed(
            piece.name,
            piece.called(work.playbook.about.languages[0]),
            hanging,
            done,
            errors,
            tuple(work.differences()) if done else (),
        )
        if done and really:
            work.keep()
        return removed


def _meant(name: str, work: Draft) -> Piece:
    try:
        return meant(name, {piece.name: piece for piece in pieces_of(work.written)})
    except Unknown as fault:
        raise NotYours(fault.name, fault.near) from None


def _hanging(piece: Piece, work: Draft) -> Iterator[tuple[str, str]]:
    """The places that name it, each once, those within it aside."""
    seen = set()
    for route in _naming(piece, work):
        place = work.place(route)
        if place not in seen:
            seen.add(place)
            yield place, _item(route, work)


def _naming(piece: Piece, work: Draft) -> Iterator[Route]:
    own: Route | None = None
    for route, value in walk(work.written):
        if value is piece.value:
            own = route
        if own and route[: len(own)] == own:
            continue
        if isinstance(value, Record):
            yield from _in_fields(piece, route, value)
        elif isinstance(value, Text) and piece.chapter in _NAMED_IN_BRACES:
            for language, said in value.said.items():
                if piece.id in names_in(said):
                    yield route if language == ANY else (*route, language)


def _in_fields(piece: Piece, route: Route, record: Record) -> Iterator[Route]:
    for field, names in named_by(type(record)).items():
        wanted = {"*": piece.name, piece.chapter: piece.id}.get(names.chapter)
        given = getattr(record, field)
        if isinstance(given, tuple):
            yield from ((*route, field, at) for at, each in enumerate(given) if each == wanted)
        elif given is not None and given == wanted:
            yield (*route, field)


def _item(route: Route, work: Draft) -> str:
    """The item a place belongs to, as `chapter.id`; the chapter where it belongs to none."""
    found, value = str(route[0]), work.loaded.source.root
    for step in route:
        inner = value.children.get(step)
        if inner is None:
            break
        value = inner
        if isinstance(value.data, dict) and "id" in value.data:
            return f"{route[0]}.{value.data['id']}"
    return found


def _take_out(work: Draft, piece: Piece) -> None:
    for name in work.names:
        listed = work.root(name).children.get(piece.chapter)
        if listed is not None and piece.field:
            listed = listed.children.get(piece.field)
        at = _position(listed, piece.id) if listed is not None else None
        if listed is not None and at is not None:
            work.put(name, without_entry(work.text(name), listed, at))
            return
    raise AssertionError(piece.name)


def _position(listed: Node, name: str) -> int | None:
    ids = [each.data.get("id") if isinstance(each.data, dict) else None for each in listed.children.values()]
    return ids.index(name) if name in ids else None
