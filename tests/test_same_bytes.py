"""Two builds of the same input give the same bytes, whatever the time, folder, locale or hash seed."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.put import MADE
from tests.conftest import ROOT, Printed

ELSEWHERE = {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C"}


def test_time_folder_locale_and_hash_seed_leave_no_trace(
    tmp_path: Path, site: Path, printed: Callable[[Path], Printed]
) -> None:
    made = printed(ROOT / "playbook.yaml").made
    here = dict(hashes(site, "site"))
    here |= {
        f"trainer/{file.path}": hashlib.sha256(file.content()).hexdigest() for file in made.for_trainer()
    }

    shop = built(tmp_path / "another place", **ELSEWHERE)
    there = {**dict(hashes(shop / "site", "site")), **dict(hashes(shop / "trainer", "trainer"))}

    assert here.keys() == there.keys()
    assert [name for name in here if here[name] != there[name]] == []


def built(folder: Path, **environment: str) -> Path:
    """A build of a copy of the shipped playbook, by the command line in a process of its own."""
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "playbook.yaml", folder)
    shutil.copytree(ROOT / "chapters", folder / "chapters")
    command = [sys.executable, "-m", "generator", "build", "--playbook", str(folder / "playbook.yaml")]
    run = subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return folder


def hashes(folder: Path, name: str) -> Iterator[tuple[str, str]]:
    for path in folder.rglob("*"):
        if path.is_file() and path.name != MADE:
            yield (
                f"{name}/{path.relative_to(folder).as_posix()}",
                hashlib.sha256(path.read_bytes()).hexdigest(),
            )
