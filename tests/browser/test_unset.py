"""A claim whose figure the shop has not set yet cannot be sent: not copied, not taken along, in no file of replies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from generator.__main__ import main
from generator.edition import editions
from generator.exports import replies
from generator.exports.phrases import phrases
from generator.exports.pocket import Asked
from generator.exports.pocket import page as pocket
from generator.playbook.load import load
from tests.browser.copying import clipboard
from tests.conftest import ROOT

TINY = (ROOT / "tests/playbooks/tiny.yaml").read_text("utf-8")
FACTS = """facts:
  - {id: cut_off, value: "15:00", unit: time, sample: true, say: {zh: "15:00", en: "3 p.m."}}
  - {id: hold_days, value: 3, unit: day, sample: true, say: {zh: 3 天, en: 3 days}}
"""
SCRIPTS = """scripts:
  - id: when
    title: {zh: 什么时候发, en: When it goes out}
    stage: during
    says: [{zh: 几点发, en: When does it go}, {zh: 今天发吗, en: Will it go today}, {zh: 留几天, en: How long is it kept}]
    reply:
      - {part: greet, say: {zh: 您好。, en: Hello.}}
      - {part: state, say: {zh: "{cut_off}前付款当天发。", en: "Paid by {cut_off}, it goes out the same day."}}
      - {part: offer, only_if: {zh: 问留几天, en: they ask how long}, say: {zh: "{return_days}内都可以退。", en: "You can return it within {return_days}."}}
    needs: [cut_off]
    never: [{text: {zh: 不知道。, en: No idea.}}]
    why: {zh: 说得准才说。, en: Only what is sure is said.}
    norm: greet
  - id: kept
    title: {zh: 留货, en: Keeping it aside}
    stage: during
    says: [{zh: 帮我留着, en: Keep it for me}, {zh: 先留一个, en: Put one aside}, {zh: 留给我, en: Hold it please}]
    reply: [{part: greet, say: {zh: 给您留着。, en: We keep it for you.}}]
    needs: [hold_days]
    never: [{text: {zh: 不留。, en: We never do.}}]
    why: {zh: 说得准才说。, en: Only what is sure is said.}
    norm: greet
"""


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop of its own that has left two figures of the sample; the third is its own."""
    folder = tmp_path_factory.mktemp("planted")
    playbook = folder / "playbook.yaml"
    playbook.write_text(TINY.replace("facts:\n", FACTS, 1) + SCRIPTS, "utf-8")
    run = CliRunner().invoke(main, ["build", "--no-print", "--playbook", str(playbook)])
    assert run.exit_code == 0, run.output
    return folder


@pytest.fixture
def page(browser: Browser, planted: Path) -> Iterator[Page]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    opened.goto((planted / "site/scripts/when.html").as_uri())
    yield opened
    context.close()


def test_such_a_line_has_no_button_and_names_what_is_missing(page: Page) -> None:
    line = page.locator(".part--unset")
    expect(line).to_have_count(1)
    expect(line.locator("button")).to_have_count(0)
    expect(line.locator(".part__unset a")).to_have_text("15:00")
    assert str(line.locator(".part__unset a").get_attribute("href")).endswith("about.html#fact-cut_off")
    expect(page.locator(".part:not(.part--unset) .copy--part")).to_have_count(2)


def test_the_whole_reply_says_so_and_leaves_nothing_in_the_clipboard(page: Page) -> None:
    page.evaluate("navigator.clipboard.writeText('王女士，退款办好了')")
    whole = page.locator(".copy--reply")
    expect(whole.locator(".copy__unset")).to_be_visible()
    for _ in range(3):
        whole.click()
        assert clipboard(page).strip() == ""
    page.locator(".part--greet .copy--part").click()
    assert clipboard(page) == "您好。"


def test_what_needs_a_figure_that_no_line_states_is_not_sent_at_all(page: Page, planted: Path) -> None:
    page.goto((planted / "site/scripts/kept.html").as_uri())
    expect(page.locator(".part--unset")).to_have_count(1)
    expect(page.locator(".copy--part")).to_have_count(0)


def test_the_search_offers_no_such_line(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.insert_text("留一个")
    first = page.locator("li.answer").first
    first.wait_for(timeout=60_000)
    expect(first).to_contain_text("留货")
    expect(first.locator("[data-copy]")).to_have_count(0)


def test_no_file_of_replies_and_no_page_for_one_role_holds_it(planted: Path) -> None:
    playbook = load(planted / "playbook.yaml").playbook
    assert playbook
    edition = editions(playbook)[0]
    assert [each.text for each in phrases(edition) if each.unset] == [
        "您好。\n15:00前付款当天发。",
        "给您留着。",
    ]
    made = {file.id: file.content() for file in replies.files(edition)}
    assert "15:00" not in made["replies-by-hand"].decode()
    assert "7 天内都可以退" in made["replies-by-hand"].decode()
    assert made["replies-report"].decode().count("店里还没定") == 2 * (len(made) - 1)
    sent = pocket(edition, Asked("owner", date(2027, 1, 1)))
    assert "前付款当天发" not in sent
    assert "7 天内都可以退" in sent
