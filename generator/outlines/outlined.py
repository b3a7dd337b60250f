"""How a form of the playbook becomes its outline: its texts said in one language, its lists written out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from generator.edition import Edition
from generator.outlines.form import (
    Agreed,
    Blanks,
    Choice,
    Field,
    FormOutline,
    Given,
    Notice,
    Part,
    Rule,
    Step,
    Supply,
)
from generator.outlines.kept import kept_in
from generator.outlines.written_out import written_out
from generator.playbook.drawings import DrawnField
from generator.playbook.field_kinds import KINDS, LINES
from generator.playbook.model.complaints import ComplaintStep
from generator.playbook.model.forms import Form, FormField, FormStep, GivenRow, Repeat, Section, UsedUp
from generator.playbook.model.shop import Fact
from generator.playbook.model.widths import characters
from generator.playbook.section_numbers import section_numbers
from generator.set_text import joined

_REMARK = re.compile(r"\s*[(（][^()（）]*[)）]$")


def outline(edition: Edition, form: Form) -> FormOutline:
    """`form` in the words of an edition."""
    form = written_out(form, edition.playbook)
    number = next((field for section in form.sections for field in section.fields if field.number), None)
    return FormOutline(
        id=form.id,
        title=form.title,
        intro=form.intro,
        sections=tuple(
            _part(edition, form, section, number)
            for section, number in zip(form.sections, section_numbers(form).values(), strict=True)
        ),
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


def _part(edition: Edition, form: Form, section: Section, number: str) -> Part:
    repeat = section.repeat
    return Part(
        id=section.id,
        title=section.title,
        by=edition.role(section.by) if section.by else "",
        hint=section.hint or "",
        office=section.office,
        fields=(
            *_clauses(form, section),
            *(_field(edition, form, each) for each in section.fields if not each.number),
        ),
        steps=tuple(_steps(edition, section)),
        table=_table(edition, form, repeat) if repeat else None,
        number=number,
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


def _clauses(form: Form, section: Section) -> Iterator[Field]:
    """The clauses of a section as words to read, with the number each has in the form."""
    before = form.sections[: form.sections.index(section)]
    first = 1 + sum(len(each.clauses) for each in before)
    for number, clause in enumerate(section.clauses, first):
        yield Field(
            f"{section.id}__{clause.id}", joined(" ", (f"{number}", clause.text)), KINDS["note"], "note"
        )


def _field(edition: Edition, form: Form, field: FormField) -> Field:
    kind = KINDS[field.kind]
    currency = edition.currency if kind.money else ""
    unit = field.unit if kind.measured else None
    return Field(
        id=field.id,
        label=field.label,
        kind=kind,
        kind_name=field.kind,
        required=field.required and kind.draws != "words",
        star=field.star,
        help=field.help or "",
        unit=unit or currency,
        unit_first=not unit and kind.money and edition.currency_first,
        options=tuple(_choices(edition, field)),
        rule=_rule(edition, form, field),
        width=None if field.width is None else characters(field.width, LINES[form.sideways]),
        lines=field.lines,
        height=field.height,
        picture=field.drawn if isinstance(field, DrawnField) else None,
        low=field.low or "",
        high=field.high or "",
        personal=field.personal,
        sheet_only=field.sheet_only,
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
    due, words = field.due, edition.labels.sheet.form
    names: dict[str, str] = {each.id: each.label for each in _all_fields(form)}
    said = _plain(names[due.start])
    amount, unit = 0, "day"
    if due.used_up:
        said = words.rule.format(start=said, span=_lasts(edition, names, due.used_up))
    if span := due.plus or due.before:
        fact: Fact = edition.item("facts", span)
        amount, unit = int(fact.value) * (-1 if due.before else 1), fact.unit
        rule = words.rule_before if due.before else words.rule
        said = rule.format(start=said, span=_counted(edition, fact))
    return Rule(due.start, amount, unit, said, _supply(edition, due.used_up) if due.used_up else None)


def _plain(label: str) -> str:
    """A label without the remark in brackets behind it: within a rule it would be read twice."""
    remark = _REMARK.search(label)
    return label[: remark.start()] if remark and remark.start() else label


def _counted(edition: Edition, fact: Fact) -> str:
    """A span in figures: 3 天, whatever it is called in a sentence."""
    spans = edition.labels.sheet.form.spans
    if fact.unit not in spans:
        return edition.fact(fact.id)
    count = spans[fact.unit]
    return edition.figure(fact.id, (count.one if fact.value == 1 else count.other).format(fact.value))


def _lasts(edition: Edition, names: Mapping[str, str], used: UsedUp) -> str:
    """How long it lasts, as it is reckoned: 30 天 × 数量, 剩多少 ÷ 每天用量."""
    words = edition.labels.sheet.form
    if used.amount and used.daily:
        said: str = words.shared_out.format(amount=names[used.amount], daily=names[used.daily])
    else:
        said = _counted(edition, edition.item("facts", used.lasts or ""))
    return words.times.format(each=said, number=names[used.number]) if used.number else said


def _supply(edition: Edition, used: UsedUp) -> Supply:
    return Supply(edition.lasts(used.lasts), used.number or "", used.amount or "", used.daily or "")


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
            edition.labels.contacts_asked[contact] if contact else edition.labels.sheet.form.also_agreed,
            tuple(
                Agreed(each.id, edition.channel(each.channel) if each.channel else "", each.text)
                for each in every
            ),
        )
        for contact, every in together
    )
