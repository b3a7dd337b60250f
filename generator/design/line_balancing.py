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
_Breaks = tuple[tuple[int, int], ...]


def balanced(text: str, room: float) -> tuple[str, ...]:
    """The fewest lines no wider than `room` in em, the widest as short as can be; none if there is no such way.

    Chinese is broken after punctuation only, other text between words.
    """
    return next((lines for lines in (_cut(text, way) for way in _ways(text)) if _widest(lines) <= room), ())


@cache
def _ways(text: str) -> tuple[_Breaks, ...]:
    """Where `text` is best broken into one line, two, three and so on, as far as it has places to break."""
    breaks = [found.span() for found in (_CLAUSE if _HAN.search(text) else _WORD).finditer(text)]
    found = []
    for count in range(1, MOST + 1):
        ways = [way for way in combinations(breaks, count - 1) if all(_cut(text, way))]
        found += [min(ways, key=lambda way: _widest(_cut(text, way)))] if ways else []
    return tuple(found)


def _cut(text: str, breaks: _Breaks) -> tuple[str, ...]:
    starts = (0, *(end for _, end in breaks))
    ends = (*(start for start, _ in breaks), len(text))
    return tuple(text[start:end] for start, end in zip(starts, ends, strict=True))


def _widest(way: tuple[str, ...]) -> float:
    return max(width(line, bold=True) for line in way)
