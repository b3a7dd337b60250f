"""What the benchmark measures is the whole of the shipped playbook."""

from __future__ import annotations

from pathlib import Path

from benchmarks.__main__ import copy_of_the_shop, laid_out
from generator.build import check
from tests.conftest import ROOT


def test_the_copy_it_builds_is_the_shop(tmp_path: Path) -> None:
    copy_of_the_shop(tmp_path / "shop")
    copied, shipped = (check(folder / "playbook.yaml") for folder in (tmp_path / "shop", ROOT))
    assert copied.problems == ()
    assert copied.loaded.playbook == shipped.loaded.playbook


def test_the_tools_alone_get_every_page_and_sheet(tmp_path: Path) -> None:
    pages, sheets = laid_out(tmp_path)
    assert pages == len(list((tmp_path / "pages").rglob("*.md"))) > 200
    assert sheets == len(list((tmp_path / "sheets").glob("*.html"))) > 100
