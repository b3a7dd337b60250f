"""Whoever types, pastes or dictates that somebody may be hurt sees what to do before anything else."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

LISTS = yaml.safe_load((Path(__file__).parent / "danger.yaml").read_text("utf-8"))
HOME = {"zh": "index.html", "en": "en/index.html"}
RAISED = "all => all.filter(said => Boolean(window.redFlags.raised(said)))"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_way_of_saying_it_raises_the_alarm(browser: Browser, served: str, language: str) -> None:
    page = opened(browser, f"{served}/{HOME[language]}")
    said = LISTS["danger"][language]
    assert len(said) >= 200
    assert set(said) - set(page.evaluate(RAISED, said)) == set()
    page.close()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_said_every_day_does_not(browser: Browser, served: str, language: str) -> None:
    page = opened(browser, f"{served}/{HOME[language]}")
    typed = yaml.safe_load((Path(__file__).parent / "phrases.yaml").read_text("utf-8"))[language]
    every_day = [said for said, names in typed.items() if "skin-reaction" not in names]
    assert len(LISTS["ordinary"][language]) >= 120
    assert page.evaluate(RAISED, LISTS["ordinary"][language] + every_day) == []
    page.close()


def test_a_customer_may_write_in_another_language_than_the_page(browser: Browser, served: str) -> None:
    for language, other in (("zh", "en"), ("en", "zh")):
        page = opened(browser, f"{served}/{HOME[language]}")
        said = LISTS["danger"][other]
        assert set(said) - set(page.evaluate(RAISED, said)) == set()
        page.close()


@pytest.mark.parametrize("said", ["yundao le", "wo mama wushi le", "jin yanjing le", "zhaohuo"])
def test_short_pinyin_is_heard_between_whole_syllables(browser: Browser, served: str, said: str) -> None:
    page = opened(browser, f"{served}/{HOME['zh']}")
    assert page.evaluate(RAISED, [said]) == [said]
    page.close()


def test_within_an_english_word_no_short_pinyin_is_heard(browser: Browser, served: str) -> None:
    page = opened(browser, f"{served}/{HOME['zh']}")
    assert page.evaluate(RAISED, ["wushing brand", "a zishafix"]) == []
    page.close()


@pytest.mark.parametrize(
    ("language", "said", "does"),
    [
        ("zh", "我用完喘不上气了", "120"),
        ("zh", "有人觸電了", "120"),
        ("en", "she cant breath", "120"),
        ("en", "Ther's a fire in the stock room", "119"),
    ],
)
def test_the_line_stands_above_all_results(
    browser: Browser, address: str, language: str, said: str, does: str
) -> None:
    page = opened(browser, f"{address}/{HOME[language]}")
    page.locator("label.ask").click()
    page.keyboard.type(said)
    line = page.locator(".danger")
    line.wait_for()
    assert does in line.inner_text()
    page.locator("li.md-search-result__item").first.wait_for(timeout=60_000)
    assert line.bounding_box()["y"] < page.locator(".md-search-result").bounding_box()["y"]
    line.locator("a").first.click()
    page.wait_for_url("**/complaints.html#*")
    page.close()


def test_text_without_a_key_is_searched_and_heard(browser: Browser, address: str) -> None:
    """As it comes from a long press and paste, from dictation, from an input method."""
    page = opened(browser, f"{address}/{HOME['zh']}")
    page.locator("label.ask").click()
    page.keyboard.insert_text("快递到哪了")
    page.locator("li.md-search-result__item").first.wait_for(timeout=60_000)
    assert page.locator(".danger").count() == 0
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text("脸腫得睁不开眼")
    page.locator(".danger").wait_for()
    page.locator("button[type=reset]").click()
    page.locator(".danger").wait_for(state="detached")
    page.close()


def test_it_leads_to_what_is_said_to_the_customer(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}/{HOME['zh']}")
    page.locator("label.ask").click()
    page.keyboard.insert_text("嘴唇肿了")
    page.locator(".danger__reply").click()
    page.wait_for_url("**/scripts/skin-reaction.html")
    page.close()


def opened(browser: Browser, url: str) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(url)
    return page
