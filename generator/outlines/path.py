"""The way into a post as it is, whatever it is written on: what is learned day by day, and when it is asked again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.edition import Edition, once
from generator.outlines.counted import counted
from generator.playbook.model.training import PathStep, Training

TEMPORARY = "temporary"
"""The id of the half day of temporary staff."""


@dataclass(frozen=True)
class Day:
    """What is learned on a day, in the order it is taken."""

    number: int
    minutes: int
    steps: tuple[PathStep, ...]


@dataclass(frozen=True)
class Path:
    """The way into one post or several, or the half day of temporary staff."""

    id: str
    """The id of the first post."""
    whose: str
    days: tuple[Day, ...]
    elsewhere: tuple[PathStep, ...]
    """What only other posts must learn: there to look up."""
    again: tuple[tuple[int, str], ...]
    """When it is asked again, in days after serving alone, and what is asked; never of temporary staff."""

    @property
    def minutes(self) -> int:
        return sum(day.minutes for day in self.days)

    @property
    def read(self) -> tuple[str, ...]:
        """What is read, each once, as `chapter.id` or a whole chapter; an item of a chapter that is read whole goes with it."""
        names = dict.fromkeys(name for day in self.days for step in day.steps for name in step.read)
        return tuple(name for name in names if "." not in name or name.partition(".")[0] not in names)


def whole(edition: Edition, path: Path) -> str:
    """How long it takes in all, in half hours, and over how many days."""
    words = edition.labels.sheet.onboarding
    hours, days = round(path.minutes / 30) / 2, len(path.days)
    said = words.whole.format(
        hours=counted(edition, words.hours, hours), days=counted(edition, words.days, days)
    )
    return str(said)


@once
def paths(edition: Edition) -> Iterator[Path]:
    """One for the posts that must learn the same, one for new colleagues where all must, and the half day."""
    training = edition.playbook.training
    if training is None:
        return
    again, steps = tuple(retests(edition, training)), _of(training, "onboarding")
    alike: dict[tuple[str, ...], list[str]] = {}
    for role in dict.fromkeys(post.role for post in training.posts):
        alike.setdefault(tuple(step.id for step in steps if _asks(step, role)), []).append(role)
    if len(alike) < 2:
        alike = {tuple(step.id for step in steps): []}
    for required, roles in alike.items():
        days = _days(step for step in steps if step.id in required)
        others = tuple(step for step in steps if step.id not in required)
        whose = edition.roles(tuple(roles)) or edition.labels.sheet.onboarding.newcomer
        if days:
            yield Path(roles[0] if roles else "newcomer", whose, days, others, again)
    if half := _of(training, TEMPORARY):
        yield Path(TEMPORARY, edition.labels.sheet.onboarding.temporary, _days(half), (), ())


def _asks(step: PathStep, role: str) -> bool:
    """Whether somebody at this post must learn it."""
    return not step.roles or role in step.roles


def retests(edition: Edition, training: Training) -> Iterator[tuple[int, str]]:
    """On which day after serving alone what is asked."""
    words = edition.labels.sheet.onboarding
    for each in training.retests:
        asked = counted(edition, words.asked, each.questions) if each.questions else words.self_check
        yield each.day, asked


def days_of(training: Training, course: str) -> tuple[Day, ...]:
    """All steps of a course by the day they belong to, whoever must learn them."""
    return _days(_of(training, course))


def _of(training: Training, course: str) -> list[PathStep]:
    return sorted((step for step in training.path if step.course == course), key=lambda step: step.day)


def _days(steps: Iterable[PathStep]) -> tuple[Day, ...]:
    days = ((number, tuple(those)) for number, those in groupby(steps, lambda step: step.day))
    return tuple(Day(number, sum(step.minutes for step in those), those) for number, those in days)
