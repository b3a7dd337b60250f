"""A pinned npm package in, the two print fonts of `generator/design/fonts` out."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from fontTools import subset

PACKAGE = "@expo-google-fonts/noto-sans-sc"
VERSION = "0.4.3"
TARGET = Path(__file__).resolve().parent.parent / "generator" / "design" / "fonts"


class Source(NamedTuple):
    """A file of the package, the sha256 it must have, and its name in this project."""

    member: str
    sha256: str
    name: str


FONTS = (
    Source(
        "package/400Regular/NotoSansSC_400Regular.ttf",
        "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16",
        "NotoSansSC-Regular.ttf",
    ),
    Source(
        "package/700Bold/NotoSansSC_700Bold.ttf",
        "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96",
        "NotoSansSC-Bold.ttf",
    ),
)
LICENCE = Source(
    "package/LICENSE_FONT",
    "1c05c68c34f9708415aada51f17e1b0092d2cea709bf4a94cd38114f9e73d7d9",
    "OFL.txt",
)

# Kept as far as the source has them, on top of the whole of GBK.
KEPT = (
    range(0x0020, 0x0370),  # Latin with pinyin capitals, tone marks
    range(0x1E00, 0x1F00),  # Latin Extended Additional: Vietnamese names
    range(0x2000, 0x20D0),  # general punctuation, superscripts, currency
    range(0x2100, 0x2300),  # letterlike, number forms, arrows, mathematical operators
    range(0x2460, 0x2C00),  # circled numbers, boxes, shapes, symbols, dingbats
    range(0x3000, 0x3100),  # CJK punctuation, kana
    range(0x3200, 0x3400),  # circled 21 to 50, squared units
    range(0x3400, 0x4DC0),  # CJK extension A
    range(0x4E00, 0xA000),  # CJK unified ideographs
    range(0xFE30, 0xFE50),  # CJK compatibility forms
    range(0xFF00, 0xFFF0),  # full-width forms
    range(0x20000, 0x323B0),  # CJK extensions B to H
)

# These share a glyph with an ordinary hanzi. A PDF that embeds the whole font maps a
# glyph back to its lowest code point, so 日 would be searched and copied as a radical.
LEFT_OUT = (
    range(0x2E80, 0x2FE0),  # CJK and Kangxi radicals
    range(0xF900, 0xFB00),  # CJK compatibility ideographs
    range(0x2F800, 0x2FA20),  # CJK compatibility ideographs supplement
)
TWINS = frozenset(map(ord, "㫚㬵㬺㮣"))  # rare doubles of 曶胶幐槩


def main(target: Path = TARGET) -> None:
    """Rebuild both fonts and their licence text in the target folder."""
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        archive = fetch(folder)
        for font in FONTS:
            cut(extract(archive, font, folder), target / font.name)
        extract(archive, LICENCE, target)
    for made in (*FONTS, LICENCE):
        print(f"{made.name}: {(target / made.name).stat().st_size:,} bytes")


def fetch(folder: Path) -> Path:
    """Download the pinned package into the folder and return the archive."""
    npm = shutil.which("npm")  # on Windows npm is a .cmd file, found only by its full name
    if npm is None:
        raise SystemExit("npm was not found. Install Node.js, then run this again.")
    command = [npm, "pack", f"{PACKAGE}@{VERSION}", "--silent"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return next(folder.glob("*.tgz"))


def extract(archive: Path, source: Source, folder: Path) -> Path:
    """Take one file out of the archive; refuse it if its sha256 is not the pinned one."""
    with tarfile.open(archive) as package:
        stream = package.extractfile(source.member)
        content = stream.read() if stream else b""
    found = hashlib.sha256(content).hexdigest()
    if found != source.sha256:
        raise SystemExit(f"{source.member}: sha256 is {found}, expected {source.sha256}.")
    path = folder / source.name
    path.write_bytes(content)
    return path


def cut(source: Path, target: Path) -> None:
    """Write the print subset of one TrueType font; equal input gives equal bytes."""
    options = subset.Options()
    options.layout_features = ["*"]  # halt squeezes 「（, pwid narrows “ ’ in English
    options.hinting = False  # paper needs none
    options.notdef_outline = True  # a missing character must be seen on the proof
    options.name_IDs = ["*"]  # the licence stands in the name table
    options.name_languages = ["*"]
    options.recalc_timestamp = False
    options.harfbuzz_repacker = False  # used only where uharfbuzz happens to be installed
    with subset.load_font(str(source), options) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=wanted_characters(font.getBestCmap()))
        cutter.subset(font)
        subset.save_font(font, str(target), options)


def wanted_characters(available: Iterable[int]) -> set[int]:
    """Return those of the available code points that belong in the print fonts."""
    return {code for code in available if is_wanted(code)}


def is_wanted(code: int) -> bool:
    """Tell whether a code point is in GBK or a kept block, and is not left out."""
    if code in TWINS or any(code in block for block in LEFT_OUT):
        return False
    in_gbk = chr(code).encode("gbk", errors="ignore") != b""
    return in_gbk or any(code in block for block in KEPT)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
