"""Work for a second core: done in a process split off this one, which knows all that was read and made so far."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")


def begun(task: Callable[[], T]) -> Callable[[], T]:
    """Begins `task`; gives what waits for its result, which must be fit to be sent from one process to another.

    Where no process can be split, and where anything goes wrong there, it is done here when its result is asked for: so
    nobody hears of a fault in another way than ever.
    """
    # Windows cannot split a process, the libraries of macOS may stand still after it, and threads do not come along.
    if sys.platform != "linux" or (os.cpu_count() or 1) < 2 or threading.active_count() > 1:
        return task
    processes = multiprocessing.get_context("fork")
    heard, told = processes.Pipe(duplex=False)
    process = processes.Process(target=_done, args=(task, told), daemon=True)
    process.start()
    told.close()

    def result() -> T:
        try:
            found: T = heard.recv()
        except (EOFError, OSError):
            found = task()
        process.join()
        return found

    return result


def _done(task: Callable[[], T], told: Connection) -> None:
    end_with_parent()
    # What there is to say of a fault is said by whoever does the work again.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    told.send(task())


def end_with_parent() -> None:
    """A process of its own ends when the build ends, however that ends."""
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
