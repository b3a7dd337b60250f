"""From a page to the lines of the playbook, and what an edit means; only in a preview, never in a site."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator import build
from generator.engines.mkdocs import build_site
from generator.engines.preview.answers import FILES, OURS
from generator.engines.preview.saved import Saved, told
from generator.engines.preview.written import Written
from generator.labels import labels
from generator.renewal import Listed
from tests.conftest import ROOT

PLAYBOOKS = ROOT / "tests" / "playbooks"


def read(path: Path) -> tuple[Written, ...]:
    checked = build.check(path)
    return tuple(Written(each, checked.loaded.source) for each in build.ready(checked).editions)


def edited(folder: Path, name: str, *changes: tuple[str, str]) -> tuple[Written, ...]:
    text = (PLAYBOOKS / name).read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / "playbook.yaml").write_text(text, "utf-8")
    for beside in PLAYBOOKS.glob("*.svg"):
        shutil.copy(beside, folder)
    return read(folder / "playbook.yaml")


def line(name: str, typed: str) -> str:
    """Where something stands in a playbook: `:50`."""
    lines = (PLAYBOOKS / name).read_text("utf-8").splitlines()
    return f":{next(number for number, each in enumerate(lines, 1) if typed in each)}"


def says(groups: list[dict[str, object]], head: str) -> str:
    """The group whose head begins so, as text."""
    return next(str(group) for group in groups if str(group["head"]).startswith(head))


QUESTION = """\
training:
  intro: Ask yourself.
  trainer: owner
  questions:
    - {id: q-sale, type: truefalse, source: [scripts.changed-mind], topic: script, stem: Sale is sale?, answer: false, why: The law gives it.}
"""
GOODS = [line("british-shop.yaml", typed) for typed in ("name: Goods", "title: Goods")]
"""A category of complaints and a part of a form have one name."""


def test_norms_replies_steps_forms_and_questions_lead_to_their_lines(tmp_path: Path) -> None:
    on_pages = {
        "norms.html": ("Greetfirstandsaywhoweare.", "title: Greet first"),
        "scripts/changed-mind.html": ("Saleissale.", "never: [{text: Sale"),
        "complaints.html": ("Donotcutin.", "do: Do not cut in."),
        "forms/return-sheet.html": ("Lastdaytocancel", "label: Last day to cancel"),
        "self-check.html": ("Saleissale?", "stem: Sale is sale?"),
    }
    written = edited(tmp_path, "british-shop.yaml", ("\nposters:", f"\n{QUESTION}posters:"))[0]
    path = tmp_path / "playbook.yaml"
    lines = path.read_text("utf-8").splitlines()
    made = {page.uri: page.html for page in build.site(path).pages(written.edition)}
    for uri, (text, typed) in on_pages.items():
        found = {row["text"]: row["places"] for row in written.on(made[uri].encode())}
        at = next(number for number, each in enumerate(lines, 1) if typed in each)
        assert found[text] == [f"{path}:{at}"], uri


def test_a_reply_leads_to_its_line_with_what_stands_for_its_names() -> None:
    path = PLAYBOOKS / "british-shop.yaml"
    first = read(path)[0]
    page = next(
        each for each in build.site(path).pages(first.edition) if each.uri == "scripts/changed-mind.html"
    )
    found = {row["text"]: row["places"] for row in first.on(page.html.encode())}
    reply = next(text for text in found if text.startswith("Ofcourse"))
    assert "14days" in reply
    assert found[reply][0].endswith(line("british-shop.yaml", 'say: "Of course'))
    # What the law says comes with the program; there is no line to lead to.
    assert "14days" not in found


def test_what_two_places_say_has_both() -> None:
    found = read(PLAYBOOKS / "british-shop.yaml")[0].on(b"<h2>Goods</h2>")
    assert [f":{place.rpartition(':')[2]}" for place in found[0]["places"]] == GOODS


def test_after_an_edit_it_is_said_what_else_says_it(tmp_path: Path) -> None:
    before = edited(tmp_path, "british-shop.yaml")
    # In place of one category's name; a field's section is called the same.
    now = edited(tmp_path, "british-shop.yaml", ("name: Goods, means", "name: Wares, means"))
    groups = told(Saved(before, before, now), (), (), labels("en").preview.saved)
    assert GOODS[0] in says(groups, "Changed: 1")
    assert GOODS[1] in says(groups, "Still say it the old way: 1")
    assert len(groups) == 2


def test_after_a_fact_it_is_said_what_follows_and_which_questions_changed(tmp_path: Path) -> None:
    before = edited(tmp_path, "quiz.yaml")
    now = edited(tmp_path, "quiz.yaml", ("say: {zh: 24 小时", "say: {zh: 36 小时"))
    groups = told(Saved(before, before, now), (), (), labels("zh").preview.saved)
    assert "36 小时" in says(groups, "改了 1 处")
    assert "q-answer-time" in says(groups, "打开预览以来")
    assert "另一种语言的 1 处没有动" in str(groups)
    assert "已经跟着变了" in str(groups)


def test_sheets_to_print_anew_are_told_by_their_codes(tmp_path: Path) -> None:
    same = edited(tmp_path, "tiny.yaml")
    first = (Listed("zh", "wall", "服务规范", "aaaa"), Listed("en", "wall", "Service norms", "bbbb"))
    now = (first[0], Listed("en", "wall", "Service norms", "cccc"))
    groups = told(Saved(same, same, same), first, now, labels("en").preview.saved)
    assert [group["head"].partition(" since")[0] for group in groups] == ["Sheets to print anew"]
    assert groups[0]["rows"] == [{"says": "Service norms · en · #cccc"}]


def test_nothing_of_it_is_in_a_site(tmp_path: Path) -> None:
    made = build.site(PLAYBOOKS / "tiny.yaml")
    build_site(made, PLAYBOOKS / "tiny.yaml", tmp_path / "site")
    for path in (tmp_path / "site").rglob("*"):
        if path.is_file():
            assert path.name not in FILES
            assert OURS.encode() not in path.read_bytes(), path
