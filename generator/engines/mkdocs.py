"""Runs MkDocs for the command line: the site into a folder."""

from __future__ import annotations

import logging
import multiprocessing
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from mkdocs.commands import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator.build import Made
from generator.design.split import end_with_parent
from generator.engines.mkdocs_plugin import forget_plugins
from generator.engines.shell import docs, settings_file
from generator.handbook.installed import WORKER, worker

_SPLITS = sys.platform == "linux"
"""Whether a process may be split in two: Windows cannot, and the libraries of macOS may stand still after it."""


class SiteFault(Exception):
    """MkDocs had something to complain of: a broken link, a missing file."""


def build_site(made: Made, playbook: Path, into: Path) -> None:
    """Builds the handbook of what was `made` from `playbook` into the folder `into`, its languages at once.

    Last comes the script that keeps it on a device, which knows every file.

    Strictly: SiteFault if a link is broken.
    """
    first, *others = made.editions
    apart = {edition.language: into.with_name(f"{into.name}-{edition.language}") for edition in others}
    with _beside_this_one(partial(_build, made, playbook, apart[each], each) for each in apart):
        _build(made, playbook, into, first.language)
    for language, folder in apart.items():
        folder.replace(into / language)
    (into / WORKER).write_text(worker(into), "utf-8")


@contextmanager
def _beside_this_one(tasks: Iterable[Callable[[], None]]) -> Iterator[None]:
    """Runs each task in a process of its own while the block runs; where a process cannot be split in two, after it.

    A process that is split knows all that was read and made, and nothing has to be sent to it.
    """
    if not _SPLITS:
        yield
        for task in tasks:
            task()
        return
    running = [_split_off(task) for task in tasks]
    try:
        yield
    finally:
        faults = [fault for each in running if (fault := each())]
    if faults:
        raise SiteFault("; ".join(faults))


def _split_off(task: Callable[[], None]) -> Callable[[], str]:
    """Begins the task; gives what waits for its end and says what went wrong, or nothing."""
    processes = multiprocessing.get_context("fork")
    heard, told = processes.Pipe(duplex=False)
    process = processes.Process(target=_reported, args=(task, told))
    process.start()
    told.close()

    def end() -> str:
        try:
            fault: str = heard.recv()
        except EOFError:  # It was killed.
            fault = f"{process.name}: ?"
        process.join()
        return fault

    return end


def _reported(task: Callable[[], None], told: Connection) -> None:
    end_with_parent()
    try:
        task()
    except Exception as error:
        told.send(str(error) or type(error).__name__)
    else:
        told.send("")


def _build(made: Made, playbook: Path, into: Path, language: str) -> None:
    """Builds one language into a folder."""
    forget_plugins()
    config = load_config(**_settings(playbook), site_dir=str(into), strict=True)
    plugin: Any = config.plugins.get("playbook")
    if plugin is None:
        raise SiteFault(f"{config.config_file_path}: plugins: [playbook]")
    plugin.handed, plugin.alone = made, True
    plugin.config.language = language
    complaints = _Complaints()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(complaints)
    try:
        build.build(config)
    except Abort as error:
        raise SiteFault("; ".join(complaints.messages) or str(error)) from None
    finally:
        logger.removeHandler(complaints)
    if complaints.messages:
        raise SiteFault("; ".join(complaints.messages))


class _Complaints(logging.Handler):
    """What MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _settings(playbook: Path) -> dict[str, Any]:
    return {"config_file": str(settings_file(playbook)), "docs_dir": str(docs(playbook))}
