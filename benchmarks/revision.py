"""An earlier revision of the project, with an environment of its own, to be measured beside this one."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Side:
    """One of the two that are measured: its name, its code, and the Python that runs it."""

    name: str
    root: Path
    python: Path


class NotThere(Exception):
    """The revision is not in this clone, or its environment could not be made."""


def this() -> Side:
    return Side("now", ROOT, ROOT / ".venv" / "bin" / "python")


def taken(revision: str, into: Path) -> Side:
    """`revision` taken out of git into the folder `into`, its environment made from its own lock file."""
    into.mkdir(parents=True)
    archive = subprocess.run(["git", "archive", revision], cwd=ROOT, capture_output=True)
    if archive.returncode:
        raise NotThere(f"revision {revision} is not in this clone: {archive.stderr.decode().strip()}")
    subprocess.run(["tar", "-x", "-C", into], input=archive.stdout, check=True)
    made = subprocess.run(["tools/setup_python.sh"], cwd=into, capture_output=True, text=True)
    if made.returncode:
        raise NotThere(f"the environment of {revision} could not be made: {made.stderr.strip()}")
    return Side(revision, into, into / ".venv" / "bin" / "python")
