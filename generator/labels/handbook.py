"""The words on the website, by the page they stand on."""

from __future__ import annotations

from generator.labels.chat import (
    AlsoCalledWords,
    ChangeWords,
    FillWords,
    FoldWords,
    OfflineWords,
    ScriptWords,
    SearchWords,
    TrayWords,
    WayWords,
)
from generator.labels.files import FormPageWords, PrintWords
from generator.labels.owner import LawWords, MineWords
from generator.labels.study import SelfCheckWords, TrainingWords
from generator.labels.words import Words


class NavWords(Words):
    """What pages and sections are called."""

    start: str
    promise: str
    shop: str
    norms: str
    strategy: str
    levels: str
    authority: str
    scripts: str
    complaints: str
    reviews: str
    care: str
    """The section of customers and follow-up."""
    customers: str
    follow_ups: str
    proactive: str
    work: str
    """The section of checks and checklists."""
    checks: str
    checklists: str
    training: str
    products: str
    prices: str
    notices: str
    print: str
    glossary: str
    about: str
    law: str
    mine: str
    owner: str
    """The section of hand-written pages for the owner."""


class HomeWords(Words):
    """Words on the first page."""

    sample: str
    search: str
    urgent: str
    urgent_more: str
    moments: str
    norms: str
    use: str
    steps: list[str]
    print: str
    print_more: str


class PromiseWords(Words):
    """Words around the promise."""

    kept_how: str
    if_broken: str
    measure: str
    answers: str
    around: str
    hours: str
    cut_off: str
    no_phone: str
    line_hours: str
    published: str
    outside: str
    trial: str


class ShopWords(Words):
    """Words around the shop."""

    hours: str
    open_days: str
    closed_days: str
    roles: str
    channels: str
    given: str
    """The heading of what the shop gives customers to read."""
    given_lead: str


class NormWords(Words):
    """Words around a norm."""

    how: str
    good: str
    bad: str
    stage: str
    roles: str
    everybody: str
    checked: str
    scripts: str


class StrategyWords(Words):
    """Words around a way of serving."""

    when: str
    when_not: str
    how: str


class AuthorityWords(Words):
    """Words around a row of the authority table."""

    lead: str
    decides: str
    up_to: str
    above: str
    say: str


class LevelWords(Words):
    """Words around a level of service."""

    sees: str
    does: str
    next: str


class ComplaintWords(Words):
    """Words around complaints."""

    means: str
    many: str
    send: str
    red_flags: str
    degrees: str
    takes: str
    away: str
    evidence: str
    kept: str
    steps: str
    record: str
    remedies: str
    decides: str
    techniques: str
    rules: str
    end_states: str
    categories: str


class ReviewWords(Words):
    """Words around reviews."""

    never: str
    rules: str
    demands: str
    prevention: str
    platforms: str


class CustomerWords(Words):
    """Words around customer records."""

    classes: str
    one: str
    """The head of the column that names them."""
    entry: str
    care: str
    rhythm: str
    tag: str
    remark: str
    record: str
    required: str
    voluntary: str
    keep: str
    consents: str
    consents_hint: str
    rules: str


class FollowUpWords(Words):
    """Words around follow-up contacts."""

    due: str
    """When one is due: {start}, {plus}."""
    before: str
    """The same backwards: {start}, {before}."""
    skip: str
    rules: str


class CheckWords(Words):
    """Words around checks, measures and plans."""

    checks: str
    often: str
    then: str
    measures: str
    target: str
    plans: str
    when: str


class ListWords(Words):
    """Words around checklists."""

    lead: str
    pause: str
    read_do: str
    do_confirm: str
    done: str


class ProductWords(Words):
    """Words around products."""

    for_whom: str
    not_for: str
    amount: str
    lasts: str
    steps: str
    claims: str
    never_claim: str
    misuse: str
    batch: str
    registration: str


class GlossaryWords(Words):
    """Words around terms."""

    aliases: str


class AboutWords(Words):
    """Words about this version."""

    title: str
    version: str
    date: str
    review_by: str
    owner: str
    languages: str
    facts: str
    facts_hint: str
    sample: str
    blanks: str
    blanks_hint: str
    sheets: str
    sheets_hint: str


class HandbookWords(Words):
    """Words on the website."""

    nav: NavWords
    number_stop: str
    """What stands between a number and the words it counts."""
    quote_join: str
    """What stands between two things customers say."""
    on_this_page: str
    why: str
    why_so: str
    solo: str
    script_for_it: str
    missing: str
    missing_more: str
    home: HomeWords
    promise: PromiseWords
    shop: ShopWords
    norm: NormWords
    strategy: StrategyWords
    authority: AuthorityWords
    levels: LevelWords
    script: ScriptWords
    fill: FillWords
    offline: OfflineWords
    fold: FoldWords
    tray: TrayWords
    search: SearchWords
    also_called: AlsoCalledWords
    ways: WayWords
    changes: ChangeWords
    complaints: ComplaintWords
    reviews: ReviewWords
    customers: CustomerWords
    follow_ups: FollowUpWords
    checks: CheckWords
    checklists: ListWords
    training: TrainingWords
    selfcheck: SelfCheckWords
    products: ProductWords
    sheets: PrintWords
    forms: FormPageWords
    glossary: GlossaryWords
    about: AboutWords
    law: LawWords
    mine: MineWords
