"""The usage sheets, read and measured from the finished files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.edition import edition
from generator.engines.printers import printer
from generator.playbook.load import load
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.shop import Product
from generator.playbook.model.text import Text
from generator.printables import usage
from generator.printables.sheet import SetSheet, overflowing, set_in
from tests import pdfs
from tests.conftest import ROOT, Printed
from tests.printables import cuts, paths

SHOP, ALONE = (ROOT / name for name in ("playbook.yaml", "tests/playbooks/customer-alone.yaml"))
Make = Callable[[Path], Printed]
everywhere = pytest.mark.parametrize("playbook", [SHOP, ALONE], ids=lambda path: path.stem)


def usages(it: Printed) -> list[tuple[SetSheet, Product, Path, int]]:
    """The sheets with their product, their file, and how many stand on a page."""
    pages = [page for page in it.sheets if page.sheet.kind == "usage"]
    found = []
    for page in pages:
        product = page.sheet.view["product"]
        assert isinstance(product, Product)
        found.append((page, product, it.pdf(page), usage.fitted(page.edition, product).format.copies))
    return found


@everywhere
def test_every_product_has_a_usage_sheet_for_customers(printed: Make, playbook: Path) -> None:
    it = printed(playbook)
    products = [product.id for product in it.made.playbook.products]
    for language in it.made.playbook.about.languages:
        found = [page.sheet for page, *_ in usages(it) if page.edition.language == language]
        assert [sheet.id for sheet in found] == [f"usage-{name}" for name in products]
        assert {sheet.audience for sheet in found} == {"customer"}


@everywhere
def test_each_copy_says_what_a_customer_needs(printed: Make, playbook: Path) -> None:
    for page, product, pdf, copies in usages(printed(playbook)):
        text, words = pdfs.text(pdf), page.edition.labels.sheet.usage
        needed = [
            product.name,
            product.for_whom,
            product.not_for,
            product.amount,
            words.unwell,
            usage.stop(page.edition, product),
        ]
        needed += [step.do for step in product.steps]
        needed += [said for said in (product.batch, product.registration) if said]
        for said in needed:
            assert text.count(pdfs.squeezed(said)) >= copies, (page.sheet.id, said)
        assert (pdfs.squeezed(words.opened) in text) == bool(product.lasts), page.sheet.id
        if product.lasts:
            lasts = page.edition.fact(product.lasts)
            assert text.count(pdfs.squeezed(lasts)) == copies, page.sheet.id


@everywhere
def test_what_is_written_for_staff_is_not_on_it(printed: Make, playbook: Path) -> None:
    for page, product, pdf, _ in usages(printed(playbook)):
        text = pdfs.text(pdf)
        for said in (*product.never_claim, *product.misuse):
            assert pdfs.squeezed(said) not in text, (page.sheet.id, said)


@everywhere
def test_a_cut_hurts_nothing(printed: Make, playbook: Path) -> None:
    for page, _, pdf, copies in usages(printed(playbook)):
        assert cuts.is_clear(pdf, copies, 1, 7), page.sheet.id


@everywhere
def test_there_are_lines_to_write_the_day_of_opening_and_the_number_on(printed: Make, playbook: Path) -> None:
    for page, product, pdf, copies in usages(printed(playbook)):
        # The rules below the notes go from edge to edge; a line to write on begins after its name.
        short = [shape for shape in paths.shapes(pdf) if 25 < shape.width < 115 * (3 - copies)]
        opened = [shape for shape in short if 6.9 < shape.height < 7.1 and shape.width < 43]
        assert len(opened) == (copies if product.lasts else 0), page.sheet.id
        assert len([shape for shape in short if 7.7 < shape.height < 7.9]) == copies, page.sheet.id


@everywhere
def test_no_letter_of_the_text_is_under_eight_and_a_half_points(printed: Make, playbook: Path) -> None:
    for page, product, _, _ in usages(printed(playbook)):
        assert usage.fitted(page.edition, product).points >= 8.5


def test_a_sample_figure_not_set_yet_is_told_on_each_copy(printed: Make) -> None:
    counts = {page.sheet.id: pdfs.text(pdf).count("SAMPLE") for page, _, pdf, _ in usages(printed(ALONE))}
    assert counts == {"usage-bar": 2, "usage-rack": 0, "usage-lotion": 0}


def test_a_product_with_more_to_say_takes_a_sheet_of_its_own(printed: Make) -> None:
    sizes = {page.sheet.id: copies for page, _, _, copies in usages(printed(ALONE))}
    assert sizes == {"usage-bar": 2, "usage-rack": 2, "usage-lotion": 1}


@pytest.mark.parametrize("count", [1, 5, 9, 14])
def test_any_usual_number_of_steps_stands_on_one_sheet(count: int) -> None:
    assert list(overflowing(_page(count), printer())) == []


def test_more_steps_than_a_sheet_holds_are_a_problem() -> None:
    page = _page(60)
    (problem,) = overflowing(page, printer())
    assert (problem.kind, problem.route) == ("sheet-overflows", ("products", 0, "steps"))


def _page(steps: int) -> SetSheet:
    """A usage sheet with that many steps, each of two lines."""
    playbook = load(SHOP).playbook
    assert playbook is not None
    product = playbook.products[0]
    step = product.steps[0].model_copy(update={"do": Text({"": "用温水把脸打湿，" * 4})})
    many = product.model_copy(update={"steps": (step,) * steps})
    zh = edition(_only(playbook, many), "zh")
    (sheet,) = usage.sheets(zh)
    return set_in(zh, replace(sheet, id="usage-many"))


def _only(playbook: Playbook, product: Product) -> Playbook:
    return playbook.model_copy(update={"products": (product,)})


def test_the_shops_usage_sheets_stand_two_on_a_page(printed: Make) -> None:
    wide = {(each.id, page.edition.language): copies for page, each, _, copies in usages(printed(SHOP))}
    assert set(wide.values()) == {2}, wide
