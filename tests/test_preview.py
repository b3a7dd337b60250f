"""Where a preview cannot be shown, one sentence says why and what to do; what it shows is what a build makes."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import build
from generator.__main__ import main
from generator.engines.mkdocs import build_site
from generator.engines.mkdocs_shell import Shell
from generator.engines.shell import docs, settings_file
from tests.conftest import ROOT

TINY = ROOT / "tests" / "playbooks" / "tiny.yaml"


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def serve(folder: Path, address: str, languages: str = "[zh, en]") -> Result:
    text = TINY.read_text("utf-8").replace("languages: [zh, en]", f"languages: {languages}")
    (folder / "playbook.yaml").write_text(text, "utf-8")
    words = ["serve", "--no-print", "--playbook", str(folder / "playbook.yaml"), "--address", address]
    return CliRunner().invoke(main, words)


def test_a_port_that_is_taken_is_named_with_one_that_is_free(tmp_path: Path, taken: int) -> None:
    result = serve(tmp_path, f"127.0.0.1:{taken}")
    assert result.exit_code == 1
    assert result.output.count("\n") == 1
    assert str(taken) in result.output
    free = int(result.output.rpartition("127.0.0.1:")[2].split()[0])
    with socket.create_server(("127.0.0.1", free)):
        pass


@pytest.mark.parametrize("address", ["8000", "0.0.0.0:99999", "127.0.0.1:", "127.0.0.1:0", "a b:80", ":8000"])
def test_an_address_that_is_none_is_answered_with_how_to_write_one(tmp_path: Path, address: str) -> None:
    result = serve(tmp_path, address)
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
    assert address in result.output
    assert "127.0.0.1:8000" in result.output


def test_another_machines_address_is_answered_in_the_readers_language(tmp_path: Path) -> None:
    assert "不是这台电脑" in serve(tmp_path, "192.0.2.1:8000").output
    assert "no address of this machine" in serve(tmp_path, "192.0.2.1:8000", "[en, zh]").output


def test_a_page_of_the_preview_is_the_page_of_the_build(tmp_path: Path) -> None:
    made = build.site(TINY)
    build_site(made, TINY, tmp_path / "site")
    settings = {"config_file": str(settings_file(TINY)), "docs_dir": str(docs(TINY))}
    for edition, home in zip(made.editions, ("", "en/"), strict=True):
        shell = Shell(made, edition, settings, {})
        for path in (tmp_path / "site" / home).rglob("*.html"):
            url = path.relative_to(tmp_path / "site" / home).as_posix()
            if url.startswith("en/"):
                continue
            shown = shell.missing() if url == "404.html" else shell.answer(url)
            assert shown == path.read_bytes(), url
        for name in ("search/index.js", "search/search_index.json"):
            assert shell.answer(name) == (tmp_path / "site" / home / name).read_bytes()
