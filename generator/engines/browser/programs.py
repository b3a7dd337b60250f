"""Where the browsers stand that can print: Edge on every Windows, Chrome, Chromium."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from generator.design.printing import NoPrinter

NAMED = "PLAYBOOK_BROWSER"
"""Names a program of one's own choice."""
_ON_WINDOWS = (
    "Microsoft/Edge/Application/msedge.exe",
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
)
_WINDOWS_FOLDERS = ("PROGRAMFILES(X86)", "PROGRAMFILES", "LOCALAPPDATA")
_ON_MACOS = ("Google Chrome", "Microsoft Edge", "Chromium")
_ON_LINUX = (
    "google-chrome",
    "google-chrome-stable",
    "chromium",
    "chromium-browser",
    "microsoft-edge",
    "microsoft-edge-stable",
)


class NoBrowser(NoPrinter):
    """No browser that can print was found."""


def browser() -> Path:
    """The first that is there; NoBrowser if there is none."""
    if named := os.environ.get(NAMED):
        return Path(named)
    for path in _places():
        if path.is_file():
            return path
    raise NoBrowser("no Edge, Chrome or Chromium")


def _places() -> Iterator[Path]:
    if sys.platform == "win32":
        folders = [Path(os.environ[name]) for name in _WINDOWS_FOLDERS if os.environ.get(name)]
        yield from (folder / program for program in _ON_WINDOWS for folder in folders)
    elif sys.platform == "darwin":
        for name in _ON_MACOS:
            for folder in (Path("/Applications"), Path.home() / "Applications"):
                yield folder / f"{name}.app" / "Contents" / "MacOS" / name
    else:
        yield from (Path(program) for program in map(shutil.which, _ON_LINUX) if program)
