"""What customers are given: all of it said to them, none of it for staff, and no way from it to anywhere else."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import build
from generator.__main__ import main
from generator.customer import Customer
from generator.edition import Edition, editions
from generator.outlines.contact import scanned
from generator.outlines.prices import rows
from generator.playbook.law import statements
from tests.conftest import ROOT

STAFF = "https://staff.example/handbook/"
THEIRS = "https://hello.example/us"
SHOPS = [ROOT / "playbook.yaml", *sorted(ROOT.glob("examples/*/playbook.yaml"))]
SHORT = 8
"""What has fewer letters says nothing of its own."""


@cache
def at_home(path: Path) -> build.Made:
    """A shop with its handbook and its pages for customers on the web."""
    made = build.site(path)
    about = made.playbook.about.model_copy(update={"address": STAFF, "customer_address": THEIRS})
    playbook = made.playbook.model_copy(update={"about": about})
    return replace(made, playbook=playbook, editions=editions(playbook), families=(Customer(playbook),))


def pages(made: build.Made, language: str) -> dict[str, str]:
    return {
        file.path: file.content().decode()
        for file in made.for_customers()
        if file.kind == "customer-page" and file.language == language
    }


def text_of(html: str) -> str:
    body = html.partition("<body>")[2]
    return "".join(unescape(re.sub(r"<[^>]*>", "", body)).split())


def for_staff(edition: Edition) -> Iterator[str]:
    """Everything that is said to staff alone: limits, remedies, what is never said, how promises are kept and mended."""
    book = edition.playbook
    for each in book.authority:
        yield from (each.matter, each.say or "")
    for remedy in book.complaints.remedies if book.complaints else ():
        yield from (remedy.when, remedy.offer)
    for script in book.scripts:
        yield from (never.text for never in script.never)
        yield from (line.say for line in script.reply)
    for line in book.promise.lines if book.promise else ():
        yield from (line.kept_how, line.if_broken, line.measure)
    for norm in book.norms:
        yield from (norm.bad or "", norm.checked)
    for paper in book.checklists:
        yield paper.title


@pytest.mark.parametrize("path", SHOPS, ids=lambda path: path.parent.name)
def test_nothing_for_staff_is_given_away(path: Path) -> None:
    made = at_home(path)
    for edition in made.editions:
        there = pages(made, edition.language)
        assert there
        for name, html in there.items():
            assert given_away(edition, html) == [], name


def given_away(edition: Edition, html: str) -> list[str]:
    """What of it stands on a page, and the way to the handbook, if there is one."""
    said = text_of(html)
    inner = {"".join(text.split()) for text in for_staff(edition)}
    return [*(each for each in inner if len(each) >= SHORT and each in said), *re.findall(STAFF, html)]


@pytest.mark.parametrize("chapter", ["never", "remedies", "authority", "address"])
def test_what_is_planted_is_found(chapter: str) -> None:
    made = at_home(ROOT / "playbook.yaml")
    edition = made.editions[0]
    book = edition.playbook
    planted = {
        "never": max((never.text for script in book.scripts for never in script.never), key=len),
        "remedies": max((each.offer for each in book.complaints.remedies), key=len)
        if book.complaints
        else "",
        "authority": max((each.say or "" for each in book.authority), key=len),
        "address": f'<a href="{STAFF}">A</a>',
    }[chapter]
    html = pages(made, "zh")["index.html"].replace("</main>", f"<p>{planted}</p></main>")
    assert given_away(edition, html) == [STAFF if chapter == "address" else "".join(planted.split())]


@pytest.mark.parametrize("path", SHOPS, ids=lambda path: path.parent.name)
def test_a_page_leads_to_its_neighbours_and_nowhere_else_and_runs_nothing(path: Path) -> None:
    made = at_home(path)
    there = {file.path for file in made.for_customers()}
    for file in made.for_customers():
        html = file.content().decode()
        here = Path("/", file.path).parent
        links = re.findall(r'\b(?:href|src|action)="([^"]*)"', html)
        assert {
            str((here / link).resolve()).lstrip("/") for link in links if not link.startswith("data:")
        } <= there
        assert "<script" not in html
        assert " style=" not in html
        policy = re.search(
            r'<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)"', html
        )
        assert policy is not None
        assert policy[1].startswith("default-src 'none'; style-src 'sha256-")
        assert "script-src" not in policy[1]
        assert file.folder == "customer"


def test_customers_read_what_concerns_them() -> None:
    made = at_home(ROOT / "playbook.yaml")
    for edition in made.editions:
        book = edition.playbook
        said = {name: text_of(html) for name, html in pages(made, edition.language).items()}
        folder = edition.folder
        assert book.promise is not None
        for line in book.promise.lines:
            assert "".join(line.line.split()) in said[f"{folder}index.html"]
        for point in book.customer_pages[0].points:
            assert "".join(point.split()) in said[f"{folder}returns.html"]
        for each in book.promise.outside:
            assert "".join(each.split()) in said[f"{folder}complain.html"]
        number = statements("cn")["emergency_number"].say.said[edition.language]
        assert number in said[f"{folder}complain.html"]
        for form in book.forms:
            if form.privacy and (form.audience == "customer" or form.privacy.before):
                assert "".join(form.privacy.purpose.split()) in said[f"{folder}privacy.html"]


def test_a_page_that_names_nobody_who_handles_the_data_says_that_it_is_not_filled_in() -> None:
    made = at_home(SHOPS[0])
    shop = made.playbook.shop.model_copy(update={"registered_name": "Li Ming Trading"})
    named = made.playbook.model_copy(update={"shop": shop})
    known = replace(made, playbook=named, editions=editions(named), families=(Customer(named),))
    for which, says in ((made, True), (known, False)):
        for edition in which.editions:
            (page,) = (text for path, text in pages(which, edition.language).items() if "privacy" in path)
            assert ("".join(edition.labels.sheet.unset.split()) in text_of(page)) == says
            assert ("LiMingTrading" in text_of(page)) != says


def test_a_shop_that_has_said_nothing_to_customers_gives_them_nothing() -> None:
    assert build.site(ROOT / "tests/playbooks/tiny.yaml").for_customers() == ()


def test_a_build_puts_them_beside_the_site_and_takes_away_what_is_no_longer_said(tmp_path: Path) -> None:
    path = tmp_path / "playbook.yaml"
    shutil.copy(ROOT / "tests/playbooks/wick.svg", tmp_path)
    said = (ROOT / "tests/playbooks/british-shop.yaml").read_text("utf-8")
    more = "\ncustomer_pages: [{id: prices, title: Prices, rows: [{name: A, says: B}]}]\n"
    path.write_text(said + more, "utf-8")
    build_as_a_person(path)
    assert (tmp_path / "customer/prices.html").is_file()
    assert not [*(tmp_path / "site").rglob("prices.html")]
    (tmp_path / "customer/own.txt").write_text("mine", "utf-8")
    path.write_text(said, "utf-8")
    build_as_a_person(path)
    assert not (tmp_path / "customer/prices.html").exists()
    assert (tmp_path / "customer/own.txt").read_text("utf-8") == "mine"


def build_as_a_person(path: Path) -> None:
    result = CliRunner().invoke(main, ["build", "--no-print", "--playbook", str(path)])
    assert result.exit_code == 0, result.output


def test_customers_read_every_price_as_scripts_say_it() -> None:
    made = at_home(ROOT / "tests/playbooks/priced.yaml")
    for edition in made.editions:
        said = text_of(pages(made, edition.language)[f"{edition.folder}index.html"])
        for it in edition.playbook.prices:
            for group in rows(edition, it):
                for row in group.rows:
                    assert "".join(row.price.name.split()) in said
                    assert all("".join(cell.split()) in said for cell in row.cells), row


@pytest.mark.parametrize(
    ("theirs", "site", "link", "leads_to"),
    [
        (THEIRS, None, None, THEIRS),
        (THEIRS, "https://web.example", None, THEIRS),
        (THEIRS, None, "https://chat.example/add", "https://chat.example/add"),
        (None, "https://web.example", None, "https://web.example"),
        (None, None, None, ""),
    ],
)
def test_a_code_on_what_customers_keep_leads_to_them_and_never_to_the_handbook(
    theirs: str | None, site: str | None, link: str | None, leads_to: str
) -> None:
    made = at_home(ROOT / "examples/bicycle-workshop/playbook.yaml")
    book = made.playbook
    channels = tuple(each.model_copy(update={"link": link}) for each in book.shop.channels)
    contact = book.shop.contact.model_copy(update={"site": site})
    shop = book.shop.model_copy(update={"channels": channels, "contact": contact})
    about = book.about.model_copy(update={"customer_address": theirs, "address": STAFF})
    for edition in editions(book.model_copy(update={"about": about, "shop": shop})):
        assert scanned(edition) == leads_to
