"""What people read in a finished playbook: its pages, its sheets, its workbooks and its other files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from zipfile import ZipFile

from click.testing import CliRunner

from generator.__main__ import main
from tests.pdfs import raw_text

_UNSEEN = re.compile(r"(?s)<(script|style)\b.*?</\1>|<[^>]+>")
_HEADING = re.compile(r"(?s)<(h[1-6]|caption|summary|title)\b[^>]*>(.*?)</\1>")
_PLAIN = {".txt", ".csv", ".gift", ".xml", ".json", ".jsonl", ".tsv", ".yml", ".plist"}
_OURS = ("assets", "owner", "search")
"""Folders of the site whose words are nobody's to read there: scripts, the program's own manual, the index."""


def built(folder: Path, trade: str, size: str, language: str) -> Path:
    """A starter's files and everything made of them, as an owner's two commands make it."""
    for command in (
        ["new", str(folder), "--language", language, "--size", size, "--trade", trade],
        ["build", "--playbook", str(folder / "playbook.yaml")],
    ):
        result = CliRunner().invoke(main, command)
        assert result.exit_code == 0, result.output
    return folder


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Each file below site/ and trainer/ that has words in it, with its words."""
    for path in sorted((*folder.glob("site/**/*"), *folder.glob("trainer/**/*"))):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not set(_OURS) & set(path.relative_to(folder).parts):
            yield name, _words(path)


def titles(folder: Path) -> set[str]:
    """What pages, their parts and sheets are called."""
    pages = [path.read_text("utf-8") for path in folder.glob("site/*.html")]
    found = {_seen(words) for page in pages for _, words in _HEADING.findall(page)}
    return found | {
        _seen(words) for page in pages for words in re.findall(r"(?s)<a\b[^>]*files/[^>]*>(.*?)</a>", page)
    }


def _words(path: Path) -> str:
    match path.suffix:
        case ".html":
            return _seen(path.read_text("utf-8"))
        case ".pdf":
            return raw_text(path)
        case ".xlsx":
            return _of_workbook(path)
        case suffix if suffix in _PLAIN:
            return path.read_text("utf-8", errors="replace")
        case _:
            return ""


def _of_workbook(path: Path) -> str:
    """Its words, those within formulas and lists too; openpyxl needs seconds for 70,000 formulas."""
    with ZipFile(path) as parts:
        xml = (parts.read(name).decode("utf-8") for name in parts.namelist() if name.startswith("xl/"))
        return "\n".join(unescape(_UNSEEN.sub("\n", each)) for each in xml)


def _seen(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(_UNSEEN.sub(" ", html))).strip()
