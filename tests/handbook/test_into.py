"""The handbook for another site generator: it builds there, and nothing an author wrote means anything to it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner
from markdown import Markdown

from generator.__main__ import main
from generator.engines.folder import markdown
from generator.handbook import pages
from tests.handbook.books import SHIPPED, TINY, set_in, with_every_text, words_of

QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
PROPERDOCS = """
site_name: {name}
docs_dir: ../{docs}
use_directory_urls: false
theme: {{name: material, font: false}}
"""
MARKS = '*a* {{% b %}} {{d}} {++e++} [[f]] [g](h.md) :smile: `i` ~~j~~ <!-- k -->\n\n--8<-- "l"\n# m\n- n\n```\n!!! o\n[p]: q'
EXTENSIONS = (
    "attr_list",
    "md_in_html",
    "tables",
    "toc",
    "fenced_code",
    "admonition",
    "footnotes",
    "def_list",
    "abbr",
)
PYMDOWN = (
    "betterem",
    "caret",
    "critic",
    "emoji",
    "keys",
    "magiclink",
    "mark",
    "smartsymbols",
    "snippets",
    "superfences",
    "tasklist",
    "tilde",
)
"""What a shop may switch on elsewhere."""


def written(folder: Path, *words: str) -> None:
    result = CliRunner().invoke(
        main, ["build", "--no-print", "--playbook", str(TINY), "--into", str(folder), *words]
    )
    assert result.exit_code == 0, result.output


def test_properdocs_builds_the_same_pages_strictly(tmp_path: Path) -> None:
    written(tmp_path / "pages")
    (tmp_path / "shell").mkdir()
    (tmp_path / "shell/properdocs.yml").write_text(PROPERDOCS.format(name="x", docs="pages"), "utf-8")
    command = [sys.executable, "-m", "properdocs", "build", "--strict"]
    run = subprocess.run(command, cwd=tmp_path / "shell", capture_output=True, text=True, env=QUIET)
    assert run.returncode == 0, run.stderr
    for language, home in (("zh", ""), ("en", "en/")):
        for page in pages(set_in(TINY, language), []):
            there = (tmp_path / "shell/site" / (home + page.uri)).read_text("utf-8")
            assert words_of(page.html) in words_of(there), page.uri


def test_a_page_carries_its_title_and_one_block_of_html(tmp_path: Path) -> None:
    written(tmp_path)
    norms = (tmp_path / "norms.md").read_text("utf-8")
    assert norms.startswith('---\ntitle: "服务规范"\n---\n\n<div')
    assert "\n\n" not in norms.partition("<div")[2]
    assert (tmp_path / "assets/handbook.css").is_file()


def test_a_second_run_leaves_what_a_person_added(tmp_path: Path) -> None:
    written(tmp_path / "pages")
    (tmp_path / "pages/mine.md").write_text("mine", "utf-8")
    written(tmp_path / "pages")
    assert (tmp_path / "pages/mine.md").read_text("utf-8") == "mine"


def test_no_extension_of_markdown_sees_an_authors_marks() -> None:
    extensions = [*EXTENSIONS, *(f"pymdownx.{name}" for name in PYMDOWN)]
    edition = with_every_text(set_in(SHIPPED, "zh"), lambda text: f"{text} {MARKS}")
    some = [page for number, page in enumerate(pages(edition, [])) if number % 30 == 0]
    assert len(some) > 3
    for page in some:
        body = markdown(page).partition("\n---\n")[2]
        assert words_of(Markdown(extensions=extensions).convert(body)) == words_of(page.html), page.uri
