"""An address as a code to scan, and whether a phone can read it at the size it is printed."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Iterator

import segno

from generator.playbook.problems import Problem

PRINTED = 9.6
"""The width in mm of the smallest code on a sheet (form.css); others are wider."""
LEAST = 0.28
"""The width in mm of a square that phones commonly read at arm's length; ISO/IEC 18004 leaves it to the use,
DENSO WAVE, who made the code, name 0.25 mm for a printer of 300 dpi and more for coarser ones."""


def picture(address: str) -> str:
    """The code as a picture for a page. The white around it is the page's."""
    file = io.BytesIO()
    _code(address).save(file, kind="svg", border=0)
    return "data:image/svg+xml;base64," + base64.b64encode(file.getvalue()).decode()


def too_fine(addresses: Iterable[str]) -> Iterator[Problem]:
    """A Problem if the codes of some `addresses` have squares too small to be read; it tells the smallest."""
    widths = [PRINTED / _code(address).symbol_size(border=0)[0] for address in addresses]
    if widths and min(widths) < LEAST:
        details = {"width": f"{min(widths):.2f}", "least": f"{LEAST:.2f}"}
        yield Problem("code-too-fine", ("about", "address"), details)


def _code(address: str) -> segno.QRCode:
    # The lowest level of correction has the widest squares; a sheet is not soiled as a parcel is.
    return segno.make(address, error="l", micro=False)
