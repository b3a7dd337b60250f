"""What customers are given to read: nothing on it that is for staff, and no way to the handbook."""

from __future__ import annotations

from collections.abc import Iterator

from generator.playbook.checks.index import Check, Known
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Route
from generator.playbook.model.text import Text, names_in
from generator.playbook.phrases import Phrases
from generator.playbook.problems import Problem

MONEY = ("yuan", "money", "percent")
"""The units of what is given away; within how many days something is done is said to everybody."""
SHORT = 8
"""What has fewer letters says nothing of its own: a remedy called “a refund”."""


def pages_for_customers_state_no_limit(playbook: Playbook, known: Known) -> Iterator[Problem]:
    """A figure up to which somebody may decide is no offer to everybody."""
    limits = {each.limit for each in playbook.authority}
    limits |= {each.limit for each in playbook.complaints.remedies} if playbook.complaints else set()
    limits &= {fact.id for fact in playbook.facts if fact.unit in MONEY}
    # What is told everybody anyway, such as a deposit, is no secret because somebody may also give it back.
    limits -= {name.removeprefix("facts.") for text in _said(playbook) for name in names_in(text)}
    for route, text in _given(known):
        for language, said in text.said.items():
            for name in dict.fromkeys(names_in(said)):
                if name.removeprefix("facts.") in limits:
                    yield Problem("limit-given-away", (*route, language), {"name": name})


def pages_for_customers_hold_no_words_for_staff(playbook: Playbook, known: Known) -> Iterator[Problem]:
    inner = {
        said: name for name, text in _inner(playbook) for said in text.said.values() if len(said) >= SHORT
    }
    phrases = Phrases(inner)
    for route, text in _given(known):
        for language, said in text.said.items():
            for found in sorted(phrases.within(said)):
                yield Problem("inner-given-away", (*route, language), {"text": found, "where": inner[found]})


def customers_have_an_address_of_their_own(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    about = playbook.about
    staff, theirs = ((each or "").rstrip("/") + "/" for each in (about.address, about.customer_address))
    if about.address and about.customer_address and theirs.startswith(staff):
        yield Problem("handbook-given-away", ("about", "customer_address"), {"value": about.customer_address})


def _given(known: Known) -> Iterator[tuple[Route, Text]]:
    return ((route, text) for route, text in known.texts if route[0] == "customer_pages")


def _said(playbook: Playbook) -> Iterator[str]:
    """What is sent to customers as it is."""
    lines = (line.say for script in playbook.scripts for line in script.reply)
    return (said for text in lines for said in text.said.values())


def _inner(playbook: Playbook) -> Iterator[tuple[str, Text]]:
    """What is said to staff alone, with where it stands."""
    remedies = playbook.complaints.remedies if playbook.complaints else ()
    yield from ((f"complaints.{each.id}", text) for each in remedies for text in (each.when, each.offer))
    yield from ((f"scripts.{each.id}", no.text) for each in playbook.scripts for no in each.never)
    yield from ((f"authority.{each.id}", each.matter) for each in playbook.authority)


CHECKS: tuple[Check, ...] = (
    pages_for_customers_state_no_limit,
    pages_for_customers_hold_no_words_for_staff,
    customers_have_an_address_of_their_own,
)
