"""The chapter training: what every post must know, the paths, the trainer's guide, papers."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.playbook.model.questions import Level, Question, Topic
from generator.playbook.model.record import (
    AnyId,
    FactId,
    Item,
    OneOrMore,
    PaperId,
    Part,
    QuestionId,
    Record,
    RoleId,
)
from generator.playbook.model.text import Text


class PathStep(Item):
    """One step of the onboarding path."""

    NAMED_BY = "title"

    day: Annotated[int, Field(ge=1, le=90)]
    """The day it belongs to, counted from the first."""
    title: Text
    """What is learned."""
    minutes: Annotated[int, Field(ge=1, le=480)]
    """Minutes it takes."""
    read: tuple[AnyId, ...] = ()
    """What is read: `norms.greet`, `scripts.too-dear`, or a whole chapter: `norms`."""
    do: Text
    """What is done."""
    proof: Text | None = None
    """How the trainer sees that it is learned."""
    course: Literal["onboarding", "temporary"] = "onboarding"
    """Which path it belongs to: that of new colleagues, or the half day of temporary staff."""
    roles: tuple[RoleId, ...] = ()
    """The posts that must learn it; all if left out. For the others it is there to look up."""


class GuideStep(Part):
    """A piece of the trainer's guide: what a trainer does, in the order it is done."""

    title: Text
    """What it is about."""
    minutes: Annotated[int, Field(ge=1, le=240)]
    """Minutes it takes."""
    do: Annotated[tuple[Text, ...], OneOrMore]
    """What the trainer does."""


class Post(Part):
    """What everybody at a post must be able to answer."""

    role: RoleId
    """The post."""
    sells: Text
    """What do we sell?"""
    thinks: Text
    """What do customers have in mind?"""
    does: Text
    """What is to be done now?"""


class Pass(Record):
    """When it is passed."""

    percent: FactId
    """The fact that says how many percent."""
    critical: Literal["all", "one_slip", "none"] = "all"
    """Whether every critical question must be right; with `one_slip` a single wrong one is asked about aloud."""
    borderline: Annotated[int, Field(ge=0, le=3)] = 1
    """So many points around the mark are settled by oral questions."""
    why: Text | None = None
    """Why it is passed there, in one sentence for the trainer; printed on the key."""


class Draw(Record):
    """How many questions of a topic a paper draws."""

    topic: Topic
    """The topic."""
    level: Level | None = None
    """Only those that ask this of the mind; any if left out."""
    n: Annotated[int, Field(ge=1, le=30)]
    """How many."""


class Resit(Record):
    """How a resit goes."""

    after: FactId
    """The fact that says how long to wait."""
    paper: PaperId | None = None
    """The paper it is sat on, with other questions on the same matters and as many points; another variant if left out."""
    other_variant: bool = True
    """Whether another variant must be used, where there is no other paper."""
    max: Annotated[int, Field(ge=1, le=5)] = 2
    """How often."""


class Paper(Item):
    """A quiz paper."""

    NAMED_BY = "title"

    title: Text
    """Its name."""
    minutes: Annotated[int, Field(ge=1, le=180)]
    """Time allowed."""
    questions: tuple[QuestionId, ...] = ()
    """The questions on it."""
    blueprint: tuple[Draw, ...] = ()
    """Or: how many of which topic to draw."""
    variants: Annotated[tuple[Literal["A", "B", "C", "D"], ...], OneOrMore] = ("A",)
    """Variants, A to D, that differ in the order of questions and options."""
    pass_mark: Pass
    """When it is passed."""
    resit: Resit | None = None
    """How a resit goes."""


class Retest(Record):
    """When somebody who serves alone is asked again, so that what was learned stays."""

    day: Annotated[int, Field(ge=1, le=366)]
    """So many days after the readiness confirmation, or after a paper was passed."""
    questions: Annotated[int, Field(ge=1, le=30)] | None = None
    """So many questions are asked; the self-check if left out."""


RETESTS = (
    Retest(day=1),
    Retest(day=7, questions=5),
    Retest(day=30, questions=10),
    Retest(day=90, questions=10),
)
"""Cepeda et al. 2008: for what is to last, the gaps grow."""


class Derived(Record):
    """Questions for practice made from what the playbook says: they follow when it changes."""

    each: Annotated[int, Field(ge=0, le=4)] = 2
    """So many questions to practise with has each core item, those of the author counted."""
    pin: tuple[str, ...] = ()
    """Ids of questions that are made in any case, such as `never-greeting`."""
    refuse: tuple[str, ...] = ()
    """Ids of questions that are not made. A question under `questions` with the same id stands in its place."""


class Training(Record):
    """Training: the path, questions, papers, role-plays."""

    intro: Text
    """What matters most."""
    seed: str = "1"
    """A text that every variant's order and what a blueprint draws hang on; change it to shuffle anew."""
    posts: tuple[Post, ...] = ()
    """What every post must know."""
    path: tuple[PathStep, ...] = ()
    """The onboarding path, and the half day of temporary staff."""
    guide: tuple[GuideStep, ...] = ()
    """The trainer's guide."""
    questions: tuple[Question, ...] = ()
    """The questions."""
    derived: Derived | None = None
    """Questions for practice made from what the playbook says; none are made if left out."""
    papers: tuple[Paper, ...] = ()
    """The papers."""
    trainer: RoleId
    """Who trains and assesses."""
    retests: tuple[Retest, ...] = RETESTS
    """When everybody is asked again: on the days 1, 7, 30 and 90 if left out."""
