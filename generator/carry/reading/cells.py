"""The cells of a sheet, its merged areas and hidden rows, its comments, and the texts that all sheets share."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from generator.carry.reading.limits import TEXT, Budget
from generator.carry.reading.refused import Refused
from generator.carry.reading.sheets import EMPTY, WORKED_OUT, Area, Cell, Sheet, at
from generator.carry.reading.styles import Styles

_LETTERS = re.compile("[A-Z]{1,3}")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TO_1900 = 1462
"""Days from the first day of Excel's count to that of old Macs."""
_LONGEST = 300
"""Digits before a number is left as it is written."""
_WRITTEN = 8 * TEXT
"""Characters of a text as it may be written, with `_x000D_` for one."""
_EXACT = 15
"""Figures that Excel and LibreOffice keep of a number."""


@lru_cache(maxsize=20_000)
def _column(letters: str) -> int:
    return at(letters) if _LETTERS.fullmatch(letters) else -1


def place(coordinate: str) -> tuple[int, int] | None:
    """Row counted from 1 and column counted from 0 of `B7`; None if it is no cell."""
    letters = coordinate.rstrip("0123456789")
    row = coordinate[len(letters) :]
    at = _column(letters)
    return (int(row), at) if row and len(row) < 8 and at >= 0 else None


class Texts:
    """Gathers the text of `<t>`, in which a reading aid for Japanese (`<rPh>`) is none."""

    def __init__(self, budget: Budget) -> None:
        self._budget, self._parts, self._open, self._aid = budget, list[str](), False, False

    def start(self, name: str, _: Mapping[str, str]) -> None:
        self._aid = self._aid or name == "rPh"
        self._open = name == "t" and not self._aid

    def end(self, name: str) -> None:
        self._open = False
        if name == "rPh":
            self._aid = False

    def text(self, said: str) -> None:
        if self._open:
            self._budget.letters(len(said))
            self._parts.append(said)

    def taken(self) -> str:
        """What was gathered since the last time."""
        said = "".join(self._parts)
        self._parts.clear()
        return unescaped(said)


class SharedTexts:
    """Hears the part with the texts that cells name by number."""

    def __init__(self, budget: Budget) -> None:
        self.texts: list[str] = []
        self._budget, self._gathered = budget, Texts(budget)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._gathered.start(name, attributes)

    def end(self, name: str) -> None:
        self._gathered.end(name)
        if name == "si":
            self._budget.cell(0)
            self.texts.append(fitting(self._gathered.taken()))

    def text(self, said: str) -> None:
        self._gathered.text(said)


class Comments:
    """Hears the part with the comments of a sheet."""

    def __init__(self, sheet: Sheet, budget: Budget) -> None:
        self._sheet, self._budget, self._gathered = sheet, budget, Texts(budget)
        self._place: tuple[int, int] | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "comment":
            self._place = place(attributes.get("ref", ""))
        self._gathered.start(name, attributes)

    def end(self, name: str) -> None:
        self._gathered.end(name)
        if name == "comment" and self._place:
            self._budget.cell(0)
            self._sheet.comments[self._place] = fitting(self._gathered.taken())

    def text(self, said: str) -> None:
        self._gathered.text(said)


class SheetReader:
    """Hears the part of a sheet and fills it. It hears millions of elements: what it does for each is little."""

    def __init__(
        self, sheet: Sheet, texts: Sequence[str], styles: Styles, since_1904: bool, budget: Budget
    ) -> None:
        self._sheet, self._texts, self._styles, self._budget = sheet, texts, styles, budget
        self._shift = _TO_1900 if since_1904 else 0
        self._row, self._at = 0, -1
        self._found: Mapping[str, str] = {}
        """The attributes of the cell."""
        self._value = self._formula = ""
        self._open = ""
        self._worked_out = False
        self._inline = Texts(budget)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self._found, self._at = attributes, self._at + 1
            self._value, self._formula, self._worked_out = "", "", False
        elif name == "v":
            self._open = name
        elif name == "f":
            self._open, self._worked_out = name, True
        elif name == "row":
            self._line(attributes)
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name in ("t", "rPh"):
            self._inline.start(name, attributes)

    def end(self, name: str) -> None:
        if name == "c":
            if self._value or self._worked_out or self._found.get("t") == "inlineStr":
                self._keep()
        elif name in ("v", "f"):
            self._open = ""
        elif name in ("t", "rPh"):
            self._inline.end(name)

    def text(self, said: str) -> None:
        if self._open == "v":
            self._value = self._value + said if self._value else said
            if len(self._value) > _WRITTEN:
                raise Refused("long_cell", most=TEXT)
        elif self._open == "f":
            # A longer one is none that Excel takes; what it gave is what counts.
            self._formula = (self._formula + said)[:TEXT]
        else:
            self._inline.text(said)

    def _line(self, attributes: Mapping[str, str]) -> None:
        # Some programs number neither rows nor cells: then they follow each other.
        number = attributes.get("r", "")
        self._row = (
            int(number) if number.isascii() and number.isdigit() and len(number) < 8 else self._row + 1
        )
        self._at = -1
        if attributes.get("hidden") in ("1", "true"):
            self._sheet.hidden.add(self._row)

    def _merge(self, ref: str) -> None:
        first, _, last = ref.partition(":")
        if (begin := place(first)) and (end := place(last)):
            self._budget.cell(0)
            self._sheet.merged.append(Area(begin[0], begin[1], end[0], end[1]))

    def _keep(self) -> None:
        if found := place(self._found.get("r", "")):
            self._at = found[1]
        kind = self._found.get("t", "n")
        said = self._inline.taken() if kind == "inlineStr" else self._value
        cell = self._read(kind, said) if said else EMPTY
        if self._worked_out and not said and kind != "str":
            # One that was never reckoned says what it is.
            cell = Cell("text", fitting("=" + self._formula), formula=True)
        elif self._worked_out:
            cell = cell._replace(formula=True) if said else WORKED_OUT
        if cell is not EMPTY:
            # Our own workbooks have hundreds of thousands of these, all of them one and the same.
            if cell is not WORKED_OUT:
                self._budget.cell(len(cell.said))
            if self._row not in self._sheet.rows:
                self._budget.line()
                self._sheet.rows[self._row] = {}
            self._sheet.rows[self._row][self._at] = cell

    def _read(self, kind: str, said: str) -> Cell:
        match kind:
            case "n":
                return self._number(said.strip())
            case "s":
                return self._shared(said)
            case "inlineStr":
                return Cell("text", fitting(said))
            case "b":
                return Cell("truth", "TRUE" if said.strip() == "1" else "FALSE")
            case "e":
                return Cell("error", fitting(said))
            case "d":
                return Cell("text", fitting(said.partition("T")[0]))
            case _:
                return Cell("text", fitting(unescaped(said)))

    def _shared(self, said: str) -> Cell:
        try:
            text = self._texts[int(said)]
        except (ValueError, IndexError) as error:
            raise Refused("broken") from error
        return Cell("text", text) if text else EMPTY

    def _number(self, said: str) -> Cell:
        shown = self._styles.of(self._found.get("s", ""))
        if shown == "number":
            return Cell("number", digits(said))
        with suppress(ValueError, OverflowError):
            serial = float(said)
            if shown == "time" and 0 <= serial < 1:
                minutes = round(serial * 1440)
                return Cell("text", f"{minutes // 60 % 24:02}:{minutes % 60:02}")
            return Cell("day", digits(repr(serial + self._shift) if self._shift else said))
        return Cell("text", fitting(said))


def digits(said: str) -> str:
    """A number as a person writes it: no exponent, no digits that only the arithmetic of machines has.

    Whole numbers keep every figure that the file has; of others Excel shows no more than fifteen.
    """
    if said.isascii() and said.isdigit() and len(said) <= _EXACT:
        return said.lstrip("0") or "0"
    try:
        number = Decimal(said)
    except InvalidOperation:
        return fitting(said)
    if not number.is_finite() or abs(number.adjusted()) > _LONGEST:
        return fitting(said)
    if number != number.to_integral_value():
        number = +Decimal(f"{number:.{_EXACT}g}")
    plain = f"{number:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def unescaped(said: str) -> str:
    """A text with the characters that XML cannot hold put back: `_x000D_`, and `_x005F_` for a `_` that begins one."""
    if "_x" not in said:
        return said
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), said)
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def fitting(said: str) -> str:
    """The text; Refused if it is longer than a cell can hold."""
    if len(said) > TEXT:
        raise Refused("long_cell", most=TEXT)
    return said
