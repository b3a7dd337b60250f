"""The playbooks that are shipped are clean: no error, and no warning that is not accepted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import check
from tests.conftest import ROOT, Printed

SHOP = ROOT / "playbook.yaml"
EXAMPLES = sorted((ROOT / "examples").glob("*/playbook.yaml"))


def test_the_shop_is_clean_with_its_sheets(printed: Callable[[Path], Printed]) -> None:
    assert printed(SHOP).made.warnings == ()


@pytest.mark.parametrize("playbook", EXAMPLES, ids=lambda path: path.parent.name)
def test_examples_are_clean(playbook: Path) -> None:
    assert check(playbook, printing=False).problems == ()


@pytest.mark.slow
@pytest.mark.parametrize("playbook", EXAMPLES, ids=lambda path: path.parent.name)
def test_examples_are_clean_with_their_sheets(playbook: Path) -> None:
    assert check(playbook, printing=True).problems == ()
