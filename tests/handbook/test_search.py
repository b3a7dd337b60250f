"""The search index: pairs of Chinese characters, other names, sounds."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from generator.handbook.search import by_location, made_findable
from generator.output import Page


def index_of(*docs: dict[str, str]) -> dict[str, Any]:
    return {
        "config": {"lang": ["en"], "separator": " ", "pipeline": ["stemmer"], "fields": {}},
        "docs": [*docs],
    }


def found(title: str, text: str = "", *keywords: str) -> dict[str, Any]:
    doc = {"location": "a.html", "title": title, "text": text}
    made: dict[str, Any] = made_findable(index_of(doc), {"a.html": keywords})["docs"][0]
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
    cut = found("太\u200b贵了", "<p>慢慢\u200b选</p>")
    assert cut == found("太贵了", "<p>慢慢选</p>")


def test_a_page_stands_behind_its_parts() -> None:
    page = {"location": "norms.html", "title": "规范", "text": "", "boost": 2}
    part = {"location": "norms.html#greet", "title": "问好", "text": "", "boost": 2}
    made = made_findable(index_of(page, part), {})["docs"]
    assert made[0]["boost"] < made[1]["boost"]


def test_what_is_shown_below_a_title_stays_harmless() -> None:
    assert found("x", "<p>a &lt;b&gt; &amp; c</p>")["text"] == "a &lt;b&gt; &amp; c"


def test_keywords_are_known_by_the_address_of_page_and_part() -> None:
    page = Page("scripts/a.md", "A", "", keywords={"": ("x",), "b": ("y",)})
    assert by_location([page]) == {"scripts/a.html": ("x",), "scripts/a.html#b": ("y",)}


@given(some.text(alphabet="太贵了嫌 aB,，。<&", max_size=30))
def test_any_title_can_be_found(title: str) -> None:
    made = found(title, title)
    assert "<" not in made["names"] + made["words"]
