"""What goes wrong around a playbook is said in a sentence, and the old stays whole: tried in real processes."""

from __future__ import annotations

import errno
import json
import os
import pty
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.__main__ import main, making
from generator.engines.weasyprint import NoPango
from generator.publish import ledger
from generator.publish.unfinished import Held
from tests.conftest import OUTSIDE, ROOT

TINY = ROOT / "tests" / "playbooks" / "tiny.yaml"
BUILD = ("build", "--no-print")
PLAIN = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A folder with a playbook that speaks English first."""
    folder = tmp_path / "shop"
    folder.mkdir()
    text = TINY.read_text("utf-8").replace("languages: [zh, en]", "languages: [en, zh]")
    (folder / "playbook.yaml").write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is built of it."""
    folder = tmp_path_factory.mktemp("built")
    text = TINY.read_text("utf-8").replace("languages: [zh, en]", "languages: [en, zh]")
    (folder / "playbook.yaml").write_text(text, "utf-8")
    code, _, complained = ran(folder, *BUILD)
    assert code == 0, complained
    return folder / "site"


@pytest.fixture
def whole(shop: Path, site: Path) -> dict[str, bytes]:
    """The files of the site, which stands in the shop's folder."""
    shutil.copytree(site, shop / "site")
    return content(site)


def started(folder: Path, *words: str, **settings: object) -> subprocess.Popen[str]:
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "encoding": "utf-8"}
    program = [sys.executable, "-m", "generator", *words]
    return subprocess.Popen(program, cwd=folder, **{**streams, "env": PLAIN, **settings})


def ran(folder: Path, *words: str, **settings: object) -> tuple[int, str, str]:
    process = started(folder, *words, **settings)
    said, complained = process.communicate(timeout=120)
    return process.returncode, said, complained


def content(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in ledger.files(folder)}


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def said_in_one_sentence(result: tuple[int, str, str], words: str) -> None:
    code, _, complained = result
    assert code == 1
    assert words in complained
    assert "Traceback" not in complained
    assert len(complained.splitlines()) == 1, complained


def test_an_interrupted_build_says_so_and_leaves_the_old_whole(shop: Path, whole: dict[str, bytes]) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        process = started(shop, *BUILD)
        wait_for(shop)
        process.send_signal(number)
        _, complained = process.communicate(timeout=60)
        assert process.returncode == 128 + number
        assert complained.splitlines()[-1].startswith("Stopped.")
        assert "Traceback" not in complained
        assert content(shop / "site") == whole
        assert names(shop) == {"playbook.yaml", "site"}


def wait_for(shop: Path) -> None:
    """Until a build has begun to write."""
    end = time.monotonic() + 60
    while not list(shop.glob(".playbook-unfinished-*/*/*")):
        assert time.monotonic() < end
        time.sleep(0.01)


def test_what_a_killed_build_leaves_goes_with_the_next_command(shop: Path, whole: dict[str, bytes]) -> None:
    process = started(shop, *BUILD)
    wait_for(shop)
    process.kill()
    process.communicate()
    assert len(names(shop)) == 3
    ran(shop, "check", "--no-print")
    assert names(shop) == {"playbook.yaml", "site"}
    assert content(shop / "site") == whole


def test_two_builds_at_once_both_end_well(shop: Path, whole: dict[str, bytes]) -> None:
    (shop / "site/photo.jpg").write_bytes(b"a person's")
    both = [started(shop, *BUILD) for _ in range(2)]
    for process in both:
        _, complained = process.communicate(timeout=120)
        assert process.returncode == 0, complained
    assert content(shop / "site") == whole | {"photo.jpg": b"a person's"}
    assert names(shop) == {"playbook.yaml", "site"}


def test_a_file_that_may_not_grow_is_told(shop: Path, whole: dict[str, bytes]) -> None:
    little = ran(shop, *BUILD, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000)))
    said_in_one_sentence(little, "The system allows no file this large")
    assert content(shop / "site") == whole
    assert names(shop) == {"playbook.yaml", "site"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 8 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8M", "tmpfs", str(disk)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip(f"{OUTSIDE}only root may mount a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_is_told_and_nothing_is_half_made(small_disk: Path, shop: Path) -> None:
    shutil.copy(shop / "playbook.yaml", small_disk)
    (small_disk / "filler").write_bytes(b"0" * (7 << 20))
    said_in_one_sentence(ran(small_disk, *BUILD), "The disk is full.")
    assert names(small_disk) == {"playbook.yaml", "filler"}
    (small_disk / "filler").write_bytes(b"0" * ((8 << 20) - 60000))
    said_in_one_sentence(ran(small_disk, "new", "mine/shop", "--language", "en"), "The disk is full.")
    assert names(small_disk) == {"playbook.yaml", "filler"}


def test_a_site_that_is_a_disk_of_its_own_is_told(small_disk: Path, shop: Path) -> None:
    shutil.copy(shop / "playbook.yaml", shop.parent)
    (shop.parent / "site").symlink_to("disk")
    said_in_one_sentence(ran(shop.parent, *BUILD), "site is a disk or volume of its own")
    assert names(small_disk) == set()


@pytest.mark.parametrize("words", [("--help",), ("list", "--no-print")])
def test_output_that_is_full_or_closed_is_no_traceback(shop: Path, words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        code, _, complained = ran(shop, *words, stdout=full)
    assert code == 1
    assert "Traceback" not in complained
    assert "Exception" not in complained
    reading, writing = os.pipe()
    os.close(reading)
    code, _, complained = ran(shop, *words, stdout=writing)
    os.close(writing)
    assert code == 1
    assert "Traceback" not in complained
    assert "Exception" not in complained


def test_what_is_said_to_a_closed_output_goes_nowhere(shop: Path) -> None:
    command = f"{sys.executable} -m generator list --no-print >&- 2>&-"
    assert subprocess.run(command, shell=True, cwd=shop, env=PLAIN).returncode == 0
    assert names(shop) == {"playbook.yaml"}


@pytest.mark.parametrize("encoding", ["cp1252", "cp936", "ascii"])
def test_a_console_that_cannot_print_a_character_prints_the_rest(shop: Path, encoding: str) -> None:
    settings = PLAIN | {"PYTHONIOENCODING": encoding}
    assert ran(shop, "list", "--no-print", env=settings, encoding=encoding, errors="replace")[0] == 0
    code, said, _ = ran(shop, "list", "--no-print", "--json", env=settings, encoding=encoding)
    assert code == 0
    assert "小店手册" in [row["title"] for row in json.loads(said)]


def test_a_terminal_without_chinese_prints_the_rest(shop: Path) -> None:
    ours, theirs = pty.openpty()
    process = started(shop, "--help", stdout=theirs, env=PLAIN | {"PYTHONIOENCODING": "cp1252"})
    process.communicate(timeout=60)
    os.close(theirs)
    assert process.returncode == 0
    assert b"One playbook.yaml in" in os.read(ours, 9999)
    os.close(ours)


def test_what_goes_into_a_file_is_utf8_whatever_the_console_is(shop: Path) -> None:
    settings = PLAIN | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert "小店手册" in ran(shop, "list", "--no-print", env=settings)[1]


def test_a_link_in_the_place_of_the_site_is_followed(shop: Path, tmp_path: Path) -> None:
    (tmp_path / "web").mkdir()
    (shop / "site").symlink_to(tmp_path / "web")
    assert ran(shop, *BUILD)[0] == 0
    assert (shop / "site").is_symlink()
    assert (tmp_path / "web/index.html").is_file()


def test_a_file_in_the_place_of_the_site_is_told(shop: Path) -> None:
    (shop / "site").write_text("a file")
    said_in_one_sentence(ran(shop, *BUILD), "site is a file where a folder must be.")


def test_a_change_in_a_made_page_is_kept_aside_and_told(shop: Path, whole: dict[str, bytes]) -> None:
    assert "norms.html" in whole
    (shop / "site/norms.html").write_text("a person's")
    code, _, complained = ran(shop, *BUILD)
    assert code == 0
    assert f"the changed ones are now in {shop / 'changed-by-hand/site/norms.html'}." in complained
    assert (shop / "changed-by-hand/site/norms.html").read_text() == "a person's"


REFUSED = {
    errno.EROFS: "cannot be read or written",
    errno.EACCES: "cannot be read or written",
    errno.ENOSPC: "The disk is full.",
    errno.EBUSY: "Another program holds",
    errno.EMFILE: "too many files open",
    errno.EIO: "The disk failed",
}


@pytest.mark.parametrize("code", REFUSED, ids=errno.errorcode.get)
def test_what_the_system_refuses_is_told(shop: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    def refuse(prefix: str, dir: Path) -> str:
        raise OSError(code, "refused", str(dir / prefix))

    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    path = str(shop / "playbook.yaml")
    result = CliRunner().invoke(main, [*BUILD, "--playbook", path])
    said_in_one_sentence((result.exit_code, result.stdout, result.stderr), REFUSED[code])
    new = CliRunner().invoke(main, ["new", "--language", "en", str(shop / "other")])
    said_in_one_sentence((new.exit_code, new.stdout, new.stderr), REFUSED[code])
    assert names(shop) == {"playbook.yaml"}


def test_a_fault_of_ours_is_loud(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*_: object, **__: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "a template is gone")

    monkeypatch.setattr(making.pipeline, "site", lost)
    result = CliRunner().invoke(main, [*BUILD, "--playbook", str(shop / "playbook.yaml")])
    assert isinstance(result.exception, FileNotFoundError)


CHINESE, ENGLISH = "Pango 没有装", "Pango, which WeasyPrint needs"


@pytest.mark.parametrize(
    ("first", "system", "heard"),
    [
        ("[en, zh]", "zh_CN.UTF-8", {ENGLISH}),
        ("[zh, en]", "en_GB.UTF-8", {CHINESE}),
        ("[fr]", "zh_CN.UTF-8", {CHINESE}),
        ("[fr]", "en_GB.UTF-8", {ENGLISH}),
        ("[fr]", "C", {CHINESE, ENGLISH}),
    ],
)
def test_the_reader_s_language_is_spoken(
    shop: Path, monkeypatch: pytest.MonkeyPatch, first: str, system: str, heard: set[str]
) -> None:
    def lacking(*_: object, **__: object) -> None:
        raise NoPango

    monkeypatch.setattr(making.pipeline, "site", lacking)
    path = shop / "playbook.yaml"
    path.write_text(path.read_text("utf-8").replace("[en, zh]", first), "utf-8")
    result = CliRunner().invoke(main, ["list", "--playbook", str(path)], env={"LC_ALL": system, "LANG": ""})
    assert {words for words in (CHINESE, ENGLISH) if words in result.stderr} == heard
    assert result.exit_code == 1


@pytest.mark.parametrize(("system", "heard"), [("zh_CN.UTF-8", "找不到"), ("en_GB.UTF-8", "is not there")])
def test_a_missing_playbook_is_told_in_the_system_s_language(tmp_path: Path, system: str, heard: str) -> None:
    words = ["check", "--no-print", "--playbook", str(tmp_path / "none.yaml")]
    result = CliRunner().invoke(main, words, env={"LC_ALL": system})
    assert heard in result.output


@pytest.mark.parametrize(
    ("system", "heard"), [("zh_CN.UTF-8", "这个文件不是 UTF-8"), ("en_GB.UTF-8", "is not UTF-8")]
)
@pytest.mark.parametrize("encoding", ["utf-16", "gb18030"])
def test_a_file_in_another_encoding_is_told_in_the_system_s_language(
    tmp_path: Path, encoding: str, system: str, heard: str
) -> None:
    path = tmp_path / "playbook.yaml"
    path.write_bytes("# 手册\nschema: 1\n".encode(encoding))
    words = ["check", "--no-print", "--playbook", str(path)]
    assert heard in CliRunner().invoke(main, words, env={"LC_ALL": system}).output


@pytest.mark.parametrize(("system", "heard"), [("zh_CN.UTF-8", "关掉它们"), ("en_GB.UTF-8", "Close them")])
def test_which_open_file_to_close_is_told(
    shop: Path, monkeypatch: pytest.MonkeyPatch, system: str, heard: str
) -> None:
    def held(*_: object, **__: object) -> None:
        raise Held(shop / "site", ["files/card.pdf"])

    monkeypatch.setattr(making.pipeline, "site", held)
    path = shop / "playbook.yaml"
    path.write_text("schema: 1\n")
    result = CliRunner().invoke(main, ["list", "--no-print", "--playbook", str(path)], env={"LC_ALL": system})
    assert heard in result.stderr
    assert "files/card.pdf" in result.stderr
    assert result.exit_code == 1
