"""Role-plays: the trainer's card with a sheet to mark on behind it, and the trainees' cards to cut apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.design.stamping import Run
from generator.edition import Edition
from generator.outlines.counted import counted
from generator.playbook.model.questions import RolePlay
from generator.playbook.model.record import Route
from generator.playbook.papers.grading import points_for
from generator.printables.sheet import Sheet, no_problems
from generator.set_text import joined

problems = no_problems


def sheets(edition: Edition) -> Iterator[Sheet]:
    plays = tuple(_plays(edition))
    for route, play in plays:
        yield sheet(edition, route, play)
    if plays:
        yield cards(edition, tuple(play for _, play in plays))


def _plays(edition: Edition) -> Iterator[tuple[Route, RolePlay]]:
    training = edition.playbook.training
    for index, question in enumerate(training.questions if training else ()):
        if isinstance(question, RolePlay) and question.status == "live":
            yield ("training", "questions", index), question


def sheet(edition: Edition, route: Route, play: RolePlay) -> Sheet:
    return _for_the_trainer(
        id=f"role-play-{play.id.removeprefix('q-').removeprefix('play-')}",
        of=f"training.{play.id}",
        title=joined(" · ", (edition.labels.paper.play.title, play.title)),
        lead=(Run(edition.labels.paper.key.trainer_only, "bad"), Run(" · ")),
        template="role_play.html",
        view={
            "play": play,
            "figures": figures(edition, play),
            "full": full(play),
            "starred": starred(play),
            "needed": needed(edition, play),
        },
        route=route,
        core=play.core,
    )


def cards(edition: Edition, plays: tuple[RolePlay, ...]) -> Sheet:
    """What trainees may know beforehand, a slip for each scene."""
    return _for_the_trainer(
        id="role-play-cards",
        of="training",
        title=edition.labels.paper.play.cards,
        template="role_play_cards.html",
        view={"plays": plays, "figures": [figures(edition, play) for play in plays]},
        route=("training", "questions"),
        core=any(play.core for play in plays),
    )


def _for_the_trainer(**about: Any) -> Sheet:
    styles = ("who.css", "quiz.css", "quiz_key.css", "role_play.css")
    return Sheet(kind="role-play", styles=styles, paper="A4", audience="trainer", pages=None, **about)


def figures(edition: Edition, play: RolePlay) -> tuple[str, ...]:
    """How long it takes and what it brings."""
    words = edition.labels.paper
    return (
        counted(edition, words.minutes, play.minutes),
        words.full.format(counted(edition, words.points, full(play))),
    )


def full(play: RolePlay) -> int:
    """All points that can be had."""
    return sum(max(level.score for level in criterion.levels) for criterion in play.criteria)


def starred(play: RolePlay) -> bool:
    """Whether there are behaviours that must be seen."""
    return any(criterion.critical for criterion in play.criteria)


def needed(edition: Edition, play: RolePlay) -> str:
    """When the scene is passed; nothing where no share of the points is set."""
    if play.percent is None:
        return ""
    words = edition.labels.paper
    mark = points_for(full(play), float(edition.value(play.percent)))
    said = words.play.needed if starred(play) else words.play.needed_alone
    return said.format(points=counted(edition, words.points, mark))
