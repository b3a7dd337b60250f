"""Values that miss what they were meant to be by a mark or a day: what is to be said of them."""

from __future__ import annotations

import re
from calendar import monthrange

from generator.playbook.model.record import Route
from generator.playbook.problems import Problem

_DASHES = tuple("-－—–•·")
"""What people begin an entry of a list with."""
_WIDE_LIST = re.compile(r"[【［]\s*([\w-]+(?:\s*[,，、；]\s*[\w-]+)*)\s*[】］]")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def about_list(type_: str, route: Route, given: object, name: str) -> Problem | None:
    """What is to be said of a text in the place of a list, or of a list in the place of a text, that is nearly it.

    `type_`: pydantic's name of the fault. None where nothing particular can be said.
    """
    match type_, given:
        case "tuple_type", str() if given.startswith(_DASHES):
            return Problem("list-dash", route, {"mark": given[0], "plain": "- "})
        case "tuple_type", str() if found := _WIDE_LIST.fullmatch(given):
            plain = ", ".join(re.split(r"\s*[,，、；]\s*", found[1]))
            return Problem("fullwidth-mark", route, {"mark": given, "plain": f"[{plain}]"})
        case "text_type", (str(first),) if route and isinstance(route[-1], int):
            return Problem("dash-twice", route, {"name": name, "value": f'"{first}"'})
    return None


def last_of_month(value: str) -> str | None:
    """The last day of the month of a day that is written as it should be and does not exist; else None."""
    found = _DAY.fullmatch(value)
    if not found or not 1 <= int(found[2]) <= 12 or not int(found[1]) or int(found[3]) < 1:
        return None
    return f"{found[1]}-{found[2]}-{monthrange(int(found[1]), int(found[2]))[1]}"
