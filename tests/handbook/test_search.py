"""The search index: pairs of Chinese characters, other names, sounds, words with one meaning."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from generator.handbook import search
from generator.handbook.entries import entries, words
from generator.handbook.search import findable, index, stem, written
from generator.output import Content, Entry, Heading, Page

FINDER = Path(search.__file__).parent / "overrides/assets/finder.js"


def made(
    title: str, text: str = "", *keywords: str, same: tuple[tuple[str, ...], ...] = ()
) -> dict[str, Any]:
    entry = Entry(title, "", words(text), (title, *keywords), 1, words(text)[:160])
    return read(index(findable(Page("a.html", title, lambda: Content(text, entries=(entry,)))), same))


def read(script: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(script.removeprefix("window.handbookIndex = ").removesuffix(";\n"))
    return found


def test_chinese_is_held_as_pairs() -> None:
    assert {"太贵", "贵了", "打折"} == set(made("太贵了", "", "打折")["names"])


def test_a_name_is_compared_by_itself() -> None:
    """The first phrase is the title, the second one another name; both lead to the one result."""
    found = made("太贵了", "", "太贵")
    assert found["phrases"] == [0, 0]
    assert found["names"] == {"太贵": "0 1", "贵了": "0"}


def test_how_characters_sound_is_said_once() -> None:
    found = made("太贵了", "", "砍价")
    assert "砍" in found["sounds"]["kan"]
    assert found["simple"]["貴"] == "贵"
    assert made("着火")["spoken"] == {"着火": "zhaohuo"}
    assert made("Too dear")["sounds"] == {}


def test_words_of_the_text_are_found_and_its_tags_are_not() -> None:
    assert {"选错", "sku"} == set(made("x", "<p>选错 SKU 了</p>")["words"]) - {"了"}


def test_little_words_say_nothing_of_a_text_but_belong_to_a_phrase() -> None:
    found = made("坏了的", "<p>坏了的</p>")
    assert set(found["words"]) == set()
    assert set(found["names"]) == {"坏了", "了的"}


def test_a_word_is_held_without_its_ending() -> None:
    forms = ("return", "returns", "returned", "returning", "return's")
    assert {stem(word) for word in forms} == {"return"}
    assert stem("shipped") == stem("shipping") == stem("ship")
    assert stem("companies") == stem("company")
    short = {"is", "it", "was", "bed", "gas"}
    assert {stem(word) for word in short} == short


def test_the_browser_cuts_a_word_as_the_index_does() -> None:
    """The two say it in one pattern, letter for letter."""
    ours, theirs = Path(search.__file__).read_text("utf-8"), FINDER.read_text("utf-8")
    for pattern in ("'s?$", "(?:ies|ied|y)$", "(?:ings?|ed|es|s|e|ers?|ly|ment)$", "([^aeiouls])\\1$"):
        assert pattern in ours
        assert pattern in theirs


def test_what_means_the_same_is_written_down_in_one_word() -> None:
    same = (("邮费", "运费"), ("postage", "shipping fee"))
    assert set(made("谁出运费", same=same)["names"]) == set(made("谁出邮费", same=same)["names"])
    assert set(made("The Shipping fee", same=same)["names"]) == {"the", stem("postage")}
    assert made("shipping fees", same=same)["names"].keys() == {stem("shipping"), stem("fees")}


def test_english_words_stay_whole_and_lose_their_marks() -> None:
    assert {"don't", stem("hurry"), stem("postage")} <= set(made("Don’t hurry!", "", "(postage)")["names"])


def test_a_dictionary_that_is_installed_by_chance_changes_nothing() -> None:
    cut, whole = (
        [*written([{"location": "a.html", "title": title, "text": text}])]
        for title, text in (("太\u200b贵了", "<p>慢慢\u200b选</p>"), ("太贵了", "<p>慢慢选</p>"))
    )
    assert cut == whole


def test_a_hand_written_heading_is_found_without_its_markup() -> None:
    (doc,) = written([{"location": "a.html#b", "title": "<code>playbook.yaml</code>", "text": "<p>x</p>"}])
    assert doc.entry.title == "playbook.yaml"


def test_the_owners_pages_are_not_among_the_results() -> None:
    assert [*written([{"location": "owner/print.html", "title": "x", "text": ""}])] == []


def test_a_page_stands_behind_its_parts() -> None:
    page, part = {"location": "norms.html"}, {"location": "norms.html#greet"}
    docs = [*written([{**each, "title": "规范", "text": "", "boost": 2} for each in (page, part)])]
    assert docs[0].entry.weight < docs[1].entry.weight
    headings = [Heading(1, "规范", "_1"), Heading(2, "问好", "greet")]
    whole, greet = entries('<h1 id="_1">规范</h1><h2 id="greet">问好</h2>', headings, {}, 2)
    assert whole.weight < greet.weight


def test_an_entry_has_the_words_below_its_heading_and_no_others() -> None:
    html = '<h1 id="_1">A</h1><p>one</p><h2 id="b">B</h2><p>two</p><p data-search-exclude>not</p><p>three</p>'
    page, part = entries(html, [Heading(1, "A", "_1"), Heading(2, "B", "b")], {"b": ("other",)}, 1)
    assert (page.anchor, page.words, page.names) == ("", "one", ("A",))
    assert (part.anchor, part.words, part.names) == ("b", "two three", ("B", "other", "A B"))


def test_what_stands_side_by_side_does_not_grow_together() -> None:
    assert words("<dt>版本</dt><dd>1.0</dd><span>agent</span><a>Script</a>") == "版本 1.0 agent Script"
    assert words('<p>请<span class="blank">〔同事〕</span>来定</p>') == "请〔同事〕来定"


def test_a_page_that_only_leads_to_others_is_not_found() -> None:
    assert entries('<h1 id="_1">A</h1>', [Heading(1, "A", "_1")], {}, 0) == ()


def test_what_is_shown_stays_harmless() -> None:
    assert made("<i>x", "<p>a &lt;b&gt; &amp; c</p>")["docs"] == [
        ["a.html", "&lt;i&gt;x", "a &lt;b&gt; &amp; c", 1]
    ]


@settings(deadline=None)
@given(some.text(alphabet="太贵了嫌 aB,，。<&", max_size=30))
def test_any_title_can_be_written_down(title: str) -> None:
    assert made(title, title)["phrases"] == [0]
