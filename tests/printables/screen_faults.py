"""What is wrong with a form to fill in on a screen: a line for each fault, none where it is right.

Held against the outline, and against what readers of a PDF go by (ISO 32000-1, 12.7; PDF/UA-1).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, Pdf

from generator.outlines.entries import Entry

MM = 72 / 25.4
CLEAR, HAIR = 20.0, 0.2
"""Nothing stands left of so many mm, and no two places share more than a hair."""
LINE, TICK = 5.9, (4.4, 8.2)
"""The least height of a line in mm; a box to tick is 5 mm, a circle of a score 8."""
REQUIRED, MULTILINE, RADIO, COMB = 2, 1 << 12, 1 << 15, 1 << 24
PAIR = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>")


def faults(pdf: Pdf, entries: Sequence[Entry]) -> list[str]:
    form = pdf.Root.AcroForm
    found = [*_names(form, entries), *_order(pdf, entries), *_drawings(pdf), *_room(pdf), *_font(form)]
    if "/NeedAppearances" in form:
        found.append("viewers are asked to draw everything anew")
    if "/XFA" in form or "/JavaScript" in pdf.Root.get("/Names", {}) or "/AA" in pdf.Root:
        found.append("something runs in it")
    return found


def widgets(pdf: Pdf) -> Iterator[Object]:
    """Every place in the order in which one leafs from one to the next."""
    for page in pdf.pages:
        yield from page.obj.get("/Annots", ())


def name_of(widget: Object) -> str:
    """What the outline calls it: one of several by its group and its own state."""
    if "/Parent" not in widget:
        return str(widget.T)
    (state,) = (key for key in widget.AP.N if key != "/Off")
    return f"{widget.Parent.T}/{str(state)[1:]}"


def _names(form: Object, entries: Sequence[Entry]) -> Iterator[str]:
    single = {entry.name: entry for entry in entries if not entry.group}
    groups = {entry.group: entry for entry in entries if entry.group}
    fields = {str(field.get("/T", "")): field for field in form.Fields}
    if len(fields) < len(form.Fields):
        yield "two fields of one name"
    if {*fields} != {*single, *groups}:
        yield f"other fields: {sorted({*fields} ^ {*single, *groups})}"
        return
    said = [(name.split("/")[0], str(field.get("/TU", ""))) for name, field in fields.items()]
    if len({*said}) < len(said):
        yield "two fields of a form are said the same"
    for name, field in fields.items():
        entry = single.get(name) or groups[name]
        told = entry.question if entry.group else entry.said
        flags = int(field.get("/Ff", 0))
        if "." in name:
            yield f"a dot in {name}"
        if str(field.get("/TU", "")) != told:
            yield f"{name} is said as {field.get('/TU')!r}, not {told!r}"
        if bool(flags & REQUIRED) != entry.required:
            yield f"{name} is required or not as the outline has it otherwise"
        if bool(flags & MULTILINE) != (entry.way == "text") or bool(flags & RADIO) != bool(entry.group):
            yield f"{name} is another kind of field"
        kind = Name.Btn if entry.way in ("tick", "one") else Name.Tx
        if field.get("/FT") != kind or ("/V" in field and Name.Off != field.V):
            yield f"{name} is filled in, or of another kind"
        yield from _cells(name, field, entry)
        yield from _kids(name, field, [each for each in entries if each.group == name])


def _cells(name: str, field: Object, entry: Entry) -> Iterator[str]:
    spread = bool(int(field.get("/Ff", 0)) & COMB)
    if int(field.get("/MaxLen", 0)) != entry.cells or spread != bool(entry.cells):
        yield f"{name} has not a cell for each figure"


def _kids(name: str, field: Object, options: Sequence[Entry]) -> Iterator[str]:
    kids = list(field.get("/Kids", ()))
    if any("/T" in kid or "/FT" in kid for kid in kids):
        yield f"an answer of {name} is a field of its own"
    if [name_of(kid) for kid in kids] != [each.name for each in options]:
        yield f"the answers of {name} are others"
    if [str(kid.get("/Contents", "")) for kid in kids] != [each.said for each in options]:
        yield f"the answers of {name} are said otherwise"


def _order(pdf: Pdf, entries: Sequence[Entry]) -> Iterator[str]:
    names = [entry.name for entry in entries]
    if [name_of(widget) for widget in widgets(pdf)] != names:
        yield "one leafs through the places in another order"
    if [name_of(widget) for widget in _read_aloud(pdf.Root.StructTreeRoot)] != names:
        yield "they are read aloud in another order"
    if any(page.obj.get("/Tabs") != Name.S for page in pdf.pages):
        yield "a page does not say how one leafs through it"


def _read_aloud(element: Object) -> Iterator[Object]:
    """The places as the tags have them."""
    children = element.get("/K", ())
    for child in children if isinstance(children, Array) else (children,):
        if isinstance(child, Dictionary):
            if child.get("/Type") == Name.OBJR:
                yield child.Obj
            else:
                yield from _read_aloud(child)


def _drawings(pdf: Pdf) -> Iterator[str]:
    for widget in widgets(pdf):
        name = name_of(widget) if "/AP" in widget else str(widget.get("/T", "?"))
        drawn = widget.get("/AP", {}).get("/N")
        button = (widget.get("/FT") or widget.Parent.FT) == Name.Btn
        if drawn is None or (button and len(drawn.keys()) != 2):
            yield f"{name} has no drawing of its own"
        left, bottom, right, top = map(float, widget.Rect)
        if not (left < right and bottom < top):
            yield f"{name} takes no room"


def _room(pdf: Pdf) -> Iterator[str]:
    """Whether each place is on its page, clear of the holes and of every other, and high enough (reference: forms.md, 3)."""
    for page in pdf.pages:
        wide, high = (float(each) / MM for each in page.mediabox[2:])
        rects = []
        for widget in page.obj.get("/Annots", ()):
            name = name_of(widget) if "/AP" in widget else str(widget.get("/T", "?"))
            left, bottom, right, top = (float(each) / MM for each in widget.Rect)
            if left < CLEAR or bottom < 0 or right > wide or top > high:
                yield f"{name} stands at {left:.0f} to {right:.0f} mm, where it is punched or beside the paper"
            if (widget.get("/FT") == Name.Tx) and top - bottom < LINE:
                yield f"{name} is {top - bottom:.1f} mm high"
            if widget.get("/FT", Name.Btn) == Name.Btn and not TICK[0] <= top - bottom <= TICK[1]:
                yield f"{name} is a box of {top - bottom:.1f} mm"
            rects.append((left, bottom, right, top, name))
        yield from _overlapping(rects)


def _overlapping(rects: list[tuple[float, float, float, float, str]]) -> Iterator[str]:
    for one, other in combinations(rects, 2):
        wide = min(one[2], other[2]) - max(one[0], other[0])
        high = min(one[3], other[3]) - max(one[1], other[1])
        if wide > HAIR and high > HAIR:
            yield f"{one[4]} lies on {other[4]}"


def _font(form: Object) -> Iterator[str]:
    used = {re.match(r"(/\S+) ", str(field.DA))[1] for field in form.Fields if "/DA" in field}
    used.add(str(form.DA).split()[0])
    for name in used:
        font = form.DR.Font.get(name)
        if font is None:
            yield f"the font {name} is not there"
            continue
        descriptor = font.DescendantFonts[0].FontDescriptor
        if "/FontFile2" not in descriptor:
            yield f"the font {name} is not TrueType in the file"
            continue
        tables = TTFont(io.BytesIO(descriptor.FontFile2.read_bytes())).keys()
        if "CFF " in tables or "glyf" not in tables:
            yield f"the font {name} has no TrueType outlines"
        said = {
            bytes.fromhex(text.decode()).decode("utf-16-be")
            for _, text in PAIR.findall(font.ToUnicode.read_bytes())
        }
        if radicals := [each for each in said if re.match("[\u2e80-\u2fdf\uf900-\ufaff]", each)]:
            yield f"radicals stand for characters: {radicals[:5]}"
        if lost := [each for each in "张三丰行文日期一二月女心大小堃喆㛃" if each not in said]:
            yield f"cannot be typed: {lost}"
