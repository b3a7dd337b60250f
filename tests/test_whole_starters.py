"""What a starter becomes, file by file: nothing of another trade in it, and everything that its texts name."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import product
from pathlib import Path

import pytest
import yaml

from generator.playbook.languages import LANGUAGES
from generator.starter import TRADES
from tests.conftest import ROOT
from tests.finished import built, texts, titles
from tests.trades import OF_A_TRADE, WORDS, pattern

NAMES = yaml.safe_load((ROOT / "tests" / "sheets_named.yaml").read_text("utf-8"))
BUILT_IN_EVERY_RUN = {("food", "solo", "zh"), ("service", "team", "en")}
EVERY = [
    *((trade, size, language) for trade, size, language in product(TRADES, ("solo", "team"), LANGUAGES)),
    *(("goods", "bare", language) for language in LANGUAGES),
]
STARTERS = [
    pytest.param(*each, marks=() if each in BUILT_IN_EVERY_RUN else pytest.mark.slow) for each in EVERY
]
Starter = tuple[str, str, str]


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str, str], Path]:
    """Gives a folder with a finished starter; each is built once in a session."""

    @cache
    def make(trade: str, size: str, language: str) -> Path:
        return built(tmp_path_factory.mktemp(f"{trade}-{size}-{language}"), trade, size, language)

    return make


@pytest.mark.parametrize(("trade", "size", "language"), STARTERS)
def test_a_finished_starter_is_its_own_trades_and_names_what_there_is(
    starter: Callable[[str, str, str], Path], trade: str, size: str, language: str
) -> None:
    folder = starter(trade, size, language)
    read = dict(texts(folder))
    assert {name.rpartition(".")[2] for name, said in read.items() if said} >= {"html", "pdf", "txt"}
    others = pattern(WORDS.keys() - set(OF_A_TRADE["bare" if size == "bare" else trade]), language)
    assert {name: others.findall(said) for name, said in read.items() if others.search(said)} == {}
    assert _named_and_not_there(read, titles(folder), language) == {}


def _named_and_not_there(read: dict[str, str], there: set[str], language: str) -> dict[str, list[str]]:
    """By name of a sheet or table that nothing is called, the files that name it."""
    called = "\n".join(there).casefold()
    absent = [name for name, title in NAMES[language].items() if (title or name).casefold() not in called]
    found = {
        name: [file for file, said in read.items() if name.casefold() in re.sub(r"\s+", " ", said).casefold()]
        for name in absent
    }
    return {name: files for name, files in found.items() if files}
