"""Who serves and decides: each row of the authority table ends at somebody who is there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.playbook.checks.index import Check, Known
from generator.playbook.model.playbook import Playbook
from generator.playbook.problems import Problem


def whoever_decides_last_has_a_deputy(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    """Where one person is the whole shop, nobody can stand in."""
    last = {row.above or row.decides for row in playbook.authority}
    for index, role in enumerate(playbook.roles):
        if len(playbook.roles) > 1 and role.id in last and role.deputy in (None, role.id):
            yield Problem("role-no-deputy", ("roles", index), {"name": role.id})


CHECKS: tuple[Check, ...] = (whoever_decides_last_has_a_deputy,)
