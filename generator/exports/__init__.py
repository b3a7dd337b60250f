"""Other systems, and phones: what is made of a playbook for programs that are not ours. To add one, name its module in `exports`.

Whoever only checks a playbook passes here too, so editions and what writes them are read in when something is listed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from generator.output import OutputFile, Progress
from generator.playbook.model.playbook import Playbook
from generator.playbook.problems import Problem

if TYPE_CHECKING:
    from generator.edition import Edition


class Export(Protocol):
    """A module that makes files for another system: `exports/cards.py` and its neighbours."""

    def files(self, edition: Edition) -> Iterator[OutputFile]: ...


def exports() -> tuple[Export, ...]:
    """Every export there is."""
    from generator.exports import cards, made, marking, phone, quizzes, replies, wjx_form, xlsform

    return (quizzes, made, cards, marking, phone, wjx_form, xlsform, replies)


@dataclass(frozen=True)
class Exports:
    """The family of everything for other systems."""

    playbook: Playbook

    @cached_property
    def outputs(self) -> tuple[OutputFile, ...]:
        from generator.edition import editions

        there = editions(self.playbook)
        return tuple(file for edition in there for export in exports() for file in export.files(edition))

    def problems(self, _only: Collection[str] | None, _done: Progress) -> Iterator[Problem]:
        """None: what an export is made of has been checked before."""
        return iter(())
