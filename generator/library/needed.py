"""What a part of the library cannot do without: figures, roles, blanks and whatever else must be there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.library.parts import Piece
from generator.playbook.checks.references import named_by
from generator.playbook.model.customers import Consent
from generator.playbook.model.forms import Form, FormField
from generator.playbook.model.record import Record, records
from generator.playbook.model.shop import Role, Term
from generator.playbook.model.text import names_in

_ALWAYS = ("facts", "roles")
"""Chapters whose items come along wherever they are named; of others, those that must be named."""
_ALL_OF = ("training",)
"""Chapters of whose items all that are named come along: a paper is its questions."""
_BESIDES: tuple[tuple[type[Record], str], ...] = ((Consent, "channel"), (Form, "kept_with"))
"""What need not be named and, where it is, must be there: a consent without its channel would be about something else."""


def with_needed(
    asked: tuple[Piece, ...],
    library: Mapping[str, Piece],
    there: frozenset[str],
    said_by: Callable[[Any], str],
) -> dict[str, Piece]:
    """The pieces by name, what others need first.

    `there` are the names of what the shop has, as facts.x and scripts; `said_by` gives all that a piece will say there.
    """
    found: dict[str, Piece] = {}
    have = set(there)
    waiting = [*asked]
    while waiting:
        piece = waiting.pop(0)
        if piece.name in have:
            continue
        found[piece.name] = piece
        have |= {piece.name} | (_inside(piece, library) if not piece.id else set())
        if piece.id and piece.field == "":
            have.add(piece.chapter)
        names = (*must_have(piece.value, have), *_named_in(said_by(piece.value), library, have))
        needed = [library[name] for name in names if name in library]
        waiting += [
            library[each.chapter] if each.field and each.chapter not in have else each for each in needed
        ]
    return {name: found[name] for name in reversed(found)}


def must_have(value: Any, have: set[str]) -> Iterator[str]:
    """The names of what must be there beside `value` and is not."""
    for record in records(value):
        for field, names in named_by(type(record)).items():
            given = getattr(record, field)
            many = given if isinstance(given, tuple) else () if given is None else (given,)
            full = [
                each if names.chapter == "*" else f"{names.chapter}.{each}"
                for each in many
                if each not in names.also
            ]
            missing = [name for name in full if name not in have]
            required = type(record).model_fields[field].is_required()
            if not isinstance(given, tuple):
                always = names.chapter in _ALWAYS and not isinstance(record, Role)
                wanted = required or always or (type(record), field) in _BESIDES
            else:
                wanted = names.chapter in (*_ALWAYS, *_ALL_OF) or (required and missing == full)
            yield from missing if wanted else ()
        yield from (chapter for chapter in _taken_up(record) if chapter not in have)


def _taken_up(record: Record) -> Iterator[str]:
    """The chapters whose lists a form prints."""
    if isinstance(record, FormField) and record.options_from:
        yield record.options_from.partition(".")[0]
    if isinstance(record, Form) and record.consents:
        yield "customers"


def _named_in(said: str, library: Mapping[str, Piece], have: set[str]) -> Iterator[str]:
    """What the texts name in braces and, where the shop explains its terms, by their words."""
    for name in dict.fromkeys(names_in(said)):
        yield from (
            full for full in (f"facts.{name}", f"placeholders.{name}") if full in library and full not in have
        )
    for piece in library.values() if "glossary" in have else ():
        if isinstance(piece.value, Term) and piece.name not in have:
            yield from (piece.name for term in piece.value.term.said.values() if term in said)


def _inside(chapter: Piece, library: Mapping[str, Piece]) -> set[str]:
    return {name for name, piece in library.items() if piece.chapter == chapter.chapter}
