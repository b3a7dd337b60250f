"""A text and its room in, lines of about the same length out: how large words on a wall are broken."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations

from generator.design.type import width

MOST = 4
"""Lines that one text may take."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_CLAUSE = re.compile(r"(?<=[，、；：。])")
_WORD = re.compile(r"(?<=[^\d\s])\s+(?=\S)|(?<=[,;:.])\s+")
"""Between words, but not between a figure and what it counts."""


def balanced(text: str, room: float) -> tuple[str, ...]:
    """The fewest lines no wider than `room` in em, the widest as short as can be; none if there is no such way.

    Chinese is broken after punctuation only, other text between words.
    """
    return next((way for way in _ways(text) if _widest(way) <= room), ())


@cache
def _ways(text: str) -> tuple[tuple[str, ...], ...]:
    """The best way to break `text` into one line, two, three and so on, as far as it has places to break."""
    breaks = [found.span() for found in (_CLAUSE if _HAN.search(text) else _WORD).finditer(text)]
    found = []
    for count in range(1, MOST + 1):
        ways = (_cut(text, chosen) for chosen in combinations(breaks, count - 1))
        found.append(min((way for way in ways if all(way)), key=_widest, default=()))
    return tuple(way for way in found if way)


def _cut(text: str, breaks: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
    starts = (0, *(end for _, end in breaks))
    ends = (*(start for start, _ in breaks), len(text))
    return tuple(text[start:end] for start, end in zip(starts, ends, strict=True))


def _widest(way: tuple[str, ...]) -> float:
    return max(width(line, bold=True) for line in way)
