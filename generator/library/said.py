"""A part of the library as it is written into a shop's file: in its languages, for its size, marked as a sample."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from generator.playbook.checks.references import named_by
from generator.playbook.hours import first_and_last
from generator.playbook.model.forms import Form
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Item, Record, fields_of
from generator.playbook.model.shop import Channel, Fact
from generator.playbook.model.supervision import Count, Tally
from generator.playbook.model.text import ANY, Text
from generator.starter import spoken, whole
from generator.starter.held import parts_of


def marked(value: Any, chapter: str, hers: Playbook) -> Any:
    """A copy that says it is the library's where nothing else does: what was confirmed as a whole was read before."""
    match value:
        case Fact():
            same = _as_stated(hers).get(value.same_as or "", {})
            return value.model_copy(update={"sample": not value.by_law, **same})
        case Item():
            plain = hers.about.began and chapter not in hers.about.mine
            return value if plain else value.model_copy(update={"mine": False})
        case Record():
            return value.model_copy(
                update={name: marked(inner, chapter, hers) for name, inner in fields_of(value)}
            )
        case tuple():
            return tuple(marked(each, chapter, hers) for each in value)
        case _:
            return value


def fitted(value: Any, hers: Playbook, library: Mapping[str, Any]) -> Any:
    """A copy that names the shop's own channel of the same kind where the library's is not there.

    `library` has the library's items by name.
    """
    own = {channel.kind: channel.id for channel in reversed(hers.shop.channels)}
    there = {channel.id for channel in hers.shop.channels}
    channels = (each for each in library.values() if isinstance(each, Channel) and each.id not in there)
    other = {channel.id: own[channel.kind] for channel in channels if channel.kind in own}
    return _with_channels(value, other) if other else value


def _anew(value: Any, change: Callable[[Record, dict[str, Any]], None]) -> Any:
    """A copy of it and of all within; `change` is given each record with its fields as they are in the copy."""
    if isinstance(value, tuple):
        return tuple(_anew(each, change) for each in value)
    if not isinstance(value, Record):
        return value
    update = {name: _anew(inner, change) for name, inner in fields_of(value)}
    change(value, update)
    return value.model_copy(update=update)


def _with_channels(value: Any, other: Mapping[str, str]) -> Any:
    def changed(record: Record, update: dict[str, Any]) -> None:
        for name, names in named_by(type(record)).items():
            given = update[name]
            if names.chapter == "shop":
                many = isinstance(given, tuple)
                update[name] = (
                    tuple(dict.fromkeys(other.get(each, each) for each in given))
                    if many
                    else other.get(given, given)
                )

    return _anew(value, changed)


def counted_by_hand(value: Any, forms: Mapping[str, Form]) -> Any:
    """A copy in which a workbook counts only what it can: `forms` are those of the shop, its own and new ones."""

    def changed(record: Record, update: dict[str, Any]) -> None:
        if isinstance(record, Count) and record.tally and not _is_counted(record, record.tally, forms):
            update["tally"] = None

    return _anew(value, changed)


def _is_counted(count: Count, tally: Tally, forms: Mapping[str, Form]) -> bool:
    form = forms.get(count.form or "")
    if form is None or tally.kept:
        return form is not None
    fields = {each.id for section in form.sections for each in section.fields}
    named = {tally.by, tally.field, tally.until, tally.days_from} - {None}
    return "excel" in form.outputs and named <= fields


def _as_stated(hers: Playbook) -> Mapping[str, dict[str, Any]]:
    """The figures that the shop states elsewhere, by where."""
    week = first_and_last(hers.shop)
    found: dict[str, dict[str, Any]] = {
        f"shop.{place}.{end}": {"value": hour, "say": Text({ANY: hour})}
        for end, hour in (week._asdict() if week else {}).items()
        for place in ("hours", "service_hours")
    }
    if hers.posters:
        norms = len(hers.posters[0].norms)
        found["posters.norms"] = {"value": norms, "say": Text({ANY: str(norms)})}
    return found


def said(value: Any, hers: Playbook, alone: bool) -> Any:
    """A value as plain data in the languages of the shop."""
    return _merged({language: spoken(value, language, alone=alone) for language in hers.about.languages})


def as_said(value: Any, hers: Playbook, alone: bool) -> str:
    """All that a value says there."""
    return "\n".join(str(spoken(value, language, alone=alone)) for language in hers.about.languages)


def _merged(each_said: Mapping[str, Any]) -> Any:
    """What is the same in all languages once; a text that is not as one for each."""
    first, *others = each_said.values()
    if all(each == first for each in others):
        return first
    if isinstance(first, dict):
        return {key: _merged({language: each[key] for language, each in each_said.items()}) for key in first}
    if isinstance(first, list):
        return [
            _merged(dict(zip(each_said, each, strict=True))) for each in zip(*each_said.values(), strict=True)
        ]
    return {**each_said}


@cache
def _all_said(trade: str, languages: tuple[str, ...], alone: bool) -> Mapping[str, Any]:
    everything = {language: spoken(whole(trade), language, alone=alone) for language in languages}
    return {name: value for name, _, value in parts_of(_merged(everything))}


def all_said(trade: str, hers: Playbook, alone: bool) -> Mapping[str, Any]:
    """Each part of a trade's library by name, as it is said in a shop's languages."""
    return _all_said(trade, hers.about.languages, alone)
