"""Notices for the wall, read and measured from the finished file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.edition import edition
from generator.engines.printers import printer
from generator.playbook.model.playbook import Playbook
from generator.playbook.read.include import read
from generator.playbook.read.validation import chapters, known_keys, understood
from generator.printables import notice
from generator.printables.sheet import SetSheet, overflowing, set_in
from tests import pdfs
from tests.conftest import ROOT, Printed
from tests.printables.ink import faults

PRICED = ROOT / "tests" / "playbooks" / "priced.yaml"
Make = Callable[[Path], Printed]
LONG = {
    "zh": "写得特别长的一条，说了又说，怕人看不懂，又举了两个例子（一个大的、一个小的），最后还道了谢",
    "en": "A line that goes on and on, for fear that nobody might follow it, with two examples, one large and one small",
}


def notices(it: Printed) -> list[tuple[SetSheet, Path]]:
    return [(page, it.pdf(page)) for page in it.sheets if page.sheet.kind == "notice"]


def test_every_line_stands_on_its_notice_and_the_code_where_it_was_asked_for(printed: Make) -> None:
    found = notices(printed(PRICED))
    assert [(page.sheet.id, page.sheet.audience) for page, _ in found] == [
        ("notice-rules", "customer"),
        ("notice-closed", "staff"),
    ] * 2
    for page, pdf in found:
        it = page.edition.item("notices", page.sheet.of.partition(".")[2])
        text = pdfs.text(pdf)
        for words in (it.title, it.intro, *it.lines, it.note):
            assert not words or pdfs.squeezed(words) in text, words
        assert ('class="code"' in page.html) == (it.scan is not None)


def test_a_short_line_breaks_after_a_mark_and_not_within_a_phrase() -> None:
    written = edition(_with(("绳子牵在手里，猫留在箱里",), "a4", 1.5), "zh")
    layout = notice.fitted(written, written.playbook.notices[0])
    assert layout.lines == (("绳子牵在手里，", "猫留在箱里"),)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("count", [1, 6, 40])
def test_long_lines_fit_or_are_said_to_be_too_small(language: str, count: int, tmp_path: Path) -> None:
    written = edition(_with((LONG[language],) * count, "a3", 1.5), language)
    told = [problem.kind for problem in notice.problems(written)]
    if count == 40:
        assert told == ["poster-too-small"]
        return
    assert "poster-too-small" not in told
    (sheet,) = notice.sheets(written)
    page, path = set_in(written, sheet), tmp_path / "notice.pdf"
    assert list(overflowing(page, printer())) == []
    path.write_bytes(printer().pdf(page.job))
    assert faults(path) == []


def _with(lines: tuple[str, ...], paper: str, distance: float) -> Playbook:
    data = read(PRICED, known_keys(), frozenset(chapters())).root.data
    assert isinstance(data, dict)
    one = {
        "id": "one",
        "title": lines[0],
        "lines": lines,
        "paper": paper,
        "distance": distance,
        "note": lines[0],
    }
    found = understood({**data, "notices": (one,)})
    assert isinstance(found, Playbook)
    return found
