"""What is printed on sheets."""

from __future__ import annotations

from generator.labels.onboarding import OnboardingWords
from generator.labels.words import Count, Words


class ReachedWords(Words):
    """What the ways to the shop are called."""

    address: str
    phone: str
    wechat: str
    site: str
    code: str
    """What the code to scan says to whoever hears the page read out."""


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
    read_do_noted: str
    do_confirm_noted: str
    noted_on: str
    noted: str
    critical: str
    runs: str
    figure: str
    done: str
    date: str
    time: str
    left: str
    sign: str


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
    also_agreed: str
    """Above consents that are about no way of getting in touch."""
    rule: str
    rule_before: str
    """The same backwards: {start} − {span}."""
    times: str
    """How long several last: {each}, {number}."""
    shared_out: str
    """How long an amount lasts: {amount}, {daily}."""
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
    total: str
    full: str
    """Above the full marks of given rows."""
    full_marks: str
    """What a row may get at most, {}, where it stands alone."""
    named: str
    """A {role} and who that is, {name}, on a sheet that is filled in."""


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


class PriceListWords(Words):
    """Words on a price list for the wall."""

    title: str
    valid_from: str


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
    fill_first: str
    """Where the complaints line, {name}, has no number yet: on which {pages} it is to be filled in."""


class SheetWords(Words):
    """Words on printed sheets."""

    stamp: str
    scan: str
    review_by: str
    unset: str
    month_day: str
    near: str
    """Of the small lines on a poster, which are read from near by."""
    reached: ReachedWords
    card: CardWords
    checklist: ChecklistWords
    form: FormWords
    screen: ScreenWords
    usage: UsageWords
    promise_poster: PromisePosterWords
    prices: PriceListWords
    referral: ReferralWords
    pack: PackWords
    onboarding: OnboardingWords
