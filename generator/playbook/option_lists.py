"""Lists that stand in one chapter and are ticked on forms: a form written out, with what it takes from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from string import ascii_uppercase

from generator.playbook.model.forms import Form, FormField, ListName, Option, Section
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.text import Text

_Named = Iterator[tuple[str, Text]]
"""The id and the name of each item."""
_BETWEEN = "\N{NO-BREAK SPACE}\N{MIDDLE DOT} "
"""Stands between the entries of a legend."""


def _norms(playbook: Playbook) -> _Named:
    norms = {norm.id: norm for norm in playbook.norms}
    on_the_wall = playbook.posters[0].norms if playbook.posters else ()
    return ((name, norms[name].short) for name in on_the_wall if name in norms)


_LISTS: Mapping[ListName, Callable[[Playbook], _Named]] = {
    "products": lambda p: ((each.id, each.name) for each in p.products),
    "shop.channels": lambda p: ((each.id, each.name) for each in p.shop.channels),
    "complaints.categories": lambda p: (
        (each.id, each.name) for each in (p.complaints.categories if p.complaints else ())
    ),
    "customers.classes": lambda p: (
        (each.id, each.name) for each in (p.customers.classes if p.customers else ())
    ),
    "posters.norms": _norms,
}


def named(source: ListName, playbook: Playbook) -> Mapping[str, Text]:
    """The names of a list's items by their ids, in order."""
    return dict(_LISTS[source](playbook))


def options(field: FormField, playbook: Playbook) -> tuple[Option, ...]:
    """What can be chosen. The list comes first; an own option of the same id takes an item's place."""
    if field.options_from is None:
        return field.options
    own = {option.id: option for option in field.options}
    items = named(field.options_from, playbook).items()
    taken = [own.pop(name, Option.model_construct(id=name, label=label)) for name, label in items]
    return (*taken, *own.values())


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
    changed = {"label": _with_legend(field.label, found)} if field.kind == "note" else {"options": found}
    yield field.model_copy(update=changed)


def _with_legend(label: str, found: tuple[Option, ...]) -> str:
    """A note, and after it what its letters mean; numbers where the alphabet ends."""
    marks = ascii_uppercase if len(found) <= len(ascii_uppercase) else map(str, count(1))
    legend, between = label, "" if label.endswith("：") else " "
    for mark, option in zip(marks, found, strict=False):
        # Put together with `+`, a text set in a language keeps its parts.
        legend, between = legend + f"{between}{mark}\N{NO-BREAK SPACE}" + option.label, _BETWEEN
    return legend
