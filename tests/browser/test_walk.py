"""Twenty-five customers (walk.yaml): from the first page to a reply that can be sent, in few actions.

An action is a tap, or one field typed or pasted with its Enter; the tap that puts the cursor into a field belongs to it.
A reply with no more than one blank of the customer's takes three actions at most, any other two and one for each blank.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.copying import clipboard

WALK: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "walk.yaml").read_text("utf-8"))
OWN = "localStorage.setItem('handbook.own', JSON.stringify({agent_name: '小周', counter_address: '三楼 12 号'}))"
PHONE = {"width": 360, "height": 740}
LONG = 60_000
"""Milliseconds; a busy machine may need them."""
EVERY = 5
"""One in so many is walked in each run of the tests, the others where all are."""


@dataclass
class Walker:
    """A colleague with a phone, who counts."""

    page: Page
    actions: list[str] = field(default_factory=list)

    def tap(self, what: Locator) -> None:
        what.tap()
        self.actions.append("tap")

    def type(self, where: Locator, text: str, *, enter: bool) -> None:
        """Into a field that is tapped first, unless the cursor is there already."""
        if not where.evaluate(
            "each => each === document.activeElement || each.contains(document.activeElement)"
        ):
            where.tap()
        self.page.keyboard.type(text)
        if enter:
            self.page.keyboard.press("Enter")
        self.actions.append(f"type {text}")

    def paste(self, where: Locator, text: str) -> None:
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        where.tap()
        self.page.keyboard.press("ControlOrMeta+v")
        self.page.keyboard.press("Enter")
        self.actions.append(f"paste {text}")


@pytest.fixture(scope="module")
def context(browser: Browser, served: str) -> Iterator[BrowserContext]:
    made = browser.new_context(
        base_url=f"{served}/",
        permissions=["clipboard-read", "clipboard-write"],
        viewport={"width": PHONE["width"], "height": PHONE["height"]},
        has_touch=True,
        is_mobile=True,
    )
    made.add_init_script(OWN)
    yield made
    made.close()


def situations() -> Iterator[Any]:
    for at, each in enumerate(WALK):
        yield pytest.param(each, id=each["said"], marks=() if at % EVERY == 0 else pytest.mark.slow)


@pytest.mark.parametrize("situation", [*situations()])
def test_few_actions_lead_from_the_first_page_to_a_reply_that_can_be_sent(
    context: BrowserContext, situation: Mapping[str, Any]
) -> None:
    page = context.new_page()
    page.goto("en/index.html" if situation.get("language") == "en" else "index.html")
    walker = Walker(page)
    found(walker, situation)
    given = answered(walker, situation)
    expect(page.locator("[data-state=done]")).to_be_visible()
    sent = clipboard(page)
    assert sent.strip()
    assert [text for text in given if text not in sent] == []
    assert not set("〔〕[]") & set(sent)
    assert len(walker.actions) <= max(3, 2 + len(given)), walker.actions
    page.close()


def found(walker: Walker, situation: Mapping[str, Any]) -> None:
    """The page of the reply, by the first result and Enter, by another one or by the red line."""
    page, reply = walker.page, f"scripts/{situation['reply']}.html"
    page.locator("label.ask").tap()
    page.keyboard.type(situation["said"])
    if situation.get("danger"):
        walker.actions.append("search")
        walker.tap(page.locator(".danger__reply"))
    else:
        page.locator("li.answer").first.wait_for(timeout=LONG)
        walker.actions.append("search")
        link = page.locator("li.answer > a").first
        if str(link.get_attribute("href")).partition("?")[0].endswith(reply):
            page.keyboard.press("Enter")
        else:
            walker.tap(page.locator(f"li.answer > a[href*='{reply}']").first)
    page.wait_for_url(f"**/{reply}*")


def answered(walker: Walker, situation: Mapping[str, Any]) -> list[str]:
    """Ticked, filled and copied; gives what was filled in."""
    page = walker.page
    lines = page.locator(".reply .part")
    for at in situation.get("tick", ()):
        walker.tap(lines.nth(at).locator(".part__if"))
    line = lines.nth(situation["line"]) if "line" in situation else None
    if "paste" in situation:
        walker.paste(page.locator(".fills input:visible").first, situation["paste"])
        return [*situation["gives"]]
    fills: Mapping[str, str] = situation.get("fill", {})
    for name, text in fills.items():
        box = page.locator(f".fills input[name={name}]")
        blank = line.locator(f".blank[data-blank={name}]").first if line else box
        walker.type(box if box.is_visible() else blank, text, enter=True)
    if not fills:
        walker.tap(line.locator("[data-copy]") if line else page.locator(".reply .copy--reply"))
    return [*fills.values()]
