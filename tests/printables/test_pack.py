"""Packs for the copy shop, opened as its programs would."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.engines.printers import printer
from generator.printables.pack import FIRST_WEEK, Pack, packs
from tests import pdfs
from tests.conftest import PLAYBOOKS, ROOT, Printed
from tests.printables.ink import faults

Make = Callable[[Path], Printed]
ENGLISH = ROOT / "tests" / "playbooks" / "paper-english.yaml"
by_playbook = pytest.mark.parametrize("playbook", PLAYBOOKS, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def packed(printed: Make, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], dict[Path, Pack]]:
    """Gives the packs of a playbook, by where they were written."""

    @cache
    def make(playbook: Path) -> dict[Path, Pack]:
        folder, found = tmp_path_factory.mktemp("packs"), {}
        for pack in packs(printed(playbook).sheets, printer()):
            path = folder / pack.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(pack.content)
            found[path] = pack
        return found

    return make


def pages(path: Path) -> list[str]:
    """The words of each page, and which sheet it says it is."""
    texts = pdfs.raw_text(path).removesuffix("\f").split("\f")
    return [pdfs.squeezed(text).replace("・", "·") for text in texts]


def sizes(path: Path) -> set[tuple[int, int]]:
    """The sizes of its pages as they are seen, width and height in mm."""
    found = set()
    for page in PdfReader(path).pages:
        wide, high = (round(float(side) / 72 * 25.4) for side in (page.mediabox.width, page.mediabox.height))
        found.add((high, wide) if page.rotation % 180 else (wide, high))
    return found


@by_playbook
def test_every_sheet_stands_on_the_pages_its_pack_says(packed: Callable, playbook: Path) -> None:
    for path, pack in packed(playbook).items():
        texts = pages(path)
        assert len(texts) == pack.rows[-1].last
        for row in pack.rows:
            assert f"{row.it.sheet.id}·" in texts[row.first - 1], (path, row.pages)
            assert f"#{row.it.code}" in texts[row.first - 1], (path, row.pages)


def test_a_small_paper_has_a_pack_with_a_cover_of_its_size(printed: Make, tmp_path: Path) -> None:
    """No sheet of ours is A5; the one that is tried only says so."""
    (page, *_) = printed(ENGLISH).sheets
    (small, _) = packs([replace(page, sheet=replace(page.sheet, paper="A5", core=True))], printer())
    path = tmp_path / "small.pdf"
    path.write_bytes(small.content)
    cover = PdfReader(path).pages[0]
    assert small.id == "a5-single" or small.path.endswith("a5-single.pdf")
    assert [round(float(side) / 72 * 25.4) for side in cover.mediabox[2:]] == [148, 210]
    assert faults(pdfs.one_page(path, 0)) == []


@by_playbook
def test_a_pack_of_one_way_has_one_size_of_paper_upright(packed: Callable, playbook: Path) -> None:
    for path, pack in packed(playbook).items():
        if pack.id != "first-week":
            ((wide, high),) = sizes(path)
            assert wide < high


@by_playbook
def test_what_is_printed_on_both_sides_begins_on_a_front_and_ends_on_a_back(
    packed: Callable, playbook: Path
) -> None:
    for pack in packed(playbook).values():
        for row in pack.rows:
            if pack.id == "a4-duplex" or row.last > row.first:
                assert (row.first % 2, row.last % 2) == (1, 0), (pack.path, row.pages)


@by_playbook
def test_all_that_staff_and_customers_get_is_packed_once_and_nothing_of_the_trainer_s(
    packed: Callable, printed: Make, playbook: Path
) -> None:
    sheets = printed(playbook).sheets
    once = [
        (pack.language, row.it.sheet.id)
        for pack in packed(playbook).values()
        if pack.id != "first-week"
        for row in pack.rows
    ]
    wanted = [(it.edition.language, it.sheet.id) for it in sheets if it.sheet.audience != "trainer"]
    assert sorted(once) == sorted(wanted)


def test_no_word_of_a_key_is_in_a_pack(packed: Callable, printed: Make) -> None:
    """The first line under a key's heading and its stamp tell a key from all else."""
    it = printed(ROOT / "playbook.yaml")
    words = {path: "".join(pages(path)) for path in packed(ROOT / "playbook.yaml")}
    trainers = [page for page in it.sheets if page.sheet.audience == "trainer"]
    assert any(page.sheet.kind == "key" for page in trainers)
    for page in trainers:
        for path, text in words.items():
            assert f"#{page.code}" not in text, (path, page.sheet.id)
            assert f"{page.sheet.id}·" not in text, (path, page.sheet.id)
            assert pdfs.squeezed(page.edition.labels.paper.key.keep_from) not in text
            assert pdfs.squeezed(page.edition.labels.paper.key.trainer_only) not in text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_first_week_is_the_core_that_is_put_up_and_what_the_first_days_name(
    packed: Callable, printed: Make, language: str
) -> None:
    (pack,) = (
        pack
        for pack in packed(ROOT / "playbook.yaml").values()
        if pack.id == "first-week" and pack.language == language
    )
    assert all(row.it.sheet.core for row in pack.rows)
    leaves = sum((row.last - row.first + 2) // 2 for row in pack.rows)
    assert leaves <= FIRST_WEEK == 6
    of_core = {it.sheet.of for it in printed(ROOT / "playbook.yaml").sheets if it.sheet.core}
    first_days = {name for step in pack.rows[0].it.edition.playbook.training.path for name in step.read}
    posted = {row.it.sheet.of for row in pack.rows if row.it.sheet.handling.posted}
    written_on = {row.it.sheet.of for row in pack.rows if not row.it.sheet.handling.posted}
    assert {name for name in of_core if name.startswith(("posters.", "promise"))} <= posted
    assert written_on
    assert written_on <= of_core & first_days
    card = next(row.pages for row in pack.rows if row.it.sheet.kind == "card")
    name, words = (
        pack.rows[0].it.edition.playbook.promise.complaints_line.name,
        pack.rows[0].it.edition.labels,
    )
    to_fill = pdfs.squeezed(words.sheet.pack.fill_first.format(name=name, pages=card))
    assert to_fill in next(
        pages(path)[0] for path, it in packed(ROOT / "playbook.yaml").items() if it is pack
    )
    # Where harm is done if something is missed, the sheet is at hand from the first day on.
    assert {"forms.complaint-sheet", "forms.reaction-record"} <= written_on


@by_playbook
def test_the_first_page_says_how_to_print_and_lists_every_sheet(packed: Callable, playbook: Path) -> None:
    for path, pack in packed(playbook).items():
        words = pack.rows[0].it.edition.labels.sheet.pack
        cover = "".join(pages(path)[: pack.rows[0].first - 1])
        for said in (words.paper, words.sides, words.copies, words.cut, "100 %", *words.no_fit.split("\n")):
            assert pdfs.squeezed(said) in cover, (path, said)
        for row in pack.rows:
            for said in (row.it.sheet.title, row.pages, row.size, f"#{row.it.code}"):
                assert pdfs.squeezed(said).replace("・", "·") in cover, (path, said)


def test_packs_are_the_same_bytes_and_know_no_other_day_than_the_version_s(printed: Make) -> None:
    it = printed(ROOT / "tests/playbooks/paper-forms.yaml")
    one, two = (tuple(packs(it.sheets, printer())) for _ in range(2))
    assert [pack.content for pack in one] == [pack.content for pack in two]
    day = str(it.made.playbook.about.date).replace("-", "")
    for pack in one:
        assert set(re.findall(rb"\(D:(\d{8})", pack.content)) == {day.encode()}
