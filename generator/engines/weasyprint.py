"""Pages laid out by WeasyPrint: with the project's own fonts, and nothing from outside."""

from __future__ import annotations

import ctypes
import gc
import hashlib
import io
import logging
import os
import re
from collections.abc import Iterable
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from itertools import count
from pathlib import Path
from typing import Any

from generator.design.printing import NoPrinter, SheetFault
from generator.design.stamping import FONT_OBJECTS, Body, Leaf
from generator.design.type import CONFIG
from generator.engines.settled import settled

_TOOLS = ("weasyprint", "pydyf", "fonttools", "tinycss2", "tinyhtml5", "cssselect2", "pyphen", "pillow")
_PANGO = ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll", "pango-1.0-0.dll")
_HARFBUZZ = ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll", "harfbuzz.dll")
_OF_KIND = re.compile(r'<style class="kind">(.*?)</style>', re.S)
"""The rules that every sheet of a kind has (paper.html)."""
_OWN = (Path(__file__), Path(__file__).with_name("settled.py"))
"""Our code that what is laid out depends on."""
_TOGETHER = 4
"""So many sheets are laid out before what they leave in memory is looked for: each costs 20 MB until then."""


class NoPango(NoPrinter):
    """The system library that sets text is not there."""


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@dataclass(frozen=True)
class WeasyPrint:
    """The engine that needs no browser; what it lays out is PDF/UA-1, the same bytes for the same page."""

    @property
    def name(self) -> str:
        return "WeasyPrint"

    @property
    def spreads(self) -> bool:
        return True

    @property
    def version(self) -> str:
        return _version()

    @property
    def takes_entries(self) -> bool:
        return True

    def laid_out(self, html: str) -> Body:
        library = weasyprint()
        _look_no_more_at_what_is_there()
        room: list[Any] = []
        complaints = _Complaints()
        log = logging.getLogger("weasyprint")
        log.addHandler(complaints)
        rules = [_read(settled(found, html)) for found in _OF_KIND.findall(html)]
        gc.disable()
        try:
            pdf = library.HTML(string=_OF_KIND.sub("", html), url_fetcher=_nothing_from_outside()).write_pdf(
                stylesheets=rules,
                pdf_variant="pdf/ua-1",
                finisher=lambda _, file: room.append(_with_room(file)),
            )
        finally:
            log.removeHandler(complaints)
            # Boxes point at one another by the thousand: to look for what is left over once costs an eighth less.
            gc.enable()
            _tidy()
        if complaints.messages:
            raise SheetFault("; ".join(complaints.messages))
        (left,) = room
        return Body(pdf, *left)


def weasyprint() -> Any:
    """The library, told to see no font but ours; NoPango if its system library is missing."""
    # fontconfig reads this once, when it is first used; it must be an absolute path.
    os.environ["FONTCONFIG_FILE"] = str(CONFIG.resolve())
    try:
        # Where it lacks a library it prints a page of advice for programmers.
        with redirect_stdout(io.StringIO()):
            import weasyprint as library
    except OSError as error:
        raise NoPango(str(error)) from error
    return library


@cache
def _look_no_more_at_what_is_there() -> None:
    """What stands in memory before the first sheet stays: to look through it after each costs up to a third more."""
    gc.collect()
    gc.freeze()


def _nothing_from_outside() -> Any:
    return weasyprint().urls.URLFetcher(allowed_protocols=("data",))


_laid_out = count(1)


def _tidy() -> None:
    if next(_laid_out) % _TOGETHER == 0:
        gc.collect()


@cache
def _read(rules: str) -> Any:
    """Rules as the library has them; to read them again for each sheet costs a sixteenth of its time."""
    library = weasyprint()
    return library.CSS(string=rules, url_fetcher=_nothing_from_outside())


def _with_room(pdf: Any) -> tuple[tuple[Leaf, ...], int, int]:
    """Puts into a file what its stamp will be drawn with; says where."""
    import pydyf

    def added(thing: Any) -> Any:
        pdf.add_object(thing)
        return thing

    numbers = pdf.pages["Kids"][::3]
    pages = [pdf.objects[number] for number in numbers]
    leaves = []
    for page in pages:
        drawn = pdf.objects[_number(page["Contents"])]
        # What is drawn after it begins with no coordinates but the page's own.
        drawn.stream.insert(0, b"q")
        drawn.stream.append(b"Q")
        stream = added(pydyf.Stream([b""]))
        page["Contents"] = pydyf.Array([drawn.reference, stream.reference])
        left, top, right, bottom = page["MediaBox"]
        leaves.append(Leaf(stream.number, float(right - left), float(bottom - top)))
    font = [added(pydyf.Dictionary({})) for _ in range(FONT_OBJECTS)]
    resources = pdf.objects[_number(pages[0]["Resources"])]
    pdf.objects[_number(resources["Font"])]["Stamp"] = font[0].reference
    day = added(pydyf.String("D:2000"))
    pdf.info["CreationDate"] = day.reference
    return tuple(leaves), font[0].number, day.number


def _number(reference: bytes) -> int:
    return int(reference.split()[0])


@cache
def _version() -> str:
    """The tools and the system's libraries; to ask them is much quicker than to import WeasyPrint."""
    tools = [f"{name} {version(name)}" for name in _TOOLS]
    own = hashlib.sha256(b"".join(path.read_bytes() for path in _OWN)).hexdigest()
    pango = _said_by(_PANGO, "pango_version_string")
    if not pango:
        weasyprint()
    return "; ".join([*tools, pango, _said_by(_HARFBUZZ, "hb_version_string"), own])


def _said_by(names: Iterable[str], function: str) -> str:
    for name in names:
        with suppress(OSError, AttributeError):
            asked = getattr(ctypes.CDLL(name), function)
            asked.restype = ctypes.c_char_p
            return str(asked().decode())
    return ""
