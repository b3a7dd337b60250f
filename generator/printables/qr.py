"""An address as a code to scan, and whether a phone can read it at the size it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.design.stamping import squares
from generator.playbook.problems import Problem

PRINTED = 9.6
"""The width in mm of the smallest code on a sheet (form.py); others are wider."""
LEAST = 0.28
"""The width in mm of a square that phones commonly read at arm's length; ISO/IEC 18004 leaves it to the use,
DENSO WAVE, who made the code, name 0.25 mm for a printer of 300 dpi and more for coarser ones."""


def too_fine(addresses: Iterable[str]) -> Iterator[Problem]:
    """A Problem if the codes of some `addresses` have squares too small to be read; it tells the smallest."""
    widths = [PRINTED / len(squares(address)) for address in addresses]
    if widths and min(widths) < LEAST:
        details = {"width": f"{min(widths):.2f}", "least": f"{LEAST:.2f}"}
        yield Problem("code-too-fine", ("about", "address"), details)
