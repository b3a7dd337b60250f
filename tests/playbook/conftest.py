"""What tests of checks share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.playbook.kinds import Kinds


@pytest.fixture
def kinds(tmp_path: Path) -> Kinds:
    return Kinds(tmp_path / "playbook.yaml")
