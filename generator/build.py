"""The whole pipeline: read, understand, set in each language, make. To add a family, name it in FAMILIES."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.output import Audience, Family, OutputFile, Page, Progress, doubled, silently
from generator.playbook import drawings
from generator.playbook.load import Loaded, load, located, still_accepted, without_accepted
from generator.playbook.model.playbook import Playbook
from generator.playbook.problems import Problem, Problems

if TYPE_CHECKING:
    from generator.design.printing import Printer
    from generator.edition import Edition
    from generator.outlines.since import Earlier, Listed


def _printed(playbook: Playbook, printer: Printer | None) -> Iterable[Family]:
    if printer is None:
        return ()
    from generator import edition, printables

    return printables.paper(playbook, edition.editions(playbook), printer)


def _in_excel(playbook: Playbook, _printer: Printer | None) -> Iterable[Family]:
    from generator.workbooks import Workbooks

    return (Workbooks(playbook),)


def _for_other_systems(playbook: Playbook, _printer: Printer | None) -> Iterable[Family]:
    from generator.exports import Exports

    return (Exports(playbook),)


def _for_customers(playbook: Playbook, _printer: Printer | None) -> Iterable[Family]:
    from generator.customer import Customer

    return (Customer(playbook),)


FAMILIES: tuple[Callable[[Playbook, Printer | None], Iterable[Family]], ...] = (
    _printed,
    _in_excel,
    _for_other_systems,
    _for_customers,
)
"""What is made of a playbook beside the handbook; without a printer nothing is printed.

Each imports what it needs when it is called, here and below: that takes longer than checking a playbook.
"""


def issued(folder: Path, playbook: Playbook, printer: Printer | None) -> Iterable[Family]:
    """The papers that were handed out, from their locks beside the playbook; nothing where nothing is printed."""
    there = locks(folder)
    if printer is None or not there:
        return ()
    from generator.printables.issued import Issued

    return (Issued(playbook, {path.name: path.read_bytes() for path in there}, printer),)


def locks(folder: Path) -> tuple[Path, ...]:
    """The files of papers that were handed out."""
    return tuple(sorted((folder / "locks").glob("*.json")))


def _beside(folder: Path, playbook: Playbook) -> tuple[Path, ...]:
    """The files of the shop's logo and of drawings on forms, which it is made anew from when one changes."""
    logo = playbook.about.brand.logo
    return tuple(folder / name for name in (*((logo,) if logo else ()), *drawings.files(playbook)))


MARKER = "playbook.json"
"""The file in site/ and trainer/ that says what was made, and by which version of the playbook."""
PACKED = "packs.json"
"""The file in packs/ that does: each sheet with its pack and its pages there."""


@dataclass(frozen=True, repr=False)
class Checked:
    """A playbook as it was read, and every problem that nobody has accepted."""

    loaded: Loaded
    problems: tuple[Problem, ...]
    families: tuple[Family, ...] = ()
    """What is made of it."""

    def has(self, level: str) -> bool:
        return any(problem.level == level for problem in self.problems)


def check(
    path: Path,
    *,
    printer: Printer | None = None,
    only: Collection[str] | None = None,
    on: date | None = None,
    done: Progress = silently,
) -> Checked:
    """Reads and checks a playbook, with a `printer` its sheets too, on all cores.

    `only` names the sheets to print and look at, which takes a minute for all; `on` is the day to hold the
    review date against; `done` is called for each sheet printed.
    """
    loaded = load(path, on=on)
    found: list[Problem] = list(loaded.problems)
    families: tuple[Family, ...] = ()
    playbook = loaded.playbook
    if playbook is not None:
        found += _own_words(playbook)
        families = tuple(each for family in FAMILIES for each in family(playbook, printer))
        families += tuple(issued(path.resolve().parent, playbook, printer))
        if printer is not None:
            found += doubled(file for family in families for file in family.outputs)
        found += (problem for family in families for problem in family.problems(only, done))
    seen = located(found, loaded.source)
    if playbook is None:
        # Whether something accepted is still needed is judged on a playbook that can be used.
        accepted = still_accepted(loaded.source.root.data)
        left = [each for each in without_accepted(seen, accepted) if each.kind != "accept-unused"]
    else:
        left = [
            *without_accepted(
                seen, playbook.accept, printed=printer is not None and only is None, dated=on is not None
            )
        ]
    return Checked(loaded, located(left, loaded.source), families)


def _own_words(playbook: Playbook) -> Iterable[Problem]:
    """What is wrong with the shop's own words for ours; most shops have none, and need ours not read in."""
    if not playbook.words:
        return ()
    from generator.outlines.own_words import own_words_fit

    return own_words_fit(playbook)


@dataclass(frozen=True)
class Made:
    """Everything that comes out of one playbook."""

    playbook: Playbook
    editions: tuple[Edition, ...]
    sources: tuple[Path, ...]
    families: tuple[Family, ...] = ()
    warnings: tuple[Problem, ...] = ()
    renewing: bool = False
    """Whether the sheets are those of the last time, while new ones are printed."""
    since: Earlier | None = None
    """The earlier version that pages mark changes against."""

    @cached_property
    def outputs(self) -> tuple[OutputFile, ...]:
        """Every file but the pages of the handbook."""
        from generator import handbook

        assets = [file for edition in self.editions for file in handbook.assets(edition)]
        made = (file for family in self.families for file in family.outputs)
        site = self.editions[0].playbook.site
        return (*assets, *(replace(file, page=site.kept(file.page)) for file in made))

    def files(self, edition: Edition) -> tuple[OutputFile, ...]:
        """What stands in the site beside the pages; paths count from site/."""
        mine = [file for file in self.outputs if file.language == edition.language and file.folder == "site"]
        return (*mine, *([self.marker("site")] if edition.first else []))

    def pages(self, edition: Edition) -> tuple[Page, ...]:
        """The pages of the handbook in one language."""
        from generator import handbook

        sheets = [file for file in self.files(edition) if file.listed]
        return tuple(handbook.pages(edition, sheets, renewing=self.renewing, since=self.since))

    def for_trainer(self) -> tuple[OutputFile, ...]:
        mine = [file for file in self.outputs if file.folder == "trainer"]
        return (*mine, self.marker("trainer"))

    def for_customers(self) -> tuple[OutputFile, ...]:
        """What anybody may read, in a folder of its own; nothing where there is nothing to say."""
        return tuple(file for file in self.outputs if file.folder == "customer")

    def for_copy_shop(self) -> Iterator[tuple[str, bytes]]:
        """The packs and their list, by path below packs/; nothing where nothing is printed."""
        from generator.printables import Paper

        papers = [family for family in self.families if isinstance(family, Paper)]
        packs = [pack for paper in papers for pack in paper.packs()]
        if packs:
            yield from ((pack.path, pack.content) for pack in packs)
            yield PACKED, self._list([row for pack in packs for row in pack.listed()]).encode()

    def _list(self, files: list[dict[str, str]], **more: object) -> str:
        about = self.playbook.about
        content = {
            "playbook": str(about.title),
            "version": about.version,
            "date": str(about.date),
            "files": files,
            **more,
        }
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"

    @cached_property
    def _read_by_staff(self) -> dict[str, Listed]:
        """What staff read, by a code of its words: the next version tells by it what it has changed."""
        from generator.outlines.since import listed

        return {each.language: listed(each) for each in self.editions}

    def marker(self, folder: str) -> OutputFile:
        """What was made, for people and programs: ids, titles, paths, content codes."""
        audience: Audience = "trainer" if folder == "trainer" else "staff"
        return OutputFile(
            id=MARKER,
            of="",
            kind="list",
            language="",
            title=MARKER,
            path=MARKER,
            audience=audience,
            content=partial(self._marked, folder),
            listed=False,
        )

    def _marked(self, folder: str) -> bytes:
        files = [
            {
                "id": file.id,
                "language": file.language,
                "title": file.title,
                "path": file.path,
                "code": file.code,
            }
            for file in self.outputs
            if file.folder == folder and file.listed
        ]
        more = {"items": self._read_by_staff} if folder == "site" else {}
        return self._list(files, **more).encode()


def site(
    path: Path,
    *,
    printer: Printer | None = None,
    only: Collection[str] | None = None,
    pictures: bool = False,
    done: Progress = silently,
) -> Made:
    """Everything made from the playbook at `path`; Problems if there is an error in it.

    With `only`, of the sheets just those named have been looked at: the others are for listing. With `pictures`
    and a `printer`, what may be sent in a chat is made as pictures, too.
    """
    made = ready(check(path, printer=printer, only=only, done=done))
    return (
        replace(made, families=(*made.families, *_pictures(made, printer))) if pictures and printer else made
    )


def _pictures(made: Made, printer: Printer) -> Iterator[Family]:
    from generator.customer.pictures import CustomerPictures
    from generator.printables import Paper
    from generator.printables.chat_pictures import ChatPictures

    for paper in made.families:
        if isinstance(paper, Paper):
            yield ChatPictures(partial(getattr, paper, "sheets"), printer)
    yield CustomerPictures(made.editions, printer)


def ready(checked: Checked) -> Made:
    """Everything made from a playbook that has been checked; Problems if there is an error in it."""
    from generator.edition import editions

    playbook = checked.loaded.playbook
    if playbook is None or checked.has("error"):
        raise Problems(checked.problems, checked.loaded.language)
    files = checked.loaded.source.files
    return Made(
        playbook,
        editions(playbook),
        (*files, *_beside(files[0].resolve().parent, playbook), *locks(files[0].resolve().parent)),
        checked.families,
        checked.problems,
    )
