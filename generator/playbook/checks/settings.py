"""What is written on a form and comes to nothing there: a setting that its kind of field, table or form has no use for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.playbook.checks.forms import fields, forms
from generator.playbook.checks.index import Check, Known
from generator.playbook.field_kinds import KINDS, Kind
from generator.playbook.model.forms import Form, FormField, Repeat
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Record, Route
from generator.playbook.problems import Problem

USES: Mapping[str, Callable[[Kind], bool]] = {
    "lines": lambda kind: kind.counts_lines,
    "unit": lambda kind: kind.measured,
    "low": lambda kind: kind.ends,
    "high": lambda kind: kind.ends,
    "required": lambda kind: kind.draws != "words",
}
"""Settings that not every kind of field has a use for; options, lists, dates and numbers have checks of their own."""

_WITHOUT_ROWS, _WITH_ROWS = ("total", "rows_head"), ("blank_rows", "max_rows")
"""What a table of blank rows, and one of given rows, has no use for."""


def says(record: Record, setting: str) -> bool:
    """Whether its author wrote the setting, and wrote that it is so."""
    return setting in record.model_fields_set and getattr(record, setting) not in (None, False)


def fields_say_what_their_kind_uses(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, form in forms(playbook):
        for where, field in fields(form, route):
            for setting, used in USES.items():
                if says(field, setting) and not used(KINDS[field.kind]):
                    yield Problem("field-odd-setting", (*where, setting), _odd(field, setting))


def _odd(field: FormField, setting: str) -> dict[str, str]:
    kinds = "`, `".join(name for name, kind in KINDS.items() if USES[setting](kind))
    return {"name": field.id, "kind": field.kind, "setting": setting, "kinds": f"`{kinds}`"}


def tables_say_what_their_rows_use(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, form in forms(playbook):
        for at, section in enumerate(form.sections):
            if section.repeat:
                yield from _of_table(form, section.repeat, (*route, "sections", at, "repeat"))


def _of_table(form: Form, table: Repeat, route: Route) -> Iterator[Problem]:
    def odd(kind: str, setting: str) -> Problem:
        return Problem(kind, (*route, setting), {"name": table.id, "setting": setting})

    vain = _WITH_ROWS if table.rows else _WITHOUT_ROWS
    kind = "table-own-rows" if table.rows else "table-no-rows"
    yield from (odd(kind, setting) for setting in vain if says(table, setting))
    figures = any(KINDS[column.kind].excel == "number" for column in table.columns)
    if table.rows and table.total and not figures:
        yield odd("total-no-figures", "total")
    if not table.rows and says(table, "max_rows") and "phone" not in form.outputs:
        yield odd("rows-no-phone", "max_rows")


def forms_say_what_they_use(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, form in forms(playbook):
        rows = any(each.repeat or each.steps or each.use_steps for each in form.sections)
        if says(form, "place") and form.place == "standing" and not rows:
            yield Problem("form-no-rows", (*route, "place"), {"name": form.id})
        if form.consents and says(form, "audience") and form.audience == "staff":
            yield Problem("form-odd-audience", (*route, "audience"), {"name": form.id})


CHECKS: tuple[Check, ...] = (
    fields_say_what_their_kind_uses,
    tables_say_what_their_rows_use,
    forms_say_what_they_use,
)
