"""Which characters can be typed into a form on screen, and the glyph of each."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.design.type import glyphs

_MORE = Path(__file__).parent / "field_characters.txt"
_OTHERS = (
    range(0x20, 0x7F),
    range(0xA0, 0x180),
    range(0x2013, 0x2015),
    range(0x2018, 0x2020),
    range(0x2030, 0x2031),
    range(0x20A0, 0x20C0),
    range(0x2100, 0x2140),
)
"""Latin, with accents; dashes, quotation marks, per mille, currencies, signs such as ℃ and №."""
_RADICALS = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00), range(0x2F800, 0x2FA20))
"""Radicals and compatibility forms: drawn like an everyday character, and in a PDF mistaken for it."""


@cache
def typed() -> str:
    """Every character that can be typed, in the order of Unicode.

    GB 2312, which input methods put first, the rest of the Table of General Standard Chinese Characters, which
    names are to be chosen from, and of Latin letters, dashes, currencies and signs what the font has.
    """
    lines = _MORE.read_text("utf-8").splitlines()
    more = "".join(line for line in lines if not line.startswith("#"))
    others = {chr(code) for block in _OTHERS for code in block}
    known = glyphs()
    return "".join(
        sorted(each for each in {*_gb2312(), *more, *others} if _plain(each) and ord(each) in known)
    )


def _plain(character: str) -> bool:
    return not any(ord(character) in block for block in _RADICALS)


def _gb2312() -> str:
    """What the standard of 1980 holds: 6763 Chinese characters, and marks, figures, Greek, Kana, Cyrillic."""
    high, low = range(0xA1, 0xF8), range(0xA1, 0xFF)
    return "".join(bytes((row, cell)).decode("gb2312", "ignore") for row in high for cell in low)


def typed_glyphs() -> dict[int, str]:
    """The glyph of each, with what it stands for as UTF-16 in hexadecimal figures."""
    known = glyphs()
    found: dict[int, str] = {}
    for each in typed():
        # Of two characters that look alike the first is the usual one: the space, the hyphen.
        found.setdefault(known[ord(each)], each.encode("utf-16-be").hex())
    return found
