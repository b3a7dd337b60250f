"""What draws a page in, the same page in fewer bytes out: for files that are only printed.

WeasyPrint writes six decimals of a pixel, and marks every word for those who have a page read to them; they take the
sheet by itself. Six figures place a line to a hundredth of a pixel.
"""

from __future__ import annotations

import re

_MARK = re.compile(
    rb"(?<!\S)(?:/\w+\s*(?:<<(?:[^<>]|<[0-9A-Fa-f]*>|<<[^<>]*>>)*>>)?\s*(?:BDC|BMC)|EMC)(?!\S)"
)
"""The begin or the end of what is marked."""
_FIGURE = re.compile(rb"(?<![\w.#])-?\d+\.\d+")


def slim(drawn: bytes) -> bytes:
    """The page without marks, its figures cut to six; one that holds text in parentheses stays as it is."""
    if b"(" in drawn:
        return drawn
    return _FIGURE.sub(_short, _MARK.sub(b"", drawn))


def _short(figure: re.Match[bytes]) -> bytes:
    short = b"%.6g" % float(figure[0])
    # A PDF knows no powers of ten; what is written as one is next to nothing.
    return b"%.5f" % float(figure[0]) if b"e" in short else short
