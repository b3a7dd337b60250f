"""Many phrases and a text in, those that stand in it out: in one pass, however many they are."""

from __future__ import annotations

from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick


class Phrases:
    """Phrases to look for, each as it stands, as a part of a word, too."""

    def __init__(self, phrases: Iterable[str]) -> None:
        # Nothing stands everywhere; whoever looks for it means none.
        self._at_once = AhoCorasick({each for each in phrases if each})

    def within(self, text: str) -> set[str]:
        """Those that stand in `text`, whole."""
        return {*self._at_once.find_matches_as_strings(text, overlapping=True)}
