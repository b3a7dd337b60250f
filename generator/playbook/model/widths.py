"""How wide a field of a form is: room for so many characters by hand, so many mm, or a share of the line."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

LEAST, MOST = 2, 60
"""Characters."""
CHARACTER = 6.0
"""Room in mm for one Chinese character written by hand (Japanese form printers: 5 to 6 mm)."""
_MM = re.compile(r"(\d{1,3}(?:\.\d)?)\s*mm")
_SHARE = re.compile(r"([1-9])\s*/\s*(1?\d)")
_PERCENT = re.compile(r"([1-9]\d?|100)\s*%")


def _width(value: object) -> int | str:
    """A width in the one way it is kept: 7, 45 mm, 1/3."""
    if type(value) is int:
        if not LEAST <= value <= MOST:
            bound = {"ge": LEAST} if value < LEAST else {"le": MOST}
            raise PydanticCustomError("greater_than_equal", "out of range", bound)
        return value
    written = value.strip() if isinstance(value, str) else ""
    if (found := _MM.fullmatch(written)) and float(found[1]) >= LEAST * CHARACTER:
        return f"{found[1]} mm"
    if found := _SHARE.fullmatch(written):
        part = Fraction(int(found[1]), int(found[2])) if int(found[2]) else 0
        if 0 < part <= 1:
            return f"{found[1]}/{found[2]}"
    if found := _PERCENT.fullmatch(written):
        return str(Fraction(int(found[1]), 100))
    raise PydanticCustomError("bad_width", "bad shape", {"value": str(value)})


Width = Annotated[int | str, BeforeValidator(_width)]


def characters(width: int | str, line: int) -> float:
    """The same in characters, where so many stand on a line. A share is rounded down: three thirds fill the line."""
    if isinstance(width, int):
        return width
    if width.endswith(" mm"):
        return float(width.removesuffix(" mm")) / CHARACTER
    return max(int(Fraction(width) * line), 1)
