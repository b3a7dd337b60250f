"""HTML in, PDF out: WeasyPrint with the project's own fonts and nothing from outside."""

from __future__ import annotations

import io
import logging
import multiprocessing
import os
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import pypdfium2

from generator.design.type import CONFIG
from generator.output import Progress

PICTURE_WIDTH = 560
"""Pixels across the picture of a first page."""

FEW = 4

_kept: dict[str, bytes] = {}
"""PDFs made in this process, by their HTML: the same page is never set twice."""


class NoPango(Exception):
    """The system library that sets text is not there."""


class SheetFault(Exception):
    """WeasyPrint complained: the sheet would not look as meant."""


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def weasyprint() -> Any:
    """The library, told to see no font but ours; NoPango if its system library is missing."""
    # fontconfig reads this once, when it is first used; it must be an absolute path.
    os.environ["FONTCONFIG_FILE"] = str(CONFIG.resolve())
    try:
        import weasyprint as library
    except OSError as error:
        raise NoPango(str(error)) from error
    return library


def made(html: str) -> bytes:
    """The PDF of a page: PDF/UA-1, the same bytes for the same HTML."""
    if html not in _kept:
        _kept[html] = _rendered(html)
    return _kept[html]


def _rendered(html: str) -> bytes:
    library = weasyprint()
    nothing_from_outside = library.urls.URLFetcher(allowed_protocols=("data",))
    complaints = _Complaints()
    log = logging.getLogger("weasyprint")
    log.addHandler(complaints)
    try:
        content: bytes = library.HTML(string=html, url_fetcher=nothing_from_outside).write_pdf(
            pdf_variant="pdf/ua-1"
        )
    finally:
        log.removeHandler(complaints)
    if complaints.messages:
        raise SheetFault("; ".join(complaints.messages))
    return content


def make_ready(pages: Iterable[str], done: Progress) -> None:
    """Makes the PDFs of all pages, on all cores, and keeps them; `done` is called after each."""
    waiting = [html for html in dict.fromkeys(pages) if html not in _kept]
    weasyprint()
    # Starting a process and importing WeasyPrint in it costs as much as three or four sheets.
    if len(waiting) < 2 * FEW or (os.cpu_count() or 1) < 2:
        for count, html in enumerate(waiting, 1):
            made(html)
            done(count, len(waiting))
        return
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        for count, (html, content) in enumerate(zip(waiting, pool.map(_rendered, waiting), strict=True), 1):
            _kept[html] = content
            done(count, len(waiting))


def page_count(html: str) -> int:
    document = pypdfium2.PdfDocument(made(html))
    try:
        return len(document)
    finally:
        document.close()


def picture(html: str) -> bytes:
    """The first page as a PNG, PICTURE_WIDTH pixels wide."""
    document = pypdfium2.PdfDocument(made(html))
    try:
        page = document[0]
        image = page.render(scale=PICTURE_WIDTH / page.get_width()).to_pil()
        target = io.BytesIO()
        image.convert("P", palette=1, colors=64).save(target, "PNG")
        return target.getvalue()
    finally:
        document.close()
