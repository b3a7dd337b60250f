"""Files that want harm, are broken or far too large: a sentence in the reader's language, within 10 s and 500 MB."""

from __future__ import annotations

import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from generator.labels import labels
from tests.carry.files import MAIN, PARTS, package, written, zipped
from tests.conftest import ROOT

SECONDS, MEGABYTES = 10, 500
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
SHEET = "xl/worksheets/sheet1.xml"
RUN = """
import sys
import time
from pathlib import Path
from generator.start import main
try:
    main()
finally:
    status = Path("/proc/self/status")
    most = status.read_text().partition("VmHWM:")[2].split()[0] if status.exists() else "0"
    print(time.process_time(), most, file=sys.stderr)
"""
"""Ends with the seconds it worked, which other programs' work does not lengthen, and the kilobytes it had at most, where
the system tells; what `resource` tells counts those of the test too."""


def million_rows() -> bytes:
    row = '<row r="{0}"><c r="A{0}" t="str"><v>顾客</v></c><c r="B{0}"><v>13800138000</v></c><c r="C{0}"><v>46000</v></c></row>'
    return package("".join(map(row.format, range(1, 1_000_001))))


def bomb() -> bytes:
    """Four gigabytes of spaces in a cell, in four megabytes."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in PARTS.items():
            archive.writestr(name, content)
        with archive.open(SHEET, "w", force_zip64=True) as member:
            member.write(f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="str"><v>'.encode())
            for _ in range(1000):
                member.write(b" " * (1 << 20))
    return stream.getvalue()


def many_tags() -> bytes:
    return package("<row/>" * 15_000_000)


def many_texts() -> bytes:
    texts = f'<sst xmlns="{MAIN}">' + "<si><t>a</t></si>" * 3_000_000 + "</sst>"
    return package('<row r="1"><c r="A1" t="s"><v>1</v></c></row>', {"xl/sharedStrings.xml": texts})


def long_texts() -> bytes:
    row = f'<row><c t="inlineStr"><is><t>{"好" * 32_000}</t></is></c></row>'
    return package(row * 2_500)


def many_members() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(6_000):
            archive.writestr(f"x{number}", "")
    return stream.getvalue()


def laughs() -> bytes:
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(20)
    )
    sheet = f'<?xml version="1.0"?><!DOCTYPE x [{entities}]><worksheet xmlns="{MAIN}"><sheetData><row><c t="str"><v>&u;</v></c></row></sheetData></worksheet>'
    return package(parts={SHEET: sheet})


def outside() -> bytes:
    sheet = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet xmlns="{MAIN}"><sheetData><row><c t="str"><v>&e;</v></c></row></sheetData></worksheet>'
    return package(parts={SHEET: sheet})


def long_attribute() -> bytes:
    return package(f'<row r="{"1" * 100_000_000}"/>')


def deep() -> bytes:
    return package("<a>" * 2_000_000)


def overlapping() -> bytes:
    """A thousand members that are the same bytes, of which each swells to a megabyte."""
    content = bytearray(package(parts={SHEET: b"<" + b" " * (1 << 20)}))
    at = content.index(b"PK\x01\x02")
    return bytes(content[:at] + content[at:] * 3)


def said_smaller() -> bytes:
    """A member that says it is small and is not."""
    content = bytearray(package(f'<row r="1"><c r="A1"><v>{"1" * 9_000_000}</v></c></row>'))
    at = content.rindex(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<I", 100)
    return bytes(content)


def locked() -> bytes:
    return OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500


def zip_with_password() -> bytes:
    content = bytearray(package('<row r="1"><c r="A1"><v>1</v></c></row>'))
    at = 0
    while (at := content.find(b"PK\x01\x02", at)) >= 0:
        content[at + 8] |= 1
        at += 4
    return bytes(content)


REFUSED: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "a million rows": (million_rows, "xlsx", "too_many_lines"),
    "a zip bomb": (bomb, "xlsx", "long_cell"),
    "millions of tags": (many_tags, "xlsx", "too_many_cells"),
    "millions of texts": (many_texts, "xlsx", "too_many_cells"),
    "80 million characters": (long_texts, "xlsx", "too_much_text"),
    "thousands of members": (many_members, "xlsx", "too_many_members"),
    "a billion laughs": (laughs, "xlsx", "hostile"),
    "an entity from outside": (outside, "xlsx", "hostile"),
    "a row number of 100 MB": (long_attribute, "xlsx", "broken"),
    "two million elements deep": (deep, "xlsx", "broken"),
    "members that overlap": (overlapping, "xlsx", "broken"),
    "a member larger than it says": (said_smaller, "xlsx", "broken"),
    "a password for opening": (locked, "xlsx", "password"),
    "a zip with a password": (zip_with_password, "xlsx", "password"),
    "an old workbook": (lambda: OLE + b"\0" * 4000, "xls", "old_excel"),
    "an old WPS workbook": (lambda: OLE + b"\0" * 4000, "et", "old_excel"),
    "Numbers": (lambda: zipped({"Index/Document.iwa": "x"}), "numbers", "numbers"),
    "OpenDocument": (lambda: zipped({"mimetype": "application/x"}), "ods", "open_document"),
    "a binary workbook": (lambda: zipped({"xl/workbook.bin": "x"}), "xlsb", "binary"),
    "a web page": (lambda: b"<html><table><tr><td>1</td></tr></table></html>", "xls", "web_page"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n\0\0\0", "xlsx", "not_a_table"),
    "half a workbook": (lambda: written([["姓名"], ["王"]])[:900], "xlsx", "broken"),
    "a zip of something else": (lambda: zipped({"a.txt": "x"}), "xlsx", "no_workbook"),
    "nothing": (lambda: b"", "xlsx", "empty"),
    "60 MB": (lambda: b"a,b\n" * 15_000_000, "csv", "too_big"),
    "a text without an end": (lambda: b'"' + b"a" * 40_000_000, "csv", "long_cell"),
    "many commas": (lambda: b"," * 40_000_000, "csv", "too_many_cells"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_a_sentence_within_ten_seconds(name: str, tmp_path: Path) -> None:
    make, suffix, why = REFUSED[name]
    file = tmp_path / f"名单.{suffix}"
    file.write_bytes(make())
    code, said, seconds, megabytes = run(file)
    print(f"{name}: {seconds:.1f} s, {megabytes:.0f} MB")
    assert said == [
        getattr(labels("zh").carry.refused, why).format(
            file=file, megabytes=50, cells=500_000, lines=100_000, millions=60, most=32_767
        )
    ]
    assert code == 1
    assert seconds <= SECONDS
    assert megabytes <= MEGABYTES
    assert [each.name for each in tmp_path.iterdir()] == [file.name]


def run(file: Path) -> tuple[int, list[str], float, float]:
    """The command in a process of its own: exit code, what it complained of, seconds, megabytes at most."""
    # Waits for nothing, so that its seconds are those of whoever waits for it.
    command = [sys.executable, "-c", RUN, "carry", str(file), "--playbook", str(ROOT / "playbook.yaml")]
    done = subprocess.run(command, capture_output=True, timeout=120, text=True, encoding="utf-8", check=False)
    *said, last = done.stderr.splitlines()
    assert "Traceback" not in done.stderr, done.stderr
    seconds, kilobytes = last.split()
    return done.returncode, said, float(seconds), int(kilobytes) / 1024


def test_a_workbook_with_macros_and_links_is_read_without_them(tmp_path: Path) -> None:
    file = tmp_path / "名单.xlsm"
    rows = '<row r="1"><c r="A1" t="str"><v>姓名</v></c></row><row r="2"><c r="A2" t="str"><f>[1]S!A1</f><v>王</v></c></row>'
    file.write_bytes(package(rows, {"xl/vbaProject.bin": "x", "xl/externalLinks/externalLink1.xml": "<x/>"}))
    code, said, _, _ = run(file)
    words = labels("zh").carry
    assert (code, said) == (0, [words.macros, words.links])
    assert sorted(each.name for each in tmp_path.iterdir()) == ["columns.yaml", "名单.xlsm"]


def test_a_whole_column_that_is_only_coloured_is_no_list_of_a_million(tmp_path: Path) -> None:
    file = tmp_path / "名单.xlsx"
    head = '<row r="1"><c r="A1" t="str"><v>姓名</v></c></row>'
    file.write_bytes(
        package(head + "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(2, 1_048_577)))
    )
    code, said, seconds, megabytes = run(file)
    assert (code, said) == (0, [])
    assert seconds <= SECONDS
    assert megabytes <= MEGABYTES


def test_every_refusal_has_its_sentence_in_each_language() -> None:
    for language in ("zh", "en"):
        refused = labels(language).carry.refused
        assert all(getattr(refused, why) for _, _, why in REFUSED.values())
