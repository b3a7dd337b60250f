"""A set text reads like a string and still knows what the author wrote, what is a figure, a blank or a gap."""

from __future__ import annotations

import copy
import pickle

from hypothesis import given
from hypothesis import strategies as st

from generator.design.templates import environment
from generator.edition import edition
from generator.handbook.book import Book
from generator.playbook.load import load
from generator.set_text import Part, SetText, parts_of, set_parts
from tests.conftest import ROOT

SAID = {"days": Part("fact", "7 天", "days"), "name": Part("blank", "〔称呼〕", "name")}
WORDS = st.text(st.characters(exclude_characters="{}"), max_size=8)


def nothing(_text: str) -> tuple[int, ...]:
    return ()


def test_a_text_is_its_parts_in_order() -> None:
    text = SetText(set_parts("{name}，{{请}}在{days}内{when}退。", SAID, nothing), ("scripts", 0, "zh"))
    assert text == "〔称呼〕，{请}在7 天内{when}退。"
    assert [(part.kind, part.text, part.name) for part in text.parts] == [
        ("blank", "〔称呼〕", "name"),
        ("plain", "，{请}在", ""),
        ("fact", "7 天", "days"),
        ("plain", "内", ""),
        ("gap", "{when}", "when"),
        ("plain", "退。", ""),
    ]
    assert text.facts == {"days"}


def test_a_space_where_yaml_folded_a_line_goes_from_the_part_it_is_in() -> None:
    text = SetText(set_parts("在 {days} 内", SAID, lambda whole: [whole.index(" ")]))
    assert text == "在7 天 内"
    assert [part.text for part in text.parts] == ["在", "7 天", " 内"]


@given(st.lists(st.one_of(WORDS, st.sampled_from(["{days}", "{name}", "{gap}", "{{", "}}"]))))
def test_a_text_is_what_its_parts_say_together(pieces: list[str]) -> None:
    text = SetText(set_parts("".join(pieces), SAID, nothing), ("about", "title"))
    assert "".join(part.text for part in text.parts) == text
    for same in (copy.deepcopy(text), pickle.loads(pickle.dumps(text))):
        assert (same, same.parts, same.route) == (text, text.parts, text.route)
    assert parts_of(str.__str__(text)) == (Part("plain", str.__str__(text)),)


def test_an_edition_keeps_parts_and_routes() -> None:
    playbook = load(ROOT / "playbook.yaml").playbook
    assert playbook is not None
    english = edition(playbook, "en").playbook
    index, script = next((at, each) for at, each in enumerate(english.scripts) if each.id == "greeting")
    say = script.reply[0].say
    assert isinstance(say, SetText)
    assert say.route == ("scripts", index, "reply", 0, "say", "en")
    assert {part.kind for part in say.parts} >= {"plain", "blank"}


def test_a_book_in_another_language_leaves_the_blanks_of_the_first_marked() -> None:
    """Filters once went into the environment all books share."""
    playbook = load(ROOT / "playbook.yaml").playbook
    assert playbook is not None
    books = [Book.of(edition(playbook, language), ()) for language in ("zh", "en")]
    shared = environment().filters
    blank = SetText(set_parts("{name}您好", SAID, nothing))
    for book in books:
        assert '<span class="blank">〔称呼〕</span>' in book.jinja.filters["said"](blank)
        assert book.jinja.filters is not shared
    assert "said" not in shared


def test_what_reads_like_a_blank_is_none() -> None:
    text = parts_of("〔称呼〕")
    assert [part.kind for part in text] == ["plain"]
