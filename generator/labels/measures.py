"""The records of the words in the workbook of measures."""

from __future__ import annotations

from generator.labels.words import ReadMePart, Words


class MeasuresTabs(Words):
    """The names of the sheets; a name has at most 31 characters and none of []:*?/\\."""

    read_me: str
    months: str
    figures: str
    year: str
    sources: str
    lists: str


class MeasuresHints(Words):
    """What stands below the title of a sheet."""

    months: str
    figures: str
    year: str
    sources: str


class MeasuresHeads(Words):
    """The heads of the columns."""

    month: str
    own: str
    name: str
    what: str
    first: str
    second: str
    figure: str
    unit: str
    before: str
    aim: str
    status: str
    read: str
    count: str
    formula: str
    form: str


class MeasuresStatus(Words):
    """Where a figure stands against what it is held to."""

    reached: str
    missed: str
    few: str
    """{} is the fewest."""
    no_aim: str


class MeasuresBookWords(Words):
    """Words in the workbook of measures."""

    title: str
    tabs: MeasuresTabs
    hints: MeasuresHints
    heads: MeasuresHeads
    status: MeasuresStatus
    share: str
    """What is divided by what; {first}, {second}."""
    percent: str
    month: str
    year: str
    wrong_number: str
    read_me: list[ReadMePart]
    """{months} is a figure."""
