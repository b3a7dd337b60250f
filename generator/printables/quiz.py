"""Quiz papers: a sheet for every variant, to be answered with a pen. Kept by the trainer until they are sat."""

from __future__ import annotations

from collections.abc import Iterator

from generator.design.stamping import Run
from generator.edition import Edition, once
from generator.outlines.papers import PaperOutline, papers
from generator.printables.sheet import Sheet, no_problems, set_in
from generator.set_text import joined

problems = no_problems


def sheets(edition: Edition) -> Iterator[Sheet]:
    return map(sheet, papers(edition))


@once
def codes(edition: Edition) -> Iterator[tuple[str, str]]:
    """For each variant the content code that stands at its foot."""
    for outline in papers(edition):
        yield outline.id, set_in(edition, sheet(outline)).code


def sheet(outline: PaperOutline) -> Sheet:
    quiz = outline.head
    return Sheet(
        id=f"quiz-{outline.id}",
        of=f"training.{outline.paper.id}",
        kind="quiz",
        title=joined(" · ", (quiz.title, quiz.variant)),
        template="quiz.html",
        styles=("who.css", "quiz.css"),
        view={"quiz": quiz, "questions": outline.questions, "how": outline.how},
        route=outline.route,
        paper="A4",
        audience="trainer",
        pages=None,
        lead=(Run(f"{quiz.variant} · "),),
        core=outline.paper.core,
    )
