"""No word of a trade stands among our own words."""

from __future__ import annotations

import pytest

from generator.labels import own_label
from generator.playbook.languages import LANGUAGES
from generator.starter import TRADES
from tests.trades import WORDS, pattern

KINDS = ("channels.delivery", "handbook.about", "workbooks.registers")
"""Names of kinds that are every trade's."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_words_are_no_trades(language: str) -> None:
    trades = pattern(["goods", "skin", "food", "repair"], language)
    found = {
        path: trades.findall(words)
        for path, words in own_label(language).items()
        if trades.search(words) and not path.startswith(KINDS)
    }
    assert found == {}


def test_every_trade_has_its_words() -> None:
    assert set(TRADES) <= WORDS.keys()
