"""The key to each variant of a quiz paper: the right answers as they stand on that variant, and a sheet to mark on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.design.stamping import Run
from generator.edition import Edition
from generator.outlines.answers import answers, by_chance
from generator.outlines.grid import grid
from generator.outlines.papers import PaperOutline, papers
from generator.printables import quiz
from generator.printables.sheet import Sheet, no_problems
from generator.set_text import joined

problems = no_problems


def sheets(edition: Edition) -> Iterator[Sheet]:
    codes = dict(quiz.codes(edition))
    for outline in papers(edition):
        yield sheet(edition, outline, codes[outline.id])


def sheet(edition: Edition, outline: PaperOutline, paper_code: str) -> Sheet:
    """`paper_code`: the content code of the paper it belongs to."""
    marked, head = quiz.sheet(edition, outline), outline.head
    return Sheet(
        id=f"{marked.id}-key",
        of=marked.of,
        kind="key",
        title=joined(" · ", (edition.labels.paper.key.title, marked.title)),
        template="quiz_key.html",
        styles=("who.css", "quiz.css", "grid.css", "quiz_key.css"),
        view={
            "quiz": head,
            "compare": edition.labels.paper.key.compare.format(head.variant),
            "paper_code": paper_code,
            "grid": grid(edition, outline),
            "rows": tuple(answers(edition, outline)),
            "starred": outline.stars,
            "slips": outline.slips,
            "reason": outline.paper.pass_mark.why or "",
            "chances": by_chance(edition, outline),
            "outcomes": outline.outcomes,
        },
        route=outline.route,
        paper="A4",
        audience="trainer",
        pages=None,
        foot=quiz.FOOT,
        scanned=quiz.SCANNED.format(version="{version}", id=marked.id, code=paper_code),
        trail=(Run(f" · {edition.labels.paper.key.answered_by} {quiz.LINE[:14]}"),),
        lead=(
            Run(f"{head.variant} #{paper_code} · "),
            Run(edition.labels.paper.key.trainer_only, "bad"),
            Run(" · "),
        ),
        core=marked.core,
    )
