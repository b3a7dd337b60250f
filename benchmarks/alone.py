"""MkDocs alone, WeasyPrint alone and each engine that prints, making the pages and sheets of the shipped playbook, for comparison.

A build that took as long as both together would mean that reading, checking, setting in languages, pictures and the
search index cost nothing, and that nothing is kept.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.revision import ROOT
from benchmarks.rows import Bench
from generator.build import site
from generator.engines.printers import ENGINES, printer
from generator.handbook.navigation import source
from generator.printables import set_all

MKDOCS_ALONE = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
for folder in sys.argv[1:]:
    build(load_config(config_file=folder + "/mkdocs.yml", site_dir=folder + "/site"))
"""

WEASYPRINT_ALONE = """
import sys
from pathlib import Path
from generator.engines.weasyprint import weasyprint
library = weasyprint()
for path in sorted(Path(sys.argv[1]).glob("*.html")):
    path.with_suffix(".pdf").write_bytes(library.HTML(string=path.read_text("utf-8")).write_pdf(pdf_variant="pdf/ua-1"))
"""

BY_AN_ENGINE = """
import sys
from pathlib import Path
from generator.engines.printers import printer
engine = printer(sys.argv[2]).engine
for path in sorted(Path(sys.argv[1]).glob("*.html")):
    path.with_suffix(".pdf").write_bytes(engine.laid_out(path.read_text("utf-8")).pdf)
"""
"""Each sheet as a build lays it out, with room for its stamp."""

MKDOCS_YML = """
site_name: alone
theme: {name: material, language: zh, font: false}
plugins: [search]
use_directory_urls: false
markdown_extensions: [admonition, attr_list, md_in_html, tables]
"""


def alone(bench: Bench) -> Iterator[str]:
    pages, sheets = laid_out(bench.scratch)
    homes = map(str, sorted((bench.scratch / "pages").iterdir()))
    yield _row(f"MkDocs alone, {pages} pages as Markdown", MKDOCS_ALONE, *homes)
    yield _row(
        f"WeasyPrint alone, {sheets} sheets, one core", WEASYPRINT_ALONE, str(bench.scratch / "sheets")
    )
    for engine in ENGINES:
        name = f"{sheets} sheets laid out by {engine}, one process"
        yield _row(name, BY_AN_ENGINE, str(bench.scratch / "sheets"), engine)


def _row(name: str, script: str, *words: str) -> str:
    taken = timed(script, {**os.environ, "NO_MKDOCS_2_WARNING": "1"}, *words)
    return f"{name:58} {'':9} {taken:9.2f}"


def timed(script: str, environment: Mapping[str, str], *words: str) -> float:
    """Seconds that a script takes in a fresh process."""
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", script, *words], cwd=ROOT, env=environment, capture_output=True, check=True
    )
    return time.perf_counter() - begun


def laid_out(folder: Path) -> tuple[int, int]:
    """The pages and sheets of the shipped playbook as plain files, for the tools alone."""
    made = site(ROOT / "playbook.yaml", printer=printer(), only=())
    pages = 0
    for edition in made.editions:
        home = folder / "pages" / edition.language
        (home / "docs").mkdir(parents=True)
        (home / "mkdocs.yml").write_text(MKDOCS_YML, "utf-8")
        for page in made.pages(edition):
            place = home / "docs" / source(page.uri)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(page.html, "utf-8")
            pages += 1
    (folder / "sheets").mkdir()
    sheets = set_all(made.editions)
    for number, sheet in enumerate(sheets):
        (folder / "sheets" / f"{number:03}.html").write_text(sheet.html, "utf-8")
    return pages, len(sheets)
