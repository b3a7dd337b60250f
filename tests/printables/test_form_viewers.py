"""A form on paper in every viewer there is: each draws the same ink, square by square, so none shows it blank."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pikepdf import Name, Pdf

from generator.edition import edition
from generator.engines.printers import printer
from generator.playbook.load import load
from generator.printables import form
from generator.printables.sheet import set_in
from tests.conftest import ROOT, Printed
from tests.printables import viewers

PAPER = ROOT / "tests/playbooks/paper-forms.yaml"
SHOP = ROOT / "playbook.yaml"
Make = Callable[[Path], Printed]


@pytest.fixture(scope="module")
def consent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with words of every size, boxes to tick and lines to sign on."""
    read = load(PAPER).playbook
    assert read is not None
    it = edition(read, "zh")
    at = next(at for at, each in enumerate(it.playbook.forms) if each.id == "consent")
    path = tmp_path_factory.mktemp("viewers") / "consent.pdf"
    path.write_bytes(printer().pdf(set_in(it, form.sheet(it, at, it.playbook.forms[at])).job))
    return path


def copied(it: Printed, name: str, folder: Path, language: str) -> Path:
    (page,) = (each for each in it.sheets if each.sheet.id == name and each.edition.language == language)
    return Path(shutil.copy(it.pdf(page), folder / f"{name}.pdf"))


def seen_otherwise(path: Path, drawn: viewers.Draw) -> list[str]:
    """Where the pages of a file are not what poppler shows of them."""
    with Pdf.open(path) as pdf:
        numbers = range(1, len(pdf.pages) + 1)
    return [
        f"page {number} {fault}"
        for number in numbers
        for fault in viewers.unlike(viewers.in_poppler(path, number), drawn(path, number))
    ]


@pytest.mark.parametrize("drawn", viewers.EVERY[1:])
def test_every_viewer_shows_a_form_as_the_others_do(consent: Path, drawn: viewers.Draw) -> None:
    assert seen_otherwise(consent, drawn) == []


@pytest.mark.slow
@pytest.mark.parametrize("drawn", viewers.EVERY[1:])
def test_every_viewer_shows_every_form_of_the_shop_as_the_others_do(
    printed: Make, drawn: viewers.Draw, tmp_path: Path
) -> None:
    it = printed(SHOP)
    found = {
        (page.sheet.id, page.edition.language): seen_otherwise(
            copied(it, page.sheet.id, tmp_path, page.edition.language), drawn
        )
        for page in it.sheets
        if page.sheet.kind == "form"
    }
    assert {form: faults for form, faults in found.items() if faults} == {}


def test_a_page_that_one_viewer_shows_without_its_words_is_caught(consent: Path, tmp_path: Path) -> None:
    """As happens with a font in OTF outlines: what lacks its font is drawn blank, or in another."""
    broken = tmp_path / "broken.pdf"
    with Pdf.open(consent) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            del font.DescendantFonts[0].FontDescriptor[Name.FontFile2]
        pdf.save(broken)
    shown = viewers.in_chrome(consent, 1)
    assert [*viewers.unlike(shown, viewers.in_chrome(broken, 1))] != []
    assert [*viewers.unlike(shown, viewers.in_chrome(consent, 1))] == []
