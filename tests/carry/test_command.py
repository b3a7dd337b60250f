"""`playbook carry` as a shop's owner types it: an older workbook, her own list, and what LibreOffice makes of the result."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.carry.ours import recognised
from generator.carry.over import carried_over
from generator.carry.reading import opened
from generator.edition import edition
from generator.labels import labels
from generator.playbook.load import load
from generator.workbooks.customers import CustomersBook
from generator.workbooks.table import FIRST
from tests.carry.files import saved, written
from tests.carry.shop import ORDERS, PEOPLE, made, now, playbook, typed
from tests.conftest import ROOT
from tests.test_command_line import playbook as command
from tests.workbooks.calc import converted

TODAY = 1


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A folder with the shop's playbook, and its workbook with a week's work in it."""
    shutil.copy(ROOT / "playbook.yaml", tmp_path)
    shutil.copytree(ROOT / "chapters", tmp_path / "chapters")
    lines = {
        PEOPLE: {
            1: {"name": "=王", "channel": "微信", "contact": "013800138000", "class": "常客"},
            2: {"name": "+李", "channel": "微信", "record-best-time": "上午", "how": "-口头"},
        },
        ORDERS: {
            1: {"order_no": "000123", "customer": 1, "product": "洁面乳", "number": 2},
            2: {"customer": 2, "product": "面霜"},
        },
    }
    for line in lines[PEOPLE].values():
        line["given-b-wechat"] = date(2026, 5, 1)
    for line in lines[ORDERS].values():
        line["received"] = date(2026, 11, 24)
    (tmp_path / "顾客工作簿.xlsx").write_bytes(saved(typed(made(playbook()), playbook(), lines)))
    return tmp_path


def carry(folder: Path, *words: str) -> str:
    done = command("carry", *words, "--playbook", str(folder / "playbook.yaml"))
    assert done.exit_code == 0, done.output
    return done.output


def changed(folder: Path) -> None:
    """The next version: another class and product name, a field less, a field more, a longer list of languages first."""
    chapter, products = folder / "chapters" / "customers.yaml", folder / "chapters" / "products.yaml"
    text = chapter.read_text("utf-8")
    begin, end = text.index("    - id: best-time"), text.index("    - id: source")
    field = (
        text[begin:end]
        .replace("best-time", "skin")
        .replace("方便联系的时间", "肤感")
        .replace("When to get in touch", "How it feels")
    )
    chapter.write_text(text[:begin] + field + text[end:], "utf-8")
    text = chapter.read_text("utf-8").replace("zh: 常客", "zh: 老主顾")
    chapter.write_text(text, "utf-8")
    products.write_text(products.read_text("utf-8").replace("zh: 面霜", "zh: 滋润面霜", 1), "utf-8")

    whole = folder / "playbook.yaml"
    whole.write_text(whole.read_text("utf-8").replace('version: "1.0"', 'version: "2.0"'), "utf-8")


def test_a_weeks_work_comes_over_and_libreoffice_lists_whom_to_contact(shop: Path) -> None:
    before = (shop / "顾客工作簿.xlsx").read_bytes()
    changed(shop)
    said = carry(shop, str(shop / "顾客工作簿.xlsx"))
    assert "顾客：2 行" in said
    assert "方便联系的时间：工作簿里没有这一列了。没有搬。第 6 行“上午”" in said
    assert "不能选" not in said, "what is called otherwise now is the same choice"
    new = shop / "顾客工作簿-v2.0.xlsx"
    assert new.exists()
    assert (shop / "顾客工作簿.xlsx").read_bytes() == before

    # As an owner opens it: with a program that trusts what stands in a file, on the 27th.
    book = load_workbook(new)
    book.worksheets[TODAY]["C3"] = datetime(2026, 11, 27)
    book.save(shop / "open.xlsx")
    values = load_workbook(converted(shop / "open.xlsx", "xlsx", shop), data_only=True)
    found = load(shop / "playbook.yaml").playbook
    assert found is not None
    tables = CustomersBook(edition(found, "zh"))
    people, orders = values[tables.people.tab], values[tables.orders.tab]
    assert [people[tables.people.cell(each, FIRST)].value for each in ("name", "contact", "class")] == [
        "=王",
        "013800138000",
        "老主顾",
    ]
    assert people[tables.people.cell("how", FIRST + 1)].value == "-口头"
    assert orders[tables.orders.cell("order_no", FIRST)].value == "000123"
    assert orders[tables.orders.cell("name", FIRST + 1)].value == "+李"
    assert [values.worksheets[TODAY][f"B{FIRST + at}"].value for at in (0, 1)] == ["=王", "+李"]
    assert values["没处放的"]["D5"].value == "上午"


def test_a_workbook_that_libreoffice_saved_comes_over_like_any_other(shop: Path) -> None:
    old = shop / "顾客工作簿.xlsx"
    before, after = (opened(file.read_bytes()) for file in (old, converted(old, "xlsx", shop)))
    ours = [recognised(each, now()) for each in (before, after)]
    assert ours[0] is not None
    assert ours[1] is not None
    found = [carried_over(each, now()) for each in ours if each]
    assert found[0].lines == found[1].lines
    assert found[1].notes == []


@pytest.mark.parametrize(
    ("to", "why"), [("xls", "old_excel"), ("ods", "open_document"), ("html", "web_page")]
)
def test_what_other_programs_save_is_told_how_to_save_anew(to: str, why: str, tmp_path: Path) -> None:
    (tmp_path / "名单.xlsx").write_bytes(written([["姓名", "电话"], ["王芳", "013800138000"]]))
    file = converted(tmp_path / "名单.xlsx", to, tmp_path)
    done = command("carry", str(file), "--playbook", str(ROOT / "playbook.yaml"))
    assert (done.exit_code, done.output) == (
        1,
        getattr(labels("zh").carry.refused, why).format(file=file) + "\n",
    )


def test_a_carried_workbook_is_reckoned_by_a_program_that_trusts_what_is_stored(shop: Path) -> None:
    carry(shop, str(shop / "顾客工作簿.xlsx"))
    stored = load_workbook(shop / "顾客工作簿-v1.0.xlsx", data_only=True)
    with_values = [
        cell.coordinate
        for sheet in load_workbook(shop / "顾客工作簿-v1.0.xlsx").worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f" and stored[sheet.title][cell.coordinate].value not in (None, "")
    ]
    assert with_values == [], "no value that was not reckoned from what stands in it"


def test_no_file_is_overwritten_and_the_name_grows_no_longer(shop: Path) -> None:
    old = shop / "顾客工作簿.xlsx"
    names = []
    for _ in range(2):
        carry(shop, str(old))
        carry(shop, str(shop / "顾客工作簿-v1.0.xlsx"))
        names = sorted(each.name for each in shop.glob("*.xlsx"))
    assert names == sorted(
        ["顾客工作簿.xlsx", *(f"顾客工作簿-v1.0{each}.xlsx" for each in ("", "-2", "-3", "-4"))]
    )


def test_her_own_list_is_drafted_tried_and_written(shop: Path) -> None:
    (shop / "名单.xlsx").write_bytes(
        written(
            [
                ["2025 年老顾客"],
                [],
                ["客户姓名", "手机号", "购买产品", "收货日期", "退订"],
                ["王芳", 13800138000, "洁面乳", "2026年11月24日", None],
                ["李", "013900139000", "香水", "昨天", "是"],
            ]
        )
    )
    list_, map_ = shop / "名单.xlsx", shop / "columns.yaml"
    assert f"carry {list_} --map {map_}" in carry(shop, str(list_))
    assert "heads: 3" in map_.read_text("utf-8")
    tried = carry(shop, str(list_), "--map", str(map_))
    assert "第 5 行“香水”" in tried
    assert tried.rstrip().splitlines()[-1].strip().startswith(f"playbook carry {list_} --map {map_} --write")
    assert not (shop / "customers-workbook.xlsx").exists()
    carry(shop, str(list_), "--map", str(map_), "--write")
    book = load_workbook(shop / "customers-workbook.xlsx")
    people = CustomersBook(edition(playbook(), "zh")).people
    sheet = book[people.tab]
    assert [sheet[people.cell(each, FIRST)].value for each in ("name", "contact", "how")] == [
        "王芳",
        "13800138000",
        "没问过（旧名单来的）",
    ]
    assert sheet[people.cell("stop_all", FIRST + 1)].value == "是"
    assert [row[3].value for row in book["没处放的"].iter_rows(min_row=FIRST)] == ["香水", "昨天"]
    # Whoever was not asked is on no list, though the parcel came three days ago.
    book.worksheets[TODAY]["C3"] = datetime(2026, 11, 27)
    book.save(shop / "open.xlsx")
    values = load_workbook(converted(shop / "open.xlsx", "xlsx", shop), data_only=True)
    assert values.worksheets[TODAY][f"B{FIRST}"].value in (None, "")
    assert values[people.tab][people.cell("status", FIRST)].value == "不主动联系"
    # A second draft does not take the place of what she has written in the first.
    carry(shop, str(list_))
    assert (shop / "columns-2.yaml").exists()


def test_in_english_from_start_to_end(shop: Path) -> None:
    said = carry(shop, str(shop / "顾客工作簿.xlsx"), "--language", "en")
    assert "Lines on the sheet Customers: 2" in said
    book = load_workbook(shop / "顾客工作簿-v1.0.xlsx")
    people = CustomersBook(edition(playbook(), "en")).people
    assert book[people.tab][people.cell("channel", FIRST)].value == "WeChat"


def test_a_file_that_is_open_or_not_there_is_told(shop: Path) -> None:
    (shop / "~$顾客工作簿.xlsx").touch()
    assert "正在别的程序里开着" in carry(shop, str(shop / "顾客工作簿.xlsx"))
    done = command("carry", str(shop / "无.xlsx"), "--playbook", str(shop / "playbook.yaml"))
    assert (done.exit_code, "没有" in done.output) == (1, True)


def test_a_playbook_with_errors_or_without_workbooks_is_told(shop: Path, tmp_path: Path) -> None:
    done = command(
        "carry", str(shop / "顾客工作簿.xlsx"), "--playbook", str(ROOT / "tests/playbooks/tiny.yaml")
    )
    assert (done.exit_code, "customers" in done.output) == (1, True)
    (tmp_path / "broken.yaml").write_text("schema: 1\n", "utf-8")
    done = command("carry", str(shop / "顾客工作簿.xlsx"), "--playbook", str(tmp_path / "broken.yaml"))
    assert done.exit_code == 1
