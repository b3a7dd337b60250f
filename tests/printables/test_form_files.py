"""All forms in one file to print: the single sheets, page for page, in fewer bytes."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from pikepdf import Pdf
from PIL import Image, ImageChops
from pypdf import PdfReader

from generator.build import check
from generator.design.joining import Part, joined_for_paper
from generator.design.printing import Printer
from generator.design.slim import slim
from generator.design.store import usual
from generator.printables.form_files import PRINT
from tests import pdfs
from tests.conftest import ROOT, Printed
from tests.design.engines import Counting

Make = Callable[[Path], Printed]


@pytest.fixture(scope="module")
def together(printed: Make) -> tuple[Path, list[Path]]:
    """The file, and the sheets in it."""
    it = printed(ROOT / "tests/playbooks/paper-forms.yaml")
    (file,) = (each for each in it.made.outputs if each.id == PRINT and each.language == "zh")
    path = it.folder / "zh" / f"{PRINT}.pdf"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(file.content())
    forms = [page for page in it.sheets if page.sheet.kind == "form" and page.edition.language == "zh"]
    return path, [it.pdf(page) for page in forms]


def test_it_says_what_the_single_sheets_say_and_nothing_can_be_filled_in(
    together: tuple[Path, list[Path]],
) -> None:
    path, singles = together
    assert len(singles) > 1
    assert pdfs.text(path) == "".join(pdfs.text(single) for single in singles)
    assert pdfs.complaints_of_qpdf(path) == ""
    with Pdf.open(path) as pdf:
        assert not {"/AcroForm", "/StructTreeRoot", "/MarkInfo", "/Metadata"} & {*pdf.Root.keys()}
    fonts = pdfs.fonts(path)
    assert {font.type for font in fonts} == {"CID TrueType"}
    # Regular and bold, and what the stamps are set in.
    assert len(fonts) <= 2 + len(singles)


def test_a_bookmark_and_a_name_lead_to_each_form(together: tuple[Path, list[Path]]) -> None:
    path, singles = together
    reader, firsts = PdfReader(path), [0]
    for single in singles[:-1]:
        firsts.append(firsts[-1] + len(PdfReader(single).pages))
    assert [reader.get_destination_page_number(each) for each in reader.outline] == firsts
    titles = [PdfReader(single).metadata.title for single in singles]
    assert [each.title for each in reader.outline] == titles
    named = {name: reader.get_destination_page_number(to) for name, to in reader.named_destinations.items()}
    assert named == dict(zip((single.stem for single in singles), firsts, strict=True))


def test_its_pages_look_like_the_single_sheets(together: tuple[Path, list[Path]]) -> None:
    path, singles = together
    one, other = (_picture(each) for each in (path, singles[0]))
    apart = ImageChops.difference(one, other).histogram()
    # Lines may lie a hundredth of a pixel beside where they lay.
    assert sum(apart[80:]) == 0
    assert sum(apart[20:]) < one.width * one.height / 50


def _picture(path: Path) -> Image.Image:
    target = path.with_name(f"{path.stem}-first")
    command = [pdfs.tool("pdftoppm"), "-singlefile", "-r", "100", "-gray", "-png", path, target]
    subprocess.run(command, check=True)
    return Image.open(target.with_suffix(".png")).convert("L")


@dataclass(frozen=True)
class NoPlaces(Counting):
    """As a browser prints: it does not say where a page is filled in."""

    takes_entries: bool = False


def test_a_printer_that_knows_no_places_leaves_the_file_to_fill_in_out_and_says_so() -> None:
    checked = check(
        ROOT / "tests/playbooks/paper-forms.yaml", printer=Printer(NoPlaces(), usual()), only=("none",)
    )
    assert [each.kind for each in checked.problems].count("screen-not-made") == 1
    files = [file for family in checked.families for file in family.outputs if file.kind == "forms"]
    assert {file.id for file in files} == {PRINT}


def test_sheets_whose_fonts_number_their_glyphs_anew_keep_them(together: tuple[Path, list[Path]]) -> None:
    path, singles = together
    apart = path.with_name("apart.pdf")
    parts = [Part(single.read_bytes(), single.stem, single.stem) for single in singles]
    apart.write_bytes(joined_for_paper(parts, "All", one_font=False))
    assert pdfs.complaints_of_qpdf(apart) == ""
    assert pdfs.text(apart) == pdfs.text(path)
    assert len(pdfs.fonts(apart)) > len(pdfs.fonts(path))


def test_what_draws_a_page_is_kept_but_for_marks_and_decimals() -> None:
    drawn = b"/P <</MCID 3>>\nBDC\n0.75 0 0 0.75 12.345678 -0.0000123 cm <004b2e00> Tj\nEMC\nq EMC"
    assert slim(drawn).split() == b"0.75 0 0 0.75 12.3457 -0.00001 cm <004b2e00> Tj q".split()
    assert slim(b"(1.23456789) Tj") == b"(1.23456789) Tj"
