"""What a choice on a form takes from another chapter."""

from __future__ import annotations

from generator.outlines.written_out import written_out
from generator.playbook.load import load
from generator.playbook.model.forms import FormField, ListName, Option
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.text import Text
from generator.playbook.option_lists import options
from tests.conftest import ROOT


def shop() -> Playbook:
    found = load(ROOT / "playbook.yaml").playbook
    assert found is not None
    return found


def choice(source: ListName, *own: Option) -> FormField:
    label = Text({"zh": "选一个", "en": "Choose one"})
    return FormField(id="choice", label=label, kind="choice1", options_from=source, options=own)


def test_the_list_comes_first_and_own_options_follow() -> None:
    playbook = shop()
    other = Option(id="other", label=Text({"zh": "其他", "en": "Other"}), other=True)
    found = options(choice("products", other), playbook)
    assert [(each.id, each.label) for each in found[:-1]] == [
        (each.id, each.name) for each in playbook.products
    ]
    assert found[-1] == other


def test_an_own_option_takes_the_place_of_an_item_with_its_id() -> None:
    playbook = shop()
    assert playbook.customers
    own = Option(id=playbook.customers.classes[1].id, label=Text({"zh": "头一单", "en": "First"}))
    found = options(choice("customers.classes", own), playbook)
    assert [each.id for each in found] == [each.id for each in playbook.customers.classes]
    assert found[1] == own


def test_a_category_renamed_in_its_chapter_is_renamed_on_the_sheet() -> None:
    playbook = shop()
    assert playbook.complaints
    first, *others = playbook.complaints.categories
    renamed = first.model_copy(update={"name": Text({"zh": "品质", "en": "Workmanship"})})
    complaints = playbook.complaints.model_copy(update={"categories": (renamed, *others)})
    changed = playbook.model_copy(update={"complaints": complaints})
    sheet = next(form for form in changed.forms if form.id == "complaint-sheet")
    fields = [field for section in written_out(sheet, changed).sections for field in section.fields]
    assert next(field for field in fields if field.id == "category").options[0].label == renamed.name


def test_a_field_for_each_norm_stands_under_its_short_line_as_on_the_poster() -> None:
    playbook = shop()
    sheet = next(form for form in playbook.forms if form.id == "norms-self-check")
    fields = [field for section in written_out(sheet, playbook).sections for field in section.fields]
    norms = {norm.id: norm.short for norm in playbook.norms}
    wall = playbook.posters[0].norms
    assert [(field.id, field.label) for field in fields] == [(f"kept_{name}", norms[name]) for name in wall]


def test_a_note_lists_what_its_letters_mean() -> None:
    playbook = shop()
    sheet = next(form for form in playbook.forms if form.id == "after-sales-day")
    fields = [field for section in written_out(sheet, playbook).sections for field in section.fields]
    said = next(field.label for field in fields if field.id == "legend")
    assert playbook.complaints
    for letter, category in zip("ABCDEFGH", playbook.complaints.categories, strict=True):
        assert f"{letter}\N{NO-BREAK SPACE}{category.name}" in said
