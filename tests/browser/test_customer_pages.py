"""The pages for customers on a phone: for people who see little, by day and by night, with letters of twice the size."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator import build
from tests.browser.test_for_everyone import TWICE, broken
from tests.conftest import ROOT


@cache
def pages() -> dict[str, bytes]:
    made = build.site(ROOT / "playbook.yaml", only=())
    return {file.path: file.content() for file in made.for_customers()}


@pytest.mark.parametrize(
    ("names", "look"),
    [
        (["index.html", "complain.html"], "light"),
        (["en/returns.html", "en/privacy.html"], "dark"),
    ],
)
def test_no_rule_for_everyone_is_broken_and_nothing_runs_over_the_edge(
    browser: Browser, tmp_path: Path, names: list[str], look: Any
) -> None:
    page = browser.new_page(color_scheme=look, viewport={"width": 360, "height": 800})
    said: list[str] = []
    page.on("console", lambda each: said.append(each.text))
    for name in names:
        path = tmp_path / name.replace("/", "-")
        path.write_bytes(pages()[name])
        page.goto(path.as_uri())
        assert broken(page) == {}, name
        page.evaluate(TWICE)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, name
    assert said == []
    page.close()
