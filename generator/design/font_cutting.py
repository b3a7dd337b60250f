"""Glyphs in, a TrueType font with no other outlines out: each glyph keeps its number.

So whatever was set with the whole font, or with any other cut of it, is drawn with this one. Read and written
straight from the tables, it takes a tenth of a second where taking the font apart takes five.
Tables and their fields: OpenType specification 1.9.1, chapters otff, head, hhea, maxp, hmtx, loca, glyf.
"""

from __future__ import annotations

import struct
from collections.abc import Collection, Mapping

from generator.design.font_file import FontFile

_WHOLE = 0xB1B0AFBA
"""What the whole file adds up to (head, checksumAdjustment)."""


def cut(font: FontFile, glyphs: Collection[int]) -> bytes:
    """A font file with these glyphs and the one for what is missing. None of ours is composed of others."""
    kept = {0, *glyphs}
    count = max(kept) + 1
    outlines, places = bytearray(), [0]
    for glyph in range(count):
        if glyph in kept:
            outline = font.outline(glyph)
            outlines += outline + b"\0" * (-len(outline) % 4)
        places.append(len(outlines))
    stated = (_metrics(font, glyph) if glyph in kept else (0, 0) for glyph in range(count))
    head = bytearray(font.table(b"head"))
    struct.pack_into(">I", head, 8, 0)
    struct.pack_into(">h", head, 50, 1)
    hhea, maxp = bytearray(font.table(b"hhea")), bytearray(font.table(b"maxp"))
    struct.pack_into(">H", hhea, 34, count)
    struct.pack_into(">H", maxp, 4, count)
    return _file(
        {
            b"glyf": bytes(outlines),
            b"head": bytes(head),
            b"hhea": bytes(hhea),
            b"hmtx": b"".join(struct.pack(">Hh", *each) for each in stated),
            b"loca": struct.pack(f">{len(places)}I", *places),
            b"maxp": bytes(maxp),
        }
    )


def _metrics(font: FontFile, glyph: int) -> tuple[int, int]:
    return font.advance(glyph), font.bearing(glyph)


def _file(tables: Mapping[bytes, bytes]) -> bytes:
    """The tables, in the order of their names, behind the list of them."""
    count = len(tables)
    power = count.bit_length() - 1
    search = 16 << power
    head = struct.pack(">IHHHH", 0x00010000, count, search, power, 16 * count - search)
    at, rows, parts = len(head) + 16 * count, [], []
    for tag, content in sorted(tables.items()):
        padded = content + b"\0" * (-len(content) % 4)
        rows.append(struct.pack(">4sIII", tag, _sum(padded), at, len(content)))
        parts.append(padded)
        at += len(padded)
    file = bytearray(head + b"".join(rows + parts))
    (place,) = (struct.unpack_from(">I", row, 8)[0] for row in rows if row.startswith(b"head"))
    struct.pack_into(">I", file, place + 8, (_WHOLE - _sum(bytes(file))) & 0xFFFFFFFF)
    return bytes(file)


def _sum(content: bytes) -> int:
    """Its words of four bytes added up, as much of it as four bytes hold."""
    words: tuple[int, ...] = struct.unpack(f">{len(content) // 4}I", content)
    return sum(words) & 0xFFFFFFFF
