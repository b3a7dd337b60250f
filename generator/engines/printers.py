"""Who prints: WeasyPrint where its libraries are, otherwise a browser that is there."""

from __future__ import annotations

import os
import sys

from generator.design.printing import Engine, NoPrinter, Printer
from generator.design.store import usual
from generator.engines.browser import Browser
from generator.engines.browser.programs import NoBrowser, browser
from generator.engines.weasyprint import NoPango, WeasyPrint, weasyprint

CHOSEN = "PLAYBOOK_PRINTER"
"""Names one of ENGINES for commands that are given no option; empty, the first that works is taken."""
ENGINES = ("weasyprint", "browser")


def printer(which: str = "") -> Printer:
    """Prints with the engine named, or with the first that works, and with the user's store.

    NoPrinter where it cannot. For one build: what it has printed stays in memory.
    """
    return Printer(_engine(which or os.environ.get(CHOSEN, "")), usual())


def _engine(which: str) -> Engine:
    if which == "browser":
        return Browser(browser())
    if which == "weasyprint":
        return _weasyprint()
    try:
        return _weasyprint()
    except NoPango as lacking:
        try:
            return Browser(browser())
        except NoBrowser as besides:
            raise NoPrinter(f"{lacking}; {besides}") from None


def _weasyprint() -> WeasyPrint:
    engine = WeasyPrint()
    assert engine.version  # It asks for the library that sets text.
    if sys.platform == "win32":
        # One of its libraries may lie there from another program without the rest.
        weasyprint()
    return engine
