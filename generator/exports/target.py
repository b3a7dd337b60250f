"""A quiz for another system: its questions in the order of the first variant, and what a system takes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import NamedTuple

from generator.edition import Edition
from generator.labels.exports import QuizExportWords
from generator.outlines.asked import Asked, asked
from generator.outlines.papers import papers
from generator.outlines.practice import practice, practises
from generator.playbook.model.record import Route

PRACTICE = "self-check"
"""What the quiz of all questions to practise with is called in the names of files; a paper has its id."""
LMS = "lms"
"""The use of a question that other systems ask as practice."""


class Written(NamedTuple):
    """What stands in a quiz."""

    title: str
    about: tuple[str, ...]
    questions: tuple[Asked, ...]


@dataclass(frozen=True)
class Quiz:
    """A paper, or the questions to practise with, as other systems get it."""

    edition: Edition
    id: str
    of: str
    route: Route
    name: str
    written: Callable[[], Written]
    """What stands in it: found when somebody asks, as a list of files has no use for it."""

    @cached_property
    def _written(self) -> Written:
        return self.written()

    @property
    def title(self) -> str:
        """The name with variant and version: what a trainer compares."""
        return self._written.title

    @property
    def about(self) -> tuple[str, ...]:
        """What is said before the first question."""
        return self._written.about

    @property
    def questions(self) -> tuple[Asked, ...]:
        return self._written.questions

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
    training = edition.playbook.training
    for at, paper in enumerate(training.papers if training else ()):
        route: Route = ("training", "papers", at)
        yield Quiz(
            edition, paper.id, f"training.{paper.id}", route, paper.title, partial(_graded, edition, paper.id)
        )
    if practises(edition, LMS):
        name, route = edition.labels.exports.quiz.practice, ("training", "questions")
        yield Quiz(edition, PRACTICE, "training", route, name, partial(_practised, edition))


def _graded(edition: Edition, paper: str) -> Written:
    outline = next(each for each in papers(edition) if each.paper.id == paper)
    head = outline.head
    return Written(
        f"{head.title} · {head.variant} · {edition.playbook.about.version}",
        (*head.figures, *head.rules),
        tuple(asked(edition, placed) for placed in outline.variant.questions),
    )


def _practised(edition: Edition) -> Written:
    title = f"{edition.labels.exports.quiz.practice} · {edition.playbook.about.version}"
    return Written(title, (), tuple(each for each in practice(edition) if LMS in each.use))
