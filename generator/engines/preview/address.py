"""Where a preview can be seen: the address as it was typed, and a server there, or a sentence why not."""

from __future__ import annotations

import errno
import os
import re
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from generator.engines.preview.answers import Answers

if TYPE_CHECKING:
    from generator.engines.preview.desk import Desk

_TRIES = 20
"""So many ports are tried to name one that is free."""
_WHY = {
    errno.EADDRINUSE: "port_taken",
    errno.EADDRNOTAVAIL: "not_this_machine",
    errno.EACCES: "port_refused",
    errno.EPERM: "port_refused",
}


class NoAddress(Exception):
    """Nothing can be shown at that address."""

    def __init__(self, why: str, **details: object) -> None:
        self.why, self.details = why, details
        super().__init__(f"{why}: {details}")


class Server(ThreadingHTTPServer):
    """Answers for a desk, once there is one."""

    desk: Desk
    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # On Windows it would let two servers share a port.


@contextmanager
def bound(address: str, answers: Callable[..., BaseHTTPRequestHandler] = Answers) -> Iterator[Server]:
    """A server, which `answers` whoever asks, at `address`, such as 127.0.0.1:8000; NoAddress if there cannot be one."""
    found = re.fullmatch(r"\[?([^\[\]\s]*?)\]?:(\d{1,5})", address)
    if not found or not found[1] or not 0 < int(found[2]) < 65536:
        raise NoAddress("no_such_address", address=address)
    host, port = found[1], int(found[2])
    try:
        server = _server(host, port, answers)
    except socket.gaierror:
        raise NoAddress("not_this_machine", host=host, port=port) from None
    except OSError as error:
        why = _WHY.get(error.errno or 0)
        if why is None:
            raise
        raise NoAddress(why, host=host, port=port, free=f"{host}:{_free(host, port)}") from None
    with server:
        yield server


class _Server6(Server):
    address_family = socket.AF_INET6


def _server(host: str, port: int, answers: Callable[..., BaseHTTPRequestHandler]) -> Server:
    return (_Server6 if ":" in host else Server)((host, port), answers)


def _free(host: str, port: int) -> int:
    """A port near by that nobody uses."""
    for other in range(max(port + 1, 8000), max(port + 1, 8000) + _TRIES):
        try:
            with socket.create_server((host, other)):
                return other
        except OSError:
            continue
    return port + 1
