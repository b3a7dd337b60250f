"""What the handbook says beside a reply: to search, to fill in, to copy, to put together."""

from __future__ import annotations

from generator.labels.words import Count, Words


class CardWords(Words):
    """Words of what else is done with a reply; our script says them."""

    picture: str
    """Draws it as a picture for a chat."""
    picture_done: str
    picture_failed: str
    picture_hold: str
    """How a picture is taken where nothing can be copied."""
    picture_copy: str
    picture_save: str
    close: str
    link: str
    """Copies the address of the card."""
    link_here: str
    """Copies that of a heading."""
    helped: str
    """Whether it did not help."""
    asked: str
    """Over the box for why."""
    note: str
    noted: str
    """What the shop is told: {} the title, {} why."""
    noted_bare: str
    """The same without why."""


class ScriptWords(Words):
    """Words around a script; the shortest ones stand on buttons."""

    lead: str
    says: str
    reply: str
    copy_one: str
    copy_reply: str
    copied: str
    copy_failed: str
    nothing_ticked: str
    unset: str
    """Of a line that states figures the shop has not set yet; they follow."""
    unset_first: str
    """On the button of a reply with such a line."""
    only_if: str
    next: str
    """Before a part that is a message of its own."""
    needs: str
    never: str
    never_this: str
    instead: str
    norm: str
    see: str
    channels: str
    whole: str
    code: str
    """Over the code to scan of the page."""
    more: CardWords


class FoldWords(Words):
    """Words of the button that opens and closes all parts of a long page on a phone."""

    open: str
    close: str


class FillWords(Words):
    """Words of the bar above a reply, where its blanks are filled in; our script says them."""

    title: str
    """What the bar is for, to whoever hears the page read out."""
    left: Count
    """{} blanks of the reply are still empty."""
    ready: str
    """None is."""
    next: str
    """The button that clears what belongs to this customer."""
    cleared: str
    own: str
    """Over what is kept on this device."""
    again: Count
    """On the button: {} blanks are empty, and a second press copies all the same."""


class SearchWords(Words):
    """Words in the search box; our script says them."""

    reading: str
    """While the index is on its way."""
    quoted: str
    """Around what a customer says: “{}”."""
    choose: str
    """Of a reply that is chosen by condition, on its page."""
    first: str
    """Over the phrases the shop names."""
    recent: str
    """Over the replies used last."""
    favourites: str
    """Over those with a star."""
    star: str
    unstar: str
    slip: str
    """Notes what was not found, to tell the shop."""
    slips: str
    """{} were noted."""
    slips_copy: str
    slips_print: str
    slips_title: str
    """Over the list on paper."""
    slips_clear: str
    nothing: list[str]
    """What to do where nothing is found, each a line."""
    all: str
    """The link to all scripts."""


class AlsoCalledWords(Words):
    """What people type when they look for a chapter, by the name of its page; the search finds it under each."""

    promise: list[str]
    shop: list[str]
    norms: list[str]
    strategy: list[str]
    levels: list[str]
    authority: list[str]
    complaints: list[str]
    many: list[str]
    reviews: list[str]
    customers: list[str]
    follow_ups: list[str]
    proactive: list[str]
    checks: list[str]
    checklists: list[str]
    training: list[str]
    trainers_guide: list[str]
    products: list[str]
    print: list[str]
    glossary: list[str]
    about: list[str]
    law: list[str]


class WayWords(Words):
    """Words of the ways in by what happened."""

    title: str
    lead: str
    hurt: str
    complaint: str
    review: str
    first: str
    """What is asked before anything else: whether somebody is hurt."""
    flags: str
    """Over what is done for each red flag."""
    calendar: str
    """Over the follow-ups as a picture."""


class ChangeWords(Words):
    """Words of what changed against an earlier version."""

    title: str
    against: str
    """{date} and {version} of the earlier one."""
    nothing: str
    kinds: dict[str, str]
    """`new`, `changed` and `gone`, as headings."""
    marks: dict[str, str]
    """`new` and `changed` beside a heading: {date}."""


class TrayWords(Words):
    """Words of the tray in which lines of several replies are put together; our script says them."""

    title: str
    """{} lines are in it."""
    take: str
    """Puts a line into it."""
    drop: str
    all: str
    one: str
    """Copies message {} of {}."""
    clear: str


class OfflineWords(Words):
    """Words about a new version of a handbook that is kept on a device; our script says them."""

    there: str
    take: str
    """The button that takes it."""
    later: str
