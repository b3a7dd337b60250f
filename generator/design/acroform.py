"""Joined sheets whose places to fill in are known by name in, a form to fill in on a screen out.

The only module that knows AcroForm (ISO 32000-1, 12.7). Measured in Chromium, pdf.js and poppler:
- a field is drawn anew from its own font, so the font must be in the file, TrueType, with a map to Unicode that is
  right for everything typed;
- what is drawn already stays as it is only where nobody asks for new drawings, so each field brings its drawing,
  an empty one, and NeedAppearances is left out;
- one leafs from field to field in the order of the page's list, whatever the tags say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from generator.design.joining import Joined
from generator.design.type import glyphs, width
from generator.outlines.entries import Entry

REQUIRED, MULTILINE, RADIO, COMB = 1 << 1, 1 << 12, 1 << 15, 1 << 24
PRINTED = 1 << 2
"""An annotation that is printed with its page."""
FONT = "/Typed"
LARGE, SMALL = 10.5, 6.5
"""The largest and the smallest type of a line to fill in, in points."""
DAY = 5.9
"""So many ems are a day and what stands beside it: 2026-11-22."""
FIGURE = 9.5
"""The type of a figure in its circle, as on paper."""
AUTOMATIC = 0
"""Type that a viewer makes small enough for what is typed, and never larger than it sets a letter."""


class Unlike(Exception):
    """What is laid out and what is to be filled in are not the same."""


def make_fillable(it: Joined, entries: Sequence[Entry]) -> None:
    """Makes a field of every place; `entries` in the order they are filled in."""
    pdf = it.pdf
    places = _places(pdf)
    names = [entry.name for entry in entries]
    if sorted(places) != sorted(names) or len(set(names)) < len(names):
        raise Unlike(", ".join(sorted({*places} ^ {*names})) or "the same name twice")
    form = pdf.make_indirect(
        Dictionary(
            Fields=Array(),
            DR=Dictionary(Font=Dictionary({FONT: it.regular})),
            DA=String(f"{FONT} {LARGE:g} Tf 0 g"),
        )
    )
    groups: dict[str, Object] = {}
    for entry in entries:
        widget = places[entry.name]
        _clear(widget)
        if entry.way == "one":
            form_of = _group(pdf, form, groups, entry)
            form_of.Kids.append(widget)
            widget.Parent = form_of
            _button(it, widget, entry)
            widget.Contents = String(entry.said)
            continue
        widget.T, widget.TU = String(entry.name), String(entry.said)
        form.Fields.append(widget)
        if entry.way == "tick":
            widget.FT = Name.Btn
            widget.V = Name.Off
            _button(it, widget, entry)
            flags = 0
        else:
            flags = _text(it, widget, entry)
        widget.Ff = flags | REQUIRED * entry.required
    _order(pdf, [places[name] for name in names])
    pdf.Root.AcroForm = form


def _places(pdf: Pdf) -> dict[str, Object]:
    """The annotation of each place by its name."""
    found = {}
    for page in pdf.pages:
        for each in page.obj.get("/Annots", ()):
            found[str(each.T)] = each
    return found


def _clear(widget: Object) -> None:
    """Leaves where it is, its page and its tag."""
    for key in widget.keys() - {"/Type", "/Subtype", "/P", "/StructParent", "/Rect"}:
        del widget[key]
    left, top, right, bottom = map(float, widget.Rect)
    widget.Rect = Array(
        [round(each, 3) for each in (min(left, right), min(top, bottom), max(left, right), max(top, bottom))]
    )
    widget.F = PRINTED


def _size(widget: Object) -> tuple[float, float]:
    left, bottom, right, top = map(float, widget.Rect)
    return right - left, top - bottom


def _text(it: Joined, widget: Object, entry: Entry) -> int:
    """A field to type in; gives its flags."""
    wide, high = _size(widget)
    points = AUTOMATIC if entry.way == "text" else min(max(round(wide / DAY, 1), SMALL), LARGE)
    widget.FT, widget.DA = Name.Tx, String(f"{FONT} {points:g} Tf 0 g")
    widget.AP = Dictionary(N=_drawing(it, wide, high, b"/Tx BMC EMC"))
    if entry.cells:
        widget.MaxLen = entry.cells
        return COMB
    return MULTILINE if entry.way == "text" else 0


def _group(pdf: Pdf, form: Object, groups: dict[str, Object], entry: Entry) -> Object:
    if entry.group not in groups:
        group = Dictionary(
            FT=Name.Btn,
            Ff=RADIO | REQUIRED * entry.required,
            T=String(entry.group),
            TU=String(entry.question),
            V=Name.Off,
            Kids=Array(),
        )
        groups[entry.group] = pdf.make_indirect(group)
        form.Fields.append(groups[entry.group])
    return groups[entry.group]


def _button(it: Joined, widget: Object, entry: Entry) -> None:
    """A box or a circle: what is printed below it stays, chosen a mark is drawn over it."""
    one, (wide, high) = entry.way == "one", _size(widget)
    state = entry.name.rpartition("/")[2] if one else "on"
    drawn = _disc(wide, high, entry.figure) if one else _tick(wide, high)
    on, off = (_drawing(it, wide, high, each) for each in (drawn, b""))
    widget.AS = Name.Off
    widget.AP = Dictionary(N=Dictionary({f"/{state}": on, "/Off": off}))
    widget.MK = Dictionary(CA=String("l" if one else "4"))


def _tick(wide: float, high: float) -> bytes:
    points = ((0.2, 0.5), (0.42, 0.24), (0.82, 0.8))
    (x, y), *others = ((wide * x, high * y) for x, y in points)
    lines = " ".join(f"{x:.2f} {y:.2f} l" for x, y in others)
    return f"q {min(wide, high) * 0.13:.2f} w 1 J 1 j 0 G {x:.2f} {y:.2f} m {lines} S Q".encode()


def _disc(wide: float, high: float, figure: str) -> bytes:
    """A dot in its circle; where a figure stands in there, all of the circle with the figure in white."""
    x, y = wide / 2, high / 2
    if not figure:
        return f"q 0 g {_circle(x, y, min(wide, high) * 0.29)} f Q".encode()
    points = min(high * 0.45, FIGURE)
    base, left = y - points * 0.36, x - width(figure) * points / 2
    said = "".join(f"{glyphs()[ord(each)]:04x}" for each in figure)
    disc = _circle(x, y, max(min(wide, high) / 2, points * 0.6))
    return f"q 0 g {disc} f BT {FONT} {points:.2f} Tf 1 g {left:.2f} {base:.2f} Td <{said}> Tj ET Q".encode()


def _circle(x: float, y: float, radius: float) -> str:
    """Four curves; the handles of each are 0.5523 of the radius long."""
    r, k = radius, radius * 0.5523
    return (
        f"{x + r:.2f} {y:.2f} m "
        f"{x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
        f"{x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c "
        f"{x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
        f"{x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c h"
    )


def _drawing(it: Joined, wide: float, high: float, drawn: bytes) -> Object:
    drawing = it.pdf.make_stream(drawn)
    drawing.Type, drawing.Subtype = Name.XObject, Name.Form
    drawing.BBox = Array([0, 0, round(wide, 3), round(high, 3)])
    drawing.Resources = Dictionary(Font=Dictionary({FONT: it.regular}))
    return drawing


def _order(pdf: Pdf, widgets: Sequence[Object]) -> None:
    """The list of each page in the order of filling in."""
    place: Mapping[tuple[int, int], int] = {widget.objgen: at for at, widget in enumerate(widgets)}
    for page in pdf.pages:
        if "/Annots" in page.obj:
            page.obj.Annots = Array(sorted(page.obj.Annots, key=lambda each: place[each.objgen]))
