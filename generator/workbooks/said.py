"""What every workbook says of itself: its title and stamp, and its first sheet."""

from __future__ import annotations

from collections.abc import Sequence

from generator.edition import Edition
from generator.labels.words import ReadMePart
from generator.workbooks.held import Faults
from generator.workbooks.looks import About


def about(edition: Edition, title: str) -> About:
    playbook, labels = edition.playbook.about, edition.labels.workbooks
    shop = str(edition.playbook.shop.name)
    stamp = labels.customers.stamp.format(shop=shop, version=playbook.version, date=playbook.date)
    return About(f"{shop} · {title}", stamp, playbook.date, labels.font, playbook.brand.colour)


def faults(edition: Edition, number: str, most: str = "") -> Faults:
    """With words of its own for a wrong number, and for one that is larger than the largest."""
    words = edition.labels.workbooks.customers
    return Faults(
        words.wrong_day, words.wrong_time, words.wrong_moment, words.wrong_choice, number, most or number
    )


def first_sheet(
    edition: Edition, parts: Sequence[ReadMePart], *last: ReadMePart, **figures: object
) -> list[tuple[str, list[str]]]:
    """How it is used, then how it is locked and kept, then what comes last; `figures` stand in braces."""
    owner = edition.role(edition.playbook.about.owner)
    every = (*parts, *edition.labels.workbooks.keeping, *last)
    return [(part.head, [line.format(**figures, owner=owner) for line in part.lines]) for part in every]
