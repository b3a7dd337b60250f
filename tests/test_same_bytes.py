"""Two builds of the same input give the same bytes, whatever the time, folder, locale or hash seed."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def built(folder: Path, **environment: str) -> dict[str, str]:
    """A whole build of the shipped playbook in `folder`: each file's path and hash."""
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "playbook.yaml", folder)
    shutil.copytree(ROOT / "chapters", folder / "chapters")
    command = [sys.executable, "-m", "generator", "build", "--playbook", str(folder / "playbook.yaml")]
    run = subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    files = [path for top in ("site", "trainer") for path in (folder / top).rglob("*") if path.is_file()]
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def test_time_folder_locale_and_hash_seed_leave_no_trace(tmp_path: Path) -> None:
    one = built(tmp_path / "one", PYTHONHASHSEED="1", TZ="Asia/Shanghai", LC_ALL="C.UTF-8")
    two = built(tmp_path / "another place", PYTHONHASHSEED="2", TZ="America/Los_Angeles", LC_ALL="C")
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []
