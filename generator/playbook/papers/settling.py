"""One of its possible letters for each question, so that the key is good and as few as can be leave their first.

Every question has a first letter that only ids decide. What is wrong with the key of all first letters is mended
one fault at a time, with the fewest questions; of those ways the one that reaches least far down the paper is
taken. So a question that is added, or an option, leaves nearly all others as they were.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, groupby

from generator.playbook.papers.answer_keys import (
    LETTERS,
    PERIODS,
    RUN,
    Key,
    Shares,
    fair,
    faults,
    likeness,
    rounds,
    too_far,
    twins,
)

MOVES = 7
"""So many questions may leave their first letter before a key that is only near to good will do."""
TRIES = 6_000
"""So many keys are looked at for each number of them."""
STARTS = 12
"""How often the search for one near to good begins anew where no change leads further."""

Possible = Mapping[str, tuple[str, ...]]
"""The letters each question may have, its first choice first."""


def settled(possible: Possible, singles: frozenset[str], others: tuple[Key, ...]) -> Key:
    """The good key with the fewest changes from the first letters; the nearest to good where there is none."""
    search = _Search(possible, singles, others)
    for many in range(MOVES + 1):
        if found := search.mended(many):
            return found
    return _nearest(possible, search.cost)


@dataclass(frozen=True)
class _Fault:
    """Something that gives a key away."""

    among: tuple[str, ...]
    """One of these questions must change, or it stays."""
    need: int = 1
    """At least so many must."""
    away: str = ""
    """Only from this letter,"""
    towards: str = ""
    """or to this one, where there are such."""

    def helped_by(self, before: str, after: str) -> bool:
        return not self.away or before == self.away or after == self.towards


@dataclass
class _Search:
    """All that a key hangs on, and what has been looked at."""

    possible: Possible
    singles: frozenset[str]
    others: tuple[Key, ...]
    shares: Shares = field(init=False)
    seen: set[frozenset[tuple[str, str]]] = field(default_factory=set)

    def __post_init__(self) -> None:
        widths = (LETTERS.index(max("".join(self.possible[name]))) + 1 for name in sorted(self.singles))
        self.shares = fair(widths)

    def cost(self, key: Key) -> int:
        ours = "".join(letters for name, letters in key.items() if name in self.singles)
        # A key that can be guessed is worse than two variants that are much alike.
        return 3 * faults(ours, self.shares) + sum(likeness(key, other) for other in self.others)

    def mended(self, many: int) -> Key | None:
        """The good key with so many changes, of those the one whose last change comes first; None if none is good."""
        self.seen.clear()
        first = {name: letters[0] for name, letters in self.possible.items()}

        def from_below(key: Key) -> list[int]:
            return [letters.index(key[name]) for name, letters in reversed(tuple(self.possible.items()))]

        return min(self._ways(first, {}, many), key=from_below, default=None)

    def _ways(self, key: dict[str, str], changed: dict[str, str], left: int) -> Iterator[Key]:
        """Every good key that so many more changes lead to: each changes what the first fault lies in."""
        before = len(self.seen)
        self.seen.add(frozenset(changed.items()))
        if len(self.seen) == before or before >= TRIES:
            return
        fault = next(self._faults(key), None)
        if fault is None:
            yield key
        elif fault.need <= left:
            for name in fault.among:
                for letters in self.possible[name][1:] if name not in changed else ():
                    if fault.helped_by(key[name], letters):
                        yield from self._ways({**key, name: letters}, {**changed, name: letters}, left - 1)

    def _faults(self, key: Key) -> Iterator[_Fault]:
        ones = tuple(name for name in key if name in self.singles)
        ours = "".join(key[name] for name in ones)
        at = 0
        for _, run in groupby(ours):
            end = at + len(list(run))
            if end - at > RUN:
                yield _Fault(ones[at:end])
            at = end
        over = {letter: ours.count(letter) - share for letter, share in self.shares.items()}
        if over:
            most, least = max(over, key=over.__getitem__), min(over, key=over.__getitem__)
            if far := too_far(over[most], over[least]):
                # A question that goes from the one to the other brings them nearer by two.
                yield _Fault(ones, -(-far // 2), most, least)
        for period in PERIODS:
            yield from (_Fault(ones[where]) for where in rounds(ours, period))
        for other in self.others:
            if alike := likeness(key, other):
                same = tuple(name for name in key if other.get(name) == key[name])
                yield _Fault(tuple(key)) if twins(key, other) else _Fault(same, alike)


def _nearest(possible: Possible, cost: Callable[[Key], int]) -> Key:
    """A key as near to good as can be found by changing one question or two at a time."""
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


def _better(key: Key, possible: Possible, cost: Callable[[Key], int], many: int) -> Key | None:
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
