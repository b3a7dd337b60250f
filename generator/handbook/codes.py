"""The address of a page as a code to scan from a screen, where the handbook has a place on the web."""

from __future__ import annotations

from markupsafe import Markup

from generator.edition import Edition

AROUND = 4
"""The white around a code in its own squares, as ISO/IEC 18004 asks: the page may be dark."""


def online(edition: Edition, uri: str = "") -> str:
    """Where a page of this language is opened online; empty if nobody has said so (`about.address`)."""
    address = edition.playbook.about.address
    return f"{address.rstrip('/')}/{edition.folder}{uri}" if address else ""


def code(address: str) -> Markup:
    """The code as SVG, black on white, as wide as its place."""
    import segno  # a check must not wait for it

    drawn = segno.make(address, error="m", micro=False)
    return Markup(drawn.svg_inline(border=AROUND, omitsize=True, light="#fff", svgclass=None, lineclass=None))
