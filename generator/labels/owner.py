"""Words on the pages for the owner: what the law says, and what is still the starter’s."""

from __future__ import annotations

from generator.labels.words import Words


class LawWords(Words):
    """Words about the law of the country."""

    intro: str
    """{} is the country."""
    none: str
    """{} is the code of a country that has no record."""
    unknown: str
    source: str
    checked: str
    """{} is a day, {} how far it was looked at."""
    seen: dict[str, str]
    used: str
    """Before the places that name a statement."""
    unused: str
    """Where no text names it."""
    questions: str
    """{} is how many questions speak of the law as well, which the site must not give away."""
    in_words: str
    """The head of the places that speak of the law in words of their own."""
    in_words_intro: str
    """`count` is how many places."""


class MineWords(Words):
    """Words about what is still the starter's."""

    intro: str
    """{} is how many items are the shop's own, {} of how many."""
    done: str
    """As `intro`."""
    chapter: str
    """{} is a chapter, {} its name in the files, {} how many of its items are the shop's own, {} of how many."""
    unnamed: str
    """{} is how many questions are not named on a page that staff may open."""
