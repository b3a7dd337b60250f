"""`site` in a playbook: pages of the menu in another order, or left out, and no link that leads nowhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

from generator.edition import Edition
from generator.exports import pocket
from generator.handbook import pages
from generator.handbook.links import anchors, broken
from generator.labels.own import own_labels
from generator.output import Page
from generator.playbook.load import load
from generator.playbook.model.site import Dispensable, Site, SitePage, address
from tests.conftest import ROOT
from tests.handbook.books import SHIPPED, TINY, mkdocs, set_in, shipped_pages, shop, words_of

WITHOUT = ("norms", "promise", "training", "glossary", "follow_ups", "ways")


def arranged(edition: Edition, **site: Any) -> Edition:
    return replace(edition, playbook=edition.playbook.model_copy(update={"site": Site(**site)}))


@cache
def without(language: str) -> dict[str, Page]:
    edition = arranged(set_in(SHIPPED, language), leave_out=WITHOUT)
    return {page.uri: page for page in pages(edition, [])}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_left_out_is_in_no_menu_in_no_search_and_behind_no_link(language: str) -> None:
    made = without(language)
    left = set(made)
    gone = shipped_pages(language).keys() - left
    assert {address(name) for name in WITHOUT} <= gone
    assert {"trainers-guide.html", "self-check.html"} <= gone
    there = {uri: anchors(page.html) for uri, page in made.items()}
    assert [f"{uri}: {each}" for uri, page in made.items() for each in broken(page, there)] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_words_of_a_link_stay(language: str) -> None:
    before, changed = shipped_pages(language), 0
    for uri, page in without(language).items():
        if uri != "index.html":
            now, then = (words_of(each.html).replace(" ", "") for each in (page, before[uri]))
            assert now == then, uri
            changed += page.html != before[uri].html
    assert changed > 20


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_first_page_shows_nothing_that_is_left_out(language: str) -> None:
    before, home = shipped_pages(language)["index.html"].html, without(language)["index.html"].html
    for heading in ('id="_norms"', 'id="_promise"', 'class="jumps"'):
        assert heading in before
        assert heading not in home
    assert 'id="_moments"' in home
    assert "complaints.html#_red_flags" in home


def test_the_menu_has_the_shops_order_and_groups_stay_together() -> None:
    edition = arranged(set_in(SHIPPED, "en"), order=("products", "follow_ups", "scripts"))
    made = [*pages(edition, [])]
    titles = [*dict.fromkeys(page.section[0] if page.section else page.title for page in made)]
    assert titles[:4] == ["Start here", "Products", "Customers and follow-up", "Scripts"]
    assert made[0].uri == "index.html"
    care = [page.title for page in made if page.section == ("Customers and follow-up",)]
    assert care == ["Follow-up", "Customers", "Proactive service"]
    assert {page.uri for page in made} == shipped_pages("en").keys()


def test_a_page_that_is_alone_in_its_group_now_stands_by_itself() -> None:
    edition = arranged(set_in(SHIPPED, "en"), leave_out=("norms", "levels", "strategy"))
    (page,) = (each for each in pages(edition, []) if each.uri == "authority.html")
    assert page.section == ()


def test_every_page_that_can_be_named_has_words_of_its_own() -> None:
    for language in ("zh", "en"):
        labels = {name for name, _ in own_labels(_labels(language))}
        assert {f"handbook.nav.{name}" for name in get_args(SitePage)} <= labels
    for name in get_args(SitePage):
        assert address(name) in shipped_pages("en") or name in ("prices", "notices")


def _labels(language: str) -> dict[str, Any]:
    import yaml

    found: dict[str, Any] = yaml.safe_load((ROOT / f"generator/labels/{language}.yaml").read_text("utf-8"))
    return found


@pytest.mark.parametrize("name", ["scripts", "complaints", "print", "shop", "about"])
def test_what_nobody_can_do_without_stays(tmp_path: Path, name: str) -> None:
    assert name not in get_args(Dispensable)
    path = tmp_path / "playbook.yaml"
    path.write_text(TINY.read_text("utf-8") + f"\nsite: {{leave_out: [{name}]}}\n", "utf-8")
    loaded = load(path)
    assert loaded.playbook is None
    assert any(problem.place and problem.item == "" for problem in loaded.problems)


def test_a_page_for_a_phone_has_no_list_that_the_site_is_without() -> None:
    edition = set_in(SHIPPED, "en")
    asked = pocket.Asked(edition.playbook.roles[0].id, date(2027, 1, 1), limits=True)
    words = edition.labels.handbook.nav
    whole = pocket.page(edition, asked)
    less = pocket.page(arranged(edition, leave_out=("norms", "authority")), asked)
    for name in (words.norms, words.authority):
        assert f"<h2>{name}</h2>" in whole
        assert f"<h2>{name}</h2>" not in less


def test_mkdocs_makes_it_so_under_the_shops_own_names(tmp_path: Path) -> None:
    text = TINY.read_text("utf-8") + "\nsite: {order: [about, print], leave_out: [norms]}\n"
    text += "words: [{label: handbook.nav.about, say: {zh: 版本说明, en: This edition}}]\n"
    folder = shop(tmp_path, text)
    run = mkdocs(folder)
    assert run.returncode == 0, run.stderr
    assert not (folder / "site/norms.html").exists()
    home = (folder / "site/index.html").read_text("utf-8")
    menu = home.partition("<article")[0]
    assert menu.index("版本说明") < menu.rindex("打印")
    assert "norms.html" not in home
    assert "norms.html" not in (folder / "site/search/index.js").read_text("utf-8")
    assert "norms.html" not in (folder / "site/404.html").read_text("utf-8")
    assert "norms.html" not in (folder / "site/playbook.json").read_text("utf-8")
