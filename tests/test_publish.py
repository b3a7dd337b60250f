"""A build replaces what was made and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publish import WouldOverwrite, put_files, replace_folder


def folder(path: Path, **files: str) -> Path:
    path.mkdir(parents=True)
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
