"""The chapter on customers: what they come with has a name, and so has the blank for it; what a consent is about."""

from __future__ import annotations

from collections.abc import Iterator

from generator.playbook.checks.index import Check, Known
from generator.playbook.model.playbook import Playbook
from generator.playbook.problems import Problem, suggested


def what_is_noted_of_each_has_a_name(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    chapter = playbook.customers
    for at, field in enumerate(chapter.record if chapter and not chapter.subject else ()):
        if field.workbook == "subject":
            yield Problem("subject-unsaid", ("customers", "record", at, "workbook"), {"name": field.id})


def its_blank_is_there(playbook: Playbook, known: Known) -> Iterator[Problem]:
    subject = playbook.customers.subject if playbook.customers else None
    blanks = [each.id for each in playbook.placeholders]
    if subject and subject.blank and subject.blank not in blanks and not known.lacks("placeholders"):
        details = {"name": subject.blank} | suggested(subject.blank, blanks)
        yield Problem("subject-no-blank", ("customers", "subject", "blank"), details)


def a_consent_has_both_or_neither(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for at, consent in enumerate(playbook.customers.consents if playbook.customers else ()):
        if (consent.contact is None) != (consent.channel is None):
            yield Problem("consent-half", ("customers", "consents", at), {"name": consent.id})


CHECKS: tuple[Check, ...] = (
    what_is_noted_of_each_has_a_name,
    its_blank_is_there,
    a_consent_has_both_or_neither,
)
