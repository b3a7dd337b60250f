"""Words of the live preview: on the screen it was started from, and above a page."""

from __future__ import annotations

from generator.labels.words import Words


class WrittenWords(Words):
    """How a page says where its words are written."""

    show: str
    """The button that shows it everywhere on the page."""
    hide: str
    press: str
    """What a press on a place does, for who hears it: {place}."""
    copied: str
    failed: str
    others: str
    """{count} more places say the same."""


class SavedWords(Words):
    """What a page says after an edit; heads have the {count} of what stands below."""

    head: str
    close: str
    changed: str
    as_before: str
    other_language: str
    follows: str
    questions: str
    sheets: str
    more: str
    """{count} more."""


class PreviewWords(Words):
    """Words of the live preview."""

    open: str
    """Where it can be seen: {address}."""
    renewed: str
    """After an edit: {seconds}."""
    stays: str
    """Above the last good page, before what is wrong."""
    nothing_yet: str
    """Where there is no good page yet."""
    fault: str
    """Before the words of a fault of the program itself."""
    no_sheets: str
    """{why} nothing could be printed."""
    written: WrittenWords
    saved: SavedWords
