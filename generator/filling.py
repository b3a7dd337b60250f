"""`playbook fill`: a form and what is already known of it in, sheets to print with that in their places out.

What is filled in is about people: it goes into a folder that git leaves alone, and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.design.printing import Printer
from generator.design.store import Store
from generator.edition import Edition, edition
from generator.outlines.filled import NUMBER, Filled, filled, from_values
from generator.outlines.form import FormOutline
from generator.outlines.outlined import outline
from generator.playbook.calendar import Calendar
from generator.playbook.load import located
from generator.playbook.model.playbook import Playbook
from generator.playbook.problems import Problem, Problems
from generator.playbook.read.reader import Reader
from generator.playbook.read.source import Node, Source
from generator.printables import form_filled
from generator.publish import put_new

FOLDER, WHO = "filled", "who.yaml"
"""Where filled sheets lie, beside the playbook, and the file in there that says who is who."""
_COUNTED = re.compile(r"(.*?)(\d+)")


class NoSuchForm(Exception):
    """The playbook has no form of that name; it has these."""

    def __init__(self, known: tuple[str, ...]) -> None:
        super().__init__(known)
        self.known = known


class NoNumber(Exception):
    """Sheets cannot be numbered: `why` is `not_counted` or `not_numbered`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class Asked:
    """What is to be filled in, and how often."""

    form: str
    values: Path | None = None
    copies: int = 1
    first: str = ""
    """The number of the first sheet; the others count on from it."""
    language: str = ""


def fill(asked: Asked, playbook: Playbook, folder: Path, printer: Printer) -> Path:
    """Prints the sheets into a new file; gives its path.

    Raises Problems where something given does not fit the form, NoSuchForm, and NoNumber.
    """
    known = tuple(each.id for each in playbook.forms)
    if asked.form not in known:
        raise NoSuchForm(known)
    kept = _kept(folder / FOLDER, playbook)
    it = _with_names(edition(playbook, asked.language or playbook.about.languages[0]), kept / WHO)
    index = known.index(asked.form)
    form = it.playbook.forms[index]
    shown = outline(it, form)
    given = _given(it, index, shown, asked.values)
    place = shown.number.id if shown.number else NUMBER
    sheets = [
        form_filled.sheet(it, index, form, {**given, **({place: number} if number else {})})
        for number in _numbers(asked, shown)
    ]
    # What is printed for others is kept to be printed again; this is nobody else's.
    unkept = Printer(printer.engine, Store(None))
    stem = "-".join(filter(None, (form.id, re.sub(r"[^\w-]+", "-", asked.first))))
    return put_new(kept, stem, ".pdf", form_filled.printed(it, sheets, str(form.title), unkept))


def _numbers(asked: Asked, form: FormOutline) -> Iterator[str]:
    """A number for each sheet, as wide as the first; none where none is asked for."""
    if not asked.first:
        yield from [""] * asked.copies
        return
    if not form.numbered and not form.number:
        raise NoNumber("not_numbered")
    counted = _COUNTED.fullmatch(asked.first)
    if counted is None:
        raise NoNumber("not_counted")
    before, figures = counted[1], counted[2]
    for number in range(int(figures), int(figures) + asked.copies):
        yield f"{before}{number:0{len(figures)}d}"


def _given(it: Edition, index: int, form: FormOutline, path: Path | None) -> Mapping[str, str]:
    """What the file of values says, by place."""
    if path is None:
        return {}
    source = _read(path, it.language)
    found: Filled = filled(form, from_values(form, _lines(source.root)), Calendar.of(it.playbook.shop))
    written = found.written
    long = form_filled.problems(it, index, it.playbook.forms[index], written) if not found.problems else ()
    _stop_at([*found.problems, *long], source, it.language)
    return written


def _with_names(it: Edition, path: Path) -> Edition:
    """The edition with the people behind its roles, as the file beside the sheets names them."""
    if not path.exists():
        return it
    source = _read(path, it.language)
    said = {name: str(value) for name, value in _lines(source.root).items() if value}
    known = {role.id for role in it.playbook.roles}
    listed = ", ".join(sorted(known))
    unknown = [
        Problem("no-such-person", (name,), {"name": name, "known": listed}, at_key=True)
        for name in said
        if name not in known
    ]
    _stop_at(unknown, source, it.language)
    named = it.labels.sheet.form.named
    roles = tuple(
        role.model_copy(update={"name": named.format(role=role.name, name=said[role.id])})
        if role.id in said
        else role
        for role in it.playbook.roles
    )
    return replace(it, playbook=it.playbook.model_copy(update={"roles": roles}))


def _read(path: Path, language: str) -> Source:
    reader = Reader(path, str(path), frozenset())
    root = reader.read()
    source = Source(root, (path,), tuple(reader.problems), reader.whole)
    problems = [*reader.problems]
    if not problems and root.data and not isinstance(root.data, dict):
        problems.append(Problem("values-shape"))
    _stop_at(problems, source, language)
    return source


def _stop_at(problems: list[Problem], source: Source, language: str) -> None:
    if problems:
        raise Problems(located(problems, source), language)


def _lines(root: Node) -> Mapping[str, Any]:
    """What a file says, by name; nothing if nothing is in it."""
    return _typed(root) if isinstance(root.data, dict) else {}


def _typed(node: Node) -> Any:
    """The values as they were typed, so that 12.50 stays 12.50 and 007 stays 007."""
    match node.data:
        case dict():
            return {str(key): _typed(each) for key, each in node.children.items()}
        case list() | tuple():
            return tuple(_typed(each) for _, each in sorted(node.children.items()))
        case bool() | None | "":
            return node.data
        case plain:
            return node.typed or str(plain)


def _kept(folder: Path, playbook: Playbook) -> Path:
    """The folder of filled sheets, with a draft of who is who the first time."""
    if not folder.exists():
        folder.mkdir()
        # It holds people: whoever shares the playbook by git does not share these.
        (folder / ".gitignore").write_text("*\n", "utf-8")
        roles = "".join(f"# {role.id}: \n" for role in playbook.roles)
        (folder / WHO).write_text(roles, "utf-8")
    return folder
