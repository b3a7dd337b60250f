"""What is unpacked on Windows: a wheel for every package of the lock, files to double-click that any path may hold."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import material
import pytest

from tests.conftest import OUTSIDE, ROOT
from tools import windows_zip
from tools.windows_zip import PATHS, PYTHON, to_double_click, without_python

LOCK = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))
OURS = "service-playbook"
FILES = tuple(to_double_click())


def needed() -> Iterator[dict[str, Any]]:
    """Every package that ours needs, however far."""
    by_name: dict[str, list[dict[str, Any]]] = {}
    for package in LOCK["package"]:
        by_name.setdefault(package["name"], []).append(package)
    seen, waiting = set(), [OURS]
    while waiting:
        name = waiting.pop()
        for package in by_name[name] if name not in seen else ():
            waiting += (each["name"] for each in package.get("dependencies", ()))
            if name != OURS:
                yield package
        seen.add(name)


def test_each_package_of_the_lock_has_a_wheel_that_windows_takes() -> None:
    tag = "cp" + "".join(PYTHON.split(".")[:2])
    fits = re.compile(rf"-({tag}-{tag}|{tag}-abi3|cp3\d+-abi3|(py3\d*|py2\.py3)-none)-(any|win_amd64)\.whl$")
    packages = list(needed())
    assert len(packages) > 30
    lacking = [
        package["name"]
        for package in packages
        if not any(fits.search(wheel["url"]) for wheel in package.get("wheels", ()))
    ]
    assert lacking == []


@pytest.mark.parametrize(("name", "content"), FILES, ids=[name for name, _ in FILES])
def test_a_file_to_double_click_stays_open_and_minds_any_path(name: str, content: bytes) -> None:
    text = content.decode("utf-8-sig")
    assert "\n" not in text.replace("\r\n", "")
    if name == "playbook.bat" or not name.endswith(".bat"):
        return
    lines = text.split("\r\n")
    assert lines[0] == "@echo off"
    assert lines[2] == "chcp 65001 >nul"
    assert "pause" in lines
    # In a block in brackets, a bracket of the path would end it; a mark would be told apart by nobody.
    assert [line for line in lines if re.match(r"if .*\($", line)] == []
    assert not content.startswith(b"\xef\xbb\xbf")
    for target in re.findall(r"goto (\w+)", text):
        assert f":{target}" in lines
    assert '"program\\python\\python.exe" -X utf8 -m generator' in text
    assert "Unpack the whole zip first" in text or "解压" in text


def test_the_six_of_them_run_the_three_commands_in_both_languages() -> None:
    said = {
        name: content.decode() for name, content in FILES if name.endswith(".bat") and name != "playbook.bat"
    }
    commands = {
        name: re.findall(r"-m generator (\w+)(?: --no-print)? --playbook \"(.+)\"", text)
        for name, text in said.items()
    }
    assert commands == {
        "检查.bat": [("check", "我的店")],
        "生成.bat": [("build", "我的店")],
        "预览.bat": [("serve", "我的店")],
        "check.bat": [("check", "my-shop")],
        "build.bat": [("build", "my-shop")],
        "preview.bat": [("serve", "my-shop")],
    }


def test_python_is_taken_only_if_it_is_the_one_that_was_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("python.exe", "x")
        file.writestr("LICENSE.txt", "theirs")
        file.writestr(PATHS, "python313.zip\n.\n")
    given = tmp_path / "python.zip"
    given.write_bytes(packed.getvalue())
    with pytest.raises(OSError, match="not the file"):
        list(windows_zip.python(given))
    monkeypatch.setattr(windows_zip, "HASH", hashlib.sha256(packed.getvalue()).hexdigest())
    files = dict(windows_zip.python(given))
    assert "program/python/LICENSE.txt" in files
    assert b"..\\packages" in files[f"program/python/{PATHS}"]


def test_a_zip_without_python_says_where_it_is_to_be_had() -> None:
    for _, content in without_python():
        text = content.decode("utf-8-sig")
        assert windows_zip.URL in text
        assert windows_zip.HASH in text


@pytest.fixture(scope="module")
def theme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The theme with the icons of the zip, where Python finds it first."""
    there = Path(material.__file__).parent
    kept = windows_zip.icons_shown(there.parent, ROOT / "mkdocs.yml")
    folder = tmp_path_factory.mktemp("theme")

    def left_out(where: str, names: list[str]) -> list[str]:
        apart = Path(where).relative_to(there).parts[:2] == ("templates", ".icons")
        return [name for name in names if apart and name.endswith(".svg") and Path(where, name) not in kept]

    shutil.copytree(there, folder / "material", ignore=left_out)
    return folder


@pytest.mark.slow
def test_a_site_needs_no_icon_that_the_zip_has_not(theme: Path, tmp_path: Path) -> None:
    assert 10 < len(list((theme / windows_zip.ICONS).rglob("*.svg"))) < 100
    shutil.copy(ROOT / "tests/playbooks/tiny.yaml", tmp_path / "playbook.yaml")
    told = {}
    for name, path in (("zip", f"{theme}{os.pathsep}{ROOT}"), ("whole", str(ROOT))):
        command = [sys.executable, "-m", "generator", "build", "--no-print"]
        subprocess.run(command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": path}, check=True)
        told[name] = {page.name: page.read_bytes() for page in (tmp_path / "site").rglob("*.html")}
    assert told["zip"] == told["whole"]


@pytest.mark.slow
def test_the_zip_holds_every_package_and_says_what_is_missing(tmp_path: Path) -> None:
    nothing = tmp_path / "none.zip"
    command = [sys.executable, "-m", "tools.windows_zip", "--into", str(tmp_path), "--python", str(nothing)]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if made.returncode and "error sending request" in made.stderr:
        pytest.skip(f"{OUTSIDE}the package index cannot be reached")
    assert made.returncode == 0, made.stderr
    assert windows_zip.URL in made.stderr
    with zipfile.ZipFile(tmp_path / windows_zip.ZIP) as file:
        names = set(file.namelist())
    top = "service-playbook/"
    assert {f"{top}生成.bat", f"{top}缺少Python.txt", f"{top}program/packages/generator/__main__.py"} <= names
    there = {re.split(r"/([\w.]+)-[^/]+\.dist-info/", name)[1] for name in names if ".dist-info/" in name}
    assert {package["name"].replace("-", "_") for package in needed()} - {each.lower() for each in there} <= {
        "brotlicffi",
        "pymdown_extensions",
    }
    assert len(names) < 6000
    assert any(name.endswith("_pydantic_core.cp313-win_amd64.pyd") for name in names)
