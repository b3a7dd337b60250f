"""The bytes of an .xlsx in, its sheets out; whatever it might do is left alone.

Why none of the libraries, measured on 10⁶ rows of three cells, where this takes 25 s if it is let. openpyxl 3.1 takes
44 s in a stream, and there reads a file twice to tell a formula from its value and knows neither comments, merged cells
nor hidden rows; otherwise it holds the file in memory. python-calamine 0.9 takes 4 s, but tells of no formula, name or
comment, and ends Python altogether on a sheet whose two cells stand in A1 and XFD1048576. What is needed here is a small
part of the format, with every byte of it counted; openpyxl is the witness in the tests (`tests/carry/test_reading.py`).
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar

from generator.carry.reading.cells import Comments, SharedTexts, SheetReader
from generator.carry.reading.limits import Budget
from generator.carry.reading.markup import Listener, listen
from generator.carry.reading.package import Package
from generator.carry.reading.refused import Refused
from generator.carry.reading.sheets import Opened, Sheet
from generator.carry.reading.styles import Styles

_Heard = TypeVar("_Heard", bound=Listener)


def read_excel(content: bytes) -> Opened:
    """Every sheet; Refused for what is broken, locked or too much."""
    return _Reader(Package(content, Budget())).opened()


class _Relation(NamedTuple):
    kind: str
    part: str


class _Reader:
    def __init__(self, package: Package) -> None:
        self.package = package
        main = [each.part for each in self._relations("").values() if each.kind == "officeDocument"]
        self.main = main[0] if main else "xl/workbook.xml"
        self.book = self._heard(self.main, _Book())
        self.leads = self._relations(self.main)

    def opened(self) -> Opened:
        texts = self._heard(self._part("sharedStrings"), SharedTexts(self.package.budget)).texts
        styles = self._heard(self._part("styles"), Styles())
        sheets = [
            self._sheet(Sheet(name, state), self.leads[relation].part, texts, styles)
            for name, state, relation in self.book.sheets
            if relation in self.leads and self.leads[relation].kind == "worksheet"
        ]
        if not sheets:
            raise Refused("no_workbook")
        return Opened(tuple(sheets), self.book.names, tuple(self._noted()))

    def _sheet(self, sheet: Sheet, part: str, texts: Sequence[str], styles: Styles) -> Sheet:
        self._heard(part, SheetReader(sheet, texts, styles, self.book.since_1904, self.package.budget))
        for each in self._relations(part).values():
            if each.kind == "comments":
                self._heard(each.part, Comments(sheet, self.package.budget))
        return sheet

    def _heard(self, part: str, listener: _Heard) -> _Heard:
        """The listener, after it was told of the part; of one that is not there it is told nothing."""
        if part.lower() in self.package.names:
            listen(self.package.chunks(part), listener, self.package.budget)
        return listener

    def _part(self, kind: str) -> str:
        found = (each.part for each in self.leads.values() if each.kind == kind)
        return next(found, posixpath.join(posixpath.dirname(self.main), f"{kind}.xml"))

    def _relations(self, part: str) -> Mapping[str, _Relation]:
        """Where a part leads to, by the relation's id."""
        folder, name = posixpath.split(part)
        return self._heard(posixpath.join(folder, "_rels", f"{name}.rels"), _Relations(folder)).found

    def _noted(self) -> list[str]:
        names = self.package.names
        links = any(name.startswith("xl/externallinks/") for name in names)
        macros = any(name.endswith("vbaproject.bin") for name in names)
        return [name for name, there in (("macros", macros), ("links", links)) if there]


class _Relations:
    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.found: dict[str, _Relation] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "").replace("\\", "/")
            # One that begins with / is seen from the root.
            part = posixpath.normpath(posixpath.join("/" + self._folder, target)).lstrip("/")
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found[attributes.get("Id", "")] = _Relation(kind, part)

    def end(self, name: str) -> None: ...

    def text(self, said: str) -> None: ...


class _Book:
    """The sheets in their order, the names, and from when days are counted."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, str]] = []
        self.names: dict[str, str] = {}
        self.since_1904 = False
        self._name = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        match name:
            case "sheet":
                relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
                state = attributes.get("state", "visible")
                self.sheets.append((attributes.get("name", ""), state, relation))
            case "workbookPr":
                self.since_1904 = attributes.get("date1904", "") in ("1", "true")
            case "definedName" if "localSheetId" not in attributes:
                self._name = attributes.get("name", "")

    def end(self, name: str) -> None:
        if name == "definedName":
            self._name = ""

    def text(self, said: str) -> None:
        if self._name:
            self.names[self._name] = self.names.get(self._name, "") + said
