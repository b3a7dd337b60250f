"""What makes the handbook a thing one may install: its name and icons, and the list of what a device keeps of it."""

from __future__ import annotations

import base64
import hashlib
import io
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw

from generator.edition import Edition

MANIFEST = "app.webmanifest"
ICONS = (180, 192, 512)
"""Pixels across: the first is what an iPhone puts on its first screen."""
WORKER = "sw.js"
_KEPT = (".html", ".css", ".js", ".json", ".svg", ".png", ".webmanifest", ".woff2", ".ico")
_NOT_KEPT = ("files/", "assets/javascripts/lunr/", "assets/javascripts/workers/")
"""Folders of any language that a device does not keep: sheets are large, and our search needs neither of the others."""
_TEMPLATE = Path(__file__).parent / "keeping.js"
_FINE = 4
"""An icon is drawn so many times as large, and made smaller."""


def manifest(edition: Edition) -> bytes:
    """What a browser asks about an app, in one language."""
    about, shop = edition.playbook.about, edition.playbook.shop
    said = {
        "name": str(about.title),
        "short_name": str(shop.name),
        "lang": edition.tag,
        "id": "./",
        "start_url": "index.html",
        "scope": "./",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": about.brand.colour,
        "icons": [
            {
                "src": f"assets/icon-{size}.png",
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": "any maskable",
            }
            for size in ICONS[1:]
        ],
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


@cache
def picture(colour: str, size: int) -> bytes:
    """The icon on a device's screen: a tick in a bubble on the shop's colour, clear of corners that are cut off."""
    wide = size * _FINE
    image = Image.new("RGB", (wide, wide), colour)
    draw = ImageDraw.Draw(image)

    def at(*points: float) -> list[float]:
        return [point * wide / 32 for point in points]

    draw.rounded_rectangle(at(7, 8, 25, 21), radius=3.2 * wide / 32, fill="white")
    draw.polygon(at(10, 20, 10, 25.5, 16, 20.5), fill="white")
    draw.line(
        at(11.5, 14.2, 15, 17.7, 20.8, 11.9),
        fill=colour,
        width=round(2 * wide / 32),
        joint="curve",
    )
    target = io.BytesIO()
    image.resize((size, size), Image.Resampling.LANCZOS).save(target, "PNG", optimize=True)
    return target.getvalue()


def worker(site: Path) -> str:
    """The script that keeps the finished site at hand: its files by path with their hashes, under one version."""
    files = dict(_kept(site))
    listed = json.dumps(files, ensure_ascii=False, indent=0, sort_keys=True)
    version = hashlib.sha256(listed.encode()).hexdigest()[:16]
    template = _TEMPLATE.read_text("utf-8")
    return template.replace("{version}", version).replace("{files}", listed)


def _kept(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(each for each in site.rglob("*") if each.is_file()):
        name = path.relative_to(site).as_posix()
        if (
            path.suffix in _KEPT
            and name != WORKER
            and not any(f"/{part}" in f"/{name}" for part in _NOT_KEPT)
        ):
            yield name, base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()
