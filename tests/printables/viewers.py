"""A page of a PDF as a picture, by each of the programs people have: poppler (Evince, Okular), PDFium (Chrome, Edge),
MuPDF, Ghostscript (print queues). Poppler is what every machine with the tests has; the last two lie outside."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from tests import pdfs
from tests.conftest import OUTSIDE

DPI = 100
SQUARE = 60
"""In pixels, 15 mm: a few characters, so that the edge of one does not decide."""
MORE, LEAST = 0.35, 90
"""How much less ink one may have than the other, as a share, and in pixels of full black: lines are set differently."""
Draw = Callable[[Path, int], Image.Image]
"""Gives the page of that number, the first being 1, in grey."""


def in_poppler(path: Path, number: int) -> Image.Image:
    to = path.with_name(f"{path.stem}-poppler-{number}")
    pages = ("-f", number, "-l", number, "-singlefile")
    _run(pdfs.tool("pdftoppm"), *pages, "-r", DPI, "-png", path, to)
    return _opened(to.with_name(f"{to.name}.png"))


def in_chrome(path: Path, number: int) -> Image.Image:
    document = pypdfium2.PdfDocument(path)
    document.init_forms()
    try:
        return document[number - 1].render(scale=DPI / 72, may_draw_forms=True).to_pil().convert("L")
    finally:
        document.close()


def in_ghostscript(path: Path, number: int) -> Image.Image:
    to = path.with_name(f"{path.stem}-gs-{number}.png")
    pages = (f"-dFirstPage={number}", f"-dLastPage={number}")
    smooth = ("-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", f"-r{DPI}", f"-sOutputFile={to}")
    _run(_outside("gs"), "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pnggray", *pages, *smooth, path)
    return _opened(to)


def in_mupdf(path: Path, number: int) -> Image.Image:
    to = path.with_name(f"{path.stem}-mupdf-{number}.png")
    _run(_outside("mutool"), "draw", "-q", "-F", "png", "-r", DPI, "-o", to, path, number)
    return _opened(to)


EVERY: tuple[Draw, ...] = (in_poppler, in_chrome, in_ghostscript, in_mupdf)


def unlike(one: Image.Image, other: Image.Image) -> Iterator[str]:
    """The squares of a page in which two viewers do not draw about the same ink: a word is missing in one, or garbage."""
    wide, high = min(one.width, other.width), min(one.height, other.height)
    squares = [
        (x, y, min(x + SQUARE, wide), min(y + SQUARE, high))
        for x in range(0, wide, SQUARE)
        for y in range(0, high, SQUARE)
    ]
    for box in squares:
        inks = sorted(_ink(picture.crop(box)) for picture in (one, other))
        if inks[1] - inks[0] > max(MORE * inks[1], LEAST):
            yield f"at {box[0]}, {box[1]}: {inks[0]:.0f} and {inks[1]:.0f} of ink"


def _ink(picture: Image.Image) -> float:
    return sum((255 - light) * count for light, count in enumerate(picture.histogram())) / 255


def _outside(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{OUTSIDE}the viewer {name}")
    return path


def _run(*command: object) -> None:
    subprocess.run([*map(str, command)], check=True, capture_output=True)


def _opened(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert("L")
