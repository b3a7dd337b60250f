"""Which part of which trade's library a shop means, and what there is for it to choose from."""

from __future__ import annotations

from collections.abc import Iterator

from generator.library.parts import Piece, Unknown, asked_for, meant, offered, pieces
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import items_of

_NOT_OFFERED = ("shop", "placeholders")
"""Chapters whose parts come along with what names them."""


class Several(Exception):
    """Trades have what is called `name`, each in its own words, and nobody said which."""

    def __init__(self, name: str, trades: tuple[str, ...]) -> None:
        self.name, self.trades = name, trades
        super().__init__(name)


def names_of(playbook: Playbook) -> frozenset[str]:
    """Everything a shop has, by name: chapters, items, blanks."""
    items = {f"{chapter}.{name}" for chapter, inside in items_of(playbook).items() for name in inside}
    chapters = {name for name in type(playbook).model_fields if getattr(playbook, name)}
    return frozenset(items | chapters | {f"placeholders.{each.id}" for each in playbook.placeholders})


def there_is(playbook: Playbook, trade: str | None) -> Iterator[tuple[Piece, tuple[str, ...]]]:
    """Every part of the library that the shop lacks and can ask for, with the trades that have it."""
    have = names_of(playbook)
    trades = (trade,) if trade else asked_for(playbook.about.began)[0]
    found: dict[str, Piece] = {}
    for each in trades:
        for name, piece in offered(each).items():
            if name not in have and piece.chapter not in _NOT_OFFERED:
                found.setdefault(name, piece)
    # What comes along by itself is seldom asked for: it stands at the end.
    for name, piece in sorted(found.items(), key=lambda each: each[1].chapter in ("roles", "facts")):
        if not piece.field or piece.chapter in have:
            yield piece, tuple(each for each in trades if name in pieces(each))


def trade_for(names: tuple[str, ...], trades: tuple[str, ...]) -> str:
    """The trade that has all that is named; Unknown if none has, Several if they say it differently."""
    having, faults = [], []
    for trade in trades:
        try:
            for name in names:
                meant(name, offered(trade))
        except Unknown as fault:
            faults.append(fault)
        else:
            having.append(trade)
    if not having:
        raise max(faults, key=lambda fault: bool(fault.near))
    for name in names:
        first, *others = (meant(name, offered(trade)).value for trade in having)
        if any(other != first for other in others):
            raise Several(name, tuple(having))
    return having[0]
