"""The file of the shop's logo in, a picture out that every sheet may hold: nothing runs in it, nothing is fetched by it.

Of an SVG only shapes and their colours are taken over; of a PNG only its points. What is left out is named.
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree

from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Route
from generator.playbook.model.shop import Brand
from generator.playbook.problems import Problem

MOST_BYTES, MOST_PARTS, MOST_PIXELS = 500_000, 5_000, 16_000_000
"""Of a file, of an SVG's elements, of a PNG; more is a drawing or a photo, and slows every sheet."""
KEPT_PIXELS, SHARP_PIXELS = 1_200, 300
"""Of a PNG's longer side: what is kept of it, and from where on it is sharp at 25 mm (300 dots an inch)."""
WIDEST, TALLEST = 8.0, 3.0
"""So many times as wide as high, or as high as wide: beyond, it is too small in its field to be read."""
ROUTE = ("about", "brand", "logo")
_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = frozenset(
    [
        "svg",
        "g",
        "defs",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "title",
        "desc",
    ]
)
_SAID = frozenset(
    [
        "id",
        "class",
        "d",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "fx",
        "fy",
        "width",
        "height",
        "viewBox",
        "points",
        "transform",
        "gradientTransform",
        "gradientUnits",
        "offset",
        "preserveAspectRatio",
        "clipPathUnits",
        "clip-path",
        "clip-rule",
        "fill",
        "fill-opacity",
        "fill-rule",
        "stroke",
        "stroke-width",
        "stroke-opacity",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-dasharray",
        "stop-color",
        "stop-opacity",
        "opacity",
        "color",
        "display",
        "style",
    ]
)
_HARMLESS = re.compile(
    r"(?:[\w\s.,:;%#!+-]|url\(#[\w.-]+\)|(?:rgba?|matrix|translate|scale|rotate|skew[XY])\([^()]*\))*"
)
"""What an attribute or a declaration may hold: words, numbers, colours, and what stands in the same file."""
_RULES = re.compile(r"\s*(?:[\w.#,\s-]+\{[^{}@\\<]*\}\s*)*")
"""A style sheet of plain rules, as drawing programs write them."""
_NUMBER = re.compile(r"\s*([\d.]+)\s*(?:px|pt|mm|cm|in)?\s*")


_FAR = 1e6
"""Beyond any drawing, and no number that is none."""


class NoPicture(Exception):
    """The file cannot be taken; says why by the name of a problem."""


@dataclass(frozen=True)
class Picture:
    """A logo as it is printed."""

    media: str
    content: bytes
    ratio: float
    """Its width by its height."""
    left_out: tuple[str, ...] = ()
    """What of its file was not taken over."""
    pixels: int = 0
    """The longer side of a PNG's file."""

    @cached_property
    def address(self) -> str:
        """The picture itself, as the address of an image."""
        return f"data:{self.media};base64,{base64.b64encode(self.content).decode()}"


class DrawnBrand(Brand):
    """How the shop looks, with its logo read in."""

    picture: Picture
    """What `logo` names."""


def with_logo(playbook: Playbook, folder: Path) -> tuple[Playbook, tuple[Problem, ...]]:
    """The playbook with the picture that its brand names, a file in `folder`, and what is to be said of it."""
    brand = playbook.about.brand
    if brand.logo is None:
        return playbook, ()
    try:
        picture = read(folder, brand.logo)
    except NoPicture as why:
        return playbook, (Problem(str(why), ROUTE, {"file": brand.logo}),)
    drawn = DrawnBrand.model_construct(**(dict(brand) | {"picture": picture}))
    about = playbook.about.model_copy(update={"brand": drawn})
    return playbook.model_copy(update={"about": about}), tuple(_remarks(brand.logo, picture))


def read(folder: Path, name: str) -> Picture:
    """The picture in the file; NoPicture."""
    path = folder / name
    if not path.is_file() or not path.resolve().is_relative_to(folder.resolve()):
        raise NoPicture("logo-missing")
    if path.stat().st_size > MOST_BYTES:
        raise NoPicture("logo-too-large")
    content = path.read_bytes()
    return _drawn(content) if path.suffix.lower() == ".svg" else _painted(content)


def _remarks(name: str, picture: Picture) -> Iterator[Problem]:
    yield from remarks(name, picture, ROUTE)
    if picture.ratio > WIDEST or picture.ratio < 1 / TALLEST:
        yield Problem("logo-odd-shape", ROUTE, {"file": name})


def remarks(name: str, picture: Picture, route: Route) -> Iterator[Problem]:
    """What was left out of a picture, and whether it is too coarse to be printed."""
    if picture.left_out:
        yield Problem(
            "logo-cut", route, {"file": name, "names": ", ".join(f"`{each}`" for each in picture.left_out)}
        )
    if 0 < picture.pixels < SHARP_PIXELS:
        yield Problem(
            "logo-coarse", route, {"file": name, "count": str(picture.pixels), "least": str(SHARP_PIXELS)}
        )


def _painted(content: bytes) -> Picture:
    # Imported here: it takes longer than checking a playbook, and few shops have a PNG.
    from PIL import Image

    try:
        with Image.open(io.BytesIO(content), formats=["PNG"]) as image:
            if image.width * image.height > MOST_PIXELS:
                raise NoPicture("logo-too-large")
            kept, pixels = image.convert("RGBA"), max(image.size)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as why:
        raise NoPicture("logo-no-picture") from why
    kept.thumbnail((KEPT_PIXELS, KEPT_PIXELS))
    target = io.BytesIO()
    kept.save(target, "PNG", optimize=True)
    return Picture("image/png", target.getvalue(), kept.width / kept.height, pixels=pixels)


def _drawn(content: bytes) -> Picture:
    # Entities are where a small file becomes a large one; no drawing program needs them.
    if b"<!ENTITY" in content or b"\0" in content:
        raise NoPicture("logo-no-picture")
    try:
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError, LookupError) as why:
        raise NoPicture("logo-no-picture") from why
    if root.tag != f"{_SVG}svg":
        raise NoPicture("logo-no-picture")
    if sum(1 for _ in root.iter()) > MOST_PARTS:
        raise NoPicture("logo-too-large")
    out: dict[str, None] = {}
    clean = _clean(root, out)
    ratio = _ratio(clean)
    ElementTree.register_namespace("", _SVG[1:-1])
    return Picture("image/svg+xml", ElementTree.tostring(clean), ratio, tuple(out))


def _clean(part: ElementTree.Element, out: dict[str, None], depth: int = 0) -> ElementTree.Element:
    """A copy with shapes only; `out` takes the names of what is left out."""
    if depth > 60:
        raise NoPicture("logo-too-large")
    kept = ElementTree.Element(part.tag, dict(_attributes(part, out)))
    kept.text = part.text if part.tag == f"{_SVG}style" else None
    for inner in part:
        # Comments and instructions have no name.
        name = inner.tag if isinstance(inner.tag, str) else ""
        if name.removeprefix(_SVG) in _SHAPES or (name == f"{_SVG}style" and _plain_rules(inner.text or "")):
            kept.append(_clean(inner, out, depth + 1))
        elif name.startswith(_SVG):
            out[name.removeprefix(_SVG)] = None
    return kept


def _plain_rules(rules: str) -> bool:
    said = re.sub(r"/\*.*?\*/", "", rules, flags=re.DOTALL)
    return bool(_RULES.fullmatch(said)) and all(map(_HARMLESS.fullmatch, re.findall(r"\{([^{}]*)\}", said)))


def _attributes(part: ElementTree.Element, out: dict[str, None]) -> Iterator[tuple[str, str]]:
    for name, value in part.attrib.items():
        if name in _SAID and _HARMLESS.fullmatch(value):
            yield name, value
        elif name in _SAID or name.startswith("on") or name.endswith("href"):
            out[name.rpartition("}")[2]] = None


def _ratio(root: ElementTree.Element) -> float:
    """Width by height, of its box or else of its measures; the box is written in where there is none."""
    sides = [_NUMBER.fullmatch(root.get(name, "")) for name in ("width", "height")]
    said = root.get("viewBox") or " ".join(["0 0", *(side[1] for side in sides if side)])
    try:
        _, _, wide, high = (float(each) for each in re.split(r"[\s,]+", said.strip()))
    except ValueError as why:
        raise NoPicture("logo-no-picture") from why
    if not (0 < wide < _FAR and 0 < high < _FAR):
        raise NoPicture("logo-no-picture")
    root.set("viewBox", said)
    for name in ("width", "height"):
        root.attrib.pop(name, None)
    return wide / high
