"""Expected trouble as a sentence in the reader's language, and an exit code; anything else is a bug and is loud."""

from __future__ import annotations

import errno
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.console import FAILED, Choose, complain, in_words, spoken
from generator.playbook.problems import Problems, listed, opening
from generator.playbook.wordings import shared
from generator.publish.unfinished import PREFIX

if TYPE_CHECKING:
    from generator.labels.console import ConsoleWords

_NAMED = 5
"""So many files are named in a sentence."""
_SENTENCES: Mapping[str, Callable[[ConsoleWords, Any], str]] = {
    "generator.design.printing.NoPrinter": lambda words, _: words.no_printer,
    "generator.engines.mkdocs.SiteFault": lambda words, found: words.no_site.format(why=found),
    "generator.design.stamping.SheetFault": lambda words, found: words.no_sheet.format(why=found),
    "generator.leaks.Leak": lambda words, found: words.leak.format(
        file=found.file, question=found.question, what=words.leaked[found.what]
    ),
    "generator.console.OutputFull": lambda words, _: words.output_full,
    "generator.publish.WouldOverwrite": lambda words, found: words.not_ours.format(
        folder=found.folder, names=", ".join(found.names[:_NAMED])
    ),
    "generator.publish.unfinished.Held": lambda words, found: words.held.format(
        folder=found.folder, names=", ".join(found.names[:_NAMED])
    ),
    "generator.engines.preview.address.NoAddress": lambda words, found: str(getattr(words, found.why)).format(
        **found.details
    ),
    "generator.library.adding.There": lambda words, found: words.library.there.format(
        name=found.name, place=found.place
    ),
    "generator.library.adding.NoChapter": lambda words, found: words.library.no_chapter.format(
        name=found.name, chapter=found.chapter
    ),
    "generator.library.adding.Broken": lambda words, found: _with_errors(words.library.broken, found),
    "generator.library.choosing.Several": lambda words, found: words.library.several.format(
        name=found.name, trades=", ".join(found.trades), first=found.trades[0]
    ),
    "generator.library.parts.Unknown": lambda words, found: _unknown(words.library.unknown, words, found),
    "generator.library.removing.NotYours": lambda words, found: _unknown(
        words.library.not_yours, words, found
    ),
    "generator.library.removing.Cannot": lambda words, found: words.library.cannot.format(name=found.name),
    "generator.engines.sharing.NothingToShare": lambda words, found: words.nothing_to_share.format(
        folder=found.folder
    ),
    "generator.publish.Unfit": lambda words, found: str(getattr(words, found.why)).format(path=found.path),
}
"""By the name of the fault: most commands need none of the engines that raise them."""
_OF_THE_DISK: Mapping[str, str] = {
    "ENOSPC": "full",
    "EDQUOT": "full",
    "EFBIG": "too_big",
    "EROFS": "not_allowed",
    "EACCES": "not_allowed",
    "EPERM": "not_allowed",
    "EBUSY": "busy",
    "ETXTBSY": "busy",
    "ENAMETOOLONG": "too_long",
    "ENOTDIR": "in_the_way",
    "EISDIR": "in_the_way",
    "EEXIST": "in_the_way",
    "EMFILE": "too_many_open",
    "ENFILE": "too_many_open",
    "EIO": "broken",
    "EXDEV": "other_disk",
}
"""The sentence for what the system refuses."""
_ENDED = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


class _Stopped(BaseException):
    """The system asks this command to end."""

    def __init__(self, number: int) -> None:
        self.number = number


@contextmanager
def explained(playbook: Path | None = None, language: str = "") -> Iterator[None]:
    """Turns expected trouble into lines a person can act on, and an exit code.

    They come in `language`, or in that of the playbook.
    """
    try:
        with _stoppable():
            yield
    except Problems as found:
        complain(_of_problems(found, spoken(playbook, found.language)))
        sys.exit(FAILED)
    except (KeyboardInterrupt, _Stopped) as found:
        complain(in_words(_languages(playbook, language), lambda words: words.stopped))
        sys.exit(128 + getattr(found, "number", signal.SIGINT))
    except Exception as found:
        sentence = _sentence(found)
        if sentence is None:
            raise
        complain(in_words(_languages(playbook, language), sentence))
        sys.exit(FAILED)


def _languages(playbook: Path | None, language: str) -> tuple[str, ...]:
    return (language,) if language else spoken(playbook)


def _of_problems(found: Problems, languages: tuple[str, ...]) -> str:
    errors = [problem for problem in found.problems if problem.level == "error"]
    return "\n".join(
        f"{opening(errors, language)}\n{listed(errors, language)}\n{shared().stopped[language].format(len(errors))}"
        for language in languages
    )


def _unknown(said: str, words: ConsoleWords, found: Any) -> str:
    near = "\n" + words.library.near.format(names=", ".join(found.near[:_NAMED])) if found.near else ""
    return said.format(name=found.name) + near


def _with_errors(said: str, found: Any) -> str:
    return f"{said.format(count=len(found.problems))}\n{listed(found.problems, found.language)}"


def _sentence(found: BaseException) -> Choose | None:
    """What to say of a fault; None where it is none that can be expected."""
    for kind in type(found).__mro__:
        if said := _SENTENCES.get(f"{kind.__module__}.{kind.__qualname__}"):
            return lambda words: said(words, found)
    if (
        not isinstance(found, OSError)
        or (name := _OF_THE_DISK.get(errno.errorcode.get(found.errno or 0, ""))) is None
    ):
        return None
    # What stands in a folder for unfinished things is nobody's business; the folder around it is.
    path = str(found.filename or "").partition(PREFIX)[0] or "."
    return lambda words: str(getattr(words.disk, name)).format(path=path)


@contextmanager
def _stoppable() -> Iterator[None]:
    """Lets what is asked to end put things right first."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, _frame: object) -> None:
        raise _Stopped(number)

    before = {number: signal.signal(number, stop) for number in _ENDED}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
