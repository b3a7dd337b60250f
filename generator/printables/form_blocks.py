"""A form written out in, its parts with their heights out: what stands on paper, before it is put on pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.design.wrapping import lines
from generator.edition import Edition
from generator.outlines.form import Agreed, FormOutline
from generator.printables.form_cells import WIDTH
from generator.printables.form_layout import DESK, STANDING, strips
from generator.printables.form_pages import HEADING, Block

TEXT, TEXT_LINE = 8.5, 4.1
"""Notices: points, height of a line in mm."""


def blocks(edition: Edition, form: FormOutline) -> list[Block]:
    """The form's parts, the last one with the line that says where the sheet is filed."""
    *before, last = _parts(edition, form)
    filed = (
        2 + TEXT_LINE * lines(f"{edition.labels.sheet.form.filed}  {form.filed}", WIDTH, TEXT)
        if form.filed
        else 0
    )
    return [*before, replace(last, base=last.base + filed)]


def _parts(edition: Edition, form: FormOutline) -> Iterator[Block]:
    """The form's parts; what customers read and agree to comes before what the shop fills in."""
    shops = [section.office or (bool(form.consents) and bool(section.by)) for section in form.sections]
    office = shops.index(True) if True in shops else len(shops)
    least = STANDING if form.standing else DESK
    for at, section in enumerate(form.sections):
        if at == office:
            yield from _privacy(edition, form)
        yield Block("section", HEADING + 1.6 * section.office, at, tuple(strips(section, least)))
    if office == len(form.sections):
        yield from _privacy(edition, form)


def _privacy(edition: Edition, form: FormOutline) -> Iterator[Block]:
    high = 0.0
    words, told = edition.labels.sheet.form, form.notice
    if told:
        said = (told.keeper, told.purpose, told.keep, told.rights)
        high += 12.8 + sum(TEXT_LINE * lines(each, WIDTH - 34, TEXT) for each in said)
    for _, every in form.consents:
        high += 1 + sum(map(_consent, every))
    if form.consents:
        high += HEADING + 1.4 + 17 * form.signs + TEXT_LINE * lines(words.consents_hint, WIDTH, TEXT)
    if high:
        yield Block("privacy", high)


def _consent(consent: Agreed) -> float:
    """The height of one box with its words."""
    return max(7.0, TEXT_LINE * lines(f"{consent.channel}  {consent.text}", WIDTH - 26 - 7.5, 9) + 2.4)


def head_height(form: FormOutline) -> float:
    title = 8.4 * lines(form.title, WIDTH - 58, 19, bold=True)
    return 8.0 + title + 4.3 * lines(form.intro, WIDTH, 9)
