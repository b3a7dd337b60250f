"""The finished site for the phones in the shop's own network: site/ alone, nothing above it, to nobody outside."""

from __future__ import annotations

import io
import ipaddress
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any, BinaryIO

import segno

from generator.build import MARKER
from generator.engines.preview.address import Server, bound

EVERYWHERE = "0.0.0.0"
LOST = "404.html"
_SOMEWHERE = ("10.255.255.255", 1)
"""An address of a private network: asking the way to it says which of our own addresses is used there; nothing is sent."""


class NothingToShare(Exception):
    """No site has been built there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(str(folder))


class SiteAlone(SimpleHTTPRequestHandler):
    """Answers with files of one folder: no list of what is there, no hidden file, no link that leads out of it."""

    server_version = "playbook"
    sys_version = ""

    def __init__(self, *about: Any, directory: str) -> None:
        super().__init__(*about, directory=directory)

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        if not _private(self.client_address[0]) or not _plain(self.headers.get("Host", "")):
            self.send_error(HTTPStatus.FORBIDDEN)
            return None
        place, top = Path(self.translate_path(self.path)).resolve(), Path(self.directory).resolve()
        inside = place.relative_to(top).parts if place.is_relative_to(top) else (".",)
        if any(part.startswith(".") for part in inside):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def list_directory(self, _path: object) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        # Whoever opens it after a new build sees the new one.
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def send_error(self, code: int, *_about: object, **_more: object) -> None:
        """The site's own page for what is not there."""
        lost = Path(self.directory, LOST)
        content = lost.read_bytes() if code == HTTPStatus.NOT_FOUND and lost.is_file() else b""
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_about: object) -> None:
        """Nothing: who reads what is nobody's business."""


def share(folder: Path, address: str, say: Callable[[tuple[str, ...], str], None]) -> None:
    """Shows the site in `folder` at `address` until it is stopped.

    `say` is told the addresses a phone may open and, as lines for the screen, the code to scan of the first.
    NothingToShare if none was built, NoAddress if it cannot be shown there.
    """
    with offered(folder, address) as (server, there), suppress(KeyboardInterrupt):
        say(there, code(there[0]))
        server.serve_forever()


@contextmanager
def offered(folder: Path, address: str) -> Iterator[tuple[Server, tuple[str, ...]]]:
    """A server of the site in `folder`, with the addresses it can be opened at."""
    if not (folder / MARKER).is_file():
        raise NothingToShare(folder)
    with bound(address, partial(SiteAlone, directory=str(folder))) as server:
        host, port = server.server_address[:2]
        yield server, tuple(f"http://{_shown(each)}:{port}/" for each in _own(str(host)))


def code(address: str) -> str:
    """The code to scan, of half blocks: light on dark, two rows in a line."""
    lines = io.StringIO()
    segno.make(address, error="l", micro=False).terminal(lines, border=2, compact=True)
    return lines.getvalue()


def _own(host: str) -> tuple[str, ...]:
    """The addresses of this machine in its own networks, the likeliest first; its own name for itself if there are none."""
    if host not in (EVERYWHERE, "::"):
        return (host,)
    found = dict.fromkeys(each for each in (_used(), *_named()) if each and _private(each))
    return tuple(each for each in found if not ipaddress.ip_address(each).is_loopback) or ("127.0.0.1",)


def _used() -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(_SOMEWHERE)
        except OSError:  # There is no network.
            return ""
        return str(asked.getsockname()[0])


def _named() -> list[str]:
    try:
        return [str(each[4][0]) for each in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    except OSError:  # The machine does not know its own name.
        return []


def _private(address: str) -> bool:
    """Whether it is of a shop's own network, or this machine."""
    found = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_private


def _plain(host: str) -> bool:
    """Whether somebody came by a bare address: a page of a stranger's name must not read the site through a browser here."""
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
    if name.strip("[]") in ("", "localhost"):
        return True
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _shown(address: str) -> str:
    return f"[{address}]" if ":" in address else address
