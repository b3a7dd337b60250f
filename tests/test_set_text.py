"""A set text reads like a string and still knows what the author wrote, what is a figure, a blank or a gap."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.design.templates import environment
from generator.edition import edition, editions
from generator.handbook.book import Book
from generator.labels import labels
from generator.playbook.load import load
from generator.playbook.model.record import Route, rewritten
from generator.playbook.model.shop import Fact
from generator.playbook.model.text import ANY, Text
from generator.printables import set_all
from generator.set_text import Part, SetText, Wording, joined, parts_of, set_parts
from tests.conftest import PLAYBOOKS, ROOT

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
        assert 'data-blank="name">〔称呼〕</span>' in book.jinja.filters["said"](blank)
        assert book.jinja.filters is not shared
    assert "said" not in shared


def test_what_reads_like_a_blank_is_none() -> None:
    text = parts_of("〔称呼〕")
    assert [part.kind for part in text] == ["plain"]


TEXTS = st.lists(
    st.one_of(
        WORDS,
        st.lists(st.sampled_from(["{days}", "{name}", "{gap}", "在 "])).map(
            lambda pieces: SetText(set_parts("".join(pieces), SAID, nothing), ("about", "title"))
        ),
    )
)


@given(TEXTS, WORDS, st.integers(-30, 30), st.integers(-30, 30))
def test_what_is_joined_and_cut_reads_as_plain_strings_do(
    texts: list[str], between: str, start: int, stop: int
) -> None:
    plain = [str.__str__(text) for text in texts]
    whole = joined(between, texts)
    for made, read in (
        (whole, between.join(plain)),
        (Wording(between).join(texts), between.join(plain)),
        (whole[start:stop], between.join(plain)[start:stop]),
        (whole.strip(), between.join(plain).strip()),
        (whole + between, between.join(plain) + between),
        (between + whole, between + between.join(plain)),
    ):
        assert made == read
        assert "".join(part.text for part in parts_of(made)) == read
    kinds = [part.kind for text in texts for part in parts_of(text) if part.kind != "plain"]
    assert [part.kind for part in whole.parts if part.kind != "plain"] == kinds


def test_our_own_words_keep_the_parts_of_what_is_put_into_them() -> None:
    days = SetText(set_parts("{days}", SAID, nothing), ("facts", 0, "say"))
    for said in (
        Wording("满 {} 后").format(days),
        Wording("满 {after} 后，{{{count:02}}}").format(after=days, count=3),
    ):
        assert isinstance(said, SetText)
        assert said.facts == {"days"}
        assert [(part.text, route) for part, route in said.written if part.kind == "fact"] == [
            ("7 天", ("facts", 0, "say"))
        ]
    assert Wording("{a} {{{b:02}}}").format(a="x", b=3) == "x {03}"
    assert isinstance(labels("zh").list_join, Wording)


@pytest.mark.parametrize("path", PLAYBOOKS, ids=lambda path: path.stem)
def test_a_sheet_knows_every_text_it_shows(path: Path) -> None:
    """A figure is put behind every text; wherever it comes out, the sheet must have seen it as a fact."""
    playbook = load(path).playbook
    assert playbook is not None
    mark = Fact(id="mark", value=1, unit="piece", say=Text({ANY: "◆"}), sample=True)
    raw = {("facts",), ("placeholders",), ("shop", "name")}

    def marked(text: Text, route: Route) -> str:
        if {route[:1], route[:2]} & raw:
            return text
        return Text({language: said + "{mark}" for language, said in text.said.items()})

    about = playbook.about.model_copy(update={"sample": False})
    changed = rewritten(playbook.model_copy(update={"about": about}), marked)
    changed = changed.model_copy(update={"facts": (*changed.facts, mark)})
    for page in set_all(editions(changed)):
        seen = [part for text in page.texts for part in text.parts if part.name == "mark"]
        stamped = "".join(run.text for run in page.stamp.runs)
        assert len(seen) == (page.html + stamped).count("◆"), page.sheet.id
        assert page.unset
        assert page.edition.labels.sheet.unset in page.html, page.sheet.id


def test_a_sheet_without_sample_figures_says_nothing_of_them() -> None:
    playbook = load(ROOT / "playbook.yaml").playbook
    assert playbook is not None
    named = playbook.shop.model_copy(update={"registered_name": Text({ANY: "A"})})
    whole = playbook.model_copy(update={"shop": named})
    assert not any(page.unset for page in set_all(editions(whole)))
