"""What happened? The flows and the calendar are drawn from the playbook’s own steps, and lead to where they are told."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from generator.edition import Edition, edition
from generator.handbook import drawn
from generator.handbook.drawn import wrapped
from generator.outlines.flow import Flow, Stop, calendar, flows
from generator.playbook.load import load
from tests.conftest import ROOT


def read(path: str, language: str) -> Edition:
    playbook = load(ROOT / path).playbook
    assert playbook
    return edition(playbook, language)


OUTSIDE = """() => [...document.querySelectorAll('.flow__box')].flatMap(box => {
    const frame = box.querySelector('rect').getBoundingClientRect();
    return [...box.querySelectorAll('tspan')].filter(line => {
        const at = line.getBoundingClientRect();
        return at.left < frame.left || at.right > frame.right || at.top < frame.top || at.bottom > frame.bottom + 1;
    }).map(line => line.textContent);
})"""
"""The lines that stick out of their box."""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", ["ways.html", "en/ways.html", "follow-ups.html", "en/follow-ups.html"])
def test_every_line_stands_in_its_box(browser: Browser, served: str, name: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{served}/{name}")
    assert page.locator(".flow__box").count() > 4
    assert page.evaluate(OUTSIDE) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.evaluate("document.querySelector('.flow__box tspan').textContent += ' and so on'.repeat(9)")
    assert len(page.evaluate(OUTSIDE)) == 1
    page.close()


def test_from_the_first_page_to_the_words_in_three_taps(page: Page) -> None:
    page.goto("index.html")
    page.get_by_role("link", name="有人投诉", exact=True).click()
    assert page.url.endswith("ways.html#complaint")
    page.locator("section", has=page.locator("#complaint")).get_by_role("link", name="超出权限").click()
    assert page.url.endswith("scripts/hand-over.html")
    page.go_back()
    page.get_by_role("link", name="先看：有没有人不舒服、受伤").click()
    assert page.url.endswith("ways.html#hurt")


def test_who_hears_a_flow_hears_it_in_order(page: Page) -> None:
    """A title, then all of it in a sentence, then the boxes as links, in the order they are drawn."""
    page.goto("en/ways.html")
    flow = page.locator("#complaint + .flow")
    assert flow.get_attribute("role") == "group"
    assert flow.locator("title").text_content() == "Somebody complains"
    said = flow.locator("desc").text_content() or ""
    assert said.startswith("1. First: is anybody unwell or hurt? 2. Hear them out 3. Say sorry")
    names = [" ".join(each.split()) for each in flow.locator(".flow__name").all_text_contents()]
    assert names[:3] == ["First: is anybody unwell or hurt?", "Hear them out", "Say sorry"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_words_are_the_playbook_s(language: str) -> None:
    shipped = read("playbook.yaml", language)
    by_id = {each.id: each for each in flows(shipped)}
    complaints = shipped.playbook.complaints
    assert complaints
    drawn_steps = [stage[0].name for stage in by_id["complaint"].stages[1:-1]]
    assert drawn_steps == [str(step.name) for step in complaints.steps]
    (_, after_receipt), (_, after_complaint) = calendar(shipped)
    assert [due.contact.id for due in after_receipt] == ["first", "second", "third"]
    assert after_receipt[0].days < after_receipt[1].days < after_receipt[2].days
    assert [due.contact.id for due in after_complaint] == ["after-complaint"]


def test_a_long_flow_is_drawn_in_parts_that_each_fit_a_sheet() -> None:
    parts = drawn.flow(
        read("playbook.yaml", "zh"), Flow("long", "Long", tuple((Stop(f"{n}"),) for n in range(40)))
    )
    assert len(parts) > 1
    assert all(part.high <= drawn.TALL for part in parts)
    assert sum(part.stages for part in parts) == 40
    assert parts[1].said.startswith(f"{parts[0].stages + 1}. ")


def test_no_line_begins_with_a_mark_that_closes() -> None:
    assert [*wrapped("一二三四，五六", 4)] == ["一二三四，", "五六"]
    assert [*wrapped("one two three", 4)] == ["one", "two", "three"]


def test_a_playbook_without_steps_has_no_such_page() -> None:
    assert [*flows(read("tests/playbooks/tiny.yaml", "zh"))] == []
