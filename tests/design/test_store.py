"""The store of finished sheets: what was put in comes out whole or not at all, and nothing it meets is an error."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from generator.design.store import PLACE, Store, usual

WINDOWS = os.name == "nt"


def test_what_was_put_in_comes_out(tmp_path: Path) -> None:
    store = Store(tmp_path / "new" / "folder")
    assert store.get("a") is None
    store.put("a", b"whole")
    assert store.get("a") == b"whole"


def test_what_was_not_asked_for_longest_goes_first(tmp_path: Path) -> None:
    store = Store(tmp_path, limit=1100)
    for age, name in enumerate("abc"):
        store.put(name, bytes(468))
        os.utime(tmp_path / name, (age, age))
    store.get("a")
    store.trim()
    assert [name for name in "abc" if store.get(name)] == ["a", "c"]


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    store.put("a", b"whole")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("folder", ["/proc/none", "/dev/null/none"])
def test_a_folder_that_cannot_be_is_none(folder: str) -> None:
    store = Store(Path(folder))
    store.put("a", b"whole")
    store.trim()
    assert store.get("a") is None


def test_two_builds_at_once_never_see_half_a_file(tmp_path: Path) -> None:
    contents = [bytes([each]) * 200_000 for each in range(4)]
    seen: set[bytes | None] = set()

    def build(content: bytes) -> None:
        for _ in range(20):
            Store(tmp_path).put("a", content)
            seen.add(Store(tmp_path).get("a"))

    builds = [threading.Thread(target=build, args=(content,)) for content in contents]
    for each in builds:
        each.start()
    for each in builds:
        each.join()
    assert seen <= {*contents}
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_the_store_lies_where_the_user_wants_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PLACE, str(tmp_path))
    assert usual().folder == tmp_path
    monkeypatch.setenv(PLACE, "")
    assert usual().folder is None
    monkeypatch.delenv(PLACE)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert usual().folder == tmp_path / "service-playbook"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert usual().folder == tmp_path / "home" / ".cache" / "service-playbook"


@pytest.mark.skipif(WINDOWS, reason="outside the repository: Windows does not say who may write to a folder")
def test_code_is_taken_from_a_store_only_if_nobody_else_writes_there(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept")
    assert not Store(None).is_ones_own()
    assert not store.is_ones_own()
    store.put("key", b"code")
    assert store.is_ones_own()
    (tmp_path / "kept").chmod(0o777)
    assert not store.is_ones_own()
