"""A flow and a calendar as they are drawn: boxes, lines of text and arrows, in units of a pixel on a phone of 360.

Widths are those of our own font with some to spare, since a browser sets the words in one of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import copysign, log2

from generator.design.type import width
from generator.edition import Edition
from generator.outlines.flow import Due, Flow, Stop
from generator.playbook.model.contacts import FollowUp

WIDE = 320.0
"""The width of every picture; a phone of 360 has so much between its margins."""
TALL = 760.0
"""Half as wide as A4 it is as high as the sheet."""
SIZE, SMALL = 14.0, 12.5
"""Of names, and of what stands below them."""
_LINE, _LOW, _PAD, _GAP, _IN = 20.0, 17.0, 10.0, 24.0, 26.0
_SPARE = 1.27
"""The letters of a browser's own font may be so much wider than ours; DejaVu is the widest met."""
_PIECES = re.compile(r"[^\u2e80-\u9fff\uff00-\uffef\s]+\s*|.", re.DOTALL)
_NOT_FIRST = set("，。、；：？！）》」』”’…·,.;:?!)")


@dataclass(frozen=True)
class Written:
    """A line of text, where its base line begins."""

    x: float
    y: float
    text: str
    kind: str
    """`name`, `text` (what leads nowhere), `note` or `script`."""
    to: str = ""
    """Where it leads, as `chapter.id`."""


@dataclass(frozen=True)
class Box:
    """A frame with lines in it."""

    x: float
    y: float
    wide: float
    high: float
    lines: tuple[Written, ...]
    urgent: bool = False

    @property
    def runs(self) -> list[list[Written]]:
        """Lines that belong together: a name, what stands below it, a script."""
        return [[*lines] for _, lines in groupby(self.lines, lambda line: line.kind)]


@dataclass(frozen=True)
class Drawing:
    """What a picture is made of, in the order it is read, and what it tells in words."""

    id: str
    title: str
    said: str
    high: float
    boxes: tuple[Box, ...]
    paths: tuple[str, ...]
    """Lines, as SVG has them."""
    heads: tuple[str, ...] = ()
    """The points of arrows, filled."""
    dots: tuple[tuple[float, float], ...] = ()
    wide: float = WIDE
    stages: int = 0
    """How many of a flow it shows."""


def flow(edition: Edition, drawn: Flow) -> list[Drawing]:
    """Stage below stage with an arrow between, in so many pictures that each stands on a sheet whole."""
    parts: list[Drawing] = []
    stages = drawn.stages
    while stages:
        fit = next(
            (n for n in range(len(stages), 1, -1) if _part(edition, drawn, stages[:n], parts).high <= TALL), 1
        )
        parts.append(_part(edition, drawn, stages[:fit], parts))
        stages = stages[fit:]
    return parts


def _part(
    edition: Edition, drawn: Flow, stages: Sequence[Sequence[Stop]], before: Sequence[Drawing]
) -> Drawing:
    """The stops of a fork hang on one line at their left; what goes on from another picture begins with an arrow."""
    boxes: list[Box] = []
    paths: list[str] = []
    heads: list[str] = []
    y = 1.0 + (_GAP if before else 0)
    for stage in stages:
        if boxes or before:
            paths.append(f"M{WIDE / 2} {y - _GAP + 2:.1f}V{y - 6:.1f}")
            heads.append(f"M{WIDE / 2 - 5} {y - 9:.1f}h10l-5 7z")
        hung = [*_stacked(edition, stage, y)]
        boxes += hung
        if len(hung) > 1:
            middles = [box.y + box.high / 2 for box in hung]
            paths += [
                f"M{_IN / 2} {y:.1f}V{middles[-1]:.1f}",
                *(f"M{_IN / 2} {at:.1f}H{_IN - 5}" for at in middles),
            ]
            heads += [f"M{_IN - 7} {at - 4:.1f}l6 4l-6 4z" for at in middles]
        y = hung[-1].y + hung[-1].high + _GAP
    number = f"-{len(before) + 1}" if before else ""
    told = _said(edition, stages, sum(part.stages for part in before))
    return Drawing(
        f"{drawn.id}{number}",
        drawn.title,
        told,
        y - _GAP + 1,
        tuple(boxes),
        tuple(paths),
        tuple(heads),
        stages=len(stages),
    )


def _stacked(edition: Edition, stage: Sequence[Stop], y: float) -> Iterator[Box]:
    for stop in stage:
        box = _box(edition, stop, _IN if len(stage) > 1 else 1.0, y)
        yield box
        y = box.y + box.high + 8


def calendar(edition: Edition, name: str, start: str, due: Sequence[Due]) -> Drawing:
    """Contacts down a line that begins on the day they count from: the longer the wait, the longer the line."""
    boxes = [_box(edition, Stop(start), 1.0, 1.0)]
    dots: list[tuple[float, float]] = []
    y, before = boxes[0].y + boxes[0].high, min(0.0, due[0].days)
    for each in due:
        y += 12 + 9 * (_far(each.days) - _far(before))
        box = _box(edition, _contact(edition, each), 34.0, y)
        boxes.append(box)
        dots.append((14.0, box.y + 20))
        y, before = y + box.high, each.days
    line = f"M14 {boxes[0].high + 1}V{dots[-1][1]}"
    said = " · ".join(" ".join(line.text for line in box.lines) for box in boxes)
    return Drawing(name, start, said, y + 1, tuple(boxes), (line,), dots=tuple(dots))


def _far(days: float) -> float:
    """How far apart days are drawn: a week is not seven times a day."""
    return copysign(log2(1 + abs(days)), days)


def _when(edition: Edition, contact: FollowUp) -> str:
    """How long after the day it counts from, or before it; nothing on the day itself."""
    due = contact.due
    if due.before:
        words = edition.labels.handbook.follow_ups.before
        return words.format(start=edition.day_of(due.start), before=edition.fact(due.before))
    return edition.fact(due.plus) if due.plus else ""


def _contact(edition: Edition, due: Due) -> Stop:
    contact = due.contact
    join = edition.labels.handbook.quote_join
    note = join.join((edition.role(contact.owner), edition.labels.contacts[contact.contact]))
    name = join.join(filter(None, (_when(edition, contact), contact.name)))
    return Stop(name, f"follow_ups.{contact.id}", note, contact.script or "")


def _box(edition: Edition, stop: Stop, x: float, y: float) -> Box:
    wide = WIDE - x - 1
    script = ""
    if stop.script:
        words = edition.labels.handbook.script_for_it + edition.labels.colon
        script = words + str(edition.item("scripts", stop.script).title)
    told = (
        ("name" if stop.to else "text", stop.name, SIZE, _LINE, stop.to),
        ("note", stop.note, SMALL, _LOW, ""),
        ("script", script, SMALL, _LOW, f"scripts.{stop.script}"),
    )
    lines: list[Written] = []
    at = y + _PAD
    for kind, text, size, high, to in told:
        for line in wrapped(text, (wide - 2 * _PAD) / size, bold=kind == "name"):
            at += high
            lines.append(Written(x + _PAD, at - 5, line, kind, to))
    return Box(x, y, wide, at + _PAD - y, tuple(lines), stop.urgent)


def wrapped(text: str, most: float, *, bold: bool = False) -> Iterator[str]:
    """`text` in lines of at most `most` em; between Chinese characters anywhere but before a mark that closes."""
    line = ""
    for piece in _PIECES.findall(text):
        if line and _wide((line + piece).rstrip(), bold=bold) > most and piece[0] not in _NOT_FIRST:
            yield line.rstrip()
            line = ""
        line += piece
    if line.strip():
        yield line.rstrip()


def _wide(text: str, *, bold: bool) -> float:
    """In em, with room for a wider font: Chinese characters are squares in all of them, letters are not."""
    square = sum(each >= "\u2e80" for each in text)
    return square + (width(text, bold=bold) - square) * _SPARE


def _said(edition: Edition, stages: Sequence[Sequence[Stop]], before: int) -> str:
    """The flow in a line for each stage."""
    told = (edition.labels.list_join.join(stop.name for stop in stage) for stage in stages)
    return " ".join(f"{number}. {said}" for number, said in enumerate(told, before + 1))
