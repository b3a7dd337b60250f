"""The answers to a variant in one grid: where they are copied to on the paper, and what stands there on its key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.edition import Edition
from generator.outlines.papers import PaperOutline
from generator.playbook.model.questions import Match, Multi, Order, Single, TrueFalse
from generator.playbook.papers.variants import Placed

WIDE = 12
"""So many narrow cells stand in a row."""


@dataclass(frozen=True)
class Cell:
    """A place in the grid."""

    number: int
    star: bool
    wide: int
    """How many narrow cells it takes: letters or figures in a row need two."""
    answer: str
    """What is right, as it is copied; nothing where the question itself must be read."""


def grid(edition: Edition, paper: PaperOutline) -> tuple[tuple[Cell, ...], ...]:
    """The cells of a variant, row by row; on its paper and on its key at the same places."""
    rows: list[list[Cell]] = [[]]
    for cell in _cells(edition, paper):
        if sum(each.wide for each in rows[-1]) + cell.wide > WIDE:
            rows.append([])
        rows[-1].append(cell)
    return tuple(map(tuple, rows))


def copied(edition: Edition, paper: PaperOutline) -> str:
    """What is copied there, of this variant: letters, true or false, rows of figures."""
    kinds = edition.labels.paper.grid_kinds
    asked = [placed.question for placed in paper.variant.questions]
    said = [kinds.letters] if any(isinstance(each, Single | Multi | Match) for each in asked) else []
    said += [kinds.holds] if any(isinstance(each, TrueFalse) for each in asked) else []
    said += [kinds.numbers] if any(isinstance(each, Order) for each in asked) else []
    return edition.labels.list_join.join(said)


def _cells(edition: Edition, paper: PaperOutline) -> Iterator[Cell]:
    for asked, placed in zip(paper.questions, paper.variant.questions, strict=True):
        wide = 2 if isinstance(placed.question, Match | Order) else 1
        yield Cell(asked.number, asked.star, wide, _answer(edition, placed))


def _answer(edition: Edition, placed: Placed) -> str:
    match placed.question:
        case Single() | Multi():
            return placed.letters
        case TrueFalse(answer=holds):
            return edition.labels.paper.holds if holds else edition.labels.paper.fails
        case Match():
            return " ".join(placed.partners)
        case Order():
            return " ".join(map(str, placed.numbers))
        case _:
            return ""
