"""Nothing wrong gets sent: blanks are red until filled, once for all, and nothing of the last customer is left behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.copying import clipboard

BLANKS = "scripts/attitude.html"
"""Greets with the customer's name and the sender's own; more blanks stand in lines with a condition."""
CUSTOMER, OWN = ".fills input[name=customer]", ".fills input[name=agent_name]"
WHOLE = ".copy--reply"


def only_conditions(page: Page) -> str:
    """The address of a reply of which every line hangs on a condition."""
    page.goto("scripts/index.html")
    for link in page.locator("ul.list a").evaluate_all("links => links.map(link => link.href)"):
        page.goto(link)
        if page.locator(".reply:not(:has(.part:not(.part--if)))").count():
            return str(link)
    pytest.fail("no reply of the shipped playbook hangs on conditions alone")


def test_a_reply_with_a_blank_is_copied_on_the_second_press_only(page: Page) -> None:
    page.goto(BLANKS)
    page.evaluate("navigator.clipboard.writeText('王女士，退款办好了')")
    page.locator(WHOLE).click()
    expect(page.locator(f"{WHOLE} .copy__blank")).to_contain_text("2")
    assert clipboard(page) == ""
    page.locator(WHOLE).click()
    expect(page.locator(f"{WHOLE} .copy__done")).to_be_visible()
    assert "〔称呼〕" in clipboard(page)


def test_an_empty_blank_is_red_and_a_filled_one_is_not(page: Page) -> None:
    page.goto(BLANKS)
    bad = page.evaluate("getComputedStyle(document.querySelector('.fills__left')).color")
    blank = page.locator(".part__say .blank[data-blank=customer]").first
    assert blank.evaluate("blank => getComputedStyle(blank).color") == bad
    blank.click()
    page.keyboard.type("王女士")
    expect(blank).to_have_text("王女士")
    assert blank.evaluate("blank => getComputedStyle(blank).color") != bad


def test_the_keyboard_alone_fills_and_copies(page: Page) -> None:
    page.goto(BLANKS)
    page.locator(CUSTOMER).focus()
    page.keyboard.type("<b>王</b>女士")
    page.keyboard.press("Enter")
    page.keyboard.type("小周")
    page.keyboard.press("Enter")
    expect(page.locator(f"{WHOLE} .copy__done")).to_be_visible()
    assert clipboard(page).startswith("<b>王</b>女士，")
    assert "小周" in clipboard(page)
    assert "〔" not in clipboard(page)


def test_what_arrives_without_a_key_fills_too(page: Page) -> None:
    page.goto(BLANKS)
    page.locator(CUSTOMER).click()
    page.keyboard.insert_text("陈先生")
    expect(page.locator(".part__say .blank[data-blank=customer]").first).to_have_text("陈先生")


@pytest.mark.parametrize(
    ("pasted", "filled"),
    [
        ("订单编号: 20261128001，运单号：SF123 称呼：王 女士", ["王 女士", "20261128001", "SF123"]),
        ("=王女士\t2026\tSF123\n", ["=王女士", "2026", "SF123"]),
        ("王女士 2026 SF123", ["王女士 2026 SF123", "", ""]),
        ("退款单号：77", ["退款单号：77", "", ""]),
    ],
)
def test_one_line_pasted_fills_what_it_names_or_just_as_many_boxes(
    page: Page, pasted: str, filled: list[str]
) -> None:
    page.goto("scripts/where-is-parcel.html")
    page.locator(".part__if").first.click()
    page.evaluate("text => navigator.clipboard.writeText(text)", pasted)
    boxes = page.locator(".fills input:visible")
    boxes.first.click()
    page.keyboard.press("ControlOrMeta+v")
    assert [boxes.nth(at).input_value() for at in range(boxes.count())] == filled


def test_a_line_alone_asks_for_its_own_blanks(page: Page) -> None:
    page.goto(BLANKS)
    line = page.locator(".part--if:has(.blank)").first
    line.locator(".copy").click()
    expect(line.locator(".copy__blank")).to_be_visible()
    name = line.locator(".blank").first.get_attribute("data-blank")
    page.locator(f".fills input[name={name}]").fill("今天 18:00")
    line.locator(".copy").click()
    assert "今天 18:00" in line.locator(".part__say").inner_text()


def test_a_reply_of_conditions_says_what_to_tick_and_leaves_nothing_behind(page: Page) -> None:
    page.goto(only_conditions(page))
    expect(page.locator(f"{WHOLE} .copy__none")).to_be_visible()
    expect(page.locator(f"{WHOLE} .copy__ready")).to_be_hidden()
    page.evaluate("navigator.clipboard.writeText('王女士，退款办好了')")
    page.locator(WHOLE).click()
    assert page.evaluate("document.activeElement.matches('.part__if input')")
    assert clipboard(page) == ""
    page.keyboard.press("Space")
    expect(page.locator(f"{WHOLE} .copy__none")).to_be_hidden()


def test_a_customer_stays_over_pages_and_languages_and_goes_with_the_next(page: Page) -> None:
    page.goto(BLANKS)
    page.locator(CUSTOMER).fill("王女士")
    page.locator(OWN).fill("小周")
    page.locator(".part__if").first.click()
    page.get_by_text("English", exact=True).first.click()
    page.wait_for_url("**/en/**")
    expect(page.locator(CUSTOMER)).to_have_value("王女士")
    expect(page.locator(".part__if input").first).to_be_checked()
    page.go_back()
    expect(page.locator(CUSTOMER)).to_have_value("王女士")
    expect(page.locator(".part__if input").first).to_be_checked()
    page.locator(WHOLE).click()
    page.locator(".fills__next").first.click()
    expect(page.locator(".part__say .blank[data-blank=customer]").first).to_have_text("〔称呼〕")
    expect(page.locator(".part__if input").first).not_to_be_checked()
    assert clipboard(page) == ""
    page.reload()
    expect(page.locator(CUSTOMER)).to_have_value("")
    expect(page.locator(".part__say .blank[data-blank=agent_name]").first).to_have_text("小周")


def test_the_customer_ends_with_the_tab_and_the_own_name_does_not(page: Page) -> None:
    page.goto(BLANKS)
    page.locator(CUSTOMER).fill("王女士")
    page.locator(OWN).fill("小周")
    other = page.context.new_page()
    other.goto(BLANKS)
    expect(other.locator(".part__say .blank[data-blank=agent_name]").first).to_have_text("小周")
    expect(other.locator(CUSTOMER)).to_have_value("")


def test_blanks_are_kept_from_a_stick_too(browser: Browser, site: Path) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto((site / BLANKS).as_uri())
    page.locator(CUSTOMER).fill("王女士")
    page.locator(OWN).fill("小周")
    page.goto((site / "scripts/slow-reply.html").as_uri())
    expect(page.locator(CUSTOMER)).to_have_value("王女士")
    expect(page.locator(".part__say .blank[data-blank=agent_name]").first).to_have_text("小周")
    page.close()
