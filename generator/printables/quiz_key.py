"""The key to each variant of a quiz paper: the right answers as they stand on that variant, and a sheet to mark on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.design.stamping import Run
from generator.edition import Edition
from generator.outlines.answers import answers
from generator.outlines.counted import counted
from generator.outlines.papers import PaperOutline, papers
from generator.playbook.model.training import Paper
from generator.printables import quiz
from generator.printables.sheet import Sheet, no_problems, set_in
from generator.set_text import joined


@dataclass(frozen=True)
class Outcome:
    """A result to tick: when it is reached, and what follows."""

    name: str
    when: str
    then: str = ""


problems = no_problems


def sheets(edition: Edition) -> Iterator[Sheet]:
    for outline in papers(edition):
        yield sheet(edition, outline)


def sheet(edition: Edition, outline: PaperOutline) -> Sheet:
    marked = quiz.sheet(outline)
    head, paper_code = outline.head, set_in(edition, marked).code
    return Sheet(
        id=f"{marked.id}-key",
        of=marked.of,
        kind="key",
        title=joined(" · ", (edition.labels.paper.key.title, marked.title)),
        template="quiz_key.html",
        styles=("quiz.css", "quiz_key.css"),
        view={
            "quiz": head,
            "compare": edition.labels.paper.key.compare.format(head.variant),
            "paper_code": paper_code,
            "rows": tuple(answers(edition, outline)),
            "starred": outline.stars,
            "outcomes": tuple(_outcomes(edition, outline)),
        },
        route=outline.route,
        paper="A4",
        audience="trainer",
        pages=None,
        lead=(
            Run(f"{head.variant} #{paper_code} · "),
            Run(edition.labels.paper.key.trainer_only, "bad"),
            Run(" · "),
        ),
        core=marked.core,
    )


def _outcomes(edition: Edition, outline: PaperOutline) -> Iterator[Outcome]:
    words, limits = edition.labels.paper.key, outline.marks
    both, either = (words.and_stars, words.or_stars) if outline.stars else ("{}", "{}")
    yield Outcome(words.passed, both.format(words.at_least.format(f"{limits.passed:g}")))
    if limits.oral:
        low, high = limits.oral
        between = words.from_to.format(low=f"{low:g}", high=f"{high:g}")
        one = counted(edition, edition.labels.paper.points, low)
        yield Outcome(words.oral, both.format(between if low < high else one))
    yield Outcome(
        words.resit,
        either.format(words.at_most.format(f"{limits.failed:g}")),
        words.then.join(_resit(edition, outline.paper)),
    )


def _resit(edition: Edition, paper: Paper) -> Iterator[str]:
    words, resit = edition.labels.paper.key, paper.resit
    if resit:
        yield words.later.format(edition.fact(resit.after))
        if resit.other_variant and len(paper.variants) > 1:
            yield words.other_variant
        yield counted(edition, words.times, resit.max)
