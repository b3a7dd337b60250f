"""Finished sheets in, one PDF out, with each font there once: to be read aloud, or in few bytes for a printer."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
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

from generator.design.shared_fonts import share_fonts
from generator.design.slim import slim

_TITLE = re.compile(r'<rdf:li xml:lang="x-default">.*?</rdf:li>', re.DOTALL)
"""The title of a sheet in its metadata."""


@dataclass(frozen=True)
class Part:
    """A finished sheet: its PDF, the name its first page is found under, its title in the list of bookmarks."""

    pdf: bytes
    id: str
    title: str


def told(parts: Iterable[Part], *others: str) -> Iterator[bytes]:
    """All that sheets say to a file they are joined in, and what else it hangs on."""
    for part in parts:
        yield part.pdf
        yield f"{part.id}\0{part.title}".encode()
    yield from map(str.encode, others)


@dataclass(frozen=True)
class Joined:
    """The file while it is made, and its regular font."""

    pdf: Pdf
    regular: Object


def joined(parts: Iterable[Part], title: str, typed: Mapping[int, str]) -> Joined:
    """All sheets in one file that can be read aloud.

    `typed` is what the regular font must draw besides, with what it stands for as UTF-16 in hexadecimal figures.
    """
    pdf, sources, pages = _gathered(every := tuple(parts))
    trees = (pdf.copy_foreign(source.Root.StructTreeRoot) for source in sources)
    _tag(pdf, zip(trees, pages, strict=True))
    _name(pdf, sources[0], title, ("/Lang", "/MarkInfo", "/ViewerPreferences", "/Metadata"))
    told = pdf.Root.Metadata.read_bytes().decode()
    named = f'<rdf:li xml:lang="x-default">{escape(title)}</rdf:li>'
    pdf.Root.Metadata.write(_TITLE.sub(lambda _: named, told, count=1).encode())
    _list(pdf, every, pages)
    return Joined(pdf, share_fonts(pdf, typed))


def joined_for_paper(parts: Iterable[Part], title: str, *, one_font: bool) -> bytes:
    """All sheets in one file to print: without tags, which stay with the single sheets, and drawn in fewer bytes.

    `one_font` if the numbers of their glyphs are those of our fonts.
    """
    pdf, sources, pages = _gathered(every := tuple(parts))
    for page in pdf.pages:
        drawn = b"\n".join(stream.read_bytes() for stream in page.obj.Contents)
        page.obj.Contents = Stream(pdf, zlib.compress(slim(drawn), 9), Filter=Name.FlateDecode)
        if "/StructParents" in page.obj:
            del page.obj.StructParents
    _name(pdf, sources[0], title, ("/Lang", "/ViewerPreferences"))
    _list(pdf, every, pages)
    if one_font:
        share_fonts(pdf, {})
    return written(pdf)


def _gathered(parts: Iterable[Part]) -> tuple[Pdf, list[Pdf], list[list[Page]]]:
    """The pages of all sheets in one file; the sheets, and the pages of each."""
    pdf, sources = Pdf.new(), [Pdf.open(io.BytesIO(part.pdf)) for part in parts]
    ends = [0]
    for source in sources:
        with catch_warnings():
            # That fields are left behind is meant: what is to be filled in is said anew.
            simplefilter("ignore", PageCopyWarning)
            pdf.pages.extend(source.pages)
        ends.append(len(pdf.pages))
    every = list(pdf.pages)
    return pdf, sources, [every[first:end] for first, end in pairwise(ends)]


def written(pdf: Pdf) -> bytes:
    """The finished file, the same bytes each time."""
    made = io.BytesIO()
    pdf.remove_unreferenced_resources()
    pdf.save(
        made,
        deterministic_id=True,
        fix_metadata_version=False,
        object_stream_mode=ObjectStreamMode.generate,
    )
    return made.getvalue()


def _tag(pdf: Pdf, trees: Iterable[tuple[Object, list[Page]]]) -> None:
    """The tags of all sheets below one, each with its pages: every sheet has counted its own from nought."""
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array()))
    numbers, before = Array(), 0
    for at, (tree, pages) in enumerate(trees):
        # A browser's tree has one element at its root, and not a list of them.
        for element in tree.K if isinstance(tree.K, Array) else (tree.K,):
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


def _name(pdf: Pdf, first: Pdf, title: str, keys: Iterable[str]) -> None:
    """What readers are told of the file: its title and its day, and under `keys` what the first sheet says, too."""
    for key in keys:
        if key not in first.Root:
            continue
        pdf.Root[key] = pdf.copy_foreign(first.make_indirect(first.Root[key]))
    about = first.docinfo
    pdf.docinfo = pdf.make_indirect(
        Dictionary(
            Title=String(str.__str__(title)),
            Author=String(str(about.Author)),
            CreationDate=String(str(about.CreationDate)),
        )
    )


def _list(pdf: Pdf, parts: Iterable[Part], pages: Iterable[list[Page]]) -> None:
    """A bookmark for each sheet, and a name that a link can lead to."""
    names = NameTree.new(pdf)
    with pdf.open_outline() as outline:
        for part, (first, *_) in zip(parts, pages, strict=True):
            place = Array([first.obj, Name.Fit])
            # Of a text that knows its parts pikepdf would make a list of its letters.
            outline.root.append(OutlineItem(str.__str__(part.title), place))
            names[part.id] = place
    pdf.Root.PageMode = Name.UseOutlines
    pdf.Root.Names = pdf.make_indirect(Dictionary(Dests=names.obj))
