"""Which styles show a number as a day, or as a time of day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

Shown = Literal["number", "day", "time"]

_DAYS = frozenset((*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58))
"""The forms of numbers that every program knows, those of Chinese, Japanese and Korean Excel among them."""
_TIMES = frozenset((*range(18, 22), *range(32, 36), 45, 46, 47, 55, 56))
_SAID = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')
"""What a form says as it stands, and the colours and conditions in it."""


class Styles:
    """Hears the part with the styles; `shown` is then one for each style a cell may name."""

    def __init__(self) -> None:
        self.shown: list[Shown] = []
        self._forms: dict[str, Shown] = {}
        self._by_name: dict[str, Shown] = {}
        self._in_cells = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        match name:
            case "numFmt":
                self._forms[attributes.get("numFmtId", "")] = _of_form(attributes.get("formatCode", ""))
            case "cellXfs":
                self._in_cells = True
            case "xf" if self._in_cells:
                self.shown.append(self._shown(attributes.get("numFmtId", "0")))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._in_cells = False

    def text(self, said: str) -> None: ...

    def of(self, style: str) -> Shown:
        if (found := self._by_name.get(style)) is None:
            known = style.isascii() and style.isdigit() and len(style) < 7 and int(style) < len(self.shown)
            found = self._by_name[style] = self.shown[int(style)] if known else "number"
        return found

    def _shown(self, number: str) -> Shown:
        if number in self._forms:
            return self._forms[number]
        known = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else 0
        return "day" if known in _DAYS else "time" if known in _TIMES else "number"


def _of_form(code: str) -> Shown:
    letters = _SAID.sub("", code.partition(";")[0]).lower()
    if "e" in letters and "0" in letters:
        return "number"  # 0.00E+00
    if "y" in letters or "d" in letters or ("m" in letters and "h" not in letters and "s" not in letters):
        return "day"
    # Of "[h]:mm" what is not in brackets says enough.
    return "time" if "h" in letters or "s" in letters else "number"
