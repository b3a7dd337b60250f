"""The search box gives an answer: before typing what is asked most, then replies to copy, and a way on where it finds none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.playbook.load import load
from tests.browser.copying import clipboard
from tests.conftest import ROOT

LONG = 60_000
"""Milliseconds; a busy machine may need them to read the index."""
FIRST = "li.answer"
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
SEARCH = ".md-search__input"


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    context = browser.new_context(
        base_url=f"{served}/", permissions=["clipboard-read", "clipboard-write"], viewport=PHONE
    )
    yield context.new_page()
    context.close()


def asked(page: Page, words: str, name: str = "index.html") -> None:
    page.goto(name)
    page.locator("label.ask").click()
    page.keyboard.insert_text(words)
    page.locator(FIRST).first.wait_for(timeout=LONG)


def test_a_result_shows_stage_what_was_said_and_the_first_line_of_the_reply(page: Page) -> None:
    asked(page, "能不能便宜点啊")
    first = page.locator(FIRST).first
    expect(first.locator(".answer__stage")).to_have_text("售前")
    expect(first.locator(".answer__says")).to_contain_text("便宜")
    assert first.locator(".part__say").inner_text().strip()


def test_eight_results_fit_on_a_phone(page: Page) -> None:
    asked(page, "退款")
    ends = page.locator("li.md-search-result__item").evaluate_all(
        "all => all.slice(0, 8).map(each => [each.classList.contains('answer'), each.getBoundingClientRect().height])"
    )
    top = page.locator(FIRST).first.bounding_box()
    assert top is not None
    heights = [height for is_answer, height in ends if is_answer]
    assert len(heights) >= 4
    assert top["y"] + 8 * max(heights) <= PHONE["height"]


def test_a_press_copies_the_line_and_leaves_the_search_open(page: Page) -> None:
    asked(page, "太贵了")
    first = page.locator(FIRST).first
    first.locator("[data-copy]").click()
    expect(first.locator(".copy__done")).to_be_visible()
    assert clipboard(page) == first.locator(".part__say").inner_text().strip()
    expect(page.locator(SEARCH)).to_be_visible()


def test_a_line_with_a_blank_is_copied_on_the_second_press_here_too(page: Page) -> None:
    asked(page, "where is my parcel", "en/index.html")
    page.evaluate("navigator.clipboard.writeText('Dear Ms Wang, your refund is done.')")
    with_blank = page.locator(f"{FIRST}:has(.blank)").first
    with_blank.locator("[data-copy]").click()
    expect(with_blank.locator(".copy__blank")).to_be_visible()
    assert clipboard(page) == ""
    with_blank.locator("[data-copy]").click()
    expect(with_blank.locator(".copy__done")).to_be_visible()
    assert clipboard(page) == with_blank.locator(".part__say").inner_text().strip()


def test_a_blank_is_filled_in_the_result_and_enter_copies(page: Page) -> None:
    asked(page, "在不")
    first = page.locator(FIRST).first
    first.locator("[data-copy]").click()
    page.keyboard.type("陈先生")
    page.keyboard.press("Enter")
    page.keyboard.type("小周")
    page.keyboard.press("Enter")
    expect(first.locator(".copy__done")).to_be_visible()
    assert clipboard(page) == first.locator(".part__say").inner_text().strip()
    assert "陈先生" in clipboard(page)
    expect(page.locator(SEARCH)).to_have_value("在不")


def test_what_was_filled_in_stands_in_the_results(page: Page) -> None:
    page.goto("en/scripts/where-is-parcel.html")
    page.locator(".fills input[name=customer]").fill("Ms Wang")
    asked(page, "where is my parcel", "en/index.html")
    expect(page.locator(f"{FIRST} .blank[data-blank=customer]").first).to_have_text("Ms Wang")


def test_the_keyboard_alone_copies_chooses_and_opens(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport=DESK)
    page.goto(f"{address}/index.html")
    page.keyboard.press("/")
    page.keyboard.type("太贵了")
    page.locator(FIRST).first.wait_for(timeout=LONG)
    page.keyboard.press("Control+Enter")
    expect(page.locator(FIRST).first.locator(".copy__done")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.locator("li.md-search-result__item a").nth(1).get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.partition("?")[0] == str(second).partition("?")[0])
    page.close()


def test_where_nothing_is_found_it_says_what_to_do(page: Page) -> None:
    asked(page, "太贵了")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text("zzqqxx")
    expect(page.locator(".nothing")).to_contain_text("店长", timeout=LONG)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text("太贵了")
    expect(page.locator(".nothing")).to_have_count(0, timeout=LONG)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text("zzqqxx")
    page.locator(".nothing a").click()
    page.wait_for_url("**/scripts/index.html")


def test_before_typing_stand_the_red_line_what_is_asked_most_and_what_was_used_last(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(f"{address}/scripts/too-dear.html")
    title = page.locator("h1").inner_text()
    page.goto(f"{address}/index.html")
    page.locator("label.ask").click()
    expect(page.locator(".before__urgent")).to_be_visible()
    expect(page.locator(".before__phrases button")).to_have_count(6)
    expect(page.locator(".before__used")).to_have_text([title])
    page.locator(".before__phrases button").first.click()
    page.locator(FIRST).first.wait_for(timeout=LONG)
    expect(page.locator(".before")).to_have_count(0)
    assert page.evaluate(f"document.activeElement.matches('{SEARCH}')")
    page.locator("button[type=reset]").click()
    expect(page.locator(".before__phrases")).to_be_visible()
    page.close()


@pytest.mark.parametrize(("language", "home"), [("zh", "index.html"), ("en", "en/index.html")])
def test_each_phrase_the_shop_names_finds_a_reply(page: Page, language: str, home: str) -> None:
    playbook = load(ROOT / "playbook.yaml").playbook
    assert playbook is not None
    assert playbook.search is not None
    for phrase in playbook.search.first:
        asked(page, phrase.in_(language), home)
