"""A command begins without what it does not need, and finds it when it does."""

from __future__ import annotations

import subprocess
import sys

_BEGUN = "from generator.start import commands; commands(); import sys; "


def _said(then: str) -> str:
    ran = subprocess.run([sys.executable, "-c", _BEGUN + then], capture_output=True, text=True, check=True)
    return ran.stdout.strip()


def test_what_is_installed_is_not_looked_at_before_somebody_asks() -> None:
    assert _said("print('email' in sys.modules)") == "False"


def test_whoever_asks_is_told() -> None:
    asked = "from importlib.metadata import entry_points, version; import importlib.metadata as whole; "
    told = _said(asked + "print(version('babel') == whole.version('babel'), len(entry_points()) > 0)")
    assert told == "True True"
