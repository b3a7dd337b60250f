"""What a person has copied in the browser."""

from __future__ import annotations

from playwright.sync_api import Page


def clipboard(page: Page) -> str:
    # Some systems end a line in two characters.
    return str(page.evaluate("navigator.clipboard.readText()")).replace("\r\n", "\n")
