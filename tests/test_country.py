"""Language is not country: the law, the bodies and the money come from `shop.country` alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.engines.shell import by_hand
from generator.playbook.languages import LANGUAGES
from generator.playbook.law import Statement, countries, law_facts, names
from generator.playbook.load import load
from generator.playbook.model.text import Text
from generator.playbook.numerals import says
from tests import pdfs
from tests.conftest import ROOT, Printed
from tests.handbook.books import words_of

BRITISH = ROOT / "tests" / "playbooks" / "british-shop.yaml"
CHINAS = re.compile(
    r"\b(?:110|119|120|12315|7 days|seven days|NMPA|yuan|consumer association)\b", re.IGNORECASE
)
"""What the law of China brings into a text in English, and no other."""


def words(shop: Printed) -> Iterator[tuple[str, str]]:
    """All that is read in the pages, on the sheets and in the workbooks of a shop, by where it stands."""
    for edition in shop.made.editions:
        yield from ((page.uri, words_of(page.html)) for page in shop.made.pages(edition))
    for page in shop.sheets:
        yield page.sheet.id, " ".join(pdfs.raw_text(shop.pdf(page)).split())
    for file in shop.made.outputs:
        if file.path.endswith(".xlsx"):
            for sheet in load_workbook(BytesIO(file.content())):
                values = (cell.value for row in sheet.iter_rows() for cell in row)
                cells = (each for each in values if isinstance(each, str) and not each.startswith("="))
                yield f"{file.path}#{sheet.title}", " ".join(cells)


def elsewhere(country: str, folder: Path) -> Path:
    """The same shop under another law."""
    path = folder / f"{country}.yaml"
    text = BRITISH.read_text("utf-8").replace("country: gb", f"country: {country}")
    path.write_text(text.replace("  brand: {logo: wick.svg}\n", ""), "utf-8")
    return path


def test_a_british_shop_holds_nothing_of_chinas_law(printed: Callable[[Path], Printed]) -> None:
    read = dict(words(printed(BRITISH)))

    assert {where: found for where, said in read.items() if (found := CHINAS.findall(said))} == {}
    everywhere = " ".join(read.values())
    for said in ("999 or 112", "14 days", "30 days", "0808 223 1133", "Trading Standards", "ICO", "£"):
        assert said in everywhere


def test_a_sign_of_money_stands_before_the_room_for_the_amount(printed: Callable[[Path], Printed]) -> None:
    shop = printed(BRITISH)
    (form,) = (page for page in shop.sheets if page.sheet.id == "form-return-sheet")
    stands = re.findall(r'xMin="([\d.]+)".*>(.+)</word>', pdfs.boxes(shop.pdf(form)))
    left = {word: float(at) for at, word in stands}
    assert left["£"] == pytest.approx(left["Refunded"], abs=1)


def test_a_shop_in_china_that_speaks_english_holds_them(
    printed: Callable[[Path], Printed], tmp_path: Path
) -> None:
    everywhere = " ".join(dict(words(printed(elsewhere("cn", tmp_path)))).values())

    for said in ("120", "119", "7 days", "12315", "consumer association", "market regulator", "yuan"):
        assert said in everywhere
    for said in ("999", "14 days", "0808", "Trading Standards", "£"):
        assert said not in everywhere


def test_where_nothing_is_known_no_figure_stands_but_where_to_ask(tmp_path: Path) -> None:
    path = elsewhere("fr", tmp_path)
    # Nothing can be reckoned with what is not known.
    path.write_text(re.sub(r"kind: computed, due: .*?}", "kind: date", path.read_text("utf-8")), "utf-8")
    playbook = load(path).playbook
    assert playbook is not None
    said = {fact.id: str(fact.say) for fact in playbook.facts if fact.by_law}
    assert said["return_days"] == "the time the law gives (check with the consumer authority)"
    assert [name for name, each in said.items() if re.search(r"\d", each) or "check" not in each] == []


def test_the_owner_reads_what_the_law_says_where_it_stands_and_when_that_was_checked(
    printed: Callable[[Path], Printed],
) -> None:
    made = printed(BRITISH).made
    (html,) = (page.html for page in made.pages(made.editions[0]) if page.uri == "law.html")
    said = words_of(html)

    assert "the United Kingdom" in said
    named = {fact.id for _, fact in law_facts(made.playbook)}
    concerning = [
        each for each in countries()["gb"].statements if each.id in named or not names()[each.id].when_named
    ]
    assert 10 < len(concerning) < len(countries()["gb"].statements)
    for each in concerning:
        for words in (each.id, each.say.in_("en"), each.source.name.in_("en")):
            assert words.replace("'", "’") in said, each.id
        assert f'href="{each.source.address}"' in html
    assert len(re.findall(r"as of 2[78] November 2026", said)) == len(concerning)
    assert "Allergens" not in said


def test_a_page_written_for_one_country_is_kept_from_the_others(tmp_path: Path) -> None:
    (tmp_path / "law.md").write_text("---\norder: 6\ncountry: cn\n---\n\n# Law\n", "utf-8")
    (tmp_path / "print.md").write_text("# Print\n\ncountry: cn\n", "utf-8")

    assert [path.name for path in by_hand(tmp_path, "cn")] == ["law.md", "print.md"]
    assert [path.name for path in by_hand(tmp_path, "gb")] == ["print.md"]


@pytest.mark.parametrize("code", sorted(countries()))
def test_a_record_says_what_there_is_a_name_for_and_its_figure(code: str) -> None:
    statements = countries()[code].statements
    assert len({each.id for each in statements}) == len(statements)
    for each in statements:
        assert each.id in names()
        assert all(says(each.say.in_(language), each.value) for language in LANGUAGES), each.id
        assert (each.value == "") == (names()[each.id].unit == "words"), each.id


UNREAD = ("second_hand", "memory")
ASKS = {"zh": ("问", "对一遍"), "en": ("check with",)}


def tells_whom_to_ask(statement: Statement) -> bool:
    """Where neither the law nor a page of the body named was read, the note says with whom to check it."""
    return statement.seen not in UNREAD or all(
        any(word in statement.note.in_(language).lower() for word in words)
        for language, words in ASKS.items()
    )


@pytest.mark.parametrize("code", sorted(countries()))
def test_what_could_not_be_read_says_with_whom_to_check(code: str) -> None:
    statements = countries()[code].statements
    assert [each.id for each in statements if not tells_whom_to_ask(each)] == []
    unread = next(each for each in statements if each.seen in UNREAD)
    bare = Text(dict.fromkeys(LANGUAGES, "14"))
    assert not tells_whom_to_ask(unread.model_copy(update={"note": bare}))


def test_whatever_is_said_of_the_law_is_said_in_every_language() -> None:
    texts: list[Text] = [text for name in names().values() for text in (name.name, name.ask)]
    for country in countries().values():
        texts += [country.name]
        texts += [text for each in country.statements for text in (each.say, each.note, each.source.name)]
    assert [text for text in texts if set(text.said) != set(LANGUAGES)] == []
