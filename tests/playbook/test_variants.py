"""The order of a paper's variants hangs on ids and the seed alone, survives edits, and gives nothing away."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from itertools import combinations, groupby, product
from pathlib import Path
from typing import Any

import pytest

from generator.edition import editions
from generator.outlines.papers import papers
from generator.playbook.load import load
from generator.playbook.model.shop import Fact
from generator.playbook.model.training import Training
from generator.playbook.papers import answer_keys, settling
from generator.playbook.papers import variants as module
from generator.playbook.papers.variants import Variant, questions_of, variants
from tests.conftest import ROOT

SEEDS = range(100)


def single(name: str, options: str = "abc", right: str = "a", **more: Any) -> dict[str, Any]:
    choices = tuple(
        {"id": option, "text": f"{name} {option}", "right": option == right} for option in options
    )
    about = {"type": "single", "source": ("norms",), "topic": "norm", "stem": name}
    return {"id": name, "options": choices, **about, **more}


def training(
    questions: list[dict[str, Any]], *, seed: object = 1, letters: str = "ABC", **paper: Any
) -> Training:
    listed = {"questions": tuple(question["id"] for question in questions)}
    about = {"id": "paper", "title": "Paper", "minutes": 9, "pass_mark": {"percent": "pass"}}
    papers = ({**about, **(paper or listed), "variants": tuple(letters)},)
    whole = {
        "intro": "x",
        "trainer": "trainer",
        "seed": str(seed),
        "questions": tuple(questions),
        "papers": papers,
    }
    return Training.model_validate(whole)


def printed(it: Training) -> tuple[Variant, ...]:
    return variants(it, it.papers[0])


def names(variant: Variant) -> list[str]:
    return [placed.question.id for placed in variant.questions]


def orders(variant: Variant) -> dict[str, list[str]]:
    """The ids of each question's parts as printed."""
    found = {}
    for placed in variant.questions:
        question: Any = placed.question
        parts = next(
            (getattr(question, name) for name in ("options", "right", "items") if hasattr(question, name)), ()
        )
        found[question.id] = [parts[at].id for at in placed.order]
    return found


def key(variant: Variant) -> str:
    return "".join(placed.letters for placed in variant.questions)


@pytest.mark.parametrize(
    ("count", "options"), [(2, "abc"), (3, "abcd"), (5, "abc"), (8, "abc"), (10, "abcd"), (12, "abc")]
)
def test_no_key_can_be_guessed_whatever_the_seed(count: int, options: str) -> None:
    """Q020: letters come about equally often, never four times running, and never in a rhythm."""
    for seed in SEEDS:
        for variant in printed(training([single(f"q{n}", options) for n in range(count)], seed=seed)):
            letters = key(variant)
            often = [letters.count(letter) for letter in "ABCD"[: len(options)]]
            assert max(often) - min(often) <= 2, letters
            assert max(len(list(run)) for _, run in groupby(letters)) <= 3, letters
            for period in (2, 3):
                assert len(letters) < 2 * period or letters[period:] != letters[:-period], letters


@pytest.mark.parametrize("count", [2, 3, 5, 10])
def test_variants_differ_in_at_least_half_of_their_letters(count: int) -> None:
    for seed in SEEDS:
        made = printed(training([single(f"q{n}") for n in range(count)], seed=seed))
        for one, other in combinations(made, 2):
            mine = {placed.question.id: placed.letters for placed in one.questions}
            same = sum(mine[placed.question.id] == placed.letters for placed in other.questions)
            assert same <= count / 2, (seed, key(one), key(other))
            assert key(one) != key(other)


def test_what_cannot_be_balanced_is_printed_all_the_same() -> None:
    """Ten questions whose options must stay where they are: the key is what the author made it."""
    fixed = [single(f"q{n}", shuffle="none") for n in range(10)]
    assert {key(variant) for variant in printed(training(fixed))} == {"A" * 10}


def test_the_same_seed_gives_the_same_order_and_another_seed_another() -> None:
    questions = [single(f"q{n}") for n in range(10)]
    assert printed(training(questions)) == printed(training(questions))
    assert names(printed(training(questions))[0]) != names(printed(training(questions, seed=2))[0])


def test_the_order_is_that_of_all_time_and_every_python() -> None:
    """A draft that somebody has printed must come out again."""
    (variant,) = printed(training([single(f"q{n}") for n in range(5)], letters="A"))
    assert (names(variant), key(variant)) == (["q4", "q2", "q0", "q1", "q3"], "BAABC")


def test_the_order_does_not_hang_on_the_hash_seed_of_the_process() -> None:
    program = (
        "from tests.playbook.test_variants import *\n"
        "print([(names(v), orders(v)) for v in printed(training([single(f'q{n}') for n in range(12)]))])"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1


def test_the_code_of_the_order_knows_no_random() -> None:
    for part in (module, answer_keys, settling):
        tree = ast.parse(Path(str(part.__file__)).read_text("utf-8"))
        imported = {
            alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
        }
        assert "random" not in imported | {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}


def test_a_corrected_word_moves_nothing() -> None:
    before = [single(f"q{n}") for n in range(12)]
    after = [{**each, "stem": "said better"} for each in before]
    assert [orders(v) for v in printed(training(before))] == [orders(v) for v in printed(training(after))]


def test_a_new_question_leaves_the_others_in_their_order() -> None:
    """And few of their options move: the letters must stay balanced, without that rule none would."""
    moved = asked = 0
    for seed in SEEDS:
        questions = [single(f"q{n}") for n in range(8)]
        before = printed(training(questions, seed=seed))
        after = printed(training([*questions[:5], single("new"), *questions[5:]], seed=seed))
        for old, new in zip(before, after, strict=True):
            assert names(old) == [name for name in names(new) if name != "new"]
            moved += sum(orders(new)[name] != order for name, order in orders(old).items())
            asked += len(names(old))
    assert moved / asked < 0.15


@pytest.mark.parametrize("seeds", [range(7), pytest.param(range(7, 40), marks=pytest.mark.slow)], ids=str)
def test_a_new_question_or_option_moves_at_most_three_of_twenty(seeds: range) -> None:
    """Only to keep the letters even, and most often none: 240 tries, of which the slow part makes the most."""
    moved: list[int] = []
    for seed, at in product(seeds, (3, 9, 15)):
        questions = [single(f"q{n}") for n in range(20)]
        (before,) = printed(training(questions, seed=seed, letters="A"))
        inserted = [*questions[:at], single("new"), *questions[at:]]
        widened = [*questions[:at], single(f"q{at}", "abcd"), *questions[at + 1 :]]
        for edited in (inserted, widened):
            (after,) = printed(training(edited, seed=seed, letters="A"))
            now = orders(after)
            moved.append(
                sum(now[name] != order for name, order in orders(before).items() if name != f"q{at}")
            )
    assert max(moved) <= 3
    assert moved.count(0) > len(moved) / 2


def test_letters_that_few_questions_have_need_not_come_as_often_as_the_others() -> None:
    """One question has a fourth option, another only two: the rest are balanced all the same."""
    for seed in SEEDS:
        questions = [single("wide", "abcd"), single("narrow", "ab"), *(single(f"q{n}") for n in range(12))]
        (variant,) = printed(training(questions, seed=seed, letters="A"))
        often = [key(variant).count(letter) for letter in "ABC"]
        assert max(often) - min(often) <= 3, key(variant)
        assert max(len(list(run)) for _, run in groupby(key(variant))) <= 3


def test_a_new_option_leaves_the_others_of_its_question_in_their_order() -> None:
    """Told of questions whose letters need no balance: one alone on a paper."""
    for seed in SEEDS:
        (before,) = printed(training([single("q")], seed=seed, letters="A"))
        (after,) = printed(training([single("q", "abcd")], seed=seed, letters="A"))
        assert orders(before)["q"] == [option for option in orders(after)["q"] if option != "d"]


def test_order_and_pairs_move_for_no_other_question() -> None:
    steady = [in_order("o1"), in_order("o2"), pairs("m1")]
    alone, among = (
        printed(training(each, letters="A"))[0] for each in (steady, [*steady, single("q"), single("r")])
    )
    assert orders(alone).items() <= orders(among).items()


def in_order(name: str, items: str = "abc") -> dict[str, Any]:
    about = {
        "type": "order",
        "source": ("norms",),
        "topic": "norm",
        "stem": name,
        "strict": True,
        "points": 2,
    }
    return {"id": name, "items": tuple({"id": item, "text": item} for item in items), **about}


def pairs(name: str) -> dict[str, Any]:
    left = tuple({"id": each, "text": each} for each in "abc")
    right = tuple({"id": f"r{each}", "text": f"r{each}", "partner": each} for each in "abc")
    spare = ({"id": "rx", "text": "rx"},)
    about = {"type": "match", "source": ("norms",), "topic": "norm", "stem": name, "points": 3}
    return {"id": name, "left": left, "right": (*right, *spare), **about}


def test_things_to_put_in_order_are_never_printed_in_that_order() -> None:
    for seed in SEEDS:
        for variant in printed(training([in_order("o")], seed=seed)):
            assert variant.questions[0].numbers != (1, 2, 3)


def test_partners_never_stand_in_the_order_of_what_they_belong_to() -> None:
    for seed in SEEDS:
        for variant in printed(training([pairs("m")], seed=seed)):
            letters = variant.questions[0].partners
            assert list(letters) != sorted(letters)


def test_options_keep_the_order_their_author_asks_for() -> None:
    written = single("none", "cab", shuffle="none")
    last = single("last", shuffle="fixed_last")
    for seed in SEEDS:
        for variant in printed(training([written, last], seed=seed)):
            assert orders(variant)["none"] == ["c", "a", "b"]
            assert orders(variant)["last"][-1] == "c"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("3 天", "24 小时", "30 分钟"), [2, 1, 0]),
        (("3 days", "24 hours", "30 minutes"), [2, 1, 0]),
        (("两个工作日", "半天", "一周"), [1, 0, 2]),
        (("1,000 yuan", "90 yuan", "200 yuan"), [1, 2, 0]),
        (("12:30", "9:00", "21:00"), [1, 0, 2]),
        # No figure in one of them: the author has put them in order.
        (("当天", "７ 天", "1 个工作日"), [0, 1, 2]),
    ],
)
def test_options_with_figures_stand_in_order_of_size(said: tuple[str, ...], expected: list[int]) -> None:
    question = single("q", shuffle="numeric")
    texts = tuple({**option, "text": text} for option, text in zip(question["options"], said, strict=True))
    for variant in printed(training([{**question, "options": texts}])):
        assert list(variant.questions[0].order) == expected


def test_options_stand_in_one_order_whichever_language_says_the_figure() -> None:
    """Facts count by what they say; where the languages disagree the first decides."""
    said = (
        {"zh": "隔天以后", "en": "after 3 days"},
        {"zh": "{hours}", "en": "{hours}"},
        {"zh": "半小时", "en": "9 days"},
    )
    question = single("q", shuffle="numeric")
    texts = tuple({**option, "text": text} for option, text in zip(question["options"], said, strict=True))
    it = training([{**question, "options": texts}])
    hours = Fact.model_validate(
        {"id": "hours", "value": 2, "unit": "hour", "say": {"zh": "2 小时", "en": "2 hours"}}
    )
    for variant in variants(it, it.papers[0], (hours,)):
        assert list(variant.questions[0].order) == [2, 1, 0]


def test_a_variant_has_the_same_right_letters_in_every_language(tmp_path: Path) -> None:
    shop = tmp_path / "playbook.yaml"
    text = (ROOT / "tests/playbooks/quiz.yaml").read_text("utf-8")
    after = "{id: long, text: {zh: 隔天以后, en: after 3 days}, why: {zh: 太久。, en: Too long.}}"
    lines = text.replace(
        "{id: long, text: {zh: 3 天, en: 3 days}, why: {zh: 太久。, en: Too long.}}", after
    ).splitlines()
    at = next(number for number, line in enumerate(lines) if "id: long, text" in line)
    lines[at : at + 2] = lines[at + 1], lines[at]
    shop.write_text("\n".join(lines), "utf-8")
    playbook = load(shop).playbook
    assert playbook is not None
    keys = [[key(paper.variant) for paper in papers(edition)] for edition in editions(playbook)]
    assert keys[0] == keys[1]


def test_a_blueprint_draws_the_same_questions_for_all_variants() -> None:
    pool = [single(f"n{n}") for n in range(6)] + [single(f"p{n}", topic="product") for n in range(4)]
    it = training(pool, blueprint=({"topic": "norm", "n": 3}, {"topic": "product", "n": 2}))
    drawn = [sorted(names(variant)) for variant in printed(it)]
    assert drawn == [drawn[0]] * 3
    assert [name[0] for name in drawn[0]] == ["n", "n", "n", "p", "p"]


def test_a_blueprint_draws_nothing_that_cannot_stand_on_paper() -> None:
    pool = [
        single("draft", status="draft"),
        single("retired", status="retired"),
        single("screen", use=("selfcheck",)),
        single("fit"),
    ]
    it = training(pool, blueprint=({"topic": "norm", "n": 1},))
    assert [question.id for question in questions_of(it, it.papers[0])] == ["fit"]


def test_a_blueprint_keeps_apart_what_gives_itself_away() -> None:
    for seed in SEEDS:
        pool = [single("a", keep_apart=("b",)), single("b"), single("c")]
        it = training(pool, seed=seed, blueprint=({"topic": "norm", "n": 2},))
        assert "c" in {question.id for question in questions_of(it, it.papers[0])}


def test_a_blueprint_draws_by_level_and_what_stands_on_no_other_paper() -> None:
    pool = [single(f"q{n}", level=level) for n, level in enumerate(("recall", "apply", "judge") * 3)]
    it = training(pool, blueprint=({"topic": "norm", "level": "judge", "n": 2},))
    other = it.papers[0].model_copy(update={"id": "other", "blueprint": (), "questions": ("q2",)})
    it = it.model_copy(update={"papers": (*it.papers, other)})
    assert {question.id for question in questions_of(it, it.papers[0])} == {"q5", "q8"}


def test_another_variant_changes_nothing_on_those_there_are() -> None:
    questions = [single(f"q{n}") for n in range(10)]
    two, three = (printed(training(questions, letters=letters)) for letters in ("AB", "ABC"))
    assert two == three[:2]


def test_letters_and_numbers_follow_the_printed_order() -> None:
    asked = [single("q"), in_order("o", "abcd"), pairs("m")]
    (variant,) = printed(training(asked, letters="A"))
    by_name = {placed.question.id: placed for placed in variant.questions}
    shown = orders(variant)
    assert by_name["q"].letters == "ABC"[shown["q"].index("a")]
    assert by_name["o"].numbers == tuple("abcd".index(item) + 1 for item in shown["o"])
    assert by_name["m"].partners == "".join("ABCD"[shown["m"].index(f"r{each}")] for each in "abc")
