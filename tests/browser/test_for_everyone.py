"""Pages for people who see little: by the rules of WCAG 2.2 AA, and with letters of twice the size on a small phone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.test_pages import PAGES

RULES: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
}
KINDS = [
    *PAGES,
    "scripts/index.html",
    "forms/complaint-sheet.html",
    "authority.html",
    "law.html",
    "many.html",
    "ways.html",
    "promise.html",
    "404.html",
]
"""A page of each kind."""
CHOSEN = ("index.html", "scripts/too-dear.html", "forms/complaint-sheet.html", "self-check.html")
TWICE = "document.documentElement.style.fontSize = `${2 * parseFloat(getComputedStyle(document.documentElement).fontSize)}px`"


def every(*looks: str) -> Iterator[Any]:
    """Pages in both languages in every look; by day those that are chosen at once, the rest among the slow tests."""
    for look in looks:
        for at, name in enumerate(KINDS):
            for language in ("", "en/"):
                quick = name in CHOSEN and (language == "") == (look == looks[at % len(looks)])
                yield pytest.param(language + name, look, marks=() if quick else pytest.mark.slow)


def broken(page: Page) -> dict[str, list[str]]:
    found = Axe().run(page, options=RULES).response["violations"]
    return {rule["id"]: [node["html"] for node in rule["nodes"]] for rule in found}


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.slow)])
@pytest.mark.parametrize(("name", "look"), [*every("light", "dark")])
def test_no_rule_for_everyone_is_broken(
    browser: Browser, served: str, name: str, look: Any, width: int
) -> None:
    page = browser.new_page(color_scheme=look, viewport={"width": width, "height": 800})
    page.goto(f"{served}/{name}")
    page.evaluate("document.getAnimations().forEach(running => running.finish())")
    assert broken(page) == {}
    page.close()


def test_what_is_broken_is_found(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.goto(f"{served}/scripts/too-dear.html")
    page.evaluate("document.querySelector('.part__say').style.color = '#ccc'")
    page.evaluate("document.querySelector('.part__if input').replaceWith(document.createElement('input'))")
    assert {"color-contrast"} <= broken(page).keys()
    page.close()


@pytest.mark.parametrize(("name", "look"), [*every("light")])
def test_letters_of_twice_the_size_stay_on_a_small_phone(
    browser: Browser, served: str, name: str, look: Any
) -> None:
    page = browser.new_page(color_scheme=look, viewport={"width": 360, "height": 800})
    page.goto(f"{served}/{name}")
    page.evaluate(TWICE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert broken(page) == {}
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_what_is_pressed_in_a_reply_is_as_large_as_a_finger(
    browser: Browser, served: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{served}/scripts/too-dear.html")
    boxes = [each.bounding_box() for each in page.locator(".part button").all()]
    assert len(boxes) > 3
    assert [box for box in boxes if box and min(box["width"], box["height"]) < 40] == []
    page.close()
