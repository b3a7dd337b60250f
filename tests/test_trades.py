"""No word of a trade stands where it does not belong: in our own words, or in another trade's starter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import yaml

from generator.labels import own_label
from generator.playbook.languages import LANGUAGES
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import walk
from generator.starter import TRADES
from tests.conftest import ROOT
from tests.test_starter import STARTERS, new

WORDS = yaml.safe_load((ROOT / "tests" / "trades.yaml").read_text("utf-8"))
OF_A_TRADE = {"goods": ("goods",), "food": ("food", "service"), "service": ("service",)}
"""The lists a starter may take words from; a booking is made at table too."""
SHARED = {"离店", "预约"}
NAMES_A_KIND = ("channels.delivery", "handbook.about", "workbooks.registers")


def pattern(trades: Iterable[str], language: str) -> re.Pattern[str]:
    words = [word for trade in trades for word in WORDS[trade][language] if word not in SHARED]
    start = r"\b" if language == "en" else ""
    return re.compile(start + "(?:" + "|".join(map(re.escape, words)) + ")", re.IGNORECASE)


def texts(playbook: Playbook) -> Iterator[tuple[str, str]]:
    """All that is read in a playbook of one language, with its place; what is heard as an alarm is not said."""
    for route, value in walk(playbook):
        if isinstance(value, str) and not {"alarms", "id", "kind", "note"} & set(route):
            yield ".".join(map(str, route)), value


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_words_are_no_trades(language: str) -> None:
    trades = pattern(["goods", "skin", "food", "repair"], language)
    found = {
        path: trades.findall(words)
        for path, words in own_label(language).items()
        if trades.search(words) and not path.startswith(NAMES_A_KIND)
    }
    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("trade", "size"), [each for each in STARTERS if each[0] != "goods" or each[1] == "bare"]
)
def test_a_starter_holds_no_word_of_another_trade(
    tmp_path: Path, trade: str, size: str, language: str
) -> None:
    playbook = new(tmp_path, language, size, trade).playbook
    assert playbook is not None
    own = () if size == "bare" else OF_A_TRADE[trade]
    others = pattern(WORDS.keys() - set(own), language)
    found = {place: others.findall(said) for place, said in texts(playbook) if others.search(said)}
    assert found == {}


def test_every_trade_has_its_words() -> None:
    assert set(TRADES) <= WORDS.keys()
