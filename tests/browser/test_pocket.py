"""The page of one role as it arrives on a colleague's phone: a file, opened by whatever opens it, with scripts or without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from generator import build
from generator.__main__ import main
from generator.edition import Edition
from generator.exports.pocket import Asked
from generator.exports.pocket import page as page_of
from tests.browser.copying import clipboard
from tests.conftest import ROOT

ROLE, UNTIL = "agent", date(2099, 1, 31)
SHORT = 8


@cache
def editions() -> tuple[Edition, ...]:
    return build.site(ROOT / "playbook.yaml", only=()).editions


def put(folder: Path, *, until: date = UNTIL, limits: bool = False, language: int = 0) -> str:
    path = folder / "page.html"
    path.write_text(page_of(editions()[language], Asked(ROLE, until, limits)), "utf-8")
    return path.as_uri()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 360, "height": 800}, permissions=["clipboard-read", "clipboard-write"]
    )
    opened = context.new_page()
    yield opened
    context.close()


def test_it_finds_and_copies_and_asks_nobody_for_anything(phone: Page, tmp_path: Path) -> None:
    wrong: list[str] = []
    phone.on("console", lambda said: wrong.append(said.text))
    phone.on("pageerror", lambda error: wrong.append(str(error)))
    phone.on("request", lambda asked: wrong.append(asked.url) if not asked.url.startswith("file:") else None)
    phone.goto(put(tmp_path))
    phone.locator("#find input").click()
    phone.keyboard.type("太贵")
    shown = phone.locator("details.script:visible")
    assert 0 < shown.count() < 10
    shown.first.locator("summary").click()
    line = shown.first.locator(".line").first
    line.locator("button").click()
    expect(phone.locator("#said")).not_to_be_empty()
    assert clipboard(phone) == line.locator(".say").text_content()
    phone.locator("#find input").fill("qqqq")
    expect(phone.locator("#find p")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    assert wrong == []


def test_without_scripts_all_stands_there_to_be_selected(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(put(tmp_path))
    assert page.locator("button, input").count() == 0
    one = page.locator("details.script").first
    one.locator("summary").click()
    say = one.locator(".say").first
    expect(say).to_be_visible()
    assert say.evaluate("(it) => getComputedStyle(it).userSelect") == "text"
    context.close()


def test_it_says_until_when_it_holds_and_that_it_is_over(phone: Page, tmp_path: Path) -> None:
    phone.goto(put(tmp_path))
    expect(phone.locator("#valid")).to_contain_text("2099年1月31日")
    expect(phone.locator("#valid")).to_contain_text("1.0")
    assert phone.locator("#valid.valid--over").count() == 0
    phone.goto(put(tmp_path, until=date(2020, 1, 1)))
    expect(phone.locator("#valid.valid--over")).to_contain_text("过期")


@pytest.mark.parametrize("language", [0, 1])
def test_limits_and_remedies_stand_on_it_only_if_they_are_asked_for(language: int) -> None:
    edition = editions()[language]
    book = edition.playbook
    assert book.complaints is not None
    inner = [each.offer for each in book.complaints.remedies] + [each.matter for each in book.authority]
    inner = [squeezed(each) for each in inner if len(squeezed(each)) >= SHORT]
    limits = {each.limit for each in (*book.authority, *book.complaints.remedies)}
    money = {edition.fact(fact.id) for fact in book.facts if fact.id in limits and fact.unit == "yuan"}
    without = squeezed(page_of(edition, Asked(ROLE, UNTIL)))
    with_all = squeezed(page_of(edition, Asked(ROLE, UNTIL, limits=True)))
    assert inner
    assert money
    assert [each for each in inner if each in without] == []
    assert [each for each in money if re.search(rf"(?<!\d){squeezed(each)}", without)] == []
    assert [each for each in inner if each not in with_all] == []


def squeezed(html: str) -> str:
    body = re.sub(r"<script.*?</script>|<[^>]*>", "", html.partition("<body>")[2] or html, flags=re.DOTALL)
    return "".join(unescape(body).split())


def test_the_command_puts_it_where_git_leaves_it_alone(tmp_path: Path) -> None:
    (tmp_path / "playbook.yaml").write_text((ROOT / "tests/playbooks/tiny.yaml").read_text("utf-8"), "utf-8")
    where = ["--playbook", str(tmp_path)]
    made = CliRunner().invoke(main, ["pocket", "owner", "--until", "2027-01-31", *where])
    assert made.exit_code == 0, made.output
    assert made.output.split() == ["pocket/owner.html", "pocket/en/owner.html"]
    assert "31 January 2027" in (tmp_path / "pocket/en/owner.html").read_text("utf-8")
    assert (tmp_path / "pocket/.gitignore").read_text("utf-8") == "*\n"
    wrong = CliRunner().invoke(main, ["pocket", "nobody", *where])
    assert wrong.exit_code == 2
    assert "owner" in wrong.output
