"""The search index: pairs of Chinese characters, other names, sounds."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from generator.handbook.entries import entries, words
from generator.handbook.search import findable, written
from generator.output import Content, Entry, Heading, Page


def found(title: str, text: str = "", *keywords: str) -> dict[str, Any]:
    entry = Entry(title, "", words(text), (title, *keywords), 1, words(text)[:160])
    (made,) = findable(Page("a.html", title, lambda: Content(text, entries=(entry,))))
    return made


def test_chinese_is_held_as_pairs_and_never_as_single_characters() -> None:
    names = found("太贵了", "", "打折").get("names", "").split()
    assert {"太贵", "贵了", "打折"} <= set(names)
    assert not any(len(word) == 1 for word in names)


def test_a_single_character_is_the_beginning_of_some_word() -> None:
    assert any(word.startswith("贵") for word in found("顾客嫌贵")["names"].split())


def test_aliases_are_found_by_how_they_sound() -> None:
    assert {"kanjia", "kj", "taiguile"} <= set(found("太贵了", "", "砍价")["names"].split())


def test_words_of_the_text_are_found_and_its_tags_are_not() -> None:
    assert found("x", "<p>选错 SKU 了</p>")["words"].split()[:2] == ["选错", "错\u2060"]
    assert "p" not in found("x", "<p>选错 SKU 了</p>")["words"].split()
    assert "sku" in found("x", "<p>选错 SKU 了</p>")["words"].split()


def test_english_words_stay_whole_and_lose_their_marks() -> None:
    assert {"don't", "hurry", "postage"} <= set(found("Don't hurry!", "", "(postage)")["names"].split())


def test_a_dictionary_that_is_installed_by_chance_changes_nothing() -> None:
    cut, whole = (
        [*written([{"location": "a.html", "title": title, "text": text}])]
        for title, text in (("太\u200b贵了", "<p>慢慢\u200b选</p>"), ("太贵了", "<p>慢慢选</p>"))
    )
    assert cut == whole


def test_a_hand_written_heading_is_found_without_its_markup() -> None:
    (doc,) = written([{"location": "a.html#b", "title": "<code>playbook.yaml</code>", "text": "<p>x</p>"}])
    assert doc["title"] == "playbook.yaml"
    assert {"playbook", "yaml"} <= set(doc["names"].split())


def test_a_page_stands_behind_its_parts() -> None:
    page, part = {"location": "norms.html"}, {"location": "norms.html#greet"}
    docs = [*written([{**each, "title": "规范", "text": "", "boost": 2} for each in (page, part)])]
    assert docs[0]["boost"] < docs[1]["boost"]
    headings = [Heading(1, "规范", "_1"), Heading(2, "问好", "greet")]
    whole, greet = entries('<h1 id="_1">规范</h1><h2 id="greet">问好</h2>', headings, {}, 2)
    assert whole.weight < greet.weight


def test_an_entry_has_the_words_below_its_heading_and_no_others() -> None:
    html = '<h1 id="_1">A</h1><p>one</p><h2 id="b">B</h2><p>two</p><p data-search-exclude>not</p><p>three</p>'
    page, part = entries(html, [Heading(1, "A", "_1"), Heading(2, "B", "b")], {"b": ("other",)}, 1)
    assert (page.anchor, page.words, page.names) == ("", "one", ("A",))
    assert (part.anchor, part.words, part.names) == ("b", "two three", ("B", "other"))


def test_what_stands_side_by_side_does_not_grow_together() -> None:
    assert words("<dt>版本</dt><dd>1.0</dd><span>agent</span><a>Script</a>") == "版本 1.0 agent Script"
    assert words('<p>请<span class="blank">〔同事〕</span>来定</p>') == "请〔同事〕来定"


def test_a_page_that_only_leads_to_others_is_not_found() -> None:
    assert entries('<h1 id="_1">A</h1>', [Heading(1, "A", "_1")], {}, 0) == ()


def test_what_is_shown_below_a_title_stays_harmless() -> None:
    assert found("x", "<p>a &lt;b&gt; &amp; c</p>")["text"] == "a &lt;b&gt; &amp; c"


@given(some.text(alphabet="太贵了嫌 aB,，。<&", max_size=30))
def test_any_title_can_be_found(title: str) -> None:
    made = found(title, title)
    assert "<" not in made["names"] + made["words"]
