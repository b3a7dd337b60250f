"""Forms: fields have what their kind needs, and personal data comes with a notice."""

from __future__ import annotations

from collections.abc import Iterator

from generator.playbook.checks.index import Check, Known
from generator.playbook.field_kinds import KINDS
from generator.playbook.model.forms import Form, FormField
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Route
from generator.playbook.option_lists import named, options
from generator.playbook.problems import Problem, suggested


def fields(form: Form, route: Route) -> Iterator[tuple[Route, FormField]]:
    """All fields of a form in the order they are printed, with their routes."""
    for number, section in enumerate(form.sections):
        for index, field in enumerate(section.fields):
            yield (*route, "sections", number, "fields", index), field
        for index, column in enumerate(section.repeat.columns if section.repeat else ()):
            yield (*route, "sections", number, "repeat", "columns", index), column


def forms(playbook: Playbook) -> Iterator[tuple[Route, Form]]:
    for index, form in enumerate(playbook.forms):
        yield ("forms", index), form


def field_ids_stand_once(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, form in forms(playbook):
        seen: dict[str, Route] = {}
        for where, field in fields(form, route):
            first = seen.setdefault(field.id, where)
            if first != where:
                yield Problem("doubled-field", (*where, "id"), {"name": field.id}, first=first)


def fields_have_what_they_need(playbook: Playbook, known: Known) -> Iterator[Problem]:
    for route, form in forms(playbook):
        # A field that stands for many is no single date to count from.
        dates = [f.id for _, f in fields(form, route) if KINDS[f.kind].counted_from and not f.for_each]
        for where, field in fields(form, route):
            details, kind = {"name": field.id, "kind": field.kind}, KINDS[field.kind]
            yield from _lists(playbook, known, where, field)
            if kind.ends and not (field.low and field.high):
                yield Problem("score-no-words", where, details)
            if field.picture and kind.draws != "frame":
                yield Problem("field-odd-picture", (*where, "picture"), details)
            if kind.computed and field.due is None:
                yield Problem("field-no-due", where, details)
            elif field.due is not None and not kind.computed:
                yield Problem("field-odd-due", (*where, "due"), details)
            elif field.due is not None and field.due.start not in dates:
                start = field.due.start
                yield Problem(
                    "due-from-nothing", (*where, "due", "start"), {"name": start} | suggested(start, dates)
                )


def one_text_is_the_number_of_a_form(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, form in forms(playbook):
        found = [(where, field) for where, field in fields(form, route) if field.number]
        first = next((field for where, field in found if _may_be_the_number(form, where, field)), None)
        for where, field in found:
            if field is not first:
                yield Problem("field-odd-number", (*where, "number"), {"name": field.id})


def _may_be_the_number(form: Form, where: Route, field: FormField) -> bool:
    return form.numbered and KINDS[field.kind].number and field.for_each is None and "repeat" not in where


def _lists(playbook: Playbook, known: Known, where: Route, field: FormField) -> Iterator[Problem]:
    """Choices have two answers or more, and lists that are taken up have something in them."""
    details = {"name": field.id, "kind": field.kind}
    kind, few = KINDS[field.kind], len(options(field, playbook)) < 2
    if field.options and not kind.options:
        yield Problem("field-odd-options", (*where, "options"), details)
    if kind.options and few and field.options_from is None:
        yield Problem("field-no-options", where, details)
    if field.options_from and not (kind.options or kind.legend):
        yield Problem("field-odd-options", (*where, "options_from"), details)
    elif field.options_from and few and not _unknown(field.options_from, known):
        yield Problem(
            "list-too-short", (*where, "options_from"), {"name": field.id, "source": field.options_from}
        )
    if field.for_each and not named(field.for_each, playbook) and not _unknown(field.for_each, known):
        yield Problem("list-too-short", (*where, "for_each"), {"name": field.id, "source": field.for_each})


def _unknown(source: str, known: Known) -> bool:
    """Whether what stands in a list could not be read."""
    return known.lacks(source) or (source == "posters.norms" and known.lacks("norms"))


def sections_hold_something(playbook: Playbook, known: Known) -> Iterator[Problem]:
    for route, form in forms(playbook):
        for number, section in enumerate(form.sections):
            held = section.clauses or section.fields or section.steps or section.use_steps or section.repeat
            if not held:
                yield Problem("section-empty", (*route, "sections", number), {"name": section.id})
            if section.use_steps and playbook.complaints is None and not known.lacks("complaints"):
                yield Problem(
                    "section-no-steps", (*route, "sections", number, "use_steps"), {"name": section.id}
                )


def personal_fields_come_with_a_notice(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, form in forms(playbook):
        personal = [where for where, field in fields(form, route) if field.personal]
        if personal and form.privacy is None:
            yield Problem("form-no-notice", (*personal[0], "personal"), {"name": form.id})


def notices_stand_before_a_section_of_their_form(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, form in forms(playbook):
        before, there = form.privacy.before if form.privacy else None, [each.id for each in form.sections]
        if before is not None and before not in there:
            details = {"name": before} | suggested(before, there)
            yield Problem("notice-before-nothing", (*route, "privacy", "before"), details)


def notices_name_who_handles_the_data(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    with_notice = [form for _, form in forms(playbook) if form.privacy is not None]
    if with_notice and playbook.shop.registered_name is None:
        kind = "sample-no-handler" if playbook.about.sample else "shop-no-handler"
        yield Problem(kind, ("shop",), {"count": str(len(with_notice))})


def consents_are_there_to_print(playbook: Playbook, known: Known) -> Iterator[Problem]:
    for route, form in forms(playbook):
        if form.consents and playbook.customers is None and not known.lacks("customers"):
            yield Problem("form-no-consents", (*route, "consents"), {"name": form.id})


CHECKS: tuple[Check, ...] = (
    field_ids_stand_once,
    fields_have_what_they_need,
    one_text_is_the_number_of_a_form,
    sections_hold_something,
    personal_fields_come_with_a_notice,
    notices_stand_before_a_section_of_their_form,
    notices_name_who_handles_the_data,
    consents_are_there_to_print,
)
