"""Training: posts, paths, papers, and the trainer's guide. Never an answer, never a key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.handbook import selfcheck
from generator.handbook.book import Book
from generator.output import Page
from generator.playbook.model.training import Paper, PathStep, Training
from generator.playbook.papers.pool import practised


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
    section = (book.words.nav.training,) if training.guide else ()
    yield book.page(
        "training.html",
        book.words.nav.training,
        "training.html",
        section=section,
        weight=0.5,
        intro=training.intro,
        trainer=training.trainer,
        practised=selfcheck.PAGE if practised(training) else "",
        posts=training.posts,
        days=_days(training, "onboarding"),
        half_day=[step for _, steps in _days(training, "temporary") for step in steps],
        papers=[_card(book, paper) for paper in training.papers],
    )
    if training.guide:
        yield book.page(
            "trainers-guide.html",
            book.words.training.guide,
            "trainers-guide.html",
            section=section,
            weight=0.5,
            guide=training.guide,
            trainer=training.trainer,
        )


def _days(training: Training, course: str) -> list[tuple[int, list[PathStep]]]:
    """The steps of a path by the day they belong to, in the order they are taken."""
    steps = sorted((step for step in training.path if step.course == course), key=lambda step: step.day)
    return [(day, list(those)) for day, those in groupby(steps, lambda step: step.day)]


def _card(book: Book, paper: Paper) -> PaperCard:
    edition = book.edition
    return PaperCard(
        paper,
        len(paper.questions) or sum(draw.n for draw in paper.blueprint),
        edition.fact(paper.pass_mark.percent),
        edition.fact(paper.resit.after) if paper.resit else "",
    )
