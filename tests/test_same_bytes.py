"""Two builds of the same input give the same bytes, whatever the time, folder, locale or hash seed."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

HERE = {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"}
ELSEWHERE = {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C"}
SMALL = ROOT / "tests" / "playbooks" / "paper-forms.yaml"


@pytest.mark.parametrize(
    "playbook",
    [SMALL, pytest.param(ROOT / "playbook.yaml", marks=pytest.mark.slow)],
    ids=lambda path: path.stem,
)
def test_time_folder_locale_and_hash_seed_leave_no_trace(tmp_path: Path, playbook: Path) -> None:
    one = hashes(built(playbook, tmp_path / "one", **HERE))
    two = hashes(built(playbook, tmp_path / "another place", **ELSEWHERE))
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


def built(playbook: Path, folder: Path, **environment: str) -> Path:
    """A build of a copy of a playbook, by the command line in a process of its own."""
    folder.mkdir(parents=True)
    shutil.copy(playbook, folder / "playbook.yaml")
    if (playbook.parent / "chapters").is_dir():
        shutil.copytree(playbook.parent / "chapters", folder / "chapters")
    command = [
        sys.executable,
        "-m",
        "generator",
        "build",
        "--pack",
        "--playbook",
        str(folder / "playbook.yaml"),
    ]
    run = subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return folder


def hashes(folder: Path) -> dict[str, str]:
    files = [
        path for top in ("site", "trainer", "packs") for path in (folder / top).rglob("*") if path.is_file()
    ]
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }
