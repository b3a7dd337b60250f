"""A command as it is typed: Python made ready first, so that nobody waits for what is not needed."""

from __future__ import annotations

import gc
import os


def main() -> None:
    """Reads the commands, then runs the one that was typed."""
    # What is imported stays to the end: there is no rubbish in it to look for.
    gc.disable()
    # Nobody adds to pydantic here; looking whether somebody does goes through all that is installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from generator.__main__ import main as commands

    gc.freeze()
    gc.enable()
    commands()
