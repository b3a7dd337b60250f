"""The records of the generator's own words, by where they are read. Every field must be in every language."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Words(BaseModel):
    """Some words that belong together."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class ReadMePart(Words):
    """A heading on the first sheet of a workbook, and what stands below it."""

    head: str
    lines: list[str]


class CardWords(Words):
    """Words on the promise card."""

    hours: str
    shipping: str
    outside: str


class ChecklistWords(Words):
    """Words on checklists."""

    pause: str
    who: str
    how: str
    read_do: str
    do_confirm: str
    critical: str
    runs: str
    figure: str
    done: str
    date: str
    time: str
    left: str
    sign: str


class Count(Words):
    """How a span of time is said: {} is the figure."""

    one: str
    other: str


class FormWords(Words):
    """Words on forms to fill in by hand."""

    number: str
    required: str
    star: str
    by: str
    office: str
    again: str
    """What follows the heading of a section that goes on from the page before."""
    blank_date: str
    """A date to fill in; each {} is a gap for two figures."""
    yuan: str
    rule: str
    """How a computed date follows: {start}, {span}."""
    spans: dict[str, Count]
    step: str
    owner: str
    limit: str
    initials: str
    notice: str
    keeper: str
    handled: str
    """Who keeps it where the shop's registered {name} is known, with what the form says, {keeper}."""
    purpose: str
    keep: str
    rights: str
    consents: str
    consents_hint: str
    customer_signs: str
    date: str
    filed: str
    all_title: str
    """The name of the file that holds all forms to print."""
    in_row: str
    """What a place in a table is for, to somebody who does not see it: {label}, {row}."""
    kept: str
    """Where a sheet is entered: {} is the workbook."""
    kept_line: str
    """What stands before the number of the line there."""


class ScreenWords(Words):
    """Words on the first page of the forms to fill in on a screen."""

    title: str
    intro: str
    how: str
    steps: list[str]
    typed: str
    """The head above which characters can be typed."""
    typed_lines: list[str]
    inside: str
    page: str


class UsageWords(Words):
    """Words on usage sheets."""

    title: str
    head: str
    opened: str
    unwell: str
    stop: str
    """What to do when it does not agree with somebody."""
    ask: str
    phone: str


class PromisePosterWords(Words):
    """Words on the promise for the wall."""

    title: str


class ReferralWords(Words):
    """Words on the card to pass on."""

    title: str
    intro: str
    reach: str
    code: str
    """Where a shop sticks its own QR code."""
    giver: str
    if_liked: str


class PackWords(Words):
    """Words on the first page of a pack for the copy shop."""

    for_shop: str
    first_week: str
    card: str
    """What paper for cards is called in a name."""
    paper: str
    stocks: dict[str, str]
    """What a copy shop calls each kind of paper."""
    sides: str
    single: str
    no_back: str
    duplex: str
    flip: str
    scale: str
    no_fit: str
    copies: str
    each: Count
    of_each_page: str
    cut: str
    uncut: str
    pieces: str
    """Into how many: {}."""
    along: str
    colour: str
    in_colour: str
    in_grey: str
    several: str
    see_list: str
    test: str
    """What stands before a line of 100 mm."""
    page: str
    pages: str
    """From one page to another: {}, {}."""
    page_column: str
    sheet_column: str
    size_column: str
    code_column: str
    numbers: str
    blank: str


class SheetWords(Words):
    """Words on printed sheets."""

    stamp: str
    scan: str
    review_by: str
    unset: str
    month_day: str
    near: str
    """Of the small lines on a poster, which are read from near by."""
    card: CardWords
    checklist: ChecklistWords
    form: FormWords
    screen: ScreenWords
    usage: UsageWords
    promise_poster: PromisePosterWords
    referral: ReferralWords
    pack: PackWords


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
    times: Count
    signature: str
    chapters: dict[str, str]


class ReferenceWords(Words):
    """Words of the reference of every field."""

    title: str
    lead: str
    field: str
    kind: str
    use: str
    required: str
    join: str
    many: str
    id: str
    id_in: str
    """The chapter's name, and as it is written."""
    any_id: str
    text: str
    word: str
    flag: str
    number: str
    day: str
    clock: str
    colour: str
    link: str


class StarterWords(Words):
    """Words in the files of a new shop."""

    title: str
    name: str
    solo: str
    """How something is said for a shop of one person."""
    solo_already: str
    """How a sentence begins that says so itself."""
    stop: str
    """What ends a sentence."""
    between: str
    """What stands between two sentences."""
    first: str
    """The comment at the head of playbook.yaml."""
    chapter: str
    """The comment at the head of a chapter's file."""


class ProblemWords(Words):
    """Words of the page on problems, and of `playbook explain`."""

    title: str
    lead: str
    levels: dict[str, str]
    wrong: str
    right: str
    remedy: str
    blank: str
    """Stands where a problem names what is wrong."""
    perhaps: str
    """There is no {kind}; perhaps {near}."""
    no_such: str
    """There is no {kind}, and nothing near it."""


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
    key: KeyWords
    play: PlayWords
