"""Which questions are graded on a paper, and which are left to practise with: none is both."""

from __future__ import annotations

from generator.playbook.model.questions import Observation, Question
from generator.playbook.model.training import Training
from generator.playbook.papers.variants import questions_of


def graded(training: Training) -> frozenset[str]:
    """The ids of all questions that stand on a paper."""
    return frozenset(question.id for paper in training.papers for question in questions_of(training, paper))


def practised(training: Training) -> tuple[Question, ...]:
    """What people may ask themselves, with the answer at once: live, meant for it, and on no paper."""
    asked = graded(training)
    return tuple(
        question
        for question in training.questions
        if question.status == "live"
        and "selfcheck" in question.use
        and question.id not in asked
        and not isinstance(question, Observation)
    )
