"""The marking aid in a real browser: it gives the scores of the key, says what to talk about, and keeps nothing."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.edition import Edition, editions
from generator.exports import marking
from generator.outlines.papers import PaperOutline, papers
from generator.playbook.load import load
from generator.playbook.model.questions import Match, Multi, Order, Single, TrueFalse
from generator.playbook.papers.marking import ends, points
from generator.playbook.papers.variants import Placed
from tests.conftest import ROOT

SHEETS = 1000


@pytest.fixture(scope="module")
def shop() -> Edition:
    playbook = load(ROOT / "tests/playbooks/quiz.yaml").playbook
    assert playbook
    return editions(playbook)[0]


@pytest.fixture
def aid(browser: Browser, shop: Edition, tmp_path: Path) -> Iterator[Page]:
    """The page from a folder; whatever it says to the console fails the test."""
    (file,) = marking.files(shop)
    (tmp_path / "marking.html").write_bytes(file.content())
    page = browser.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / "marking.html").as_uri())
    yield page
    assert said == []
    assert len(asked) == 1
    page.close()


def written(placed: Placed, chance: random.Random) -> str:
    """What somebody might write: right, wrong, nothing, or in another hand."""
    question = placed.question
    match question:
        case Single(options=options):
            said = chance.choice("ABCDEF"[: len(options)])
        case Multi(options=options):
            letters = "ABCDEF"[: len(options)]
            said = "、".join(chance.sample(letters, chance.randint(0, len(letters))))
        case TrueFalse():
            said = chance.choice("TF")
        case Match(left=left, right=right):
            said = "".join(chance.choice("ABCDEFGH"[: len(right)]) for _ in left)
        case Order(items=items):
            numbers = [str(number + 1) for number in range(len(items))]
            said = " ".join(chance.sample(numbers, len(numbers)))
        case _:
            said = chance.choice(["0", "0.5", "1", str(question.points), "99", "-1", "?"])
    right = placed.letters or placed.partners or "".join(map(str, placed.numbers))
    return chance.choice([said, said, right, said.lower(), ""])


def of_the_key(outline: PaperOutline, sheet: list[str]) -> dict[str, object]:
    """Points, wrong stars and result as Python reckons them."""
    asked = outline.variant.questions
    each = [points(placed, answer) for placed, answer in zip(asked, sheet, strict=True)]
    stars = [
        number
        for number, (placed, given) in enumerate(zip(asked, each, strict=True), 1)
        if outline.stars and placed.question.critical and given < placed.question.points
    ]
    band = ends(sum(each), len(stars), outline.marks, outline.slips)
    return {"each": each, "total": sum(each), "stars": stars, "band": band}


def test_a_thousand_sheets_get_the_scores_of_the_key(aid: Page, shop: Edition) -> None:
    chance = random.Random(12)
    there = [*papers(shop)]
    sheets = [
        (place, [written(placed, chance) for placed in there[place].variant.questions])
        for place in (chance.randrange(len(there)) for _ in range(SHEETS))
    ]
    found = aid.evaluate(
        "sheets => sheets.map(([at, sheet]) => window.marking.marked(window.marking.papers[at], sheet))",
        sheets,
    )
    expected = [of_the_key(there[place], sheet) for place, sheet in sheets]
    assert found == expected
    assert len({each["band"] for each in found}) >= 2


def test_what_is_typed_says_result_themes_and_what_to_talk_about(aid: Page, shop: Edition) -> None:
    outline = papers(shop)[0]
    aid.locator("#name").fill("小张")
    aid.locator("#day").fill("2026-11-28")
    for place, placed in enumerate(outline.variant.questions):
        right = placed.letters or placed.partners or "".join(map(str, placed.numbers))
        answer = "T" if isinstance(placed.question, TrueFalse) and placed.question.answer else "F"
        if not isinstance(placed.question, TrueFalse):
            answer = right or str(placed.question.points)
        aid.locator("#rows input").nth(place).fill(answer)
    words, own = shop.labels.paper.key, shop.labels.exports.marking
    assert aid.locator("#band").inner_text() == words.passed
    assert aid.locator("#talk li").count() == 0
    line = aid.locator("#line").inner_text()
    assert line.startswith(f"2026-11-28 · 小张 · {outline.head.title} · {outline.head.variant}")
    assert own.stars_right in line
    assert line.endswith(own.wrong.format("0"))

    place = next(at for at, each in enumerate(outline.variant.questions) if isinstance(each.question, Single))
    placed = outline.variant.questions[place]
    wrong = next(letter for letter in "ABC" if letter != placed.letters)
    aid.locator("#rows input").nth(place).fill(wrong)
    option = placed.question.options[placed.order["ABC".index(wrong)]]
    assert str(option.why) in aid.locator("#talk li").inner_text()
    assert placed.letters in aid.locator("#rows tr").nth(place).inner_text()
    assert aid.locator("#line").inner_text().endswith(own.wrong.format(place + 1))


def test_the_next_sheet_begins_empty_and_nothing_is_kept(aid: Page) -> None:
    aid.locator("#paper").select_option(index=1)
    chosen = aid.locator("#paper").input_value()
    aid.locator("#name").fill("小张")
    aid.locator("#rows input").first.fill("A")
    aid.keyboard.press("Enter")
    assert aid.evaluate("[...document.querySelectorAll('#rows input')].indexOf(document.activeElement)") == 1
    aid.locator("[type=reset]").click()
    aid.wait_for_function("!document.querySelector('#rows input').value")
    assert aid.locator("#paper").input_value() == chosen
    assert aid.locator("#name").input_value() == ""
    assert aid.locator("#result").is_hidden()
    assert aid.evaluate("localStorage.length + sessionStorage.length") == 0


def test_the_aid_is_the_trainers_alone(shop: Edition) -> None:
    assert {file.folder for file in marking.files(shop)} == {"trainer"}
