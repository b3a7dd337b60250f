"""Every page runs scripts of the site and nothing else, asks nobody for anything, and finds home from anywhere."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

PAGES = ("index.html", "scripts/too-dear.html", "complaints.html", "owner/print.html", "en/index.html")
LONG = 60_000


def test_every_page_has_the_policy_before_any_script(site: Path) -> None:
    for path in site.rglob("*.html"):
        if "files" in path.parts:
            continue
        text = path.read_text("utf-8")
        assert re.search(
            r'<head>\s*<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy"', text[:1024]
        ), path
        inline = re.findall(r"<script>", text)
        assert len(inline) == (path.name == "404.html"), path


def test_with_the_network_cut_nothing_fails_and_nothing_is_refused(browser: Browser, address: str) -> None:
    """Whatever is not the site itself is cut off; what the policy refuses is said in the console."""
    context = browser.new_context()
    page = context.new_page()
    wrong: list[str] = []
    page.on("requestfailed", lambda request: wrong.append(request.url))
    page.on("response", lambda response: wrong.append(response.url) if response.status >= 400 else None)
    page.on(
        "console",
        lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None,
    )
    page.on("pageerror", lambda error: wrong.append(str(error)))
    context.route(lambda url: not url.startswith((address, "data:")), lambda route: route.abort())
    for name in PAGES:
        page.goto(f"{address}/{name}", wait_until="load")
        page.wait_for_function("() => window.handbookIndex", timeout=LONG)  # read while the page is idle
    page.keyboard.press("/")
    page.keyboard.type("refund")
    page.locator("li.md-search-result__item").first.wait_for(timeout=LONG)
    assert wrong == []
    context.close()


def test_a_strangers_script_does_not_run(page: Page) -> None:
    page.goto("index.html")
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))"
    )
    assert page.evaluate("window.ran") is None


class _InAFolder(SimpleHTTPRequestHandler):
    """The site in /shop/, as some hosts have it; whatever is missing is answered with its 404.html."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/shop"))

    def send_error(self, code: int, *_: object, **__: object) -> None:
        content = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def do_HEAD(self) -> None:
        if not self.path.startswith("/shop/"):
            return self.send_error(404)
        return super().do_HEAD()

    do_GET = SimpleHTTPRequestHandler.do_GET

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def in_a_folder(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_InAFolder, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/shop"
    server.shutdown()
    server.server_close()


def test_what_is_not_there_leads_home_from_a_folder_below_the_root(
    browser: Browser, in_a_folder: str
) -> None:
    page = browser.new_page()
    page.goto(f"{in_a_folder}/scripts/old/gone.html")
    found_home(page, f"{in_a_folder}/index.html")


def test_what_is_not_there_leads_home_from_a_stick(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "404.html").as_uri())
    found_home(page, (site / "index.html").as_uri())


def found_home(page: Page, home: str) -> None:
    """The page is dressed, searches, and has a way home."""
    assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"
    page.locator("label.ask").click()
    page.keyboard.type("refund 退款")
    page.locator("li.md-search-result__item").first.wait_for(timeout=LONG)
    page.keyboard.press("Escape")
    page.locator("a.home").click()
    page.wait_for_url(home)
    expect(page.locator("label.ask")).to_be_visible()
    page.close()
