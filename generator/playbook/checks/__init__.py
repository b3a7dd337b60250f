"""Rules across the playbook, one small function each; CHECKS lists them all.

A check takes the playbook and what is known of its ids, and gives a Problem for each thing that is wrong.
"""

from __future__ import annotations

from generator.playbook.checks import facts, forms, practices, questions, references, sheets, texts
from generator.playbook.checks.known import Check, Known

CHECKS: tuple[Check, ...] = (
    *references.CHECKS,
    *texts.CHECKS,
    *facts.CHECKS,
    *sheets.CHECKS,
    *forms.CHECKS,
    *questions.CHECKS,
    *practices.CHECKS,
)

__all__ = ["CHECKS", "Check", "Known"]
