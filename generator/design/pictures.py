"""Pictures to send in a chat: a finished sheet, or a page as narrow as a phone and as long as it takes, as a PNG.

All are WIDTH pixels across, which chats show without making them smaller; the same input gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

import pypdfium2
from PIL import Image, ImageOps

from generator.design.printing import Job, Printer
from generator.design.screen import colours
from generator.design.templates import css, rendered
from generator.design.typesetting import typeset
from generator.edition import Edition
from generator.playbook.languages import LANGUAGES

WIDTH = 1080
"""Pixels across."""
COLOURS = 128
FOOT = 24
"""Pixels of white below the last line of a long page."""
Part = tuple[float, float]
"""How much of a page's width and height is taken, from the upper left corner: (1, 1) is the page."""


def of_sheet(printer: Printer, job: Job, part: Part = (1, 1)) -> bytes:
    """A finished sheet; its pages one below the other."""
    pdf = printer.pdf(job)
    return printer.joined((pdf, repr(part).encode(), _renderer()), lambda: _png([*_pages(pdf, part)]))


def of_page(printer: Printer, html: str) -> bytes:
    """A page that `long_page` has set."""
    told = (html.encode(), printer.engine.version.encode(), _renderer())
    return printer.joined(told, lambda: _png([*map(_cut, _pages(printer.engine.laid_out(html).pdf, (1, 1)))]))


def long_page(edition: Edition, template: str, title: str, view: Mapping[str, Any], *styles: str) -> str:
    """A page for a picture, in HTML; `template` extends `long.html`."""
    day, _ = colours(edition.playbook.about.brand.colour)
    everywhere = {
        "e": edition,
        "p": edition.playbook,
        "t": edition.labels,
        "title": title,
        "css": css("tokens.css", "long.css", *styles),
        "day": day,
    }
    html, _texts = rendered(template, everywhere | dict(view))
    return typeset(html, han=LANGUAGES[edition.language].han)


def _pages(pdf: bytes, part: Part) -> Iterator[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            wide, high = page.get_size()
            across, down = part
            crop = (0, high * (1 - down), wide * (1 - across), 0)
            yield page.render(scale=WIDTH / (wide * across), crop=crop).to_pil()
    finally:
        document.close()


def _cut(page: Image.Image) -> Image.Image:
    """Without the white below its last line."""
    there = ImageOps.invert(page.convert("L")).getbbox()
    return page.crop((0, 0, page.width, min(page.height, (there[3] if there else 0) + FOOT)))


def _png(pages: list[Image.Image]) -> bytes:
    """One below the other, of few colours: what is printed has few, and chats send small files as they are."""
    whole = Image.new("RGB", (WIDTH, sum(page.height for page in pages)), "white")
    top = 0
    for page in pages:
        whole.paste(page, (0, top))
        top += page.height
    target = io.BytesIO()
    few = whole.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(target, "PNG", optimize=True)
    return target.getvalue()


def _renderer() -> bytes:
    return str(pypdfium2.PYPDFIUM_INFO.version).encode()
