"""The card to pass on, read and measured from the finished file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.edition import edition
from generator.engines.printers import printer
from generator.playbook.load import load
from generator.playbook.model.text import Text
from generator.printables import referral_card
from generator.printables.sheet import SetSheet, overflowing, set_in
from tests import pdfs
from tests.conftest import ROOT, Printed
from tests.printables import cuts, paths

SHOP, ALONE, ENGLISH = (
    ROOT / name
    for name in ("playbook.yaml", "tests/playbooks/customer-alone.yaml", "tests/playbooks/paper-english.yaml")
)
Make = Callable[[Path], Printed]
everywhere = pytest.mark.parametrize("playbook", [SHOP, ALONE], ids=lambda path: path.stem)


def cards(it: Printed) -> list[tuple[SetSheet, Path]]:
    return [(page, it.pdf(page)) for page in it.sheets if page.sheet.id == "referral-card"]


@everywhere
def test_each_of_four_cards_says_who_we_are_and_how_to_reach_us(printed: Make, playbook: Path) -> None:
    for page, pdf in cards(printed(playbook)):
        shop, text = page.edition.playbook.shop, pdfs.text(pdf)
        assert shop.trade is not None
        for words in (shop.name, shop.trade, page.edition.labels.sheet.referral.intro):
            assert text.count(pdfs.squeezed(words)) == 4, words
        first = [channel.name for channel in shop.channels if channel.kind not in ("group", "delivery")]
        assert all(text.count(pdfs.squeezed(name)) >= 4 for name in first)
        assert paths.page_count(pdf) == 1


@everywhere
def test_nothing_for_staff_and_no_condition_is_on_it(printed: Make, playbook: Path) -> None:
    for page, pdf in cards(printed(playbook)):
        text = pdfs.text(pdf)
        assert page.sheet.audience == "customer"
        assert not [
            each.use
            for each in page.edition.playbook.shop.channels
            if each.use and pdfs.squeezed(each.use) in text
        ]
        assert not re.search(
            "好评|晒图|朋友圈|返现|优惠|奖|review|reward|gift|discount|yourfriend'snumber", text, re.I
        )


@everywhere
def test_a_cut_hurts_nothing(printed: Make, playbook: Path) -> None:
    for _, pdf in cards(printed(playbook)):
        assert cuts.is_clear(pdf, 2, 2, 6)


@everywhere
def test_whoever_passes_it_on_may_write_a_name(printed: Make, playbook: Path) -> None:
    for page, pdf in cards(printed(playbook)):
        assert pdfs.text(pdf).count(pdfs.squeezed(page.edition.labels.sheet.referral.giver)) == 4
        lines = [shape for shape in paths.shapes(pdf) if shape.width > 40 and 7.5 < shape.height < 8.5]
        assert len(lines) == 4


def test_nobody_begins_in_a_group_or_with_the_driver(printed: Make) -> None:
    ((_, pdf),) = cards(printed(ALONE))
    assert "group" not in pdfs.text(pdf)
    assert "Deliveryvan" not in pdfs.text(pdf)


@everywhere
def test_each_channel_has_room_to_write(printed: Make, playbook: Path) -> None:
    for page, _ in cards(printed(playbook)):
        assert referral_card.fitted(page.edition).row >= 9


def test_a_shop_that_does_not_say_what_it_sells_gets_no_card(printed: Make) -> None:
    assert cards(printed(ENGLISH)) == []


def test_a_sample_figure_not_set_yet_is_told_on_each_card() -> None:
    playbook = load(SHOP).playbook
    assert playbook is not None
    assert playbook.promise is not None
    # Hours in the shop's own words may name a figure.
    own = playbook.promise.model_copy(
        update={"hours": Text({"": "周一至周六，{service_start} 到 {service_end}"})}
    )
    about = playbook.about.model_copy(update={"sample": False})
    zh = edition(playbook.model_copy(update={"about": about, "promise": own}), "zh")
    (sheet,) = referral_card.sheets(zh)
    page = set_in(zh, sheet)
    assert page.html.count("示例 · 未填") == 4
    assert list(overflowing(page, printer())) == []


def test_what_a_shop_says_of_how_it_is_reached_is_printed_with_its_code_and_little_ink(
    tmp_path: Path,
) -> None:
    text = re.sub(r"    - {id: (market|web|mail),.*\n", "", ALONE.read_text("utf-8"))
    text = text.replace("id: phone, name: Phone,", 'id: phone, name: Phone, reach: "01234 567890",')
    text = text.replace(
        "id: chat, name: Messages,", 'id: chat, name: Messages, link: "https://example.org/add",'
    )
    text = text.replace("  languages: [en]", "  languages: [en]\n  brand: {ink: light}")
    (tmp_path / "playbook.yaml").write_text(text, "utf-8")
    playbook = load(tmp_path / "playbook.yaml").playbook
    assert playbook is not None
    (sheet,) = referral_card.sheets(edition(playbook, "en"))
    page = set_in(edition(playbook, "en"), sheet)
    assert "01234 567890" in page.html
    assert page.html.count("<path d=") == 4
    assert "--band: #ffffff" in page.html
    (tmp_path / "card.pdf").write_bytes(printer().pdf(page.job))
    assert paths.page_count(tmp_path / "card.pdf") == 1
    assert cuts.is_clear(tmp_path / "card.pdf", 2, 2, 6)
