"""The Book: the edition, its sheets to fetch, and how a template becomes a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, Protocol

from jinja2 import Environment
from markupsafe import Markup, escape

from generator.design.templates import environment, markdown_text
from generator.edition import Edition
from generator.handbook import links
from generator.labels.handbook import HandbookWords
from generator.output import OutputFile, Page


class Section(Protocol):
    """A module that makes the pages of one section: `handbook/norms.py` and its neighbours."""

    def pages(self, book: Book) -> Iterator[Page]: ...


@dataclass(frozen=True)
class Book:
    """What every section is written from."""

    edition: Edition
    downloads: tuple[OutputFile, ...]
    jinja: Environment

    @staticmethod
    def of(edition: Edition, downloads: Sequence[OutputFile]) -> Book:
        # Templates are read anew for each book, so that an edit shows without a restart. Whatever a
        # template puts out is an author's text unless it says otherwise: no mark in it means anything.
        jinja = environment().overlay(finalize=_literal)
        blanks = [edition.labels.placeholder.format(each.name) for each in edition.playbook.placeholders]
        jinja.filters |= {"blocks": _blocks, "said": partial(_said, blanks=blanks)}
        return Book(edition, tuple(downloads), jinja)

    @property
    def words(self) -> HandbookWords:
        return self.edition.labels.handbook

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
        **view: Any,
    ) -> Page:
        """A page set from `template`, which sees the playbook, the words, the way to items and `view`."""
        shared = {
            "e": self.edition,
            "p": self.edition.playbook,
            "t": self.edition.labels,
            "w": self.words,
            "title": title,
            "here": self.live_sheets.get(links.web(uri), ()),
            "to": lambda reference: self._link(self._address(reference), uri),
            "file": lambda path: self._link(links.inside(self.edition, path), uri),
            "at": lambda target: self._link(target, uri),
            "called": partial(links.called, self.edition),
        }
        markdown = self.jinja.get_template(template).render({**shared, **view})
        # Several empty lines come from parts left out; one is enough for Markdown.
        markdown = re.sub(r"\n{3,}", "\n\n", markdown).strip() + "\n"
        return Page(uri, title, markdown, section, keywords or {}, weight)

    def _address(self, reference: str) -> str:
        """The address of an item; of the whole page where its sheet was not made."""
        address = links.address(reference)
        page, _, anchor = address.partition("#")
        made = page != links.SHEETS or any(sheet.id == anchor for sheet in self.downloads)
        return address if made else page

    def _link(self, target: str, uri: str) -> Markup:
        return Markup(escape(links.relative(target, uri)))


def _literal(value: object) -> object:
    """Plain text with every mark written out; what is markup already stays."""
    return value if isinstance(value, Markup) else markdown_text(value)


def _blocks(text: str) -> Markup:
    """Plain text as paragraphs of HTML; a line break stays one."""
    blocks = [block.strip().split("\n") for block in re.split(r"\n\s*\n", text.strip())]
    return Markup("").join(
        Markup("<p>{}</p>").format(Markup("<br>").join(map(markdown_text, lines))) for lines in blocks
    )


def _said(text: str, blanks: Sequence[str]) -> Markup:
    """Words to send: line breaks kept, what is filled in while sending marked."""
    if not blanks:
        return _lines(text)
    pieces = re.split(f"({'|'.join(map(re.escape, blanks))})", text)
    return Markup("").join(
        Markup('<span class="blank">{}</span>').format(_lines(piece)) if number % 2 else _lines(piece)
        for number, piece in enumerate(pieces)
    )


def _lines(text: str) -> Markup:
    return Markup("&#10;").join(map(markdown_text, text.split("\n")))
