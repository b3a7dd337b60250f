"""A trade's own part laid over the shipped playbook: what both have in common is written once, there.

In a trade's file an id in a list stands for the shipped playbook's item of that id. `like: ID`, in an item, begins
with that item; in any other record `like: shipped` begins with what stands at the same place. What is written beside
it replaces what it had, `null` takes it away; a record inside that has no `like` of its own is whole as written.
`over: TRADE`, at the top, lays it over another trade's playbook instead of the shipped one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

LIKE, OVER = "like", "over"


def laid_over(own: Any, shipped: Any) -> Any:
    """Plain data of a trade's file, in which everything named has become what it names."""
    match own:
        case dict():
            return _record(own, shipped if isinstance(shipped, dict) else {})
        case list() | tuple():
            there = _by_id(shipped)
            return tuple(_entry(each, there) for each in own)
        case _:
            return own


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


def _by_id(items: Any) -> dict[str, Any]:
    found = items if isinstance(items, tuple) else ()
    return {each["id"]: each for each in found if isinstance(each, dict) and "id" in each}
