"""The playbooks that are shipped are clean: no error, no warning, and no hint but those named here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import check
from generator.engines.printers import printer
from tests.conftest import ROOT, Printed

SHOP = ROOT / "playbook.yaml"
HINTS = {"sample-no-handler"}
"""An invented shop has no name in a register."""
CARDS = ("promise-card", "promise-poster", "referral-card")
EXAMPLES = sorted((ROOT / "examples").glob("*/playbook.yaml"))


def test_the_shop_is_clean_with_its_sheets(printed: Callable[[Path], Printed]) -> None:
    assert {problem.kind for problem in printed(SHOP).made.warnings} <= HINTS


@pytest.mark.parametrize("playbook", EXAMPLES, ids=lambda path: path.parent.name)
def test_examples_are_clean(playbook: Path) -> None:
    assert {problem.kind for problem in check(playbook).problems} <= HINTS


@pytest.mark.parametrize("playbook", EXAMPLES, ids=lambda path: path.parent.name)
def test_what_customers_keep_of_an_example_holds_what_is_on_it(playbook: Path) -> None:
    """The cards: they are small, and what a country's record says may grow."""
    found = check(playbook, printer=printer(), only=CARDS).problems
    assert {problem.kind for problem in found} <= HINTS


@pytest.mark.slow
@pytest.mark.parametrize("playbook", EXAMPLES, ids=lambda path: path.parent.name)
def test_examples_are_clean_with_their_sheets(playbook: Path) -> None:
    assert {problem.kind for problem in check(playbook, printer=printer()).problems} <= HINTS
