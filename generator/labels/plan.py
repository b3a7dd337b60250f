"""The records of the words in the work plan."""

from __future__ import annotations

from generator.labels.words import ReadMePart, Words


class PlanTabs(Words):
    """The names of the sheets; a name has at most 31 characters and none of []:*?/\\."""

    read_me: str
    due: str
    lines: str
    questions: str
    lists: str


class PlanHints(Words):
    """What stands below the title of a sheet."""

    due: str
    lines: str
    questions: str


class PlanHeads(Words):
    """The heads of the columns."""

    nr: str
    period: str
    what: str
    why: str
    result: str
    whom: str
    by: str
    channel: str
    who: str
    help: str
    part_of: str
    done: str
    outcome: str
    came: str
    status: str
    parts: str
    line: str
    plan: str
    when: str
    owner: str
    question: str


class PlanPeriods(Words):
    """What a line is a plan for."""

    year: str
    quarter: str
    month: str
    week: str
    day: str


class PlanOutcomes(Words):
    """What came of it."""

    worked: str
    nearly: str
    stopped: str


class PlanStatus(Words):
    """Where a line stands."""

    open: str
    today: str
    late: str
    done: str


class PlanBookWords(Words):
    """Words in the work plan."""

    title: str
    tabs: PlanTabs
    hints: PlanHints
    heads: PlanHeads
    periods: PlanPeriods
    outcomes: PlanOutcomes
    status: PlanStatus
    parts: str
    """How many of its parts are done; {done}, {all}."""
    today: str
    ahead: str
    found: str
    wrong_number: str
    read_me: list[ReadMePart]
    """{lines} and {ahead} are figures."""
