"""When and where customers reach the shop, as it is said on paper."""

from __future__ import annotations

from generator.edition import Edition
from generator.playbook.model.shop import Channel

_NOT_FIRST = ("group", "delivery")
"""Kinds of channels that nobody begins with: one is invited to a group, and the driver comes by order."""


def hours(edition: Edition) -> str:
    """The service hours as the promise says them, else from the shop's own figures."""
    if edition.playbook.promise:
        return edition.playbook.promise.hours
    times = edition.playbook.shop.service_hours
    between = "\N{NO-BREAK SPACE}–\N{NO-BREAK SPACE}"  # the dash alone would let the line break
    return f"{edition.open_days} {times.start}{between}{times.end}"


def first_channels(edition: Edition) -> tuple[Channel, ...]:
    """The channels by which somebody new may get in touch."""
    return tuple(each for each in edition.playbook.shop.channels if each.kind not in _NOT_FIRST)
