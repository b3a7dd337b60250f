"""A language is one record and its words: a third one is added to a copy of the generator, and the tiny playbook built in it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.edition import editions
from generator.labels import FOLDER, LabelsFault, labels
from generator.playbook.languages import LANGUAGES
from generator.playbook.load import load
from generator.printables import set_all
from tests import pdfs
from tests.conftest import PLAYBOOKS, ROOT

RECORD = '        Language("xx", tag="en-x-pseudo", locale="en_GB", theme="en", explains="en"),\n'


@pytest.fixture(scope="module")
def with_a_third(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the generator that also speaks xx: English between guillemets."""
    folder = tmp_path_factory.mktemp("third")
    shutil.copytree(ROOT / "generator", folder / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "docs").mkdir()
    record = folder / "generator" / "playbook" / "languages.py"
    text = record.read_text("utf-8")
    english = re.search(r'^ +Language\("en".*\n', text, re.M)
    assert english is not None
    record.write_text(text.replace(english[0], english[0] + RECORD), "utf-8")
    words = yaml.safe_load((FOLDER / "en.yaml").read_text("utf-8"))
    (folder / "generator" / "labels" / "xx.yaml").write_text(yaml.safe_dump(marked(words)), "utf-8")
    return folder


def marked(words: Any) -> Any:
    return _each(words, lambda text: f"«{text}»" if text.strip() else text)


def _each(value: Any, say: Callable[[str], str]) -> Any:
    match value:
        case dict():
            return {name: _each(inner, say) for name, inner in value.items()}
        case list():
            return [_each(inner, say) for inner in value]
        case str():
            return say(value)
        case _:
            return value


def in_xx(value: Any) -> Any:
    """A playbook whose texts are said in xx, too."""
    match value:
        case dict() if value and set(value) <= set(LANGUAGES):
            return {**value, "xx": f"xx {value['en']}"}
        case dict():
            return {name: in_xx(inner) for name, inner in value.items()}
        case list():
            return [in_xx(inner) for inner in value]
        case _:
            return value


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", *words]
    return subprocess.run(command, cwd=folder, env=spoken(folder), capture_output=True, text=True)


def spoken(folder: Path) -> dict[str, str]:
    """The environment in which the generator of a folder is the one that runs."""
    return {**os.environ, "PYTHONPATH": str(folder), "NO_MKDOCS_2_WARNING": "1"}


def test_a_third_language_is_one_record_and_its_words(with_a_third: Path, tmp_path: Path) -> None:
    file = written(ROOT / "tests/playbooks/tiny.yaml", tmp_path, ["zh", "xx"])
    built = run(with_a_third, "build", "--playbook", str(file))
    assert built.returncode == 0, built.stderr
    page = (tmp_path / "site" / "xx" / "norms.html").read_text("utf-8")
    assert f"«{labels('en').handbook.why}»" in page
    assert "xx " in page
    said = pdfs.text(tmp_path / "site" / "xx" / "files" / "poster-wall.pdf")
    assert "xx" in said
    assert "«" in said


def written(playbook: Path, folder: Path, languages: list[str]) -> Path:
    """A playbook of the tests, in these languages, in a folder."""
    data = in_xx(yaml.load(playbook.read_text("utf-8"), Loader=yaml.CSafeLoader))
    about = data["about"]
    about |= {"languages": languages, "date": str(about["date"]), "review_by": str(about["review_by"])}
    for picture in playbook.parent.glob("*.svg"):
        shutil.copy(picture, folder)
    file = folder / "playbook.yaml"
    file.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    return file


SET = """
from pathlib import Path
from generator.edition import editions
from generator.playbook.load import load
from generator.printables import set_all
loaded = load(Path("{}"))
print("xx", *(page.sheet.id for page in set_all(editions(loaded.playbook)) if page.edition.language == "xx"))
"""


@pytest.mark.parametrize("playbook", PLAYBOOKS[1:], ids=lambda path: path.stem)
def test_every_kind_of_sheet_can_be_set_in_a_third_language(
    with_a_third: Path, tmp_path: Path, playbook: Path
) -> None:
    file = written(playbook, tmp_path, ["xx"])
    command = [sys.executable, "-c", SET.format(file)]
    made = subprocess.run(command, cwd=with_a_third, env=spoken(with_a_third), capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    loaded = load(playbook).playbook
    assert loaded is not None
    known = {page.sheet.id for page in set_all(editions(loaded))}
    assert set(made.stdout.split()[1:]) == known


def test_a_text_that_lacks_a_language_nobody_has_named_says_its_code(
    with_a_third: Path, tmp_path: Path
) -> None:
    file = written(ROOT / "tests/playbooks/tiny.yaml", tmp_path, ["zh", "xx"])
    text = file.read_text("utf-8")
    assert "  xx: xx " in text
    file.write_text(re.sub(r"\n *xx: xx .*", "", text, count=1), "utf-8")
    for code, said in (("en", "This text is not given in `xx`."), ("zh", "这段文字没有 `xx`。")):
        told = run(with_a_third, "check", "--no-print", "--playbook", str(file), "--language", code).stdout
        assert said in told


def test_mistakes_and_fields_are_explained_where_the_record_says(with_a_third: Path, tmp_path: Path) -> None:
    (tmp_path / "playbook.yaml").write_text("schema: 1\n", "utf-8")
    told = [
        run(with_a_third, "check", "--playbook", str(tmp_path / "playbook.yaml"), "--language", code).stdout
        for code in ("xx", "en")
    ]
    assert told[0] == told[1] != ""
    fields = run(with_a_third, "fields", "--language", "xx").stdout
    in_english = run(with_a_third, "fields", "--language", "en").stdout
    assert "Why it is accepted." in fields
    # An example in a description may be Chinese; a description is not.
    assert len(re.findall(r"[\u3400-\u9fff]", fields)) == len(re.findall(r"[\u3400-\u9fff]", in_english))


def test_a_missing_word_is_told_with_file_language_and_field(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = yaml.safe_load((FOLDER / "en.yaml").read_text("utf-8"))
    del words["sheet"]["stamp"]
    (tmp_path / "yy.yaml").write_text(yaml.safe_dump(words), "utf-8")
    monkeypatch.setattr("generator.labels.FOLDER", tmp_path)
    with pytest.raises(LabelsFault, match=r"labels/yy\.yaml \(language `yy`\): sheet\.stamp: Field required"):
        labels("yy")


def test_no_language_is_named_in_code_but_in_its_record() -> None:
    """What stands in the YAML of words and wordings is no code."""
    named = re.compile(r"""["'](zh|en)["']|:lang\((zh|en)\)""")
    files = [*(ROOT / "generator").rglob("*.py"), *(ROOT / "generator" / "printables").glob("*.css")]
    found = {path.name for path in files if named.search(path.read_text("utf-8"))}
    assert found == {"languages.py"}
