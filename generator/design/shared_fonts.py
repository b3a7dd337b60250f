"""One font in the place of all cuts of it: each sheet in a file brings its own, and they can share.

A cut keeps the numbers of the glyphs. So one with the glyphs of all of them stands for each, and nothing that is drawn
has to be written anew.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from generator.design.type import advances, cut_to

TO_UNICODE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
{}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
_PAIR = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>")
"""A glyph and what it stands for, in the map from one to the other."""
_RANGE = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>")
"""The first and the last of several, and what the first stands for."""
_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_MOST = 100
"""So many pairs may stand in one block of that map."""
_STAMP = "/Stamp"
"""The font of the stamp numbers its glyphs in its own way (stamping.py)."""
_SQUARE = 1000
"""The width of a Chinese character, in thousandths of an em."""
ASCENT, DESCENT = 900, -150
"""How far what is typed reaches above and below its line, in thousandths of an em."""


@dataclass
class _Used:
    """What a font must draw: its glyphs, and the text each stands for as UTF-16 in hexadecimal figures."""

    glyphs: set[int] = field(default_factory=set)
    said: dict[int, str] = field(default_factory=dict)


def share_fonts(pdf: Pdf, typed: Mapping[int, str]) -> Object:
    """Puts one font in the place of all that are cut from the same; gives the regular one, which draws `typed` too."""
    used = {False: _Used({*typed}, dict(typed)), True: _Used()}
    stamps: dict[bytes, Object] = {}
    places: list[tuple[Object, str, bool]] = []
    for fonts in _lists_of_fonts(pdf):
        for name, font in fonts.items():
            (descendant,) = font.DescendantFonts
            if name == _STAMP:
                file = descendant.FontDescriptor.FontFile2.read_raw_bytes()
                fonts[name] = stamps.setdefault(file, font)
                continue
            bold = str(font.BaseFont).endswith("-Bold")
            said = _said(font.ToUnicode.read_bytes())
            used[bold].glyphs |= {*_glyphs(descendant.get("/W", ())), *said}
            used[bold].said |= said
            places.append((fonts, name, bold))
    shared = {bold: _font(pdf, it, bold) for bold, it in used.items() if it.glyphs}
    for fonts, name, bold in places:
        fonts[name] = shared[bold]
    return shared[False]


def _lists_of_fonts(pdf: Pdf) -> Iterator[Object]:
    """The fonts that each page knows, once where pages share them."""
    seen = set()
    for page in pdf.pages:
        fonts = page.obj.Resources.Font
        if fonts.objgen not in seen or fonts.objgen == (0, 0):
            seen.add(fonts.objgen)
            yield fonts


def _said(to_unicode: bytes) -> dict[int, str]:
    """What each glyph of a map stands for: `<000c> <002b>`, or for several that follow on one another `<0010> <0013> <0030>`."""
    found: dict[int, str] = {}
    for kind, rows in _BLOCK.findall(to_unicode):
        if kind == b"char":
            found |= {int(glyph, 16): text.decode() for glyph, text in _PAIR.findall(rows)}
            continue
        for first, last, text in _RANGE.findall(rows):
            begin, stands_for = int(first, 16), int(text, 16)
            for glyph in range(begin, int(last, 16) + 1):
                found[glyph] = f"{stands_for + glyph - begin:0{len(text)}x}"
    return found


def _glyphs(widths: Iterable[Any]) -> Iterator[int]:
    """Those with a width: `11 [507 508]` are 11 and 12, and so are `11 12 507` with one for both."""
    rows = iter(widths)
    for first in rows:
        then = next(rows)
        if isinstance(then, Array):
            yield from range(int(first), int(first) + len(then))
        else:
            next(rows)
            yield from range(int(first), int(then) + 1)


def _font(pdf: Pdf, used: _Used, bold: bool) -> Object:
    """The font as PDF needs it: outlines, widths, and what each glyph stands for."""
    program = cut_to(frozenset(used.glyphs), bold=bold)
    name = Name(f"/{_tag_of(program)}+Noto-Sans-SC{'-Bold' if bold else ''}")
    file = Stream(pdf, zlib.compress(program, 9), Filter=Name.FlateDecode, Length1=len(program))
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        FontFamily=String("Noto Sans SC"),
        Flags=4,
        FontBBox=Array([0, -288, 1000, 1160]),
        ItalicAngle=0,
        # Of the ideographs, not of the tallest letter: viewers set lines of what is typed by these.
        Ascent=ASCENT,
        Descent=DESCENT,
        CapHeight=733,
        StemV=80,
        FontFile2=pdf.make_indirect(file),
    )
    # All others are as wide as they are high. Written out and read, an array takes a hundredth of the time.
    widths = (row for row in sorted(advances(used.glyphs, bold=bold).items()) if row[1] != _SQUARE)
    listed = Object.parse("[{}]".format(" ".join(f"{glyph} [{wide}]" for glyph, wide in widths)).encode())
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDToGIDMap=Name.Identity,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        DW=_SQUARE,
        W=listed,
        FontDescriptor=pdf.make_indirect(descriptor),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_indirect(Stream(pdf, _to_unicode(used.said).encode("ascii"))),
        )
    )


def _to_unicode(said: Mapping[int, str]) -> str:
    pairs = [f"<{glyph:04x}> <{text}>" for glyph, text in sorted(said.items())]
    groups = (pairs[at : at + _MOST] for at in range(0, len(pairs), _MOST))
    return TO_UNICODE.format(
        "\n".join("\n".join((f"{len(group)} beginbfchar", *group, "endbfchar")) for group in groups)
    )


def _tag_of(program: bytes) -> str:
    return "".join(chr(65 + byte % 26) for byte in hashlib.sha256(program).digest()[:6])
