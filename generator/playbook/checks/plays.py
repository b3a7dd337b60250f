"""Role-plays and observations: two trainers who saw the same come to the same result."""

from __future__ import annotations

from collections.abc import Iterator

from generator.playbook.checks.index import Check, Known
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.questions import Observation
from generator.playbook.model.record import Route
from generator.playbook.problems import Problem


def plays(playbook: Playbook) -> Iterator[tuple[Route, Observation]]:
    training = playbook.training
    for index, question in enumerate(training.questions if training else ()):
        if isinstance(question, Observation) and question.status == "live":
            yield ("training", "questions", index), question


def starred_behaviour_is_done_or_not(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, play in plays(playbook):
        for number, criterion in enumerate(play.criteria):
            if criterion.critical and len(criterion.levels) > 2:
                details = {"name": criterion.id, "count": str(len(criterion.levels))}
                yield Problem("star-in-between", (*route, "criteria", number, "levels"), details, at_key=True)


def a_play_says_when_it_is_passed(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, play in plays(playbook):
        if play.percent is None:
            yield Problem("play-no-mark", route, {"name": play.id})


CHECKS: tuple[Check, ...] = (starred_behaviour_is_done_or_not, a_play_says_when_it_is_passed)
