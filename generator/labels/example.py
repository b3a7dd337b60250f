"""The records of the words in workbooks that are shown filled in."""

from __future__ import annotations

from generator.labels.words import Words


class ExamplePlan(Words):
    """A line of the work plan, the longest time first."""

    name: str
    why: str
    result: str
    whom: str
    help: str
    came: str
    """What it brought, if it is done."""


class ExampleWords(Words):
    """Who and what stands in a workbook filled in: nobody who could be anybody."""

    title: str
    """What it is called: {} is the workbook."""
    stamp: str
    """What stands on its first sheet and below every page: {shop}, {version} and {date}."""
    people: list[str]
    staff: list[str]
    agreed: str
    """How somebody agreed."""
    answers: list[str]
    remark: str
    """What stands where anything would do."""
    plans: list[ExamplePlan]
