"""Which letters a key may have: spread evenly, without a pattern, unlike the keys of the other variants."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations, groupby

LETTERS = "ABCDEFGH"
SPREAD = 2
"""The commonest letter may come so many times more than the rarest."""
RUN = 3
"""The same letter may come so many times one after another."""
PERIODS = (2, 3)
"""Lengths of a pattern such as ABABAB or ABCABCABC; three rounds of it, or a whole key of two, are seen."""
STARTS = 12
"""How often the search begins anew where one change at a time leads no further."""

Key = Mapping[str, str]
"""The right letters by question, in printed order: B, or AC where several options are right."""


def faults(key: str, width: int) -> int:
    """How far the letters of the single choices are from good; 0 if nothing gives them away.

    `width` is the number of letters there are: the most options a question has.
    """
    counts = [key.count(letter) for letter in LETTERS[:width]]
    uneven = sum(max(0, abs(one - other) - SPREAD) for one, other in combinations(counts, 2))
    runs = sum(max(0, len(list(run)) - RUN) for _, run in groupby(key))
    return uneven + runs + sum(_rounds(key, period) for period in PERIODS)


def _rounds(key: str, period: int) -> int:
    """How often a pattern of this length comes round and round."""
    length = min(len(key), 3 * period)
    if length < 2 * period:
        return 0
    stretches = (key[at : at + length] for at in range(len(key) - length + 1))
    return sum(stretch[:-period] == stretch[period:] for stretch in stretches)


def likeness(key: Key, other: Key) -> int:
    """How much two variants' keys are too much alike; 0 if half of the letters differ and so does the whole."""
    same = sum(other.get(name) == letters for name, letters in key.items())
    twins = bool(key) and list(key.values()) == list(other.values())
    return max(0, same - len(key) // 2) + twins


def settled(possible: Mapping[str, tuple[str, ...]], singles: frozenset[str], others: tuple[Key, ...]) -> Key:
    """For each question one of its possible letters, so that the key is good; the nearest to good if none is.

    The first possible letters are kept wherever they can be, so that an edit moves few questions.
    """
    width = max((LETTERS.index(max("".join(possible[name]))) + 1 for name in singles), default=0)

    def cost(key: Key) -> int:
        ours = "".join(letters for name, letters in key.items() if name in singles)
        # A key that can be guessed is worse than two variants that are much alike.
        return 3 * faults(ours, width) + sum(likeness(key, other) for other in others)

    best: Key = {name: letters[0] for name, letters in possible.items()}
    for start in range(STARTS):
        found: Key = {
            name: letters[start * place * place // 3 % len(letters)]
            for place, (name, letters) in enumerate(possible.items(), 1)
        }
        while cost(found) and (
            better := _better(found, possible, cost, 1) or _better(found, possible, cost, 2)
        ):
            found = better
        for name, letters in possible.items():
            # What was changed for the sake of another change need not stay.
            if cost(first := {**found, name: letters[0]}) <= cost(found):
                found = first
        if cost(found) < cost(best):
            best = found
        if not cost(best):
            break
    return best


def _better(
    key: Key, possible: Mapping[str, tuple[str, ...]], cost: Callable[[Key], int], many: int
) -> Key | None:
    """The key after the change, of so many questions, that helps most; None if none helps.

    Two changes at once where one is not enough: beginning anew would move most of the questions.
    """
    changes = (
        (rank, name, letters)
        for name, each in possible.items()
        for rank, letters in enumerate(each)
        if letters != key[name]
    )
    moves = (
        (cost({**key, **{name: letters for _, name, letters in each}}), each)
        for each in combinations(changes, many)
        if len({name for _, name, _ in each}) == many
    )
    least, best = min(moves, default=(cost(key), ()))
    return {**key, **{name: letters for _, name, letters in best}} if least < cost(key) else None
