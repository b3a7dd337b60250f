"""Finished sheets in, one PDF out that can still be read aloud: tags joined, and each font there once.

Every sheet carries its own cuts of the same two fonts. As a cut keeps the numbers of the glyphs, one cut with the
glyphs of all of them can stand for each, and nothing that is drawn has to be written anew.
"""

from __future__ import annotations

import hashlib
import io
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from warnings import catch_warnings, simplefilter
from xml.sax.saxutils import escape

from pikepdf import (
    Array,
    Dictionary,
    Name,
    NameTree,
    Object,
    ObjectStreamMode,
    OutlineItem,
    Page,
    PageCopyWarning,
    Pdf,
    Stream,
    String,
)

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
_MOST = 100
"""So many pairs may stand in one block of that map."""
_STAMP = "/Stamp"
"""The font of the stamp numbers its glyphs in its own way (stamping.py)."""
_TITLE = re.compile(r'<rdf:li xml:lang="x-default">.*?</rdf:li>', re.DOTALL)
_SQUARE = 1000
"""The width of a Chinese character, in thousandths of an em."""
ASCENT, DESCENT = 900, -150
"""How far what is typed reaches above and below its line, in thousandths of an em."""


@dataclass(frozen=True)
class Part:
    """A finished sheet: its PDF, the name its first page is found under, its title in the list of bookmarks."""

    pdf: bytes
    id: str
    title: str


@dataclass
class _Used:
    """What a font must draw: its glyphs, and the text each stands for as UTF-16 in hexadecimal figures."""

    glyphs: set[int] = field(default_factory=set)
    said: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Joined:
    """The file while it is made, and its regular font."""

    pdf: Pdf
    regular: Object


def joined(parts: Iterable[Part], title: str, typed: Mapping[int, str] | None = None) -> Joined:
    """All sheets in one file; `typed` is what the regular font must draw besides, with what it stands for."""
    pdf, every = Pdf.new(), list(parts)
    sources = [Pdf.open(io.BytesIO(part.pdf)) for part in every]
    firsts = []
    for source in sources:
        firsts.append(len(pdf.pages))
        with catch_warnings():
            # That fields are left behind is meant: what is to be filled in is said anew.
            simplefilter("ignore", PageCopyWarning)
            pdf.pages.extend(source.pages)
    ends = [*firsts[1:], len(pdf.pages)]
    pages = [list(pdf.pages)[first:end] for first, end in zip(firsts, ends, strict=True)]
    _tag(
        pdf,
        [(pdf.copy_foreign(each.Root.StructTreeRoot), its) for each, its in zip(sources, pages, strict=True)],
    )
    _name(pdf, sources[0], title)
    _list(pdf, list(zip(every, firsts, strict=True)))
    return Joined(pdf, _share_fonts(pdf, typed or {}))


def written(joined: Joined) -> bytes:
    """The finished file, the same bytes each time."""
    made = io.BytesIO()
    joined.pdf.remove_unreferenced_resources()
    joined.pdf.save(
        made,
        deterministic_id=True,
        fix_metadata_version=False,
        object_stream_mode=ObjectStreamMode.generate,
        recompress_flate=True,
    )
    return made.getvalue()


def _tag(pdf: Pdf, trees: Iterable[tuple[Object, list[Page]]]) -> None:
    """The tags of all sheets below one, each with its pages: every sheet has counted its own from nought."""
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array()))
    numbers, before = Array(), 0
    for at, (tree, pages) in enumerate(trees):
        for element in tree.K:
            element.S, element.P = Name.Part, document
            document.K.append(element)
            _tell_apart(element, f"{at}-")
        for page in pages:
            page.obj.StructParents = int(page.obj.StructParents) + before
            for annotation in page.obj.get("/Annots", ()):
                annotation.StructParent = int(annotation.StructParent) + before
        rows = list(tree.ParentTree.Nums)
        for number, owner in zip(rows[::2], rows[1::2], strict=True):
            numbers.append(int(number) + before)
            numbers.append(owner)
        before += max(map(int, rows[::2])) + 1
    parents = pdf.make_indirect(Dictionary(Nums=numbers))
    pdf.Root.StructTreeRoot = pdf.make_indirect(
        Dictionary(Type=Name.StructTreeRoot, K=Array([document]), ParentTree=parents)
    )
    document.P = pdf.Root.StructTreeRoot


def _tell_apart(element: Object, before: str) -> None:
    """Cells name the heads above them by what each sheet calls its own."""
    if "/ID" in element:
        element.ID = String(before + str(element.ID))
    attributes = element.get("/A")
    for each in attributes if isinstance(attributes, Array) else (attributes,) if attributes else ():
        if "/Headers" in each:
            each.Headers = Array([String(before + str(name)) for name in each.Headers])
    for child in element.get("/K", ()):
        if isinstance(child, Dictionary) and child.get("/Type") == Name.StructElem:
            _tell_apart(child, before)


def _name(pdf: Pdf, first: Pdf, title: str) -> None:
    """What readers are told of the file: its title, its language, that it can be read aloud."""
    for key in ("/Lang", "/MarkInfo", "/ViewerPreferences", "/Metadata"):
        pdf.Root[key] = pdf.copy_foreign(first.make_indirect(first.Root[key]))
    about = first.docinfo
    pdf.docinfo = pdf.make_indirect(
        Dictionary(
            Title=String(title),
            Author=String(str(about.Author)),
            CreationDate=String(str(about.CreationDate)),
        )
    )
    told = pdf.Root.Metadata.read_bytes().decode()
    named = f'<rdf:li xml:lang="x-default">{escape(title)}</rdf:li>'
    pdf.Root.Metadata.write(_TITLE.sub(lambda _: named, told, count=1).encode())


def _list(pdf: Pdf, parts: Iterable[tuple[Part, int]]) -> None:
    """A bookmark for each sheet, and a name that a link can lead to."""
    names = NameTree.new(pdf)
    with pdf.open_outline() as outline:
        for part, first in parts:
            outline.root.append(OutlineItem(part.title, first))
            names[part.id] = Array([pdf.pages[first].obj, Name.Fit])
    pdf.Root.Names = pdf.make_indirect(Dictionary(Dests=names.obj))


def _share_fonts(pdf: Pdf, typed: Mapping[int, str]) -> Object:
    """Puts one font in the place of all that are cut from the same; gives the regular one."""
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
            used[bold].glyphs |= set(_glyphs(descendant.W))
            used[bold].said |= {
                int(glyph, 16): text.decode() for glyph, text in _PAIR.findall(font.ToUnicode.read_bytes())
            }
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


def _glyphs(widths: Object) -> Iterator[int]:
    """Those with a width: `11 [507 508]` are 11 and 12."""
    rows = list(widths)
    for first, group in zip(rows[::2], rows[1::2], strict=True):
        yield from range(int(first), int(first) + len(group))


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
