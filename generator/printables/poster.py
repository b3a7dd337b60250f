"""The norms as a poster for the wall: letters as high as the reading distance asks, never smaller."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.design.stamping import DROP, Foot, Place, Run, Square
from generator.design.type import letter_height, width
from generator.design.wrapping import MM_PER_PT
from generator.edition import Edition
from generator.playbook.model.sheets import Poster
from generator.playbook.problems import Problem
from generator.printables.sheet import Handling, Sheet
from generator.printables.wall import AMPLE, LEAST, NEAR, largest, margin, size, too_small
from generator.set_text import joined

LINE, NOTE_LINE, BETWEEN = 1.2, 1.3, 0.22
"""Line heights, and the least space between norms, in em."""
NOTE_SHARE = 0.42
"""Where there is room, notes grow to this share of the norms."""
RULE = 0.5
"""The rule above the foot, in mm."""


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
            of=f"posters.{poster.id}",
            kind="poster",
            title=poster.title,
            template="poster.html",
            styles=("poster.css",),
            view={"poster": poster, "layout": layout},
            route=("posters", index),
            paper=poster.paper.upper(),
            handling=Handling(posted=True),
            page="norms.html",
            core=poster.core,
            foot=_foot(layout),
            trail=(Run(_answers(edition)),),
        )


def problems(edition: Edition) -> Iterator[Problem]:
    """Letters too small for the reading distance."""
    for index, poster in enumerate(edition.playbook.posters):
        layout = fitted(edition, poster)
        lines = [edition.item("norms", name).short for name in poster.norms]
        longest = max(lines, key=lambda line: width(line, bold=True))
        route = ("posters", index, "norms")
        yield from too_small(layout.letter, poster.distance, longest, edition.language, route)


def _foot(layout: Layout) -> Foot:
    """The code at the left, the words at the right of the strip at the foot."""
    points, middle = 0.19 * layout.foot / MM_PER_PT, layout.height - layout.foot / 2 + RULE / 2
    base = middle + points * DROP
    edge = layout.margin
    return Foot(
        (Place(edge, layout.width - edge, base, points, at_end=True),),
        square=Square(middle, 0.82 * layout.foot),
    )


def _answers(edition: Edition) -> str:
    """Who answers for what hangs on the wall, and until when it holds."""
    about = edition.playbook.about
    until = f"{edition.labels.sheet.review_by} {about.review_by}"
    return joined(" · ", ("", edition.role(about.owner), until))


def fitted(edition: Edition, poster: Poster) -> Layout:
    """The layout with the largest letters at which every norm fits, up to what is comfortable.

    Either every norm stands on one line, or all may take two: one broken line among nine looks like an accident.
    """
    wide, high = size(poster.paper, poster.orientation)
    edge = margin(wide, high)
    head, foot = 0.1 * high, 0.045 * high
    row = (high - head - foot) / len(poster.norms)
    norms = [edition.item("norms", name) for name in poster.norms]
    notes = [norm.near or "" if poster.notes else "" for norm in norms]
    note_em = poster.distance * 1000 * NEAR / (LEAST * letter_height(edition.language))
    room = wide - 2 * edge

    def broken(em: float, most: int) -> list[tuple[str, ...]]:
        """The lines of each norm at this size; an empty list if one does not fit."""
        column = room - _numbers(em, len(norms))
        rows = [_broken(norm.short, column / em, most) for norm in norms]
        heights = (
            (len(lines) * LINE + BETWEEN) * em + _note_height(note, note_em, column)
            for lines, note in zip(rows, notes, strict=True)
        )
        return rows if all(rows) and max(heights) <= row else []

    most_em = poster.distance * 1000 / AMPLE / letter_height(edition.language, bold=True)
    one = largest(lambda em: bool(broken(em, 1)), most_em)
    two = largest(lambda em: bool(broken(em, 2)), most_em)
    em, most = (one, 1) if one >= two else (two, 2)
    lines = broken(em, most) or [(norm.short,) for norm in norms]
    left = row - max(len(each) for each in lines) * LINE * em - BETWEEN * em
    note_em = max(
        note_em, min(left / NOTE_LINE, NOTE_SHARE * em, *(room * 0.8 / width(n) for n in notes if n))
    )
    rows = tuple(Row(number, *both) for number, both in enumerate(zip(lines, notes, strict=True), 1))
    title_em = min(0.5 * head, 0.62 * wide / max(width(poster.title, bold=True), 1))
    letter = em * letter_height(edition.language, bold=True)
    number_em = _numbers(em, len(norms))
    return Layout(wide, high, edge, head, foot, em, note_em, number_em, title_em, row, rows, letter)


def _numbers(em: float, count: int) -> float:
    """The width of the column of numbers, in mm."""
    return (1.75 if count > 9 else 1.2) * em


def _note_height(note: str, em: float, column: float) -> float:
    return 0.0 if not note else NOTE_LINE * em * -(-width(note) * em // column)


def _broken(line: str, room: float, most: int) -> tuple[str, ...]:
    """`line` on one line, or if `most` is 2 on two near its middle; empty if it takes more. `room` in em."""
    if width(line, bold=True) <= room:
        return (line,)
    if most == 1:
        return ()
    breaks = [at for at in range(1, len(line)) if line[at - 1] in "，。；：、 ,;" or (line[at] == " ")]
    halves = [(line[:at].strip(), line[at:].strip()) for at in breaks]
    fitting = [half for half in halves if all(half) and max(width(part, bold=True) for part in half) <= room]
    return min(fitting, key=lambda half: max(width(part, bold=True) for part in half), default=())
