"""Days that follow from others: there is a day to count from, a span to count, and something that is used up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.playbook.checks.index import Check, Known
from generator.playbook.field_kinds import KINDS
from generator.playbook.model.contacts import Due
from generator.playbook.model.forms import FieldDue, Form, FormField, UsedUp
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Route
from generator.playbook.problems import Problem, suggested

RUNS_OUT = "runs_out"
ORDERS_DAYS = ("bought", "received", "opened")
"""The days of an order in a shop that has no events of its own."""


def a_span_is_counted_one_way(_playbook: Playbook, known: Known) -> Iterator[Problem]:
    for route, record in known.records:
        match record:
            case Due():
                needless = record.start == RUNS_OUT
            case FieldDue():
                needless = record.used_up is not None
            case _:
                continue
        if (record.plus is None) == (record.before is None) and not (needless and record.plus is None):
            yield Problem("due-span", route, {"start": record.start})


def what_runs_out_is_used_up(playbook: Playbook, known: Known) -> Iterator[Problem]:
    if any(each.lasts or each.holds for each in playbook.products) or known.lacks("products"):
        return
    for route, record in known.records:
        if isinstance(record, Due) and record.start == RUNS_OUT:
            yield Problem("never-runs-out", (*route, "start"), {})


def use_begins_on_a_day_of_the_order(playbook: Playbook, known: Known) -> Iterator[Problem]:
    days = tuple(each.id for each in playbook.shop.events) or ORDERS_DAYS
    for at, product in enumerate(playbook.products):
        begun = product.lasts_from
        if begun is not None and begun not in days and not known.lacks("shop"):
            details = {"name": begun} | suggested(begun, days)
            yield Problem("begun-on-no-day", ("products", at, "lasts_from"), details)


def what_is_used_up_on_a_form_has_its_figures(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for index, form in enumerate(playbook.forms):
        figures = [field.id for field in _fields(form) if KINDS[field.kind].excel == "number"]
        for route, used in _used_up(form, ("forms", index)):
            by_use = used.amount is not None, used.daily is not None
            if any(by_use) != all(by_use) or (used.lasts is None and not all(by_use)):
                yield Problem("used-up-how", route, {})
            for name in ("number", "amount", "daily"):
                field = getattr(used, name)
                if field is not None and field not in figures:
                    details = {"name": field} | suggested(field, figures)
                    yield Problem("figure-from-nothing", (*route, name), details)


def _used_up(form: Form, route: Route) -> Iterator[tuple[Route, UsedUp]]:
    for at, section in enumerate(form.sections):
        lists = [((), section.fields)] + ([(("repeat",), section.repeat.columns)] if section.repeat else [])
        for inner, fields in lists:
            name = "columns" if inner else "fields"
            for number, field in enumerate(fields):
                if field.due is not None and field.due.used_up is not None:
                    where = (*route, "sections", at, *inner, name, number, "due", "used_up")
                    yield where, field.due.used_up


def _fields(form: Form) -> Iterable[FormField]:
    for section in form.sections:
        yield from section.fields
        yield from section.repeat.columns if section.repeat else ()


CHECKS: tuple[Check, ...] = (
    a_span_is_counted_one_way,
    what_runs_out_is_used_up,
    use_begins_on_a_day_of_the_order,
    what_is_used_up_on_a_form_has_its_figures,
)
