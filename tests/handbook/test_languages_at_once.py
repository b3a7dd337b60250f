"""The languages of the site are built at once: the same as one after another, and a fault in any of them is heard."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from generator import build
from generator.engines import mkdocs
from tests.conftest import ROOT
from tests.handbook.books import mkdocs as by_hand

TINY = (ROOT / "tests" / "playbooks" / "tiny.yaml").read_text("utf-8")
pytestmark = pytest.mark.skipif(not mkdocs._SPLITS, reason="this system does not split processes")


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    (tmp_path / "playbook.yaml").write_text(TINY, "utf-8")
    for name in ("zh", "en"):
        (tmp_path / "docs" / name).mkdir(parents=True)
        (tmp_path / "docs" / name / "own.md").write_text("# Own\n\nText.\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text("utf-8"), "utf-8")
    return tmp_path


def built(shop: Path, name: str) -> dict[str, bytes]:
    path = shop / "playbook.yaml"
    mkdocs.build_site(build.site(path), path, shop / name)
    return files(shop / name)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_it_is_the_site_of_one_after_another_and_of_mkdocs_itself(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = built(shop, "at-once")
    monkeypatch.setattr(mkdocs, "_SPLITS", False)
    assert built(shop, "in-turn") == at_once
    assert by_hand(shop, "--site-dir", str(shop / "by-hand")).returncode == 0
    # What keeps the site on a device names every file of it, and is written when all languages stand.
    assert at_once.pop("sw.js")
    assert files(shop / "by-hand") == at_once


def test_a_broken_link_of_the_second_language_is_told(shop: Path) -> None:
    (shop / "docs/en/own.md").write_text("# Own\n\n[gone](gone.md)\n", "utf-8")
    with pytest.raises(mkdocs.SiteFault, match=r"gone\.md"):
        built(shop, "site")


def test_a_second_language_whose_process_is_killed_is_told(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_one, here = mkdocs._build, os.getpid()

    def killed(*given: object) -> None:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        build_one(*given)

    monkeypatch.setattr(mkdocs, "_build", killed)
    with pytest.raises(mkdocs.SiteFault):
        built(shop, "site")


def test_a_hand_written_page_that_was_kept_is_the_page_that_would_be_made(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "# Own\n\nText, [a part](#more) and [home](index.md).\n\n## More {#more}\n\n### Less\n"
    (shop / "docs/en/own.md").write_text(text, "utf-8")
    monkeypatch.setenv("PLAYBOOK_CACHE", str(shop / "kept"))
    first = built(shop, "first")
    assert built(shop, "again") == first
    monkeypatch.setenv("PLAYBOOK_CACHE", "")
    assert built(shop, "without") == first


def test_what_is_wrong_with_a_hand_written_page_is_told_each_time(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLAYBOOK_CACHE", str(shop / "kept"))
    (shop / "docs/zh/own.md").write_text("# Own\n\n[gone](gone.md)\n", "utf-8")
    for name in ("first", "again"):
        with pytest.raises(mkdocs.SiteFault, match=r"gone\.md"):
            built(shop, name)
