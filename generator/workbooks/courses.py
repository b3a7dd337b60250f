"""What a colleague can learn and be examined in: courses, papers and role-plays, and when each is passed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from generator.edition import Edition
from generator.outlines.path import retests
from generator.playbook.calendar import Span
from generator.playbook.model.questions import Question, RolePlay
from generator.playbook.model.training import Paper, Training
from generator.playbook.papers.grading import marks, points_for
from generator.playbook.papers.variants import questions_of
from generator.workbooks.lists import Value


@dataclass(frozen=True)
class Learned:
    """A line of what can be learned; figures are points, 0 where there are none."""

    id: str
    title: str
    kind: str
    """course, paper, play or retest"""
    minutes: int
    full: int = 0
    passed: float = 0
    """From here on it is passed."""
    failed: float = 0
    """Down from here it is not; between the two a few questions aloud decide."""
    themes: tuple[str, ...] = ()
    """What must be right, whatever the points."""
    variants: tuple[str, ...] = ()
    resit: str = ""
    """The fact that says how long to wait for the next try; none if empty."""
    tries: int = 0
    """How often it may be sat again; without end if 0."""
    after: int = 0
    """Of a retest: so many days after a paper was passed."""


def learned(edition: Edition) -> tuple[Learned, ...]:
    training = edition.playbook.training
    if training is None:
        return ()
    plays = [each for each in training.questions if isinstance(each, RolePlay) and each.status == "live"]
    return (
        *_courses(edition, training),
        *(_paper(edition, training, paper) for paper in _first_sat(training)),
        *(_play(edition, play) for play in plays),
        *(_retests(edition, training) if training.papers else ()),
    )


def _retests(edition: Edition, training: Training) -> Iterator[Learned]:
    words = edition.labels.sheet.onboarding
    for day, asked in retests(edition, training):
        title = edition.labels.workbooks.training.retest.format(words.after.format(day), asked)
        yield Learned(f"retest-{day}", title, "retest", 0, after=day)


def _courses(edition: Edition, training: Training) -> Iterator[Learned]:
    words = edition.labels.workbooks.training
    for course, title in (("onboarding", words.onboarding), ("temporary", words.temporary)):
        steps = [step for step in training.path if step.course == course]
        if steps:
            yield Learned(course, title, "course", sum(step.minutes for step in steps))


def _paper(edition: Edition, training: Training, paper: Paper) -> Learned:
    asked: tuple[Question, ...] = questions_of(training, paper)
    rule = paper.pass_mark
    limits = marks(asked, float(edition.value(rule.percent)), rule.borderline)
    starred = [each.topic for each in asked if each.critical and rule.critical != "none"]
    return Learned(
        paper.id,
        str(paper.title),
        "paper",
        paper.minutes,
        limits.full,
        limits.passed,
        limits.failed,
        tuple(edition.labels.topics[topic] for topic in dict.fromkeys(starred)),
        tuple(_variants(edition, paper)),
        paper.resit.after if paper.resit else "",
        paper.resit.max if paper.resit else 0,
    )


def _first_sat(training: Training) -> Iterator[Paper]:
    """All papers but those that only stand in for one before them: a resit is a line of that one."""
    again: set[str | None] = set()
    for paper in training.papers:
        if paper.id not in again:
            yield paper
            again.add(paper.resit.paper if paper.resit else None)


def _variants(edition: Edition, paper: Paper) -> Iterator[str]:
    """The letters of a paper, and those of the paper its resit is sat on."""
    yield from paper.variants
    if paper.resit and paper.resit.paper:
        again: Paper = edition.item("training", paper.resit.paper)
        yield from (f"{edition.labels.paper.key.resit} {letter}" for letter in again.variants)


def _play(edition: Edition, play: RolePlay) -> Learned:
    full = sum(max(level.score for level in each.levels) for each in play.criteria)
    percent: Any = edition.value(play.percent) if play.percent else 0
    mark = points_for(full, float(percent), 1.0)
    themes = tuple(str(each.name) for each in play.criteria if each.critical)
    return Learned(play.id, str(play.title), "play", play.minutes, full, mark, mark - 1, themes)


def told(edition: Edition, items: Sequence[Learned]) -> dict[str, Sequence[Value]]:
    """What the register's lists hold of each: figures to reckon with, points as half points, and the same as said."""
    return {
        "kind": [each.kind for each in items],
        "minutes": [each.minutes for each in items],
        "full": [each.full for each in items],
        "passed": [half(each.passed) for each in items],
        "failed": [half(each.failed) for each in items],
        "starred": [len(each.themes) for each in items],
        "said-themes": [edition.labels.list_join.join(each.themes) for each in items],
        "variants": [edition.labels.list_join.join(each.variants) for each in items],
        "other": [int(len(each.variants) > 1) for each in items],
        "wait": [waits_for(edition, each) for each in items],
        "span": [span_of(edition, each) for each in items],
        "resit": [str(edition.fact(each.resit)) if each.resit else "" for each in items],
        "tries": [each.tries for each in items],
        "said-minutes": [str(each.minutes) for each in items],
        "said-full": [str(each.full or "") for each in items],
        "said-passed": [f"{each.passed:g}" if each.passed else "" for each in items],
        "said-failed": [f"{each.failed:g}" if each.passed else "" for each in items],
        "said-tries": [str(each.tries or "") for each in items],
        "after": [each.after for each in items],
    }


def half(points: float) -> int:
    """Half points, so that a whole number holds them."""
    return round(points * 2)


def waits_for(edition: Edition, item: Learned) -> int:
    """How long to wait for a resit, in the unit of its fact."""
    return int(edition.value(item.resit)) if item.resit else 0


def span_of(edition: Edition, item: Learned) -> str:
    """That unit, where it is one that days are reckoned by."""
    unit: str = edition.item("facts", item.resit).unit if item.resit else ""
    return unit if unit in get_args(Span) else ""
