"""Written once: each form that may be filled in twice says where it is kept, and only that place is named."""

from __future__ import annotations

from collections.abc import Iterator

from generator.playbook.checks.index import Check, Known
from generator.playbook.model.forms import Form
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.text import Text
from generator.playbook.phrases import Phrases
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
    forms = {index: form for index, form in enumerate(playbook.forms) if form.instead_of is not None}
    titles = Phrases(title for form in forms.values() for title in _titles(form))
    ids = {id for form in forms.values() for id in (form.id, f"forms.{form.id}")}
    for route, value in known.everything if forms else ():
        if isinstance(value, Text):
            named = {title for said in value.said.values() for title in titles.within(said.casefold())}
        else:
            named = {value} if isinstance(value, str) and value in ids else set()
        for index, form in forms.items() if named else ():
            if route[:2] != ("forms", index) and _is_among(named, form, value, route[-1]):
                yield Problem("form-not-kept", route, {"name": form.id, "kept": str(form.instead_of)})


def _is_among(named: set[str], form: Form, value: object, field: object) -> bool:
    if isinstance(value, Text):
        return not named.isdisjoint(_titles(form))
    return f"forms.{form.id}" in named or (field == "form" and form.id in named)


def _titles(form: Form) -> set[str]:
    return {title.casefold() for title in form.title.said.values()}


CHECKS: tuple[Check, ...] = (
    whatever_is_in_excel_says_where_it_is_kept,
    what_is_kept_with_another_has_a_workbook_there,
    only_what_is_kept_is_named,
)
