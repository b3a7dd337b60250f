"""`playbook share` as the shop's phones meet it: site/ alone, nothing above it, nothing hidden, no stranger."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import segno
from click.testing import CliRunner

from generator.__main__ import main
from generator.console import FAILED
from generator.engines import sharing

READY = 30
"""Seconds a slow machine may take to begin."""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a build leaves it, with what nobody must see beside it and within."""
    folder = tmp_path_factory.mktemp("shop")
    site = folder / "site"
    (site / "files").mkdir(parents=True)
    (site / "playbook.json").write_text("{}", "utf-8")
    (site / "index.html").write_text("<h1>HANDBOOK</h1>", "utf-8")
    (site / "404.html").write_text("LOST", "utf-8")
    (site / "files" / "card.pdf").write_bytes(b"%PDF-1.7 CARD")
    (site / ".made-by-playbook").write_text("SECRET", "utf-8")
    (folder / "playbook.yaml").write_text("about: {languages: [en]}\n# SECRET\n", "utf-8")
    (folder / "trainer").mkdir()
    (folder / "trainer" / "key.pdf").write_text("SECRET", "utf-8")
    (site / "way-out").symlink_to(folder / "trainer")
    return folder


def free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as there:
        return int(there.getsockname()[1])


@pytest.fixture(scope="module")
def shared(shop: Path) -> Iterator[int]:
    """The port at which it is shared."""
    with sharing.offered(shop / "site", f"127.0.0.1:{free()}") as (server, _):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def asked(port: int, path: str, method: str = "GET", host: str = "") -> tuple[int, str, dict[str, str]]:
    """Sent as it stands: no browser tidies it first."""
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=READY)
    link.putrequest(method, path, skip_host=True)
    link.putheader("Host", host or f"127.0.0.1:{port}")
    link.endheaders()
    answer = link.getresponse()
    found = answer.status, answer.read().decode("utf-8", "replace"), dict(answer.getheaders())
    link.close()
    return found


def test_pages_and_sheets_are_there(shared: int) -> None:
    port = shared
    assert asked(port, "/")[:2] == (200, "<h1>HANDBOOK</h1>")
    assert asked(port, "/files/card.pdf")[:2] == (200, "%PDF-1.7 CARD")
    status, _, headers = asked(port, "/index.html", "HEAD")
    assert (status, headers["Cache-Control"]) == (200, "no-cache")


@pytest.mark.parametrize(
    "path",
    [
        "/../playbook.yaml",
        "/%2e%2e/playbook.yaml",
        "/..%2fplaybook.yaml",
        "/files/../../trainer/key.pdf",
        "/way-out/key.pdf",
        "/way-out/",
        "/.made-by-playbook",
        "/%2emade-by-playbook",
        "//etc/passwd",
    ],
)
def test_nothing_beside_the_site_nothing_hidden_no_way_out(shared: int, path: str) -> None:
    status, said, _ = asked(shared, path)
    assert (status, said) == (404, "LOST")


def test_no_folder_is_listed_and_nothing_is_taken_in(shared: int) -> None:
    assert asked(shared, "/files/")[:2] == (404, "LOST")
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        assert asked(shared, "/", method)[0] == 501


def test_a_strangers_name_does_not_lead_here(shared: int) -> None:
    """A page elsewhere may let its own name point here (DNS rebinding); it would read along."""
    assert asked(shared, "/", host="stranger.example")[0] == 403
    assert asked(shared, "/", host=f"localhost:{shared}")[0] == 200


def test_it_says_where_how_to_stop_and_who_can_read_it_until_it_is_stopped(shop: Path) -> None:
    port = free()
    here = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-m", "generator", "share", "--playbook", str(shop)]
    with subprocess.Popen(
        [*command, "--address", f"127.0.0.1:{port}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"},
        # Whoever starts these tests in the background has Ctrl+C ignored, and a child would ignore it too.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stdout is not None
        said = ""
        while "Ctrl+C" not in said:
            line = process.stdout.readline()
            assert line, said
            said += line
        process.send_signal(signal.SIGINT)
    assert process.returncode == 0
    assert here in said
    assert "Wi-Fi" in said
    assert squares(said) == [
        list(row) for row in segno.make(here, error="l", micro=False).matrix_iter(border=0)
    ]


def squares(said: str) -> list[list[int]]:
    """The code that was drawn, read back from its half blocks: light is drawn, and a margin of two squares around it."""
    lines = [line for line in said.splitlines() if re.fullmatch(r"[█▀▄ ]{20,}", line)]
    rows = [[int(mark not in blocks) for mark in line] for line in lines for blocks in ("█▀", "█▄")]
    wide = len(rows[0])
    assert not any(any(row) for row in rows[:2])
    return [row[2:-2] for row in rows[2 : wide - 2]]


def test_a_port_that_is_taken_is_answered_with_one_that_is_free(shop: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as there:
        port = int(there.getsockname()[1])
        result = CliRunner().invoke(
            main, ["share", "--playbook", str(shop), "--address", f"127.0.0.1:{port}"]
        )
    assert result.exit_code == FAILED, result.output
    assert str(port) in result.output
    assert "--address 127.0.0.1:" in result.output


def test_without_a_site_it_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "playbook.yaml").write_text("about: {languages: [en]}", "utf-8")
    result = CliRunner().invoke(main, ["share", "--playbook", str(tmp_path)])
    assert result.exit_code == FAILED
    assert "playbook build" in result.output


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("192.168.1.9", True),
        ("10.2.3.4", True),
        ("172.20.1.1", True),
        ("::ffff:192.168.1.9", True),
        ("fe80::1%eth0", True),
        ("8.8.8.8", False),
        ("2001:4860:4860::8888", False),
    ],
)
def test_only_the_shops_own_network_is_answered(address: str, own: bool) -> None:
    assert sharing._private(address) == own
