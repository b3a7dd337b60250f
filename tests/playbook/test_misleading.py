"""What was said and misled: each now says nothing, or what is so, beside the mistake that it is meant for."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.__main__ import main
from generator.build import check
from generator.playbook.load import load
from tests.playbook.kinds import Kinds

CHECKLIST = (
    "checklists: [{id: c, title: 好, kind: KIND, pause: 好, who: owner, done: 好, trialled_on: 2026-11-20, "
    "items: [{id: i, text: 灯亮着}, {id: j, text: 门锁着, critical: true}, {id: k, text: 水关着}]}]"
)
NORM = "norms: [{id: n, short: 好, title: 好。, why: 好。, how: [好。], stage: before, checked: 看。}]"
SCRIPT = (
    "scripts: [{id: s, title: 好, stage: before, says: [一, 二, 三], never: [{text: 好}], why: 好。, norm: n, "
    "reply: [REPLY]}]"
)
OFFER = "{part: offer, marketing: true, say: 小店的新品到了。}"
STOP = "{part: thank, say: 不想再收到，回“停”。}"
ACCEPTED = "accept: [{problem: half-width, reason: 原样引用。}]"


def remedies(kinds: Kinds, *chapters: str) -> dict[str, str]:
    """The remedy of each kind, after these chapters were read."""
    kinds.of(*chapters)
    return {problem.kind: problem.remedy("zh") for problem in load(kinds.path).problems}


def spoken(path: Path, system: str) -> str:
    words = ["check", "--no-print", "--playbook", str(path)]
    return CliRunner().invoke(main, words, env={"LC_ALL": system, "LANG": ""}).output


@pytest.mark.parametrize(("kind", "seen"), [("read_do", False), ("do_confirm", True)])
def test_what_is_read_and_done_in_its_order_has_critical_items_where_they_come(
    kinds: Kinds, kind: str, seen: bool
) -> None:
    assert ("critical-late" in kinds.of(CHECKLIST.replace("KIND", kind))) == seen


def test_only_a_field_that_may_be_left_out_is_told_to_be(kinds: Kinds) -> None:
    assert remedies(kinds, NORM.replace("how: [好。]", "how: []"))["too-few"] == "补足到 1 项。"
    paper = "training: {intro: 学, trainer: owner, questions: [], papers: [{id: p, title: 卷, minutes: 5, variants: []}]}"
    kinds.of(paper)
    found = {
        str(each.route[-1]): each.remedy("zh") for each in load(kinds.path).problems if each.kind == "too-few"
    }
    assert found["variants"] == "补足到 1 项；用不着的话，也可以整项去掉。"


def test_amounts_that_are_equal_by_chance_are_all_named_and_may_stay(kinds: Kinds) -> None:
    facts = "facts: [{id: refund_limit, value: 50, unit: yuan, say: 50 元}, {id: gift, value: 50, unit: yuan, say: 50 元}]"
    kinds.of_text("满了 50 元就说一声", None, facts)
    (problem,) = load(kinds.path).problems
    assert problem.kind == "figure-typed"
    assert problem.says("zh") == "“50 元”是直接写的，facts 或 prices 里的 `refund_limit`、`gift` 也这么说。"
    assert "写 {refund_limit} / {gift}" in problem.remedy("zh")
    assert "只是碰巧相同，就不用改" in problem.remedy("zh")
    assert "equal by chance" in problem.remedy("en")


@pytest.mark.parametrize(
    ("reply", "times"),
    [
        ([OFFER, STOP], 0),  # sent as one
        ([OFFER, OFFER], 1),  # once for what is sent as one
        ([OFFER, STOP.replace("say:", "next: true, say:")], 1),  # the next message comes too late
    ],
)
def test_how_to_stop_is_asked_for_once_in_what_is_sent_as_one(
    kinds: Kinds, reply: list[str], times: int
) -> None:
    kinds.of(NORM, SCRIPT.replace("REPLY", ", ".join(reply)))
    assert [problem.kind for problem in load(kinds.path).problems].count("marketing-no-stop") == times


@pytest.mark.parametrize("broken", ["", "stage: befor", "stage: : before"])
def test_what_is_accepted_stays_so_beside_an_error(kinds: Kinds, broken: str) -> None:
    norm = NORM.replace("why: 好。", 'why: "您好,请坐"')
    kinds.of(norm.replace("stage: before", broken or "stage: before"), ACCEPTED)
    found = [problem.kind for problem in check(kinds.path).problems]
    assert "half-width" not in found
    assert len(found) == bool(broken)


@pytest.mark.parametrize(
    ("written", "cure"),
    [
        ("parts/norms.yml", "`parts/norms.yaml`"),
        ("parts\\norms.yml", "`parts/norms.yaml`"),
        ("part/norms.yaml", "`parts/norms.yaml`"),
    ],
)
def test_a_chapter_by_another_name_is_told_with_the_file_that_is_there(
    kinds: Kinds, tmp_path: Path, written: str, cure: str
) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts/norms.yaml").write_text(NORM, "utf-8")
    found = remedies(kinds, f"include: [{written}]")
    assert list(found) == ["include-missing"]
    assert cure in found["include-missing"]
    kinds.of("include: [parts\\norms.yaml]")
    assert not load(kinds.path).problems


def test_a_chapter_dropped_from_the_list_is_told_as_such(kinds: Kinds, tmp_path: Path) -> None:
    (tmp_path / "terms.yaml").write_text("glossary: [{id: a, term: 甲, means: 好。}]", "utf-8")
    (tmp_path / "norms.yaml").write_text(NORM, "utf-8")
    script = SCRIPT.replace("REPLY", "{part: greet, say: 您好}")
    assert not kinds.of("include: [terms.yaml, norms.yaml]", script)
    found = remedies(kinds, "include: [terms.yaml]", script)
    assert list(found) == ["chapter-gone"]


@pytest.mark.parametrize(
    ("system", "heard"), [("zh_CN.UTF-8", "同一个文件夹里"), ("en_GB.UTF-8", "rename it")]
)
@pytest.mark.parametrize("name", ["playbook.yml", "playbook.yaml.txt"])
def test_a_playbook_under_another_name_is_told_in_the_system_s_language(
    tmp_path: Path, name: str, system: str, heard: str
) -> None:
    (tmp_path / name).write_text("schema: 1\n", "utf-8")
    assert heard in spoken(tmp_path / "playbook.yaml", system)


@pytest.mark.parametrize(
    ("system", "heard"), [("zh_CN.UTF-8", "加上 --playbook"), ("en_GB.UTF-8", "or add --playbook")]
)
def test_a_wrong_folder_is_told_in_the_system_s_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, heard: str
) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop/playbook.yaml").write_text("schema: 1\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert heard in spoken(Path("playbook.yaml"), system)
    # The folder itself will do, too.
    assert heard not in spoken(Path("shop"), system)


def test_a_place_copied_into_accept_is_answered_with_what_stands_there(kinds: Kinds) -> None:
    norm = NORM.replace("how: [好。]", 'how: ["好,好。"]')
    kinds.of(norm)
    (told,) = [each for each in load(kinds.path).problems if each.kind == "half-width"]
    assert told.place
    accepted = (
        f"accept: [{{problem: half-width, at: 'playbook.yaml:{told.place.line}:20', reason: 原样引用。}}]"
    )
    assert "可能想写：`norms.n`" in remedies(kinds, norm, accepted)["unknown-item"]


def test_a_price_typed_by_hand_is_told_with_the_name_it_has_in_the_list(kinds: Kinds) -> None:
    prices = "prices: [{id: w, title: 价目表, groups: [{id: g, lines: [{id: wash, name: 洗, price: 68}]}]}]"
    for said, seen in (
        ("洗一次 68 元。", True),
        ("洗一次68元。", True),
        ("押金 168 元。", False),
        ("洗 68 次。", False),
    ):
        assert ("figure-typed" in kinds.of(prices, NORM.replace("why: 好。", f"why: {said}"))) == seen, said
