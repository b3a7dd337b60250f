"""`playbook fill` as somebody uses it: what is known is printed, the rest is blank, and nothing of it gets anywhere else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from generator.__main__ import main
from generator.design.store import PLACE
from tests import pdfs
from tests.conftest import ROOT

VALUES = """\
name: 阿卜杜热合曼·买买提艾力
phone: 013800138000
price: 12.50
bought_on: 2026-11-27
way: {other: 邻居转告}
proof: [photo, receipt]
score: 4
told: true
items:
  - {item: 洁面乳, ok: true, state: good}
"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "tests/playbooks/paper-forms.yaml", tmp_path / "playbook.yaml")
    (tmp_path / "values.yaml").write_text(VALUES, "utf-8")
    return tmp_path


def fill(shop: Path, *arguments: str, form: str = "every-kind") -> Result:
    return CliRunner().invoke(main, ["fill", form, "--playbook", str(shop), *arguments])


def with_values(shop: Path, said: str) -> Result:
    (shop / "values.yaml").write_text(said, "utf-8")
    return fill(shop, "--data", str(shop / "values.yaml"))


def test_what_is_known_stands_on_the_sheet_and_days_follow(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = shop / "store"
    monkeypatch.setenv(PLACE, str(store))
    done = fill(shop, "--data", str(shop / "values.yaml"))
    assert done.exit_code == 0, done.output
    path = shop / "filled" / "every-kind.pdf"
    text = pdfs.text(path)
    # The day of the follow-up is three days later, the answer one working day.
    for words in ("阿卜杜热合曼·买买提艾力", "013800138000", "12.50", "2026-11-27", "邻居转告", "洁面乳"):
        assert words in text, words
    assert ("2026-11-30" in text, "2026-11-28" in text) == (True, True)
    # Other, two proofs, told, and in the row checked and good; a score is a circle filled in.
    assert text.count("✓") == 6
    assert PdfReader(path).get_fields() in (None, {})
    assert (shop / "filled" / ".gitignore").read_text("utf-8") == "*\n"
    assert not any(b"12.50" in each.read_bytes() for each in store.glob("**/*") if each.is_file())


def test_copies_are_numbered_from_the_first(shop: Path) -> None:
    assert fill(shop, "--copies", "3", "--from", "2026-0009", form="consent").exit_code == 0
    reader = PdfReader(shop / "filled" / "consent-2026-0009.pdf")
    numbers = ["2026-0009", "2026-0010", "2026-0011"]
    pages = len(reader.pages) // len(numbers)
    for at, number in enumerate(numbers):
        first = reader.pages[at * pages].extract_text()
        assert [each for each in numbers if each in first] == [number]


def test_a_file_of_a_person_is_never_written_over(shop: Path) -> None:
    (shop / "filled").mkdir()
    theirs = shop / "filled" / "consent.pdf"
    theirs.write_text("mine", "utf-8")
    done = fill(shop, form="consent")
    assert (done.exit_code, theirs.read_text("utf-8")) == (0, "mine")
    assert "filled/consent-2.pdf" in done.output


def test_who_is_who_comes_from_the_folder_of_filled_sheets(shop: Path) -> None:
    assert fill(shop, form="consent").exit_code == 0
    who = shop / "filled" / "who.yaml"
    assert who.read_text("utf-8") == "# owner: \n"
    who.write_text("owner: 张晓\n", "utf-8")
    assert fill(shop).exit_code == 0
    assert "店主（张晓）" in pdfs.text(shop / "filled" / "every-kind.pdf")
    who.write_text("ownr: 张晓\n", "utf-8")
    refused = fill(shop)
    assert refused.exit_code == 1
    assert "who.yaml:1:1: 错误：手册里没有 `ownr` 这个岗位。 [no-such-person]" in refused.output


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ("nmae: 王\n", "values.yaml:1:7: 错误：表里没有 `nmae` 这一格。 [no-such-entry]"),
        ("sign: 王\n", "values.yaml:1:7: 错误：`sign` 只能本人用笔填。 [entry-by-hand]"),
        ("pieces: -2\n", "values.yaml:1:9: 错误：`pieces` 填不了 `-2`"),
        ("bought_on: 2026-02-30\n", "values.yaml:1:12: 错误：`bought_on` 填不了 `2026-02-30`"),
        ("way: [shop, wechat]\n", "values.yaml:1:6: 错误：`way` 填不了 `…`：这里要一个选项。"),
        ("way: {shop: 门口}\n", "values.yaml:1:6: 错误：`way` 没有 `shop` 这个选项"),
        ("items:\n  - 洁面乳\n", "values.yaml:2:5: 错误：表里没有 `洁面乳` 这一格。"),
        ("items:\n  - {item: 甲}\n  - {ok: 1}\n", "values.yaml:3:10: 错误：`ok` 填不了 `1`"),
        ("name: " + "很长的名字" * 12 + "\n", "values.yaml:1:7: 错误：`name` 放不下"),
        ("items:\n  - {item: " + "很长的商品" * 12 + "}\n", "values.yaml:2:12: 错误：`items/1/item` 放不下"),
        ("- name\n", "values.yaml:1:1: 错误：这个文件里不是“栏目: 内容”。 [values-shape]"),
        ("name: [王\n", "values.yaml:1:"),
    ],
)
def test_what_does_not_fit_is_said_with_its_place(shop: Path, said: str, where: str) -> None:
    done = with_values(shop, said)
    assert done.exit_code == 1, done.output
    assert where in done.output
    assert not (shop / "filled" / "every-kind.pdf").exists()


def test_a_form_or_a_number_that_is_none_is_wrong_use(shop: Path) -> None:
    for arguments, form, said in (
        ((), "evry-kind", "没有 evry-kind。能做的有：every-kind, consent, screen-only"),
        (("--from", "二〇二六"), "every-kind", "数不下去"),
        (("--language", "en", "--data", str(shop / "none.yaml")), "every-kind", "none.yaml"),
    ):
        done = fill(shop, *arguments, form=form)
        assert (done.exit_code, said in done.output) == (2, True), done.output
