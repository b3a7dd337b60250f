"""Finished PDFs in, one PDF for the printer out: upright, fronts where they belong, the same bytes each time.

What is bound is for printing: tags, titles and languages stay with the single files.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pypdfium2


@dataclass(frozen=True)
class Part:
    """A PDF to bind, the number of its pages, and whether it is printed on both sides of its leaves."""

    pdf: bytes
    pages: int
    duplex: bool

    @property
    def length(self) -> int:
        """Its pages, with the empty back of its last leaf."""
        return self.pages + self.pages % 2 if self.duplex else self.pages


def begins(parts: Iterable[Part]) -> Iterator[int]:
    """The number of the page each part begins on; one that is printed on both sides begins on a front."""
    before = 0
    for part in parts:
        before += before % 2 if part.duplex else 0
        yield before + 1
        before += part.length


def bound(parts: tuple[Part, ...], day: str) -> bytes:
    """All in one file; `day`, as 2026-11-22, is when it says it was made."""
    document = pypdfium2.PdfDocument.new()
    try:
        for part, begin in zip(parts, begins(parts), strict=True):
            source = pypdfium2.PdfDocument(part.pdf)
            size = sorted(source[0].get_size())
            _filled(document, begin - 1, size)
            document.import_pages(source)
            source.close()
            _filled(document, begin - 1 + part.length, size)
        for page in document:
            if page.get_width() > page.get_height():
                page.set_rotation(90)
        made = io.BytesIO()
        document.save(made)
    finally:
        document.close()
    return _without_chance(made.getvalue(), day)


def _filled(document: pypdfium2.PdfDocument, count: int, size: list[float]) -> None:
    """Empty pages at the end until there are so many."""
    while len(document) < count:
        document.new_page(*size)


def _without_chance(pdf: bytes, day: str) -> bytes:
    """The file without the hour it was saved and the number drawn for it; every offset stays."""
    hour = f"(D:{day.replace('-', '')}000000+00'00')".encode()
    timeless = re.sub(rb"\(D:\d{14}\+00'00'\)", hour, pdf, count=1)
    head, id_, tail = timeless.rpartition(b"/ID[")
    number = hashlib.sha256(head).hexdigest()[:32].upper().encode()
    return head + id_ + re.sub(rb"<[0-9A-F]{32}>", b"<" + number + b">", tail, count=2)
