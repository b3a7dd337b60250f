"""Forms, read and measured from the finished file as somebody with a pen would find them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.edition import Edition
from generator.outlines.outlined import outline
from generator.outlines.written_out import written_out
from generator.playbook.model.forms import Form
from generator.printables import form
from generator.printables.form_measures import CHARACTER
from tests import pdfs
from tests.conftest import ROOT, Printed
from tests.printables import paths

SHOP, PAPER, ENGLISH = (
    ROOT / name
    for name in ("playbook.yaml", "tests/playbooks/paper-forms.yaml", "tests/playbooks/paper-english.yaml")
)
PAINT = ROOT / "examples" / "paint-store" / "playbook.yaml"
Make = Callable[[Path], Printed]
everywhere = pytest.mark.parametrize("playbook", [SHOP, PAPER, ENGLISH], ids=lambda path: path.stem)


def forms(it: Printed) -> list[tuple[Edition, Form, Path]]:
    found = []
    for page in it.sheets:
        if page.sheet.kind == "form":
            each = page.edition.item("forms", page.sheet.id.removeprefix("form-"))
            found.append((page.edition, written_out(each, page.edition.playbook), it.pdf(page)))
    return found


def one(it: Printed, name: str, language: str) -> tuple[Edition, Form, Path]:
    return next(each for each in forms(it) if each[1].id == name and each[0].language == language)


@everywhere
def test_every_field_option_section_and_step_is_on_the_sheet(printed: Make, playbook: Path) -> None:
    for edition, each, pdf in forms(printed(playbook)):
        text = pdfs.text(pdf)
        said = [each.title, each.intro]
        for section in each.sections:
            columns = section.repeat.columns if section.repeat else ()
            steps = (*section.steps, *(edition.steps() if section.use_steps else ()))
            said += [
                section.title,
                *(step.name for step in steps),
                *(edition.role(step.owner) for step in steps),
            ]
            said += [edition.fact(step.limit) for step in steps if step.limit]
            for field in (*section.fields, *columns):
                said += [field.label, *(option.label for option in field.options)]
                said += [words for words in (field.help, field.low, field.high, field.unit) if words]
        lost = [words for words in said if pdfs.squeezed(words) not in text]
        assert lost == [], (each.id, edition.language)


def test_a_form_that_is_not_for_paper_is_not_printed(printed: Make) -> None:
    assert {each.id for _, each, _ in forms(printed(PAPER))} == {"every-kind", "consent"}


def cell_of(pdf: Path, label: str) -> paths.Shape | None:
    """The cell a label stands in: the smallest box around its first character."""
    for page in range(paths.page_count(pdf)):
        for left, middle in paths.places(pdf, label[:8], page):
            around = [
                s for s in paths.shapes(pdf, page) if s.holds(left, middle) and s.height > 9 and s.width > 9
            ]
            if around:
                return min(around, key=lambda shape: shape.width * shape.height)
    return None


@pytest.mark.parametrize("name", ["complaint-sheet", "customer-record"])
def test_every_field_has_room_for_the_characters_it_asks_for(printed: Make, name: str) -> None:
    """6 mm a character across; below the label at least 8 mm for the pen."""
    _, each, pdf = one(printed(SHOP), name, "zh")
    measured = 0
    for section in each.sections:
        for field in section.fields:
            box = cell_of(pdf, field.label)
            if box is None or field.width is None or field.kind in ("check", "note") or field.number:
                continue
            assert box.width >= field.width * CHARACTER - 0.3, field.id
            assert box.height >= 11, field.id
            measured += 1
    assert measured > 10


def test_a_name_an_address_and_a_signature_fit(printed: Make) -> None:
    _, _, pdf = one(printed(SHOP), "customer-record", "zh")
    name, address = cell_of(pdf, "称呼"), cell_of(pdf, "收货地址")
    assert name is not None
    assert name.width >= len("欧阳文静") * 6 + 10
    assert address is not None
    assert (address.width >= 160, address.height >= 2 * 9 + 3) == (True, True)
    _, _, sheet = one(printed(PAPER), "every-kind", "zh")
    signature = cell_of(sheet, "店主签字")
    assert signature is not None
    assert (signature.width >= 60, signature.height >= 18) == (True, True)


@everywhere
def test_boxes_and_circles_are_5_mm_and_scores_8_on_a_pitch_of_12(printed: Make, playbook: Path) -> None:
    for edition, each, pdf in forms(printed(playbook)):
        fields = [field for section in each.sections for field in section.fields]
        columns = [
            (field, section.repeat.blank_rows)
            for section in each.sections
            if section.repeat
            for field in section.repeat.columns
        ]
        steps = sum(
            len(section.steps) + (len(edition.steps()) if section.use_steps else 0)
            for section in each.sections
        )
        consents = sum(len(every) for _, every in outline(edition, edition.item("forms", each.id)).consents)
        boxes = sum(len(field.options) + (field.kind == "check") for field in fields) + steps + consents
        boxes += sum((len(field.options) + (field.kind == "check")) * count for field, count in columns)
        whole = range(paths.page_count(pdf))
        assert sum(len(paths.squares(pdf, page)) for page in whole) == boxes, (each.id, edition.language)
        circles = [circle for page in whole for circle in paths.squares(pdf, page, 8.0)]
        assert len(circles) == 5 * sum(field.kind == "score5" for field in fields)
        for number in range(0, len(circles) - 1, 5):
            row = circles[number : number + 5]
            steps_apart = {round(b.left - a.left) for a, b in pairwise(row) if b.top == a.top}
            assert steps_apart <= {12} or len({circle.top for circle in row}) > 1


@everywhere
def test_words_stand_2_mm_from_their_box(printed: Make, playbook: Path) -> None:
    # Looking at every box of a page takes seconds; the forms of the core stand for all.
    chosen = [it for it in forms(printed(playbook)) if it[1].core or playbook != SHOP]
    for _, each, pdf in chosen:
        for section in each.sections:
            for option in (option for field in section.fields for option in field.options):
                gaps = []
                for page in range(paths.page_count(pdf)):
                    for left, middle in paths.places(pdf, option.label, page):
                        gaps += [
                            left - box.right
                            for box in paths.squares(pdf, page)
                            if box.top - 1 < middle < box.bottom + 1 and box.right <= left
                        ]
                assert 1.9 <= min(gaps) <= 3.0, (each.id, option.id)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["complaint-sheet", "customer-record"])
def test_the_shops_forms_are_front_and_back_of_one_sheet_and_both_are_full(
    printed: Make, name: str, language: str
) -> None:
    _, _, pdf = one(printed(SHOP), name, language)
    assert paths.page_count(pdf) == 2
    for page in (0, 1):
        assert paths.lowest(pdf, page) >= 250, "of 297 mm"


@everywhere
def test_what_was_planned_is_what_is_printed(printed: Make, playbook: Path) -> None:
    """The heights of the layout are true: no page runs over into another."""
    for edition, each, pdf in forms(printed(playbook)):
        (sheet,) = (s for s in form.sheets(edition) if s.id == f"form-{each.id}")
        planned = sheet.view["pages"]
        assert isinstance(planned, tuple)
        assert paths.page_count(pdf) == len(planned), (each.id, edition.language)


def test_a_computed_date_says_how_it_is_worked_out(printed: Make) -> None:
    for language, said in (("zh", "=购买日期+1个营业日"), ("en", "=Boughton+1workingday")):
        _, _, pdf = one(printed(PAPER), "every-kind", language)
        assert said in pdfs.text(pdf)
    _, _, pdf = one(printed(PAPER), "every-kind", "en")
    assert "=Boughton+3days" in pdfs.text(pdf)


def test_a_table_longer_than_a_page_goes_on_under_its_head(printed: Make) -> None:
    _, each, pdf = one(printed(PAPER), "every-kind", "zh")
    repeat = each.sections[2].repeat
    assert repeat is not None
    text = pdfs.text(pdf)
    assert text.count("核对过") == 2
    assert "明细（续）" in text
    ticks = [len({box.top for box in paths.squares(pdf, page) if 140 < box.left < 150}) for page in (1, 2)]
    assert sum(ticks) == repeat.blank_rows
    for page in (1, 2):
        tops = sorted({box.top for box in paths.squares(pdf, page) if 140 < box.left < 150})
        assert min(b - a for a, b in pairwise(tops)) >= 9.9, "rows of 10 mm"


def test_consents_are_one_empty_box_each_with_class_and_channel(printed: Make) -> None:
    for edition, each, pdf in forms(printed(SHOP)) + forms(printed(PAPER)):
        if not each.consents:
            assert "consents" not in pdf.name
            continue
        assert edition.playbook.customers is not None
        text = pdfs.text(pdf)
        for consent in edition.playbook.customers.consents:
            words = f"{edition.channel(consent.channel)}{consent.text}"
            assert pdfs.squeezed(words) in text
            assert pdfs.squeezed(edition.labels.contacts_asked[consent.contact]) in text
        last = pdfs.squeezed(edition.playbook.customers.consents[-1].text)
        asked = text[text.index(pdfs.squeezed(edition.labels.sheet.form.consents)) : text.index(last)]
        assert not set("✓✔☑■●×") & set(asked), "no box is ticked beforehand"


def test_the_notice_says_who_what_for_how_long_and_which_rights(printed: Make) -> None:
    with_notice = [it for it in forms(printed(SHOP)) + forms(printed(PAPER)) if it[1].privacy]
    assert {"customer-record", "complaint-sheet"} <= {each.id for _, each, _ in with_notice}
    for edition, each, pdf in with_notice:
        privacy = each.privacy
        assert privacy is not None
        text = pdfs.text(pdf)
        keep = privacy.keep_from or edition.fact(privacy.keep)
        for words in (privacy.keeper, privacy.purpose, keep, privacy.rights):
            assert pdfs.squeezed(words) in text, (each.id, words)


def test_customers_sign_once(printed: Make) -> None:
    """Below what is signed: the notice and the boxes."""
    for playbook, name in ((PAPER, "consent"), (SHOP, "customer-record")):
        edition, _, pdf = one(printed(playbook), name, "zh")
        words, text = edition.labels.sheet.form, pdfs.text(pdf)
        assert text.count(words.customer_signs) == 1
        assert text.index(words.notice) < text.index(words.consents) < text.index(words.customer_signs)


def test_a_form_handed_to_customers_shows_no_way_into_the_handbook(printed: Make) -> None:
    for page in printed(PAPER).sheets:
        if page.sheet.kind == "form":
            pictures = PdfReader(printed(PAPER).pdf(page)).pages[0].images
            assert (page.stamp.address != "") == (page.sheet.id == "form-every-kind")
            assert (page.sheet.audience == "customer") == (page.sheet.id == "form-consent")
            assert not pictures, "the code is drawn, not a picture"


@everywhere
def test_holes_are_marked_80_mm_apart_beside_a_binding_edge_of_25_mm(printed: Make, playbook: Path) -> None:
    for _, _, pdf in forms(printed(playbook)):
        upper, lower = paths.squares(pdf, 0, 6.0)
        assert lower.top - upper.top == pytest.approx(80, abs=0.2)
        assert (upper.top + lower.bottom) / 2 == pytest.approx(148.5, abs=0.5)
        assert upper.left + 3 == pytest.approx(12, abs=0.2)
        for page in range(paths.page_count(pdf)):
            others = [shape for shape in paths.shapes(pdf, page) if shape not in (upper, lower)]
            assert min(shape.left for shape in others) >= (22.8 if page == 0 else 15.9)


def test_the_number_stands_top_right_once_and_again_on_the_back(printed: Make) -> None:
    _, _, pdf = one(printed(SHOP), "complaint-sheet", "zh")
    ((left, top),) = paths.places(pdf, "编号", 0)
    assert (left > 120, top < 25) == (True, True)
    ((left, top),) = paths.places(pdf, "编号", 1)
    assert (left > 110, top < 18) == (True, True)


@everywhere
def test_forms_without_who_handles_the_data_say_sample_on_every_page(printed: Make, playbook: Path) -> None:
    """Nobody may be asked for personal data before they can be told who asks."""
    named = printed(playbook).made.playbook.shop.registered_name is not None
    for edition, each, pdf in forms(printed(playbook)):
        if each.privacy is not None:
            marks = [
                pdfs.squeezed(edition.labels.sheet.unset) in pdfs.squeezed(page.extract_text())
                for page in PdfReader(pdf).pages
            ]
            assert all(marks) != named, each.id


def test_a_narrow_date_has_6_mm_for_each_number(printed: Make) -> None:
    _, _, pdf = one(printed(SHOP), "stop-list", "zh")
    months, days = (paths.places(pdf, mark, 0) for mark in "月日")
    apart = [day - month for month, high in months for day, there in days if abs(there - high) < 1]
    assert len([mm for mm in apart if 0 < mm < 20]) == 2 * 18, "two dates in each row"
    assert min(mm for mm in apart if mm > 0) >= 6 + 2.4, "a mark of 7 points and two figures"


def test_the_notice_on_a_reaction_is_read_before_what_it_speaks_of(printed: Make) -> None:
    for language, notice, asked in (
        ("zh", "个人信息告知", "哪天开始用"),
        ("en", "About your personal data", "Use began"),
    ):
        _, _, pdf = one(printed(SHOP), "reaction-record", language)
        ((_, told),) = paths.places(pdf, notice, 0)
        ((_, asks),) = paths.places(pdf, asked, 0)
        assert told < asks, language
