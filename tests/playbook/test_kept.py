"""A file that has not changed is not read again, and whoever reads it gets the same as the first time."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.playbook.load import load
from generator.playbook.read.reader import Reader

TOP = "include: [roles.yaml, facts.yaml]\nabout: {title: x}\n"
ROLES = "roles:\n  - {id: all, name: 全体}\n"
FACTS = "facts:\n  - {id: Days, value: 7}\n"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read, as they are."""
    names: list[str] = []
    plain = Reader.read

    def noted(reader: Reader) -> object:
        names.append(reader.path.name)
        return plain(reader)

    monkeypatch.setattr(Reader, "read", noted)
    return names


@pytest.fixture
def playbook(tmp_path: Path) -> Path:
    for name, text in (("playbook", TOP), ("roles", ROLES), ("facts", FACTS)):
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    return tmp_path / "playbook.yaml"


def test_only_the_file_that_was_edited_is_read_again(playbook: Path, read: list[str]) -> None:
    load(playbook)
    read.clear()

    (playbook.parent / "facts.yaml").write_text(FACTS.replace("Days", "days"), "utf-8")
    load(playbook)

    assert read == ["facts.yaml"]


def test_the_bytes_decide_and_not_the_time(playbook: Path, read: list[str]) -> None:
    file = playbook.parent / "facts.yaml"
    before = file.stat()
    load(playbook)
    read.clear()

    file.write_text(FACTS.replace("7", "9"), "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    load(playbook)

    assert read == ["facts.yaml"]


def test_every_reading_says_the_same(playbook: Path) -> None:
    first, again = load(playbook), load(playbook)

    assert first.problems
    assert again.problems == first.problems
    assert again.source.root.data == first.source.root.data


def test_a_file_that_is_gone_and_comes_back_is_read(playbook: Path, read: list[str]) -> None:
    file = playbook.parent / "facts.yaml"
    load(playbook)
    file.unlink()
    assert "include-missing" in {problem.kind for problem in load(playbook).problems}
    read.clear()

    file.write_text(FACTS, "utf-8")

    assert "include-missing" not in {problem.kind for problem in load(playbook).problems}
    assert read == ["facts.yaml"]
