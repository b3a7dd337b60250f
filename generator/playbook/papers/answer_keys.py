"""Which letters a key may have: spread evenly, without a pattern, unlike the keys of the other variants."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from itertools import combinations, groupby

LETTERS = "ABCDEFGH"
SPREAD = 2
"""The commonest letter may come so many times more than the rarest."""
RUN = 3
"""The same letter may come so many times one after another."""
PERIODS = (2, 3)
"""Lengths of a pattern such as ABABAB or ABCABCABC; three rounds of it, or a whole key of two, are seen."""

Key = Mapping[str, str]
"""The right letters by question, in printed order: B, or AC where several options are right."""
Shares = Mapping[str, float]
"""How often each letter would come if a question's options were right equally often."""


def fair(widths: Iterable[int]) -> Shares:
    """From how many options each single choice has: a letter that few have need not come as often as the others."""
    found: dict[str, float] = {}
    for width in widths:
        for letter in LETTERS[:width]:
            found[letter] = found.get(letter, 0.0) + 1 / width
    return found


def faults(key: str, shares: Shares) -> int:
    """How far the letters of the single choices are from good; 0 if nothing gives them away."""
    over = {letter: key.count(letter) - share for letter, share in shares.items()}
    uneven = sum(too_far(one, other) for one, other in combinations(over.values(), 2))
    runs = sum(max(0, len(list(run)) - RUN) for _, run in groupby(key))
    return uneven + runs + sum(len(rounds(key, period)) for period in PERIODS)


def too_far(one: float, other: float) -> int:
    """By how many letters more than allowed two of them are apart, each counted from its share."""
    return math.ceil(max(0.0, round(abs(one - other) - SPREAD, 6)))


def rounds(key: str, period: int) -> list[slice]:
    """Where a pattern of this length comes round and round."""
    length = min(len(key), 3 * period)
    if length < 2 * period:
        return []
    stretches = (slice(at, at + length) for at in range(len(key) - length + 1))
    return [where for where in stretches if key[where][:-period] == key[where][period:]]


def likeness(key: Key, other: Key) -> int:
    """How much two variants' keys are too much alike; 0 if half of the letters differ and so does the whole."""
    same = sum(other.get(name) == letters for name, letters in key.items())
    return max(0, same - len(key) // 2) + twins(key, other)


def twins(key: Key, other: Key) -> bool:
    """Whether two keys read the same from top to bottom."""
    return bool(key) and list(key.values()) == list(other.values())
