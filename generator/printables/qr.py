"""An address as a code to scan, and whether a phone can read it at the size it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.design.stamping import squares
from generator.playbook.model.record import Route
from generator.playbook.problems import Problem

PRINTED = 9.6
"""The width in mm of the smallest code on a sheet (form.py); others are wider."""
LEAST = 0.28
"""The width in mm of a square that phones commonly read at arm's length; ISO/IEC 18004 leaves it to the use,
DENSO WAVE, who made the code, name 0.25 mm for a printer of 300 dpi and more for coarser ones."""
GOOD = 0.33
"""From here on nothing is said: four dots of such a printer, as they advise, so that a square holds its shape."""


def too_fine(
    addresses: Iterable[str], route: Route = ("about", "address"), printed: float = PRINTED
) -> Iterator[Problem]:
    """A Problem if the codes of some `addresses` have squares too small, or hardly large enough; of the smallest.

    The codes are `printed` mm wide; the addresses stand at `route`.
    """
    widths = [printed / len(squares(address)) for address in addresses]
    for kind, least in (("code-too-fine", LEAST), ("code-fine", GOOD)):
        if widths and min(widths) < least:
            details = {"width": f"{min(widths):.2f}", "least": f"{least:.2f}"}
            yield Problem(kind, route, details)
            return
