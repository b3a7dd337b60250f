"""A Sheet in, an OutputFile out: sets the page, says what is stamped on it, and hands over the way to print it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from html import unescape
from typing import Literal, Protocol

from markupsafe import Markup

from generator.design.printing import Job, Printer
from generator.design.stamping import Foot, Place, Run, Stamp
from generator.design.templates import css, rendered
from generator.design.typesetting import typeset
from generator.edition import Edition
from generator.output import Audience, OutputFile
from generator.playbook.languages import LANGUAGES
from generator.playbook.model.record import Route
from generator.playbook.problems import Problem
from generator.set_text import SetText

FOOT = Foot((Place(20, 192, 289.653),), numbered=True)
"""Of a sheet of A4 with the margins of quiz.css."""
CARDS = Foot(
    tuple(
        Place(left + 7.5, left + 97.5, top + 141.33, 5.5, at_end=True)
        for top in (0, 148.45)
        for left in (0, 105)
    )
)
"""Of four cards of A6 on a sheet, clear of the knife."""
SIZES = {"A5": (148.0, 210.0), "A4": (210.0, 297.0), "A3": (297.0, 420.0), "A2": (420.0, 594.0)}
"""The papers there are: width and height upright, in mm."""
_UNSET_HERE = "<!-- unset -->"
Stock = Literal["plain", "card"]


@dataclass(frozen=True)
class Handling:
    """How a sheet is printed, as one tells a copy shop."""

    copies: int = 1
    """How many to begin with."""
    stock: Stock = "plain"
    duplex: bool = False
    """Whether its second page is printed on the back of the first."""
    pieces: int = 1
    """How many it is cut into."""
    posted: bool = False
    """Whether it is put up or handed out as it is; nobody has to write on it first."""


@dataclass(frozen=True)
class Sheet:
    """What stands on a printed sheet, before it is set."""

    id: str
    of: str
    """What it is made of, as `chapter.id` or a whole chapter."""
    kind: str
    """A name of your own for sheets of its like: the class of the page in CSS."""
    title: str
    template: str
    styles: tuple[str, ...]
    view: Mapping[str, object]
    route: Route
    """Where that stands in the playbook."""
    paper: str
    """Its size as people say it: one of SIZES."""
    handling: Handling = Handling()
    audience: Audience = "staff"
    page: str = ""
    """The handbook page it belongs to; `shop.html` and `print.html` are made for every shop."""
    pages: int | None = 1
    """How many it may take; None where it may take what it needs."""
    core: bool = False
    """Whether it is among what a shop prints first: in `first-week.pdf`, and at the top of `print.html`."""
    foot: Foot = FOOT
    """Where its stamp stands."""
    lead: tuple[Run, ...] = ()
    """What is said before the stamp; it belongs to the sheet's words."""
    trail: tuple[Run, ...] = ()
    """What is said after it."""
    head: str = ""
    """What of it changes with every version and belongs to its words all the same: drawn in the upper margin."""
    scanned: str = ""
    """What its code to scan says instead of leading to the handbook: with {version}, {id} and {code}."""
    unfinished: bool = False
    """Whether it lacks something the shop must fill in first, as it does with a sample figure on it."""


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
    """A sheet set in its edition: the page, and what is stamped on it once it is laid out."""

    edition: Edition
    sheet: Sheet
    html: str
    texts: tuple[SetText, ...]
    """What it says of the playbook's own words."""
    stamp: Stamp
    code: str
    """Four letters that change when the sheet's own words or figures do, and only then."""
    unset: bool
    """Whether it shows a sample figure that the shop has not set yet; the sheet then says so."""

    @property
    def job(self) -> Job:
        return Job(self.html, self.stamp, pictured=self.sheet.audience != "trainer")


def set_in(edition: Edition, sheet: Sheet) -> SetSheet:
    """Sets a sheet, once."""
    html, written = _set(edition, sheet)
    stamped = (run.text for run in (*sheet.lead, *sheet.trail))
    texts = (*written, *(text for text in stamped if isinstance(text, SetText)))
    unset = sheet.unfinished or edition.shows_unset(*texts)
    code = _content_code(sheet, html)
    said = Markup('<p class="unset">{}</p>').format(edition.labels.sheet.unset) if unset else ""
    html = typeset(html.replace(_UNSET_HERE, said), han=LANGUAGES[edition.language].han)
    return SetSheet(edition, sheet, html, texts, _stamp(edition, sheet, code), code, unset)


def _content_code(sheet: Sheet, html: str) -> str:
    pieces = [*(run.text.strip() for run in sheet.lead), sheet.head]
    text = " ".join([*filter(None, pieces), *texts_of(html)])
    return base64.b32encode(hashlib.sha256(text.encode()).digest()).decode()[:4]


def _set(edition: Edition, sheet: Sheet) -> tuple[str, tuple[SetText, ...]]:
    view = {
        "e": edition,
        "t": edition.labels,
        "p": edition.playbook,
        "css": css("tokens.css", "paper.css", *sheet.styles),
        "unset": Markup(_UNSET_HERE),
        "title": sheet.title,
        "kind": sheet.kind,
    }
    return rendered(sheet.template, {**view, **sheet.view})


def _stamp(edition: Edition, sheet: Sheet, code: str) -> Stamp:
    about, labels = edition.playbook.about, edition.labels
    text = labels.sheet.stamp.format(id=sheet.id, version=about.version, date=about.date, code=code)
    return Stamp(
        runs=(*sheet.lead, Run(text), *sheet.trail),
        foot=sheet.foot,
        day=str(about.date),
        address=_address(edition, sheet, code),
        scan=labels.sheet.scan,
        letters="".join((labels.sheet.stamp, labels.paper.variant, labels.paper.key.trainer_only)),
        head=sheet.head,
    )


def _address(edition: Edition, sheet: Sheet, code: str) -> str:
    """Where the code to scan leads: the sheet's handbook page; nowhere from what customers get."""
    if sheet.scanned:
        return sheet.scanned.format(version=edition.playbook.about.version, id=sheet.id, code=code)
    address = edition.playbook.about.address
    if address is None or sheet.audience != "staff":
        return ""
    page = edition.playbook.site.kept(sheet.page)
    return f"{address.rstrip('/')}/{edition.folder}{page}"


def printed(it: SetSheet, printer: Printer) -> OutputFile:
    """The sheet as a PDF to make."""
    sheet, edition = it.sheet, it.edition
    trainer = sheet.audience == "trainer"
    path = f"{edition.folder}{sheet.id}.pdf" if trainer else f"{edition.folder}files/{sheet.id}.pdf"
    return OutputFile(
        id=sheet.id,
        of=sheet.of,
        kind=sheet.kind,
        language=edition.language,
        title=sheet.title,
        path=path,
        audience=sheet.audience,
        content=partial(printer.pdf, it.job),
        route=sheet.route,
        core=sheet.core,
        paper=sheet.paper,
        code=it.code,
        picture="" if trainer else path.removesuffix(".pdf") + ".png",
        page=sheet.page,
    )


def pictured(it: SetSheet, printer: Printer) -> OutputFile:
    """A picture of the sheet's first page, for the handbook."""
    file = printed(it, printer)
    return OutputFile(
        id=f"{file.id}-picture",
        of=file.of,
        kind="picture",
        language=file.language,
        title=file.title,
        path=file.picture,
        audience=file.audience,
        content=partial(printer.picture, it.job),
        listed=False,
        route=file.route,
    )


_TAG = re.compile(r"<(style|title)\b.*?</\1>|<[^>]*>", re.DOTALL)
"""A tag, or all of an element whose text is not on the page. What templates set has no `>` in an attribute."""


def texts_of(html: str) -> list[str]:
    """The pieces of text on a page, in the order they stand in its source."""
    pieces = (unescape(piece) for piece in _TAG.sub("\0", html).split("\0"))
    return [" ".join(piece.split()) for piece in pieces if piece.strip()]


def words_of(html: str) -> str:
    """The text of a page, white space aside."""
    return " ".join(texts_of(html))


def overflowing(it: SetSheet, printer: Printer) -> Iterator[Problem]:
    """A Problem if a sheet takes more pages than it may."""
    pages = printer.printed(it.job).pages if it.sheet.pages else 0
    if it.sheet.pages and pages > it.sheet.pages:
        details = {"title": it.sheet.title, "pages": str(pages), "language": f"in-{it.edition.language}"}
        yield Problem("sheet-overflows", it.sheet.route, details, at_key=True)
