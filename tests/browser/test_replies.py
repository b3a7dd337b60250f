"""A reply copied as a person copies it: whole, with a condition ticked, with none, where the browser refuses; printed; reached by keyboard."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.copying import clipboard

WHOLE = "too-dear"
ONLY_CONDITIONS = ".reply:not(:has(.part:not(.part--if)))"
"""A reply of which every line hangs on a condition."""
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"
REFUSED = "document.execCommand = () => false"


def said(page: Page, which: str) -> list[str]:
    return [text.strip() for text in page.locator(f"{which} .part__say").all_text_contents()]


def test_the_whole_reply_is_every_line_that_needs_no_condition(page: Page) -> None:
    page.goto(f"scripts/{WHOLE}.html")
    page.locator(".reply .copy--reply").click()
    expect(page.locator(".copy--reply .copy__done")).to_be_visible()
    plain = said(page, ".reply .part:not(.part--if)")
    assert 0 < len(plain) < page.locator(".reply .part").count()
    assert clipboard(page) == "\n".join(plain)


def test_a_ticked_condition_joins_the_reply_in_its_place(page: Page) -> None:
    page.goto(f"scripts/{WHOLE}.html")
    condition = page.locator(".part--if").first
    condition.locator(".part__if").click()
    page.locator(".reply .copy--reply").click()
    expect(page.locator(".copy--reply .copy__done")).to_be_visible()
    chosen = said(page, ".reply .part:is(:not(.part--if), :has(input:checked))")
    assert condition.locator(".part__say").inner_text().strip() in chosen
    assert clipboard(page) == "\n".join(chosen)


def test_with_nothing_ticked_the_button_says_so(page: Page) -> None:
    """A reply whose lines all hang on a condition has nothing to copy until one is ticked."""
    page.goto("scripts/index.html")
    links = page.locator("ul.list a").evaluate_all("links => links.map(link => link.href)")
    for link in links:
        page.goto(link)
        if page.locator(ONLY_CONDITIONS).count():
            break
    else:
        pytest.fail("no reply of the shipped playbook hangs on conditions alone")
    page.locator(".copy--reply").click()
    expect(page.locator(".copy--reply .copy__none")).to_be_visible()
    page.locator(".part__if").first.click()
    page.locator(".copy--reply").click()
    expect(page.locator(".copy--reply .copy__done")).to_be_visible()
    assert clipboard(page) == said(page, ".reply .part--if")[0]


def test_a_copy_that_the_browser_refuses_is_told(page: Page) -> None:
    page.add_init_script(NO_CLIPBOARD)
    page.add_init_script(REFUSED)
    page.goto(f"scripts/{WHOLE}.html")
    page.locator(".reply .copy--reply").click()
    expect(page.locator(".copy--reply .copy__failed")).to_be_visible()
    expect(page.locator(".copy--reply .copy__done")).to_be_hidden()


def test_what_is_folded_is_printed_and_folded_again(page: Page) -> None:
    # In English: of Chinese, the browser's own PDF gives other characters than it prints.
    page.goto("en/scripts/before/index.html")
    folded = page.locator("article details.card__more").first
    hidden = folded.locator(".never__not").first.text_content() or ""
    assert not folded.evaluate("details => details.open")
    printed = "".join(each.extract_text() for each in PdfReader(io.BytesIO(page.pdf())).pages)
    assert squeezed(hidden) in squeezed(printed)
    assert not folded.evaluate("details => details.open")


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", ["index.html", "scripts/index.html"])
def test_a_click_on_the_large_field_gives_it_the_cursor_at_once(page: Page, name: str) -> None:
    page.goto(name)
    page.locator("label.ask").click()
    page.keyboard.type("太贵了")
    expect(page.locator(".md-search-result__item").first).to_contain_text("嫌贵")


@pytest.mark.parametrize("key", ["Enter", " "])
@pytest.mark.parametrize("name", ["index.html", "scripts/index.html"])
def test_the_keyboard_alone_opens_the_search(page: Page, name: str, key: str) -> None:
    page.goto(name)
    # On the way stand the menu and what the field in the head offers before typing: the red line and six phrases.
    for _ in range(48):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('label.ask')"):
            break
    else:
        pytest.fail("the search field on the page cannot be reached with the keyboard")
    page.keyboard.press(key)
    page.keyboard.type("太贵了")
    expect(page.locator(".md-search-result__item").first).to_contain_text("嫌贵")
