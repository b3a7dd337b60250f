"""The chapter on complaints."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from generator.playbook.model.record import (
    AnyId,
    FactId,
    FormId,
    Id,
    Item,
    OneOrMore,
    Record,
    RoleId,
    ScriptId,
)
from generator.playbook.model.rule import Rule
from generator.playbook.model.text import Text


class ComplaintStep(Item):
    """One step of handling a complaint."""

    NAMED_BY = "name"

    name: Text
    """The step in two to five words, without first, then, last."""
    do: Text
    """What is done."""
    limit: FactId | None = None
    """The fact that says by when."""
    owner: RoleId
    """Who does it."""
    script: ScriptId | None = None
    """The words for it."""
    record: Text | None = None
    """What is written down, and where."""
    solo: Text | None = None
    """How one person alone does it."""


class Category(Item):
    """A kind of complaint."""

    NAMED_BY = "name"

    name: Text
    """What it is called on the sheet."""
    means: Text
    """What belongs here."""


class Remedy(Item):
    """A row of the remedy table."""

    NAMED_BY = "when"

    when: Text
    """What happened."""
    offer: Text
    """What the customer is offered."""
    decides: RoleId
    """Who may decide it."""
    limit: FactId | None = None
    """Up to how much, or until when."""
    solo: Text | None = None
    """How one person alone does it."""


class EndState(Item):
    """A way a complaint may end."""

    NAMED_BY = "name"

    name: Text
    """What it is called."""
    when: Text
    """When it is reached."""


_BETWEEN = re.compile(r"[、;；]")


def phrases_of(text: str | None) -> list[str]:
    """The words and phrases that stand in one field of an alarm."""
    return [phrase.strip() for phrase in _BETWEEN.split(text or "") if phrase.strip()]


class Alarm(Record):
    """A way of saying it: whoever types what the customer said into the search box sees the red flag first."""

    any_of: Text
    """Words or phrases, with 、 or ; between them. One of them is enough."""
    beside: Text | None = None
    """One of these must stand in the same sentence too: `any_of: 眼睛, beside: 进、肿`. A broad word has some."""
    unless: Text | None = None
    """Words in which they mean nothing: 眼霜 for 眼."""


class RedFlag(Rule):
    """What is done at once when somebody may be hurt."""

    alarms: tuple[Alarm, ...] = ()
    """How people say that it has happened. Found in the search box, they put the first of what is done above all results."""


class Degree(Item):
    """How grave a complaint is: who takes it over, and by when."""

    NAMED_BY = "name"

    name: Text
    """What it is called on the sheet."""
    when: Text
    """What belongs here."""
    do: Text
    """What is done first."""
    takes: RoleId
    """Who takes it over; in their absence whoever stands in for them."""
    limit: FactId | None = None
    """The fact that says by when."""


class Evidence(Item):
    """Something that shows afterwards what happened."""

    NAMED_BY = "name"

    name: Text
    """What it is."""
    shows: Text
    """What it shows."""
    collected: tuple[AnyId, ...] = ()
    """The checklists and forms that ask for it, as `checklists.packing`."""
    keep: FactId | None = None
    """The fact that says how long it is kept."""


class Surge(Rule):
    """Something that hits many customers at once."""

    send: tuple[Text, ...] = ()
    """What is sent to them, ready to copy."""


class Complaints(Record):
    """How complaints are handled."""

    means: Text
    """What counts as a complaint."""
    intro: Text
    """What matters most, in a sentence or two."""
    categories: Annotated[tuple[Category, ...], OneOrMore]
    """Kinds of complaints."""
    steps: Annotated[tuple[ComplaintStep, ...], Field(min_length=3)]
    """The steps, in the order they are done."""
    red_flags: tuple[RedFlag, ...] = ()
    """What is done at once when somebody may be hurt."""
    degrees: tuple[Degree, ...] = ()
    """Degrees of gravity, the lightest first: who takes it over, and by when."""
    techniques: tuple[Rule, ...] = ()
    """What helps while talking."""
    remedies: Annotated[tuple[Remedy, ...], OneOrMore]
    """The remedy table, the same for everybody."""
    many: tuple[Surge, ...] = ()
    """What hits many at once (peak season, courier, platform, stock, a post that spreads), on a page of its own."""
    end_states: Annotated[tuple[EndState, ...], Field(min_length=2)]
    """How a complaint may end."""
    rules: tuple[Rule, ...] = ()
    """Escalation, general problems, telling others, prevention."""
    evidence: tuple[Evidence, ...] = ()
    """What shows afterwards what happened, and where it is collected."""
    form: FormId
    """The sheet it is written on."""
    filed: Id | None = None
    """The date of that sheet that says when it was handed in. A follow-up from `filed` counts from it; without it the
    register asks for the day itself."""
