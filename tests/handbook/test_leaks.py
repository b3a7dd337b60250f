"""Nothing of a graded question stands in the site; whatever is planted there is found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator import build, delivery
from generator.leaks import Leak, leaks
from generator.starter import TRADES, starter
from tests.conftest import ROOT, Printed

QUIZ = ROOT / "tests/playbooks/quiz.yaml"


@cache
def bakery() -> build.Made:
    return build.site(QUIZ)


def put(folder: Path, page: str = "", made: build.Made | None = None) -> Path:
    """The pages of the bakery, or of another shop, and one more."""
    made = made or bakery()
    for edition in made.editions:
        for each in made.pages(edition):
            path = folder / ("" if edition.first else edition.language) / each.uri
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(each.html, "utf-8")
    (folder / "planted.html").write_text(page, "utf-8")
    return folder


def test_the_pages_of_the_bakery_hold_none(tmp_path: Path) -> None:
    assert [*leaks(bakery(), put(tmp_path))] == []


@pytest.mark.parametrize(
    ("trade", "language"),
    [
        ("food", "zh"),
        *(
            pytest.param(trade, language, marks=pytest.mark.slow)
            for trade in TRADES
            for language in ("zh", "en")
            if (trade, language) != ("food", "zh")
        ),
    ],
)
def test_no_shop_begins_with_any(tmp_path: Path, trade: str, language: str) -> None:
    for name, text in starter(trade, language, "team", date(2026, 11, 28)).items():
        (tmp_path / "shop" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "shop" / name).write_text(text, "utf-8")
    made = build.site(tmp_path / "shop/playbook.yaml")
    found = [*leaks(made, put(tmp_path / "site", made=made))]
    assert [(each.file, each.question, each.what) for each in found] == []


def test_the_shipped_handbook_holds_none(site: Path, printed: Callable[[Path], Printed]) -> None:
    found = [*leaks(printed(ROOT / "playbook.yaml").made, site)]
    assert [(each.file, each.question, each.what) for each in found] == []


@pytest.mark.parametrize(
    ("page", "question", "what"),
    [
        ('<p id="q-late">x</p>', "q-late", "id"),
        ('<a href="page.html#q-late">x</a>', "q-late", "id"),
        ("<p>你正在装箱，<b>顾客</b>进门了。\n你先做什么？</p>", "q-late", "text"),
        ("<p>对方不知道有没有人理。</p>", "q-late", "text"),
        ("<p>A 装完这一箱再抬头 B 抬头问好，请对方稍等 C 喊同事出来招呼</p>", "q-late", "options"),
    ],
)
def test_what_is_planted_is_found(tmp_path: Path, page: str, question: str, what: str) -> None:
    found = [(each.file, each.question, each.what) for each in leaks(bakery(), put(tmp_path, page))]
    assert found == [("planted.html", question, what)]


def test_a_row_of_answers_and_a_file_of_the_trainers_are_found(tmp_path: Path) -> None:
    from generator.outlines.papers import papers

    outline = papers(bakery().editions[0])[0]
    key = "".join(placed.letters for placed in outline.variant.questions)
    folder = put(tmp_path, f"<p>{key}</p>")
    (folder / "counter.gift.txt").write_text("", "utf-8")
    assert {each.what for each in leaks(bakery(), folder)} == {"key", "file"}


@pytest.mark.parametrize(
    "page", ["<p>抬头问好，请对方稍等</p>", "<p>q-late is an example</p>", "<p>ABBACABBACABBA</p>"]
)
def test_a_rule_in_the_words_of_one_option_is_none(tmp_path: Path, page: str) -> None:
    assert [*leaks(bakery(), put(tmp_path, page))] == []


def test_nothing_is_let_out_that_gives_answers_away(tmp_path: Path) -> None:
    def fill(into: Path) -> None:
        put(into, "<p>对方不知道有没有人理。</p>")

    with pytest.raises(Leak):
        delivery._put(bakery(), tmp_path / "site", lambda into: delivery._sealed(bakery(), fill, into))
    assert not (tmp_path / "site").exists()
