"""Whether a sheet can be cut: nothing is drawn close to a cut or to the paper's edge but the cut marks."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL.Image import Image

POINT = 25.4 / 72
A_MM = 10
"""Pixels."""


def is_clear(pdf: Path, columns: int, rows: int, quiet: int) -> bool:
    """Whether each of the equal parts of the first page has a blank edge of `quiet` mm, the marks' own line aside."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        image = document[0].render(scale=A_MM * POINT).to_pil().convert("L")
    finally:
        document.close()
    wide, high = image.width / columns, image.height / rows
    corners = [(x * wide, y * high) for x in range(columns) for y in range(rows)]
    parts = [image.crop((round(x), round(y), round(x + wide), round(y + high))) for x, y in corners]
    return all(_is_clear(part, quiet) for part in parts)


def _is_clear(part: Image, quiet: int) -> bool:
    width, height = part.size
    inner = part.crop((4, 4, width - 4, height - 4))
    edge = quiet * A_MM - 4
    inner.paste(255, (edge, edge, inner.width - edge, inner.height - edge))
    return bool(inner.getextrema() == (255, 255))
