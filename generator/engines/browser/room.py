"""A browser's PDF in, the same with room for its stamp out."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote
from xml.sax.saxutils import escape

from pypdf import PageObject, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, IndirectObject, NameObject
from pypdf.generic import TextStringObject as Text

from generator.design.stamping import FONT_OBJECTS, Body, Leaf, SheetFault

_FONT = re.compile(rb"/BaseFont\s*/([^\s/>]+)")
_DRAWN_FONT = b"/Subtype /Type3"
_FIELD = "field:"
_METADATA = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
_OURS = re.compile(rb"[A-Z]{6}\+NotoSansSC-(Regular|Bold)")


def with_room(pdf: bytes, author: str) -> Body:
    """The file with what its stamp will be drawn with; SheetFault if it has letters that are not of our fonts."""
    strange = {name.decode("latin-1") for name in _FONT.findall(pdf) if not _OURS.fullmatch(name)}
    if strange or _DRAWN_FONT in pdf:
        raise SheetFault(f"letters of another font: {', '.join(sorted(strange)) or 'Type 3'}")
    file = PdfWriter(clone_from=io.BytesIO(pdf))
    font = [file._add_object(DictionaryObject()) for _ in range(FONT_OBJECTS)]
    leaves = tuple(_leaf(file, page, font[0]) for page in file.pages)
    _fields(file)
    date = _day(file, author)
    _told(file)
    file.pdf_header = "%PDF-1.7"
    written = io.BytesIO()
    file.write(written)
    return Body(written.getvalue(), leaves, font[0].idnum, date.idnum)


def _leaf(file: PdfWriter, page: PageObject, font: IndirectObject) -> Leaf:
    """A page with an empty stream drawn last, that begins with no coordinates but the page's own."""
    stamp = _stream(file, b"")
    drawn = page["/Contents"]
    parts = drawn if isinstance(drawn, ArrayObject) else [page.raw_get("/Contents")]
    page[NameObject("/Contents")] = ArrayObject(
        [_stream(file, b"q\n"), *parts, _stream(file, b"\nQ\n"), stamp]
    )
    resources = page["/Resources"].get_object()
    assert isinstance(resources, DictionaryObject)
    fonts = resources.setdefault(NameObject("/Font"), DictionaryObject()).get_object()
    fonts[NameObject("/Stamp")] = font
    return Leaf(stamp.idnum, float(page.mediabox.width), float(page.mediabox.height))


def _fields(file: PdfWriter) -> None:
    """Makes fields of the links that sheet.js has put in their place; acroform.py fills in the rest."""
    for page in file.pages:
        for each in page.get("/Annots", ()):
            link = each.get_object()
            address = str(link.get("/A", {}).get("/URI", ""))
            if address.startswith(_FIELD):
                link[NameObject("/Subtype")] = NameObject("/Widget")
                link[NameObject("/T")] = Text(unquote(address.removeprefix(_FIELD)))
                del link["/A"], link["/Border"]


def _told(file: PdfWriter) -> None:
    """What readers are told of the file; that it is PDF/UA is not among it."""
    about: Mapping[str, Any] = file.metadata or {}
    stream = DecodedStreamObject()
    stream.set_data(_METADATA.format(escape(about["/Title"]), escape(about["/Author"])).encode())
    stream.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    file.root_object[NameObject("/Metadata")] = file._add_object(stream)


def _stream(file: PdfWriter, content: bytes) -> IndirectObject:
    stream = DecodedStreamObject()
    stream.set_data(content)
    return file._add_object(stream)


def _day(file: PdfWriter, author: str) -> IndirectObject:
    """Where the day will stand. What the browser says of itself, of the computer and the hour goes."""
    said: Mapping[str, Any] = file.metadata or {}
    date = file._add_object(Text("D:2000"))
    file.metadata = {name: said[name] for name in ("/Title", "/Producer") if name in said}
    file.add_metadata({"/Author": author})
    assert file._info is not None
    file._info[NameObject("/CreationDate")] = date
    return date
