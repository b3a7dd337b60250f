"""Money as people write it, and prices that texts name."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.edition import editions
from generator.playbook.load import load
from generator.playbook.model.playbook import Playbook
from generator.playbook.money import money, span
from generator.playbook.prices import price_lines
from generator.set_text import SetText
from tests.conftest import ROOT

PRICED = ROOT / "tests" / "playbooks" / "priced.yaml"


@pytest.mark.parametrize(
    ("amount", "code", "zh", "en"),
    [
        (80, "CNY", "80 元", "80 yuan"),
        (12.5, "CNY", "12.5 元", "12.50 yuan"),
        (1250, "CNY", "1250 元", "1,250 yuan"),
        (20, "GBP", "20 英镑", "£20"),
        (12.5, "GBP", "12.5 英镑", "£12.50"),
        (0.05, "GBP", "0.05 英镑", "£0.05"),
        (80, "CHF", "80 瑞士法郎", "CHF 80"),
        (1500, "JPY", "1500 日元", "JP¥1,500"),
        (3, "", "3", "3"),
    ],
)
def test_money_is_written_as_people_write_it(amount: float, code: str, zh: str, en: str) -> None:
    assert (money(amount, code, "zh"), money(amount, code, "en")) == (zh, en)


def test_a_span_names_the_currency_where_people_do() -> None:
    assert span(80, 120, "CNY", "zh") == "80–120 元"
    assert span(15, 25, "GBP", "en") == "£15–£25"


def test_a_text_names_a_price_by_its_line_and_variant_and_knows_where_it_is_written() -> None:
    playbook = _priced()
    zh, en = editions(playbook)
    said = zh.playbook.scripts[0].reply[0].say
    assert said == "小的80 元，大的1250 元，总之80–1250 元；修要20–45 元，换玻璃12.5 元起，送货另加30 元。"
    assert "£" not in en.playbook.scripts[0].reply[0].say
    assert en.playbook.scripts[0].reply[0].say.startswith("A small one is 80 yuan, a large one 1,250 yuan,")
    assert isinstance(said, SetText)
    small = next(part for part in said.parts if part.name == "frame.small")
    at = next(line.route for line in price_lines(playbook) if line.price.id == "frame")
    assert small.route == (*at, "each", 0, "price")


def test_a_price_that_changes_changes_in_every_text(tmp_path: Path) -> None:
    file = tmp_path / "playbook.yaml"
    file.write_text(PRICED.read_text("utf-8").replace("price: 80}", "price: 95}"), "utf-8")
    playbook = load(file).playbook
    assert playbook is not None
    zh, _ = editions(playbook)
    assert "95 元" in zh.playbook.scripts[0].reply[0].say
    assert "95 元" in zh.playbook.norms[0].how[0]


def _priced() -> Playbook:
    playbook = load(PRICED).playbook
    assert playbook is not None
    return playbook
