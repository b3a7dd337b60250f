"""A build that would make what is there already says so and makes nothing; any other is made."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.__main__ import main
from generator.labels import labels
from tests.conftest import ROOT

TINY = (ROOT / "tests" / "playbooks" / "tiny.yaml").read_text("utf-8")
UNCHANGED = labels("zh").console.unchanged


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shop whose site has been built once."""
    monkeypatch.setenv("PLAYBOOK_CACHE", str(tmp_path / "kept"))
    folder = tmp_path / "shop"
    (folder / "docs/zh").mkdir(parents=True)
    (folder / "docs/zh/own.md").write_text("# 自家的\n", "utf-8")
    (folder / "playbook.yaml").write_text(TINY, "utf-8")
    assert UNCHANGED not in build(folder)
    return folder


def build(folder: Path) -> str:
    words = ["build", "--no-print", "--playbook", str(folder / "playbook.yaml")]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0, result.output
    return result.output


def test_a_second_build_says_that_nothing_has_changed_and_touches_nothing(shop: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in shop.rglob("*")}
    assert build(shop).splitlines()[-1] == UNCHANGED
    assert before == {path: path.stat().st_mtime_ns for path in shop.rglob("*")}


def test_an_edit_is_built(shop: Path) -> None:
    (shop / "playbook.yaml").write_text(TINY.replace("先问好，再报店名", "问好要先"), "utf-8")
    assert UNCHANGED not in build(shop)
    assert "问好要先" in (shop / "site/norms.html").read_text("utf-8")
    assert UNCHANGED in build(shop)


def test_a_hand_written_page_is_built(shop: Path) -> None:
    (shop / "docs/zh/own.md").write_text("# 自家的两页\n", "utf-8")
    assert UNCHANGED not in build(shop)
    (shop / "docs/zh/new.md").write_text("# 新的\n", "utf-8")
    assert UNCHANGED not in build(shop)
    assert (shop / "site/new.html").is_file()


def test_what_is_missing_from_the_site_is_made_again(shop: Path) -> None:
    (shop / "site/norms.html").unlink()
    assert UNCHANGED not in build(shop)
    assert (shop / "site/norms.html").is_file()


def test_without_a_store_it_is_built_each_time(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAYBOOK_CACHE", "")
    assert UNCHANGED not in build(shop)


def test_what_is_saved_during_a_build_is_not_taken_for_built(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.engines import mkdocs

    path, build_site = shop / "playbook.yaml", mkdocs.build_site
    path.write_text(TINY.replace("先问好，再报店名", "问好要先"), "utf-8")

    def meanwhile(*given: object) -> None:
        path.write_text(TINY.replace("先问好，再报店名", "报店名在后"), "utf-8")
        build_site(*given)

    monkeypatch.setattr(mkdocs, "build_site", meanwhile)
    build(shop)
    monkeypatch.undo()
    monkeypatch.setenv("PLAYBOOK_CACHE", str(shop.parent / "kept"))
    assert UNCHANGED not in build(shop)
    assert "报店名在后" in (shop / "site/norms.html").read_text("utf-8")


def test_a_page_taken_from_the_store_is_the_page_that_would_be_set(shop: Path) -> None:
    edits = TINY.replace("Greet by name", "Say hello"), TINY.replace("小店手册", "小店的手册"), TINY
    for edit in edits:
        (shop / "playbook.yaml").write_text(edit, "utf-8")
        kept, anew = (built(shop, store) for store in (shop.parent / "kept", shop.parent / "new"))
        assert kept == anew


def built(shop: Path, store: Path) -> dict[str, bytes]:
    """The pages of the site, made with the store in that folder, empty or not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLAYBOOK_CACHE", str(store))
        build(shop)
    for path in store.glob("*") if store.name == "new" else ():
        path.unlink()
    return {str(path): path.read_bytes() for path in (shop / "site").rglob("*.html")}
