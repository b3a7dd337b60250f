"""How the shop is reached, on every sheet that customers keep: read from the finished files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.edition import Edition, editions
from generator.engines.printers import printer
from generator.outlines.contact import scanned
from generator.playbook.load import load
from generator.playbook.logo import with_logo
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.shop import Contact, Shop
from generator.playbook.model.text import Text
from generator.printables import form, promise_card, promise_poster, reach, referral_card, usage
from generator.printables.sheet import SetSheet, Sheet, overflowing, set_in
from tests import pdfs
from tests.conftest import ROOT
from tests.printables import cuts

SHOP = ROOT / "playbook.yaml"
SHORT = {
    "address": "18 Hill Street",
    "phones": ("01632 960 142",),
    "wechat": "hill",
    "site": "https://hill.example/",
}
LONG = SHORT | {
    "address": "Unit 14b, The Old Brewery Yard, behind 218 to 224 Great Western Promenade, Millbrook-under-Wychwood, Westmorshire WM14 9QX, second gate, ring twice",
    "phones": ("01632 960 142", "01632 960 143", "07700 900 145"),
}


def kept(edition: Edition) -> Iterator[Sheet]:
    """One sheet of each kind that customers keep."""
    for module in (promise_card, promise_poster, referral_card, usage):
        yield next(iter(module.sheets(edition)))
    yield next(each for each in form.sheets(edition) if each.audience == "customer")


@cache
def shipped() -> Playbook:
    playbook = load(SHOP).playbook
    assert playbook is not None
    return playbook


def of_a_shop(said: dict[str, Any]) -> Playbook:
    playbook = shipped()
    languages = playbook.about.languages
    address = Text(dict.fromkeys(languages, said["address"]))
    contact = Contact.model_construct(**(said | {"address": address}))
    shop = Shop.model_construct(**(dict(playbook.shop) | {"contact": contact}))
    return playbook.model_copy(update={"shop": shop})


@pytest.mark.parametrize("said", [LONG, pytest.param(SHORT, marks=pytest.mark.slow)], ids=["long", "short"])
def test_whatever_a_customer_keeps_says_how_the_shop_is_reached(said: dict[str, Any], tmp_path: Path) -> None:
    chinese, english = editions(of_a_shop(said))
    for edition, sheet in ((each, sheet) for each in (chinese, english) for sheet in kept(each)):
        page = set_in(edition, sheet)
        text = _text(page, tmp_path)
        assert list(overflowing(page, printer())) == [], sheet.id
        for words in ("01632 960 142", "hill.example"):
            assert pdfs.squeezed(words) in text, (sheet.id, words)
        # On the card of four the promises come first: there a very long address gives way.
        if said is SHORT or sheet.id != "promise-card":
            assert pdfs.squeezed(said["address"]) in text, sheet.id
    assert cuts.is_clear(tmp_path / "referral-card.pdf", 2, 2, 6)


def test_the_code_leads_where_the_first_channel_with_a_link_says_else_to_the_shops_page() -> None:
    for edition in editions(of_a_shop(SHORT)):
        assert scanned(edition) == SHORT["site"]
        for sheet in kept(edition):
            # The card of four has room for it where the promises are short.
            there = "<path d=" in set_in(edition, sheet).html
            assert there or (sheet.id, edition.language) == ("promise-card", "en"), sheet.id


def test_a_shop_that_says_nothing_has_no_empty_words_on_them() -> None:
    for edition in editions(shipped()):
        assert not reach.reach(edition)
        for sheet in kept(edition):
            assert 'class="reach' not in set_in(edition, sheet).html, sheet.id


def test_light_ink_fills_nothing_on_any_of_them() -> None:
    playbook = of_a_shop(SHORT)
    brand = playbook.about.brand.model_copy(update={"ink": "light"})
    light = playbook.model_copy(update={"about": playbook.about.model_copy(update={"brand": brand})})
    for edition in editions(light):
        for sheet in kept(edition):
            assert "--band: #ffffff" in set_in(edition, sheet).html
            assert not _filled_with_the_brand(sheet), sheet.id


def _filled_with_the_brand(sheet: Sheet) -> bool:
    """Whether a style sheet fills anything with the shop's colour other than through the band."""
    folder = ROOT / "generator" / "printables"
    return any("background: var(--brand)" in (folder / name).read_text("utf-8") for name in sheet.styles)


def test_a_code_too_fine_for_phones_is_said_where_its_address_stands() -> None:
    long = SHORT | {"site": "https://hill.example/" + "a-long-way/" * 24}
    (problem,) = reach.problems(editions(of_a_shop(long)))
    assert (problem.kind, problem.route) == ("code-too-fine", ("shop", "contact", "site"))


def _text(page: SetSheet, folder: Path) -> str:
    path = folder / f"{page.sheet.id}.pdf"
    path.write_bytes(printer().pdf(page.job))
    return pdfs.text(path)


@pytest.mark.parametrize("box", ["0 0 800 100", "0 0 100 300"], ids=["wide", "tall"])
def test_a_logo_of_any_shape_stands_on_them_and_pushes_nothing_off(box: str, tmp_path: Path) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><rect width="900" height="900"/></svg>'
    (tmp_path / "logo.svg").write_text(svg, "utf-8")
    playbook = of_a_shop(SHORT)
    brand = playbook.about.brand.model_copy(update={"logo": "logo.svg"})
    about = playbook.about.model_copy(update={"brand": brand})
    drawn, said = with_logo(playbook.model_copy(update={"about": about}), tmp_path)
    assert said == ()
    english = editions(drawn)[1]
    for sheet in kept(english):
        page = set_in(english, sheet)
        assert page.html.count("<img ") in (1, 2, 4), sheet.id
        assert list(overflowing(page, printer())) == [], sheet.id
        (tmp_path / "sheet.pdf").write_bytes(printer().pdf(page.job))
        assert pdfs.ua_failures(tmp_path / "sheet.pdf") == [], sheet.id
