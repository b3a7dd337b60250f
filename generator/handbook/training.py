"""Training: posts, paths, papers, and the trainer's guide. Never an answer, never a key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.handbook import selfcheck
from generator.handbook.book import Book
from generator.outlines.counted import counted
from generator.outlines.path import Path, days_of, paths, whole
from generator.output import Page
from generator.playbook.model.training import Paper
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
        ways=[(path.whose, _page_of(path)) for path in paths(book.edition)],
        days=[(day.number, day.steps) for day in days_of(training, "onboarding")],
        half_day=[step for day in days_of(training, "temporary") for step in day.steps],
        papers=[_card(book, paper) for paper in training.papers],
    )
    for path in paths(book.edition):
        yield _path(book, path, section)
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


def _page_of(path: Path) -> str:
    return f"path-{path.id}.html"


def _path(book: Book, path: Path, section: tuple[str, ...]) -> Page:
    """The way into one post, by its days; what is done at each step stands on the page of all."""
    words, papers = book.edition.labels.sheet.onboarding, book.edition.labels.paper
    return book.page(
        _page_of(path),
        f"{words.title} · {path.whose}",
        "path-page.html",
        section=section,
        weight=0.2,
        words=words,
        whole=whole(book.edition, path),
        path=path,
        takes=lambda minutes: counted(book.edition, papers.minutes, minutes),
    )


def _card(book: Book, paper: Paper) -> PaperCard:
    edition = book.edition
    return PaperCard(
        paper,
        len(paper.questions) or sum(draw.n for draw in paper.blueprint),
        edition.fact(paper.pass_mark.percent),
        edition.fact(paper.resit.after) if paper.resit else "",
    )
