"""Written once: each form that may be filled in twice says where it is kept, and only that place is named."""

from __future__ import annotations

from collections.abc import Iterator

from generator.playbook.checks.index import Check, Known
from generator.playbook.model.forms import Form
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.text import Text
from generator.playbook.problems import Problem


def whatever_is_in_excel_says_where_it_is_kept(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for index, form in enumerate(playbook.forms):
        route, in_excel = ("forms", index), "excel" in form.outputs
        if in_excel and form.kept_in is None:
            yield Problem("form-kept-nowhere", (*route, "outputs"), {"name": form.id})
        elif in_excel and (form.kept_in == "paper" or form.instead_of):
            yield Problem("form-kept-twice", (*route, "outputs"), {"name": form.id})
        elif form.kept_in == "excel" and not in_excel and not form.kept_with:
            yield Problem("form-kept-without-excel", (*route, "kept_in"), {"name": form.id})


def what_is_kept_with_another_has_a_workbook_there(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    kept = {form.id for form in playbook.forms if "excel" in form.outputs and form.kept_in == "excel"}
    every = {form.id for form in playbook.forms}
    for index, form in enumerate(playbook.forms):
        other = form.kept_with
        if other in every and (other not in kept or form.id in kept or form.kept_in != "excel"):
            yield Problem(
                "form-kept-with-none", ("forms", index, "kept_with"), {"name": form.id, "kept": other}
            )


def only_what_is_kept_is_named(playbook: Playbook, known: Known) -> Iterator[Problem]:
    """By its title in a text, or by its id in a link."""
    for index, form in enumerate(playbook.forms):
        if form.instead_of is None:
            continue
        details = {"name": form.id, "kept": form.instead_of}
        for route, value in known.everything:
            if route[:2] == ("forms", index) or not isinstance(value, str | Text):
                continue
            if _names(value, form, route[-1]):
                yield Problem("form-not-kept", route, details)


def _names(value: str | Text, form: Form, field: object) -> bool:
    if isinstance(value, Text):
        titles = {title.casefold() for title in form.title.said.values()}
        return any(title in said.casefold() for said in value.said.values() for title in titles)
    return value == f"forms.{form.id}" or (field == "form" and value == form.id)


CHECKS: tuple[Check, ...] = (
    whatever_is_in_excel_says_where_it_is_kept,
    what_is_kept_with_another_has_a_workbook_there,
    only_what_is_kept_is_named,
)
