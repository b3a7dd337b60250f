"""Kept at hand: phrases on the first page, favourites, and lines of several replies put together until the next customer."""

from __future__ import annotations

import json

from playwright.sync_api import Page, expect

from tests.browser.copying import clipboard

FIRST, SECOND = "scripts/where-is-parcel.html", "scripts/parcel-stuck.html"
LONG = 60_000


def put_together(page: Page) -> None:
    for name in (FIRST, SECOND):
        page.goto(name)
        page.locator(".reply .tray__take").first.click()
    page.locator(".tray > summary").click()


def test_a_phrase_on_the_first_page_asks(page: Page) -> None:
    page.goto("index.html")
    page.locator(".asked button").first.click()
    page.locator("li.answer").first.wait_for(timeout=LONG)
    assert page.evaluate("document.activeElement.matches('.md-search__input')")


def test_a_favourite_stands_in_the_search_before_typing_and_goes_again(page: Page) -> None:
    page.goto(FIRST)
    page.locator(".star").click()
    page.goto("complaints.html")
    page.keyboard.press("/")
    expect(page.locator(".before")).to_contain_text("收藏的", timeout=LONG)
    page.locator(".before__used").first.click()
    page.wait_for_url(f"**/{FIRST}")
    page.locator(".star").click()
    assert page.evaluate("localStorage.getItem('handbook.favourites')") == "[]"


def test_lines_of_two_replies_are_copied_as_one_every_blank_filled(page: Page) -> None:
    put_together(page)
    page.locator(".tray .copy--reply").click()
    expect(page.locator(".tray .copy--reply .copy__blank")).to_be_visible()
    page.keyboard.type("王女士")
    page.keyboard.press("Enter")
    page.keyboard.type("SF123")
    page.keyboard.press("Enter")
    expect(page.locator(".tray .copy--reply .copy__done")).to_be_visible()
    copied = clipboard(page)
    assert "王女士" in copied
    assert "SF123" in copied
    assert copied.count("\n") == 1
    assert "〔" not in copied


def test_messages_are_copied_one_after_the_other(page: Page) -> None:
    put_together(page)
    said = [text.strip() for text in page.locator(".tray .part__say").all_inner_texts()]
    for at in (0, 1):
        one = page.locator(".tray .copy--tray")
        expect(one.locator(".copy__ready")).to_contain_text(f"第 {at + 1} 条")
        one.click()
        one.click()  # a blank is empty, and it is meant so
        expect(one.locator(".copy__done")).to_be_visible()
        assert clipboard(page) == said[at]


def test_a_line_is_dropped_and_the_next_customer_has_none(page: Page) -> None:
    put_together(page)
    page.locator(".tray__drop").first.click()
    expect(page.locator(".tray .part")).to_have_count(1)
    page.go_back()
    expect(page.locator(".tray")).to_have_count(1)
    page.locator("article .fills__next").first.click()
    expect(page.locator(".tray")).to_have_count(0)
    page.reload()
    expect(page.locator(".tray")).to_have_count(0)


def test_what_is_kept_holds_nothing_of_the_customers(page: Page) -> None:
    """What was typed stays with the tab; what stays on the device are pages and one's own name."""
    put_together(page)
    page.locator(".tray .fills input[name=customer]").fill("王女士")
    stored = page.evaluate("JSON.stringify({...localStorage})")
    assert "王女士" not in stored
    assert "王女士" not in json.dumps(
        page.evaluate("sessionStorage.getItem('handbook.tray')"), ensure_ascii=False
    )
    other = page.context.new_page()
    other.goto(SECOND)
    expect(other.locator(".tray")).to_have_count(0)
