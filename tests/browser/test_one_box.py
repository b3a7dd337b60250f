"""The cursor is in the search box in the event that asks for it, and whatever comes into it is searched."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

PAGES = ("index.html", "scripts/index.html", "404.html", "en/index.html")
RESULT = "li.md-search-result__item"
LONG = 60_000
CURSOR = "document.activeElement.matches('.md-search__input')"
NOTED = """for (const kind of ['click', 'keydown'])
    addEventListener(kind, () => { window.cursorThen = document.activeElement.className });"""
"""What had the cursor when the event had gone through all who listen."""


def opened(browser: Browser, url: str, *, phone: bool = False, notes: bool = True) -> Page:
    size = {"width": 360, "height": 740} if phone else {"width": 1280, "height": 900}
    page = browser.new_page(viewport=size, has_touch=phone, is_mobile=phone)
    if notes:
        page.add_init_script(NOTED)
    page.goto(url)
    return page


@pytest.mark.parametrize("name", PAGES)
def test_click_and_tap_on_the_large_field_give_it_the_cursor(
    browser: Browser, served: str, name: str
) -> None:
    for phone in (True, False):
        page = opened(browser, f"{served}/{name}", phone=phone, notes=False)
        field = page.locator("label.ask")
        field.tap() if phone else field.click()
        assert page.evaluate(CURSOR)
        page.close()


@pytest.mark.parametrize("name", [*PAGES, "scripts/too-dear.html", "complaints.html"])
def test_a_slash_and_the_magnifier_do_so_on_every_page(browser: Browser, served: str, name: str) -> None:
    page = opened(browser, f"{served}/{name}")
    page.keyboard.press("/")
    assert page.evaluate(CURSOR)
    assert "md-search__input" in page.evaluate("window.cursorThen")
    page.close()
    page = opened(browser, f"{served}/{name}", phone=True)
    page.locator(".md-header label[for=__search]").first.tap()
    assert page.evaluate(CURSOR)
    assert "md-search__input" in page.evaluate("window.cursorThen")
    page.close()


def test_an_input_method_is_searched_while_it_composes_and_after(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}/index.html")
    page.locator("label.ask").click()
    method = page.context.new_cdp_session(page)
    method.send("Input.imeSetComposition", {"text": "tuihuo", "selectionStart": 6, "selectionEnd": 6})
    expect(page.locator(RESULT).first).to_contain_text("退", timeout=LONG)
    method.send("Input.insertText", {"text": "碎了"})
    expect(page.locator(RESULT).first).to_contain_text("碎", timeout=LONG)
    page.close()


def test_what_is_pasted_is_searched(browser: Browser, served: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{served}/index.html")
    page.evaluate("navigator.clipboard.writeText('太贵了')")
    page.locator("label.ask").click()
    page.keyboard.press("ControlOrMeta+v")
    expect(page.locator(RESULT).first).to_contain_text("贵", timeout=LONG)
    context.close()
