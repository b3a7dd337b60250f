"""A Sheet in, an OutputFile out: sets the page, stamps it, and hands over the way to print it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from html.parser import HTMLParser
from typing import Protocol

from generator.design.templates import css, rendered
from generator.edition import UNSET, Edition
from generator.output import Audience, OutputFile
from generator.playbook.model.record import Route
from generator.playbook.problems import Problem
from generator.printables import pdf, qr


@dataclass(frozen=True)
class Sheet:
    """What stands on a printed sheet, before it is set."""

    id: str
    of: str
    """What it is made of, as `chapter.id` or a whole chapter."""
    kind: str
    title: str
    template: str
    styles: tuple[str, ...]
    view: Mapping[str, object]
    route: Route
    """Where that stands in the playbook."""
    paper: str
    """Size and orientation as people say it: A4, A3."""
    audience: Audience = "staff"
    page: str = ""
    """The handbook page it belongs to."""
    pages: int | None = 1
    """How many it may take; None where it may take what it needs."""
    core: bool = False


@dataclass(frozen=True)
class Stamp:
    """What tells one printed sheet from another: id, version, date, content code, and a way to its page."""

    text: str = ""
    code: str = ""
    qr: str = ""
    way: str = ""
    """The address that the code leads to."""


class Printable(Protocol):
    """A module that makes sheets: `printables/poster.py` and its neighbours."""

    def sheets(self, edition: Edition) -> Iterator[Sheet]: ...

    def problems(self, edition: Edition) -> Iterator[Problem]:
        """What cannot fit, by its measures."""


def no_problems(_edition: Edition) -> Iterator[Problem]:
    """Of a printable whose measures are seen when it is set."""
    return iter(())


@dataclass(frozen=True)
class SetSheet:
    """A sheet set in its edition: the finished page."""

    edition: Edition
    sheet: Sheet
    stamp: Stamp
    html: str
    unset: bool
    """Whether it shows a sample figure that the shop has not set yet; the sheet then says so."""


def set_in(edition: Edition, sheet: Sheet) -> SetSheet:
    """Sets a sheet and stamps it."""
    about, words = edition.playbook.about, edition.labels.sheet
    code = content_code(edition, sheet)
    text = words.stamp.format(id=sheet.id, version=about.version, date=about.date, code=code)
    way = _way(edition, sheet)
    stamp = Stamp(text, code, qr.picture(way) if way else "", way)
    unset = UNSET in _set(edition, sheet, stamp)
    html = _set(edition, sheet, stamp, unset=unset).replace(UNSET, "")
    return SetSheet(edition, sheet, stamp, html, unset)


def content_code(edition: Edition, sheet: Sheet) -> str:
    """Four letters that change when the sheet's own words or figures do, and only then."""
    text = words_of(_set(edition, sheet, Stamp()))
    return base64.b32encode(hashlib.sha256(text.encode()).digest()).decode()[:4]


def _set(edition: Edition, sheet: Sheet, stamp: Stamp, *, unset: bool = False) -> str:
    styles = css("tokens.css", "paper.css", *sheet.styles)
    view = {
        "e": edition,
        "t": edition.labels,
        "p": edition.playbook,
        "css": styles,
        "stamp": stamp,
        "unset": unset,
    }
    return rendered(sheet.template, {**view, "title": sheet.title, "kind": sheet.kind, **sheet.view})


def _way(edition: Edition, sheet: Sheet) -> str:
    """The address of the sheet's handbook page, to be scanned; none on what customers get."""
    address = edition.playbook.about.address
    if address is None or sheet.audience != "staff":
        return ""
    folder = "" if edition.first else f"{edition.language}/"
    return f"{address.rstrip('/')}/{folder}{sheet.page}"


def printed(it: SetSheet) -> OutputFile:
    """The sheet as a PDF to make."""
    sheet, edition = it.sheet, it.edition
    folder = "" if edition.first else f"{edition.language}/"
    trainer = sheet.audience == "trainer"
    path = f"{folder}{sheet.id}.pdf" if trainer else f"{folder}files/{sheet.id}.pdf"
    return OutputFile(
        id=sheet.id,
        of=sheet.of,
        kind=sheet.kind,
        language=edition.language,
        title=sheet.title.replace(UNSET, ""),
        path=path,
        audience=sheet.audience,
        content=partial(pdf.made, it.html),
        route=sheet.route,
        core=sheet.core,
        paper=sheet.paper,
        code=it.stamp.code,
        picture="" if trainer else path.removesuffix(".pdf") + ".png",
        page=sheet.page,
    )


def pictured(it: SetSheet) -> OutputFile:
    """A picture of the sheet's first page, for the handbook."""
    file = printed(it)
    return OutputFile(
        id=f"{file.id}-picture",
        of=file.of,
        kind="picture",
        language=file.language,
        title=file.title,
        path=file.picture,
        audience=file.audience,
        content=partial(pdf.picture, it.html),
        listed=False,
        route=file.route,
    )


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self._silent += tag in ("style", "title")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("style", "title")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.found.append(data)


def texts_of(html: str) -> list[str]:
    """The pieces of text on a page, in the order they stand in its source."""
    reader = _Words()
    reader.feed(html)
    return [" ".join(piece.split()) for piece in reader.found if piece.strip()]


def words_of(html: str) -> str:
    """The text of a page, white space aside."""
    return " ".join(texts_of(html))


def overflowing(it: SetSheet) -> Iterator[Problem]:
    """A Problem if a sheet takes more pages than it may."""
    pages = pdf.page_count(it.html) if it.sheet.pages else 0
    if it.sheet.pages and pages > it.sheet.pages:
        details = {"title": it.sheet.title, "pages": str(pages), "language": f"in-{it.edition.language}"}
        yield Problem("sheet-overflows", it.sheet.route, details, at_key=True)
