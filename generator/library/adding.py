"""A part of the library into a shop's own files, with all it needs, and nothing of hers touched."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

from generator.labels import labels
from generator.library.choosing import names_of, trade_for
from generator.library.draft import Draft, draft
from generator.library.needed import with_needed
from generator.library.parts import Piece, Unknown, asked_for, full_name, meant, offered, pieces, pieces_of
from generator.library.said import all_said, as_said, counted_by_hand, fitted, marked, said
from generator.playbook.entries import with_chapter, with_entries
from generator.playbook.law import statements
from generator.playbook.load import Loaded
from generator.playbook.model.forms import Form
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Item, Route, records, values
from generator.playbook.model.text import Text, names_in
from generator.playbook.problems import Problem
from generator.playbook.write import written
from generator.schema import FIRST_LINE, NAME
from generator.starter import TOGETHER, naming_only
from generator.starter.held import Print, fingerprint, parts_of


class There(Exception):
    """The shop has `name` already, at `place`."""

    def __init__(self, name: str, place: str) -> None:
        self.name, self.place = name, place
        super().__init__(name)


class NoChapter(Exception):
    """A part, `name`, was asked for whose `chapter` the shop does not have."""

    def __init__(self, name: str, chapter: str) -> None:
        self.name, self.chapter = name, chapter
        super().__init__(name)


class Broken(Exception):
    """What was asked for would leave these errors in the playbook."""

    def __init__(self, problems: tuple[Problem, ...], language: str) -> None:
        self.problems, self.language = problems, language
        super().__init__(len(problems))


@dataclass(frozen=True)
class Line:
    """Something that was added, kept or named: its id, its place in the shop's files, and what it is."""

    name: str
    place: str
    what: str


@dataclass(frozen=True)
class Added:
    """What adding did, or would do."""

    asked: tuple[Line, ...]
    needed: tuple[Line, ...]
    kept: tuple[Line, ...]
    """Figures of the shop's that the library has otherwise."""
    named: tuple[Line, ...]
    """Sheets that the texts speak of and the shop does not have."""
    differences: tuple[str, ...]


def add(playbook: Path, names: tuple[str, ...], trade: str | None, *, really: bool) -> Added:
    """Adds what is named; `really` writes it. There, NoChapter, Several, Unknown or Broken where it cannot be."""
    with draft(playbook) as work:
        hers = work.playbook
        for name in names:
            _is_new(name, work)
        trades, alone = asked_for(hers.about.began)
        chosen = trade_for(names, (trade,) if trade else trades)
        library = library_for(chosen, hers)
        asked = tuple(library[meant(name, offered(chosen)).name] for name in names)
        for piece in asked:
            _is_new(piece.name, work)
            if piece.field and piece.chapter not in names_of(hers):
                raise NoChapter(piece.name, piece.chapter)
        wanted = with_needed(asked, library, names_of(hers), lambda value: as_said(value, hers, alone))
        put_in(work, wanted, alone)
        now, errors = work.tried()
        if errors:
            raise Broken(errors, hers.about.languages[0])
        assert now.playbook is not None
        work.held = work.held.with_prints(chosen, prints(work, now, chosen, alone))
        lines = [
            Line(
                name,
                work.place(_route(now.playbook, piece), now.source),
                piece.called(hers.about.languages[0]),
            )
            for name, piece in wanted.items()
        ]
        added = Added(
            tuple(line for line in lines if wanted[line.name] in asked),
            tuple(line for line in lines if wanted[line.name] not in asked),
            tuple(_kept(wanted, library, work)),
            tuple(_sheets_named(wanted, library, now.playbook)),
            tuple(work.differences()),
        )
        if really:
            work.keep()
        return added


def _is_new(name: str, work: Draft) -> None:
    hers = {each.name: each for each in pieces_of(work.playbook)}
    try:
        piece = meant(name, hers)
    except Unknown:
        return
    if piece.name == full_name(name):
        raise There(piece.name, work.place(_route(work.playbook, piece)))


def prints(work: Draft, now: Loaded, trade: str, alone: bool) -> dict[str, Print]:
    """The fingerprints of what came into the draft out of a trade's library."""
    was = {name for name, _, _ in parts_of(_data(work.loaded))}
    library = all_said(trade, work.playbook, alone)
    return {
        name: Print(fingerprint(value), fingerprint(library[name]))
        for name, _, value in parts_of(_data(now))
        if name in library and name not in was
    }


def _data(loaded: Loaded) -> Mapping[str, Any]:
    data = loaded.source.root.data
    assert isinstance(data, Mapping)
    return data


def with_pieces(have: Collection[str], wanted: Mapping[str, Piece], country: str) -> set[str]:
    """The names of what is there, with what the country's law says, the pieces and what stands in them."""
    law = {f"facts.{name}" for name in statements(country)}
    names = {*have, *law, *wanted, *(piece.chapter for piece in wanted.values())}
    for piece in wanted.values():
        names |= {f"{piece.chapter}.{each.id}" for each in records(piece.value) if isinstance(each, Item)}
    return names


def as_written(piece: Piece, have: set[str], new: Mapping[str, Piece], hers: Playbook, alone: bool) -> Any:
    """A piece as plain data for the shop's file, beside what the shop has and what is `new` with it."""
    values_in = (each for other in (piece, *new.values()) for each in records(other.value))
    forms = {each.id: each for each in (*hers.forms, *values_in) if isinstance(each, Form)}
    left = counted_by_hand(naming_only(piece.value, have), forms)
    return said(marked(left, piece.chapter, hers), hers, alone)


def library_for(trade: str, hers: Playbook) -> dict[str, Piece]:
    """The pieces of a trade's library, which name the shop's own channels."""
    there = pieces(trade)
    values_of = {name: piece.value for name, piece in there.items()}
    return {name: replace(piece, value=fitted(piece.value, hers, values_of)) for name, piece in there.items()}


def put_in(work: Draft, wanted: Mapping[str, Piece], alone: bool) -> None:
    """Writes the pieces into the draft, those of one list together."""
    hers = work.playbook
    have = with_pieces(names_of(hers), wanted, hers.shop.country)
    lists: dict[tuple[str, str], list[Any]] = {}
    for piece in wanted.values():
        value = as_written(piece, have, wanted, hers, alone)
        if piece.id:
            lists.setdefault((piece.chapter, piece.field), []).append(value)
        else:
            _put_chapter(work, piece.chapter, value)
    for (chapter, field), entries in lists.items():
        _put_entries(work, chapter, field, entries)


def _put_chapter(work: Draft, chapter: str, value: Any) -> None:
    """A chapter into a file of its own, where the others have theirs, or at the end of the only file."""
    root = work.root(work.main)
    if chapter in TOGETHER or "include" not in root.children:
        work.put(work.main, with_chapter(work.text(work.main), chapter, value))
        return
    stem = f"chapters/{chapter.replace('_', '-')}"
    names = (f"{stem}{f'-{number}' if number > 1 else ''}.yaml" for number in count(1))
    name = next(each for each in names if work.is_free(each))
    words = labels(work.playbook.about.languages[0]).starter
    head = FIRST_LINE.format(f"../{NAME}") + "\n" if (work.theirs / NAME).is_file() else ""
    work.put(name, head + words.chapter + written({chapter: value}, dense=True))
    work.put(work.main, with_entries(work.text(work.main), root, "include", [name]))


def _put_entries(work: Draft, chapter: str, field: str, entries: list[Any]) -> None:
    """Entries at the end of a list, in the last file that has some of it."""
    holding = [name for name in work.names if chapter in work.root(name).children]
    if not holding:
        _put_chapter(work, chapter, entries)
        return
    if field:
        having = [name for name in holding if field in work.root(name).children[chapter].children]
        name = (having or holding)[-1]
        holder = work.root(name).children[chapter]
    else:
        name = holding[-1]
        holder = work.root(name)
    work.put(name, with_entries(work.text(name), holder, field or chapter, entries))


def _route(playbook: Playbook, piece: Piece) -> Route:
    """Where a piece stands in a playbook."""
    content = getattr(playbook, piece.chapter)
    here: Route = (piece.chapter, piece.field) if piece.field else (piece.chapter,)
    listed = getattr(content, piece.field) if piece.field else content
    at = [each.id for each in listed].index(piece.id) if piece.id else None
    return here if at is None else (*here, at)


def _kept(wanted: Mapping[str, Piece], library: Mapping[str, Piece], work: Draft) -> Iterator[Line]:
    """The shop's own figures that the pieces name and the library has otherwise."""
    language = work.playbook.about.languages[0]
    named = {name for piece in wanted.values() for name in _named(piece.value)}
    for at, fact in enumerate(work.playbook.facts):
        other = library.get(f"facts.{fact.id}")
        if fact.id in named and other and other.value.value != fact.value:
            yield Line(f"facts.{fact.id}", work.place(("facts", at)), fact.say.in_(language))


def _named(value: Any) -> Iterator[str]:
    """Names in braces, and what may be the name of a figure."""
    for _, each in values(value):
        if isinstance(each, Text):
            for said in each.said.values():
                yield from names_in(said)
        elif isinstance(each, str):
            yield each


def _sheets_named(wanted: Mapping[str, Piece], library: Mapping[str, Piece], now: Playbook) -> Iterator[Line]:
    """The sheets of the library that the new texts speak of and the shop does not have."""
    language = now.about.languages[0]
    said = "\n".join(
        text.in_(language)
        for piece in wanted.values()
        for _, text in values(piece.value)
        if isinstance(text, Text)
    ).casefold()
    have = names_of(now)
    titles = {each.title.in_(language).casefold() for each in now.forms}
    for name, piece in library.items():
        title = piece.value.title.in_(language) if isinstance(piece.value, Form) else ""
        if title and name not in have and title.casefold() not in titles and title.casefold() in said:
            yield Line(name, "", title)
