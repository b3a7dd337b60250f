"""A wheel in an empty environment builds a shop in an empty folder."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import OUTSIDE

ROOT = Path(__file__).parent.parent
TINY = ROOT / "tests" / "playbooks" / "tiny.yaml"


def uv(*words: object) -> subprocess.CompletedProcess[str]:
    beside = Path(sys.executable).with_name("uv")
    command = str(beside) if beside.is_file() else shutil.which("uv")
    if command is None:
        pytest.fail("uv is missing: make setup installs it")
    return subprocess.run([command, *map(str, words)], cwd=ROOT, capture_output=True, text=True)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the commands of an environment that holds nothing but the wheel and what it needs."""
    folder = tmp_path_factory.mktemp("wheel")
    built = uv("build", "--wheel", "--out-dir", folder)
    if built.returncode and "hatchling" in built.stderr:
        pytest.skip(f"{OUTSIDE}the package index cannot be reached")
    assert built.returncode == 0, built.stderr
    (wheel,) = folder.glob("*.whl")
    uv(
        "export",
        "--frozen",
        "--no-dev",
        "--no-emit-project",
        "--no-hashes",
        "--output-file",
        folder / "locked.txt",
    )
    assert uv("venv", "--python", sys.executable, folder / "env").returncode == 0
    python = folder / "env" / "bin" / "python"
    fetched = uv("pip", "install", "--python", python, "--constraint", folder / "locked.txt", wheel)
    if fetched.returncode and "error sending request" in fetched.stderr:
        pytest.skip(f"{OUTSIDE}the package index cannot be reached")
    assert fetched.returncode == 0, fetched.stderr
    return python.parent


def test_an_empty_folder_with_a_playbook_becomes_a_shop(installed: Path, tmp_path: Path) -> None:
    shutil.copy(TINY, tmp_path / "playbook.yaml")
    run = subprocess.run([installed / "playbook", "build"], cwd=tmp_path, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    for made in (
        "site/index.html",
        "site/en/index.html",
        "site/files/poster-wall.pdf",
        "trainer/playbook.json",
    ):
        assert (tmp_path / made).is_file(), made


def test_a_playbook_with_an_error_leaves_the_last_good_site(installed: Path, tmp_path: Path) -> None:
    shutil.copy(TINY, tmp_path / "playbook.yaml")
    command = [installed / "playbook", "build", "--no-print"]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True).returncode == 0
    before = (tmp_path / "site/index.html").read_bytes()
    (tmp_path / "playbook.yaml").write_text(
        TINY.read_text("utf-8").replace("owner: owner", "owner: nobody"), "utf-8"
    )
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert run.returncode == 1
    assert "playbook.yaml:7:10" in run.stderr
    assert (tmp_path / "site/index.html").read_bytes() == before
