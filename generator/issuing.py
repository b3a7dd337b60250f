"""A paper is handed out: what is printed of it is locked beside the playbook, and printed for the trainer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.build import Made, issued
from generator.delivery import put_file
from generator.design.printing import Printer
from generator.exports import marking
from generator.outlines.papers import papers
from generator.output import OutputFile
from generator.printables import Paper
from generator.printables.issued import ENDING, FOLDER, lock, written


class NoSuchPaper(Exception):
    """The playbook has no paper of that name; it has these."""

    def __init__(self, known: tuple[str, ...]) -> None:
        super().__init__(known)
        self.known = known


def issue(
    made: Made, paper: str, day: date, folder: Path, printer: Printer
) -> tuple[Path, tuple[OutputFile, ...]]:
    """Locks a paper as it is, and prints it from its lock; gives the lock and what was printed.

    Raises NoSuchPaper, and FileExistsError where the paper was handed out on that day before: a lock is never
    written over.
    """
    training = made.playbook.training
    known = tuple(each.id for each in training.papers) if training else ()
    if paper not in known:
        raise NoSuchPaper(known)
    (family,) = (each for each in made.families if isinstance(each, Paper))
    it = lock(made.playbook, family.sheets, _aids(made, paper), paper, day.isoformat(), printer)
    path = _kept(folder / FOLDER, f"{it.name}{ENDING}", written(it))
    (out,) = issued(folder, made.playbook, printer)
    there = tuple(file for file in out.outputs if f"/{it.name}/" in file.path)
    for file in there:
        put_file(made, file, folder)
    return path, there


def _aids(made: Made, paper: str) -> dict[str, str]:
    """The page that marks this paper, by language."""
    found: dict[str, str] = {}
    for edition in made.editions:
        variants = tuple(each for each in papers(edition) if each.paper.id == paper)
        found[edition.language] = marking.page(edition, variants).decode()
    return found


def _kept(folder: Path, name: str, content: bytes) -> Path:
    if not folder.exists():
        folder.mkdir()
        # It holds keys: whoever shares the playbook by git does not share these.
        (folder / ".gitignore").write_text("*\n", "utf-8")
    path = folder / name
    with path.open("xb") as file:
        file.write(content)
    return path
