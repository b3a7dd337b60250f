"""Cards for Anki, imported by Anki's own code."""

from __future__ import annotations

import copy
import json
import zipfile
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from generator.edition import editions
from generator.exports import cards
from generator.playbook.load import load
from generator.playbook.papers.pool import graded
from tests.conftest import ROOT

SHOP = ROOT / "tests/playbooks/quiz.yaml"
MISTYPED = "掉在地上的面包怎么处理"


def package(playbook: Path) -> bytes:
    read = load(playbook).playbook
    assert read
    (file,) = cards.files(editions(read)[0])
    return file.content()


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """The bakery without papers, so that every question is one to practise with, and meant for cards."""
    data = copy.deepcopy(load(SHOP).source.root.data)
    del data["training"]["papers"]
    for question in data["training"]["questions"]:
        question["use"] = ["selfcheck", "anki"]
    path = tmp_path / "playbook.yaml"
    path.write_text(json.dumps(data, ensure_ascii=False, default=str, indent=1), "utf-8")
    return path


def imported(collection: Collection, made: bytes, folder: Path) -> dict[str, list[str]]:
    """The notes by their id after an import."""
    path = folder / "cards.apkg"
    path.write_bytes(made)
    options = ImportAnkiPackageOptions(merge_notetypes=True, update_notes=0, update_notetypes=0)
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options))
    found = [collection.get_note(each) for each in collection.find_notes("")]
    return {note.guid: note.fields for note in found}


def test_imported_twice_they_are_the_same_notes_and_a_mended_word_mends_its_card(
    shop: Path, tmp_path: Path
) -> None:
    collection = Collection(str(tmp_path / "one.anki2"))
    before = imported(collection, package(shop), tmp_path)
    assert before
    assert imported(collection, package(shop), tmp_path) == before

    text = shop.read_text("utf-8").replace("2026-11-22", "2026-12-01")
    assert text.count(MISTYPED) == 1
    shop.write_text(text.replace(MISTYPED, "掉到地上的面包怎么处理"), "utf-8")
    after = imported(collection, package(shop), tmp_path)
    collection.close()
    assert before.keys() == after.keys()
    assert sum(before[guid] != after[guid] for guid in before) == 1


def test_no_graded_question_is_on_a_card(tmp_path: Path) -> None:
    playbook = load(ROOT / "playbook.yaml").playbook
    assert playbook
    assert playbook.training
    collection = Collection(str(tmp_path / "one.anki2"))
    (file,) = cards.files(editions(playbook)[0])
    fields = " ".join(" ".join(each) for each in imported(collection, file.content(), tmp_path).values())
    collection.close()
    asked = graded(playbook.training)
    stems = [str(each.stem.in_("zh")) for each in playbook.training.questions if each.id in asked]
    assert [stem for stem in stems if stem in fields] == []


def test_the_package_bears_no_hour_and_is_the_same_each_time(shop: Path, tmp_path: Path) -> None:
    one = package(shop)
    assert one == package(shop)
    (tmp_path / "one.apkg").write_bytes(one)
    with zipfile.ZipFile(tmp_path / "one.apkg") as it:
        assert {each.date_time for each in it.infolist()} == {(1980, 1, 1, 0, 0, 0)}
