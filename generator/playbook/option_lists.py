"""Lists that stand in one chapter and are ticked on forms: their names, and what can be chosen of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.playbook.model.forms import FormField, ListName, Option
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.text import Text

_Named = Iterator[tuple[str, Text]]
"""The id and the name of each item."""


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
    "complaints.degrees": lambda p: (
        (each.id, each.name) for each in (p.complaints.degrees if p.complaints else ())
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
