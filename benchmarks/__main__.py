"""Prints, from one run, the time of a build beside MkDocs alone and WeasyPrint alone making the same.

Each is a fresh process, run twice in turn; the faster run counts. A ratio of 1.0 for the parts together
would mean that reading, checking, setting in languages, pictures and the search index cost nothing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generator.build import site
from generator.engines.shell import HERE
from generator.engines.weasyprint import printer
from generator.handbook.navigation import source
from generator.printables import set_all

RUNS = 2
ROOT = HERE.parent

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

MKDOCS_YML = """
site_name: alone
theme: {name: material, language: zh, font: false}
plugins: [search]
use_directory_urls: false
markdown_extensions: [admonition, attr_list, md_in_html, tables]
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        pages, sheets = laid_out(folder)
        shop = folder / "shop"
        copy_of_the_shop(shop)
        commands = {
            "playbook build (everything)": [
                sys.executable,
                "-m",
                "generator",
                "build",
                "--playbook",
                str(shop / "playbook.yaml"),
            ],
            "playbook check (no sheets)": [
                sys.executable,
                "-m",
                "generator",
                "check",
                "--no-print",
                "--playbook",
                str(shop / "playbook.yaml"),
            ],
            f"MkDocs alone, {pages} pages": [
                sys.executable,
                "-c",
                MKDOCS_ALONE,
                *map(str, sorted((folder / "pages").iterdir())),
            ],
            f"WeasyPrint alone, {sheets} sheets, one core": [
                sys.executable,
                "-c",
                WEASYPRINT_ALONE,
                str(folder / "sheets"),
            ],
        }
        times = _times(commands)
        _print(times)


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


def copy_of_the_shop(shop: Path) -> None:
    shutil.copytree(ROOT / "chapters", shop / "chapters")
    shutil.copy(ROOT / "playbook.yaml", shop)


def _times(commands: dict[str, list[str]]) -> dict[str, float]:
    taken: dict[str, list[float]] = {name: [] for name in commands}
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    for _ in range(RUNS):
        for name, command in commands.items():
            begun = time.perf_counter()
            run = subprocess.run(command, cwd=ROOT, env=quiet, capture_output=True, text=True)
            if run.returncode:
                sys.exit(f"{name}: {run.stderr or run.stdout}")
            taken[name].append(time.perf_counter() - begun)
    return {name: min(each) for name, each in taken.items()}


def _print(times: dict[str, float]) -> None:
    build, check, mkdocs, weasyprint = times.values()
    for name, seconds in times.items():
        print(f"{name:45} {seconds:6.2f} s")
    print(f"{'build / (MkDocs alone + WeasyPrint alone)':45} {build / (mkdocs + weasyprint):6.2f}")
    print(f"{'check / build':45} {check / build:6.2f}")


if __name__ == "__main__":
    main()
