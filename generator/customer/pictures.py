"""The pages for customers as long pictures, for whoever asks in a chat."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from generator.customer import FOLDER
from generator.customer.pages import Said, said, shared
from generator.design.pictures import long_page, of_page
from generator.design.printing import Printer
from generator.edition import Edition
from generator.output import OutputFile, Progress
from generator.playbook.problems import Problem


@dataclass(frozen=True)
class CustomerPictures:
    """The family of these pictures; made when somebody asks for them."""

    editions: tuple[Edition, ...]
    printer: Printer

    @cached_property
    def outputs(self) -> tuple[OutputFile, ...]:
        return tuple(self._file(edition, each) for edition in self.editions for each in said(edition))

    def problems(self, _only: Collection[str] | None, _done: Progress) -> Iterator[Problem]:
        """None: what they say stands on the pages."""
        return iter(())

    def _file(self, edition: Edition, it: Said) -> OutputFile:
        return OutputFile(
            id=f"{FOLDER}-{it.id}-chat",
            of=it.of,
            kind="chat-picture",
            language=edition.language,
            title=it.title,
            path=f"pictures/{edition.folder}{it.id}.png",
            audience="customer",
            content=partial(picture, edition, it, self.printer),
            route=it.route,
            beside=FOLDER,
        )


def picture(edition: Edition, it: Said, printer: Printer) -> bytes:
    """A page as a PNG."""
    view = shared(edition) | {"it": it} | dict(it.view)
    return of_page(printer, long_page(edition, "customer_picture.html", it.title, view))
