"""The shipped playbook as a built site, and a real browser to open it with."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright

QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="session")
def browser(chromium: str, playwright: Playwright) -> Iterator[Browser]:
    opened = playwright.chromium.launch(executable_path=chromium, args=QUIET)
    yield opened
    opened.close()


class _Silent(SimpleHTTPRequestHandler):
    """Has nothing kept, or each test would fetch the whole site three seconds after its page; test_offline.py has its own."""

    def do_GET(self) -> None:
        if not self.path.endswith("/sw.js"):
            return super().do_GET()
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of the site on a web server of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, site: Path) -> str:
    """The site on a web server, and as it opens from a USB stick."""
    return str(request.getfixturevalue("served")) if request.param == "http" else site.as_uri()


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A tab of its own that may read the clipboard, as one that a person looks at may."""
    context = browser.new_context(base_url=f"{served}/", permissions=["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()
