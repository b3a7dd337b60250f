"""Rules across the playbook, one small function each; CHECKS_OF_WORDS and CHECKS_OF_SENSE list them all.

A check takes the playbook and what is known of its ids, and gives a Problem for each thing that is wrong.
"""

from __future__ import annotations

from generator.playbook.checks import (
    asking,
    complaints,
    dues,
    facts,
    forms,
    given,
    hours,
    kept,
    law,
    measures,
    mine,
    outputs,
    papers,
    phones,
    plays,
    practices,
    prices,
    questions,
    quotes,
    reached,
    red_flags,
    references,
    replies,
    service,
    settings,
    sheets,
    subjects,
    texts,
    whole_papers,
)
from generator.playbook.checks.index import Check, Known

CHECKS_OF_WORDS: tuple[Check, ...] = (
    *references.CHECKS,
    *texts.CHECKS,
    *practices.CHECKS,
    *law.CHECKS,
    *quotes.CHECKS,
)
"""What is said of every id and every text, also in an item that has something else wrong with it."""

CHECKS_OF_SENSE: tuple[Check, ...] = (
    *facts.CHECKS,
    *hours.CHECKS,
    *dues.CHECKS,
    *sheets.CHECKS,
    *replies.CHECKS,
    *prices.CHECKS,
    *service.CHECKS,
    *reached.CHECKS,
    *given.CHECKS,
    *red_flags.CHECKS,
    *complaints.CHECKS,
    *forms.CHECKS,
    *settings.CHECKS,
    *phones.CHECKS,
    *kept.CHECKS,
    *subjects.CHECKS,
    *measures.CHECKS,
    *mine.CHECKS,
    *questions.CHECKS,
    *asking.CHECKS,
    *papers.CHECKS,
    *whole_papers.CHECKS,
    *plays.CHECKS,
    *outputs.CHECKS,
)
"""What is said of items as a whole, where nothing is wrong with their shape."""

__all__ = ["CHECKS_OF_SENSE", "CHECKS_OF_WORDS", "Check", "Known"]
