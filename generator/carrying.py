"""`playbook carry`: an older workbook, or a list of hers, from disk; a new workbook, or a draft of the map, beside it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.carry import report
from generator.carry.columns import LARGEST, Columns, read_columns
from generator.carry.counted import counted, fill_in
from generator.carry.draft import drafted, guesses
from generator.carry.hers import imported
from generator.carry.ours import Ours, language_of, recognised
from generator.carry.over import Carried, carried_over
from generator.carry.reading import limits, opened
from generator.carry.reading.refused import Refused
from generator.carry.reading.sheets import Opened
from generator.carry.today import Today
from generator.console import FAILED, complain, nothing_collected, say, spoken
from generator.labels import labels
from generator.labels.carry import CarryWords
from generator.playbook.load import load
from generator.playbook.model.playbook import Playbook
from generator.playbook.problems import Problems
from generator.publish import put_new
from generator.workbooks.books import books
from generator.workbooks.registers import NAMES
from generator.workbooks.table import LEFT, SHEET, Filled

_VERSIONED = re.compile(r"-v[\w.]+?(?:-\d+)?$")
"""How the name of a workbook ends that was carried over before."""


@dataclass(frozen=True)
class Asked:
    """What was typed on the command line."""

    file: Path
    playbook: Path
    columns: Path | None = None
    write: bool = False
    language: str = ""
    registers: tuple[Path, ...] = ()
    """Whose month goes into the workbook of measures."""


def carry(asked: Asked) -> None:
    """Says what it does; ends with a sentence where a file is not read, Problems where the playbook has errors."""
    with _refusals(asked), nothing_collected(), _on(asked.file):
        found = opened(_content(asked.file, limits.FILE))
        playbook = _playbook(asked.playbook)
        if asked.columns:
            _import(asked, found, playbook)
        elif ours := _ours(asked, found, playbook):
            _carry_over(asked, found, *ours)
        else:
            _draft(asked, found, playbook)


@contextmanager
def _refusals(asked: Asked) -> Iterator[None]:
    """Says why a file is not read, in the playbook's language."""
    try:
        yield
    except _RefusedFile as refused:
        for language in spoken(asked.playbook):
            sentence: str = getattr(labels(language).carry.refused, refused.why)
            complain(sentence.format(file=refused.file, **refused.details))
        sys.exit(FAILED)


class _RefusedFile(Exception):
    def __init__(self, file: Path, refused: Refused) -> None:
        self.file, self.why, self.details = file, refused.why, refused.details
        super().__init__(refused.why)


@contextmanager
def _on(file: Path) -> Iterator[None]:
    try:
        yield
    except Refused as refused:
        raise _RefusedFile(file, refused) from None


def _content(file: Path, most: int) -> bytes:
    """The file, but no more of it than shows that it is too large; Refused where there is none."""
    if file.is_dir():
        raise Refused("a_folder")
    if not file.exists():
        raise Refused("no_file")
    if not file.is_file():  # A pipe may never end.
        raise Refused("not_a_table")
    with file.open("rb") as stream:
        return stream.read(most + 1)


def _playbook(path: Path) -> Playbook:
    loaded = load(path)
    if loaded.playbook is None:
        raise Problems(loaded.problems, loaded.language)
    return loaded.playbook


def _ours(asked: Asked, found: Opened, playbook: Playbook) -> tuple[Ours, Today] | None:
    """Which of our workbooks the file is, and the same of today in its language; None for somebody's own list."""
    there = [(ours, today) for today in _todays(playbook) if (ours := recognised(found, today))]
    if not there:
        if f"{SHEET}_1" in found.names and f"{NAMES}_nr" not in found.names:
            raise Refused("newer_kind")
        return None  # A register that there is no more is read as a list of hers: its lines go elsewhere now.
    ours, today = max(there, key=lambda each: each[0].known)
    return ours, replace(
        today, language=_language(asked.language or language_of(ours, today), playbook, asked)
    )


def _todays(playbook: Playbook) -> list[Today]:
    there = [Today(playbook, book, playbook.about.languages[0]) for book in books(playbook)]
    if not there:
        raise Refused("no_books")
    return there


def _language(language: str, playbook: Playbook, asked: Asked) -> str:
    known = playbook.about.languages
    if language and language not in known:
        raise _RefusedFile(
            asked.columns or asked.file, Refused("map_language", said=language, known=", ".join(known))
        )
    return language or known[0]


def _carry_over(asked: Asked, found: Opened, ours: Ours, today: Today) -> None:
    words = today.labels.carry
    _warn_of(asked.file, found, words)
    over = carried_over(ours, today)
    for register in asked.registers:
        _fill_in(register, over, today)
    filled: Filled = {**over.lines, **report.left_lines(over.notes, over.lines.get(LEFT, {}), words)}
    stem = _VERSIONED.sub("", asked.file.stem)
    made = put_new(asked.file.parent, f"{stem}-v{_in_a_name(today)}", ".xlsx", today.made(filled))
    say(words.carried.format(file=made, old=asked.file))
    for line in report.of_carried(over, filled, today):
        say(line)
    say(words.open_first)


def _fill_in(register: Path, over: Carried, today: Today) -> None:
    """The figures that a register counted for a month, into the workbook of measures."""
    with _on(register):
        figures = counted(opened(_content(register, limits.FILE)))
        said = today.labels.carry.counted
        many = fill_in(over, figures, today)
    say(said.format(file=register.name, month=f"{figures.month:%Y-%m}", count=many))


def _import(asked: Asked, found: Opened, playbook: Playbook) -> None:
    assert asked.columns is not None
    with _on(asked.columns):
        columns = read_columns(_content(asked.columns, LARGEST))
        today = _named(columns, playbook, asked)
        taken = imported(found, columns, today)
    words = today.labels.carry
    _warn_of(asked.file, found, words)
    for line in report.of_import(taken, asked.file.name, today):
        say(line)
    if not asked.write:
        say(words.write_next.format(command=_command(asked, asked.columns, "--write")))
        return
    filled: Filled = {**taken.lines, **report.left_lines(taken.notes, {}, words)}
    made = put_new(asked.file.parent, today.book.id, ".xlsx", today.made(filled))
    say(words.carried.format(file=made, old=asked.file))
    say(words.open_first)


def _named(columns: Columns, playbook: Playbook, asked: Asked) -> Today:
    """The workbook that the map names, or the only one there is."""
    todays = _todays(playbook)
    chosen = [each for each in todays if each.book.id == columns.workbook] if columns.workbook else todays[:1]
    if not chosen:
        known = ", ".join(each.book.id for each in todays)
        raise Refused("map_workbook", said=columns.workbook, known=known)
    return replace(chosen[0], language=_language(asked.language or columns.language, playbook, asked))


def _draft(asked: Asked, found: Opened, playbook: Playbook) -> None:
    language = _language(asked.language, playbook, asked)
    today = max((replace(each, language=language) for each in _todays(playbook)), key=partial(guesses, found))
    words = today.labels.carry
    _warn_of(asked.file, found, words)
    content = drafted(found, today, asked.file.name).encode()
    made = put_new(asked.file.parent, "columns", ".yaml", content)
    say(words.drafted.format(file=asked.file.name, map=made, command=_command(asked, made)))


def _warn_of(file: Path, found: Opened, words: CarryWords) -> None:
    """What is not in the file, or was left alone in it."""
    # Excel and WPS, then LibreOffice, put such a file beside one that is open.
    if any((file.parent / name).exists() for name in (f"~${file.name}", f".~lock.{file.name}#")):
        complain(words.is_open.format(file=file))
    for line in report.of_file(found, words):
        complain(line)


def _in_a_name(today: Today) -> str:
    return re.sub(r"[^\w.-]+", "-", str(today.playbook.about.version))


def _command(asked: Asked, columns: Path, *more: str) -> str:
    words = ["playbook", "carry", str(asked.file), "--map", str(columns), *more]
    if asked.playbook != Path("playbook.yaml"):
        words += ["--playbook", str(asked.playbook)]
    return " ".join(f'"{word}"' if re.search(r"[\s&()\[\]$']", word) else word for word in words)
