"""Words of the live preview: on the screen it was started from, and above a page."""

from __future__ import annotations

from generator.labels.words import Words


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
