"""Over https the handbook is installed and works without a network; a new version is announced and never half there.

A browser takes an address of this machine for as safe as https.
"""

from __future__ import annotations

import json
import re
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator import build
from generator.engines.mkdocs import build_site
from generator.handbook.installed import WORKER, worker
from tests.browser.copying import clipboard
from tests.conftest import ROOT

SHOP = ROOT / "examples/bicycle-workshop/playbook.yaml"
LONG = 60_000
KEPT = "async () => (await caches.keys()).filter((name) => name.startsWith('playbook '))"


NEWER = "async () => { await (await navigator.serviceWorker.getRegistration()).update().catch(() => {}); }"
"""Asks for a new version, as an open page does every hour."""


class _InAFolder(SimpleHTTPRequestHandler):
    """The site in /shop/, beside which there may be another."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/shop"))

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("workshop") / "site"
    build_site(build.site(SHOP), SHOP, into)
    return into


class Host:
    """Who serves the site: it may put another one there, and fall silent."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        handler = partial(_InAFolder, directory=str(folder))
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/shop"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def publish(self, words: str, *, torn: bool = False) -> None:
        """Another version: the first page says `words`; `torn`, one page is not the one that belongs to it."""
        for name in ("index.html", "norms.html"):
            page = self.folder / name
            page.write_text(
                re.sub(r"<h1 ", f"<p class=new>{words}</p><h1 ", page.read_text("utf-8"), count=1), "utf-8"
            )
        (self.folder / WORKER).write_text(worker(self.folder), "utf-8")
        if torn:
            (self.folder / "norms.html").write_text("half", "utf-8")

    def silent(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def host(built: Path, tmp_path: Path) -> Iterator[Host]:
    shutil.copytree(built, tmp_path / "site")
    there = Host(tmp_path / "site")
    yield there
    there.silent()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    opened.set_default_timeout(LONG)
    yield opened
    opened.close()


def opened(context: BrowserContext, host: Host) -> Page:
    """The first page, kept whole."""
    page = context.new_page()
    page.goto(f"{host.address}/index.html")
    page.wait_for_function("() => navigator.serviceWorker.controller")
    assert len(page.evaluate(KEPT)) == 1
    return page


def test_without_a_network_it_searches_and_copies(context: BrowserContext, host: Host) -> None:
    page = opened(context, host)
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    host.silent()
    context.set_offline(True)
    page.goto(f"{host.address}/")  # The folder, as it is kept among bookmarks.
    page.locator("label.ask").click()
    page.keyboard.type("deposit")
    page.locator("li.md-search-result__item a").first.click()
    page.goto(f"{host.address}/scripts/index.html")
    page.locator("a[href$='.html']", has_text=re.compile("deposit", re.I)).first.click()
    expect(page.locator(".reply .copy").first).to_be_visible()
    page.wait_for_load_state()  # Before its scripts have run a button does nothing.
    copy = page.locator(".reply .copy").first
    copy.click()
    expect(copy).to_have_attribute("data-state", "done")
    assert "£20" in clipboard(page)
    assert wrong == []


def test_a_new_version_is_announced_and_taken_when_somebody_says_so(
    context: BrowserContext, host: Host
) -> None:
    page = opened(context, host)
    other = context.new_page()
    other.goto(f"{host.address}/norms.html")
    host.publish("SECOND")
    page.reload()
    expect(page.locator("#new-version")).to_be_visible(timeout=LONG)
    assert page.locator("p.new").count() == 0
    other.reload()
    assert other.locator("p.new").count() == 0  # The old one, whole.
    page.locator("#new-version .later").click()
    expect(page.locator("#new-version")).to_have_count(0)
    page.goto(f"{host.address}/index.html")  # It is said again.
    page.locator("#new-version button").first.click(timeout=LONG)
    expect(page.locator("p.new")).to_have_text("SECOND", timeout=LONG)
    expect(other.locator("p.new")).to_have_text("SECOND", timeout=LONG)
    page.wait_for_function(f"async () => (await ({KEPT})()).length === 1")
    host.silent()
    context.set_offline(True)
    page.goto(f"{host.address}/norms.html")
    expect(page.locator("p.new")).to_have_text("SECOND")
    expect(page.locator("#new-version")).to_have_count(0)


@pytest.mark.slow
def test_a_version_that_is_only_half_there_is_not_taken(context: BrowserContext, host: Host) -> None:
    page = opened(context, host)
    (before,) = page.evaluate(KEPT)
    host.publish("TORN", torn=True)
    page.evaluate(
        "async () => { const all = await navigator.serviceWorker.getRegistration(); window.seen = [];"
        "all.addEventListener('updatefound', () => { const it = all.installing;"
        "it.addEventListener('statechange', () => window.seen.push(it.state)); });"
        "await all.update().catch(() => {}); }"
    )
    page.wait_for_function("() => window.seen.includes('redundant')")
    assert page.evaluate(KEPT) == [before]
    page.reload()
    assert page.locator("p.new").count() == 0
    assert page.locator("#new-version").count() == 0


@pytest.mark.slow
def test_a_site_beside_it_is_left_alone(context: BrowserContext, host: Host) -> None:
    page = opened(context, host)
    page.evaluate("async () => { await caches.open('playbook /other/ 1'); await caches.open('mine'); }")
    host.publish("SECOND")
    page.evaluate(NEWER)  # On a page that has been open since before anything was kept.
    page.locator("#new-version button").first.click(timeout=LONG)
    expect(page.locator("p.new")).to_have_text("SECOND", timeout=LONG)
    assert {"mine", "playbook /other/ 1"} <= set(page.evaluate("() => caches.keys()"))
    assert page.evaluate("async () => (await fetch('/elsewhere')).status") == 404


@pytest.mark.slow
def test_a_browser_finds_everything_an_app_needs(context: BrowserContext, host: Host) -> None:
    page = opened(context, host)
    page.reload()
    asked = context.new_cdp_session(page)
    found = asked.send("Page.getAppManifest")
    assert found["errors"] == []
    assert json.loads(found["data"])["name"]
    assert [
        each
        for each in asked.send("Page.getInstallabilityErrors")["installabilityErrors"]
        if each["errorId"] != "in-incognito"
    ] == []


def test_its_icons_are_as_large_as_it_says(built: Path) -> None:
    told = json.loads((built / "app.webmanifest").read_text("utf-8"))
    for icon in told["icons"]:
        with Image.open(built / icon["src"]) as picture:
            assert f"{picture.width}x{picture.height}" == icon["sizes"]
    assert (built / told["start_url"]).is_file()


@pytest.mark.slow
def test_a_stick_keeps_nothing(browser: Browser, built: Path) -> None:
    page = browser.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text))
    page.goto((built / "index.html").as_uri())
    page.wait_for_timeout(4000)
    assert page.locator("link[rel=manifest]").count() == 0
    assert page.locator("#new-version").count() == 0
    assert wrong == []
    page.close()


def test_what_a_device_keeps_is_all_that_pages_ask_for(built: Path) -> None:
    """But for sheets, workbooks and pictures of them, which are large."""
    text = (built / WORKER).read_text("utf-8")
    files = re.search(r"const FILES = (\{.*?\});", text, re.S)
    assert files
    kept = json.loads(files[1])
    asked = set()
    for path in built.rglob("*.html"):
        here = path.relative_to(built).parent
        for found in re.findall(
            r'<(?:script|link|img)[^>]*? (?:src|href)="([^"#:]+)"', path.read_text("utf-8")
        ):
            asked.add((built / here / found).resolve().relative_to(built.resolve()).as_posix())
    assert {
        each for each in asked if "files/" not in each and (built / each).is_file()
    } - kept.keys() == set()
    assert not any(name.startswith("files/") for name in kept)
