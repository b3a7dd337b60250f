"""Playbooks and pages for the tests of the handbook, and a real run of MkDocs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from html import unescape
from pathlib import Path

from generator.edition import Edition, editions
from generator.handbook import pages
from generator.output import OutputFile, Page
from generator.playbook.load import load
from generator.playbook.model.record import rewritten
from tests.conftest import ROOT

SHIPPED = ROOT / "playbook.yaml"
TINY = ROOT / "tests" / "playbooks" / "tiny.yaml"


@cache
def set_in(path: Path, language: str) -> Edition:
    """The playbook at `path` in one language."""
    playbook = load(path).playbook
    assert playbook is not None, load(path).problems
    return next(edition for edition in editions(playbook) if edition.language == language)


@cache
def shipped_pages(language: str) -> Mapping[str, Page]:
    return {page.uri: page for page in pages(set_in(SHIPPED, language), [])}


@cache
def shipped_html(language: str) -> Mapping[str, str]:
    """The pages of the shipped playbook, set, by the address they are shown under."""
    return {uri: page.html for uri, page in shipped_pages(language).items()}


def with_every_text(edition: Edition, say: Callable[[str], str]) -> Edition:
    """The edition with every author's text said otherwise."""
    source = load(SHIPPED).playbook
    return replace(edition, playbook=rewritten(source, lambda text, _: say(text.in_(edition.language))))


def sheet(name: str, *, core: bool = False, **more: str) -> OutputFile:
    """A sheet to fetch, as printables hand it over."""
    given = {
        "of": f"posters.{name}",
        "kind": "poster",
        "language": "zh",
        "title": f"Sheet {name}",
        "paper": "A4",
        "code": "AB12",
        **more,
    }
    place = {"path": f"files/{name}.pdf", "picture": f"files/{name}.png"}
    return OutputFile(id=name, audience="staff", content=bytes, core=core, **{**place, **given})


def words_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def mkdocs(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A real `mkdocs build --strict` in `folder`, without sheets."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", *words]
    more = {"NO_MKDOCS_2_WARNING": "1", "PLAYBOOK_NO_PRINT": "1", **environment}
    kept = {name: value for name, value in os.environ.items() if name != "PLAYBOOK_FILE"}
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, env={**kept, **more})


def shop(folder: Path, playbook: str, config: str = "") -> Path:
    """A shop's folder: its playbook, the shipped mkdocs.yml (or `config`), no pages of its own."""
    (folder / "playbook.yaml").write_text(playbook, "utf-8")
    (folder / "mkdocs.yml").write_text(config or (ROOT / "mkdocs.yml").read_text("utf-8"), "utf-8")
    (folder / "docs").mkdir()
    return folder
