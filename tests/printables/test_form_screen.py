"""The form to fill in on a screen, as viewers take it: held against the outline, typed into, looked at."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pikepdf import Array, Name, Pdf, String
from PIL import Image

from generator.edition import Edition, edition
from generator.outlines.entries import Entry
from generator.playbook.load import load
from generator.printables.form_screen import FILL, on_screen
from generator.printables.sheet import texts_of
from tests import pdfs
from tests.conftest import ROOT, Printed
from tests.printables import viewers
from tests.printables.screen_faults import faults, name_of, widgets

Make = Callable[[Path], Printed]


@dataclass(frozen=True)
class Screen:
    """A file to fill in, and what its outline asks for."""

    edition: Edition
    path: Path
    entries: tuple[Entry, ...]

    def opened(self) -> Pdf:
        return Pdf.open(self.path)


def made(it: Printed, language: str) -> Screen:
    (file,) = (each for each in it.made.outputs if each.id == FILL and each.language == language)
    path = it.folder / language / f"{FILL}.pdf"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(file.content())
    (mine,) = (each for each in it.made.editions if each.language == language)
    return Screen(mine, path, tuple(entry for form in on_screen(mine) for entry in form.entries))


@pytest.fixture(scope="module")
def screens(printed: Make) -> dict[str, Screen]:
    """Every kind of field, in a section and in a table, in both languages."""
    it = printed(ROOT / "tests/playbooks/paper-forms.yaml")
    return {language: made(it, language) for language in ("zh", "en")}


@pytest.fixture(scope="module", params=["zh", "en"])
def screen(screens: dict[str, Screen], request: pytest.FixtureRequest) -> Screen:
    return screens[request.param]


@pytest.fixture(scope="module")
def chinese(screens: dict[str, Screen]) -> Screen:
    return screens["zh"]


def test_its_fields_are_those_of_the_outline_in_their_order_and_in_our_font(screen: Screen) -> None:
    assert len(screen.entries) > 200
    assert {entry.way for entry in screen.entries} == {"line", "text", "tick", "one"}
    assert faults(screen.opened(), screen.entries) == []


def test_readers_find_nothing_wrong_with_it(screen: Screen) -> None:
    assert pdfs.complaints_of_qpdf(screen.path) == ""
    assert pdfs.ua_failures(screen.path) == []
    assert {font.type for font in pdfs.fonts(screen.path)} == {"CID TrueType"}
    assert screen.opened().docinfo.Title == screen.edition.labels.sheet.screen.title


def test_it_says_what_the_form_on_paper_says(printed: Make, screen: Screen) -> None:
    """The same labels, options, marks and scales in the same order; only the marks of a date are for the pen."""
    it = printed(ROOT / "tests/playbooks/paper-forms.yaml")
    paper = {page.sheet.id: page for page in it.sheets if page.edition.language == screen.edition.language}
    text = pdfs.text(screen.path)
    for form in on_screen(screen.edition):
        said = texts_of(form.it.html)
        assert [words for words in said if pdfs.squeezed(words) not in text] == []
        if page := paper.get(form.it.sheet.id):
            words = screen.edition.labels.sheet
            marks = {*words.form.blank_date.split("{}"), *words.month_day.split("{}")}
            marks = {each.strip() for each in marks if each.strip()}
            assert [each for each in said if each not in marks] == [
                each for each in texts_of(page.html) if each not in marks
            ]
            assert form.job.stamp == page.stamp


def test_every_form_of_the_shop_has_a_place_for_each_entry_in_its_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whether or not it asks for a screen today."""
    playbook = load(ROOT / "playbook.yaml").playbook
    assert playbook is not None
    every = "generator.printables.form_screen.screen_forms"
    monkeypatch.setattr(every, lambda edition: range(len(edition.playbook.forms)))
    for form in on_screen(edition(playbook, "zh")):
        places = re.findall(r'<input type="checkbox" name="([^"]*)"', form.it.html)
        assert places == [entry.name for entry in form.entries], form.it.sheet.id
        said = {entry.group or entry.name: entry.question or entry.said for entry in form.entries}
        assert len({*said.values()}) == len(said), form.it.sheet.id


def _swapped(pdf: Pdf) -> None:
    page = next(page.obj for page in pdf.pages if len(page.obj.get("/Annots", ())) > 3)
    page.Annots = Array([page.Annots[1], page.Annots[0], *list(page.Annots)[2:]])


def _unsaid(pdf: Pdf) -> None:
    del pdf.Root.AcroForm.Fields[3].TU


def _undrawn(pdf: Pdf) -> None:
    del next(each for each in widgets(pdf) if "/DA" in each).AP


def _in_otf(pdf: Pdf) -> None:
    descriptor = pdf.Root.AcroForm.DR.Font["/Typed"].DescendantFonts[0].FontDescriptor
    descriptor.FontFile3 = descriptor.FontFile2
    del descriptor.FontFile2


def _radical(pdf: Pdf) -> None:
    font = pdf.Root.AcroForm.DR.Font["/Typed"]
    said = font.ToUnicode.read_bytes()
    font.ToUnicode.write(said.replace(b"<4e00>", b"<2f00>"))


def _kid_named(pdf: Pdf) -> None:
    next(each for each in widgets(pdf) if "/Parent" in each).T = String("score")


def _asked_anew(pdf: Pdf) -> None:
    pdf.Root.AcroForm.NeedAppearances = True


def _dropped(pdf: Pdf) -> None:
    del pdf.Root.AcroForm.Fields[0]


def _optional(pdf: Pdf) -> None:
    for field in pdf.Root.AcroForm.Fields:
        field.Ff = int(field.get("/Ff", 0)) & ~2


def _moved(pdf: Pdf) -> None:
    """Out to where it is punched."""
    widget = next(each for each in widgets(pdf) if "/DA" in each)
    widget.Rect = Array([30, *[*widget.Rect][1:]])


def _flattened(pdf: Pdf) -> None:
    widget = next(each for each in widgets(pdf) if "/DA" in each)
    left, bottom, right, _ = map(float, widget.Rect)
    widget.Rect = Array([left, bottom, right, bottom + 10])


@pytest.mark.parametrize(
    "mutate",
    [
        _moved,
        _flattened,
        _swapped,
        _unsaid,
        _undrawn,
        _in_otf,
        _radical,
        _kid_named,
        _asked_anew,
        _dropped,
        _optional,
    ],
    ids=lambda mutate: mutate.__name__[1:],
)
def test_what_is_broken_on_purpose_is_found(chinese: Screen, mutate: Callable[[Pdf], None]) -> None:
    pdf = chinese.opened()
    mutate(pdf)
    assert faults(pdf, chinese.entries) != []


NAMES = (
    "阿卜杜热合曼·买买提艾力", "欧阳娜娜", "陈方堃", "李喆", "王㛃",
    "上官婉儿", "张三丰", "行文日期一二月女心大小", "司马相如", "赵铁柱",
)  # fmt: skip


class Typist:
    """Types and clicks as PDFium does for a person in Chrome and Edge."""

    def __init__(self, path: Path) -> None:
        self.document = pypdfium2.PdfDocument(path)
        self.document.init_forms()
        self.form = self.document.formenv
        # A page that is asked for twice is two pages to PDFium, and what is typed into one is lost to the other.
        self.pages = list(self.document)

    def places(self, number: int) -> Iterator[tuple[str, int, float, float]]:
        """The name, the type and the middle of every place of a page."""
        page = self.pages[number]
        pdfium.FORM_OnAfterLoadPage(page, self.form)
        for at in range(pdfium.FPDFPage_GetAnnotCount(page)):
            annotation = pdfium.FPDFPage_GetAnnot(page, at)
            box, name = pdfium.FS_RECTF(), (ctypes.c_ushort * 200)()
            pdfium.FPDFAnnot_GetRect(annotation, box)
            pdfium.FPDFAnnot_GetFormFieldName(self.form, annotation, name, 400)
            kind = pdfium.FPDFAnnot_GetFormFieldType(self.form, annotation)
            said = bytes(name).decode("utf-16-le").partition("\0")[0]
            yield said, kind, (box.left + box.right) / 2, (box.bottom + box.top) / 2
            pdfium.FPDFPage_CloseAnnot(annotation)

    def click(self, number: int, x: float, y: float) -> None:
        page = self.pages[number]
        pdfium.FORM_OnLButtonDown(self.form, page, 0, x, y)
        pdfium.FORM_OnLButtonUp(self.form, page, 0, x, y)

    def type(self, number: int, text: str) -> None:
        for character in text:
            pdfium.FORM_OnChar(self.form, self.pages[number], ord(character), 0)

    def leave(self) -> None:
        pdfium.FORM_ForceToKillFocus(self.form)

    def saved(self, path: Path) -> Path:
        self.document.save(path)
        return path


@pytest.fixture(scope="module")
def filled(chinese: Screen) -> tuple[Path, dict[str, str]]:
    """Ten names typed on the first pages, every box and the last of every circle chosen; saved."""
    typist, typed = Typist(chinese.path), {}
    for number in (1, 2):
        for name, kind, x, y in list(typist.places(number)):
            typist.click(number, x, y)
            if kind == pdfium.FPDF_FORMFIELD_TEXTFIELD:
                typed[name] = NAMES[len(typed) % len(NAMES)]
                typist.type(number, typed[name])
            typist.leave()
    return typist.saved(chinese.path.with_name("filled.pdf")), typed


def test_what_is_typed_is_kept_character_for_character(filled: tuple[Path, dict[str, str]]) -> None:
    path, typed = filled
    assert {*typed.values()} == {*NAMES}
    with Pdf.open(path) as pdf:
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        assert {name: str(fields[name].V) for name in typed} == typed
        assert Name.other == fields["every-kind/way"].V
        assert Name.on == fields["every-kind/told"].V


def test_tab_leads_from_place_to_place_in_the_order_of_the_form(chinese: Screen) -> None:
    typist = Typist(chinese.path)
    names = [name for name, *_ in typist.places(1)]
    seen = []
    for _ in names:
        pdfium.FORM_OnKeyDown(typist.form, typist.pages[1], 9, 0)
        page, annotation, name = ctypes.c_int(), pdfium.FPDF_ANNOTATION(), (ctypes.c_ushort * 200)()
        pdfium.FORM_GetFocusedAnnot(typist.form, ctypes.byref(page), ctypes.byref(annotation))
        pdfium.FPDFAnnot_GetFormFieldName(typist.form, annotation, name, 400)
        seen.append(bytes(name).decode("utf-16-le").partition("\0")[0])
    assert len(names) > 20
    assert seen == names


def ink(picture: Image.Image, box: tuple[float, float, float, float], points: float) -> int:
    """How many dark pixels there are in a rectangle of a page that is `points` high."""
    left, bottom, right, top = box
    scale = picture.height / points
    part = picture.convert("L").crop(
        tuple(round(each * scale) for each in (left + 1, points - top + 1, right - 1, points - bottom - 1))
    )
    return sum(part.histogram()[:110])


@pytest.mark.parametrize("drawn", viewers.EVERY)
def test_what_is_typed_is_seen(
    chinese: Screen, filled: tuple[Path, dict[str, str]], drawn: viewers.Draw
) -> None:
    """In the place it was typed in: about as much ink as its characters have, none where nothing was typed."""
    path, typed = filled
    before, after = drawn(chinese.path, 2), drawn(path, 2)
    with Pdf.open(path) as pdf:
        page = pdf.pages[1]
        points = float(page.mediabox[3])
        for widget in page.obj.Annots:
            box = tuple(float(each) for each in widget.Rect)
            more = ink(after, box, points) - ink(before, box, points)
            name = name_of(widget)
            if name in typed:
                assert more > 12 * len(typed[name]), (name, typed[name], more)
            elif widget.get("/AS", Name.Off) != Name.Off:
                assert more > 15, (name, more)


def test_nothing_of_it_hangs_on_the_hour(printed: Make, chinese: Screen) -> None:
    it = printed(ROOT / "tests/playbooks/paper-forms.yaml")
    (file,) = (each for each in it.made.outputs if each.id == FILL and each.language == "zh")
    assert file.content() == chinese.path.read_bytes()
