"""The day on this device: checklists ticked until tomorrow, and what was not found noted for the shop."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.copying import clipboard

LONG = 60_000
NOON, NEXT_DAY = "2026-11-28T12:00:00", "2026-11-29T08:00:00"


def test_a_checklist_is_ticked_for_today_and_empty_tomorrow(page: Page) -> None:
    page.clock.set_fixed_time(NOON)
    page.goto("checklists.html")
    page.locator(".ticks li").first.click()
    expect(page.locator(".ticks__box").first).to_be_checked()
    page.goto("en/checklists.html")
    expect(page.locator(".ticks__box").first).to_be_checked()
    expect(page.locator(".ticks__box:checked")).to_have_count(1)
    page.clock.set_fixed_time(NEXT_DAY)
    page.reload()
    expect(page.locator(".ticks__box:checked")).to_have_count(0)


def test_what_is_not_found_is_noted_and_copied_for_the_shop(page: Page) -> None:
    for words in ("zzqqxx", "<i>qqzzxx"):
        page.goto("index.html")
        page.locator("label.ask").click()
        page.keyboard.insert_text(words)
        page.locator(".nothing .slips button").first.click(timeout=LONG)
    page.goto("complaints.html")
    page.keyboard.press("/")
    slips = page.locator(".before .slips")
    expect(slips).to_contain_text("2")
    slips.locator("button").first.click()
    page.wait_for_function("async () => (await navigator.clipboard.readText()).includes('zzqqxx')")
    assert clipboard(page) == "<i>qqzzxx\nzzqqxx"
    slips.locator("button").last.click()
    expect(page.locator(".before .slips button")).to_have_count(0)
