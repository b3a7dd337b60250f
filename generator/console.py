"""What is said on the screen: in the reader's language, and on any console or file."""

from __future__ import annotations

import errno
import gc
import json
import locale
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.playbook.languages import DEFAULT, LANGUAGES
from generator.playbook.read.include import first_language

if TYPE_CHECKING:  # Most commands have nothing to say in these words, and they take long to read.
    from generator.labels.console import ConsoleWords
    from generator.output import Progress

FAILED = 1
Choose = Callable[["ConsoleWords"], str]


class OutputFull(Exception):
    """What is said cannot be written."""


class Commands(click.Group):
    """The commands, whatever they are typed into and printed on."""

    def main(self, *args: Any, **extra: Any) -> Any:
        _make_ready()
        try:
            return super().main(*args, **extra)
        except OSError as error:  # What --help says goes past `say`.
            if error.errno != errno.ENOSPC:
                raise
            _silence()
            complain(in_words(spoken(), lambda words: words.output_full))
            sys.exit(FAILED)


def say(text: object) -> None:
    """Puts out what was asked for; OutputFull where it cannot be written."""
    try:
        click.echo(text)
    except OSError as error:
        _silence()
        if error.errno == errno.EPIPE:  # Whoever read along has read enough.
            sys.exit(FAILED)
        raise OutputFull from error


def say_or_write(text: str, output: Path | None) -> None:
    """Puts out a text that ends its last line, or writes it into a file: UTF-8 and plain line ends on every system."""
    if output is None:
        say(text.removesuffix("\n"))
    else:
        output.write_text(text, "utf-8", newline="\n")


def say_data(rows: object) -> None:
    """Puts out data for programs, in a way that no console can spoil."""
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower()
    say(json.dumps(rows, ensure_ascii=encoding != "utf-8", indent=1))


def complain(text: str) -> None:
    """Says something beside what was asked for. That nobody can hear it is no reason to stop."""
    with suppress(OSError):
        click.echo(text, err=True)


def drawn(blocks: str) -> str:
    """A picture of blocks, light on dark whatever the window's colours are; nothing where it cannot be printed."""
    try:
        blocks.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return ""
    return "\n".join(click.style(line, fg="bright_white", bg="black") for line in blocks.splitlines())


def in_words(languages: tuple[str, ...], choose: Choose) -> str:
    """One of our sentences, in each of the languages."""
    return "\n".join(choose(_words(language)) for language in languages)


def _words(language: str) -> ConsoleWords:
    from generator.labels import labels

    return labels(language).console


def spoken(playbook: Path | None = None, read: str = "") -> tuple[str, ...]:
    """The languages to speak: the playbook's first, or else the system's, or else all.

    `read` is the language that reading has found; the first of all where it found none.
    """
    known = (first_language(playbook) if playbook else None) or (read if read != DEFAULT else "")
    return (known,) if known else _of_the_system() or tuple(LANGUAGES)


def _of_the_system() -> tuple[str, ...]:
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = (next(filter(None, named), None) or locale.getlocale()[0] or "").lower()
    return tuple(language for language in LANGUAGES if name.startswith(tuple(_words(language).system_says)))


@contextmanager
def progress(playbook: Path, by: str) -> Iterator[Progress]:
    """A bar for the sheets that something prints on a terminal, one line at the end elsewhere."""
    with ExitStack() as stack:
        bar: Any = None

        def done(count: int, total: int) -> None:
            nonlocal bar
            if count == total or (sys.stderr and sys.stderr.isatty()):
                label = in_words(spoken(playbook)[:1], lambda words: words.setting.format(by=by))
            if sys.stderr and sys.stderr.isatty():
                bar = bar or stack.enter_context(
                    click.progressbar(length=total, label=label, file=sys.stderr)
                )
                bar.update(1)
            elif count == total:
                complain(f"{label}: {total}")

        yield done


@contextmanager
def nothing_collected(really: bool = True) -> Iterator[None]:
    """Has Python not look for rubbish in a command that is short and the last: all goes when it ends."""
    if not really:
        yield
        return
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # Or it would be looked through once more as Python ends.
        if was_on:
            gc.enable()


def _make_ready() -> None:
    """UTF-8 into files and pipes; on a console that cannot print a character, another in its place."""
    for handle in range(3):
        # Where one of them is closed, the next file that is opened would get its number, and what is said.
        try:
            os.fstat(handle)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty() or os.environ.get("PYTHONIOENCODING"):
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="replace")


def _silence() -> None:
    """Drops what could not be written, or Python tries once more as it ends and complains in its own way."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
