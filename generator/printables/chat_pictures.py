"""What hangs on the wall or lies in a parcel, as pictures for a chat: cards, posters, usage sheets, checklists."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from generator.design.pictures import Part, long_page, of_page, of_sheet
from generator.design.printing import Printer
from generator.output import OutputFile, Progress
from generator.playbook.problems import Problem
from generator.printables.logo import logo
from generator.printables.sheet import SetSheet

KIND = "chat-picture"
_HALF = 2
_PARTS: Mapping[str, Callable[[SetSheet], Part]] = {
    "poster": lambda _: (1, 1),
    "promise-poster": lambda _: (1, 1),
    "prices": lambda _: (1, 1),
    "notice": lambda _: (1, 1),
    "card": lambda _: (0.5, 0.5),
    "referral": lambda _: (0.5, 0.5),
    "usage": lambda page: (0.5, 1) if page.sheet.handling.pieces == _HALF else (1, 1),
}
"""How much of a sheet is one piece, by its kind; what is not named is no picture to send, or a list."""
LIST = "checklist"
"""Type on paper is too small for a phone, so a list is set anew."""


@dataclass(frozen=True)
class ChatPictures:
    """The family of pictures of what is printed; made when somebody asks for them."""

    sheets: Callable[[], tuple[SetSheet, ...]]
    """All that is printed."""
    printer: Printer

    @cached_property
    def outputs(self) -> tuple[OutputFile, ...]:
        return tuple(
            _file(page, self.printer)
            for page in self.sheets()
            if page.sheet.kind in _PARTS or page.sheet.kind == LIST
        )

    def problems(self, _only: Collection[str] | None, _done: Progress) -> Iterator[Problem]:
        """None: what is printed has been looked at."""
        return iter(())


def _file(page: SetSheet, printer: Printer) -> OutputFile:
    sheet, edition = page.sheet, page.edition
    if sheet.kind == LIST:
        content = partial(_of_list, page, printer)
    else:
        content = partial(of_sheet, printer, page.job, _PARTS[sheet.kind](page))
    return OutputFile(
        id=f"{sheet.id}-chat",
        of=sheet.of,
        kind=KIND,
        language=edition.language,
        title=sheet.title,
        path=f"{edition.folder}files/{sheet.id}-chat.png",
        audience=sheet.audience,
        content=content,
        route=sheet.route,
        code=page.code,
        page=sheet.page,
    )


def _of_list(page: SetSheet, printer: Printer) -> bytes:
    drawn = logo(page.edition, 1, 1)
    view = {
        "sides": page.sheet.view["sides"],
        "logo": drawn.address if drawn else "",
        "mark": page.stamp.text,
    }
    return of_page(printer, long_page(page.edition, "checklist_picture.html", str(page.sheet.title), view))
