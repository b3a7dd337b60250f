"""A form on a phone is filled in as a person does it: by touch and by key, with mistakes, sent by the clipboard, and gone after that."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import chain, groupby
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.edition import edition
from generator.exports import phone
from generator.outlines.on_screen import on_screen
from generator.outlines.outlined import outline
from generator.output import Audience
from generator.playbook.load import load
from generator.workbooks.registers import Register
from tests.browser.copying import clipboard
from tests.conftest import ROOT

TORTURE = [
    "=1+1",
    "+86",
    "-5",
    "@sum",
    "<b>王</b>&amp;",
    "{{ 7 * 7 }}",
    "</script>",
    "\u202e倒",
    '"引号',
    "🙂\u00a0空",
]


@cache
def html(form: str, language: str) -> str:
    playbook = load(ROOT / "tests" / "playbooks" / "paper-forms.yaml").playbook
    assert playbook is not None
    said = edition(playbook, language)
    return phone.page(said, on_screen(outline(said, said.item("forms", form))))


def kept_in_excel() -> Register:
    """The register of the form with every kind of field, which is no complaint there: each row of its table is a line."""
    playbook = load(ROOT / "tests" / "playbooks" / "paper-forms.yaml").playbook
    assert playbook is not None
    assert playbook.complaints is not None
    form, *others = playbook.forms
    kept = form.model_copy(update={"outputs": ("paper", "excel", "phone"), "kept_in": "excel"})
    complaints = playbook.complaints.model_copy(update={"form": "consent"})
    playbook = playbook.model_copy(update={"forms": (kept, *others), "complaints": complaints})
    return Register(edition(playbook, "zh"), form="every-kind")


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """A phone whose clipboard may be read."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740},
        has_touch=True,
        permissions=["clipboard-read", "clipboard-write"],
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def sheet(tab: Page, tmp_path: Path) -> Page:
    """The form with every kind of field, opened from a file."""
    return opened(tab, tmp_path, "every-kind", "zh")


def opened(tab: Page, folder: Path, form: str, language: str) -> Page:
    path = folder / f"{form}-{language}.html"
    path.write_text(html(form, language), "utf-8")
    tab.goto(path.as_uri())
    return tab


def fill_what_is_needed(sheet: Page) -> None:
    sheet.get_by_label("单号").fill("2026-0001")
    sheet.get_by_label("称呼").fill("王女士")
    sheet.get_by_label("购买日期").fill("2026-11-27")
    sheet.get_by_label("已告诉顾客店外的途径").check()


def finish(sheet: Page) -> None:
    sheet.get_by_role("button", name="填好了").click()


def test_what_is_filled_in_is_the_message_that_is_copied(sheet: Page) -> None:
    fill_what_is_needed(sheet)
    sheet.get_by_label("电话").fill("１３８ 0013 8000")
    sheet.get_by_label("件数").first.fill("3")
    sheet.get_by_label("金额").fill("12.50")
    sheet.get_by_label("事实经过").fill("第一行\n第二行")
    sheet.get_by_text("微信", exact=True).click()
    sheet.get_by_label("照片", exact=True).check()
    sheet.get_by_label("小票", exact=True).check()
    sheet.locator("label", has=sheet.locator("#score--4")).click()
    sheet.get_by_label("商品").fill("本子")
    finish(sheet)
    sheet.get_by_role("button", name="复制").click()
    expect(sheet.get_by_text("复制好了")).to_be_visible()
    assert clipboard(sheet) == "\n".join(
        (
            "单号：2026-0001",
            "",
            "【1 登记】",
            "称呼：王女士",
            "电话：138 0013 8000",
            "购买日期：2026-11-27",
            "件数：3 件",
            "金额：12.50 元",
            "回访日期：2026-11-30",
            "最晚答复：2026-11-28",
            "事实经过：第一行",
            "第二行",
            "渠道：微信",
            "凭证：照片、小票",
            "这次办得怎样：4",
            "已告诉顾客店外的途径：是",
            "",
            "【3 明细】",
            "第 1 行",
            "商品：本子",
            "",
            "小店 · 各种栏目都有的单子 · 手册 2.1",
        )
    )


def test_a_mistake_is_said_at_the_field_and_a_key_leads_there(sheet: Page) -> None:
    sheet.get_by_label("件数").first.fill("两件")
    sheet.get_by_label("电话").fill("12")
    finish(sheet)
    mend = sheet.get_by_role("alert")
    expect(mend).to_be_focused()
    expect(mend.locator("li")).to_have_text(
        [
            "单号：这里要填",
            "称呼：这里要填",
            "电话：号码好像没填完",
            "购买日期：这里要填",
            "件数：只填整数，例如 3",
            "已告诉顾客店外的途径：这里要勾上",
        ]
    )
    expect(sheet.get_by_label("称呼")).to_have_attribute("aria-invalid", "true")
    expect(sheet.get_by_label("称呼")).to_have_accessible_description("这里要填")
    sheet.keyboard.press("Tab")
    sheet.keyboard.press("Tab")
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_label("称呼")).to_be_focused()
    sheet.keyboard.type("王")
    expect(sheet.get_by_label("称呼")).not_to_have_attribute("aria-invalid", "true")
    expect(sheet.locator("#ready")).to_be_hidden()


def test_a_day_that_is_not_whole_is_a_mistake(sheet: Page) -> None:
    fill_what_is_needed(sheet)
    sheet.get_by_label("购买日期").press("Backspace")
    finish(sheet)
    expect(sheet.locator("#bought_on--fault")).to_have_text("日期不完整，或者没有这一天")
    expect(sheet.locator("#follow_on")).to_have_text("")


def test_rows_come_and_go_and_an_empty_one_counts_for_nothing(sheet: Page) -> None:
    fill_what_is_needed(sheet)
    add = sheet.get_by_role("button", name="再加一行")
    for word in ("本子", "笔", "尺"):
        sheet.get_by_label("商品").last.fill(word)
        add.click()
    expect(sheet.get_by_role("group", name="第 4 行", exact=True)).to_be_visible()
    sheet.get_by_role("button", name="去掉第 2 行").click()
    expect(sheet.get_by_label("商品")).to_have_count(3)
    finish(sheet)
    said = sheet.locator("#message").input_value()
    assert "第 1 行\n商品：本子\n第 2 行\n商品：尺" in said
    assert "笔" not in said
    assert "第 3 行" not in said


def test_what_is_written_behind_an_option_chooses_it(sheet: Page) -> None:
    fill_what_is_needed(sheet)
    sheet.get_by_label("其他（写在这里）").fill("邻居转告")
    finish(sheet)
    assert "渠道：其他：邻居转告" in sheet.locator("#message").input_value()


def test_a_day_that_follows_in_a_row_is_reckoned_from_that_row(tab: Page, tmp_path: Path) -> None:
    sent = "            - {id: sent_on, label: {zh: 日期, en: Date}, kind: date, width: 5}\n"
    due = "            - {id: back_by, label: {zh: 最晚回来, en: Back by}, kind: computed, width: 5, due: {start: sent_on, plus: follow_days}}\n"
    text = (ROOT / "tests" / "playbooks" / "paper-forms.yaml").read_text("utf-8")
    assert sent in text
    (tmp_path / "playbook.yaml").write_text(text.replace(sent, sent + due), "utf-8")
    playbook = load(tmp_path / "playbook.yaml").playbook
    assert playbook is not None
    said = edition(playbook, "zh")
    page = phone.page(said, on_screen(outline(said, said.item("forms", "every-kind"))))
    (tmp_path / "form.html").write_text(page, "utf-8")
    tab.goto((tmp_path / "form.html").as_uri())
    tab.get_by_role("button", name="再加一行").click()
    for row, day in enumerate(("2026-11-27", "2026-11-30")):
        tab.get_by_label("日期", exact=True).nth(row).fill(day)
    assert [*map(str.strip, tab.get_by_label("最晚回来").all_inner_texts())] == ["2026-11-30", "2026-12-03"]


def test_a_row_is_a_line_to_paste_into_the_register(tab: Page, tmp_path: Path) -> None:
    register = kept_in_excel()
    typed = [column for column in register.table.columns if not column.numbered]
    path = tmp_path / "kept.html"
    path.write_text(
        phone.page(
            register.edition,
            on_screen(outline(register.edition, register.edition.item("forms", "every-kind"))),
        ),
        "utf-8",
    )
    tab.goto(path.as_uri())
    fill_what_is_needed(tab)
    tab.get_by_label("称呼").fill("=1+1")
    tab.get_by_label("电话").fill("+86 138 0013 8000")
    tab.get_by_label("事实经过").fill('"一"\n\t二')
    tab.get_by_label("其他（写在这里）").fill("邻居")
    tab.get_by_label("小票", exact=True).check()
    tab.get_by_label("商品").fill("本子")
    tab.get_by_role("button", name="再加一行").click()
    tab.get_by_label("商品").last.fill("@笔")
    finish(tab)
    pieces = []
    for button in tab.get_by_role("button", name="复制这一行").all():
        button.click()
        expect(tab.get_by_text("去登记簿里粘贴")).to_be_visible()
        pieces.append([*csv.reader(clipboard(tab).split("\n"), dialect="excel-tab")])
    # Between two pieces lies what a formula gives.
    heads = [
        [column.id for column in run]
        for is_typed, run in groupby(typed, key=lambda column: column.typed)
        if is_typed
    ]
    lines = [dict(zip(chain(*heads), chain(*line), strict=True)) for line in zip(*pieces, strict=True)]
    assert [{name: cell for name, cell in line.items() if cell} for line in lines] == [
        {
            "case_no": "2026-0001",
            "name": "'=1+1",
            "phone": "+86 138 0013 8000",
            "bought_on": "2026-11-27",
            "facts": '"一" 二',
            "way": "其他",
            "way-other": "邻居",
            "proof-receipt": "是",
            "told": "是",
            "item": item,
        }
        for item in ("本子", "'@笔")
    ]


def test_any_text_stays_the_text_it_is(sheet: Page) -> None:
    fill_what_is_needed(sheet)
    sheet.get_by_label("事实经过").fill("\n".join(TORTURE))
    finish(sheet)
    sheet.get_by_role("button", name="复制").click()
    expect(sheet.get_by_text("复制好了")).to_be_visible()
    assert "\n".join(TORTURE) in clipboard(sheet)
    assert sheet.locator("b", has_text="王").count() == 0


def test_nothing_is_kept_and_nothing_is_sent(sheet: Page) -> None:
    asked: list[str] = []
    sheet.on("request", lambda request: asked.append(request.url))
    sheet.on("dialog", lambda dialog: dialog.accept())
    address = sheet.url
    fill_what_is_needed(sheet)
    finish(sheet)
    sheet.get_by_role("button", name="发好了，清空").click()
    expect(sheet.get_by_label("称呼")).to_have_value("")
    expect(sheet.locator("#message")).to_have_value("")
    expect(sheet.locator("#ready")).to_be_hidden()
    fill_what_is_needed(sheet)
    sheet.reload()
    expect(sheet.get_by_label("称呼")).to_have_value("")
    sheet.get_by_label("称呼").fill("李先生")
    sheet.goto("about:blank")
    sheet.go_back()
    expect(sheet.get_by_label("称呼")).to_have_value("")
    assert sheet.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert {url for url in asked if url not in (address, "about:blank")} == set()


def test_a_consent_is_given_by_a_tick_and_by_nothing_else(tab: Page, tmp_path: Path) -> None:
    sheet = opened(tab, tmp_path, "consent", "en")
    expect(sheet.locator("input:checked")).to_have_count(0)
    done = sheet.get_by_role("button", name="I have filled it in")
    done.click()
    assert "Nothing was ticked" in sheet.locator("#message").input_value()
    sheet.get_by_label("You may ask me on WeChat").check()
    expect(sheet.locator("#ready")).to_be_hidden()
    done.click()
    said = sheet.locator("#message").input_value()
    assert "WeChat ✓ You may ask me on WeChat how it is going." in said
    assert "offers" not in said


@pytest.mark.parametrize(
    ("audience", "said"),
    [
        ("staff", ["Somebody is burnt", "Ring 999 or 112 first where they are badly burnt."]),
        ("customer", ["Ring 999 or 112 first. Nobody is watching this page"]),
    ],
)
def test_whoever_writes_of_danger_sees_first_whom_to_ring(
    tab: Page, tmp_path: Path, audience: Audience, said: list[str]
) -> None:
    playbook = load(ROOT / "tests" / "playbooks" / "british-shop.yaml").playbook
    assert playbook is not None
    english = edition(playbook, "en")
    form = outline(english, english.item("forms", "return-sheet"))
    page = phone.page(english, replace(form, audience=audience))
    path = tmp_path / "sheet.html"
    path.write_text(page, "utf-8")
    tab.goto(path.as_uri())
    words = tab.locator("form textarea, form input[type=text]").first
    words.fill("the kettle, badly brunt")
    danger = tab.get_by_role("alert")
    for each in said:
        expect(danger).to_contain_text(each)
    words.fill("the kettle is late")
    expect(danger).to_be_hidden()
    # What staff are to do is not told to a customer, not even to one who reads the page's source.
    assert ("Somebody is burnt" in page) == (audience == "staff")


def test_everything_can_be_touched_and_nothing_runs_over_the_edge(sheet: Page) -> None:
    assert sheet.evaluate("document.documentElement.scrollWidth") == 360
    targets = sheet.locator(
        "button:visible, .tick:visible, .score label:visible, input:not([type=checkbox],[type=radio]):visible, textarea:visible"
    )
    low = targets.evaluate_all(
        "all => all.filter(each => each.getBoundingClientRect().height < 48).map(each => each.outerHTML)"
    )
    assert low == []
    small = sheet.locator("input:visible, textarea:visible").evaluate_all(
        "all => all.filter(each => parseFloat(getComputedStyle(each).fontSize) < 16 && !each.matches('[type=checkbox],[type=radio]')).length"
    )
    assert small == 0
