"""The chapter forms: sections of fields, tables with blank rows, steps to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field as Rule

from generator.playbook.field_kinds import KINDS
from generator.playbook.model.record import FactId, FormId, Item, LogoFile, OneOrMore, Part, Record, RoleId
from generator.playbook.model.text import Text
from generator.playbook.model.widths import Width

if TYPE_CHECKING:
    FieldKind = str
else:
    FieldKind = Literal[tuple(KINDS)]
ListName = Literal[
    "products",
    "shop.channels",
    "complaints.categories",
    "complaints.degrees",
    "customers.classes",
    "posters.norms",
]
"""Lists of other chapters that a form can take up; `posters.norms` are the short lines of the first poster."""
Output = Literal["paper", "screen", "excel", "phone"]


class Option(Part):
    """One answer to choose."""

    label: Text
    """What stands beside the box."""
    other: bool = False
    """Whether a line to write on follows it."""
    under: Text | None = None
    """A sub-heading that begins here, for this option and those after it."""


class UsedUp(Record):
    """How long something lasts, by what is filled in: so many days for each, or an amount of which so much goes a day."""

    lasts: FactId | None = None
    """The fact that says how many days one lasts."""
    number: str | None = None
    """The id of the field that says how many there are; one, as long as nothing stands there."""
    amount: str | None = None
    """The id of the field that says how much there is, or how much one holds, instead of `lasts`."""
    daily: str | None = None
    """The id of the field that says how much of it goes a day."""


class FieldDue(Record):
    """A date worked out from another field of the form."""

    start: str
    """The id of the date field it counts from."""
    used_up: UsedUp | None = None
    """Counted from the day on which that is used up, if it is begun on the day of `start`."""
    plus: FactId | None = None
    """The fact that says how much later."""
    before: FactId | None = None
    """The fact that says how much earlier, instead of `plus`."""


class FormField(Part):
    """One thing to fill in."""

    label: Text
    """What stands above it; beside the box for `check`, the text itself for `note`."""
    kind: FieldKind
    """text, lines, phone, digits (a cell for each figure, as many as `width`), date, time, int, money, figure (with
    decimals and below zero, as degrees), choice1, choiceN, score5, check, signature, frame (an empty box for a seal
    or a photo), computed or note."""
    required: bool = False
    """Whether it must be filled in."""
    options: tuple[Option, ...] = ()
    """The answers of a choice1 or choiceN."""
    options_from: ListName | None = None
    """A list of the playbook whose names are the answers; own `options` follow, one with an item's id replaces it.
    After a note they stand as a legend: A, B, C."""
    for_each: ListName | None = None
    """Stands once for each item of a list, under the item's name."""
    width: Width | None = None
    """Room for so many Chinese characters written by hand (6 mm each); or so many mm, `45 mm`; or a share of the line,
    `1/3` or `30%`. Fields of a row share out what is left of it."""
    lines: Annotated[int, Rule(ge=1, le=20)] = 1
    """How many lines to write on, for the kind `lines`."""
    height: Annotated[int, Rule(ge=6, le=230)] | None = None
    """So many mm high is the room below its label, and it stays so; what states none grows where the page has room."""
    picture: LogoFile | None = None
    """For the kind `frame`: a drawing to mark on, an SVG or PNG file beside the playbook: where the scratches are."""
    unit: Text | None = None
    """What stands after the figure."""
    due: FieldDue | None = None
    """How a computed date follows from another field."""
    personal: bool = False
    """Whether it holds something about a person; the form then needs a notice."""
    low: Text | None = None
    """The words at the low end of a score5."""
    high: Text | None = None
    """The words at the high end of a score5."""
    help: Text | None = None
    """How to fill it in, in a few words."""
    star: bool = False
    """Marked with a star: harm is done if it is missed."""
    number: bool = False
    """Whether it is the number of the sheet, printed at the top right, where one leafs; a `text`, not in a table."""
    sheet_only: bool = False
    """Whether it stays on the sheet: the register has no column for it, or asks for it in one of its own."""


class Clause(Part):
    """A numbered clause of an agreement."""

    text: Text
    """What is agreed, in a sentence or a few."""


class GivenRow(Part):
    """A row of a table that is there already, and has only to be filled in."""

    label: Text
    """What the row is about: an item to score, a thing to count."""
    full: Annotated[int, Rule(ge=1, le=1000)] | None = None
    """The full marks, printed beside it."""


class Repeat(Part):
    """A table with rows to fill in."""

    columns: Annotated[tuple[FormField, ...], OneOrMore]
    """The columns."""
    blank_rows: Annotated[int, Rule(ge=1, le=40)] = 8
    """Blank rows on paper; counts for nothing where `rows` are given."""
    rows: Annotated[tuple[GivenRow, ...], Rule(max_length=40)] = ()
    """Rows that are there already; each begins with its own words, and none is added."""
    rows_head: Text | None = None
    """What stands above those words."""
    total: bool = False
    """Whether a last row holds the sum of the figures, below given `rows`."""
    max_rows: Annotated[int, Rule(ge=1, le=2000)] = 200
    """The most rows on a phone; a register in Excel has as many lines as are needed."""


class FormStep(Part):
    """A step that is ticked and initialled on the form."""

    name: Text
    """The step, in a few words."""
    do: Text | None = None
    """What is done."""
    owner: RoleId
    """Who does it."""
    limit: FactId | None = None
    """The fact that says by when."""


class Section(Part):
    """A part of a form under a heading."""

    title: Text
    """The heading."""
    number: Annotated[str, Rule(min_length=1, max_length=3)] | None = None
    """What stands before it in the place of 1, 2, 3: the number it has in the shop's own rules, A or 3b. Whatever it
    is, texts of the form name it by the section's id: `{section.items}`."""
    by: RoleId | None = None
    """Who fills it in."""
    hint: Text | None = None
    """A short remark beside the heading."""
    clauses: tuple[Clause, ...] = ()
    """Clauses to read, above what is filled in; numbered through the whole form: 1, 2, 3."""
    fields: tuple[FormField, ...] = ()
    """What is filled in."""
    steps: tuple[FormStep, ...] = ()
    """Steps to tick, each with the initials of who did it."""
    use_steps: bool = False
    """Print the steps of the complaints chapter here."""
    repeat: Repeat | None = None
    """A table with rows."""
    office: bool = False
    """Filled in by the shop, not by the customer."""


class Privacy(Record):
    """The notice on personal data that a form carries."""

    keeper: Text
    """Who keeps it and how to reach them."""
    purpose: Text
    """What it is for."""
    keep: FactId
    """The fact that says how long it is kept."""
    keep_from: Text | None = None
    """The same in a sentence that says from when it is counted; left out, only the time is printed."""
    rights: Text
    """How to see, correct, delete, withdraw."""
    before: str | None = None
    """The section it is read out before; left out, it follows what the person fills in."""


class FilledIn(Record):
    """What stands in one place of a form that is filled in."""

    field: str
    """The id of the field, or of the column of a table."""
    row: Annotated[int, Rule(ge=1)] | None = None
    """The row, for a column of a table; the first is 1."""
    chosen: tuple[str, ...] = ()
    """The ids of the options that are chosen."""
    said: Text | None = None
    """What is written there; with an option that is `other`, what is written behind it. Left out, the box is ticked."""


class Form(Item):
    """A form to fill in."""

    NAMED_BY = "title"

    title: Text
    """Its name."""
    intro: Text
    """How to fill it in and what happens to it, in one line."""
    sections: Annotated[tuple[Section, ...], OneOrMore]
    """Its parts, in the order they are filled in."""
    privacy: Privacy | None = None
    """The notice on personal data; needed as soon as a field is personal."""
    consents: bool = False
    """Print the consents of the customers chapter, one unticked box each."""
    audience: Literal["staff", "customer"] = "staff"
    """Who is handed it. A customer's sheet shows no way into the handbook; with `consents` it is always one."""
    place: Literal["desk", "standing"] = "desk"
    """Where it is filled in. Rows of a table are 12 mm high at least for people who stand, 10 mm at a desk."""
    sideways: bool = False
    """Whether the sheet lies on its side: for tables of many columns."""
    pages: Annotated[int, Rule(ge=1)] | None = None
    """On how many pages it stands at most, in every language; if it grows beyond, `check` says so."""
    numbered: bool = True
    """Whether the head has room for a number; not where nobody is to be known again."""
    filed: Text | None = None
    """Where the filled sheet goes."""
    aliases: tuple[Text, ...] = ()
    """Other words people search for."""
    outputs: tuple[Output, ...] = ("paper",)
    """What is made of it."""
    kept_in: Literal["paper", "excel"] | None = None
    """Where what is filled in is kept, so that it is written down once: on the sheets, or in the Excel register."""
    kept_with: FormId | None = None
    """The form whose workbook has a place for it, where it has none of its own; what is written on this sheet while
    no computer is at hand goes there."""
    instead_of: FormId | None = None
    """The form that holds the same and is the one kept; this one is for shops that do without it, and no rule,
    checklist or training names it."""
    example: tuple[FilledIn, ...] = ()
    """How it looks filled in, with made-up people; shown on its page in the handbook, and never printed."""
