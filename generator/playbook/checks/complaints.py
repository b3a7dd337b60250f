"""Complaints and contacts: each degree has a limit, evidence is collected, and who gets in touch asks something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.playbook.checks.index import Check, Known
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.text import Text
from generator.playbook.problems import Problem

_ASKS = ("？", "?")
_COLLECTS = ("checklists.", "forms.")


def a_degree_has_its_limit(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for index, degree in enumerate(playbook.complaints.degrees if playbook.complaints else ()):
        if degree.limit is None:
            yield Problem("degree-no-limit", ("complaints", "degrees", index), {"name": degree.id})


def evidence_is_collected(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for index, each in enumerate(playbook.complaints.evidence if playbook.complaints else ()):
        if not any(place.startswith(_COLLECTS) for place in each.collected):
            yield Problem("evidence-not-collected", ("complaints", "evidence", index), {"name": each.id})


def a_contact_asks_what_it_announces(playbook: Playbook, known: Known) -> Iterator[Problem]:
    """Where there is something to ask, the words for it hold a question."""
    scripts = {script.id: script for script in playbook.scripts}
    for index, contact in enumerate(playbook.follow_ups.contacts if playbook.follow_ups else ()):
        script = scripts.get(contact.script or "")
        if script is None or known.lacks("scripts"):
            continue
        for language in playbook.about.languages:
            asked = _questions(contact.asks, language)
            if asked and not _questions((line.say for line in script.reply), language):
                details = {"name": contact.id, "script": script.id, "language": f"in-{language}"}
                yield Problem(
                    "contact-asks-nothing", ("follow_ups", "contacts", index, "asks"), details, at_key=True
                )
                break


def _questions(texts: Iterable[Text], language: str) -> int:
    return sum(any(mark in text.in_(language) for mark in _ASKS) for text in texts if text.speaks(language))


CHECKS: tuple[Check, ...] = (
    a_degree_has_its_limit,
    evidence_is_collected,
    a_contact_asks_what_it_announces,
)
