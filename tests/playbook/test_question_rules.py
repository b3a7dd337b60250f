"""The rules for questions: none is missing, each has a check with a planted question, or says why it has none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.playbook.wordings import kinds
from tests.playbook.test_problems import CANNOT_STAND_IN_A_FILE, FOLDER, MARK

RULES: dict[str, Any] = yaml.safe_load((Path(__file__).parents[1] / "question_rules.yaml").read_text("utf-8"))
PLANTED = {
    found.group(5)
    for path in FOLDER.rglob("*.yaml")
    for line in path.read_text("utf-8").splitlines()
    if (found := MARK.search(line))
}


def test_the_table_has_every_rule() -> None:
    assert list(RULES) == [f"Q{number:03}" for number in range(1, 43)]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_checked_or_says_what_holds_it(rule: str) -> None:
    assert RULES[rule]["kinds"] or RULES[rule]["instead"]


@pytest.mark.parametrize("rule", RULES)
def test_each_kind_of_a_rule_has_a_planted_fault_with_place_remedy_and_level(rule: str) -> None:
    for kind in RULES[rule]["kinds"]:
        assert kind in PLANTED - CANNOT_STAND_IN_A_FILE, kind
        assert kinds()[kind].level in ("error", "warning", "hint")
        assert all(kinds()[kind].said[language].remedy for language in ("zh", "en"))
