"""What is printed on quiz papers, keys and role-plays."""

from __future__ import annotations

from generator.labels.words import Count, Words


class KindWords(Words):
    """A word or sentence for each kind of question that stands on paper."""

    single: str
    multi: str
    truefalse: str
    cloze: str
    number: str
    match: str
    order: str
    open: str


class GridWords(Words):
    """What is copied to the answer grid."""

    letters: str
    holds: str
    numbers: str


class ScoringWords(Words):
    """How a question is marked, where that is not plain."""

    one_slip_half: str
    false2: str
    all_or_nothing: str
    per_gap: str
    per_pair: str
    adjacent_pairs: str
    absolute: str


class KeyWords(Words):
    """Words on keys and marking sheets."""

    title: str
    trainer_only: str
    keep_from: str
    compare: str
    """What to compare before marking; the code follows."""
    grid_how: str
    answered_by: str
    number: str
    answer: str
    look: str
    source: str
    sources: str
    """What stands between two of them."""
    given: str
    possible: str
    rubric: str
    scoring: ScoringWords
    """With the question's figures: {points}, {half}, {each}, {plus}, {minus}."""
    all_needed: str
    from_top: str
    also: str
    within: str
    model: str
    total: str
    stars_right: str
    all_right: str
    not_all_right: str
    result: str
    passed: str
    oral: str
    resit: str
    at_least: str
    at_most: str
    from_to: str
    and_stars: str
    or_stars: str
    or_more_stars: str
    one_slip: str
    """How many points, with one starred question wrong."""
    or_else: str
    ask_again: str
    """Instead of `all_needed`, where one slip is asked about aloud."""
    one_wrong: str
    more_wrong: str
    reason: str
    chances: str
    by_guessing: str
    by_slips: str
    below: str
    later: str
    then: str
    """What joins the conditions of a resit."""
    other_variant: str
    other_paper: str
    times: Count
    signature: str
    chapters: dict[str, str]


class PlayWords(Words):
    """Words on role-plays: the two cards and the sheet to mark on."""

    title: str
    keep_from: str
    who: str
    facts: str
    lines: str
    mood: str
    moods: list[str]
    """How upset, from calm to very."""
    stop: str
    cards: str
    cut: str
    trainee: str
    marking: str
    played_by: str
    watched: str
    levels: str
    evidence: str
    how: str
    needed: str
    """When the scene is passed, with all starred behaviours: {points}."""
    needed_alone: str
    """The same where none is starred."""
    stars_done: str
    all_done: str
    not_done: str
    ready: str
    again: str
    debrief: str
    next: str
    trainee_signs: str


class DerivedStems(Words):
    """How a question made from the playbook asks: {} is the text it asks about."""

    never: str
    send: str
    find: str
    missed: str
    figure: str
    next: str
    above: str
    """{limit} is the figure beyond which somebody else decides."""
    decides: str
    shown: str
    meant: str
    listed: str
    stated: str


class DerivedWords(Words):
    """Words of questions made from the playbook."""

    stems: DerivedStems
    why: dict[str, str]
    """What stands around a reason, by the way of asking; nothing where it stands alone."""


class PaperWords(Words):
    """Words on quiz papers, keys and role-plays."""

    variant: str
    questions: Count
    minutes: Count
    points: Count
    full: str
    mark: str
    """The pass mark: {percent}, {points}."""
    band: str
    """A result and when it is reached: {name}, {when}."""
    name: str
    role: str
    date: str
    blank_date: str
    score: str
    how: str
    sentences: str
    """Two sentences, one after the other."""
    kinds: KindWords
    answering: KindWords
    scoring: ScoringWords
    change: str
    holds: str
    fails: str
    end: str
    grid: str
    grid_kinds: GridWords
    grid_how: str
    """What is copied, {}: those of the kinds that are on the paper."""
    all_variants: str
    """The file with every variant of a paper: {} is its title."""
    all_keys: str
    key: KeyWords
    play: PlayWords
    derived: DerivedWords
