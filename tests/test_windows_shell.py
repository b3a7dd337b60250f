"""The files to double-click, run by Wine's cmd: a Windows shell, though not Windows. Python is played by a stand-in.

Wine reads a batch file by a code page of its own, whatever chcp says; so Chinese words are held to their bytes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import OUTSIDE
from tools.windows_zip import to_double_click

COMPILER = "x86_64-w64-mingw32-gcc"
STAND_IN = r"""
#include <windows.h>
#include <stdio.h>
#include <wchar.h>
/* Notes what it was asked; makes what it is asked for; fails where a file called fail stands. */
int wmain(int count, wchar_t **words) {
    FILE *called = _wfopen(L"called.txt", L"ab");
    char said[4000];
    for (int at = 1; at < count; at++) {
        WideCharToMultiByte(GetOEMCP(), 0, words[at], -1, said, sizeof said, 0, 0);
        fprintf(called, "%s%s", said, at + 1 < count ? "\t" : "\n");
    }
    fclose(called);
    if (count > 6 && !wcscmp(words[5], L"new")) {
        wchar_t path[2000];
        CreateDirectoryW(words[6], 0);
        swprintf(path, 2000, L"%ls\\playbook.yaml", words[6]);
        fclose(_wfopen(path, L"wb"));
    }
    return GetFileAttributesW(L"fail") != INVALID_FILE_ATTRIBUTES;
}
"""
NEW = "-X utf8 -m generator new {0} --language {1} --size team"
BUILD, CHECK = (
    "-X utf8 -m generator build --playbook {0}",
    "-X utf8 -m generator check --no-print --playbook {0}",
)

NO_WINE = not (shutil.which("wine") and shutil.which(COMPILER))
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(NO_WINE, reason=f"{OUTSIDE}no Wine and MinGW"),  # they run and build .bat files
]


@pytest.fixture(scope="module")
def wine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment of a Windows of its own, and the stand-in beside it."""
    home = tmp_path_factory.mktemp("wine")
    (home / "python.c").write_text(STAND_IN, "utf-8")
    subprocess.run(
        [COMPILER, "-municode", "-o", str(home / "python.exe"), str(home / "python.c")], check=True
    )
    settings = {
        **os.environ,
        "WINEPREFIX": str(home / "prefix"),
        "WINEDEBUG": "-all",
        "LC_ALL": "C.UTF-8",
        "DISPLAY": "",
    }
    subprocess.run(["wineboot", "-i"], env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield {**settings, "STAND_IN": str(home / "python.exe")}
    subprocess.run(["wineserver", "-k"], env=settings)


@pytest.fixture(params=["shop", "新店 (1) a & b"])
def unpacked(request: pytest.FixtureRequest, wine: dict[str, str], tmp_path: Path) -> Path:
    folder = tmp_path / request.param
    (folder / "program/packages/generator").mkdir(parents=True)
    (folder / "program/packages/generator/__main__.py").touch()
    (folder / "program/python").mkdir()
    shutil.copy(wine["STAND_IN"], folder / "program/python/python.exe")
    for name, content in to_double_click():
        (folder / name).write_bytes(content)
    return folder


def pressed(folder: Path, name: str, wine: dict[str, str]) -> tuple[list[str], bytes]:
    """What Python was asked after a double click on a file, and what stood in the window."""
    (folder / "called.txt").unlink(missing_ok=True)
    done = subprocess.run(
        ["wine", "cmd", "/c", name],
        cwd=folder,
        env=wine,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
    )
    called = folder / "called.txt"
    lines = called.read_bytes().decode().replace("\t", " ").splitlines() if called.exists() else []
    return lines, done.stdout


@pytest.mark.parametrize(
    ("build", "check", "shop", "language"),
    [("build.bat", "check.bat", "my-shop", "en"), ("生成.bat", "检查.bat", "我的店", "zh")],
)
def test_the_first_time_makes_a_shop_and_each_time_runs_and_waits(
    unpacked: Path, wine: dict[str, str], build: str, check: str, shop: str, language: str
) -> None:
    first, said = pressed(unpacked, build, wine)
    assert first == [NEW.format(shop, language), BUILD.format(shop)]
    assert b"Press any key" in said
    assert pressed(unpacked, build, wine)[0] == [BUILD.format(shop)]
    assert pressed(unpacked, check, wine)[0] == [CHECK.format(shop)]
    (unpacked / "fail").touch()
    assert b"Press any key" in pressed(unpacked, check, wine)[1]


def test_a_shop_that_cannot_be_made_is_not_built(unpacked: Path, wine: dict[str, str]) -> None:
    (unpacked / "fail").touch()
    assert pressed(unpacked, "build.bat", wine)[0] == [NEW.format("my-shop", "en")]


def test_what_is_not_unpacked_or_lacks_python_says_so(unpacked: Path, wine: dict[str, str]) -> None:
    (unpacked / "program/python/python.exe").unlink()
    asked, said = pressed(unpacked, "build.bat", wine)
    assert (asked, b"Python" in said) == ([], True)
    shutil.rmtree(unpacked / "program")
    asked, said = pressed(unpacked, "build.bat", wine)
    assert (asked, b"Unpack the whole zip first" in said) == ([], True)


def test_a_window_to_type_in_hands_on_what_is_typed(unpacked: Path, wine: dict[str, str]) -> None:
    assert pressed(unpacked, "playbook.bat explain no-value", wine)[0] == [
        "-X utf8 -m generator explain no-value"
    ]
