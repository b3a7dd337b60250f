"""Training: the path of the first weeks, and what each paper asks for. Never an answer, never a key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.handbook.book import Book
from generator.output import Page
from generator.playbook.training import Paper, PathStep


@dataclass(frozen=True)
class PaperCard:
    """What people may know of a paper beforehand."""

    paper: Paper
    count: int
    pass_mark: str
    wait: str


def pages(book: Book) -> Iterator[Page]:
    training = book.edition.playbook.training
    if training is None:
        return
    days: list[tuple[int, list[PathStep]]] = [
        (day, list(steps))
        for day, steps in groupby(sorted(training.path, key=lambda s: s.day), lambda s: s.day)
    ]
    yield book.page(
        "training.md",
        book.words.nav.training,
        "training.md",
        weight=0.5,
        intro=training.intro,
        trainer=training.trainer,
        days=days,
        papers=[_card(book, paper) for paper in training.papers],
    )


def _card(book: Book, paper: Paper) -> PaperCard:
    edition = book.edition
    return PaperCard(
        paper,
        len(paper.questions) or sum(draw.n for draw in paper.blueprint),
        edition.fact(paper.pass_mark.percent),
        edition.fact(paper.resit.after) if paper.resit else "",
    )
