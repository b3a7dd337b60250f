"""Engines for tests: one that counts what it lays out, and one that never finishes."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from pathlib import Path

from generator.design.stamping import Body
from generator.engines.weasyprint import WeasyPrint


@dataclass(frozen=True)
class Counting:
    """WeasyPrint, which remembers the pages it was asked for."""

    asked: list[str] = field(default_factory=list)
    version: str = WeasyPrint().version
    name: str = "counting"
    spreads: bool = True
    takes_entries: bool = True

    def laid_out(self, html: str) -> Body:
        self.asked.append(html)
        return WeasyPrint().laid_out(html)


@dataclass(frozen=True)
class Endless:
    """Says in a folder which process it works in, and goes on for ever."""

    folder: str
    version: str = "endless"
    name: str = "endless"
    spreads: bool = True
    takes_entries: bool = True

    def laid_out(self, html: str) -> Body:
        Path(self.folder, str(os.getpid())).touch()
        time.sleep(600)
        raise AssertionError(html)
