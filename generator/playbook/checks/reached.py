"""How customers reach the shop: what the cards leave room for because nothing says it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.playbook.checks.index import Check, Known
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.shop import Channel, Contact
from generator.playbook.problems import Problem

_IN_CONTACT = {"phone": "phones", "chat": "wechat", "counter": "address"}
"""The field of `shop.contact` that a channel of this kind is printed from where it has no `reach` of its own."""


def cards_have_no_line_that_a_field_would_fill(playbook: Playbook, known: Known) -> Iterator[Problem]:
    """One hint for all of them; the sample shop has no number that somebody might ring."""
    if playbook.about.sample or known.lacks("about.sample") or known.lacks("shop"):
        return
    if blank := tuple(dict.fromkeys(_blank(playbook))):
        names = ", ".join(f"`{name}`" for name in blank)
        yield Problem("card-blank", ("shop", "channels"), {"names": names}, at_key=True)


def _blank(playbook: Playbook) -> Iterator[str]:
    promise, shop = playbook.promise, playbook.shop
    # Without what it sells there is no card to pass on.
    if shop.trade is not None:
        for channel in shop.channels:
            if channel.begins and channel.reach is None:
                yield from _unsaid(channel, shop.contact)
    if promise is not None and promise.complaints_line.phone is None:
        yield "promise.complaints_line.phone"


def _unsaid(channel: Channel, contact: Contact) -> Iterator[str]:
    field = _IN_CONTACT.get(channel.kind)
    if field is None:
        yield f"shop.channels.{channel.id}.reach"
    elif not getattr(contact, field):
        yield f"shop.contact.{field}"


CHECKS: tuple[Check, ...] = (cards_have_no_line_that_a_field_would_fill,)
