"""The words on the website, by the page they stand on."""

from __future__ import annotations

from generator.labels.words import Count, Words
from generator.playbook.field_kinds import Cell


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
    print: str
    glossary: str
    about: str
    law: str
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


class ScriptWords(Words):
    """Words around a script; the shortest ones stand on buttons."""

    lead: str
    says: str
    reply: str
    copy_one: str
    copy_reply: str
    copied: str
    copy_failed: str
    nothing_ticked: str
    only_if: str
    next: str
    """Before a part that is a message of its own."""
    needs: str
    never: str
    never_this: str
    instead: str
    norm: str
    see: str
    channels: str
    whole: str


class FillWords(Words):
    """Words of the bar above a reply, where its blanks are filled in; our script says them."""

    title: str
    """What the bar is for, to whoever hears the page read out."""
    left: Count
    """{} blanks of the reply are still empty."""
    ready: str
    """None is."""
    next: str
    """The button that clears what belongs to this customer."""
    cleared: str
    own: str
    """Over what is kept on this device."""
    again: Count
    """On the button: {} blanks are empty, and a second press copies all the same."""


class SearchWords(Words):
    """Words in the search box; our script says them."""

    reading: str
    """While the index is on its way."""
    quoted: str
    """Around what a customer says: “{}”."""
    choose: str
    """Of a reply that is chosen by condition, on its page."""
    first: str
    """Over the phrases the shop names."""
    recent: str
    """Over the replies used last."""
    favourites: str
    """Over those with a star."""
    star: str
    unstar: str
    slip: str
    """Notes what was not found, to tell the shop."""
    slips: str
    """{} were noted."""
    slips_copy: str
    slips_clear: str
    nothing: list[str]
    """What to do where nothing is found, each a line."""
    all: str
    """The link to all scripts."""


class TrayWords(Words):
    """Words of the tray in which lines of several replies are put together; our script says them."""

    title: str
    """{} lines are in it."""
    take: str
    """Puts a line into it."""
    drop: str
    all: str
    one: str
    """Copies message {} of {}."""
    clear: str


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


class TrainingWords(Words):
    """Words around training."""

    trainer: str
    day: str
    minutes: str
    read: str
    do: str
    proof: str
    posts: str
    sells: str
    thinks: str
    does: str
    half_day: str
    half_day_minutes: str
    guide: str
    guide_lead: str
    papers: str
    questions: str
    time: str
    pass_mark: str
    critical: str
    critical_rules: dict[str, str]
    """By what a paper's pass mark asks of them."""
    resit: str
    resit_after: str


class SelfCheckWords(Words):
    """Words around the self-check, and what its script says."""

    title: str
    lead: str
    few: str
    all: str
    forget: str
    kept_here: str
    stand: str
    """With {due}, {done} and {all}."""
    gap: str
    several: str
    number: str
    choose: str
    say_it: str
    check: str
    show: str
    answer: str
    looked_for: str
    model: str
    where: str
    right: str
    wrong: str
    first: str
    compare: str
    had_it: str
    not_yet: str
    noted: str
    again: str


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


class PrintWords(Words):
    """Words around the sheets to fetch."""

    lead: str
    none: str
    renewing: str
    """While a preview prints them in the background."""
    for_staff: str
    for_customers: str
    first: str
    """The mark of what belongs to the core."""
    version: str
    open: str
    page: str
    form_files: str
    form_files_lead: str
    kept: str
    """In which workbook the form of a sheet is kept."""
    workbooks: str
    workbooks_lead: str
    fetch: str
    """{} is a format: XLSX."""
    replies: str
    replies_lead: str
    phones: str
    phones_lead: str
    open_page: str


class MediumWords(Words):
    """A way to fill in a form."""

    fetch: str
    good_for: str


class FormPageWords(Words):
    """Words on the page of a form."""

    who: str
    by: dict[str, str]
    """Whose form it is, by audience."""
    shared: str
    """Where the shop fills in a part of a customer's form."""
    roles: str
    filed: str
    written: str
    kept_in: dict[str, str]
    keep: str
    used: str
    """Before the chapters it belongs to and the measures counted from it."""
    ways: str
    media: dict[str, MediumWords]
    """By the kind of a file."""
    elsewhere: str
    """What leaves the shop where answers are gathered by somebody else."""
    asks: str
    row: str
    answers: dict[Cell, str]
    """How a field is answered."""
    signed: str


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


class LawWords(Words):
    """Words about the law of the country."""

    intro: str
    """{} is the country."""
    none: str
    """{} is the code of a country that has no record."""
    unknown: str
    source: str
    checked: str
    """{} is a day, {} how far it was looked at."""
    seen: dict[str, str]


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
    tray: TrayWords
    search: SearchWords
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
