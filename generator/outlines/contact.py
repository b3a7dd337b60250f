"""When, where and how customers reach the shop, as it is said on paper."""

from __future__ import annotations

from typing import NamedTuple

from generator.edition import Edition, said_in
from generator.playbook.law import statements
from generator.playbook.model.shop import Channel


class Way(NamedTuple):
    """A way to reach the shop: what it is called, and the address, number or account; nothing where none is known."""

    name: str
    said: str


def ways(edition: Edition) -> tuple[Way, ...]:
    """Where the shop is found, in the order of looking for it: address, telephone, chat, page."""
    contact, words = edition.playbook.shop.contact, edition.labels.sheet.reached
    known = (
        Way(words.address, contact.address or ""),
        Way(words.phone, _numbers(edition)),
        Way(words.wechat, contact.wechat or ""),
        Way(words.site, _short(contact.site)),
    )
    return tuple(way for way in known if way.said)


def _numbers(edition: Edition) -> str:
    """The telephone numbers, none of which is broken at the end of a line."""
    together = (each.replace(" ", "\N{NO-BREAK SPACE}") for each in edition.playbook.shop.contact.phones)
    return edition.labels.list_join.join(together)


def _short(address: str | None) -> str:
    """A web address as people say it."""
    return (address or "").partition("://")[2].removeprefix("www.").rstrip("/")


def channel_ways(edition: Edition) -> tuple[Way, ...]:
    """The channels somebody new may begin with, then what the shop has said of itself beside them."""
    contact = edition.playbook.shop.contact
    by_kind = {
        "phone": _numbers(edition),
        "chat": contact.wechat or "",
        "counter": contact.address or "",
    }
    channels = tuple(
        Way(each.name, each.reach or by_kind.get(each.kind, "")) for each in first_channels(edition)
    )
    said = {way.said for way in channels}
    return (*channels, *(way for way in ways(edition) if way.said not in said))


def scanned(edition: Edition) -> str:
    """Where a code for customers leads: the first channel's that has a link, else what the shop gives them to read."""
    linked = (channel.link for channel in first_channels(edition) if channel.link)
    book = edition.playbook
    return next(linked, book.about.customer_address or book.shop.contact.site or "")


def hours(edition: Edition) -> str:
    """The service hours as the promise says them, else from the shop's own figures."""
    promise = edition.playbook.promise
    return promise.hours if promise and promise.hours else edition.opening_hours


def first_channels(edition: Edition) -> tuple[Channel, ...]:
    """The channels by which somebody new may get in touch."""
    return tuple(each for each in edition.playbook.shop.channels if each.begins)


def emergency_number(edition: Edition) -> str:
    """The country's, or the words for an ambulance where it is not on record."""
    there = statements(edition.playbook.shop.country).get("emergency_number")
    return said_in(there.say, edition.language) if there else edition.labels.phone.ambulance
