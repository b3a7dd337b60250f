"""The Book: the edition, its sheets to fetch, and how a template becomes a page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import PurePosixPath
from typing import Any, Protocol

from jinja2 import Environment
from markupsafe import Markup, escape

from generator.design.templates import environment, paragraphs
from generator.edition import Edition
from generator.handbook import links
from generator.handbook.entries import entries
from generator.labels.handbook import HandbookWords
from generator.outlines.names import called
from generator.outlines.sendable import lacking, unset_in
from generator.outlines.since import Earlier
from generator.output import Content, Heading, OutputFile, Page
from generator.set_text import parts_of


class Section(Protocol):
    """A module that makes the pages of one section: `handbook/norms.py` and its neighbours."""

    def pages(self, book: Book) -> Iterator[Page]: ...


@dataclass(frozen=True)
class Book:
    """What every section is written from."""

    edition: Edition
    downloads: tuple[OutputFile, ...]
    jinja: Environment
    renewing: bool = False
    """Whether the sheets are being printed anew while the pages are looked at."""
    since: Earlier | None = None
    """The version that what is new or changed is marked against."""

    @staticmethod
    def of(
        edition: Edition,
        downloads: Sequence[OutputFile],
        *,
        renewing: bool = False,
        since: Earlier | None = None,
    ) -> Book:
        # Templates are read anew for each book, so that an edit shows without a restart.
        jinja = environment().overlay()
        jinja.filters = {**jinja.filters, "blocks": paragraphs, "said": _said}
        return Book(edition, tuple(downloads), jinja, renewing, since)

    @cached_property
    def marks(self) -> Mapping[str, str]:
        """What is said of a thing that is new or changed, by the page and anchor it stands at."""
        if self.since is None:
            return {}
        words, day = self.words.changes, self.edition.day(self.since.day)
        return {
            links.address(each.of): words.marks[each.kind].format(date=day)
            for each in self.since.changes(self.edition)
            if each.kind in words.marks
        }

    @property
    def words(self) -> HandbookWords:
        return self.edition.labels.handbook

    @cached_property
    def printed(self) -> tuple[OutputFile, ...]:
        """Those on paper."""
        return tuple(file for file in self.downloads if file.paper)

    @cached_property
    def workbooks(self) -> tuple[OutputFile, ...]:
        return tuple(file for file in self.downloads if file.kind == "workbook")

    @cached_property
    def examples(self) -> Mapping[str, OutputFile]:
        """The workbooks that are shown filled in, by the ids of those to use."""
        shown = (file for file in self.downloads if file.kind == "example")
        return {file.id.removeprefix(f"{file.kind}-"): file for file in shown}

    @cached_property
    def form_files(self) -> tuple[OutputFile, ...]:
        """All forms in one file."""
        return tuple(file for file in self.downloads if file.kind == "forms")

    @cached_property
    def live_sheets(self) -> Mapping[str, tuple[OutputFile, ...]]:
        """The sheets by the page they belong to."""
        found: dict[str, list[OutputFile]] = {}
        for file in self.downloads:
            found.setdefault(file.page.partition("#")[0], []).append(file)
        return {page: tuple(files) for page, files in found.items()}

    def page(
        self,
        uri: str,
        title: str,
        template: str,
        *,
        section: tuple[str, ...] = (),
        keywords: Mapping[str, tuple[str, ...]] | None = None,
        weight: float = 1.0,
        later: Callable[[], Mapping[str, Any]] = dict,
        **view: Any,
    ) -> Page:
        """A page set from `template`, which sees the playbook, the words, the way to items and `view`.

        So it sees what `later` gives: what takes its time is found when somebody looks at the page, not when pages
        are listed.
        """
        shared = {
            "e": self.edition,
            "p": self.edition.playbook,
            "t": self.edition.labels,
            "w": self.words,
            "title": title,
            "here": self.live_sheets.get(uri, ()),
            "to": lambda reference: self._link(links.address(reference, self.downloads), uri),
            "file": lambda path: self._link(links.inside(self.edition, path), uri),
            "at": lambda target: self._link(target, uri),
            "called": partial(called, self.edition),
            "lacking": partial(lacking, self.edition),
            "unset_in": partial(unset_in, self.edition),
            "shows": lambda target: not self.edition.playbook.site.leaves_out(target),
        }
        names = {**(keywords or {}), "": (*(keywords or {}).get("", ()), *self._also_called(uri))}
        make = partial(self._set, uri, template, {**shared, **view}, later, names, weight)
        return Page(uri, title, make, section)

    def _also_called(self, uri: str) -> tuple[str, ...]:
        """What people type who look for a chapter."""
        name = "" if "/" in uri else PurePosixPath(uri).stem.replace("-", "_")
        return tuple(getattr(self.words.also_called, name, ()) if name else ())

    def _set(
        self,
        uri: str,
        template: str,
        view: Mapping[str, Any],
        later: Callable[[], Mapping[str, Any]],
        keywords: Mapping[str, tuple[str, ...]],
        weight: float,
    ) -> Content:
        outline = Outline(uri, self.marks)
        html = self.jinja.get_template(template).render({**view, **later(), "heading": outline.heading})
        html = links.unlinked(html, uri, self.edition.playbook.site)
        # Parts left out leave empty lines behind; in other generators one would end the block of HTML.
        html = re.sub(r"\n\s*\n", "\n", html).strip() + "\n"
        listed = tuple(heading for heading in outline.headings if heading not in outline.unlisted)
        return Content(html, listed, entries(html, outline.headings, keywords, weight))

    def _link(self, target: str, uri: str) -> Markup:
        return Markup(escape(links.relative(target, uri)))


class Outline:
    """The headings of a page, noted as its template sets them."""

    def __init__(self, uri: str, marks: Mapping[str, str]) -> None:
        self._uri, self._marks = uri, marks
        self.headings: list[Heading] = []
        self.unlisted: list[Heading] = []
        """Those that search finds, but no table of contents lists."""

    def heading(
        self, level: int, text: str, anchor: str = "", *, leads_to: str = "", listed: bool = True
    ) -> Markup:
        """A heading as HTML, with the anchor links lead to; in the words of `text` if none is given."""
        heading = Heading(level, str(text), anchor or _slug(text))
        self.headings.append(heading)
        if not listed:
            self.unlisted.append(heading)
        shown = Markup('<a href="{}">{}</a>').format(leads_to, text) if leads_to else escape(text)
        at = self._uri if level == 1 else f"{self._uri}#{heading.anchor}"
        mark = (
            Markup('<p class="changed" data-search-exclude>{}</p>').format(self._marks[at])
            if at in self._marks
            else ""
        )
        return Markup('<h{0} id="{1}">{2}</h{0}>{3}').format(level, heading.anchor, shown, mark)


def _slug(text: str) -> str:
    """An anchor of letters, figures and hyphens, as Markdown would give it; Chinese leaves none of them."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower()) or "_1"


def _said(text: str) -> Markup:
    """Words to send: line breaks kept, what is filled in while sending marked."""
    return Markup("").join(
        Markup('<span class="blank" data-blank="{}">{}</span>').format(part.name, _lines(part.text))
        if part.kind == "blank"
        else _lines(part.text)
        for part in parts_of(text)
    )


def _lines(text: str) -> Markup:
    # Written out, a line break stays one also where the page is a block of HTML between lines of Markdown.
    return Markup("&#10;").join(map(escape, text.split("\n")))
