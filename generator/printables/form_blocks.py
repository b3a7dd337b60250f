"""A form written out in, its parts with their heights out: what stands on paper, before it is put on pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from generator.design.wrapping import lines
from generator.edition import Edition
from generator.playbook.model.care import Consent
from generator.playbook.model.forms import Form, FormField
from generator.printables.form_cells import WIDTH
from generator.printables.form_layout import strips
from generator.printables.form_pages import HEADING, Block

TEXT, TEXT_LINE = 8.5, 4.1
"""Notices: points, height of a line in mm."""


def number_of(form: Form) -> FormField | None:
    """The form's own field for its number."""
    return next((field for section in form.sections for field in section.fields if field.number), None)


def consents(edition: Edition) -> tuple[tuple[str, tuple[Consent, ...]], ...]:
    """The consents of the customers chapter by class of contact."""
    customers = edition.playbook.customers
    every = customers.consents if customers else ()
    together = groupby(every, key=lambda consent: consent.contact)
    return tuple((edition.labels.contacts[contact], tuple(each)) for contact, each in together)


def signs(form: Form) -> bool:
    """Whether consents need a line of their own to sign: not if customers sign the form anyway."""
    theirs = [field for section in form.sections if not section.office for field in section.fields]
    return form.consents and not any(field.kind == "signature" for field in theirs)


def blocks(edition: Edition, form: Form) -> list[Block]:
    """The form's parts, the last one with the line that says where the sheet is filed."""
    *before, last = _parts(edition, form, number_of(form))
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
        high += HEADING + 1.4 + 17 * signs(form) + TEXT_LINE * lines(words.consents_hint, WIDTH, TEXT)
    if high:
        yield Block("privacy", high)


def _consent(edition: Edition, consent: Consent) -> float:
    """The height of one box with its words."""
    words = f"{edition.channel(consent.channel)}  {consent.text}"
    return max(7.0, TEXT_LINE * lines(words, WIDTH - 26 - 7.5, 9) + 2.4)


def head_height(form: Form) -> float:
    title = 8.4 * lines(form.title, WIDTH - 58, 19, bold=True)
    return 8.0 + title + 4.3 * lines(form.intro, WIDTH, 9)
