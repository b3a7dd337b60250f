"""The records of the words in files for other systems."""

from __future__ import annotations

from generator.labels.words import Words


class TargetNames(Words):
    """What the file for each system is called; the paper's name is put in."""

    gift: str
    moodle: str
    wjx: str
    text: str
    qti: str


class DroppedWords(Words):
    """Why a system does not get a question."""

    no_order: str
    no_match: str
    several_gaps: str
    arrow: str


class QuizExportWords(Words):
    """Words in the files of papers."""

    names: TargetNames
    practice: str
    """What the quiz of all questions to practise with is called."""
    name: str
    """What whoever sits it is asked for first."""
    answer: str
    explained: str
    report: str
    report_lead: str
    counts: str
    """With {asked}, {taken} and {dropped}."""
    dropped: DroppedWords
    derived: str
    derived_lead: list[str]


class CardWords(Words):
    """Words of the cards to learn with."""

    title: str


class ReplyTargetNames(Words):
    """What the file of replies for each program is called."""

    qianniu: str
    wecom: str
    sogou: str
    rime: str
    apple: str
    espanso: str
    by_hand: str


class RefusedWords(Words):
    """Why a program does not get a phrase."""

    letters: str
    long: str
    lines: str
    unset: str


class ReplyExportWords(Words):
    """Words in the files of replies."""

    names: ReplyTargetNames
    report: str
    report_lead: list[str]
    refused: RefusedWords


class MarkingHints(Words):
    """What is typed for a question, by how it is answered; {} is what it brings at most."""

    single: str
    multi: str
    truefalse: str
    match: str
    order: str
    given: str


class MarkingWords(Words):
    """Words of the marking aid."""

    title: str
    only: str
    lead: str
    paper: str
    name: str
    day: str
    written: str
    next: str
    theme: str
    talk: str
    asked: str
    line: str
    copy_line: str
    copied: str
    print: str
    total: str
    """With {given} and {full}."""
    stars_right: str
    stars_wrong: str
    wrong: str
    """The numbers that were wrong, {}."""
    join: str
    hints: MarkingHints


class PocketWords(Words):
    """Words on the page of one role, which is sent and opened on any phone."""

    until: str
    """{} is the day."""
    version: str
    """{version} and {date}."""
    inside: str
    expired: str
    flags: str
    find: str
    none: str
    quoted: str
    left_out: str
    """Below a reply whose other lines hang on a limit."""
    never: str
    steps: str
    remedies: str
    above: str
    """{} decides beyond that."""
    copy_one: str
    copied: str
    failed: str


class ExportWords(Words):
    """Everything said in files for other systems."""

    quiz: QuizExportWords
    cards: CardWords
    replies: ReplyExportWords
    marking: MarkingWords
    pocket: PocketWords
