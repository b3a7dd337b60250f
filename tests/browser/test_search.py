"""Staff type what the customer just said and find the reply among the first three, online and from a stick."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

CHINESE = {
    "太贵了": "scripts/too-dear.html",
    "便宜点": "scripts/too-dear.html",
    "我再想想": "scripts/let-me-think.html",
    "快递到哪了": "scripts/where-is-parcel.html",
    "碎了": "scripts/damaged-on-arrival.html",
    "用完脸红": "scripts/skin-reaction.html",
    "是正品吗": "scripts/genuine.html",
    "怀孕能用吗": "scripts/pregnancy-allergy.html",
    "地址填错了": "scripts/change-address.html",
    "开发票": "scripts/invoice.html",
    "别再发了": "scripts/stop-messages.html",
    "tuihuo": "scripts/return-no-reason.html",
}
ENGLISH = {
    "too dear": "en/scripts/too-dear.html",
    "where is my parcel": "en/scripts/where-is-parcel.html",
    "genuine": "en/scripts/genuine.html",
    "wrong address": "en/scripts/change-address.html",
    "delete my data": "en/scripts/delete-my-data.html",
}


NOTHING_ASKED = r"""() => !/\d|没有|No /.test(document.querySelector('.md-search-result__meta').textContent)
    && !document.querySelector('li.md-search-result__item')"""
ANSWERED = r"""() => {
    const said = document.querySelector('.md-search-result__meta').textContent;
    return /没有|No /.test(said) || (/\d/.test(said) && document.querySelector('li.md-search-result__item'));
}"""


def found(page: Page, words: str) -> list[str]:
    """The addresses of the first three results, as the search box shows them."""
    box = page.locator("input.md-search__input")
    # The answer to the words before must have gone: on a slow machine it would be taken for this one's.
    box.fill("")
    box.dispatch_event("keyup")
    page.wait_for_function(NOTHING_ASKED, timeout=60_000)
    box.fill(words)
    box.dispatch_event("keyup")
    page.wait_for_function(ANSWERED, timeout=60_000)
    # A result is a page; further places on it are folded away below its first link.
    first = page.locator("li.md-search-result__item").evaluate_all(
        "items => items.slice(0, 3).map(item => item.querySelector('a').href)"
    )
    return [str(link).partition("?")[0] for link in first]


def opened(browser: Browser, url: str) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(url)
    page.locator("label[for=__search]").first.dispatch_event("click")
    return page


def missed(page: Page, wanted: Mapping[str, str | tuple[str, ...]]) -> dict[str, list[str]]:
    """The words for which none of the pages wanted is among the first results, with what was."""
    results = {words: found(page, words) for words in wanted}
    return {
        words: links
        for words, links in results.items()
        if not any(link.partition("#")[0].endswith(wanted[words]) for link in links)
    }


def test_chinese_phrases_find_their_item(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}/index.html")
    assert missed(page, CHINESE) == {}
    page.close()


def test_english_phrases_find_their_item(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}/en/index.html")
    assert missed(page, ENGLISH) == {}
    page.close()


@pytest.mark.parametrize(("language", "home"), [("zh", "index.html"), ("en", "en/index.html")])
def test_what_staff_type_in_the_middle_of_a_chat_finds_the_reply(
    browser: Browser, served: str, language: str, home: str
) -> None:
    typed = yaml.safe_load((Path(__file__).parent / "phrases.yaml").read_text("utf-8"))[language]
    wanted = {
        words: tuple(f"/scripts/{name}.html" for name in ([names] if isinstance(names, str) else names))
        for words, names in typed.items()
    }
    page = opened(browser, f"{served}/{home}")
    assert missed(page, wanted) == {}
    page.close()


def test_a_phrase_nobody_says_is_missed(browser: Browser, address: str) -> None:
    """The planted fault: the check above does notice."""
    page = opened(browser, f"{address}/index.html")
    assert missed(page, {"量子力学": "scripts/too-dear.html"})
    page.close()
