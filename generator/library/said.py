"""A part of the library as it is written into a shop's file: in its languages, for its size, marked as a sample."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from generator.playbook.hours import first_and_last
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Item, Record, fields_of
from generator.playbook.model.shop import Fact
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
