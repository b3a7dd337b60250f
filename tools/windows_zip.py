"""Makes the zip for Windows: a Python, every package the lock names and files to double-click. Nothing has to be installed.

Run by `make windows-zip`. What cannot be had where it runs is named, and the zip says so.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
HERE = Path(__file__).parent / "windows"
PYTHON = "3.13.5"
URL = f"https://www.python.org/ftp/python/{PYTHON}/python-{PYTHON}-embed-amd64.zip"
HASH = "7d2650fd9d1b9d002d4a315d5f354247fd6a44f30517c7ef577b08f57a0fb6d9"
"""SHA-256 of what python.org publishes there; its licence is inside."""
PATHS = "python313._pth"
"""The file in it that says where its packages are."""
PLATFORM = "x86_64-pc-windows-msvc"
ZIP = "service-playbook-windows.zip"
BEGUN = (1980, 1, 1, 0, 0, 0)
ICONS = "material/templates/.icons"
"""Where the theme keeps fourteen thousand icons; a page shows thirty."""
PREVIEW = 'start "" /b cmd /c "timeout /t 5 >nul & start http://127.0.0.1:8000/"'
"""Opens the browser when the preview has had time to begin."""


def words() -> Mapping[str, Any]:
    found: Mapping[str, Any] = yaml.safe_load((HERE / "words.yaml").read_text("utf-8"))
    return found


def to_double_click() -> Iterator[tuple[str, bytes]]:
    """The files people start, and what to read first, in both languages; lines end as Windows ends them."""
    # For a window to type in: the guides say `playbook check`.
    yield "playbook.bat", b'@"%~dp0program\\python\\python.exe" -X utf8 -m generator %*\r\n'
    template = (HERE / "start.bat").read_text("utf-8")
    for language, said in words().items():
        after = {"build": f'start "" "{said["shop"]}\\site\\index.html"'}
        for command in ("check", "build", "serve"):
            text = template.format(
                **{key: said[key] for key in ("shop", "unpack", "lacking")},
                title=said[command]["title"],
                language=language,
                command=f"{command} --no-print" if command == "check" else command,
                before=PREVIEW if command == "serve" else "rem",
                after=after.get(command, "rem"),
            )
            yield f"{said[command]['name']}.bat", _as_on_windows(text)
        # Notepad of older Windows takes a file for UTF-8 only if it begins with a mark.
        yield said["readme"], b"\xef\xbb\xbf" + _as_on_windows(said["about"].format(zip=ZIP))


def without_python() -> Iterator[tuple[str, bytes]]:
    """What to do where Python is missing."""
    for said in words().values():
        text = said["lack"].format(url=URL, hash=HASH, pth=PATHS)
        yield said["missing"], b"\xef\xbb\xbf" + _as_on_windows(text)


def python(given: Path | None) -> Iterator[tuple[str, bytes]]:
    """The files of Python for Windows from a zip that was `given`, or else fetched; OSError if it cannot be had."""
    packed = given.read_bytes() if given else _fetched(URL)
    if hashlib.sha256(packed).hexdigest() != HASH:
        raise OSError(f"not the file that {HASH} belongs to")
    with zipfile.ZipFile(io.BytesIO(packed)) as file:
        for name in file.namelist():
            content = file.read(name)
            if name == PATHS:
                content = b"python313.zip\r\n.\r\n..\\packages\r\n"
            yield f"program/python/{name}", content


def packages(folder: Path) -> None:
    """Our wheel, and every package the lock names in its wheel for Windows, checked against the lock, unpacked."""
    locked = folder / "locked.txt"
    _uv("export", "--frozen", "--no-dev", "--no-emit-project", "--output-file", locked)
    target = ("--target", folder / "packages", "--no-deps", "--python-platform", PLATFORM)
    version = ("--python-version", PYTHON.rpartition(".")[0], "--only-binary", ":all:")
    _uv("pip", "install", *target, *version, "--require-hashes", "--requirement", locked)
    _uv("build", "--wheel", "--out-dir", folder)
    _uv("pip", "install", *target, *version, *folder.glob("*.whl"))


def icons_shown(installed: Path, *beside: Path) -> set[Path]:
    """The icons that the theme's templates and our pages name, or a settings file `beside` them."""
    named: set[str] = set()
    written = [*(installed / "material").rglob("*"), *(installed / "generator").rglob("*"), *beside]
    for path in written:
        if path.suffix in (".html", ".py", ".yml") and path.is_file():
            named |= set(re.findall(r"[a-z]+/[\w/-]+", path.read_text("utf-8")))
    return {path for name in named if (path := installed / ICONS / f"{name}.svg").is_file()}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--python", type=Path, help=f"{Path(URL).name}, if you have it")
    asked.add_argument("--into", type=Path, default=ROOT / "dist")
    given = asked.parse_args()
    given.into.mkdir(parents=True, exist_ok=True)
    files = dict(to_double_click())
    try:
        files |= python(given.python)
    except OSError as fault:
        print(f"windows-zip: without Python: {URL} cannot be had here ({fault})", file=sys.stderr)
        files |= without_python()
    files["program/LICENSE"] = (ROOT / "LICENSE").read_bytes()
    with tempfile.TemporaryDirectory() as scratch:
        packages(Path(scratch))
        installed = Path(scratch) / "packages"
        shutil.rmtree(installed / "bin", ignore_errors=True)
        unshown = {*(installed / ICONS).rglob("*/*.svg")} - icons_shown(installed, ROOT / "mkdocs.yml")
        for path in sorted(installed.rglob("*")):
            if path.is_file() and path.name != ".lock" and path not in unshown:
                files[f"program/packages/{path.relative_to(installed).as_posix()}"] = path.read_bytes()
    target = given.into / ZIP
    _write(target, files)
    code = hashlib.sha256(target.read_bytes()).hexdigest()
    target.with_name(f"{ZIP}.sha256").write_text(f"{code}  {ZIP}\n", "utf-8")
    print(f"windows-zip: {target} · {len(files)} files · SHA-256 {code}")


def _write(target: Path, files: Mapping[str, bytes]) -> None:
    """A zip that is the same for the same files."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name in sorted(files):
            about = zipfile.ZipInfo(f"service-playbook/{name}", BEGUN)
            about.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(about, files[name])


def _fetched(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=60) as answer:
        content: bytes = answer.read()
        return content


def _uv(*said: object) -> None:
    beside = Path(sys.executable).with_name("uv")
    command = str(beside if beside.is_file() else "uv")
    subprocess.run([command, "--quiet", *map(str, said)], cwd=ROOT, check=True)


def _as_on_windows(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


if __name__ == "__main__":
    main()
