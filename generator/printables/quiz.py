"""Quiz papers: a sheet for every variant, to be answered with a pen. Kept by the trainer until they are sat."""

from __future__ import annotations

from collections.abc import Iterator

from generator.design.stamping import Foot, Place, Run, Square
from generator.edition import Edition, once
from generator.outlines.grid import copied, grid
from generator.outlines.papers import PaperOutline, papers
from generator.printables.sheet import Sheet, no_problems, set_in
from generator.set_text import joined

FOOT = Foot((Place(20, 192, 287.2),), square=Square(middle=285.6, size=9.6), numbered=True)
"""With a code to scan, above what printers leave white."""
LINE = "_" * 24
"""A name is written on every page: sheets come apart."""
SCANNED = "{version}/{id}/{code}"
"""What the code on a paper and on its key says: both must say the same."""

problems = no_problems


def sheets(edition: Edition) -> Iterator[Sheet]:
    return (sheet(edition, outline) for outline in papers(edition))


@once
def codes(edition: Edition) -> Iterator[tuple[str, str]]:
    """For each variant the content code that stands at its foot."""
    for outline in papers(edition):
        yield outline.id, set_in(edition, sheet(edition, outline)).code


def sheet(edition: Edition, outline: PaperOutline) -> Sheet:
    quiz = outline.head
    return Sheet(
        id=f"quiz-{outline.id}",
        of=f"training.{outline.paper.id}",
        kind="quiz",
        title=joined(" · ", (quiz.title, quiz.variant)),
        template="quiz.html",
        styles=("who.css", "quiz.css", "grid.css"),
        view={
            "quiz": quiz,
            "questions": outline.questions,
            "how": outline.how,
            "grid": grid(edition, outline),
            "grid_how": edition.labels.paper.grid_how.format(copied(edition, outline)),
        },
        route=outline.route,
        paper="A4",
        audience="trainer",
        pages=None,
        foot=FOOT,
        scanned=SCANNED,
        lead=(Run(f"{quiz.variant} · "),),
        trail=(Run(f" · {edition.labels.paper.name} {LINE}"),),
        core=outline.paper.core,
    )
