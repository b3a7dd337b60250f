"""What holds for every printed sheet of every playbook: over the list, not over names."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from generator.design.stamping import SheetFault
from generator.edition import edition, editions
from generator.engines.weasyprint import WeasyPrint
from generator.playbook.load import load
from generator.printables import set_all
from generator.printables.sheet import Sheet, set_in, texts_of
from tests import pdfs
from tests.conftest import PLAYBOOKS, ROOT, Printed

SIZES = {"A2": (420, 594), "A3": (297, 420), "A4": (210, 297), "A5": (148, 210)}
POINT = 25.4 / 72
by_playbook = pytest.mark.parametrize("playbook", PLAYBOOKS, ids=lambda path: path.stem)
Make = Callable[[Path], Printed]


@by_playbook
def test_every_sheet_is_set_in_our_fonts_alone_as_truetype_subsets(printed: Make, playbook: Path) -> None:
    it = printed(playbook)
    for page in it.sheets:
        fonts = pdfs.fonts(it.pdf(page))
        assert fonts, page.sheet.id
        for font in fonts:
            assert "Noto-Sans-SC" in font.name, (page.sheet.id, font)
            assert (font.type, font.embedded, font.subset) == ("CID TrueType", True, True), (
                page.sheet.id,
                font,
            )


@by_playbook
def test_every_sheet_can_be_read_aloud(printed: Make, playbook: Path) -> None:
    it = printed(playbook)
    for page in it.sheets:
        assert pdfs.ua_failures(it.pdf(page)) == [], page.sheet.id


@by_playbook
def test_every_word_of_a_sheet_is_in_its_text(printed: Make, playbook: Path) -> None:
    it = printed(playbook)
    for page in it.sheets:
        text = pdfs.text(it.pdf(page))
        lost = [words for words in texts_of(page.html) if pdfs.squeezed(words) not in text]
        assert lost == [], page.sheet.id


@by_playbook
def test_every_sheet_has_the_size_it_says(printed: Make, playbook: Path) -> None:
    it = printed(playbook)
    for page in it.sheets:
        document = pypdfium2.PdfDocument(it.pdf(page))
        sides = sorted(round(side * POINT) for side in document[0].get_size())
        assert sides == list(SIZES[page.sheet.paper.split()[0]]), page.sheet.id
        if page.sheet.pages:
            assert len(document) <= page.sheet.pages, page.sheet.id
        document.close()


@by_playbook
def test_every_sheet_knows_its_title_and_language(printed: Make, playbook: Path) -> None:
    it = printed(playbook)
    for page in it.sheets:
        reader = PdfReader(it.pdf(page))
        assert reader.metadata is not None
        assert reader.metadata.title == page.sheet.title
        assert reader.trailer["/Root"]["/Lang"] == page.edition.tag


@by_playbook
def test_nothing_is_printed_where_printers_cannot(printed: Make, playbook: Path) -> None:
    """Words stay 5 mm from the edges."""
    it = printed(playbook)
    for page in it.sheets:
        boxes = pdfs.boxes(it.pdf(page))
        wide, _ = (
            float(side) for side in re.search(r'<page width="([\d.]+)" height="([\d.]+)"', boxes).groups()
        )
        for word in re.finditer(
            r'xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<', boxes
        ):
            left, _, right, _ = (float(value) * POINT for value in word.groups()[:4])
            assert left >= 4.9, (page.sheet.id, word[5])
            assert right <= wide * POINT - 4.9, (page.sheet.id, word[5])


@by_playbook
def test_every_sheet_carries_its_stamp(printed: Make, playbook: Path) -> None:
    it = printed(playbook)
    version = it.made.playbook.about.version
    for page in it.sheets:
        text = pdfs.text(it.pdf(page))
        for part in (page.sheet.id, version, str(it.made.playbook.about.date), f"#{page.code}"):
            assert pdfs.squeezed(part) in text, (page.sheet.id, part)


def test_the_code_changes_with_the_words_and_only_with_them() -> None:
    playbook = load(ROOT / "tests/playbooks/tiny.yaml").playbook
    assert playbook is not None
    (page,) = (each for each in set_all((edition(playbook, "zh"),)) if each.sheet.of == "posters.wall")

    newer = playbook.model_copy(update={"about": playbook.about.model_copy(update={"version": "2"})})
    assert set_in(edition(newer, "zh"), page.sheet).code == page.code
    assert set_in(edition(playbook, "zh"), replace(page.sheet, styles=())).code == page.code

    (norm,) = playbook.norms
    said = type(norm.short)({"zh": "先报店名，再问好", "en": "Name first"})
    other = playbook.model_copy(update={"norms": (norm.model_copy(update={"short": said}),)})
    (changed,) = (each for each in set_all((edition(other, "zh"),)) if each.sheet.id == page.sheet.id)
    assert changed.code != page.code


def test_staff_sheets_lead_to_the_handbook_and_customers_sheets_do_not(tmp_path: Path) -> None:
    text = (ROOT / "playbook.yaml").read_text("utf-8")
    shop = tmp_path / "playbook.yaml"
    shop.write_text(
        text.replace("  sample: true\n", "  sample: true\n  address: https://handbook.example/shop\n", 1),
        "utf-8",
    )
    shutil.copytree(ROOT / "chapters", tmp_path / "chapters")
    loaded = load(shop)
    assert loaded.playbook is not None, loaded.problems
    pages = set_all(editions(loaded.playbook))
    assert {page.sheet.audience for page in pages} >= {"staff", "customer"}
    for page in pages:
        leads = page.stamp.address.startswith("https://handbook.example/shop/")
        assert leads == (page.sheet.audience == "staff"), page.sheet.id
        assert "handbook.example" not in page.html


def test_a_sheet_that_asks_for_something_from_outside_is_refused() -> None:
    with pytest.raises(SheetFault, match=r"example\.com"):
        WeasyPrint().laid_out('<html lang="en"><title>x</title><img alt="x" src="https://example.com/x.png">')


def test_a_character_no_font_has_is_refused_rather_than_printed_as_a_box() -> None:
    with pytest.raises(SheetFault, match="notdef"):
        WeasyPrint().laid_out('<html lang="zh-CN"><title>x</title><p style="font-family: Noto Sans SC">☐</p>')


def test_sheet_ids_are_stable_names() -> None:
    playbook = load(ROOT / "playbook.yaml").playbook
    assert playbook is not None
    sheets: list[Sheet] = [page.sheet for page in set_all((edition(playbook, "zh"),))]
    names = [sheet.id for sheet in sheets]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9_-]+", name) for name in names)
