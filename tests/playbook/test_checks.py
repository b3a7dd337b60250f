"""What the checks take for a mistake, and what only looks like one. Each kind's message: `problems/*.yaml`."""

from __future__ import annotations

import pytest

from generator.build import check
from tests.playbook.kinds import Kinds


@pytest.mark.parametrize(
    "text", ["您好,请坐", "您好, 请坐", "几点?", "“好”,再说", "见(背面)", "说:好", "电话:12345", "完."]
)
def test_half_width_marks_among_chinese_are_seen(kinds: Kinds, text: str) -> None:
    assert kinds.of_text(text) == {"half-width"}


@pytest.mark.parametrize(
    "text",
    [
        "9:30 开门",
        "1,000 元",
        "网址 https://a.cn/b?c=1,d:2;e 打开",
        "用 A/B 两种",
        "SPF 50+ (PA+++)",
        "2.5 千克",
        "您好，{customer}。",
    ],
)
def test_half_width_marks_in_figures_and_addresses_are_left_alone(kinds: Kinds, text: str) -> None:
    assert kinds.of_text(text) == set()


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("三天内答复", "within 3 days"),
        ("3 天内答复", "within three days"),
        ("一周看一次", "once a week"),
        ("二十四小时", "24 hours"),
        ("晚上 9 点", "9 pm"),
        ("21:00 关门", "closed at 9 p.m."),
        ("9 点半", "9:30"),
        ("记住 3 点", "three points"),
        ("满 1000 元", "from 1,000 yuan"),
        ("1 万元", "10,000 yuan"),
        ("３ 天", "3 days"),
        ("2026 年 11 月 22 日", "22 November 2026"),
        ("第 1 步", "the first step"),
        ("7 天，再说一遍，7 天", "7 days"),
        ("{customer}，您好", "Hello {customer}"),
    ],
)
def test_the_same_figure_may_be_written_in_another_way(kinds: Kinds, zh: str, en: str) -> None:
    assert kinds.of_text(zh, en) == set()


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("3 天", "5 days"),
        ("30 天", "3 days"),
        ("9:30", "9:00"),
        ("2.5 千克", "25 kg"),
        ("{customer}，您好", "Hello"),
        ("10 分", "some"),
    ],
)
def test_another_figure_is_seen(kinds: Kinds, zh: str, en: str) -> None:
    assert kinds.of_text(zh, en) == {"figures-differ"}


@pytest.mark.parametrize("text", ["7 天内可退", "7天内可退", "退货期是 7 天。", "满了7 天"])
def test_a_figure_that_is_typed_though_there_is_a_fact_is_seen(kinds: Kinds, text: str) -> None:
    assert kinds.of_text(text, None, "facts: [{id: f, value: 7, unit: day, say: 7 天}]") == {"figure-typed"}


@pytest.mark.parametrize("text", ["17 天", "2.7 天", "5–7 天", "1,7 天", "7 个月"])
def test_a_longer_figure_is_not_the_fact(kinds: Kinds, text: str) -> None:
    assert kinds.of_text(text, None, "facts: [{id: f, value: 7, unit: day, say: 7 天}]") == set()


def test_a_measure_word_is_not_part_of_a_longer_one(kinds: Kinds) -> None:
    assert (
        kinds.of_text("3 个月、10 分钟", None, "facts: [{id: f, value: 3, unit: piece, say: 3 个}]") == set()
    )


def test_a_unit_of_two_letters_is_not_part_of_a_longer_word(kinds: Kinds) -> None:
    assert kinds.of_text("2 minutes", None, "facts: [{id: f, value: 2, unit: metre, say: 2 m}]") == set()


@pytest.mark.parametrize(
    ("value", "say"),
    [
        ("10", "10 分钟"),
        ("10", "十分钟"),
        ("24", "二十四小时"),
        ("2", "两次"),
        ("2", "双倍"),
        ("1000", "1,000 元"),
        ("2.0", "2 米"),
    ],
)
def test_a_fact_may_be_said_in_words(kinds: Kinds, value: str, say: str) -> None:
    assert kinds.of_fact(value, "piece", say) == set()


@pytest.mark.parametrize(
    ("value", "say"),
    [("10", "100 分钟"), ("1", "十一天"), ("7", "一周"), ("2.5", "25 米"), ('"21:00"', "20:00")],
)
def test_a_fact_that_says_another_figure_is_seen(kinds: Kinds, value: str, say: str) -> None:
    assert kinds.of_fact(value, "time" if ":" in value else "piece", say) == {"fact-not-said"}


@pytest.mark.parametrize(
    "say",
    [
        "亲亲，好评返现五元",
        "我们这款无副作用",
        "不含酒精且无副作用",
        "能治疗痘痘",
        "写五星：Cash back for good reviews",
        "写五星：CASHBACK FOR A REVIEW",
    ],
)
def test_what_must_not_be_said_is_seen(kinds: Kinds, say: str) -> None:
    assert kinds.of_reply(say) == {"banned-words"}


@pytest.mark.parametrize(
    "say", ["护肤品不能治疗皮肤病，请去医院", "我们不叫“亲亲”“宝子”", "请不要说“好评返现”", "这不是治疗手段"]
)
def test_what_must_not_be_said_may_be_named_to_forbid_it(kinds: Kinds, say: str) -> None:
    assert kinds.of_reply(say) == set()


@pytest.mark.parametrize("say", ["这是最好的面霜", "这款最好用", "全国第一", "第一品牌", "the best cream"])
def test_superlatives_to_customers_are_seen(kinds: Kinds, say: str) -> None:
    assert kinds.of_reply(say) == {"superlative"}


@pytest.mark.parametrize(
    "say",
    [
        "最好先在手腕内侧试一下",
        "第一次用少一点",
        "我第一时间回您",
        "安全第一",
        "第一杯送您",
        "see the best-before date",
    ],
)
def test_advice_and_counting_are_no_superlatives(kinds: Kinds, say: str) -> None:
    assert kinds.of_reply(say) == set()


@pytest.mark.parametrize(
    ("lines", "seen"),
    [
        (["不催顾客", "别打断", "勿抽烟"], True),
        (["不懂就问", "不管多忙先应声", "别人的货也看好"], False),
        (["不断改进", "不仅要快", "不论大小都记"], False),
        (["不催顾客", "别打断", "先问好"], False),
    ],
)
def test_a_poster_that_mostly_forbids_is_seen(kinds: Kinds, lines: list[str], seen: bool) -> None:
    norms = "\n".join(
        f"  - {{id: n{n}, short: {line}, title: 好。, why: 好。, how: [好。], stage: before, checked: 看。}}"
        for n, line in enumerate(lines)
    )

    found = kinds.of(f"norms:\n{norms}", "posters: [{id: p, title: 好, norms: [n0, n1, n2]}]")

    assert found == ({"poster-forbids"} if seen else set())


@pytest.mark.parametrize(
    ("item", "seen"),
    [("门锁已检查", True), ("Till checked", True), ("冰箱 2–8 ℃", False), ("设好的闹钟响", False)],
)
def test_a_checklist_asks_for_a_state(kinds: Kinds, item: str, seen: bool) -> None:
    checklist = "{id: c, title: 好, kind: read_do, pause: 好, who: owner, done: 好, trialled_on: 2026-11-20, items: [{id: i, text: ITEM}]}"

    assert kinds.of(f"checklists: [{checklist.replace('ITEM', item)}]") == (
        {"item-without-state"} if seen else set()
    )


@pytest.mark.parametrize(
    ("accepted", "left"),
    [
        ("{problem: half-width, reason: 原样引用。}", []),
        ("{problem: half-width, at: strategy.s, reason: 原样引用。}", []),
        ("{problem: half-width, at: roles.owner, reason: 原样引用。}", ["half-width", "accept-unused"]),
        ("{problem: checklist-long, reason: 用惯了。}", ["half-width", "accept-unused"]),
        # Without printing and without a day nobody has looked for these.
        ("{problem: poster-small, reason: 墙小。}", ["half-width"]),
        ("{problem: review-overdue, reason: 下周。}", ["half-width"]),
    ],
)
def test_what_is_accepted_is_no_longer_said(kinds: Kinds, accepted: str, left: list[str]) -> None:
    kinds.of_text("您好,请坐", None, f"accept: [{accepted}]")

    assert sorted(each.kind for each in check(kinds.path).problems) == sorted(left)
