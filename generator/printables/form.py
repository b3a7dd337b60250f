"""A form to fill in by hand: room for handwriting, in the order the work is done, front and back of a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from generator.design.stamping import Foot, Place, Square
from generator.design.wrapping import lines
from generator.edition import Edition
from generator.output import Audience
from generator.playbook.model.care import Consent
from generator.playbook.model.forms import Form, FormField, Section
from generator.playbook.model.record import Route
from generator.playbook.option_lists import written_out
from generator.playbook.problems import Problem
from generator.printables.form_cells import CHARACTER, WIDTH, needed_in_table
from generator.printables.form_layout import STEP_COLUMNS, strips
from generator.printables.form_pages import HEADING, Block, pages
from generator.printables.sheet import Sheet

FOOT = Foot(
    (Place(25, 197, 285.273),), (Place(19, 191, 285.273),), Square(middle=287.2, size=9.6), numbered=True
)
"""The code to scan ends 5 mm above the edge, where printers can still reach."""
TEXT, TEXT_LINE = 8.5, 4.1
"""Notices: points, height of a line in mm."""


@dataclass(frozen=True)
class Head:
    """What stands above the first section."""

    number: FormField | None
    """The form's own field for its number."""
    required: bool
    star: bool
    """Whether the marks need to be explained."""


def sheets(edition: Edition) -> Iterator[Sheet]:
    for index, form in enumerate(edition.playbook.forms):
        if "paper" not in form.outputs:
            continue
        form = written_out(form, edition.playbook)
        fields = [field for section in form.sections for field in section.fields]
        number = next((field for field in fields if field.number), None)
        head = Head(number, any(f.required for f in fields), any(f.star for f in fields))
        yield Sheet(
            id=f"form-{form.id}",
            of=f"forms.{form.id}",
            kind="form",
            title=form.title,
            template="form.html",
            styles=("form.css",),
            view={
                "form": form,
                "head": head,
                "pages": pages(_blocks(edition, form, number), _head_height(form)),
                "signs": _signs(form),
                "consents": consents(edition) if form.consents else (),
                "gaps": edition.labels.sheet.form.blank_date.split("{}"),
                "steps": STEP_COLUMNS,
            },
            route=("forms", index),
            paper="A4",
            audience=_audience(form),
            page=_page(edition, form),
            pages=None,
            core=form.core,
            foot=FOOT,
        )


def problems(edition: Edition) -> Iterator[Problem]:
    """Fields and tables wider than the sheet."""
    if not edition.first:
        return
    for index, form in enumerate(edition.playbook.forms):
        printed = written_out(form, edition.playbook)
        for number, section in enumerate(printed.sections):
            # A field that stands for many is still written once: its place is that in the file.
            fields = form.sections[number].fields
            yield from _too_wide(fields, section, ("forms", index, "sections", number))


def _too_wide(fields: Iterable[FormField], section: Section, route: Route) -> Iterator[Problem]:
    for index, field in enumerate(fields):
        if field.width is not None and field.width * CHARACTER > WIDTH:
            yield _problem(field.id, field.width * CHARACTER, (*route, "fields", index, "width"))
    if section.repeat:
        wide = sum(map(needed_in_table, section.repeat.columns))
        if wide > WIDTH:
            yield _problem(section.repeat.id, wide, (*route, "repeat", "columns"))


def _problem(name: str, width: float, route: Route) -> Problem:
    details = {"name": name, "width": f"{width:.0f}", "room": f"{WIDTH:.0f}"}
    return Problem("field-too-wide", route, details)


def _audience(form: Form) -> Audience:
    """A form that asks for consent is handed to customers, whatever it says."""
    return "customer" if form.consents else form.audience


def _page(edition: Edition, form: Form) -> str:
    """The handbook page of the chapter that uses the form."""
    playbook = edition.playbook
    if playbook.complaints and playbook.complaints.form == form.id:
        return "complaints.html"
    if playbook.customers and playbook.customers.form == form.id:
        return "customers.html"
    return "print.html"


def consents(edition: Edition) -> tuple[tuple[str, tuple[Consent, ...]], ...]:
    """The consents of the customers chapter by class of contact."""
    customers = edition.playbook.customers
    every = customers.consents if customers else ()
    together = groupby(every, key=lambda consent: consent.contact)
    return tuple((edition.labels.contacts[contact], tuple(each)) for contact, each in together)


def _signs(form: Form) -> bool:
    """Whether consents need a line of their own to sign: not if customers sign the form anyway."""
    theirs = [field for section in form.sections if not section.office for field in section.fields]
    return form.consents and not any(field.kind == "signature" for field in theirs)


def _blocks(edition: Edition, form: Form, number: FormField | None) -> list[Block]:
    """The form's parts, the last one with the line that says where the sheet is filed."""
    *before, last = _parts(edition, form, number)
    filed = (
        2 + TEXT_LINE * lines(f"{edition.labels.sheet.form.filed}  {form.filed}", WIDTH, TEXT)
        if form.filed
        else 0
    )
    return [*before, replace(last, base=last.base + filed)]


def _parts(edition: Edition, form: Form, number: FormField | None) -> Iterator[Block]:
    """The form's parts; what customers read and agree to comes before what the shop fills in."""
    shops = [section.office or (form.consents and section.by is not None) for section in form.sections]
    office = shops.index(True) if True in shops else len(shops)
    for at, section in enumerate(form.sections):
        if at == office:
            yield from _privacy(edition, form)
        fields = tuple(field for field in section.fields if field is not number)
        found = strips(edition, form, section.model_copy(update={"fields": fields}))
        yield Block("section", HEADING + 1.6 * section.office, at, tuple(found))
    if office == len(form.sections):
        yield from _privacy(edition, form)


def _privacy(edition: Edition, form: Form) -> Iterator[Block]:
    high = 0.0
    words = edition.labels.sheet.form
    if form.privacy:
        said = (
            form.privacy.keeper,
            form.privacy.purpose,
            edition.fact(form.privacy.keep),
            form.privacy.rights,
        )
        high += 12.8 + sum(TEXT_LINE * lines(str(each), WIDTH - 34, TEXT) for each in said)
    for _, every in consents(edition) if form.consents else ():
        high += 1 + sum(_consent(edition, consent) for consent in every)
    if form.consents:
        high += HEADING + 1.4 + 17 * _signs(form) + TEXT_LINE * lines(words.consents_hint, WIDTH, TEXT)
    if high:
        yield Block("privacy", high)


def _consent(edition: Edition, consent: Consent) -> float:
    """The height of one box with its words."""
    words = f"{edition.channel(consent.channel)}  {consent.text}"
    return max(7.0, TEXT_LINE * lines(words, WIDTH - 26 - 7.5, 9) + 2.4)


def _head_height(form: Form) -> float:
    title = 8.4 * lines(form.title, WIDTH - 58, 19, bold=True)
    return 8.0 + title + 4.3 * lines(form.intro, WIDTH, 9)
