"""A quiz for another system: its questions in the order of the first variant, and what a system takes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.edition import Edition
from generator.labels.exports import QuizExportWords
from generator.outlines.asked import Asked, asked
from generator.outlines.papers import PaperOutline, papers
from generator.outlines.practice import practice
from generator.playbook.model.record import Route

PRACTICE = "self-check"
"""What the quiz of all questions to practise with is called in the names of files; a paper has its id."""


@dataclass(frozen=True)
class Quiz:
    """A paper, or the questions to practise with, as other systems get it."""

    edition: Edition
    id: str
    of: str
    route: Route
    name: str
    title: str
    """The name with variant and version: what a trainer compares."""
    about: tuple[str, ...]
    """What is said before the first question."""
    questions: tuple[Asked, ...]

    @property
    def words(self) -> QuizExportWords:
        return self.edition.labels.exports.quiz


@dataclass(frozen=True)
class Dropped:
    """A question that a system does not get, and why."""

    question: Asked
    reason: str


@dataclass(frozen=True)
class Target:
    """A system that takes quizzes."""

    id: str
    ending: str
    """How the name of a file for it ends."""
    refuses: Callable[[Asked], str]
    """Why it cannot take a question, as a field of `DroppedWords`; empty if it can."""
    write: Callable[[Quiz], bytes]

    def taken(self, quiz: Quiz) -> Iterator[Asked]:
        return (each for each in quiz.questions if not self.refuses(each))

    def dropped(self, quiz: Quiz) -> Iterator[Dropped]:
        for each in quiz.questions:
            if why := self.refuses(each):
                yield Dropped(each, getattr(quiz.words.dropped, why))


def quizzes_of(edition: Edition) -> Iterator[Quiz]:
    """Each paper once, as its first variant, for systems shuffle by themselves; then what is practised there."""
    seen: set[str] = set()
    for outline in papers(edition):
        if outline.paper.id not in seen:
            seen.add(outline.paper.id)
            yield _graded(edition, outline)
    if questions := tuple(each for each in practice(edition) if "lms" in each.use):
        name = edition.labels.exports.quiz.practice
        title = f"{name} · {edition.playbook.about.version}"
        yield Quiz(edition, PRACTICE, "training", ("training", "questions"), name, title, (), questions)


def _graded(edition: Edition, outline: PaperOutline) -> Quiz:
    head = outline.head
    return Quiz(
        edition,
        outline.paper.id,
        f"training.{outline.paper.id}",
        outline.route,
        head.title,
        f"{head.title} · {head.variant} · {edition.playbook.about.version}",
        (*head.figures, *head.rules),
        tuple(asked(edition, placed) for placed in outline.variant.questions),
    )
