"""How many of something there are, in words."""

from __future__ import annotations

from functools import cache

from babel import Locale

from generator.edition import Edition
from generator.labels.words import Count
from generator.playbook.languages import LANGUAGES


def counted(edition: Edition, words: Count, number: float) -> str:
    """`1 point`, `2 points`, `0.5 points`."""
    plural = _locale(LANGUAGES[edition.language].locale).plural_form(number)
    return (words.one if plural == "one" else words.other).format(f"{number:g}")


@cache
def _locale(name: str) -> Locale:
    # Babel goes through the names of all it knows each time it is asked for one.
    return Locale.parse(name)
