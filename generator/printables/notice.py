"""A notice for the wall: any lines or paragraphs, as large as the paper allows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.design.line_balancing import balanced
from generator.design.stamping import squares
from generator.design.type import letter_height, width
from generator.design.wrapping import MM_PER_PT
from generator.edition import Edition
from generator.outlines.contact import Way
from generator.playbook.model.sheets import Notice
from generator.playbook.problems import Problem
from generator.printables.measures import faces, mm, plain
from generator.printables.qr import too_fine
from generator.printables.reach import Reach
from generator.printables.sheet import Handling, Sheet
from generator.printables.wall import (
    AMPLE,
    CAUTION,
    LEAST,
    NEAR,
    READ_CLOSE,
    SMALLEST,
    Board,
    head,
    largest,
    margin,
    said,
    size,
    too_small,
)

LEADING, NOTE_LEADING = 1.3, 1.4
MARK = 1.4
"""The column of dots or numbers, in em."""
AIR, MOST_AIR = 0.4, 1.6
"""Space between two lines in em: at least, at most."""
SHORT = 90
"""What has more characters is a paragraph, and broken as paragraphs are."""
NOTE = 0.55
"""Intro and note are this share of the lines, where that is no less than their reading distance asks."""
CODE, APART, TOP, BELOW, FOOT = 42.0, 6.0, 5.0, 6.0, 14.0
"""In mm: the code to scan and what lies between it and its words; what lies below the head and above the note; the
strip of the stamp."""
WAYS = (16.0, 16.0 * 1.4 * MM_PER_PT)
"""Points and height of a line in mm."""
HEADING = 0.075
"""The title, as a share of the shorter side of the paper."""
MEASURES = {
    **mm(reach_code=CODE, reach_apart=APART, below=BELOW),
    **faces(ways=WAYS),
    **plain(leading=LEADING, note_leading=NOTE_LEADING, mark=MARK),
}


@dataclass(frozen=True)
class Layout(Board):
    """The notice's measures: what the style sheet is given."""

    lines: tuple[tuple[str, ...], ...]
    """Each line, broken where it reads best."""


def sheets(edition: Edition) -> Iterator[Sheet]:
    for index, it in enumerate(edition.playbook.notices):
        layout = fitted(edition, it)
        yield Sheet(
            id=f"notice-{it.id}",
            of=f"notices.{it.id}",
            kind="notice",
            title=it.title,
            template="notice.html",
            styles=("wall.css", "notice.css"),
            view={"notice": it, "layout": layout, "reach": scanned(edition, it), "measures": MEASURES},
            route=("notices", index),
            paper=it.paper.upper(),
            handling=Handling(posted=True),
            audience=it.audience,
            page="notices.html",
            core=it.core,
            foot=layout.foot,
        )


def problems(edition: Edition) -> Iterator[Problem]:
    """Letters too small for the reading distance, a code too fine for a phone."""
    for index, it in enumerate(edition.playbook.notices):
        longest = max(it.lines, key=width)
        route = ("notices", index, "lines")
        yield from too_small(fitted(edition, it).letter, it.distance, longest, edition.language, route)
        if link := _link(edition, it):
            yield from too_fine([link], ("notices", index, "scan"), CODE)


def scanned(edition: Edition, it: Notice) -> Reach:
    """The code of its channel, and what that is called; empty without one."""
    link = _link(edition, it)
    if not link:
        return Reach((), [])
    channel = edition.item("shop", str(it.scan))
    return Reach((Way(channel.name, channel.reach or ""),), squares(link))


def _link(edition: Edition, it: Notice) -> str:
    return (edition.item("shop", it.scan).link or "") if it.scan else ""


def fitted(edition: Edition, it: Notice) -> Layout:
    """The largest letters at which all of it fits, up to what is comfortable."""
    wide, high = size(it.paper, it.orientation)
    edge, tall = margin(wide, high), letter_height(edition.language)
    least = max(it.distance * 1000 * NEAR / LEAST / tall, READ_CLOSE * MM_PER_PT)
    above = head(edition, it.title, wide, high, HEADING)
    fitting = _Fitting(it, wide - 2 * edge, least, above.high, scanned(edition, it))
    em = largest(lambda em: fitting.high(em) <= high, it.distance * 1000 / AMPLE / tall)
    spare, count = max(high - fitting.high(em), 0.0), len(it.lines)
    air = min(AIR * em + spare / (count + 2), MOST_AIR * em)
    return Layout(
        width=wide,
        height=high,
        margin=edge,
        em=em,
        note=fitting.note(em),
        head=above,
        air=air,
        top=TOP + min((spare - (air - AIR * em) * count) / 3, 4 * em),
        lines=tuple(_broken(line, fitting.column(em), em) for line in it.lines),
        letter=em * tall,
    )


@dataclass(frozen=True)
class _Fitting:
    """A notice on its paper. Measures in mm."""

    it: Notice
    room: float
    """From side to side."""
    least: float
    """Intro and note are never smaller."""
    head: float
    code: Reach

    def note(self, em: float) -> float:
        return max(self.least, NOTE * em)

    def column(self, em: float) -> float:
        """What the lines have from side to side."""
        return self.room - (MARK * em if self.it.marks != "none" else 0.0)

    def high(self, em: float) -> float:
        """The height of all of it, with the least space between the lines."""
        lines = sum(said(line, self.column(em), em) * LEADING + AIR * em for line in self.it.lines)
        note, small = self.note(em), filter(None, (self.it.intro, self.it.note))
        around = sum(said(text, self.room, note) * NOTE_LEADING + BELOW for text in small)
        around += self.code.high(self.room, WAYS, code=CODE) + BELOW if self.code else 0.0
        return self.head + TOP + lines + around + FOOT


def _broken(line: str, room: float, em: float) -> tuple[str, ...]:
    """A short line in as few lines of about the same length as it takes anyway; one piece where there is no such way."""
    found = balanced(line, room / em * CAUTION) if len(line) <= SHORT else ()
    return found if found and len(found) * em <= said(line, room, em) + SMALLEST else (line,)
