"""Every form asks the same in all that is made of it: labels, order, options, required marks and scales."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from generator.edition import Edition, edition
from generator.engines.printers import printer
from generator.exports import phone, wjx_form, xlsform
from generator.outlines.form import FormOutline
from generator.outlines.on_screen import on_screen
from generator.outlines.outlined import outline
from generator.playbook.load import load
from generator.playbook.model.forms import Form, FormField
from generator.playbook.model.playbook import Playbook
from generator.printables import form as on_paper
from generator.printables.form_screen import filled_on_screen
from generator.printables.sheet import set_in
from generator.workbooks.registers import Register
from tests.agreement import reading
from tests.conftest import ROOT
from tests.exports.forms import asked

EVERY_KIND = ROOT / "tests" / "playbooks" / "paper-forms.yaml"
SHOP = ROOT / "playbook.yaml"
SCORING = ROOT / "tests" / "playbooks" / "scoring.yaml"
"""Rows that are given, a total, frames, a cell for each figure."""


@cache
def playbook(path: Path) -> Playbook:
    read = load(path).playbook
    assert read is not None
    return read


def only(whole: Playbook, form: Form, **more: object) -> Playbook:
    """The playbook with one form, which asks for everything; without the chapters that lead to other forms."""
    asks = form.model_copy(update={"outputs": ("paper", "screen", "excel", "phone"), **more})
    return whole.model_copy(update={"forms": (asks,)})


def paper(it: Edition, true: FormOutline, folder: Path) -> list[str]:
    path = folder / "paper.pdf"
    path.write_bytes(printer().pdf(set_in(it, on_paper.sheet(it, 0, it.playbook.forms[0])).job))
    return reading.heard_otherwise(path, true)


def screen(it: Edition, true: FormOutline, folder: Path) -> list[str]:
    path = folder / "screen.pdf"
    path.write_bytes(filled_on_screen(it, printer()))
    typed = [each for each in asked(true) if each.kind.entered]
    # What is printed below the fields is the paper's (test_form_screen.py), and slow to read aloud.
    return reading.differences(reading.from_fields(path, true, it.labels.colon), typed)


def on_phone(it: Edition, true: FormOutline, _: Path) -> list[str]:
    html = phone.page(it, on_screen(outline(it, it.playbook.forms[0])))
    ours = [it.labels.phone.steps, *(contact for contact, _ in true.consents)]
    return reading.differences(reading.from_phone(html, ours), [*asked(on_screen(true))])


def in_wjx(it: Edition, true: FormOutline, _: Path) -> list[str]:
    text = wjx_form.text(it, on_screen(outline(it, it.playbook.forms[0])))
    read = reading.from_wjx(text, on_screen(true), it.labels.phone.online.is_so)
    return reading.differences(read, [*asked(on_screen(true))])


def in_xlsform(it: Edition, true: FormOutline, _: Path) -> list[str]:
    book = xlsform.content(it, on_screen(outline(it, it.playbook.forms[0])))
    read = reading.from_xlsform(book, on_screen(true), xlsform.called(it))
    return reading.differences(read, [*asked(on_screen(true))])


def in_excel(it: Edition, true: FormOutline, _: Path) -> list[str]:
    register = Register(it, form=true.id, lines=5)
    return reading.register_otherwise(register.file(), register.table.tab, true, rows=not register.is_a_case)


OUTPUTS = (paper, screen, on_phone, in_wjx, in_xlsform, in_excel)


def otherwise(whole: Playbook, form: Form, language: str, folder: Path) -> dict[str, list[str]]:
    """What each output says otherwise than the outline of the form."""
    it = edition(only(whole, form), language)
    true = outline(it, it.playbook.forms[0])
    return {each.__name__: found for each in OUTPUTS if (found := each(it, true, folder))}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("name", "path"), [("every-kind", EVERY_KIND), ("consent", EVERY_KIND), ("audit", SCORING)]
)
def test_a_form_asks_the_same_in_all_that_is_made_of_it(
    name: str, path: Path, language: str, tmp_path: Path
) -> None:
    whole = playbook(path)
    form = next(each for each in whole.forms if each.id == name)
    assert otherwise(whole, form, language, tmp_path) == {}


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", [form.id for form in playbook(SHOP).forms])
def test_every_form_of_the_shop_does(name: str, language: str, tmp_path: Path) -> None:
    whole = playbook(SHOP)
    form = next(each for each in whole.forms if each.id == name)
    assert otherwise(whole, form, language, tmp_path) == {}


def small() -> Form:
    """A form with what can be said otherwise: two answers to choose of three kinds, a scale, one that is required."""
    form = playbook(EVERY_KIND).forms[0]
    chosen = {"name", "way", "proof", "score", "told", "pieces"}
    section = form.sections[0]
    fields = tuple(each for each in section.fields if each.id in chosen)
    return form.model_copy(update={"sections": (section.model_copy(update={"fields": fields}),)})


def with_fields(form: Form, change: Callable[[FormField], FormField], order: int = 1) -> Form:
    section = form.sections[0]
    fields = tuple(change(each) for each in section.fields)[::order]
    return form.model_copy(update={"sections": (section.model_copy(update={"fields": fields}),)})


def _options_swapped(form: Form, name: str) -> Form:
    return with_fields(
        form,
        lambda it: it.model_copy(update={"options": it.options[::-1]}) if it.id == name else it,
    )


def _label_lost(form: Form) -> Form:
    other = form.sections[0].title
    return with_fields(form, lambda it: it.model_copy(update={"label": other}) if it.id == "pieces" else it)


def _mark_lost(form: Form) -> Form:
    return with_fields(form, lambda it: it.model_copy(update={"required": False}))


def _scale_turned(form: Form) -> Form:
    return with_fields(form, lambda it: it.model_copy(update={"low": it.high, "high": it.low}))


def _order_turned(form: Form) -> Form:
    return with_fields(form, lambda it: it, -1)


NO_MARKS, NO_ENDS = {"in_excel"}, {"in_excel"}
"""A register has neither the marks of what must be filled in nor the words of a scale: whoever types in a line sees
the heads, and what may be chosen."""
FAULTS: dict[str, tuple[Callable[[Form], Form], set[str]]] = {
    "two options of one swapped": (lambda form: _options_swapped(form, "way"), set()),
    "two options of several swapped": (lambda form: _options_swapped(form, "proof"), set()),
    "a label lost": (_label_lost, set()),
    "a required mark lost": (_mark_lost, NO_MARKS),
    "a scale turned round": (_scale_turned, NO_ENDS),
    "the order turned round": (_order_turned, set()),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_said_otherwise_is_caught_in_each_of_them(fault: str, tmp_path: Path) -> None:
    whole, form = playbook(EVERY_KIND), small()
    it = edition(only(whole, form), "zh")
    true = outline(it, it.playbook.forms[0])
    change, blind = FAULTS[fault]
    wrong = edition(only(whole, change(form)), "zh")
    caught = {each.__name__ for each in OUTPUTS if each(wrong, true, tmp_path)}
    assert caught == {each.__name__ for each in OUTPUTS} - blind
    assert {each.__name__ for each in OUTPUTS if each(it, true, tmp_path)} == set()
