"""A trade's own part laid over the shipped playbook: what both have in common is written once, there.

In a trade's file an id in a list stands for the shipped playbook's item of that id. `like: ID`, in an item, begins
with that item; in any other record `like: shipped` begins with what stands at the same place. What is written beside
it replaces what it had, `null` takes it away; a record inside that has no `like` of its own is whole as written.
A list that begins with `"*"` is the shipped one, in which what is written replaces what it is like, by id or, where
there are no ids, by its number from 1; `without: ID` leaves one out, anything else comes at the end.
`renamed`, at the top, gives ids of the shipped playbook that speak of its trade another name.
`over: TRADE`, at the top, lays it over another trade's playbook instead of the shipped one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

LIKE, OVER, WITHOUT, ALL, RENAMED = "like", "over", "without", "*", "renamed"


def laid_over(own: Any, shipped: Any) -> Any:
    """Plain data of a trade's file, in which everything named has become what it names."""
    match own:
        case dict():
            return _record(own, shipped if isinstance(shipped, dict) else {})
        case [first, *rest] if first == ALL:
            return tuple(_all_but(rest, _by_id(shipped)))
        case list() | tuple():
            there = _by_id(shipped)
            return tuple(_entry(each, there) for each in own)
        case _:
            return own


def renamed(value: Any, names: Mapping[str, str]) -> Any:
    """Plain data in which ids have other names, alone and behind their chapter."""
    match value:
        case dict():
            return {name: renamed(inner, names) for name, inner in value.items()}
        case tuple():
            return tuple(renamed(each, names) for each in value)
        case str():
            chapter, dot, item = value.rpartition(".")
            return f"{chapter}{dot}{names.get(item, item)}"
        case _:
            return value


def _record(own: Mapping[str, Any], shipped: Mapping[str, Any]) -> dict[str, Any]:
    mine = {name: laid_over(value, shipped.get(name)) for name, value in own.items() if name != LIKE}
    whole = {**shipped, **mine} if LIKE in own else mine
    return {name: value for name, value in whole.items() if value is not None}


def _entry(each: Any, there: Mapping[str, Any]) -> Any:
    match each:
        case str() if there:
            return there[each]
        case dict():
            return laid_over(each, there.get(str(each.get(LIKE, each.get("id")))))
        case _:
            return each


def _all_but(own: list[Any], there: Mapping[str, Any]) -> Iterator[Any]:
    """All that is there, with what is written in its place."""
    mine = {str(each[LIKE]): each for each in own if LIKE in each}
    gone = {each[WITHOUT] for each in own if WITHOUT in each}
    if strange := (mine.keys() | gone) - there.keys():
        raise KeyError(*strange)
    yield from (laid_over(mine.get(name, each), each) for name, each in there.items() if name not in gone)
    yield from (each for each in own if not {LIKE, WITHOUT} & each.keys())


def _by_id(items: Any) -> dict[str, Any]:
    found = items if isinstance(items, tuple) else ()
    return {str(each.get("id", at)): each for at, each in enumerate(found, 1) if isinstance(each, dict)}
