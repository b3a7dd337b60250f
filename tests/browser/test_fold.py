"""Long pages on a small phone: headings first, opened by a tap, a key or a link; whole on paper and in a wide window."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

MOST, OF_WORDS = 15, 25
"""Screens of 360 by 800 that a page may take; the glossary and the list of sheets more."""
LONGEST = [
    f"{language}{name}"
    for language in ("", "en/")
    for name in (
        "norms.html",
        "complaints.html",
        "customers.html",
        "scripts/after/index.html",
        "scripts/index.html",
    )
]
"""Those that would take most, or nearly too much as they are."""
LONGER = ("glossary.html", "print.html")


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto(f"{address}/norms.html")
    yield page
    context.close()


def pages(site: Path) -> list[str]:
    """Every page but those of single replies, which are a card each."""
    found = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    return [name for name in found if "scripts/" not in name or name.endswith("index.html")]


@pytest.mark.parametrize(
    "every", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["the longest", "every page"]
)
def test_no_page_takes_more_than_fifteen_screens_of_a_small_phone(
    browser: Browser, site: Path, every: bool
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    screens = {}
    for name in pages(site) if every else LONGEST:
        page.goto((site / name).as_uri())
        screens[name] = page.evaluate("document.documentElement.scrollHeight / innerHeight")
    page.close()
    long = {
        name: high for name, high in screens.items() if high > (OF_WORDS if name.endswith(LONGER) else MOST)
    }
    assert long == {}


def test_a_tap_on_a_heading_opens_what_stands_below_and_another_closes_it(phone: Page) -> None:
    heading = phone.locator("h2", has_text="等顾客说完")
    below = heading.locator("xpath=following-sibling::*[1]")
    expect(below).to_be_hidden()
    heading.tap()
    expect(below).to_be_visible()
    expect(heading.get_by_role("button")).to_have_attribute("aria-expanded", "true")
    heading.tap()
    expect(below).to_be_hidden()


def test_keys_open_it_too_and_back_finds_it_open(phone: Page, address: str) -> None:
    button = phone.locator("h2", has_text="等顾客说完").get_by_role("button")
    button.focus()
    phone.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    phone.goto(f"{address}/about.html")
    phone.go_back()
    again = phone.locator("h2", has_text="等顾客说完").get_by_role("button")
    expect(again).to_have_attribute("aria-expanded", "true")


def test_an_address_of_a_part_opens_it_and_shows_it(phone: Page, address: str) -> None:
    anchor = phone.locator("h2", has_text="等顾客说完").get_attribute("id")
    phone.goto(f"{address}/about.html")
    phone.goto(f"{address}/norms.html#{anchor}")
    heading = phone.locator("h2", has_text="等顾客说完")
    expect(heading).to_be_in_viewport()
    expect(heading.locator("xpath=following-sibling::*[1]")).to_be_visible()


def test_what_must_be_done_at_once_is_never_folded(phone: Page, address: str) -> None:
    phone.goto(f"{address}/complaints.html")
    expect(phone.locator(".rule--urgent").first).to_be_visible()
    expect(phone.locator(".fold-all")).to_be_visible()


def test_all_opens_at_once_and_paper_and_a_wide_window_have_it_all(phone: Page) -> None:
    last = phone.locator("h2[id]").last.locator("xpath=following-sibling::*[1]")
    expect(last).to_be_hidden()
    printed = "".join(page.extract_text() for page in PdfReader(BytesIO(phone.pdf(format="A4"))).pages)
    phone.get_by_role("button", name="全部展开").tap()
    expect(last).to_be_visible()
    words = last.locator("p").first.inner_text().replace("\n", "")[:6]
    # The browser writes some characters as the radicals that look like them.
    assert words in normalize("NFKC", printed).replace("\n", "")
    phone.get_by_role("button", name="全部收起").tap()
    expect(last).to_be_hidden()
    phone.set_viewport_size({"width": 1280, "height": 800})
    expect(last).to_be_visible()


def test_whoever_begins_to_practise_sees_questions(phone: Page, address: str) -> None:
    phone.goto(f"{address}/self-check.html")
    phone.locator(".practice button").first.tap()
    expect(phone.locator(".quizzes :is(input, button):visible").first).to_be_visible()
