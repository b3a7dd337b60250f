"""The pages: everything of the playbook has its place, nothing else has, and an author's marks mean nothing."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

import pytest
from markupsafe import escape

from generator.handbook import assets, pages
from generator.handbook.links import address, relative
from generator.outlines.outlined import outline
from generator.playbook.model.record import walk
from generator.playbook.model.text import Text
from generator.playbook.papers.pool import graded
from tests.conftest import ROOT
from tests.handbook.books import (
    SHIPPED,
    TINY,
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
_BROKEN = re.compile(r" ?</tspan><tspan[^>]*>")
_ACCEPTED = re.compile(r'data-accept="[^"]*"')
LINES = 'x\n--8<-- "q"\n# r\n- s\n```\nt\n!!! u\n[v]: w'


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
            path, _, anchor = target.partition("#")
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
    assert made == ["index.html", "shop.html", "norms.html", "print.html", "about.html", "law.html"]


def test_no_page_tells_what_only_the_trainer_knows() -> None:
    playbook = set_in(SHIPPED, "zh").playbook
    assert playbook.training
    # Whatever stands on a paper; the others are for asking oneself.
    asked = graded(playbook.training)
    kept = {str(text) for each in playbook.training.questions if each.id in asked for text in _texts(each)}
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
    for page in pages(edition, []):
        assert "<b>c</b>" not in page.html
        # What somebody may type as an answer stands in an attribute, as it is compared: without spaces.
        shown = _ACCEPTED.sub("", page.html)
        # A drawing breaks its words into lines.
        shown = _BROKEN.sub(" ", shown)
        begun, whole = shown.count("*a*"), unescape(shown).count(MARKS)
        assert begun == whole, page.uri


def test_what_is_filled_in_while_sending_is_marked_in_both_languages_at_once() -> None:
    chinese, english = (list(pages(set_in(SHIPPED, language), [])) for language in ("zh", "en"))
    marked = [sum(page.html.count('class="blank"') for page in those) for those in (english, chinese)]
    assert min(marked) > 500


def test_every_line_of_what_is_sent_stays_a_line() -> None:
    edition = with_every_text(set_in(SHIPPED, "en"), lambda text: f"{text}\n\n{LINES}")
    made = next(page for page in pages(edition, []) if page.uri == "scripts/too-dear.html")
    said = re.findall(r'<p class="part__say">(.*?)</p>', made.html, re.DOTALL)
    assert said
    assert all(unescape(words).endswith(f"\n\n{LINES}") for words in said)


def test_without_sheets_the_print_page_says_so() -> None:
    edition = set_in(SHIPPED, "zh")
    assert edition.labels.handbook.sheets.none in words_of(shipped_html("zh")["print.html"])


def test_a_sheet_is_shown_with_picture_size_version_and_code() -> None:
    poster = sheet("poster-norms-wall", page="norms.html", paper="A3", code="QRST")
    made = {page.uri: page.html for page in pages(set_in(SHIPPED, "zh"), [poster])}
    shelf = words_of(made["print.html"])
    assert 'src="files/poster-norms-wall.png"' in made["print.html"]
    assert 'href="files/poster-norms-wall.pdf"' in made["norms.html"]
    for words in ("Sheet poster-norms-wall", "A3", set_in(SHIPPED, "zh").playbook.about.version, "#QRST"):
        assert words in shelf
    assert "#QRST" in words_of(made["about.html"])


def test_sheets_of_the_core_come_first_and_say_so() -> None:
    more, core = sheet("form-more"), sheet("form-core", core=True)
    (shelf,) = (page for page in pages(set_in(SHIPPED, "zh"), [more, core]) if page.uri == "print.html")
    first = set_in(SHIPPED, "zh").labels.handbook.sheets.first
    html = unescape(shelf.html)
    assert html.index('id="form-core"') < html.index('id="form-more"')
    assert words_of(html).count(first) == 1


def test_a_sheet_of_the_second_language_is_linked_inside_its_own_folder() -> None:
    form = sheet("form-complaint-sheet", language="en", path="en/files/form.pdf", picture="en/files/form.png")
    made = {page.uri: page.html for page in pages(set_in(SHIPPED, "en"), [form])}
    assert 'href="files/form.pdf"' in made["print.html"]


def test_links_are_relative_to_the_page() -> None:
    assert relative("norms.html#greet", "scripts/too-dear.html") == "../norms.html#greet"
    assert relative("scripts/before/index.html", "scripts/too-dear.html") == "before/index.html"
    assert relative("en/index.html", "index.html") == "en/index.html"


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
        (entry,) = shipped_pages("zh")[f"scripts/{script.id}.html"].content.entries
        assert entry.names == (script.title, *script.says, *script.aliases)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_link_to_any_item_is_called_by_its_words_and_not_by_its_id(language: str) -> None:
    edition = set_in(SHIPPED, language)
    training = edition.playbook.training
    assert training
    linked = [("complaints", "damaged"), ("customers", edition.playbook.customers.consents[0].id)]
    step = training.path[0].model_copy(update={"read": tuple(".".join(name) for name in linked)})
    path = (step, *training.path[1:])
    playbook = edition.playbook.model_copy(update={"training": training.model_copy(update={"path": path})})
    made = {page.uri: page.html for page in pages(replace(edition, playbook=playbook), [])}
    for chapter, name in linked:
        item = edition.item(chapter, name)
        words = item.when if chapter == "complaints" else item.text
        assert f'href="{chapter}.html#{name}">{escape(words)}</a>' in made["training.html"]


def test_texts_are_plain_strings_on_the_pages() -> None:
    assert not any(isinstance(value, Text) for _, value in walk(set_in(SHIPPED, "zh").playbook))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_hand_written_pages_lead_only_to_pages_that_every_shop_has(language: str) -> None:
    """A link to the page of a chapter would break the build of a shop without that chapter."""
    made = {page.uri.replace(".html", ".md") for page in pages(set_in(TINY, language), ())}
    for path in (ROOT / "docs" / language).rglob("*.md"):
        for link in re.findall(r"\]\(([^)#:]+\.md)", path.read_text("utf-8")):
            there = posixpath.normpath(
                posixpath.join(posixpath.dirname(path.relative_to(ROOT / "docs" / language).as_posix()), link)
            )
            assert there in made or (ROOT / "docs" / language / there).is_file(), f"{path}: {link}"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_form_has_a_page_with_all_it_asks(language: str) -> None:
    edition = set_in(SHIPPED, language)
    for form in edition.playbook.forms:
        asked = outline(edition, form)
        words = "".join(words_of(shipped_html(language)[f"forms/{form.id}.html"]).split())
        for text in (form.intro, asked.filed, *(field.label for field in asked.fields)):
            assert "".join(text.split()) in words, f"{form.id}: {text}"
        options = [option.label for field in asked.fields for option in field.options]
        assert all("".join(option.split()) in words for option in options)


def test_the_page_of_a_form_leads_to_every_file_made_of_it() -> None:
    kinds = {
        "form": "pdf",
        "workbook": "xlsx",
        "example": "xlsx",
        "phone": "html",
        "wjx": "txt",
        "xlsform": "xlsx",
    }
    made_of = [
        sheet(f"{kind}-parcel-log", of="forms.parcel-log", kind=kind, path=f"files/{kind}.{ending}")
        for kind, ending in kinds.items()
    ]
    made_of = [replace(file, paper="A4" if file.kind == "form" else "") for file in made_of]
    edition = set_in(SHIPPED, "zh")
    html = next(page.html for page in pages(edition, made_of) if page.uri == "forms/parcel-log.html")
    for file in made_of:
        assert f'href="../{file.path}"' in html
    assert edition.labels.handbook.forms.elsewhere in words_of(html)
