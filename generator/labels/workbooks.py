"""The records of the words in workbooks."""

from __future__ import annotations

from generator.labels.example import ExampleWords
from generator.labels.measures import MeasuresBookWords
from generator.labels.plan import PlanBookWords
from generator.labels.price_book import PricesBookWords
from generator.labels.training import TrainingBookWords
from generator.labels.words import ReadMePart, Words


class TabWords(Words):
    """The names of the sheets; a name has at most 31 characters and none of []:*?/\\."""

    read_me: str
    today: str
    customers: str
    orders: str
    week: str
    overview: str
    expired: str
    stopped: str
    made: str
    month: str
    lists: str


class HintWords(Words):
    """What stands below the title of a sheet."""

    today: str
    customers: str
    subjects: str
    """{} is what one is called."""
    orders: str
    week: str
    overview: str
    expired: str
    expired_subjects: str
    """Follows where the shop has such a sheet: {} is its name."""
    stopped: str
    made: str
    month: str


class HeadWords(Words):
    """The heads of the columns."""

    nr: str
    name: str
    channel: str
    contact: str
    klass: str
    noted: str
    given: str
    withdrawn: str
    taken_back: str
    how: str
    stop: str
    stop_all: str
    open_complaint: str
    sent_on: str
    """{} is its number."""
    status: str
    sent: str
    orders: str
    last: str
    delete: str
    order_no: str
    customer: str
    product: str
    also: str
    number: str
    daily: str
    bought: str
    received: str
    opened: str
    agent: str
    runs_out: str
    remind: str
    due: str
    done: str
    answer: str
    next: str
    why: str
    who: str
    may: str
    message: str
    line: str
    reason: str
    stops: str
    bought_things: str
    not_bought: str


class GroupWords(Words):
    """What stands above columns that belong together; {} is a kind of contact, a channel, a contact."""

    person: str
    record: str
    consent: str
    stops: str
    sent: str
    reckoned: str
    order: str
    contact: str


class StatusWords(Words):
    """What may be sent to a customer."""

    offers: str
    full: str
    """Offers would be allowed, but the month's number is used up."""
    asking: str
    none: str
    stopped: str
    complaint: str
    service: str


class CustomersBookWords(Words):
    """Words in the customers' workbook."""

    title: str
    tabs: TabWords
    hints: HintWords
    heads: HeadWords
    groups: GroupWords
    status: StatusWords
    yes: str
    day: str
    look: str
    found: str
    window: str
    line: str
    show: str
    everyone: str
    sort: str
    sorts: list[str]
    """By last order, by longest without one, by orders, by day noted, by number."""
    left_out: str
    """What stands where a list has more lines than are shown."""
    reasons: list[str]
    """Why a line is to be deleted: after the last order, or because nothing was bought."""
    stamp: str
    wrong_day: str
    wrong_time: str
    wrong_moment: str
    """Where a day and its time of day go."""
    wrong_choice: str
    wrong_number: str
    wrong_customer: str
    read_me: list[ReadMePart]
    """{window}, {customers} and {orders} are figures, {owner} is a role."""


class LeftHeads(Words):
    """The heads of the sheet of what had no place."""

    sheet: str
    line: str
    column: str
    said: str
    why: str


class LeftWords(Words):
    """Words on the sheet of what had no place in the workbook it was carried into."""

    tab: str
    hint: str
    heads: LeftHeads


class RegisterTabs(Words):
    """The names of a register's sheets beside that of its lines."""

    read_me: str
    todo: str
    month: str
    lists: str
    lines: str
    """The hidden sheet of the lines of the month."""


class RegisterHints(Words):
    """What stands below the title of a sheet."""

    todo: str
    lines: str
    month: str


class CaseMeasures(Words):
    """What is counted of the cases of a month."""

    head: str
    received: str
    noted: str
    noted_late: str
    not_noted: str
    in_time: str
    too_late: str
    overdue: str
    closed: str
    average: str
    longest: str
    called: str
    not_called: str


class CaseWords(Words):
    """Where a case stands, and what is written down of it."""

    group: str
    noted: str
    """Whether the customer was told in time that the complaint is in hand; {} is the limit."""
    noted_in_time: str
    noted_late: str
    noted_by: str
    """Until when, by the clock; {} is the limit."""
    noted_at: str
    noted_how: str
    answered_on: str
    filed_on: str
    """Where the form has no day for it, and the call-back counts from it."""
    call_due: str
    called_on: str
    head: str
    open: str
    note: str
    note_late: str
    today: str
    late: str
    answered: str
    closed: str
    """Where no call-back follows."""
    waiting: str
    call: str
    call_late: str
    called: str
    by: str
    at: str
    """The time of day."""
    who: str
    message: str
    measures: CaseMeasures


class RegisterWords(Words):
    """Words in the register of a form; {} in the title is the form's."""

    title: str
    tabs: RegisterTabs
    hints: RegisterHints
    nr: str
    other: str
    """The head of what is written behind “other”."""
    what: str
    answer: str
    count: str
    before: str
    """How often in the three months before."""
    ticked: str
    day: str
    found: str
    month: str
    total: str
    for_measures: str
    """What stands before the figures that the workbook of measures asks for."""
    case: CaseWords
    wrong_number: str
    """{} is the largest."""
    yes: str
    read_me: list[ReadMePart]


class WorkbookWords(Words):
    """Words in workbooks."""

    font: str
    keeping: list[ReadMePart]
    """How each is locked with a password and where it is kept; {owner} is a role."""
    registers: RegisterWords
    measures: MeasuresBookWords
    plan: PlanBookWords
    prices: PricesBookWords
    training: TrainingBookWords
    left: LeftWords
    example: ExampleWords
    customers: CustomersBookWords
