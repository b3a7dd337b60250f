"""How long an owner waits: from saving a changed reply until the live preview serves the new page, in seconds."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.revision import Side
from benchmarks.shop import change_reply

PAGE = "scripts/too-dear.html"
LOOK_EVERY, LONGEST = 0.02, 180.0
"""Seconds between two looks at the page, and before it is given up."""
SETTLED = 1.0
"""Seconds between two edits: nobody saves twice in one."""


def waits(side: Side, playbook: Path, environment: dict[str, str], edits: int) -> list[float]:
    """The time from each of `edits` saved replies to its page."""
    with _served(side, playbook, environment) as address:
        _until(address, "谁都想买得划算")
        return [_one(address, playbook.parent, number) for number in range(1, edits + 1)]


def _one(address: str, shop: Path, number: int) -> float:
    time.sleep(SETTLED)
    new = change_reply(shop, number)
    begun = time.perf_counter()
    _until(address, new)
    return time.perf_counter() - begun


@contextmanager
def _served(side: Side, playbook: Path, environment: dict[str, str]) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["serve", "--no-print", "--address", f"127.0.0.1:{port}", "--playbook", str(playbook)]
    running = subprocess.Popen(
        [side.python, "-m", "generator", *words],
        cwd=side.root,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()


def _until(address: str, words: str) -> None:
    """Looks at the page until it holds `words`, white space and marks of breaks aside."""
    begun = time.perf_counter()
    while time.perf_counter() - begun < LONGEST:
        try:
            with urlopen(address + PAGE, timeout=LONGEST) as answer:
                if words in answer.read().decode("utf-8"):
                    return
        except (URLError, OSError):
            pass
        time.sleep(LOOK_EVERY)
    raise TimeoutError(f"{PAGE} did not show {words!r} within {LONGEST:g} s")
