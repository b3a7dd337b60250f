"""The replies where staff type: each file read back as its program would read it, and nothing in it but what may be sent."""

from __future__ import annotations

import csv
import io
import plistlib
from collections.abc import Mapping
from functools import cache

import pytest
import yaml
from openpyxl import load_workbook

from generator.edition import Edition, editions
from generator.exports import replies
from generator.exports.phrases import Phrase, phrases
from generator.playbook.load import load
from tests.conftest import ROOT


@cache
def shop() -> tuple[Edition, ...]:
    read = load(ROOT / "playbook.yaml").playbook
    assert read is not None
    return editions(read)


@cache
def made(language: str) -> Mapping[str, bytes]:
    edition = next(each for each in shop() if each.language == language)
    return {file.id: file.content() for file in replies.files(edition)}


def wanted(name: str, language: str = "zh") -> dict[str, str]:
    """The phrases a program takes, by shortcut, with the lines ended as everywhere."""
    edition = next(each for each in shop() if each.language == language)
    target = next(each for each in replies.TARGETS if each.id == name)
    return {each.code: each.text for each in phrases(edition) if not target.refuses(each)}


def test_a_shortcut_is_the_first_letters_of_the_title_and_only_once() -> None:
    for edition in shop():
        codes = [each.code for each in phrases(edition)]
        assert len(codes) == len(set(codes)) > 500
        assert all(code.isascii() and code[0].isalpha() for code in codes)
        assert [one for one in codes for other in codes if one != other and other.startswith(one)] == []
    assert next(each.code for each in phrases(shop()[0]) if each.title == "开发票") == "kfp01"


def test_qianniu_gets_its_three_columns() -> None:
    head, *rows = csv.reader(io.StringIO(made("zh")["replies-qianniu"].decode("gb18030"), newline=""))
    assert head == ["快捷短语编码", "快捷短语", "快捷短语分组"]
    found = {code: text.replace("\r\n", "\n") for code, text, _ in rows}
    assert found == wanted("qianniu")
    made("zh")["replies-qianniu"].decode("gb2312")


def test_wecom_gets_text_in_every_cell_and_names_of_ten_characters() -> None:
    (sheet,) = load_workbook(io.BytesIO(made("zh")["replies-wecom"]))
    head, *rows = sheet.iter_rows(values_only=True)
    assert head == replies.WECOM
    assert [row[3] for row in rows] == [*wanted("wecom").values()]
    assert len(rows) <= 1000
    assert all(len(str(cell)) <= 10 for row in rows for cell in row[:3])
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}


def test_sogou_gets_a_code_a_place_and_the_lines() -> None:
    text = made("zh")["replies-sogou"].decode("utf-16")
    found: dict[str, list[str]] = {}
    codes = wanted("sogou")
    for line in text.splitlines():
        code, mark, rest = line.partition(",1=")
        if mark and code in codes:
            found[code] = [rest] if rest else []
            last = code
        else:
            found[last].append(line)
    assert {code: "\n".join(lines) for code, lines in found.items()} == codes


def test_rime_gets_one_line_each() -> None:
    lines = made("zh")["replies-rime"].decode().splitlines()
    assert lines[0] == "# Rime table"
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert {code: text for text, code in rows} == wanted("rime")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_apple_gets_a_property_list(language: str) -> None:
    found = plistlib.loads(made(language)["replies-apple"])
    assert {each["shortcut"]: each["phrase"] for each in found} == wanted("apple", language)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_espanso_asks_for_the_blanks(language: str) -> None:
    matches = yaml.safe_load(made(language)["replies-espanso"])["matches"]
    assert {each["trigger"] for each in matches} == {f":{code}" for code in wanted("espanso", language)}
    greeting = next(each for each in matches if "[[customer]]" in each.get("form", ""))
    assert "〔" not in greeting["form"]
    assert all("[[" not in each.get("replace", "") for each in matches)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_list_to_type_in_holds_all(language: str) -> None:
    text = made(language)["replies-by-hand"].decode()
    assert all(said in text for said in wanted("by_hand", language).values())


def test_in_english_the_programs_for_chinese_get_nothing() -> None:
    assert set(made("en")) == {"replies-apple", "replies-espanso", "replies-by-hand", "replies-report"}


def test_what_a_program_cannot_take_is_in_the_report_with_the_reason() -> None:
    emoji = Phrase("a1", "售前", "好", "", (("", "好🙂"),))
    two_lines = Phrase("a2", "售前", "好", "", (("", "好\n的"),))
    targets = {each.id: each for each in replies.TARGETS}
    words = shop()[0].labels.exports.replies
    said = replies.report(words, [targets["qianniu"], targets["rime"]], [emoji, two_lines]).decode()
    assert f"a1 好: {words.refused.letters}" in said
    assert f"a2 好: {words.refused.lines}" in said


def test_no_formula_comes_of_a_text() -> None:
    phrase = Phrase("a1", "售前", "好", "", (("", "=1+1"),))
    made_of_it = replies._qianniu(shop()[0], [phrase]).decode("gb18030")
    _, (_, first, _) = csv.reader(io.StringIO(made_of_it))
    assert first == "\t=1+1"


def test_nothing_is_among_them_that_nobody_may_send() -> None:
    for edition in shop():
        never = [str(each.text) for script in edition.playbook.scripts for each in script.never]
        never = [text for text in never if len(text) > 10]  # “Yes.” is somewhere in what one may say
        texts = "\n".join(each.text for each in phrases(edition))
        assert [text for text in never if text in texts] == []
