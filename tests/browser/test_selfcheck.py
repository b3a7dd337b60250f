"""The self-check in a real browser: an answer is judged at once, by mouse and by keyboard, and remembered here alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from generator.edition import editions
from generator.outlines.asked import Asked
from generator.outlines.practice import practice
from generator.playbook.load import load
from tests.conftest import ROOT

Answer = Callable[[Page, Locator, Asked], None]
EVERY = [False, pytest.param(True, marks=pytest.mark.slow)]
"""One question of each kind, or all of them."""


@pytest.fixture(scope="module")
def asked() -> dict[str, list[Asked]]:
    """The questions of the self-check by language, in the order of the page."""
    playbook = load(ROOT / "playbook.yaml").playbook
    assert playbook
    return {edition.language: [*practice(edition)] for edition in editions(playbook)}


def chosen(questions: list[Asked], every: bool) -> Iterator[Asked]:
    """All questions, or the first of each kind."""
    kinds: set[str] = set()
    for question in questions:
        if every or question.kind not in kinds:
            kinds.add(question.kind)
            yield question


def pointed(_page: Page, form: Locator, question: Asked) -> None:
    match question.kind:
        case "single" | "truefalse":
            form.locator("label").nth(question.right[0]).click()
        case "multi":
            for place in question.right:
                form.locator("label").nth(place).click()
            form.locator("[type=submit]").click()
        case "open":
            form.locator("[type=submit]").click()
            form.locator("[data-judge=right]").click()
        case _:
            filled(form, question)
            form.locator("[type=submit]").click()


def filled(form: Locator, question: Asked) -> None:
    for place, accepted in enumerate(question.gaps):
        form.locator("input[type=text]").nth(place).fill(accepted[-1])
    for place, (_, partner) in enumerate(question.pairs):
        form.locator("select").nth(place).select_option(label=partner)
    for place, number in enumerate(question.shown):
        form.locator("select").nth(place).select_option(label=str(number + 1))


def typed(page: Page, form: Locator, question: Asked) -> None:
    """Without a mouse: Tab and the arrows lead there, the space bar chooses, Enter asks."""
    match question.kind:
        case "single" | "truefalse":
            form.locator("input").first.focus()
            page.keyboard.press("Space")
            for _ in range(question.right[0]):
                page.keyboard.press("ArrowDown")
            assert form.locator(".quiz__said").text_content() == "", "looking around is no answer"
            page.keyboard.press("Enter")
        case "multi":
            form.locator("input").first.focus()
            for place in range(len(question.options)):
                if place in question.right:
                    page.keyboard.press("Space")
                page.keyboard.press("Tab")
            page.keyboard.press("Enter")
        case "open":
            form.locator("[type=submit]").focus()
            page.keyboard.press("Enter")
            form.locator("[data-judge=right]").focus()
            page.keyboard.press("Space")
        case _:
            filled(form, question)
            form.locator("[type=submit]").focus()
            page.keyboard.press("Enter")


@pytest.mark.parametrize("every", EVERY)
@pytest.mark.parametrize(("language", "answer"), [("zh", pointed), ("en", typed)])
def test_a_right_answer_is_called_right(
    page: Page, asked: dict[str, list[Asked]], language: str, answer: Answer, every: bool
) -> None:
    page.goto(f"{'' if language == 'zh' else 'en/'}self-check.html")
    for question in chosen(asked[language], every):
        form = page.locator(f"#{question.id}")
        answer(page, form, question)
        assert form.get_attribute("data-result") == "right", question.id
        assert form.locator(".quiz__said").inner_text().strip()
        assert form.locator("details").get_attribute("open") is not None


@pytest.mark.parametrize("every", EVERY)
def test_a_wrong_answer_says_why_and_where_it_stands(
    page: Page, asked: dict[str, list[Asked]], every: bool
) -> None:
    page.goto("self-check.html")
    for question in chosen([each for each in asked["zh"] if each.kind == "single"], every):
        form = page.locator(f"#{question.id}")
        for place, option in enumerate(question.options):
            if not option.right:
                form.locator("label").nth(place).click()
                assert form.get_attribute("data-result") == "wrong"
                assert option.why in form.locator(".quiz__said").inner_text()
        assert question.options[question.right[0]].text in form.locator("details").inner_text()
        assert form.locator("details a").count() == len(question.sources)


def test_from_a_stick_what_was_right_comes_again_another_day(browser: Browser, site: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site.as_uri()}/self-check.html")
    forms = page.locator("form.quiz[data-kind=single]")
    stand = page.locator(".practice__stand")
    before = int(stand.inner_text().split("练")[1].split("题")[0])
    forms.first.locator("[data-right]").click()
    page.locator("[data-few='5']").click()
    assert page.locator("form.quiz:visible").count() == 5
    page.reload()
    assert int(stand.inner_text().split("练")[1].split("题")[0]) == before - 1
    kept = page.evaluate("Object.values(JSON.parse(localStorage.getItem('selfcheck')))")
    assert [each["box"] for each in kept] == [1]
    context.close()


def test_without_our_script_each_question_has_its_answer_folded_below(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/self-check.html")
    form = page.locator("form.quiz").first
    form.locator("summary").click()
    assert form.locator("details b").first.is_visible()
    assert not page.locator("[data-practice]").is_visible()
    context.close()
