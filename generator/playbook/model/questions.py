"""Questions of ten kinds: what they ask, what is right, and how they are marked."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.playbook.model.record import AnyId, FactId, Item, OneOrMore, Part, QuestionId, Record, exactly
from generator.playbook.model.text import Text

Topic = Literal[
    "promise", "norm", "script", "complaint", "review", "customer", "follow_up", "product", "supervision"
]
Level = Literal["recall", "apply", "judge"]
Use = Literal["paper", "selfcheck", "lms", "anki"]
Normalise = Literal["nfkc", "trim", "strip_unit", "lower"]


class QuestionBase(Item):
    """What all questions have."""

    NAMED_BY = "stem"

    status: Literal["draft", "live", "retired"] = "live"
    """Only live questions come onto papers, only live role-plays are printed."""
    source: Annotated[tuple[AnyId, ...], OneOrMore]
    """What it asks about: `norms.greet`, `facts.return_days`, `complaints.restate`."""
    topic: Topic
    """What part of the service it belongs to."""
    level: Level = "apply"
    """What it asks of the mind; a blueprint can draw by it."""
    critical: bool = False
    """Must be right to pass; printed with a ★ where the paper asks for that."""
    points: Annotated[int, Field(ge=1, le=20)] = 1
    """Points it brings."""
    stem: Text
    """The question."""
    feedback: Text | None = None
    """What the trainer says afterwards; role-plays have `debrief`."""
    keep_apart: tuple[QuestionId, ...] = ()
    """Questions that would give this one's answer away."""
    angoff: tuple[Annotated[float, Field(ge=0, le=1)], ...] = ()
    """Judges' estimates of how many prepared people get it right."""
    use: tuple[Use, ...] = ("paper", "selfcheck")
    """Where it may be used."""


class Choice(Part):
    """One option of a question."""

    text: Text
    """The option."""
    right: bool = False
    """Whether it is right."""
    why: Text | None = None
    """Why it is right or wrong; every wrong option needs it."""


class Single(QuestionBase):
    """One option is right."""

    type: Literal["single"]
    """single"""
    options: Annotated[tuple[Choice, ...], Field(min_length=2, max_length=6)]
    """Three are enough."""
    shuffle: Literal["all", "none", "numeric", "fixed_last"] = "all"
    """How options are ordered on a variant."""
    scoring: Literal["all_or_nothing"] = "all_or_nothing"
    """How it is marked."""


class Multi(QuestionBase):
    """Several options are right."""

    type: Literal["multi"]
    """multi"""
    options: Annotated[tuple[Choice, ...], Field(min_length=3, max_length=6)]
    """At least one right, one wrong."""
    shuffle: Literal["all", "none", "numeric", "fixed_last"] = "all"
    """How options are ordered on a variant."""
    scoring: Literal["all_or_nothing", "one_slip_half", "false2"] = "one_slip_half"
    """How it is marked."""


class TrueFalse(QuestionBase):
    """A sentence that is true or not."""

    type: Literal["truefalse"]
    """truefalse"""
    answer: bool
    """Whether the sentence is true."""
    why: Text
    """The right sentence, printed on the key."""
    scoring: Literal["all_or_nothing"] = "all_or_nothing"
    """How it is marked."""


class Gap(Part):
    """A gap to fill; the stem names it as `{id}`."""

    fact: FactId | None = None
    """The fact that is the answer."""
    answer: Text | None = None
    """The answer, where it is no fact."""
    accept: tuple[Text, ...] = ()
    """Other answers that count."""
    normalise: tuple[Normalise, ...] = ("nfkc", "trim", "strip_unit")
    """What is overlooked when comparing. On paper only `strip_unit` tells: the key then accepts the bare figure too, where its unit is printed beside the gap."""


class Cloze(QuestionBase):
    """A sentence with gaps."""

    type: Literal["cloze"]
    """cloze"""
    gaps: Annotated[tuple[Gap, ...], OneOrMore]
    """The gaps, in the order they come."""
    scoring: Literal["per_gap", "all_or_nothing"] = "per_gap"
    """How it is marked."""


class Number(QuestionBase):
    """A figure is asked for."""

    type: Literal["number"]
    """number"""
    fact: FactId
    """The fact that is the answer."""
    tolerance: Annotated[float, Field(ge=0)] = 0
    """How far off still counts."""
    scoring: Literal["all_or_nothing"] = "all_or_nothing"
    """How it is marked."""


class MatchLeft(Part):
    """Something to find the partner of."""

    text: Text
    """What it says."""


class MatchRight(Part):
    """A partner, or one too many."""

    text: Text
    """What it says."""
    partner: str | None = None
    """The id on the left it belongs to; none for one too many."""


class Match(QuestionBase):
    """Pairs to find."""

    type: Literal["match"]
    """match"""
    left: Annotated[tuple[MatchLeft, ...], Field(min_length=2, max_length=6)]
    """What is matched."""
    right: Annotated[tuple[MatchRight, ...], Field(min_length=2, max_length=8)]
    """Partners; one or two more than needed."""
    scoring: Literal["per_pair", "all_or_nothing"] = "per_pair"
    """How it is marked."""


class OrderItem(Part):
    """A thing to put in order."""

    text: Text | None = None
    """What it says, without first, then, last."""
    step: AnyId | None = None
    """Or the step it is: `complaints.restate`."""


class Order(QuestionBase):
    """Things to put in order."""

    type: Literal["order"]
    """order"""
    items: Annotated[tuple[OrderItem, ...], Field(min_length=3, max_length=6)]
    """In the right order."""
    strict: Annotated[Literal[True], exactly(True)]
    """Says that this is the only right order."""
    scoring: Literal["adjacent_pairs", "absolute", "all_or_nothing"] = "adjacent_pairs"
    """How it is marked."""


class Mark(Part):
    """A point to look for in an open answer."""

    points: Annotated[int, Field(ge=1, le=10)]
    """Points it brings."""
    text: Text
    """What must be there."""


class Open(QuestionBase):
    """An answer in one's own words."""

    type: Literal["open"]
    """open"""
    rubric: Annotated[tuple[Mark, ...], OneOrMore]
    """What the trainer looks for; the points add up to the question's."""
    model_answer: Text
    """An answer that gets all points."""
    lines: Annotated[int, Field(ge=1, le=20)] = 4
    """Lines to write on."""
    scoring: Literal["rubric"] = "rubric"
    """How it is marked."""


class Behaviour(Record):
    """A level of a criterion, seen as behaviour."""

    score: Annotated[int, Field(ge=0, le=5)]
    """Points."""
    text: Text
    """What one sees or hears."""


class Criterion(Part):
    """One thing that is watched."""

    name: Text
    """What is watched."""
    critical: bool = False
    """If it is not done, the whole scene is played again."""
    levels: Annotated[tuple[Behaviour, ...], Field(min_length=2, max_length=4)]
    """From not done to done to standard."""


class TrainerCard(Record):
    """What the trainer plays."""

    who: Text
    """Who you are."""
    mood: tuple[Annotated[int, Field(ge=1, le=3)], ...] = (3, 2, 1)
    """How upset, from start to end: 3 furious, 2 impatient, 1 calm."""
    facts: Annotated[tuple[Text, ...], OneOrMore]
    """What happened."""
    lines: Annotated[tuple[Text, ...], OneOrMore]
    """What you say."""
    calm_when: Text
    """When you calm down."""
    stop_when: Text
    """When to stop."""


class Observation(QuestionBase):
    """What a role-play and an observation at work share."""

    minutes: Annotated[int, Field(ge=1, le=60)]
    """How long it takes."""
    criteria: Annotated[tuple[Criterion, ...], OneOrMore]
    """What is watched."""
    percent: FactId | None = None
    """The fact that says how many percent of the points are needed."""
    scoring: Literal["levels"] = "levels"
    """How it is marked."""


class RolePlay(Observation):
    """A scene played with the trainer."""

    NAMED_BY = "title"

    type: Literal["roleplay"]
    """roleplay"""
    title: Text
    """Its name."""
    trainer: TrainerCard
    """The trainer's card."""
    trainee: Text
    """The new colleague's card: what you know."""
    debrief: tuple[Text, ...] = ()
    """Questions for the talk afterwards."""


class Observe(Observation):
    """Something watched at work."""

    type: Literal["observe"]
    """observe"""


Question = Annotated[
    Single | Multi | TrueFalse | Cloze | Number | Match | Order | Open | RolePlay | Observe,
    Field(discriminator="type"),
]
