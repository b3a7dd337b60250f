"""The records of the words on what customers are given to read."""

from __future__ import annotations

from generator.labels.words import Words


class CustomerSiteWords(Words):
    """Words on the pages for customers, said to them."""

    menu: str
    """What the list of pages is called."""
    languages: str
    """What the list of languages is called."""
    hours: str
    reached: str
    """The heading of how the shop is reached."""
    version: str
    """{version} and {date}."""
    complain: str
    """The title of the page on how to complain."""
    complain_short: str
    """The same in the menu."""
    first: str
    first_how: list[str]
    where: str
    elsewhere: str
    privacy: str
    """The title of the page on personal data."""
    privacy_short: str
    privacy_lead: str
