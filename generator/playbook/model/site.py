"""The chapter of how the handbook's site is put together: which of its pages come first, and which it does without."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from generator.playbook.model.record import Record

_Either = Literal[
    "promise",
    "norms",
    "strategy",
    "levels",
    "authority",
    "reviews",
    "customers",
    "follow_ups",
    "proactive",
    "checks",
    "checklists",
    "training",
    "products",
    "prices",
    "notices",
    "glossary",
]
SitePage = Literal[_Either, "shop", "scripts", "complaints", "print", "about"]
"""The pages of the menu that may stand elsewhere in it."""
Dispensable = Literal[_Either, "ways"]
"""Those a site can do without. What to say, what to do where somebody is hurt, who does what and the sheets stay."""
_MORE: Mapping[str, tuple[str, ...]] = {"training": ("path-", "trainers-guide.html", "self-check.html")}
"""What goes with a page: files, or how their names begin."""


class Site(Record):
    """How the site is put together. What its pages are called stands under `words`, as `handbook.nav.norms`."""

    order: tuple[SitePage, ...] = ()
    """The pages that stand first in the menu, in this order; a page within a group brings its group. The first page
    stays the first, and what is not named follows as it is."""
    leave_out: tuple[Dispensable, ...] = ()
    """The pages that the site does without. What they say stays in the playbook, on paper and in the workbooks; where
    another page would lead there, its words stand without a link."""

    def leaves_out(self, uri: str) -> bool:
        """Whether the page with this address, below its language's folder, is one it does without."""
        file = uri.partition("#")[0]
        return any(
            file == address(name) or file.startswith(_MORE.get(name, ("\0",))) for name in self.leave_out
        )

    def kept(self, uri: str) -> str:
        """The page with this address, or that of all sheets where the site does without it."""
        return "print.html" if self.leaves_out(uri) else uri


def address(name: str) -> str:
    """Where a page of the menu stands, below its language's folder."""
    return "scripts/index.html" if name == "scripts" else f"{name.replace('_', '-')}.html"
