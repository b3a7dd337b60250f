"""What is committed speaks of the project alone and can be installed anywhere."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent
PUBLIC = {"pypi.org", "files.pythonhosted.org"}


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_the_lock_file_names_only_the_public_registries() -> None:
    hosts = set(re.findall(r"https?://([^/\"\s]+)", (ROOT / "uv.lock").read_text("utf-8")))
    assert hosts == PUBLIC


def test_a_mirror_in_the_lock_file_would_be_seen() -> None:
    planted = 'source = { registry = "https://mirror.example/simple" }'
    assert set(re.findall(r"https?://([^/\"\s]+)", planted)) - PUBLIC


def test_every_locked_file_has_a_checksum() -> None:
    files = re.findall(r"\{ url = [^}]*\}", (ROOT / "uv.lock").read_text("utf-8"))
    assert files
    assert [line for line in files if 'hash = "sha256:' not in line] == []


def test_no_file_holds_a_path_of_one_machine() -> None:
    machine = re.compile(r"/(?:work|farm|root|tmp/bash_jobs|home/[a-z]+)/")
    found = []
    for path in tracked():
        if path.suffix in {".ttf", ".png", ".woff2"} or path == Path(__file__):
            continue
        found += [
            f"{path.relative_to(ROOT)}: {hit.group()}" for hit in machine.finditer(path.read_text("utf-8"))
        ]
    assert found == []
