"""How many lines a text takes on paper, by the widths of the print fonts."""

from __future__ import annotations

import re
from math import ceil

from generator.design.type import width
from generator.design.typesetting import together

MM_PER_PT = 25.4 / 72
_CAUTION = 0.985
_HAN = r"\u2e80-\u9fff\uf900-\uffef“”‘’…—·"
_OPENING, _CLOSING = "（《〈「『【〔“‘", "，。、；：？！）》〉」』】〕”’…—·"
_PIECES = re.compile(rf"[{_OPENING}]*[{_HAN}][{_CLOSING}]*|[^ \n{_HAN}]+[{_CLOSING}]*| +")
"""What stays together on a line: a word, or a Chinese character with its punctuation."""


def lines(text: str, room: float, points: float, *, bold: bool = False) -> int:
    """The lines that `text` takes at `points` where a line is `room` mm long; rather one too many."""
    em = points * MM_PER_PT
    return sum(_lines(part, room * _CAUTION / em, bold) for part in together(text).split("\n"))


def length(text: str, points: float, *, bold: bool = False) -> float:
    """How long `text` is on one line, in mm."""
    return width(text, bold=bold) * points * MM_PER_PT


def pieces(text: str) -> tuple[str, ...]:
    """What of a text stays together on a line: each word, each Chinese character with its marks."""
    return tuple(piece for piece in _PIECES.findall(together(text)) if piece.strip())


def _lines(text: str, room: float, bold: bool) -> int:
    count, used = 1, 0.0
    for piece in _PIECES.findall(text):
        wide = width(piece, bold=bold)
        if used + wide > room and piece.strip(" "):
            # A word longer than a line is broken across several.
            count += (used > 0) + max(ceil(wide / room) - 1, 0)
            used = 0.0
        used += min(wide, room)
    return count
