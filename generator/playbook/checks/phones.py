"""Forms on a phone: what cannot be done there, and what leaves the shop, is said while the playbook is checked."""

from __future__ import annotations

from collections.abc import Iterator

from generator.playbook.checks.forms import forms
from generator.playbook.checks.index import Check, Known
from generator.playbook.field_kinds import KINDS
from generator.playbook.model.forms import Form, FormField
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Route
from generator.playbook.problems import Problem


def _on_phones(playbook: Playbook) -> Iterator[tuple[Route, Form]]:
    return ((route, form) for route, form in forms(playbook) if "phone" in form.outputs)


def _asked(form: Form, route: Route) -> Iterator[tuple[Route, FormField]]:
    """The fields a phone shows: not those that the shop fills in on a customer's form."""
    customers = form.audience == "customer" or form.consents
    for number, section in enumerate(form.sections):
        if not (section.office and customers):
            inside = (*route, "sections", number)
            for index, field in enumerate(section.fields):
                yield (*inside, "fields", index), field
            for index, column in enumerate(section.repeat.columns if section.repeat else ()):
                yield (*inside, "repeat", "columns", index), column


def what_is_signed_is_not_signed_on_a_phone(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, form in _on_phones(playbook):
        signed = [(where, field) for where, field in _asked(form, route) if KINDS[field.kind].signs]
        if signed:
            where, _ = signed[0]
            yield Problem("phone-signed", where, {"name": form.id, "count": str(len(signed))})


def what_is_personal_leaves_the_shop_online(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, form in _on_phones(playbook):
        personal = [where for where, field in _asked(form, route) if field.personal]
        if personal:
            details = {"name": form.id, "count": str(len(personal))}
            yield Problem("phone-personal", (*route, "outputs"), details)


CHECKS: tuple[Check, ...] = (
    what_is_signed_is_not_signed_on_a_phone,
    what_is_personal_leaves_the_shop_online,
)
