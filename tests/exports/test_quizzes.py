"""Quizzes for other systems, read back by readers that are not ours."""

from __future__ import annotations

import io
import json
import re
import warnings
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from generator.edition import editions
from generator.exports import quizzes
from generator.exports.target import Quiz, quizzes_of
from generator.outlines.asked import Asked
from generator.playbook.load import load
from tests.conftest import ROOT

BOOKS = (
    ROOT / "playbook.yaml",
    ROOT / "tests/playbooks/quiz.yaml",
    ROOT / "tests/exports/torture.yaml",
)
GIFT, MOODLE, WJX, TEXT, QTI = quizzes.TARGETS
BYTES = 1024 * 1024
"""The most a file for 问卷星 may hold."""


@pytest.fixture(scope="module", params=BOOKS, ids=lambda path: path.stem)
def there(request: pytest.FixtureRequest) -> tuple[Quiz, ...]:
    """All quizzes of a playbook, in both languages."""
    playbook = load(request.param).playbook
    assert playbook
    return tuple(quiz for edition in editions(playbook) for quiz in quizzes_of(edition))


@pytest.mark.parametrize("target", quizzes.TARGETS, ids=lambda target: target.id)
def test_what_goes_in_comes_out_or_is_named(there: tuple[Quiz, ...], target: Any) -> None:
    for quiz in there:
        taken, dropped = [*target.taken(quiz)], [*target.dropped(quiz)]
        assert len(taken) + len(dropped) == len(quiz.questions)
        report = quizzes.report((quiz,)).decode()
        assert all(f"- {each.question.id}: {each.reason}" in report for each in dropped)
        assert taken


OPENED, CLOSED = "\ue000", "\ue001"


def unescaped(said: str) -> str:
    """What a text says, without the name of its format."""
    text = re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], said).strip()
    return text.replace(OPENED, "{").replace(CLOSED, "}").removeprefix("[plain]")


def squeezed(text: str) -> str:
    """White space at the ends of lines is of no account to a reader."""
    return "\n".join(line.strip() for line in text.strip().split("\n"))


def test_gift_is_read_by_another_reader_as_it_was_meant(there: tuple[Quiz, ...]) -> None:
    for quiz in there:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its source has an escape that newer Pythons complain of
            from pygiftparser.parser import parseFile
        # This reader takes an escaped brace inside an answer for its end; Moodle does not.
        text = GIFT.write(quiz).decode().replace(r"\{", OPENED).replace(r"\}", CLOSED)
        read = {each.title: each for each in parseFile(io.StringIO(text)) if each.title}
        taken = [*GIFT.taken(quiz)]
        assert [*read] == [each.id for each in taken]
        for question in taken:
            it = read[question.id]
            assert it.valid, question.id
            assert type(it.answers).__name__ in GIFT_KINDS[question.kind], question.id
            head = it.source.split("[plain]", 1)[1]
            assert squeezed(unescaped(head)).startswith(squeezed(question.stem[0])), question.id
            same_answers(question, it)


GIFT_KINDS = {
    "single": {"SelectSet"},
    "multi": {"MultipleChoicesSet"},
    "truefalse": {"TrueFalseSet"},
    "cloze": {"ShortSet"},
    "number": {"NumericAnswerSet"},
    "match": {"MatchingSet"},
    "open": {"Essay"},
}


def same_answers(question: Asked, it: Any) -> None:
    match question.kind:
        case "single" | "multi":
            found = [
                (squeezed(unescaped(a.answer)), a.fraction > 0, squeezed(unescaped(a.feedback or "")))
                for a in it.answers.answers
            ]
            assert found == [(squeezed(o.text), o.right, squeezed(o.why)) for o in question.options]
        case "truefalse":
            assert it.answers.answer == question.options[0].right
            assert unescaped(it.answers.feedbackWrong) == squeezed(question.model)
        case "cloze":
            assert [unescaped(a.answer) for a in it.answers.answers] == [*question.gaps[0]]
        case "number":
            assert [a.value for a in it.answers.answers] == [question.figure]
        case "match":
            found = [(unescaped(a.question), unescaped(a.answer)) for a in it.answers.answers]
            pairs = [*question.pairs, *(("", each) for each in question.left_over)]
            assert found == [(left.strip(), right.strip()) for left, right in pairs]


def test_no_line_of_a_gift_question_is_taken_for_a_comment(there: tuple[Quiz, ...]) -> None:
    """Moodle passes over a line that begins with two slashes, and with it over an answer."""
    for quiz in there:
        lines = GIFT.write(quiz).decode().split("\n")
        comments = [line for line in lines if line.lstrip().startswith("//")]
        assert len(comments) == len([*GIFT.taken(quiz)]) + 1
        assert all(line.startswith("// [id:") for line in comments[1:])


def test_moodle_reads_the_same_questions(there: tuple[Quiz, ...]) -> None:
    for quiz in there:
        root = ElementTree.fromstring(MOODLE.write(quiz))
        category, *read = root.findall("question")
        assert category.get("type") == "category"
        assert [each.findtext("idnumber") for each in read] == [each.id for each in quiz.questions]
        for question, it in zip(quiz.questions, read, strict=True):
            assert it.findtext("defaultgrade") == str(question.points)
            if question.kind != "cloze":
                assert it.findtext("questiontext/text") == question.text
            shares = [float(each.get("fraction", "0")) for each in it.findall("answer")]
            texts = [each.findtext("text") for each in it.findall("answer")]
            match question.kind:
                case "single" | "multi":
                    assert texts == [option.text for option in question.options]
                    assert tuple(place for place, share in enumerate(shares) if share > 0) == question.right
                    assert sum(share for share in shares if share > 0) == pytest.approx(100, abs=0.001)
                    assert [it.find(f"answer[{n}]/feedback") is None for n in range(1, len(texts) + 1)] == [
                        not option.why for option in question.options
                    ]
                case "truefalse":
                    assert dict(zip(texts, shares, strict=True))["true"] == 100 * question.options[0].right
                case "order":
                    assert shares == [*range(1, len(question.items) + 1)]
                    assert tuple(texts) == question.items
                case "match":
                    pairs = [
                        (e.findtext("text"), e.findtext("answer/text")) for e in it.findall("subquestion")
                    ]
                    assert pairs == [*question.pairs, *(("", each) for each in question.left_over)]
                case "open":
                    assert question.model in str(it.findtext("graderinfo/text"))
                case "cloze":
                    gaps = re.findall(
                        r"\{1:SHORTANSWER:=((?:\\.|[^\\}])*)\}", str(it.findtext("questiontext/text"))
                    )
                    said = [tuple(unescaped(a) for a in re.split(r"(?<!\\)~=", gap)) for gap in gaps]
                    assert said == [*question.gaps]


def test_the_exam_of_wjx_keeps_to_what_its_kit_takes(there: tuple[Quiz, ...]) -> None:
    for quiz in there:
        written = WJX.write(quiz)
        assert len(written) < BYTES
        head, name, *rows = (json.loads(line) for line in written.decode().splitlines())
        assert (head["qtype"], head["atype"], name["qtype"]) == ("问卷基础信息", 6, "单项填空")
        taken = [*WJX.taken(quiz)]
        assert len(rows) == len(taken)
        points = 0
        for row, question in zip(rows, taken, strict=True):
            assert row["qtype"] in {
                "考试单选",
                "考试多选",
                "考试判断",
                "考试单项填空",
                "考试多项填空",
                "考试简答",
            }
            each = row.get("answerlists", [row])
            points += sum(int(gap["quizscore"]) for gap in each)
            assert row["title"].count("{_}") == (len(each) if "answerlists" in row else 0)
            if "select" in row:
                places = [
                    row["select"].index(a) if question.kind == "truefalse" else "ABCDEFGH".index(a)
                    for a in row["correctselect"]
                ]
                assert tuple(places) == question.right
                assert row["select"] == [option.text for option in question.options]
        assert points == sum(question.points for question in taken)


def test_the_text_to_paste_has_each_question_in_one_block(there: tuple[Quiz, ...]) -> None:
    for quiz in there:
        head, *blocks = TEXT.write(quiz).decode().rstrip("\n").split("\n\n")
        assert head == quiz.title
        taken = [*TEXT.taken(quiz)]
        assert len(blocks) == len(taken)
        for number, (block, question) in enumerate(zip(blocks, taken, strict=True), 1):
            lines = block.split("\n")
            assert lines[0].startswith(f"{number}. ")
            letters = [line[0] for line in lines[1:] if re.match("[A-H]\\. ", line)]
            assert letters == [*"ABCDEFGH"[: len(question.options)]]
            if question.options:
                right = "".join("ABCDEFGH"[place] for place in question.right)
                assert quiz.words.answer.format(right) in lines


def test_graded_questions_go_to_the_trainer_alone() -> None:
    for book in BOOKS:
        playbook = load(book).playbook
        assert playbook
        for edition in editions(playbook):
            assert {file.folder for file in quizzes.files(edition)} == {"trainer"}


def test_the_torture_file_has_every_mark_in_it() -> None:
    """Else the tests above would show nothing."""
    text = Path(BOOKS[2]).read_text("utf-8")
    assert all(mark in text for mark in (":", "=", "~", "#", "{{", "}}", "\\", "//", "＝", "🙂"))
