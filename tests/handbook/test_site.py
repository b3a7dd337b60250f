"""A real run of MkDocs: strict about links, and titles are text."""

from __future__ import annotations

from pathlib import Path

from generator.handbook.links import broken
from generator.output import Content, Page
from tests.handbook.books import TINY, mkdocs, shipped_pages, shop


def test_a_title_of_a_hand_written_page_is_text_in_the_menu(tmp_path: Path) -> None:
    folder = shop(tmp_path, TINY.read_text("utf-8"))
    (folder / "docs/zh").mkdir()
    (folder / "docs/zh/own.md").write_text('---\ntitle: "<b>5 & 6</b>"\n---\n\n# x\n', "utf-8")
    run = mkdocs(folder)
    assert run.returncode == 0, run.stderr
    home = (folder / "site/index.html").read_text("utf-8")
    assert "<b>5" not in home
    assert "&lt;b&gt;5 &amp; 6&lt;/b&gt;" in home


def test_pages_for_the_owner_stand_in_the_order_they_say(tmp_path: Path) -> None:
    folder = shop(tmp_path, TINY.read_text("utf-8"))
    owner = folder / "docs/zh/owner"
    owner.mkdir(parents=True)
    for name, head in {"a": "", "b": "---\norder: 2\n---\n", "c": "---\norder: 1\n---\n"}.items():
        (owner / f"{name}.md").write_text(f"{head}# Page {name}\n", "utf-8")
    assert mkdocs(folder).returncode == 0
    menu = (folder / "site/owner/a.html").read_text("utf-8").partition("<article")[0]
    assert menu.index("Page c") < menu.index("Page b") < menu.rindex("Page a")


def test_a_broken_link_in_a_hand_written_page_stops_the_build(tmp_path: Path) -> None:
    folder = shop(tmp_path, TINY.read_text("utf-8"))
    (folder / "docs/zh").mkdir()
    (folder / "docs/zh/own.md").write_text("[x](nowhere.md)\n", "utf-8")
    run = mkdocs(folder)
    assert run.returncode == 1
    assert "nowhere.md" in run.stderr


def test_a_broken_link_in_a_made_page_is_seen() -> None:
    there = {"norms.html": {"greet"}, "files/a.pdf": set[str]()}
    links = (
        "../norms.html#greet",
        "../files/a.pdf",
        "../norms.html#gone",
        "../gone.html",
        "#gone",
        "https://x.y",
    )
    html = "".join(f'<a href="{link}">x</a>' for link in links)
    assert [*broken(Page("scripts/a.html", "A", lambda: Content(html)), there)] == [
        "../norms.html#gone",
        "../gone.html",
        "#gone",
    ]


def test_no_page_carries_a_character_that_nobody_sees() -> None:
    assert not any("\u2060" in page.html for page in shipped_pages("zh").values())
