"""The answers of a choice on a form: its own, or those of a list that stands elsewhere in the playbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from generator.playbook.care import Category, CustomerClass
from generator.playbook.forms import Form, FormField, Option, OptionsFrom, Section
from generator.playbook.model import Playbook
from generator.playbook.shop import Channel, Product

Named: TypeAlias = Product | Channel | Category | CustomerClass
_LISTS: Mapping[OptionsFrom, Callable[[Playbook], Iterable[Named]]] = {
    "products": lambda playbook: playbook.products,
    "shop.channels": lambda playbook: playbook.shop.channels,
    "complaints.categories": lambda playbook: playbook.complaints.categories if playbook.complaints else (),
    "customers.classes": lambda playbook: playbook.customers.classes if playbook.customers else (),
}


def options(field: FormField, playbook: Playbook) -> tuple[Option, ...]:
    """What can be chosen. The list comes first; an own option of the same id takes an item's place."""
    if field.options_from is None:
        return field.options
    own = {option.id: option for option in field.options}
    items = {item.id: item.name for item in _LISTS[field.options_from](playbook)}
    taken = [own.pop(name, Option.model_construct(id=name, label=label)) for name, label in items.items()]
    return (*taken, *own.values())


def with_options(form: Form, playbook: Playbook) -> Form:
    """`form` with every choice written out."""
    return form.model_copy(update={"sections": tuple(_section(each, playbook) for each in form.sections)})


def _section(section: Section, playbook: Playbook) -> Section:
    def filled(fields: tuple[FormField, ...]) -> tuple[FormField, ...]:
        return tuple(field.model_copy(update={"options": options(field, playbook)}) for field in fields)

    repeat = section.repeat
    if repeat:
        repeat = repeat.model_copy(update={"columns": filled(repeat.columns)})
    return section.model_copy(update={"fields": filled(section.fields), "repeat": repeat})
