"""A build replaces what was made and nothing else."""

from __future__ import annotations

import itertools
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.publish import Unfit, WouldOverwrite, beside, ledger, put_files, replace_folder, tidy
from generator.publish.ledger import MADE
from generator.publish.unfinished import Held


def folder(path: Path, **files: str) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (path / name).write_text(text)
    return path


def test_what_was_made_before_and_is_no_longer_made_goes(tmp_path: Path) -> None:
    replace_folder(tmp_path / "site", folder(tmp_path / "one", a="1", b="1"), known_by="x")
    replace_folder(tmp_path / "site", folder(tmp_path / "two", a="2"), known_by="x")
    assert (tmp_path / "site/a").read_text() == "2"
    assert not (tmp_path / "site/b").exists()


def test_a_file_that_a_person_put_there_stays(tmp_path: Path) -> None:
    replace_folder(tmp_path / "trainer", folder(tmp_path / "one", key="1"), known_by="x")
    (tmp_path / "trainer/marks.xlsx").write_text("a person's")
    replace_folder(tmp_path / "trainer", folder(tmp_path / "two", key="2"), known_by="x")
    assert (tmp_path / "trainer/marks.xlsx").read_text() == "a person's"


def test_a_file_of_a_person_is_never_overwritten(tmp_path: Path) -> None:
    folder(tmp_path / "site", index="a person's")
    with pytest.raises(WouldOverwrite, match="index"):
        replace_folder(tmp_path / "site", folder(tmp_path / "new", index="ours"), known_by="x")
    with pytest.raises(WouldOverwrite):
        put_files(tmp_path / "site", {"index": b"ours"}, known_by="x")
    assert (tmp_path / "site/index").read_text() == "a person's"


def test_a_site_that_mkdocs_build_made_is_replaced(tmp_path: Path) -> None:
    folder(tmp_path / "site", index="by mkdocs", marker="")
    replace_folder(tmp_path / "site", folder(tmp_path / "new", index="ours", marker=""), known_by="marker")
    assert (tmp_path / "site/index").read_text() == "ours"


def test_single_files_join_what_was_made(tmp_path: Path) -> None:
    put_files(tmp_path / "site", {"files/a.pdf": b"1"}, known_by="x")
    put_files(tmp_path / "site", {"files/a.pdf": b"2"}, known_by="x")
    assert (tmp_path / "site/files/a.pdf").read_bytes() == b"2"


STEPS = """
import os, signal, sys
from pathlib import Path
from generator.publish import beside, put_files, put_first, replace_folder, tidy

here, last, how = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
KINDS = ("os.rename", "os.link", "os.mkdir", "os.remove", "os.rmdir", "shutil.copyfile")
count = 0

def step(event, arguments):
    global count
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    if last and (event in KINDS or writes):
        count += 1
        if count == last:
            if how == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            raise {"interrupt": KeyboardInterrupt, "full": OSError}[how](28, "No space left on device")

def publish():
    with beside(here / "site") as scratch:
        fresh = scratch / "new" / "site"
        (fresh / "deep").mkdir(parents=True)
        (fresh / "index.html").write_text("new")
        (fresh / "deep" / "page.html").write_text("new")
        replace_folder(here / "site", fresh, known_by="x")

sys.addaudithook(step)
"""
"""The program of a child process that is stopped before its n-th change of the disk."""


def stopped_at(tmp_path: Path, step: int, how: str, act: str = "publish()") -> bool:
    """Runs the steps until the n-th; False if there were fewer."""
    program = STEPS + f"\n{act}\nprint('whole')\n"
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path), str(step), how], capture_output=True, text=True
    )
    return done.stdout != "whole\n"


def old_site(tmp_path: Path) -> None:
    with beside(tmp_path / "site") as scratch:
        fresh = folder(scratch / "new", **{"index.html": "old", "gone.html": "old"})
        replace_folder(tmp_path / "site", fresh, known_by="x")
    folder(tmp_path / "site" / "photos", **{"shop.jpg": "a person's"})


OLD = {"index.html": "old", "gone.html": "old"}
NEW = {"index.html": "new", "deep/page.html": "new"}
THEIRS = {"photos/shop.jpg": "a person's"}


def content(path: Path) -> dict[str, str]:
    return {name: (path / name).read_text() for name in ledger.files(path)}


def every_step(tmp_path: Path, how: str) -> Iterator[Path]:
    for step in itertools.count(1):
        here = tmp_path / str(step)
        here.mkdir()
        old_site(here)
        if not stopped_at(here, step, how):
            assert step > 10
            return
        yield here


def test_whenever_publishing_is_killed_the_next_command_finds_the_old_or_the_new_whole(
    tmp_path: Path,
) -> None:
    for here in every_step(tmp_path, "kill"):
        tidy(here)
        assert content(here / "site") in (OLD | THEIRS, NEW | THEIRS)
        assert [path.name for path in here.iterdir()] == ["site"]
        stopped_at(here, 0, "kill")
        assert content(here / "site") == NEW | THEIRS


@pytest.mark.parametrize("how", ["interrupt", "full"])
def test_whenever_publishing_fails_the_old_or_the_new_stands_whole(tmp_path: Path, how: str) -> None:
    for here in every_step(tmp_path, how):
        assert content(here / "site") in (OLD | THEIRS, NEW | THEIRS)
        tidy(here)
        assert [path.name for path in here.iterdir()] == ["site"]


def test_single_files_that_were_killed_half_way_are_still_known_as_made(tmp_path: Path) -> None:
    put = "put_files(here / 'site', {'index.html': b'new', 'deep/page.html': b'new'}, known_by='x')"
    for step in itertools.count(1):
        here = tmp_path / str(step)
        here.mkdir()
        old_site(here)
        if not stopped_at(here, step, "kill", put):
            break
        tidy(here)
        assert content(here / "site").items() >= THEIRS.items()
        assert put_files(here / "site", {"index.html": b"new", "deep/page.html": b"new"}, known_by="x") == ()
        assert content(here / "site") == OLD | NEW | THEIRS
    assert step > 5


def test_a_new_playbook_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    new = "put_first(here / 'shop' / 'one', {'chapters/a.yaml': 'a', 'playbook.yaml': 'b'})"
    for step in itertools.count(1):
        here = folder(tmp_path / str(step))
        if not stopped_at(here, step, "full", new):
            break
        assert content(here) == {}
    assert step > 4
    for step in itertools.count(1):
        here = folder(tmp_path / f"there-{step}")
        folder(here / "shop" / "one", notes="a person's")
        if not stopped_at(here, step, "full", new):
            break
        assert content(here) == {"shop/one/notes": "a person's"}
    assert step > 4


def test_a_new_playbook_that_was_killed_half_way_is_finished_by_the_next_try(tmp_path: Path) -> None:
    new = "put_first(here / 'shop', {'chapters/a.yaml': 'a', 'playbook.yaml': 'b'})"
    for step in itertools.count(1):
        here = tmp_path / str(step)
        folder(here / "shop", notes="a person's")
        if not stopped_at(here, step, "kill", new):
            break
        assert not stopped_at(here, 0, "kill", new)
        assert content(here / "shop") == {"notes": "a person's", "chapters/a.yaml": "a", "playbook.yaml": "b"}
    assert step > 4


def test_a_link_to_a_folder_is_followed(tmp_path: Path) -> None:
    folder(tmp_path / "web" / "shop")
    folder(tmp_path / "home")
    (tmp_path / "home/site").symlink_to(tmp_path / "web/shop")
    for text in "12":
        with beside(tmp_path / "home/site") as scratch:
            replace_folder(tmp_path / "home/site", folder(scratch / "new", a=text), known_by="x")
        assert (tmp_path / "home/site").is_symlink()
        assert (tmp_path / "web/shop/a").read_text() == text
    put_files(tmp_path / "home/site", {"b": b"3"}, known_by="x")
    assert content(tmp_path / "web/shop") == {"a": "2", "b": "3"}
    assert [path.name for path in (tmp_path / "web").iterdir()] == ["shop"]


def test_links_and_folders_of_a_person_stay_what_they_are(tmp_path: Path) -> None:
    folder(tmp_path / "photos", shop="1")
    old_site(tmp_path)
    (tmp_path / "site/pictures").symlink_to(tmp_path / "photos")
    (tmp_path / "site/broken").symlink_to("nowhere")
    replace_folder(tmp_path / "site", folder(tmp_path / "new", a="1"), known_by="x")
    assert (tmp_path / "site/pictures").readlink() == tmp_path / "photos"
    assert (tmp_path / "site/broken").is_symlink()


@pytest.mark.parametrize("why", ["not_a_folder", "leads_nowhere", "holds_playbook"])
def test_what_cannot_be_a_folder_of_ours_is_told(tmp_path: Path, why: str) -> None:
    site = tmp_path / "site"
    if why == "not_a_folder":
        site.write_text("a file")
    else:
        site.symlink_to({"leads_nowhere": "no/where", "holds_playbook": "."}[why])
    for act in (
        lambda: replace_folder(site, folder(tmp_path / "new", a="1"), known_by="x"),
        lambda: put_files(site, {"a": b"1"}, known_by="x"),
    ):
        with pytest.raises(Unfit) as found:
            act()
        assert found.value.why == why


def test_a_file_where_a_folder_must_be_is_in_the_way(tmp_path: Path) -> None:
    folder(tmp_path / "site", files="a person's")
    with pytest.raises(WouldOverwrite, match="files"):
        put_files(tmp_path / "site", {"files/a.pdf": b"ours"}, known_by="x")


def test_what_a_person_changed_in_a_made_page_is_kept_aside(tmp_path: Path) -> None:
    old_site(tmp_path)
    (tmp_path / "site/index.html").write_text("old, and a person's word")
    (kept,) = replace_folder(
        tmp_path / "site", folder(tmp_path / "new", **{"index.html": "new"}), known_by="x"
    )
    assert (tmp_path / "site/index.html").read_text() == "new"
    assert kept == tmp_path / "changed-by-hand/site/index.html"
    assert kept.read_text() == "old, and a person's word"
    (tmp_path / "site/index.html").write_text("again")
    (again,) = put_files(tmp_path / "site", {"index.html": b"newer"}, known_by="x")
    assert (again.name, again.read_text()) == ("index-2.html", "again")
    assert put_files(tmp_path / "site", {"index.html": b"newest"}, known_by="x") == ()


def test_line_ends_changed_on_the_way_are_no_edit(tmp_path: Path) -> None:
    put_files(tmp_path / "site", {"a.html": b"1\n2\n"}, known_by="x")
    (tmp_path / "site/a.html").write_bytes(b"1\r\n2\r\n")
    assert put_files(tmp_path / "site", {"a.html": b"3\n"}, known_by="x") == ()


def test_a_list_without_hashes_is_read_as_before(tmp_path: Path) -> None:
    folder(tmp_path / "site", **{"index.html": "old", "gone.html": "old", MADE: "index.html\ngone.html\n"})
    assert replace_folder(tmp_path / "site", folder(tmp_path / "new", a="1"), known_by="x") == ()
    assert content(tmp_path / "site") == {"a": "1"}


def test_what_a_running_command_owns_is_left_alone(tmp_path: Path) -> None:
    with beside(tmp_path / "site") as running:
        dead = folder(tmp_path / ".playbook-unfinished-0abcdefg" / "new", a="1").parent
        own = folder(tmp_path / ".site-archives", a="a person's")
        tidy(tmp_path)
        assert running.is_dir()
        assert own.is_dir()
        assert not dead.exists()
    assert not running.exists()


def test_a_person_s_file_that_came_during_publishing_comes_along(tmp_path: Path) -> None:
    """As a killed command leaves it: the new in place, the old not yet looked through."""
    old_site(tmp_path)
    dead = tmp_path / ".playbook-unfinished-0abcdefg"
    (dead / "old").mkdir(parents=True)
    (tmp_path / "site").rename(dead / "old/site")
    folder(tmp_path / "site", **{"index.html": "new"})
    tidy(tmp_path)
    assert content(tmp_path / "site") == {"index.html": "new"} | THEIRS
    assert not dead.exists()


def test_a_folder_that_another_program_holds_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old_site(tmp_path)
    rename = Path.rename

    def held(self: Path, target: Path) -> Path:
        if self.name == "site" and self.parent == tmp_path:
            raise PermissionError(13, "held by another program", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", held)
    with beside(tmp_path / "site") as scratch, pytest.raises(PermissionError):
        replace_folder(tmp_path / "site", folder(scratch / "new", **{"index.html": "new"}), known_by="x")
    assert content(tmp_path / "site") == OLD | THEIRS
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_of_a_folder_that_cannot_be_moved_the_open_files_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old_site(tmp_path)
    folder(tmp_path / "site", **{"card.pdf": "open"})
    before, rename = content(tmp_path / "site"), Path.rename

    def held(self: Path, target: Path) -> Path:
        if self.name == "card.pdf" or (self.name == "site" and self.parent == tmp_path):
            raise PermissionError(13, "held by another program", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", held)
    with beside(tmp_path / "site") as scratch, pytest.raises(Held) as found:
        replace_folder(tmp_path / "site", folder(scratch / "new", **{"index.html": "new"}), known_by="x")
    assert found.value.names == ["card.pdf"]
    assert content(tmp_path / "site") == before
