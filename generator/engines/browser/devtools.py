"""A browser started, and told what to do through a pipe: it listens to nobody else, and ends when the pipe does.

The protocol: https://chromedevtools.github.io/devtools-protocol/, a line of JSON for each message, ended by a zero.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

PATIENCE = 60.0
"""Seconds after which a browser that does not answer is ended."""
_PART = 1 << 20
_QUIETLY = (
    "--headless",
    "--remote-debugging-pipe",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-gpu",
    "--disable-sync",
    "--font-render-hinting=none",
    "--password-store=basic",
    "--use-mock-keychain",
)


class Hung(Exception):
    """The browser did not start, broke down or does not answer."""


class Conversation:
    """What is asked of a browser that was started here, and what it answers."""

    def __init__(self, program: Path, profile: Path, settings: Mapping[str, str]) -> None:
        """Starts the program with a folder of its own for what it keeps, and with settings of the environment."""
        words = [str(program), *_QUIETLY, f"--user-data-dir={profile}", *_as_root(), "about:blank"]
        self._process, self._to, self._from = _started(words, {**os.environ, **settings})
        self._session: dict[str, str] = {}
        self._asked = 0
        self._said, self._looked = bytearray(), 0

    def attach(self, target: str) -> None:
        """From now on it is asked of one page."""
        session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._session = {"sessionId": session}

    def ask(self, method: str, **params: object) -> Mapping[str, Any]:
        """The answer to a command; Hung if there is none."""
        self._asked += 1
        question = {"id": self._asked, "method": method, "params": params, **self._session}
        late = threading.Timer(PATIENCE, self._process.kill)
        late.start()
        try:
            self._say(json.dumps(question).encode() + b"\0")
            while (answer := self._heard()).get("id") != self._asked:
                pass
        except OSError as fault:
            raise Hung(str(fault)) from fault
        finally:
            late.cancel()
        if "error" in answer:
            raise Hung(f"{method}: {answer['error'].get('message')}")
        result: Mapping[str, Any] = answer["result"]
        return result

    def _say(self, message: bytes) -> None:
        left = memoryview(message)
        while left:
            left = left[os.write(self._to, left) :]

    def _heard(self) -> Mapping[str, Any]:
        """The next message; what stands behind it is kept."""
        while (end := self._said.find(b"\0", self._looked)) < 0:
            self._looked = len(self._said)
            part = os.read(self._from, _PART)
            if not part:
                raise Hung("it has ended")
            self._said += part
        message: Mapping[str, Any] = json.loads(self._said[:end])
        self._said, self._looked = self._said[end + 1 :], 0
        return message

    def close(self) -> None:
        with suppress(Hung):
            self._session = {}
            self.ask("Browser.close")
        for end in (self._to, self._from):
            os.close(end)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _started(words: list[str], settings: Mapping[str, str]) -> tuple[subprocess.Popen[bytes], int, int]:
    """A browser, and our ends of the pipes through which it hears and speaks."""
    heard, to = os.pipe()
    from_, spoken = os.pipe()
    process = _with_pipes(words, settings, heard, spoken)
    os.close(heard)
    os.close(spoken)
    return process, to, from_


if sys.platform == "win32":
    import msvcrt

    def _with_pipes(
        words: list[str], settings: Mapping[str, str], heard: int, spoken: int
    ) -> subprocess.Popen[bytes]:
        """It is told the handles of its ends, and inherits no others."""
        handles = [msvcrt.get_osfhandle(end) for end in (heard, spoken)]
        for handle in handles:
            os.set_handle_inheritable(handle, True)
        return subprocess.Popen(
            [*words[:-1], f"--remote-debugging-io-pipes={handles[0]},{handles[1]}", words[-1]],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=settings,
            startupinfo=subprocess.STARTUPINFO(lpAttributeList={"handle_list": handles}),
        )

else:

    def _with_pipes(
        words: list[str], settings: Mapping[str, str], heard: int, spoken: int
    ) -> subprocess.Popen[bytes]:
        """It hears at its handle 3 and speaks at 4."""
        moved = 'exec "$@" 3<&0 4>&1 </dev/null >/dev/null'
        return subprocess.Popen(
            ["/bin/sh", "-c", moved, "sh", *words],
            stdin=heard,
            stdout=spoken,
            stderr=subprocess.DEVNULL,
            env=settings,
        )


def _as_root() -> tuple[str, ...]:
    """Chromium refuses to seal itself off where it is started by the system's administrator, as in a container."""
    return ("--no-sandbox",) if sys.platform == "linux" and os.geteuid() == 0 else ()
