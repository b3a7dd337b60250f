"""The contacts after a sale that the workbook reminds of: when each is due, who makes it, how the message begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, get_args

from generator.outlines.kept import follow_ups
from generator.playbook.calendar import Span
from generator.playbook.model.contacts import Due, FollowUp
from generator.playbook.model.customers import ContactClass
from generator.playbook.model.scripts import ReplyLine, Script
from generator.playbook.model.shop import Fact

if TYPE_CHECKING:
    from generator.edition import Edition

FILED, CLOSED = "filed", "closed"
ASKING, OFFERS = 1, 2
"""What a customer agreed to on the channel kept: questions about use, offers, or the sum of both."""


@dataclass(frozen=True)
class Later:
    """So many days, weeks or months."""

    amount: int
    """Negative for earlier."""
    unit: Span


@dataclass(frozen=True)
class Contact:
    """A contact and how its message begins."""

    id: str
    name: str
    start: str
    plus: Later
    needs: ContactClass
    role: str
    asking: str
    """The message without offers; empty if it has none."""
    offering: str
    """The message for those who ticked offers; empty if it has none."""


def contacts(edition: Edition) -> tuple[Contact, ...]:
    return tuple(_contact(edition, each) for each in follow_ups(edition.playbook))


def after_complaint(edition: Edition) -> Contact | None:
    """The contact that counts from the filing of a complaint or from its end, if there is one."""
    chapter = edition.playbook.follow_ups
    found = (each for each in chapter.contacts if each.due.start in (FILED, CLOSED)) if chapter else ()
    return next((_contact(edition, each) for each in found), None)


def later(edition: Edition, fact: str) -> Later | None:
    """The span a fact states, if it states one."""
    found: Fact = edition.item("facts", fact)
    unit = next((unit for unit in get_args(Span) if unit == found.unit), None)
    return Later(int(found.value), unit) if unit else None


def _span(edition: Edition, due: Due) -> Later:
    """How much later or earlier; the day itself where neither is said."""
    fact = due.plus or due.before
    found = later(edition, fact) if fact else Later(0, "day")
    assert found is not None, "the checks hold that it is a span"
    return replace(found, amount=-found.amount) if due.before else found


def _contact(edition: Edition, each: FollowUp) -> Contact:
    plus = _span(edition, each.due)
    script: Script | None = edition.item("scripts", each.script) if each.script else None
    asking, offering = _beginnings(script) if script else (" ".join(each.asks), "")
    return Contact(
        each.id,
        each.name,
        each.due.start,
        plus,
        each.contact,
        edition.role(each.owner),
        asking,
        offering if each.contact == "C" else "",
    )


def _beginnings(script: Script) -> tuple[str, str]:
    """The first line without offers and the first with them; what to say in an emergency is no beginning."""
    lines = [line for line in script.reply if line.part != "red_flag"]
    return _first(lines, marketing=False), _first(lines, marketing=True)


def _first(lines: Sequence[ReplyLine], *, marketing: bool) -> str:
    return next((line.say for line in lines if line.marketing is marketing), "")


def allowed(contact: Contact, may: str, name: str) -> str:
    """The condition under which a contact is allowed, of one order or of all at once: `may` and `name` are cells or ranges.

    Service messages go to everybody; who ticked no offers may still be asked about use.
    """
    match contact.needs:
        case "A":
            return f'{name}<>""'
        case "B":
            # 1 or 3, said so that it holds for a range, too, in every program.
            return f"({may}-{OFFERS})^2={ASKING}"
        case "C":
            return f"{may}>={ASKING if contact.asking else OFFERS}"
