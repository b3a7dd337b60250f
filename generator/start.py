"""A command as it is typed: Python made ready first, so that nobody waits for what is not needed."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Callable
from importlib.util import find_spec
from types import ModuleType
from typing import Any

_INSTALLED = "importlib.metadata"


def main() -> None:
    """Reads the commands, then runs the one that was typed."""
    commands()()


def commands() -> Callable[[], None]:
    """Every command, read in and ready to run."""
    # What is imported stays to the end: there is no rubbish in it to look for.
    gc.disable()
    # Nobody adds to pydantic here; looking whether somebody does goes through all that is installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    _read_later_what_is_installed()
    from generator.__main__ import main as run

    gc.freeze()
    gc.enable()
    return run


def _read_later_what_is_installed() -> None:
    """Has the module on what is installed, a tenth of the way to a command, wait until somebody asks it something.

    pydantic takes `entry_points` from it, for what adds to it, and never calls it.
    """
    found = find_spec(_INSTALLED)
    if found is None or _INSTALLED in sys.modules:
        return

    def asked(name: str) -> Any:
        if sys.modules.get(_INSTALLED) is later:
            del sys.modules[_INSTALLED]
        return getattr(importlib.import_module(_INSTALLED), name)

    later: Any = ModuleType(_INSTALLED)
    # Looked at by the import itself.
    later.__path__ = found.submodule_search_locations
    later.__getattr__ = asked
    later.entry_points = lambda **wanted: asked("entry_points")(**wanted)
    sys.modules[_INSTALLED] = importlib.metadata = later
