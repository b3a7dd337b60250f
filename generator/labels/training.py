"""The records of the words in the training register."""

from __future__ import annotations

from generator.labels.words import ReadMePart, Words


class TrainingTabs(Words):
    """The names of the sheets; a name has at most 31 characters and none of []:*?/\\."""

    read_me: str
    lines: str
    todo: str
    papers: str
    missed: str
    lists: str


class TrainingHints(Words):
    """What stands below the title of a sheet."""

    lines: str
    todo: str
    papers: str
    missed: str


class TrainingHeads(Words):
    """The heads of the columns."""

    nr: str
    name: str
    post: str
    item: str
    version: str
    day: str
    variant: str
    score: str
    stars: str
    oral: str
    missed: str
    wrong: str
    trainer: str
    note: str
    full: str
    stands: str
    next: str
    due: str
    minutes: str
    passed: str
    failed: str
    themes: str
    variants: str
    resit: str
    tries: str
    theme: str
    question: str
    sat: str
    times: str
    look: str


class TrainingStands(Words):
    """Where a line stands."""

    done: str
    unmarked: str
    starred: str
    """The stars have not been looked at."""
    missed: str
    passed: str
    failed: str
    oral: str


class TrainingNext(Words):
    """What comes next."""

    mark: str
    stars: str
    oral: str
    resit: str
    other: str
    """The same on another variant."""
    practise: str
    over: str
    """No more tries."""
    newer: str
    """{} is the version."""
    look: str
    """Of a question that many missed."""


class TrainingBookWords(Words):
    """Words in the training register."""

    title: str
    tabs: TrainingTabs
    hints: TrainingHints
    heads: TrainingHeads
    stands: TrainingStands
    next: TrainingNext
    right: str
    wrong: str
    yes: str
    no: str
    onboarding: str
    temporary: str
    retest: str
    """After how many days, {}, and what is asked, {}."""
    found: str
    wrong_number: str
    read_me: list[ReadMePart]
    """{lines} is a figure."""
