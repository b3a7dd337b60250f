"""A page laid out without its stamp in, the same page with it out: id, version, date, code and page number.

What changes with every version is drawn onto the finished page, so that a new version lays out no sheet anew.
Measures in mm from the upper left corner of the sheet, as people measure; PDF counts points from below.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

import segno

from generator.design.templates import token
from generator.design.type import Subset, missing
from generator.design.wrapping import MM_PER_PT

PT_PER_MM = 1 / MM_PER_PT
SPACED = 0.02
"""What stands between two characters of a line at the left, in em."""
BESIDE = 2.5
"""From the code to the words beside it, in mm."""
NUMBERED = 10.0
"""What the number of a page takes at the end of the line, in mm."""
FONT_OBJECTS = 5
"""Font, its descendant, its measures, its outlines, its characters."""
DROP = (1.16 - 0.288) / 2 * MM_PER_PT
"""From the middle of a line to its base, in mm for each point of the type."""


@dataclass(frozen=True)
class Leaf:
    """A page that is laid out: the number of its empty stream, its width and height in points."""

    stream: int
    width: float
    height: float


@dataclass(frozen=True)
class Body:
    """A PDF with room for its stamp.

    Every page has an empty stream drawn last; all pages know a font called Stamp, whose FONT_OBJECTS follow on
    one another; the day it was made stands in an object of its own.
    """

    pdf: bytes
    leaves: tuple[Leaf, ...]
    font: int
    date: int


@dataclass(frozen=True)
class Place:
    """A line of a stamp: from where to where, its base, its type in points."""

    left: float
    right: float
    base: float
    points: float = 7.5
    at_end: bool = False
    """Set against its right end."""


HEAD = Place(105, 195, 10, 9, at_end=True)
"""Of a sheet of A4: above all that stands on it, however long its title is."""


@dataclass(frozen=True)
class Square:
    """Where the code to scan stands, at the left end of the first line."""

    middle: float
    size: float


@dataclass(frozen=True)
class Foot:
    """Where the stamp of a sheet stands, on its first page and on later ones."""

    first: tuple[Place, ...]
    later: tuple[Place, ...] = ()
    square: Square | None = None
    numbered: bool = False
    """Whether each page says which of how many it is."""


@dataclass(frozen=True)
class Run:
    """Words of one colour, by the name of its token."""

    text: str
    colour: str = "muted"


@dataclass(frozen=True)
class Stamp:
    """What tells one printed sheet from another."""

    runs: tuple[Run, ...]
    foot: Foot
    day: str
    """The day of the version, as 2026-11-22."""
    address: str = ""
    """Where the code to scan leads; no code without it."""
    scan: str = ""
    """What is said beside the code where the stamp itself stands at the other end."""
    letters: str = ""
    """What else its font holds, so that sheets share one."""
    head: str = ""
    """What is said in the upper margin of each page."""

    @property
    def text(self) -> str:
        return "".join((*(run.text for run in self.runs), self.head))


class SheetFault(Exception):
    """The sheet would not look as meant."""


def stamped(body: Body, stamp: Stamp) -> bytes:
    """The finished PDF: what was laid out, and after it, as PDF allows, the objects that are filled in."""
    if lacking := missing(stamp.text + stamp.scan):
        raise SheetFault(f"no glyph for {', '.join(sorted(lacking))} in: {stamp.text}")
    font = Subset.of(stamp.text + stamp.scan + stamp.letters)
    objects: dict[int, bytes] = {}
    for number, leaf in enumerate(body.leaves):
        drawn = "\n".join(_drawn(stamp, font, leaf, number, len(body.leaves)))
        objects[leaf.stream] = _stream(drawn.encode("ascii"))
    objects |= dict(enumerate(_font(font, body.font), body.font))
    objects[body.date] = f"(D:{stamp.day.replace('-', '')})".encode()
    return _with_objects(body.pdf, objects)


def _drawn(stamp: Stamp, font: Subset, leaf: Leaf, number: int, count: int) -> Iterator[str]:
    """The drawing of one page. It belongs to the sheet and not to what is read aloud: an artifact."""
    foot = stamp.foot
    places = foot.later if number and foot.later else foot.first
    yield "/Artifact <</Type /Pagination /Subtype /Footer>> BDC q"
    square = foot.square if stamp.address else None
    if square:
        yield from _code(stamp.address, square, places[0].left, leaf.height)
        if places[0].at_end:
            yield from _line((Run(stamp.scan),), font, _beside(square, places[0]), leaf.height)
    for place in places:
        if square and not place.at_end:
            place = _beside(square, place)
        words = replace(place, right=place.right - NUMBERED) if foot.numbered else place
        yield from _line(stamp.runs, font, words, leaf.height)
        if foot.numbered:
            last = Place(place.left, place.right, place.base, place.points, at_end=True)
            yield from _line((Run(f"{number + 1} / {count}"),), font, last, leaf.height)
    if stamp.head:
        yield from _line((Run(stamp.head),), font, HEAD, leaf.height)
    yield "Q EMC"


def _beside(square: Square, place: Place) -> Place:
    """The line right of the code, level with its middle."""
    base = square.middle + place.points * DROP
    return Place(place.left + square.size + BESIDE, place.right, base, place.points)


def _line(runs: tuple[Run, ...], font: Subset, place: Place, high: float) -> Iterator[str]:
    """Words in their place; those too long for it are set smaller."""
    text = "".join(run.text for run in runs)
    spaced = 0 if place.at_end else SPACED
    room, points = place.right - place.left, place.points
    wide = (font.width(text) + spaced * len(text)) * MM_PER_PT
    points = min(points, room / wide) if wide else points
    left = place.right - wide * points if place.at_end else place.left
    yield f"BT /Stamp {points:.4g} Tf {spaced * points:.4g} Tc"
    yield f"{left * PT_PER_MM:.3f} {high - place.base * PT_PER_MM:.3f} Td"
    for run in runs:
        yield f"{_rgb(run.colour)} rg <{font.encoded(run.text)}> Tj"
    yield "ET"


def _rgb(colour: str) -> str:
    value = token(colour).lstrip("#")
    return " ".join(f"{int(value[at : at + 2], 16) / 255:.4g}" for at in (0, 2, 4))


def _code(address: str, square: Square, left_edge: float, high: float) -> Iterator[str]:
    """The code to scan: each row a rectangle for every run of dark squares."""
    rows = squares(address)
    side = square.size / len(rows) * PT_PER_MM
    left, top = left_edge * PT_PER_MM, high - (square.middle - square.size / 2) * PT_PER_MM
    yield "0 g"
    for y, row in enumerate(rows):
        x = 0
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                yield f"{left + x * side:.3f} {top - (y + 1) * side:.3f} {length * side:.3f} {side:.3f} re"
            x += length
    yield "f"


def squares(address: str) -> list[list[int]]:
    """The code's squares row by row, 1 where it is dark. The white around it is the page's."""
    # The lowest level of correction has the widest squares; a sheet is not soiled as a parcel is.
    return [list(row) for row in segno.make(address, error="l", micro=False).matrix_iter(border=0)]


def _font(font: Subset, first: int) -> Iterator[bytes]:
    """The five objects of a font that holds no more than what is printed with it."""
    tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(font.program).digest()[:6])
    name = f"/{tag}+Noto-Sans-SC"
    widths = " ".join(f"{round(wide * 1000)}" for wide in font.advances)
    yield (
        f"<</Type /Font /Subtype /Type0 /BaseFont {name} /Encoding /Identity-H "
        f"/DescendantFonts [{first + 1} 0 R] /ToUnicode {first + 4} 0 R>>"
    ).encode()
    yield (
        f"<</Type /Font /Subtype /CIDFontType2 /BaseFont {name} /CIDToGIDMap /Identity "
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> "
        f"/W [0 [{widths}]] /FontDescriptor {first + 2} 0 R>>"
    ).encode()
    yield (
        f"<</Type /FontDescriptor /FontName {name} /FontFamily (Noto Sans SC) /Flags 4 "
        "/FontBBox [0 -288 1000 1160] /ItalicAngle 0 /Ascent 1160 /Descent -288 /CapHeight 1160 "
        f"/StemV 80 /StemH 80 /FontFile2 {first + 3} 0 R>>"
    ).encode()
    yield _stream(font.program, f"/Length1 {len(font.program)}")
    yield _stream(_to_unicode(font.glyphs).encode("ascii"))


def _to_unicode(glyphs: Mapping[str, int]) -> str:
    pairs = [f"<{glyph:04x}> <{each.encode('utf-16-be').hex()}>" for each, glyph in glyphs.items()]
    parts = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <ffff> endcodespacerange",
            *("\n".join([f"{len(part)} beginbfchar", *part, "endbfchar"]) for part in parts),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    )


def _stream(content: bytes, more: str = "") -> bytes:
    packed = zlib.compress(content)
    head = f"<</Length {len(packed)} /Filter /FlateDecode {more}>>\nstream\n".encode()
    return head + packed + b"\nendstream"


def _with_objects(pdf: bytes, objects: Mapping[int, bytes]) -> bytes:
    """The file with objects of it replaced by an update at its end (ISO 32000-1, 7.5.6)."""
    before = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    table = pdf[before:]
    size, root, info = (_named(name, table) for name in ("Size", "Root", "Info"))
    parts, at = [pdf], len(pdf)
    offsets = {}
    for number in sorted(objects):
        offsets[number] = at
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, objects[number]))
        at += len(parts[-1])
    if table.startswith(b"xref"):
        return b"".join((*parts, _table(offsets, size, before, root, info, at)))
    offsets[size] = at
    rows = b"".join(b"\1" + offsets[number].to_bytes(4, "big") + b"\0\0" for number in sorted(offsets))
    index = " ".join(f"{number} 1" for number in sorted(offsets))
    head = (
        f"/Type /XRef /Size {size + 1} /Prev {before} /Root {root} 0 R /Info {info} 0 R "
        f"/Index [{index}] /W [1 4 2]"
    )
    parts.append(b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (size, _stream(rows, head), at))
    return b"".join(parts)


def _table(offsets: Mapping[int, int], size: int, before: int, root: int, info: int, at: int) -> bytes:
    """The end of an update in lines of text, where the file has its own so; `at` is where it begins."""
    rows = "".join(f"{number} 1\n{offsets[number]:010} 00000 n \n" for number in sorted(offsets))
    trailer = f"<</Size {size} /Prev {before} /Root {root} 0 R /Info {info} 0 R>>"
    return f"xref\n{rows}trailer\n{trailer}\nstartxref\n{at}\n%%EOF\n".encode("ascii")


def _named(name: str, table: bytes) -> int:
    """The number that follows a name in the table at the end of a PDF."""
    found = re.search(rb"/%s (\d+)" % name.encode(), table)
    assert found, name
    return int(found[1])
