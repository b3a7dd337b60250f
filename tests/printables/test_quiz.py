"""Quiz papers and keys, read back from the finished files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import permutations
from pathlib import Path

import pytest

from generator.edition import Edition
from generator.labels import labels
from generator.outlines.papers import title_of
from generator.playbook.languages import LANGUAGES
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.questions import Choice, Open, Order, Single
from generator.playbook.model.record import walk
from generator.playbook.model.training import Paper
from tests import pdfs
from tests.conftest import ROOT, Printed
from tests.printables import quiz_reading as reading

QUIZ = ROOT / "tests/playbooks/quiz.yaml"
SMALL, UPPER = (10.5, 11.2), 500
"""In points: how high the line of a number in the grid is, and above where on page 1 the grid stands."""
Make = Callable[[Path], Printed]
with_quizzes = pytest.mark.parametrize("playbook", [QUIZ, ROOT / "playbook.yaml"], ids=lambda path: path.stem)


@dataclass(frozen=True)
class Pair:
    """A paper and its key in one variant and language."""

    edition: Edition
    paper: Paper
    letter: str
    paper_pdf: Path
    key_pdf: Path


def pairs(it: Printed) -> Iterator[Pair]:
    sheets = {(page.edition.language, page.sheet.id): page for page in it.sheets}
    for language in it.made.playbook.about.languages:
        edition = next(page.edition for page in it.sheets if page.edition.language == language)
        for paper in edition.playbook.training.papers if edition.playbook.training else ():
            for letter in paper.variants:
                name = f"quiz-{paper.id}-{letter.lower()}"
                files = (it.pdf(sheets[language, each]) for each in (name, f"{name}-key"))
                yield Pair(edition, paper, letter, *files)


@with_quizzes
def test_every_key_fits_the_paper_it_belongs_to(printed: Make, playbook: Path) -> None:
    for pair in pairs(printed(playbook)):
        found = reading.differences(pair.paper_pdf, pair.key_pdf, pair.edition, pair.paper)
        assert found == [], (pair.edition.language, pair.paper.id, pair.letter)


@with_quizzes
def test_the_key_says_why_each_wrong_option_is_wrong(printed: Make, playbook: Path) -> None:
    for pair in pairs(printed(playbook)):
        text = pdfs.text(pair.key_pdf)
        questions = {each.id: each for each in pair.edition.playbook.training.questions}
        for name in pair.paper.questions:
            for option in getattr(questions[name], "options", ()):
                assert pdfs.squeezed(option.why or "") in text, (name, option.id)


@with_quizzes
def test_the_key_of_another_variant_is_found_out(printed: Make, playbook: Path) -> None:
    every = list(pairs(printed(playbook)))
    for one in every:
        for other in every:
            if one.paper.id == other.paper.id and one.edition is other.edition and one.letter != other.letter:
                found = reading.differences(one.paper_pdf, other.key_pdf, one.edition, one.paper)
                assert len(found) > 2, (one.letter, other.letter)
                assert "the key names another code" in found


@with_quizzes
def test_two_answers_that_change_places_in_a_key_are_found_out(
    printed: Make, playbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key as it would be if it were written from another list than the paper: planted, and caught."""
    pair = next(pairs(printed(playbook)))
    rows = reading.key_rows(pair.key_pdf, pair.edition)
    one = next(number for number in rows if len(rows[number].answer) == 1)
    other = next(number for number in rows if rows[number].answer in {*"ABC"} - {rows[one].answer})
    swapped = {
        **rows,
        one: replace(rows[one], answer=rows[other].answer),
        other: replace(rows[other], answer=rows[one].answer),
    }
    monkeypatch.setattr(reading, "key_rows", lambda *_: swapped)
    found = reading.differences(pair.paper_pdf, pair.key_pdf, pair.edition, pair.paper)
    assert [each.partition(":")[0] for each in found] == [str(number) for number in sorted((one, other))]


@with_quizzes
def test_the_ideal_answers_to_one_variant_fail_by_the_key_of_another(printed: Make, playbook: Path) -> None:
    """Marked row by row, as somebody would who took up the wrong key."""
    every = [pair for pair in pairs(printed(playbook)) if len(pair.paper.variants) > 1]
    for one, other in permutations(every, 2):
        if one.paper.id != other.paper.id or one.edition is not other.edition:
            continue
        given = reading.answers(one.paper_pdf, one.edition, one.paper)
        rows = reading.key_rows(other.key_pdf, other.edition)
        points = sum(row.points for number, row in rows.items() if given[number] == row.answer)
        full = sum(row.points for row in rows.values())
        percent = float(one.edition.value(one.paper.pass_mark.percent))
        assert points < full * percent / 100, (one.letter, other.letter)


@with_quizzes
def test_a_paper_has_the_same_order_and_the_same_letters_in_every_language(
    printed: Make, playbook: Path
) -> None:
    found: dict[tuple[str, str], list[object]] = {}
    for pair in pairs(printed(playbook)):
        read = reading.printed(pair.paper_pdf, pair.edition, pair.paper)
        right = reading.answers(pair.paper_pdf, pair.edition, pair.paper)
        lettered = [
            (each.question.id, right[each.number] if isinstance(each.question, Single) else "")
            for each in read
        ]
        found.setdefault((pair.paper.id, pair.letter), []).append(lettered)
    for zh, en in found.values():
        assert zh == en


@with_quizzes
def test_every_question_is_printed_once_and_numbered_in_order(printed: Make, playbook: Path) -> None:
    for pair in pairs(printed(playbook)):
        read = reading.printed(pair.paper_pdf, pair.edition, pair.paper)
        asked = [each.question.id for each in read]
        assert [each.number for each in read] == list(range(1, len(asked) + 1))
        assert (
            len(set(asked))
            == len(asked)
            == (len(pair.paper.questions) or sum(d.n for d in pair.paper.blueprint))
        )


@with_quizzes
def test_the_points_add_up_to_the_total_on_paper_and_key(printed: Make, playbook: Path) -> None:
    for pair in pairs(printed(playbook)):
        rows = reading.key_rows(pair.key_pdf, pair.edition)
        total = sum(row.points for row in rows.values())
        read = reading.printed(pair.paper_pdf, pair.edition, pair.paper)
        assert {each.number: each.question.points for each in read} == {
            n: row.points for n, row in rows.items()
        }
        words = pair.edition.labels.paper
        full = pdfs.squeezed(words.full.format(words.points.other.format(total)))
        assert full in reading.pages(pair.paper_pdf)[0]
        assert full in reading.pages(pair.key_pdf)[0]


@with_quizzes
def test_questions_that_must_be_right_bear_a_star_on_paper_and_key(printed: Make, playbook: Path) -> None:
    for pair in pairs(printed(playbook)):
        rows = reading.key_rows(pair.key_pdf, pair.edition)
        for each in reading.printed(pair.paper_pdf, pair.edition, pair.paper):
            must = each.question.critical and pair.paper.pass_mark.critical != "none"
            assert each.star == rows[each.number].star == must, each.question.id


@with_quizzes
def test_no_answer_stands_on_a_paper(printed: Make, playbook: Path) -> None:
    """Nothing the trainer says afterwards, and nothing that is looked for in an open answer."""
    for pair in pairs(printed(playbook)):
        text = "".join(reading.pages(pair.paper_pdf))
        for each in reading.printed(pair.paper_pdf, pair.edition, pair.paper):
            told = [each.question.feedback]
            told += [part.why for _, part in walk(each.question) if isinstance(part, Choice)]
            told += [getattr(each.question, "why", None)]
            if isinstance(each.question, Open):
                told += [each.question.model_answer, *(mark.text for mark in each.question.rubric)]
            assert [say for say in told if say and pdfs.squeezed(say) in text] == []
        assert pdfs.squeezed(pair.edition.labels.paper.key.title) not in text


@with_quizzes
def test_the_key_says_what_is_looked_for_and_where_it_comes_from(printed: Make, playbook: Path) -> None:
    for pair in pairs(printed(playbook)):
        text = "".join(reading.pages(pair.key_pdf))
        for each in reading.printed(pair.paper_pdf, pair.edition, pair.paper):
            told = [mark.text for mark in each.question.rubric] if isinstance(each.question, Open) else []
            told += [
                pair.edition.labels.paper.key.chapters[name.partition(".")[0]]
                for name in each.question.source
            ]
            for say in filter(None, [*told, each.question.feedback]):
                assert pdfs.squeezed(say) in text, say


@with_quizzes
def test_no_question_is_torn_over_two_pages(printed: Make, playbook: Path) -> None:
    for pair in pairs(printed(playbook)):
        for each in reading.printed(pair.paper_pdf, pair.edition, pair.paper):
            parts = [*getattr(each.question, "options", ()), *getattr(each.question, "right", ())]
            page = reading.pages(pair.paper_pdf)[each.page]
            assert [part.id for part in parts if pdfs.squeezed(part.text) not in page] == [], each.question.id


@with_quizzes
def test_the_result_of_a_key_has_the_total_and_an_answer_on_its_page(printed: Make, playbook: Path) -> None:
    for pair in pairs(printed(playbook)):
        words = pair.edition.labels.paper.key
        end = next(page for page in reading.pages(pair.key_pdf) if pdfs.squeezed(words.chances) in page)
        for each in (words.total, words.source):
            assert pdfs.squeezed(each) in end, (pair.edition.language, pair.paper.id, pair.letter)


@with_quizzes
def test_there_is_room_for_a_pen(printed: Make, playbook: Path) -> None:
    """Boxes to tick of 4 mm and more, boxes for numbers of 7 mm, lines 9 mm apart, gaps of 25 mm."""
    for pair in pairs(printed(playbook)):
        asked = [each.question for each in reading.printed(pair.paper_pdf, pair.edition, pair.paper)]
        drawn = reading.shapes(pair.paper_pdf)
        ticks = sum(len(getattr(q, "options", ())) + 2 * (q.type == "truefalse") for q in asked)
        assert sum(4 <= wide <= 6 and 4 <= high <= 6 for wide, high in drawn) == ticks
        numbers = sum(len(q.items) for q in asked if isinstance(q, Order))
        assert sum(7 <= wide <= 12 and 7.2 < high < 9 for wide, high in drawn) == numbers
        lines = sum(q.lines for q in asked if isinstance(q, Open))
        assert sum(wide >= 150 and 8.9 < high < 9.1 for wide, high in drawn) == lines
        gaps = sum(len(getattr(q, "gaps", ())) + (q.type == "number") for q in asked)
        assert sum(24.9 < wide < 120.1 and 7.9 < high < 8.1 for wide, high in drawn) == gaps


@with_quizzes
def test_one_code_stands_on_every_page_of_paper_and_key(printed: Make, playbook: Path) -> None:
    for pair in pairs(printed(playbook)):
        (code,) = set(reading.codes(pair.paper_pdf))
        for page in reading.pages(pair.key_pdf):
            assert f"#{code}" in page
        variant = pdfs.squeezed(pair.edition.labels.paper.variant.format(pair.letter))
        assert all(variant in page for page in reading.pages(pair.paper_pdf) + reading.pages(pair.key_pdf))


@with_quizzes
def test_papers_and_keys_are_for_the_trainer_alone(printed: Make, playbook: Path) -> None:
    files = [file for file in printed(playbook).made.outputs if file.kind in ("quiz", "key")]
    assert {file.kind for file in files} == {"quiz", "key"}
    assert {(file.audience, file.folder) for file in files} == {("trainer", "trainer")}
    assert not any(file.picture for file in files)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chapter_a_question_may_come_from_has_a_name(language: str) -> None:
    assert set(labels(language).paper.key.chapters) == set(Playbook.model_fields) - {
        "schema_",
        "about",
        "accept",
        "words",
        "site",
    }


@with_quizzes
def test_everything_a_question_may_come_from_is_called_something(printed: Make, playbook: Path) -> None:
    for edition in printed(playbook).made.editions:
        for chapter, items in edition.items.items():
            nameless = [name for name in items if not title_of(edition, f"{chapter}.{name}")]
            assert nameless == [], chapter


def test_a_drawn_paper_takes_live_questions_of_its_topics_for_all_variants(printed: Make) -> None:
    pair = next(pair for pair in pairs(printed(QUIZ)) if pair.paper.blueprint)
    asked = [each.question for each in reading.printed(pair.paper_pdf, pair.edition, pair.paper)]
    assert sorted(question.topic for question in asked) == ["complaint"] * 2 + ["norm"] * 3 + ["product"]
    assert {question.status for question in asked} == {"live"}
    assert all("paper" in question.use and question.type not in ("roleplay", "observe") for question in asked)
    # q-hungry says the answer to q-answer-time, and there is another question on complaints.
    assert {"q-hungry", "q-answer-time"} - {question.id for question in asked}


def cells(pdf: Path) -> dict[int, tuple[float, float]]:
    """Where the number of each cell of the grid stands on page 1, in points: figures of that size are nowhere else there."""
    found = {}
    for left, top, _, bottom, text in reading.words(pdf, 1):
        number = text.rstrip("★")
        if number.isdigit() and SMALL[0] < bottom - top < SMALL[1] and top < UPPER:
            found.setdefault(int(number), (left, top))
    return found


@with_quizzes
def test_the_grid_of_the_key_lies_over_that_of_the_paper_and_says_what_is_right(
    printed: Make, playbook: Path
) -> None:
    """The letters are those recomputed from the finished paper, each in the cell that has its number."""
    for pair in pairs(printed(playbook)):
        right = reading.answers(pair.paper_pdf, pair.edition, pair.paper)
        asked = {
            each.number: each.question for each in reading.printed(pair.paper_pdf, pair.edition, pair.paper)
        }
        on_paper, on_key = (cells(pdf) for pdf in (pair.paper_pdf, pair.key_pdf))
        assert set(on_paper) == set(on_key) == set(asked), pair.letter
        apart = {
            (round(on_key[n][0] - on_paper[n][0], 1), round(on_key[n][1] - on_paper[n][1], 1)) for n in asked
        }
        assert len(apart) == 1, "the key’s grid is the paper’s, moved up or down"
        assert {x for x, _ in apart} == {0.0}
        for number, question in asked.items():
            lettered = question.type in ("single", "multi", "truefalse", "match", "order")
            said = re.sub("[①-⑩]", "", right[number]) if lettered else ""
            assert reading.in_cell(pair.key_pdf, on_key, number) == said, (pair.letter, number)
            assert reading.in_cell(pair.paper_pdf, on_paper, number) == ""


@with_quizzes
def test_every_page_has_a_line_for_the_name_and_the_same_code_to_scan(printed: Make, playbook: Path) -> None:
    it = printed(playbook)
    said = {(page.edition.language, page.sheet.id): page.stamp.address for page in it.sheets}
    for pair in pairs(it):
        words, language = pair.edition.labels.paper, pair.edition.language
        name = f"quiz-{pair.paper.id}-{pair.letter.lower()}"
        (code,) = set(reading.codes(pair.paper_pdf))
        assert said[language, name].endswith(f"/{name}/{code}")
        assert said[language, f"{name}-key"] == said[language, name]
        for pdf, who in ((pair.paper_pdf, words.name), (pair.key_pdf, words.key.answered_by)):
            for page in reading.pages(pdf):
                assert f"{pdfs.squeezed(who)}____" in page
            # Drawn as one shape: the code of 9.6 mm on each page.
            squares = [1 for wide, high in reading.shapes(pdf) if 9.4 < wide < 9.8 and 9.4 < high < 9.8]
            assert len(squares) == len(reading.pages(pdf))
