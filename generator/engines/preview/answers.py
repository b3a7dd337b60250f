"""What the browser asks of a preview: pages, files, and again and again whether there is something new."""

from __future__ import annotations

import json
import mimetypes
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote, urlsplit

if TYPE_CHECKING:
    from generator.engines.preview.address import Server
    from generator.engines.preview.desk import Desk

OURS = "/.playbook/"
"""Below this nothing of the handbook stands."""
FILES = ("live.js", "written.js", "written.css")
"""What the pages of a preview have and those of a site have not."""
SCRIPT = (
    f'<link rel="stylesheet" href="{OURS}written.css"><script src="{OURS}written.js"></script>'
    f'<script src="{OURS}live.js" data-version="{{}}"></script>'
)
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("application/json", ".json")


class Answers(BaseHTTPRequestHandler):
    """Answers one browser."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "playbook"

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        desk = self.server.desk
        said = parse_qs(asked.query)
        language, page, known = (said.get(name, [""])[0] for name in ("language", "page", "known"))
        name = asked.path.removeprefix(OURS)
        if name in FILES:
            self._send(files(__package__).joinpath(name).read_bytes(), name)
        elif asked.path == f"{OURS}state":
            self._send(json.dumps(desk.state(language, _path(page), known)).encode(), "state.json")
        elif asked.path == f"{OURS}written":
            self._send(json.dumps(desk.written(language, _path(page))).encode(), "written.json")
        else:
            self._send_page(desk, _path(asked.path))

    do_HEAD = do_GET

    def _send_page(self, desk: Desk, path: str) -> None:
        content, version = desk.answer(path)
        if content is None:
            self._send(_watched(desk.missing(path), version), "404.html", HTTPStatus.NOT_FOUND)
        else:
            self._send(_watched(content, version) if path.endswith(".html") else content, path)

    def _send(self, content: bytes, name: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        text = kind.startswith("text/") or kind in ("application/json", "image/svg+xml")
        try:
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(content)
        except (ConnectionError, TimeoutError):  # The browser has gone on to another page.
            self.close_connection = True

    def log_message(self, *_: Any) -> None:
        """Nobody reads them."""


def _watched(page: bytes, version: str) -> bytes:
    """The page with the script that renews it."""
    before, end, after = page.rpartition(b"</body>")
    script = SCRIPT.format(version).encode()
    return before + script + end + after if end else page + script


def _path(url: str) -> str:
    """The path of a file in the site: the page of a folder is called index.html."""
    path = unquote(url).lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path
