"""Staff type what the customer just said and find the reply among the first three, online and from a stick."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from pathlib import Path
from typing import Any

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
HOMES = (("zh", "index.html"), ("en", "en/index.html"))
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


def looked_up(page: Page, queries: Mapping[str, str | list[str]]) -> dict[str, int]:
    """At which place each query finds its page, asked of what answers the search box; 99 if it does not."""
    wanted = {
        words: [
            name if "." in name else f"scripts/{name}.html"
            for name in ([names] if isinstance(names, str) else names)
        ]
        for words, names in queries.items()
    }
    page.evaluate("document.querySelector('.md-search__input').focus()")
    page.wait_for_function("() => window.handbookIndex", timeout=60_000)
    return dict(
        page.evaluate(
            """wanted => {
                const find = window.finder(window.handbookIndex);
                const page = ({ doc }) => window.handbookIndex.docs[doc][0].split("#")[0];
                return Object.entries(wanted).map(([words, pages]) => {
                    const at = find(words).findIndex(each => pages.includes(page(each)));
                    return [words, at < 0 ? 99 : at + 1];
                });
            }""",
            wanted,
        )
    )


def listed(name: str, language: str) -> Any:
    """Under a language, or a half, of a list: the pages that answer, by what is asked."""
    return yaml.safe_load((Path(__file__).parent / name).read_text("utf-8"))[language]


@pytest.mark.parametrize(("language", "home"), HOMES)
def test_what_staff_type_in_the_middle_of_a_chat_finds_the_reply(
    page: Page, language: str, home: str
) -> None:
    page.goto(home)
    places = looked_up(page, listed("phrases.yaml", language))
    assert {words: at for words, at in places.items() if at > 3} == {}


@pytest.mark.parametrize(("language", "home"), HOMES)
def test_what_nobody_tuned_on_finds_its_page(page: Page, language: str, home: str) -> None:
    """The second half. Its first run gave 78 % (zh) and 79 % (en) among the first three, and 55 % and 57 % as the first;
    then words with one meaning, the part of a page within its page, and further names were added, each as a kind."""
    page.goto(home)
    places = looked_up(page, listed("unseen.yaml", language))
    assert len(places) > 100
    missed = {words: at for words, at in places.items() if at > 3}
    assert len(missed) <= 0.05 * len(places), missed
    assert sum(at == 1 for at in places.values()) >= 0.8 * len(places)


@pytest.mark.parametrize(("language", "home"), HOMES)
def test_how_colleagues_put_it_finds_the_right_page(page: Page, language: str, home: str) -> None:
    """Before: 58 % (zh) and 35 % (en) first, 80 % and 55 % among the first three, of the first half. The second half, run
    once after that one was mended: 86.7 % and 81.7 % first, 95 % and 93.3 % among three. Both are held to the goal now."""
    page.goto(home)
    for half in ("first", "second"):
        places = looked_up(page, listed("fresh.yaml", half)[language])
        assert len(places) == 60
        missed = {words: at for words, at in places.items() if at > 3}
        assert len(missed) <= 0.05 * len(places), missed
        assert sum(at == 1 for at in places.values()) >= 0.8 * len(places)


def test_what_strangers_type_in_english_finds_its_page(page: Page) -> None:
    """Before: 26 of 40 first and 32 among the first three of the half that was mended, 27 and 34 of the other one. That
    one was run once after the mending and gave 25 and 34: a stranger's own words are found in 85 % of cases, not 95."""
    page.goto("en/index.html")
    for half, first, three in (("first", 32, 38), ("second", 24, 34)):
        places = looked_up(page, listed("strangers.yaml", half))
        assert len(places) == 40
        missed = {words: at for words, at in places.items() if at > 3}
        assert len(places) - len(missed) >= three, missed
        assert sum(at == 1 for at in places.values()) >= first


@pytest.mark.parametrize(("language", "home"), HOMES)
def test_an_answer_takes_no_time(page: Page, language: str, home: str) -> None:
    """30 ms on the shipped playbook, each asked for the first time; three times that on a machine with much else to do."""
    page.goto(home)
    queries = [*listed("unseen.yaml", language)]
    page.evaluate("document.querySelector('.md-search__input').focus()")
    page.wait_for_function("() => window.handbookIndex", timeout=60_000)
    took = page.evaluate(
        """queries => {
            const find = window.finder(window.handbookIndex);
            find(queries.shift());
            return queries.map(each => {
                const begun = performance.now();
                find(each);
                return performance.now() - begun;
            }).sort((one, other) => one - other)[Math.floor(queries.length * 0.9)];
        }""",
        queries,
    )
    assert took < 90


def test_the_index_is_small_and_holds_nothing_of_the_owners_pages(site: Path) -> None:
    for home, most in (("", 250_000), ("en", 100_000)):
        index = (site / home / "search/index.js").read_bytes()
        assert len(gzip.compress(index)) < most
        assert b'"owner/' not in index


def test_a_phrase_nobody_says_is_missed(browser: Browser, address: str) -> None:
    """The planted fault: the check above does notice."""
    page = opened(browser, f"{address}/index.html")
    assert missed(page, {"量子力学": "scripts/too-dear.html"})
    page.close()
