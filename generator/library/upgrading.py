"""What the library says otherwise since parts of it came into a shop, and its new wording where hers is still the old."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.library.adding import Broken, Line, as_written, library_for, put_in, with_pieces
from generator.library.choosing import names_of
from generator.library.draft import Draft, draft
from generator.library.needed import with_needed
from generator.library.parts import Piece, asked_for, pieces
from generator.library.said import all_said, as_said
from generator.playbook.entries import has_remark, with_value
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Route
from generator.playbook.write import written
from generator.starter import BARE, TRADES, whole
from generator.starter.held import Held, Print, fingerprint, parts_of

_ALONG = frozenset(("facts", "placeholders", "roles"))
"""Chapters whose new items come along with what names them."""
_ABSENT = "-"
"""In the place of a fingerprint, for what the library has and the shop was told of."""


@dataclass(frozen=True)
class Upgraded:
    """What an upgrade did, or would do."""

    held: Held
    """What the library held when it was last compared."""
    changed: tuple[Line, ...]
    """Parts that are as they came, and that the library says otherwise now."""
    needed: tuple[Line, ...]
    """What these need and the shop does not have."""
    hers: tuple[tuple[Line, str], ...]
    """Parts that the shop changed or confirmed, with the lines in which the two differ; they stay."""
    fresh: tuple[Line, ...]
    """What the library has now and had not then."""
    gone: tuple[Line, ...]
    """What it has no longer."""
    differences: tuple[str, ...]


@dataclass(frozen=True)
class _Part:
    """A part of the shop's that came from a trade's library, and that this one says otherwise now."""

    name: str
    trade: str
    route: Route
    piece: Piece
    said: Any


def upgrade(playbook: Path, *, really: bool) -> Upgraded:
    """Compares a shop's parts with the library; `really` writes what is new where hers is as it came. Broken if it cannot be."""
    with draft(playbook) as work:
        was = work.held
        alone = asked_for(work.playbook.about.began)[1]
        there = {name: (route, data) for name, route, data in _parts(work)}
        differing = [part for part in _differing(work, there, alone) if part.said != there[part.name][1]]
        changed = [part for part in differing if _is_as_it_came(part, work, there)]
        others = [part for part in differing if part not in changed]
        needed = _put(work, changed, alone)
        now, errors = work.tried()
        if errors:
            raise Broken(errors, work.playbook.about.languages[0])
        done = Upgraded(
            was,
            tuple(_line(part.name, part.route, part.piece, work) for part in changed),
            tuple(Line(name, "", piece.called(_language(work))) for name, piece in needed.items()),
            tuple(
                (_line(part.name, part.route, part.piece, work), _shown(there[part.name][1], part))
                for part in others
            ),
            tuple(_fresh(work, there)),
            tuple(
                Line(name, work.place(there[name][0]), "")
                for trade, name, _ in _came(work)
                if name in there and name not in all_said(trade, work.playbook, alone)
            ),
            tuple(work.differences()),
        )
        if really:
            data = now.source.root.data
            assert isinstance(data, Mapping)
            work.held = _held_now(work, {name: value for name, _, value in parts_of(data)}, alone, done)
            work.keep()
        return done


def _language(work: Draft) -> str:
    return work.playbook.about.languages[0]


def _parts(work: Draft) -> Iterator[tuple[str, Route, Any]]:
    data = work.loaded.source.root.data
    assert isinstance(data, Mapping)
    return parts_of(data)


def _came(work: Draft) -> Iterator[tuple[str, str, Print]]:
    """What came from a library that is still there."""
    for trade, inside in work.held.prints.items():
        if trade in (*TRADES, BARE):
            yield from ((trade, name, each) for name, each in inside.items())


def _differing(work: Draft, there: Mapping[str, tuple[Route, Any]], alone: bool) -> Iterator[_Part]:
    hers = work.playbook
    for trade, name, came in _came(work):
        library = all_said(trade, hers, alone)
        if name in there and name in library and fingerprint(library[name]) != came.library:
            piece = _piece(trade, name, hers)
            have = with_pieces(names_of(hers), {name: piece}, hers.shop.country)
            now = as_written(piece, have, {}, hers, alone)
            yield _Part(name, trade, there[name][0], piece, _as_read(now))


def _piece(trade: str, name: str, hers: Playbook) -> Piece:
    """A part of a library; a field that stands beside items as a piece of its own."""
    if found := library_for(trade, hers).get(name):
        return found
    chapter, _, field = name.partition(".")
    return Piece(chapter, field, "", getattr(getattr(whole(trade), chapter), field))


def _as_read(value: Any) -> Any:
    """Plain data as a file that holds them is read."""
    match value:
        case dict():
            return {key: _as_read(each) for key, each in value.items()}
        case list() | tuple():
            return tuple(_as_read(each) for each in value)
        case _:
            return value


def _is_as_it_came(part: _Part, work: Draft, there: Mapping[str, tuple[Route, Any]]) -> bool:
    """Whether nobody has changed it, confirmed it or written a remark into it."""
    data = there[part.name][1]
    own = data.get("mine") if isinstance(data, Mapping) else None
    confirmed = part.piece.chapter in work.playbook.about.mine if own is None else own
    came = work.held.prints[part.trade][part.name]
    file, holder, step = _stands(work, part.name)
    return (
        not confirmed
        and fingerprint(data) == came.written
        and not has_remark(work.text(file), holder.children[step])
    )


def _stands(work: Draft, name: str) -> tuple[str, Any, Any]:
    """The file a part stands in, what holds it there, and at which step."""
    for file in work.names:
        root = work.root(file)
        for found, route, _ in parts_of(root.data if isinstance(root.data, Mapping) else {}):
            if found == name:
                holder = root
                for step in route[:-1]:
                    holder = holder.children[step]
                return file, holder, route[-1]
    raise AssertionError(name)


def _put(work: Draft, changed: list[_Part], alone: bool) -> dict[str, Piece]:
    """Writes the library's wording over what is as it came, with what that needs; what was needed by name."""
    hers = work.playbook
    needed: dict[str, Piece] = {}
    for part in changed:
        there = (names_of(hers) | needed.keys()) - {part.name}
        found = with_needed(
            (part.piece,), library_for(part.trade, hers), there, lambda value: as_said(value, hers, alone)
        )
        needed |= {name: piece for name, piece in found.items() if name != part.name}
    have = with_pieces(names_of(hers), needed, hers.shop.country)
    for part in changed:
        now = as_written(part.piece, have, needed, hers, alone)
        file, holder, step = _stands(work, part.name)
        work.put(file, with_value(work.text(file), holder, step, now))
    if needed:
        put_in(work, needed, alone)
    return needed


def _line(name: str, route: Route, piece: Piece, work: Draft) -> Line:
    return Line(name, work.place(route), piece.called(_language(work)))


def _shown(hers: object, part: _Part) -> str:
    """The lines in which the shop's own (-) and the library's (+) differ."""
    was, now = (_lines(part.piece.id, each) for each in (hers, part.said))
    lines = difflib.ndiff(was, now)
    return "\n".join(line for line in lines if line[0] in "+-")


def _lines(name: str, value: object) -> list[str]:
    fields = value if isinstance(value, Mapping) else {name: value}
    return written(fields).splitlines()


def _fresh(work: Draft, there: Mapping[str, Any]) -> Iterator[Line]:
    """What the library of the shop's beginning has now, for shops that know what it had then."""
    have = names_of(work.playbook)
    for trade in work.held.prints:
        began = (work.playbook.about.began or "").startswith(trade)
        for name, piece in pieces(trade).items() if began and trade in (*TRADES, BARE) else ():
            seen = name in work.held.prints[trade] or name in there or name in have
            if piece.id and piece.alone and not seen and piece.chapter not in _ALONG | {"shop"}:
                yield Line(name, "", piece.called(_language(work)))


def _held_now(work: Draft, now: Mapping[str, Any], alone: bool, done: Upgraded) -> Held:
    """The fingerprints after an upgrade: what was said once is not said again."""
    held = work.held
    taken = {line.name for line in done.changed}
    new = {line.name for line in (*done.fresh, *done.needed)}
    for trade in {trade for trade, _, _ in _came(work)}:
        library = all_said(trade, work.playbook, alone)
        prints = {
            name: Print(fingerprint(now[name]) if name in taken else came.written, fingerprint(library[name]))
            for name, came in held.prints[trade].items()
            if name in library
        }
        for name in new & library.keys():
            prints[name] = Print(
                fingerprint(now[name]) if name in now else _ABSENT, fingerprint(library[name])
            )
        held = Held(held.program, {**held.prints, trade: {}}).with_prints(trade, prints)
    return held
