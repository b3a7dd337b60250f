"""The site as its readers meet it: alone with itself, on a small phone, copied from, printed from."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser

from generator.playbook.load import load
from generator.playbook.model.questions import Open
from generator.playbook.papers.pool import graded
from tests.conftest import ROOT

PAGES = [
    "index.html",
    "norms.html",
    "scripts/too-dear.html",
    "scripts/skin-reaction.html",
    "complaints.html",
    "reviews.html",
    "customers.html",
    "follow-ups.html",
    "checks.html",
    "checklists.html",
    "training.html",
    "self-check.html",
    "products.html",
    "print.html",
    "glossary.html",
    "about.html",
    "how-to-use.html",
]


def test_nothing_is_asked_of_another_host(browser: Browser, served: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for name in PAGES:
        page.goto(f"{served}/{name}")
        page.goto(f"{served}/en/{name}")
    page.close()
    assert asked
    assert [url for url in asked if not url.startswith((served, "data:", "blob:"))] == []


@pytest.mark.parametrize("language", ["", "en/"])
def test_nothing_runs_over_the_edge_of_a_small_phone(browser: Browser, served: str, language: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    wide = {}
    for name in PAGES:
        page.goto(f"{served}/{language}{name}")
        wide[name] = page.evaluate("document.documentElement.scrollWidth")
        if page.locator(".fold-all").is_visible():
            page.click(".fold-all")
            wide[f"{name}, all open"] = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert {name: width for name, width in wide.items() if width > 360} == {}


def test_one_tap_copies_the_reply(browser: Browser, address: str) -> None:
    """Also where the browser has no clipboard: plain http in the shop's own network, and file://."""
    page = browser.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.add_init_script(
        "document.addEventListener('copy', () => { window.copied = document.activeElement.value ?? '' })"
    )
    page.goto(f"{address}/scripts/too-dear.html")
    page.locator("button.copy--part").first.click()
    page.wait_for_function("() => window.copied !== undefined")
    copied = page.evaluate("window.copied")
    assert copied == page.locator(".part__say").first.inner_text()
    page.close()


def test_the_language_switch_stays_on_the_page(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/scripts/too-dear.html")
    page.get_by_text("English", exact=True).first.click()
    page.wait_for_url("**/en/scripts/too-dear.html")
    page.get_by_text("中文", exact=True).first.click()
    page.wait_for_url(lambda url: url.endswith("/scripts/too-dear.html") and "/en/" not in url)
    page.close()


def test_text_is_readable_in_the_dark(browser: Browser, served: str) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(f"{served}/scripts/too-dear.html")
    # A colour that still fades in is not yet the one that is read.
    page.evaluate("document.getAnimations().forEach(running => running.finish())")
    ink, ground = (
        [int(part) for part in re.findall(r"\d+", page.evaluate(f"getComputedStyle({at}).{what}"))[:3]]
        for at, what in (
            ("document.querySelector('.md-typeset h1')", "color"),
            ("document.body", "backgroundColor"),
        )
    )
    page.close()
    assert sum(ink) > 450 > 200 > sum(ground)


def test_every_link_leads_somewhere(site: Path) -> None:
    dead = []
    for path in site.rglob("*.html"):
        for target in re.findall(r'(?:href|src)="([^"#]+)', path.read_text("utf-8")):
            parts = urlsplit(target)
            if parts.scheme or target.startswith("//") or path.name == "404.html":
                continue
            if not (path.parent / unquote(parts.path)).resolve().exists():
                dead.append(f"{path.relative_to(site)}: {target}")
    assert dead == []


def test_every_language_has_its_home_and_its_downloads(site: Path) -> None:
    assert (site / "index.html").is_file()
    assert (site / "en/index.html").is_file()
    assert len(list((site / "files").glob("*.pdf"))) == len(list((site / "en/files").glob("*.pdf"))) > 5


def test_no_key_and_no_answer_is_in_the_site(site: Path) -> None:
    assert [path.name for path in site.rglob("*") if "quiz-" in path.name] == []
    playbook = load(ROOT / "playbook.yaml").playbook
    assert playbook is not None
    assert playbook.training is not None
    asked = graded(playbook.training)
    answers = [
        question.model_answer.said["zh"][:20]
        for question in playbook.training.questions
        if isinstance(question, Open) and question.id in asked
    ]
    assert answers
    pages = "".join(path.read_text("utf-8") for path in site.rglob("*.html"))
    assert [answer for answer in answers if answer in pages] == []


def test_search_engines_are_asked_to_stay_away(site: Path) -> None:
    assert "Disallow: /" in (site / "robots.txt").read_text("utf-8")
    open_pages = [
        path.relative_to(site).as_posix()
        for path in site.rglob("*.html")
        if not re.search(r'<meta name="robots" content="noindex', path.read_text("utf-8"))
    ]
    assert open_pages == []
