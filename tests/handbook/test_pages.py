"""The pages: everything of the playbook has its place, nothing else has, and an author's marks mean nothing."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from html import unescape

import pytest

from generator.handbook import assets, pages
from generator.handbook.links import address, relative
from generator.output import Page
from generator.playbook.model.record import walk
from generator.playbook.model.text import Text
from tests.handbook.books import (
    SHIPPED,
    TINY,
    html_of,
    set_in,
    sheet,
    shipped_html,
    shipped_pages,
    with_every_text,
    words_of,
)

MARKS = (
    "*a* __b__ <b>c</b> {{d}} [e](f.md) :smile: `g` ~~h~~ ^^i^^ ==j== ++k++ $l$ &amp; \\m <!-- n --> #o | p"
)
SCRIPTS = 6
"""As many pages of scripts stand for all."""
LINES = 'x\n--8<-- "q"\n# r\n- s\n```\nt\n!!! u\n[v]: w'
FOREIGN = (
    "pymdownx.betterem",
    "pymdownx.caret",
    "pymdownx.critic",
    "pymdownx.emoji",
    "pymdownx.keys",
    "pymdownx.magiclink",
    "pymdownx.mark",
    "pymdownx.smartsymbols",
    "pymdownx.snippets",
    "pymdownx.superfences",
    "pymdownx.tasklist",
    "pymdownx.tilde",
    "admonition",
    "footnotes",
    "def_list",
    "abbr",
)
"""What a shop may switch on in its mkdocs.yml."""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_item_stands_where_links_lead(language: str) -> None:
    edition, made = set_in(SHIPPED, language), shipped_html(language)
    # Sheets were not printed here; questions and papers' insides are the trainer's.
    for chapter, items in edition.items.items():
        for name, item in items.items():
            if chapter in ("forms", "posters") or type(item).__module__.endswith("questions"):
                continue
            page, _, anchor = address(f"{chapter}.{name}").partition("#")
            assert not anchor or f'id="{anchor}"' in unescape(made[page]), f"{chapter}.{name}"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_link_between_pages_leads_somewhere(language: str) -> None:
    made = shipped_html(language)
    for here, html in made.items():
        for target in map(unescape, re.findall(r'href="([^":]+)"', html)):
            path, _, anchor = target.replace(".md", ".html").partition("#")
            there = posixpath.normpath(posixpath.join(posixpath.dirname(here), path)) if path else here
            assert there in made, f"{here}: {target}"
            assert not anchor or f'id="{anchor}"' in unescape(made[there]), f"{here}: {target}"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_sentence_of_the_scripts_stands_on_their_pages(language: str) -> None:
    made = shipped_html(language)
    for script in set_in(SHIPPED, language).playbook.scripts:
        shown = words_of(made[f"scripts/{script.id}.html"]).replace(" ", "")
        said = [*script.says, *(line.say for line in script.reply), *(each.text for each in script.never)]
        for text in said:
            assert "".join(text.split()) in shown, f"{script.id}: {text}"


def test_a_script_can_be_copied_on_the_page_of_its_moment() -> None:
    for script in set_in(SHIPPED, "zh").playbook.scripts:
        moment = shipped_html("zh")[f"scripts/{script.stage}/index.html"]
        card = moment.partition(f'id="{script.id}"')[2].partition("<h2")[0]
        assert card.count('data-copy="part"') == len(script.reply)
        assert card.count('data-copy="reply"') == 1


def test_a_line_with_a_condition_has_a_box_and_an_urgent_one_stands_out() -> None:
    scripts = set_in(SHIPPED, "zh").playbook.scripts
    for script in scripts:
        html = unescape(shipped_html("zh")[f"scripts/{script.id}.html"])
        assert html.count('type="checkbox"') == sum(line.only_if is not None for line in script.reply)
        assert html.count("part--red_flag") == sum(line.part == "red_flag" for line in script.reply)
    assert any(line.part == "red_flag" for script in scripts for line in script.reply)


def test_chapters_a_playbook_does_not_have_leave_no_page() -> None:
    made = [page.uri for page in pages(set_in(TINY, "zh"), [])]
    assert made == ["index.md", "shop.md", "norms.md", "print.md", "about.md"]


def test_no_page_tells_what_only_the_trainer_knows() -> None:
    playbook = set_in(SHIPPED, "zh").playbook
    assert playbook.training
    kept = {str(text) for text in _texts(playbook.training.questions)}
    everywhere = ((route, text) for route, text in walk(playbook) if isinstance(text, str))
    elsewhere = {text for route, text in everywhere if route[:2] != ("training", "questions")}
    everything = " ".join(words_of(html) for html in shipped_html("zh").values())
    # A name of a step may be an answer as well as a heading; whole sentences are not.
    for text in kept:
        if len(text) > 12 and not any(text in other for other in elsewhere):
            assert text not in everything, text


def _texts(value: object) -> Iterator[str]:
    for route, inner in walk(value):
        if (
            isinstance(inner, str)
            and route
            and route[-1] in ("stem", "text", "why", "feedback", "model_answer")
        ):
            yield inner


def test_marks_of_markdown_and_html_stay_as_the_author_wrote_them() -> None:
    edition = with_every_text(set_in(SHIPPED, "zh"), lambda text: f"{text}{MARKS}")
    for page in _of_each_kind(pages(edition, [])):
        html = html_of(page, *FOREIGN)
        assert "<b>c</b>" not in html
        shown, written = words_of(html).count(MARKS), page.markdown.count("&#42;a&#42;")
        hidden = page.markdown.count('aria-label="') if "&#42;a" in page.markdown else 0
        assert written - hidden <= shown <= written, page.uri


def test_lines_that_look_like_markdown_stay_lines() -> None:
    edition = with_every_text(set_in(SHIPPED, "en"), lambda text: f"{text}\n\n{LINES}")
    made = list(pages(edition, []))
    for page in _of_each_kind(made):
        html = html_of(page, *FOREIGN)
        assert not re.search(r"<pre|<code>t|<h1[^>]*>r|<li>s|admonition", html), page.uri
    script = next(page for page in made if page.uri == "scripts/too-dear.md")
    said = re.findall(r'<p class="part__say">(.*?)</p>', html_of(script, *FOREIGN), re.DOTALL)
    assert all(LINES in words.replace("&#10;", "\n") or "&#" in words for words in said)


def _of_each_kind(made: Iterable[Page]) -> Iterator[Page]:
    """Every page, but of the scripts a few and of their moments one: they are set from one template each."""
    scripts = 0
    for page in made:
        scripts += page.uri.startswith("scripts/")
        if not page.uri.startswith("scripts/") or scripts <= SCRIPTS:
            yield page


def test_without_sheets_the_print_page_says_so() -> None:
    edition = set_in(SHIPPED, "zh")
    assert edition.labels.handbook.sheets.none in words_of(shipped_html("zh")["print.html"])


def test_a_sheet_is_shown_with_picture_size_version_and_code() -> None:
    poster = sheet("poster-norms-wall", page="norms.html", paper="A3", code="QRST")
    made = {page.uri: html_of(page) for page in pages(set_in(SHIPPED, "zh"), [poster])}
    shelf = words_of(made["print.md"])
    assert 'src="files/poster-norms-wall.png"' in made["print.md"]
    assert 'href="files/poster-norms-wall.pdf"' in made["norms.md"]
    for words in ("Sheet poster-norms-wall", "A3", set_in(SHIPPED, "zh").playbook.about.version, "#QRST"):
        assert words in shelf
    assert "#QRST" in words_of(made["about.md"])


def test_sheets_of_the_core_come_first_and_say_so() -> None:
    more, core = sheet("form-more"), sheet("form-core", core=True)
    (shelf,) = (page for page in pages(set_in(SHIPPED, "zh"), [more, core]) if page.uri == "print.md")
    first = set_in(SHIPPED, "zh").labels.handbook.sheets.first
    html = unescape(html_of(shelf))
    assert html.index('id="form-core"') < html.index('id="form-more"')
    assert words_of(html).count(first) == 1


def test_a_sheet_of_the_second_language_is_linked_inside_its_own_folder() -> None:
    form = sheet("form-complaint-sheet", language="en", path="en/files/form.pdf", picture="en/files/form.png")
    made = {page.uri: page.markdown for page in pages(set_in(SHIPPED, "en"), [form])}
    assert 'href="files/form.pdf"' in made["print.md"]


def test_links_are_relative_to_the_page() -> None:
    assert relative("norms.html#greet", "scripts/too-dear.md") == "../norms.html#greet"
    assert relative("scripts/before/index.html", "scripts/too-dear.md") == "before/index.html"
    assert relative("en/index.html", "index.md") == "en/index.html"


def test_sample_figures_are_marked() -> None:
    facts = set_in(SHIPPED, "zh").playbook.facts
    html = shipped_html("zh")["about.html"]
    assert html.count("sign--sample") == sum(fact.sample for fact in facts) > 0


def test_search_engines_are_told_once() -> None:
    told = [file.path for language in ("zh", "en") for file in assets(set_in(SHIPPED, language))]
    assert told.count("robots.txt") == 1
    assert {"assets/handbook.css", "en/assets/handbook.css"} <= set(told)


def test_what_customers_say_finds_the_script() -> None:
    for script in set_in(SHIPPED, "zh").playbook.scripts:
        assert shipped_pages("zh")[f"scripts/{script.id}.md"].keywords[""] == (*script.says, *script.aliases)


def test_texts_are_plain_strings_on_the_pages() -> None:
    assert not any(isinstance(value, Text) for _, value in walk(set_in(SHIPPED, "zh").playbook))
