"""Prints the sheets of a preview in a process of its own, and begins anew when an edit comes in between."""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.build import Made
from generator.output import OutputFile, Progress
from generator.playbook.problems import Problem
from generator.renewal import Listed

QUIET = 1.5
"""Seconds without an edit after which printing begins."""
RESULT = "printed"
"""The file a process of ours leaves in its folder when it is done."""


@dataclass(frozen=True)
class Printed:
    """The sheets as they were printed last, as a family of outputs."""

    outputs: tuple[OutputFile, ...] = ()
    faults: tuple[Problem, ...] = ()
    failed: str = ""
    """Why they could not be printed at all."""
    sheets: tuple[Listed, ...] = ()
    """Every sheet, the trainer's too, by its content code."""

    def problems(self, only: Collection[str] | None, done: Progress) -> Iterator[Problem]:  # noqa: ARG002
        yield from self.faults


class Printing:
    """Keeps the sheets of one playbook up to date."""

    def __init__(self, playbook: Path) -> None:
        self._playbook = playbook
        self._folder = Path(tempfile.mkdtemp(prefix="playbook-sheets-"))
        self._runs = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._due: float | None = None
        self._printed = Printed()
        self._first: tuple[Listed, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        return () if self._renewing else self._printed.faults

    @property
    def failed(self) -> str:
        return "" if self._renewing else self._printed.failed

    @property
    def since(self) -> tuple[tuple[Listed, ...], tuple[Listed, ...]]:
        """The sheets as this preview printed them first, and as it did last."""
        return self._first, self._printed.sheets

    def begin(self) -> None:
        """Prints anew, once there has been no edit for a moment."""
        self._end()
        self._due = time.monotonic() + QUIET

    def ready(self) -> bool:
        """Whether new sheets have come since this was asked last."""
        if self._due and time.monotonic() >= self._due:
            self._due = None
            self._start()
        if self._process is None or self._process.poll() is None:
            return False
        self._process = None
        result = self._here() / RESULT
        if result.is_file():
            found: Printed = pickle.loads(result.read_bytes())
            # What cannot be printed leaves the sheets there were.
            kept = replace(found, outputs=self._printed.outputs, sheets=self._printed.sheets)
            self._printed = found if found.outputs else kept
            self._first = self._first or self._printed.sheets
        return True

    def with_sheets(self, made: Made) -> Made:
        return replace(made, families=(self._printed,), renewing=self._renewing)

    def stop(self) -> None:
        self._end()
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def _renewing(self) -> bool:
        return self._due is not None or self._process is not None

    def _here(self) -> Path:
        return self._folder / str(self._runs)

    def _start(self) -> None:
        # The sheets before are still looked at; those before them are not.
        shutil.rmtree(self._folder / str(self._runs - 1), ignore_errors=True)
        self._runs += 1
        self._here().mkdir()
        command = [sys.executable, "-m", "generator.engines.preview.print_sheets"]
        self._process = subprocess.Popen(
            [*command, str(self._playbook.resolve()), str(self._here())],
            stdin=subprocess.PIPE,
            start_new_session=True,
        )

    def _end(self) -> None:
        if self._process is None:
            return
        # With it go the processes it has started.
        if os.name == "posix" and self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        self._process.wait()
        self._process = None
