"""Words that belong to one trade, and where they stand in another's texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import yaml

from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import walk
from tests.conftest import ROOT

WORDS = yaml.safe_load((ROOT / "tests" / "trades.yaml").read_text("utf-8"))
OF_A_TRADE = {"bare": (), "goods": ("goods",), "food": ("food", "service"), "service": ("service",)}
"""The lists a starter may take words from; a booking is made at table too."""
_SHARED = {"离店", "预约"}


def pattern(trades: Iterable[str], language: str) -> re.Pattern[str]:
    """Finds the words of these trades."""
    words = [word for trade in trades for word in WORDS[trade][language] if word not in _SHARED]
    start = r"\b" if language == "en" else ""
    return re.compile(start + "(?:" + "|".join(map(re.escape, words)) + ")", re.IGNORECASE)


def words_of_others(playbook: Playbook, trade: str, language: str) -> dict[str, list[str]]:
    """By place, the words of other trades in all that is read in a playbook of one language."""
    others = pattern(WORDS.keys() - set(OF_A_TRADE[trade]), language)
    return {place: others.findall(said) for place, said in _texts(playbook) if others.search(said)}


def _texts(playbook: Playbook) -> Iterator[tuple[str, str]]:
    """What is said, with its place; what is heard as an alarm is not said."""
    for route, value in walk(playbook):
        if isinstance(value, str) and not {"alarms", "id", "kind", "note"} & set(route):
            yield ".".join(map(str, route)), value
