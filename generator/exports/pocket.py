"""What one role needs, as one page that needs nothing else: to be sent to a colleague and opened on any phone.

How far somebody may go, and the remedies, stand on it only if they are asked for: a page that was sent cannot be called
back. So it says its version and until when it holds, and it is never part of the site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.design.single_page import COPYING, single_page
from generator.edition import Edition
from generator.outlines.checklist import groups
from generator.outlines.sendable import lacking
from generator.playbook.model.norms import Norm
from generator.playbook.model.scripts import ReplyLine, Script
from generator.playbook.model.sheets import Checklist
from generator.set_text import parts_of

HERE = Path(__file__).parent
MONEY = ("yuan", "money", "percent")
"""The units of what somebody may give away."""


class NoSuchRole(Exception):
    """`known` are those there are."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name, self.known = name, tuple(known)
        super().__init__(name)


@dataclass(frozen=True)
class Asked:
    """Whose page it is, until when it holds, and whether limits and remedies stand on it."""

    role: str
    until: date
    limits: bool = False


def pages(editions: Iterable[Edition], asked: Asked) -> Iterator[tuple[str, bytes]]:
    """The page in each language, with the name of its file; NoSuchRole."""
    for edition in editions:
        known = [role.id for role in edition.playbook.roles]
        if asked.role not in known:
            raise NoSuchRole(asked.role, known)
        yield f"{edition.folder}{asked.role}.html", page(edition, asked).encode()


def page(edition: Edition, asked: Asked) -> str:
    """The page in one language."""
    book, words = edition.playbook, edition.labels.exports.pocket
    told, site = _told(edition, asked), book.site
    view = {
        "words": words,
        "role": edition.role(asked.role),
        "until": edition.day(asked.until),
        "until_day": asked.until.isoformat(),
        "flags": book.complaints.red_flags if book.complaints else (),
        "norms": [
            norm for norm in book.norms if _concerns(norm, asked.role) and not site.leaves_out("norms.html")
        ],
        "scripts": _scripts(edition, asked.role),
        "steps": book.complaints.steps if book.complaints else (),
        "lists": [
            (each, groups(each))
            for each in _lists(edition, asked.role)
            if not site.leaves_out("checklists.html")
        ],
        "authority": book.authority if asked.limits and not site.leaves_out("authority.html") else (),
        "remedies": book.complaints.remedies if book.complaints and asked.limits else (),
        "told": told,
        "sayable": lambda script: [
            line
            for line, lacks in zip(script.reply, lacking(edition, script), strict=True)
            if not lacks and len(told(_words(line))) == len(_words(line))
        ],
        "spoken": {
            "copy": words.copy_one,
            "copied": words.copied,
            "failed": words.failed,
            "expired": words.expired,
        },
    }
    runs = [COPYING.read_text("utf-8"), (HERE / "pocket.js").read_text("utf-8")]
    return single_page(edition, "pocket.html", view, style="pocket.css", scripts=runs)


def _concerns(norm: Norm, role: str) -> bool:
    return not norm.roles or role in norm.roles


def _scripts(edition: Edition, role: str) -> list[tuple[str, list[Script]]]:
    """The replies behind which stands a norm of the role, by stage, in the playbook's order."""
    norms = {norm.id for norm in edition.playbook.norms if _concerns(norm, role)}
    found: dict[str, list[Script]] = {}
    for script in edition.playbook.scripts:
        if script.norm in norms:
            found.setdefault(edition.labels.stages[script.stage], []).append(script)
    return [*found.items()]


def _words(line: ReplyLine) -> tuple[str, str]:
    """What is sent, and when."""
    return line.say, line.only_if or ""


def _lists(edition: Edition, role: str) -> Iterator[Checklist]:
    return (each for each in edition.playbook.checklists if each.who == role)


def _told(edition: Edition, asked: Asked) -> Callable[[Iterable[str]], list[str]]:
    """What of a rule is told to whoever gets the page: without limits, nothing that names one."""
    book = edition.playbook
    limits = {each.limit for each in book.authority}
    limits |= {each.limit for each in book.complaints.remedies} if book.complaints else set()
    hidden = {fact.id for fact in book.facts if fact.id in limits and fact.unit in MONEY and not asked.limits}

    def told(points: Iterable[str]) -> list[str]:
        return [each for each in points if not any(part.name in hidden for part in parts_of(each))]

    return told
