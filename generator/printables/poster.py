"""The norms as a poster for the wall: letters as high as the reading distance asks, never smaller."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.design.type import letter_height, width
from generator.edition import Edition
from generator.playbook.problems import Problem
from generator.playbook.sheets import Poster
from generator.printables.sheet import Sheet

PAPER = {"a2": (420.0, 594.0), "a3": (297.0, 420.0), "a4": (210.0, 297.0)}
"""Width and height in mm, portrait."""
LEAST, GOOD = 200, 150
"""A character's height is at least distance/200 (AS 1319: capitals 5 mm a metre) and better distance/150
(ANSI Z535.2, unfavourable reading conditions)."""
NEAR = 0.5
"""Notes are read from half the distance."""
LINE, NOTE_LINE = 1.22, 1.35
"""Line heights in em."""
STEP = 0.1


@dataclass(frozen=True)
class Row:
    """One norm on the poster, its line broken where it must be."""

    number: int
    lines: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Layout:
    """The poster's measures in mm: what the style sheet is given."""

    width: float
    height: float
    margin: float
    head: float
    foot: float
    em: float
    note_em: float
    number_em: float
    title_em: float
    row: float
    rows: tuple[Row, ...]
    letter: float
    """The height of a character of the norms."""


def sheets(edition: Edition) -> Iterator[Sheet]:
    for index, poster in enumerate(edition.playbook.posters):
        layout = fitted(edition, poster)
        yield Sheet(
            id=f"poster-{poster.id}",
            kind="poster",
            title=poster.title,
            template="poster.html",
            styles=("poster.css",),
            view={"poster": poster, "layout": layout},
            route=("posters", index),
            paper=poster.paper.upper(),
            page="norms.html",
            core=poster.core,
        )


def problems(edition: Edition) -> Iterator[Problem]:
    """Letters too small for the reading distance."""
    for index, poster in enumerate(edition.playbook.posters):
        layout = fitted(edition, poster)
        least, good = poster.distance * 1000 / LEAST, poster.distance * 1000 / GOOD
        longest = max((" ".join(row.lines) for row in layout.rows), key=lambda line: width(line, bold=True))
        details = {
            "distance": f"{poster.distance:g}",
            "height": f"{layout.letter:.1f}",
            "least": f"{least:.1f}",
            "good": f"{good:.1f}",
            "longest": longest,
            "language": f"in-{edition.language}",
        }
        if layout.letter < least:
            yield Problem("poster-too-small", ("posters", index, "norms"), details)
        elif layout.letter < good:
            yield Problem("poster-small", ("posters", index, "norms"), details)


def fitted(edition: Edition, poster: Poster) -> Layout:
    """The layout with the largest letters at which every norm fits."""
    wide, high = PAPER[poster.paper]
    if poster.orientation == "landscape":
        wide, high = high, wide
    margin = 0.045 * min(wide, high) + 2
    head, foot = 0.105 * high, 0.052 * high
    body = high - head - foot
    note_em = poster.distance * 1000 * NEAR / (LEAST * letter_height(edition.language))
    norms = [edition.item("norms", name) for name in poster.norms]
    lines = [norm.short for norm in norms]
    notes = [norm.near or "" if poster.notes else "" for norm in norms]
    em = 0.3 * body
    while em > 1:
        column = wide - 2 * margin - _numbers(em, len(norms))
        broken = [_broken(line, column / em) for line in lines]
        needed = [
            len(parts) * LINE * em + _note_height(note, note_em, column) + 0.28 * em
            for parts, note in zip(broken, notes, strict=True)
        ]
        if all(broken) and max(needed) * len(norms) <= body and _is_calm(broken):
            break
        em -= STEP
    rows = tuple(
        Row(number, parts, note) for number, (parts, note) in enumerate(zip(broken, notes, strict=True), 1)
    )
    letter = em * letter_height(edition.language, bold=True)
    title_em = min(0.5 * head, 0.62 * wide / max(width(poster.title, bold=True), 1))
    return Layout(
        wide,
        high,
        margin,
        head,
        foot,
        em,
        note_em,
        _numbers(em, len(norms)),
        title_em,
        body / len(norms),
        rows,
        letter,
    )


def _numbers(em: float, count: int) -> float:
    """The width of the column of numbers, in mm."""
    return (1.75 if count > 9 else 1.2) * em


def _note_height(note: str, em: float, column: float) -> float:
    return 0.0 if not note else NOTE_LINE * em * -(-width(note) * em // column)


def _is_calm(broken: list[tuple[str, ...]]) -> bool:
    """Either all norms stand on one line or most need two: one broken line among nine looks like an accident."""
    twos = sum(len(parts) > 1 for parts in broken)
    return twos == 0 or twos * 2 >= len(broken)


def _broken(line: str, room: float) -> tuple[str, ...]:
    """`line` on one line, or on two near its middle; empty if it takes more. `room` in em."""
    if width(line, bold=True) <= room:
        return (line,)
    breaks = [at for at in range(1, len(line)) if line[at - 1] in "，。；：、 ,;" or (line[at] == " ")]
    halves = [(line[:at].strip(), line[at:].strip()) for at in breaks]
    fitting = [half for half in halves if all(half) and max(width(part, bold=True) for part in half) <= room]
    return min(fitting, key=lambda half: max(width(part, bold=True) for part in half), default=())
