"""What gives an answer of a question away, and what only looks like it."""

from __future__ import annotations

import pytest

from tests.playbook.kinds import Kinds, quoted


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("{long_name_of_a_fact_indeed}", ["一天", "两天"]),
        ("一个小时", ["一天", "半天"]),
        ("先听完再答复顾客", ["说清里面有什么，再让顾客自己选", "打折"]),
    ],
)
def test_a_right_option_that_only_is_written_long_gives_nothing_away(
    kinds: Kinds, right: str, wrong: list[str]
) -> None:
    facts = "facts: [{id: long_name_of_a_fact_indeed, value: 3, unit: day, say: 3 天}]"

    assert kinds.of_options(right, *wrong, facts=facts) == set()


def test_a_right_option_whose_fact_is_said_at_length_gives_itself_away(kinds: Kinds) -> None:
    facts = "facts: [{id: f, value: 3, unit: day, say: 从收到投诉的那天算起 3 个工作日以内}]"

    assert kinds.of_options("{f}", "一天", "两天", facts=facts) == {"right-is-longest"}


def test_options_that_say_the_same_once_facts_are_filled_in_are_the_same(kinds: Kinds) -> None:
    facts = "facts: [{id: f, value: 3, unit: day, say: 3 天}]"

    assert "options-same" in kinds.of_options("{f}", "3天。", "两天", facts=facts)
    assert kinds.of_options("> 5 元", "< 5 元", "2.5 元", "25 元") == set()


@pytest.mark.parametrize(
    "option",
    [
        "以上两项",
        "前两个都做",
        "后两项",
        "其他选项都不对",
        "其余两项",
        "除了B之外都对",
        "A 和 B",
        "All of the above",
        "None of these",
        "The first two",
        "Both A and C",
        "Neither A nor B",
        "Everything except C",
        "No right answer",
    ],
)
def test_an_option_that_speaks_of_others_is_seen(kinds: Kinds, option: str) -> None:
    assert "option-catch-all" in kinds.of_options(option, "查单子查单子", "问地址问地址")


@pytest.mark.parametrize(
    "option",
    [
        "三次以上都报店长",
        "100 元以上两项",
        "前两天发的包裹",
        "先发前两个",
        "其他顾客也有",
        "除了 B 款以外",
        "Send the first two parcels today",
        "Ask any of them by phone",
        "Tell the other customer",
    ],
)
def test_other_goods_customers_and_amounts_are_no_other_options(kinds: Kinds, option: str) -> None:
    assert "option-catch-all" not in kinds.of_options(option, "查单子查单子", "问地址问地址")


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        ("选 B 的人没看完题。", True),
        ("A 才对。", True),
        ("除 B 以外都行。", True),
        ("Option B interrupts", True),
        ("Those who chose A have not read it", True),
        ("B is wrong", True),
        ("选 C 的人没看完题。", False),
        ("请选 A 款。", False),
        ("选 A4 纸。", False),
        ("A 类客户错过了。", False),
        ("Vitamin A is right for dry skin", False),
        ("Plan B is fine", False),
    ],
)
def test_a_letter_of_an_option_is_told_from_a_size_or_a_model(kinds: Kinds, said: str, seen: bool) -> None:
    options = "options: [{id: a, text: 甲, right: true}, {id: b, text: 乙, why: 不对。}]"
    question = f"type: single\nstem: 怎么办？\nfeedback: {quoted(said)}\n{options}"

    assert ("letter-moves" in kinds.of_question(question)) == seen
    assert "letter-moves" not in kinds.of_question(f"{question}\nshuffle: none")


@pytest.mark.parametrize(
    "stem", ["下面哪句话不能说？", "哪一项不属于投诉？", "以下错误的是？", "除了问好，还要做什么？"]
)
def test_a_negative_stem_is_seen(kinds: Kinds, stem: str) -> None:
    assert kinds.of_stem(stem) == {"stem-negative"}


@pytest.mark.parametrize(
    "stem",
    [
        "顾客说没有收到货，先做什么？",
        "顾客没有小票，怎么办？",
        "顾客说“我不是要退货”，怎么答？",
        "货不对。先做什么？",
    ],
)
def test_a_customer_who_has_not_got_something_makes_no_negative_stem(kinds: Kinds, stem: str) -> None:
    assert kinds.of_stem(stem) == set()


@pytest.mark.parametrize(
    ("item", "seen"),
    [("先道歉", True), ("再核对", True), ("最后归档", True), ("先生签字", False), ("再三确认", False)],
)
def test_things_to_put_in_order_give_no_cue(kinds: Kinds, item: str, seen: bool) -> None:
    items = f"items: [{{id: a, text: {item}}}, {{id: b, text: 乙}}, {{id: c, text: 丙}}]"

    assert kinds.of_question(f"type: order\npoints: 2\nstrict: true\nstem: 排一排。\n{items}") == (
        {"order-cue"} if seen else set()
    )
