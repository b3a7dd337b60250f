"""The print fonts: which characters they have, how wide a line is, how high a letter."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from generator.design.font_cutting import cut
from generator.design.font_file import FontFile
from generator.design.store import usual
from generator.playbook.languages import LANGUAGES

FOLDER = Path(__file__).parent / "fonts"
CONFIG = FOLDER / "fonts.conf"
"""A private fontconfig, so that no font of the system slips in."""

_HAN_SAMPLE, _LATIN_SAMPLE = "国", "H"


@cache
def _font(bold: bool) -> FontFile:
    return FontFile(FOLDER / f"NotoSansSC-{'Bold' if bold else 'Regular'}.ttf")


def missing(text: str) -> set[str]:
    """The characters of `text` that the fonts cannot print."""
    regular, bold = _font(False).glyphs, _font(True).glyphs
    return {c for c in set(text) if not c.isspace() and (ord(c) not in regular or ord(c) not in bold)}


def glyphs() -> Mapping[int, int]:
    """The glyph of each character of the regular font."""
    return _font(False).glyphs


def cut_to(wanted: frozenset[int], *, bold: bool) -> bytes:
    """A font file with these glyphs and no others, under their own numbers."""
    return cut(_font(bold), wanted)


def advances(wanted: Collection[int], *, bold: bool) -> dict[int, int]:
    """How wide each of these glyphs is, in thousandths of an em."""
    font = _font(bold)
    return {glyph: round(font.advance(glyph) * 1000 / font.unit) for glyph in wanted}


@cache
def _advance(character: str, bold: bool) -> float:
    font = _font(bold)
    return font.advance(font.glyphs.get(ord(character), 0)) / font.unit


@cache
def width(text: str, *, bold: bool = False) -> float:
    """The width of `text` on one line, in em."""
    return sum(_advance(character, bold) for character in text)


@cache
def letter_height(language: str, *, bold: bool = False) -> float:
    """The height of a character in em: a Chinese character's face, or a capital letter."""
    font, han = _font(bold), LANGUAGES[language].han
    bottom, top = font.height(font.glyphs[ord(_HAN_SAMPLE if han else _LATIN_SAMPLE)])
    return (top - (bottom if han else 0)) / font.unit


@dataclass(frozen=True)
class Subset:
    """The regular font with few characters, to be put into a file."""

    program: bytes
    glyphs: Mapping[str, int]
    """The number of each character's glyph."""
    advances: tuple[float, ...]
    """The width of each glyph in em."""

    @staticmethod
    def of(text: str) -> Subset:
        """With the characters of `text`, and whatever else can be typed on an English keyboard."""
        return _subset("".join(sorted({*map(chr, range(32, 127)), *text} - missing(text))))

    def width(self, text: str) -> float:
        return sum(self.advances[self.glyphs.get(each, 0)] for each in text)

    def encoded(self, text: str) -> str:
        return "".join(f"{self.glyphs.get(each, 0):04x}" for each in text)


@cache
def _subset(characters: str) -> Subset:
    # To take a font apart lasts as long as to stamp a hundred sheets with it.
    store, key = usual(), _subset_key(characters)
    kept = store.get(key)
    if kept is not None:
        head, _, program = kept.partition(b"\n")
        about = json.loads(head)
        return Subset(program, about["glyphs"], tuple(about["advances"]))
    found = _cut(characters)
    about = {"glyphs": dict(found.glyphs), "advances": found.advances}
    store.put(key, json.dumps(about).encode() + b"\n" + found.program)
    return found


def _subset_key(characters: str) -> str:
    own = Path(__file__).read_text("utf-8")
    about = "\0".join((characters, _font(False).digest, version("fonttools"), own))
    return hashlib.sha256(about.encode()).hexdigest()


def _cut(characters: str) -> Subset:
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options(
        layout_features=[], hinting=False, notdef_outline=True, glyph_names=False, recalc_timestamp=False
    )
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx", "name", "gasp"]
    with TTFont(FOLDER / "NotoSansSC-Regular.ttf", lazy=True, recalcTimestamp=False) as font:
        chosen = subset.Subsetter(options)
        chosen.populate(text=characters)
        chosen.subset(font)
        names, unit, file = font.getBestCmap(), float(font["head"].unitsPerEm), io.BytesIO()
        font.save(file)
        return Subset(
            program=file.getvalue(),
            glyphs={each: font.getGlyphID(names[ord(each)]) for each in characters},
            advances=tuple(font["hmtx"][name][0] / unit for name in font.getGlyphOrder()),
        )
