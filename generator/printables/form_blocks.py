"""A form written out in, its parts with their heights out: what stands on paper, before it is put on pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.design.wrapping import lines
from generator.edition import Edition
from generator.outlines.form import Agreed, FormOutline
from generator.printables import form_measures as m
from generator.printables.form_layout import DESK, STANDING, strips
from generator.printables.form_pages import Block
from generator.printables.logo import Logo, beside, logo
from generator.printables.measures import Face
from generator.printables.reach import ON_A_FORM, Reach, reach


def blocks(edition: Edition, form: FormOutline) -> list[Block]:
    """The form's parts, the last one with the line that says where the sheet is filed."""
    *before, last = _parts(edition, form)
    words, room = edition.labels.sheet.form, "口" * 5  # as wide as the room for the number of the line
    kept = f" {words.kept.format(form.kept)}{words.kept_line}{room}" if form.kept else ""
    where = f"{words.filed}  {form.filed}{kept}"
    filed = m.FILED_GAP + _high(where, m.paper(form).width, m.TEXT) if form.filed or kept else 0
    return [*before, replace(last, base=last.base + filed)]


def _parts(edition: Edition, form: FormOutline) -> Iterator[Block]:
    """The form's parts; what customers read and agree to comes before what the shop fills in."""
    least, on = STANDING if form.standing else DESK, m.paper(form)
    for at, section in enumerate(form.sections):
        if at == form.before_notice:
            yield from _privacy(edition, form)
        base, signs = m.HEADING + m.OFFICE * section.office, at > 0 and section.only_signs
        yield Block("section", base, at, tuple(strips(section, least, on)), signs=signs)
    if form.before_notice == len(form.sections):
        yield from _privacy(edition, form)


def _privacy(edition: Edition, form: FormOutline) -> Iterator[Block]:
    high, wide = 0.0, m.paper(form).width
    words, told = edition.labels.sheet.form, form.notice
    if told:
        said = (told.keeper, told.purpose, told.keep, told.rights)
        high += 12.8 + sum(_high(each, wide - m.NOTICE_NAME - 8, m.TEXT) for each in said)
    for _, every in form.consents:
        high += 1 + sum(_consent(each, wide) for each in every)
    if form.consents:
        high += m.HEADING + 1.4 + _high(words.consents_hint, wide, m.TEXT)
        high += (m.SIGNED + m.SIGNED_GAP) * form.signs
    if high:
        yield Block("privacy", high)


def _consent(consent: Agreed, wide: float) -> float:
    """The height of one box with its words."""
    room = wide - m.CONTACT - m.BOX - m.GAP - 0.5
    words = _high(consent.said("  "), room, m.AGREED)
    return max(m.AGREED_ROW, words + 2 * m.AGREED_AIR + 0.4)


def reach_of(edition: Edition, form: FormOutline) -> Reach:
    """How the shop is reached, on a form that a customer is handed."""
    there = reach(edition, code=ON_A_FORM) if form.audience == "customer" else Reach((), [])
    return replace(there, in_one=True)


def logo_of(edition: Edition, form: FormOutline) -> Logo | None:
    """The shop's logo, on a form that a customer is handed; as high as its name and title."""
    return logo(edition, 36.0, 11.5) if form.audience == "customer" else None


def head_height(form: FormOutline, reached: Reach, drawn: Logo | None) -> float:
    wide = m.paper(form).width
    title = _high(form.title, wide - m.TITLE_SIDE - beside(drawn), m.TITLE, bold=True)
    ways = reached.high(wide, m.WAYS, code=ON_A_FORM) + 1.4 if reached else 0.0
    return 8.0 + title + ways + _high(form.intro, wide, m.INTRO)


def _high(text: str, room: float, face: Face, *, bold: bool = False) -> float:
    points, line = face
    return line * lines(text, room, points, bold=bold)
