"""A form in, the same form out with every choice, legend and row that it takes from a list of the playbook."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from string import ascii_uppercase

from generator.playbook.field_kinds import KINDS
from generator.playbook.model.forms import Form, FormField, Option, Section
from generator.playbook.model.playbook import Playbook
from generator.playbook.option_lists import named, options

_BETWEEN = "\N{NO-BREAK SPACE}\N{MIDDLE DOT} "
"""Stands between the entries of a legend."""


def written_out(form: Form, playbook: Playbook) -> Form:
    """`form` with every choice, legend and row that it takes from a list of the playbook."""
    return form.model_copy(update={"sections": tuple(_section(each, playbook) for each in form.sections)})


def _section(section: Section, playbook: Playbook) -> Section:
    fields = tuple(each for field in section.fields for each in _fields(field, playbook))
    repeat = section.repeat
    if repeat:
        columns = tuple(each for column in repeat.columns for each in _fields(column, playbook))
        repeat = repeat.model_copy(update={"columns": columns})
    return section.model_copy(update={"fields": fields, "repeat": repeat})


def _fields(field: FormField, playbook: Playbook) -> Iterator[FormField]:
    if field.for_each:
        for name, label in named(field.for_each, playbook).items():
            one = {"id": f"{field.id}_{name}", "label": label, "for_each": None}
            yield from _fields(field.model_copy(update=one), playbook)
        return
    found = options(field, playbook)
    changed = {"label": _with_legend(field.label, found)} if KINDS[field.kind].legend else {"options": found}
    yield field.model_copy(update=changed)


def _with_legend(label: str, found: tuple[Option, ...]) -> str:
    """A note, and after it what its letters mean; numbers where the alphabet ends."""
    marks = ascii_uppercase if len(found) <= len(ascii_uppercase) else map(str, count(1))
    legend, between = label, "" if label.endswith("：") else " "
    for mark, option in zip(marks, found, strict=False):
        # Put together with `+`, a text set in a language keeps its parts.
        legend, between = legend + f"{between}{mark}\N{NO-BREAK SPACE}" + option.label, _BETWEEN
    return legend
