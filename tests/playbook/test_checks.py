"""What the checks take for a mistake, and what only looks like one. Each kind's message: `problems/*.yaml`."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

import pytest

from generator.build import check
from generator.playbook.load import load

HEAD = """\
schema: 1
about: {title: 小店, version: "1", date: 2026-11-22, review_by: 2027-05-22, owner: owner, languages: [LANGUAGES]}
shop:
  name: 小店
  open_days: [mon]
  service_hours: {start: "09:00", end: "18:00"}
  channels: [{id: counter, name: 柜台, kind: counter}]
roles: [{id: owner, name: 店主, does: 管店。}]
placeholders: [{id: customer, name: 称呼}]
"""


@pytest.fixture
def kinds(tmp_path: Path) -> Kinds:
    return Kinds(tmp_path / "playbook.yaml")


class Kinds:
    """Says which kinds of problem a small playbook has."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def of(self, *chapters: str, languages: str = "zh") -> set[str]:
        text = HEAD.replace("LANGUAGES", languages) + "\n".join(chapters) + "\n"
        if "en" in languages:
            text = (
                text.replace("小店", "SPF").replace("柜台", "A").replace("店主", "B").replace("管店。", "C")
            )
            text = text.replace("称呼", "D")
        self.path.write_text(text, "utf-8")
        return {problem.kind for problem in load(self.path).problems}

    def of_text(self, zh: str, en: str | None = None, *more: str) -> set[str]:
        """What is said of a text in one language or two."""
        text = quoted(zh) if en is None else f"{{zh: {quoted(zh)}, en: {quoted(en)}}}"
        other = "SPF"
        chapter = f"strategy: [{{id: s, title: {other}, what: {text}, when: [{other}], how: [{other}]}}]"
        return self.of(*more, chapter, languages="zh" if en is None else "zh, en")

    def of_fact(self, value: str, unit: str, say: str) -> set[str]:
        return self.of(f"facts: [{{id: f, value: {value}, unit: {unit}, say: {quoted(say)}}}]")

    def of_reply(self, say: str) -> set[str]:
        norm = "{id: n, short: 好, title: 好。, why: 好。, how: [好。], stage: before, checked: 看。}"
        script = (
            "{id: s, title: 好, stage: before, says: [一, 二, 三], reply: [{part: greet, say: REPLY}], "
            "never: [{text: 好}], why: 好。, norm: n}"
        ).replace("REPLY", quoted(say))
        return self.of(f"norms: [{norm}]", f"scripts: [{script}]")

    def of_question(self, question: str, *more: str) -> set[str]:
        body = f"- id: q\n  source: [roles]\n  topic: norm\n{indent(question, '  ')}"
        return self.of(
            "training:\n  intro: 学\n  trainer: owner\n  questions:\n" + indent(body, "    "), *more
        )

    def of_options(self, right: str, *wrong: str, facts: str = "") -> set[str]:
        options = [f"- {{id: r, text: {quoted(right)}, right: true}}"]
        options += [f"- {{id: w{n}, text: {quoted(each)}, why: 不对。}}" for n, each in enumerate(wrong)]
        return self.of_question(
            "type: single\nstem: 怎么办？\noptions:\n" + indent("\n".join(options), "  "), facts
        )

    def of_stem(self, zh: str) -> set[str]:
        options = "options: [{id: a, text: 甲, right: true}, {id: b, text: 乙, why: 不对。}]"
        return self.of_question(f"type: single\nstem: {quoted(zh)}\n{options}")


def quoted(text: str) -> str:
    return '"' + text.replace('"', '\\"') + '"'


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


@pytest.mark.parametrize(
    "say", ["亲亲，好评返现五元", "我们这款无副作用", "不含酒精且无副作用", "能治疗痘痘"]
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
