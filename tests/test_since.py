"""What changed since an earlier playbook.json: on a page, and marked where it stands."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.__main__ import main
from generator.edition import edition
from generator.outlines.since import CHAPTERS, earlier, listed
from generator.playbook.load import load
from generator.playbook.model.text import Text
from tests.conftest import ROOT

SHOP = ROOT / "tests/playbooks/paper-english.yaml"


def built(playbook: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["build", "--no-print", "--playbook", str(playbook), *options])


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A shop whose one norm was said otherwise since `old.json`, with a norm that is new and a line of the promise gone."""
    folder = tmp_path_factory.mktemp("shop")
    playbook, old = folder / "playbook.yaml", folder / "old.json"
    shutil.copy(SHOP, playbook)
    assert built(playbook).exit_code == 0
    told = json.loads((folder / "site/playbook.json").read_text("utf-8"))
    items = told["items"]["en"]
    items["promise.fourth"] = ["00000000", "We ring back"]
    del items["promise.two"]
    old.write_text(json.dumps(told), "utf-8")
    text = playbook.read_text("utf-8")
    playbook.write_text(text.replace("People know whom", "People like to know whom"), "utf-8")
    assert built(playbook, "--since", str(old)).exit_code == 0
    return playbook, old


def test_a_page_lists_what_is_new_changed_and_gone(shop: tuple[Path, Path]) -> None:
    page = (shop[0].parent / "site/changes.html").read_text("utf-8")
    parts = dict(re.findall(r"<h2 id=[^>]*>(.*?)</h2>\s*<ul class=\"points\">(.*?)</ul>", page, re.S))
    assert [*parts] == ["New", "Changed", "Taken out"]
    assert 'href="promise.html#two"' in parts["New"]
    assert re.findall(r">([^<]+)</a>", parts["Changed"]) == ["Greet by name"]
    assert "We ring back" in parts["Taken out"]
    assert "href" not in parts["Taken out"]


def test_the_norm_says_since_when_and_the_others_do_not(shop: tuple[Path, Path]) -> None:
    page = (shop[0].parent / "site/norms.html").read_text("utf-8")
    assert page.count('class="changed"') == 1
    assert re.search(r'id="greet">.*?</h\d><p class="changed"[^>]*>Changed since 22 November 2026</p>', page)


def test_the_same_file_gives_the_same_bytes_and_no_file_no_mark(shop: tuple[Path, Path]) -> None:
    playbook, old = shop
    made = (playbook.parent / "site/changes.html").read_bytes()
    assert built(playbook, "--since", str(old)).exit_code == 0
    assert (playbook.parent / "site/changes.html").read_bytes() == made
    assert built(playbook).exit_code == 0
    assert not (playbook.parent / "site/changes.html").exists()
    assert 'class="changed"' not in (playbook.parent / "site/norms.html").read_text("utf-8")


@pytest.mark.parametrize("text", ["{}", "[]", "no JSON", '{"items": {"en": {"norms.greet": "x"}}}'])
def test_a_file_that_lists_nothing_is_refused_in_a_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / "other.json").write_text(text, "utf-8")
    shutil.copy(SHOP, tmp_path / "playbook.yaml")
    refused = built(tmp_path / "playbook.yaml", "--since", str(tmp_path / "other.json"))
    assert refused.exit_code == 2
    assert "There is nothing in other.json to compare with." in refused.output
    assert earlier(text.encode()) is None


def test_other_words_to_be_found_by_are_no_change_and_a_figure_is() -> None:
    playbook = load(ROOT / "playbook.yaml").playbook
    assert playbook
    now = listed(edition(playbook, "zh"))
    named = [
        each.model_copy(update={"aliases": ()}) if each.id == "too-dear" else each
        for each in playbook.scripts
    ]
    assert listed(edition(playbook.model_copy(update={"scripts": tuple(named)}), "zh")) == now
    facts = [
        each.model_copy(update={"say": Text({"zh": "9 天", "en": "9 days"})})
        if each.id == "return_days"
        else each
        for each in playbook.facts
    ]
    other = listed(edition(playbook.model_copy(update={"facts": tuple(facts)}), "zh"))
    assert {of for of in now if now[of] != other[of]} >= {"promise.return", "scripts.return-no-reason"}


def test_no_question_is_in_the_list() -> None:
    assert not {"training", "posters"} & {*CHAPTERS}
