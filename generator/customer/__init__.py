"""What customers are given to read: pages of their own, in a folder of their own beside site/, that lead nowhere else.

They say the promise, what the shop wrote for its customers, what becomes of their data, and how to complain. Nothing of
the handbook is on them: no limit, no remedy, no line that is never said, no way to it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.output import OutputFile, Progress
from generator.playbook.model.playbook import Playbook
from generator.playbook.problems import Problem

if TYPE_CHECKING:
    from generator.edition import Edition

FOLDER = "customer"


@dataclass(frozen=True)
class Customer:
    """The family of everything customers may open."""

    playbook: Playbook

    @cached_property
    def outputs(self) -> tuple[OutputFile, ...]:
        from generator.edition import editions

        there = editions(self.playbook)
        return tuple(file for edition in there for file in files(edition, there))

    def problems(self, _only: Collection[str] | None, _done: Progress) -> Iterator[Problem]:
        """None: what its pages say has been checked before."""
        return iter(())


def files(edition: Edition, there: tuple[Edition, ...]) -> Iterator[OutputFile]:
    """A page for each thing there is to say; none in a shop that has nothing to say yet."""
    from functools import partial

    from generator.customer.pages import page, said

    pages = said(edition)
    for each in pages:
        yield OutputFile(
            id=f"{FOLDER}-{each.id}",
            of=each.of,
            kind="customer-page",
            language=edition.language,
            title=each.title,
            path=edition.folder + each.file,
            audience="customer",
            content=partial(page, edition, there, pages, each),
            route=each.route,
            beside=FOLDER,
        )
