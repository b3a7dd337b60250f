"""A form as it is, whatever it is written on: sections, fields, tables, steps, notice and consents, in their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from generator.edition import Edition
from generator.labels.sheets import FormWords
from generator.outlines.kept import kept_in
from generator.outlines.written_out import written_out
from generator.output import Audience
from generator.playbook.field_kinds import KINDS, Kind
from generator.playbook.model.complaints import ComplaintStep
from generator.playbook.model.forms import Form, FormField, FormStep, GivenRow, Repeat, Section
from generator.playbook.model.shop import Fact
from generator.set_text import joined


@dataclass(frozen=True)
class Choice:
    """One answer to choose."""

    id: str
    label: str
    other: bool
    """Whether something is written behind it."""
    under: str = ""
    """The sub-heading that begins with it."""
    said: str = ""
    """Its label after the sub-heading it stands under, if it stands under one."""

    @property
    def full(self) -> str:
        """What it is called where no sub-heading stands above it."""
        return self.said or self.label


@dataclass(frozen=True)
class Rule:
    """How a date follows from another field: as data to reckon with, and in words."""

    start: str
    """The id of the field it counts from."""
    amount: int
    """So many units later."""
    unit: str
    """day, working_day, week or month."""
    said: str
    """受理日期 + 3 天"""


@dataclass(frozen=True)
class Field:
    """Something to fill in."""

    id: str
    label: str
    kind: Kind
    kind_name: str
    required: bool = False
    star: bool = False
    """Harm is done if it is missed."""
    help: str = ""
    unit: str = ""
    """What stands behind the figure, or before it."""
    unit_first: bool = False
    options: tuple[Choice, ...] = ()
    rule: Rule | None = None
    width: int | None = None
    """Room for so many Chinese characters written by hand, if the playbook says."""
    lines: int = 1
    low: str = ""
    high: str = ""
    """The words at the two ends of a score."""
    personal: bool = False


@dataclass(frozen=True)
class Given:
    """A row of a table that is there already."""

    id: str
    label: str
    full: int | None
    fields: tuple[Field, ...]
    """Its cells as fields of their own, where there is no table: each says its row first."""


@dataclass(frozen=True)
class Blanks:
    """A table with rows to fill in."""

    id: str
    columns: tuple[Field, ...]
    blank_rows: int
    """On paper."""
    max_rows: int
    """On screen."""
    given: tuple[Given, ...] = ()
    """Its rows, where they are there already; then it has no others, but for the total."""
    head: str = ""
    """What stands above the words of given rows."""
    total: bool = False
    """Whether the last row holds the sum of the figures."""

    @property
    def full(self) -> int | None:
        """The full marks of all rows together, where rows have any."""
        marks = [each.full for each in self.given if each.full is not None]
        return sum(marks) if marks else None

    def fills(self, row: int, column: Field) -> bool:
        """Whether a cell takes something; `row` from 1. A total is a sum of figures."""
        return not (self.total and row == self.blank_rows) or column.kind.excel == "number"


@dataclass(frozen=True)
class Step:
    """A step to tick and initial, with its place in the section."""

    number: int
    name: str
    do: str
    """What is done; not for the steps of complaints, which the handbook explains."""
    owner: str
    limit: str


@dataclass(frozen=True)
class Part:
    """A section under its heading."""

    id: str
    title: str
    by: str
    """Who fills it in."""
    hint: str
    office: bool
    """Filled in by the shop, not by the customer."""
    fields: tuple[Field, ...]
    steps: tuple[Step, ...]
    table: Blanks | None
    number: str = ""
    """What stands before its heading, if not its place among the others."""

    def beside(self, words: FormWords) -> str:
        """What stands beside its heading: who fills it in, said once, and how."""
        shop = words.office if self.office else ""
        return joined(" · ", filter(None, (words.by.format(self.by) if self.by else shop, self.hint)))


@dataclass(frozen=True)
class Notice:
    """What people are told about their data."""

    keeper: str
    purpose: str
    keep: str
    rights: str
    named: bool
    """Whether it names who handles the data; without that nobody may be asked for any."""
    before: str
    """The section it stands before; empty where it follows what the person fills in."""


@dataclass(frozen=True)
class Agreed:
    """A consent to tick."""

    id: str
    channel: str
    text: str


@dataclass(frozen=True)
class FormOutline:
    """A form, written out with all it takes from other chapters."""

    id: str
    title: str
    intro: str
    sections: tuple[Part, ...]
    number: Field | None
    """The form's own field for its number; it stands in no section."""
    numbered: bool
    """Whether there is room for a number at all."""
    notice: Notice | None
    consents: tuple[tuple[str, tuple[Agreed, ...]], ...]
    """The consents asked for, by class of contact."""
    filed: str
    kept: str
    """The workbook it is kept in; empty if it is kept on its sheets."""
    audience: Audience
    core: bool
    sideways: bool = False
    """Whether its sheet lies on its side."""
    standing: bool = False
    """Whether it is filled in by people who stand."""

    @property
    def fields(self) -> Iterator[Field]:
        """Every field in the order it is filled in, columns of tables too."""
        if self.number:
            yield self.number
        for section in self.sections:
            yield from section.fields
            yield from section.table.columns if section.table else ()

    @property
    def before_notice(self) -> int:
        """How many sections come before the notice and the consents: where it says none, all but the shop's."""
        before = self.notice.before if self.notice else ""
        after = [
            section.id == before if before else section.office or (bool(self.consents) and bool(section.by))
            for section in self.sections
        ]
        return after.index(True) if True in after else len(after)

    @property
    def required(self) -> bool:
        """Whether the mark of what must be filled in needs to be explained."""
        return any(field.required for field in self._outside_of_tables)

    @property
    def star(self) -> bool:
        """The same for the star."""
        return any(field.star for field in self._outside_of_tables)

    @property
    def _outside_of_tables(self) -> Iterator[Field]:
        own = (self.number,) if self.number else ()
        return (field for fields in (own, *(each.fields for each in self.sections)) for field in fields)

    @property
    def signs(self) -> bool:
        """Whether consents need a line of their own to sign: not if customers sign the form anyway."""
        theirs = (field for section in self.sections if not section.office for field in section.fields)
        return bool(self.consents) and not any(field.kind.signs for field in theirs)


def outline(edition: Edition, form: Form) -> FormOutline:
    """`form` in the words of an edition."""
    form = written_out(form, edition.playbook)
    number = next((field for section in form.sections for field in section.fields if field.number), None)
    return FormOutline(
        id=form.id,
        title=form.title,
        intro=form.intro,
        sections=tuple(_part(edition, form, section) for section in form.sections),
        number=_field(edition, form, number) if number else None,
        numbered=form.numbered,
        notice=_notice(edition, form),
        consents=_consents(edition) if form.consents else (),
        filed=form.filed or "",
        kept=kept_in(edition, form.id),
        # A form that asks for consent is handed to customers, whatever it says.
        audience="customer" if form.consents else form.audience,
        core=form.core,
        sideways=form.sideways,
        standing=form.place == "standing",
    )


def _part(edition: Edition, form: Form, section: Section) -> Part:
    repeat = section.repeat
    return Part(
        id=section.id,
        title=section.title,
        by=edition.role(section.by) if section.by else "",
        hint=section.hint or "",
        office=section.office,
        fields=tuple(_field(edition, form, each) for each in section.fields if not each.number),
        steps=tuple(_steps(edition, section)),
        table=_table(edition, form, repeat) if repeat else None,
        number=section.number or "",
    )


def _table(edition: Edition, form: Form, repeat: Repeat) -> Blanks:
    columns = tuple(_field(edition, form, column) for column in repeat.columns)
    given = tuple(
        Given(each.id, each.label, each.full, tuple(_of_row(edition, each, column) for column in columns))
        for each in repeat.rows
    )
    total = repeat.total and bool(given)
    rows = len(given) + total if given else repeat.blank_rows
    return Blanks(repeat.id, columns, rows, repeat.max_rows, given, repeat.rows_head or "", total)


def _of_row(edition: Edition, row: GivenRow, column: Field) -> Field:
    """A cell of a given row as a field of its own: 地面干净：得分，满分 10."""
    full = edition.labels.sheet.form.full_marks.format(row.full) if row.full else ""
    help_ = " ".join(filter(None, (column.help, full if column.kind.excel == "number" else "")))
    label = joined(edition.labels.colon, (row.label, column.label))
    # No id in a playbook has two strokes, so these meet none.
    return replace(column, id=f"{row.id}__{column.id}", label=label, help=help_)


def _field(edition: Edition, form: Form, field: FormField) -> Field:
    kind = KINDS[field.kind]
    currency = edition.currency if kind.money else ""
    return Field(
        id=field.id,
        label=field.label,
        kind=kind,
        kind_name=field.kind,
        required=field.required,
        star=field.star,
        help=field.help or "",
        unit=field.unit or currency,
        unit_first=not field.unit and kind.money and edition.currency_first,
        options=tuple(_choices(edition, field)),
        rule=_rule(edition, form, field),
        width=field.width,
        lines=field.lines,
        low=field.low or "",
        high=field.high or "",
        personal=field.personal,
    )


def _choices(edition: Edition, field: FormField) -> Iterator[Choice]:
    above = ""
    for each in field.options:
        above = each.under or above
        said = joined(edition.labels.colon, (above, each.label)) if above else ""
        yield Choice(each.id, each.label, each.other, each.under or "", said)


def _rule(edition: Edition, form: Form, field: FormField) -> Rule | None:
    """How a computed date follows from another field: 受理日期 + 3 天."""
    if field.due is None:
        return None
    words = edition.labels.sheet.form
    fact: Fact = edition.item("facts", field.due.plus)
    span: str = edition.fact(fact.id)
    if fact.unit in words.spans:
        count = words.spans[fact.unit]
        span = edition.figure(fact.id, (count.one if fact.value == 1 else count.other).format(fact.value))
    start = next(each.label for each in _all_fields(form) if each.id == field.due.start)
    return Rule(field.due.start, int(fact.value), fact.unit, words.rule.format(start=start, span=span))


def _all_fields(form: Form) -> Iterator[FormField]:
    for section in form.sections:
        yield from section.fields
        yield from section.repeat.columns if section.repeat else ()


def _steps(edition: Edition, section: Section) -> Iterator[Step]:
    shared = edition.steps() if section.use_steps else ()
    said = {step.id: step.do or "" for step in section.steps}
    every: tuple[FormStep | ComplaintStep, ...] = (*section.steps, *shared)
    for number, step in enumerate(every, 1):
        limit = edition.fact(step.limit) if step.limit else ""
        do = said.get(step.id, "") if number <= len(section.steps) else ""
        yield Step(number, step.name, do, edition.role(step.owner), limit)


def _notice(edition: Edition, form: Form) -> Notice | None:
    told, name = form.privacy, edition.playbook.shop.registered_name
    if told is None:
        return None
    handled = edition.labels.sheet.form.handled.format(name=name, keeper=told.keeper)
    keep = str(told.keep_from or edition.fact(told.keep))
    keeper = handled if name else told.keeper
    return Notice(keeper, told.purpose, keep, told.rights, name is not None, told.before or "")


def _consents(edition: Edition) -> tuple[tuple[str, tuple[Agreed, ...]], ...]:
    """The consents of the customers chapter by class of contact."""
    customers = edition.playbook.customers
    together = groupby(customers.consents if customers else (), key=lambda consent: consent.contact)
    return tuple(
        (
            edition.labels.contacts_asked[contact],
            tuple(Agreed(each.id, edition.channel(each.channel), each.text) for each in every),
        )
        for contact, every in together
    )
