"""Complaints and contacts: each degree has a limit, evidence is collected, and who gets in touch asks something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.playbook.calendar import LASTS
from generator.playbook.checks.forms import fields
from generator.playbook.checks.index import Check, Known
from generator.playbook.field_kinds import KINDS
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.shop import Fact
from generator.playbook.model.text import Text
from generator.playbook.problems import Problem, suggested

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


def the_day_of_filing_is_on_the_sheet(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    chapter = playbook.complaints
    form = next((form for form in playbook.forms if chapter and form.id == chapter.form), None)
    if chapter and chapter.filed and form:
        there = [field.id for _, field in fields(form, ()) if KINDS[field.kind].counted_from]
        if chapter.filed not in there:
            details = {"name": chapter.filed} | suggested(chapter.filed, there)
            yield Problem("filed-no-day", ("complaints", "filed"), details)


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


def a_reminder_comes_after_the_goods(playbook: Playbook, known: Known) -> Iterator[Problem]:
    """No earlier before a pack runs out than it lasts: it would be due before anything was received."""
    days = {} if known.lacks("facts") else dict(_in_days(playbook.facts))
    before = (playbook.follow_ups.remind if playbook.follow_ups else None) or ""
    for product in playbook.products if before in days else ():
        lasts = product.lasts or ""
        if lasts in days and days[lasts] <= days[before]:
            details = {"name": product.id, "lasts": lasts, "remind": before}
            yield Problem("reminder-too-early", ("follow_ups", "remind"), details)


def _in_days(facts: Iterable[Fact]) -> Iterator[tuple[str, float]]:
    for fact in facts:
        # What is no number is said elsewhere (fact-no-number).
        if fact.unit in LASTS and not isinstance(fact.value, str):
            yield fact.id, fact.value * LASTS[fact.unit]


def _questions(texts: Iterable[Text], language: str) -> int:
    return sum(any(mark in text.in_(language) for mark in _ASKS) for text in texts if text.speaks(language))


CHECKS: tuple[Check, ...] = (
    a_degree_has_its_limit,
    evidence_is_collected,
    the_day_of_filing_is_on_the_sheet,
    a_contact_asks_what_it_announces,
    a_reminder_comes_after_the_goods,
)
