"""A part of the library into a shop's own files, with all it needs, and nothing of hers touched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from generator.labels import labels
from generator.library.choosing import names_of, trade_for
from generator.library.draft import Draft, draft
from generator.library.needed import with_needed
from generator.library.parts import Piece, Unknown, asked_for, full_name, meant, offered, pieces, pieces_of
from generator.playbook.entries import with_chapter, with_entries
from generator.playbook.hours import first_and_last
from generator.playbook.model.forms import Form
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Item, Record, Route, fields_of, records, values
from generator.playbook.model.shop import Fact
from generator.playbook.model.text import ANY, Text, names_in
from generator.playbook.problems import Problem
from generator.playbook.write import written
from generator.schema import FIRST_LINE, NAME
from generator.starter import TOGETHER, naming_only, spoken


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
        library = pieces(chosen)
        asked = tuple(meant(name, offered(chosen)) for name in names)
        for piece in asked:
            _is_new(piece.name, work)
            if piece.field and piece.chapter not in names_of(hers):
                raise NoChapter(piece.name, piece.chapter)
        wanted = with_needed(asked, library, names_of(hers), lambda value: _as_said(value, hers, alone))
        _put_in(work, wanted, alone)
        now, errors = work.tried()
        if errors:
            raise Broken(errors, hers.about.languages[0])
        assert now.playbook is not None
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


def _put_in(work: Draft, wanted: Mapping[str, Piece], alone: bool) -> None:
    """Writes the pieces into the draft, those of one list together."""
    hers = work.playbook
    have = {*names_of(hers), *wanted, *(piece.chapter for piece in wanted.values())}
    for piece in wanted.values():
        have |= {f"{piece.chapter}.{each.id}" for each in records(piece.value) if isinstance(each, Item)}
    lists: dict[tuple[str, str], list[Any]] = {}
    for piece in wanted.values():
        value = _said(_marked(naming_only(piece.value, have), piece.chapter, hers), hers, alone)
        if piece.id:
            lists.setdefault((piece.chapter, piece.field), []).append(value)
        else:
            _put_chapter(work, piece.chapter, value)
    for (chapter, field), entries in lists.items():
        _put_entries(work, chapter, field, entries)


def _marked(value: Any, chapter: str, hers: Playbook) -> Any:
    """A copy that says it is the library's where nothing else does: what was confirmed as a whole was read before."""
    match value:
        case Fact():
            same = _as_stated(hers).get(value.same_as or "", {})
            return value.model_copy(update={"sample": not value.by_law, **same})
        case Item():
            plain = hers.about.began and chapter not in hers.about.mine
            return value if plain else value.model_copy(update={"mine": False})
        case Record():
            return value.model_copy(
                update={name: _marked(inner, chapter, hers) for name, inner in fields_of(value)}
            )
        case tuple():
            return tuple(_marked(each, chapter, hers) for each in value)
        case _:
            return value


def _as_stated(hers: Playbook) -> Mapping[str, dict[str, Any]]:
    """The figures that the shop states elsewhere, by where."""
    week = first_and_last(hers.shop)
    found: dict[str, dict[str, Any]] = {
        f"shop.{place}.{end}": {"value": hour, "say": Text({ANY: hour})}
        for end, hour in (week._asdict() if week else {}).items()
        for place in ("hours", "service_hours")
    }
    if hers.posters:
        norms = len(hers.posters[0].norms)
        found["posters.norms"] = {"value": norms, "say": Text({ANY: str(norms)})}
    return found


def _said(value: Any, hers: Playbook, alone: bool) -> Any:
    """A value as plain data in the languages of the shop."""
    return _merged({language: spoken(value, language, alone=alone) for language in hers.about.languages})


def _as_said(value: Any, hers: Playbook, alone: bool) -> str:
    """All that a value says there."""
    return "\n".join(str(spoken(value, language, alone=alone)) for language in hers.about.languages)


def _merged(said: Mapping[str, Any]) -> Any:
    """What is the same in all languages once; a text that is not as one for each."""
    first, *others = said.values()
    if all(each == first for each in others):
        return first
    if isinstance(first, dict):
        return {key: _merged({language: each[key] for language, each in said.items()}) for key in first}
    if isinstance(first, list):
        return [_merged(dict(zip(said, each, strict=True))) for each in zip(*said.values(), strict=True)]
    return {**said}


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
