"""Wrong playbooks: beside each mistake stands what an author is told, and nothing else is said.

In `problems/*.yaml` a comment says what must be reported on its line, in the words the author reads:

    owner: ownr  #! 10 error unknown-reference "roles（岗位）里没有 `ownr`。" | "可能想写：`owner`…"

`#!+1` stands on the line above, where a comment would change what is read; `#!en` gives the English wording
of a problem whose Chinese is given as well. `#!printed` at the top: said only when sheets are set. `#!on` a day.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Literal, NamedTuple, get_args, get_origin

import pytest
import yaml

from generator.build import check
from generator.engines.printers import printer
from generator.playbook.load import load
from generator.playbook.model.playbook import Playbook
from generator.playbook.problems import Problem
from generator.playbook.read.validation import _records
from generator.playbook.wordings import SUBJECT, files, kinds, shared

FOLDER = Path(__file__).parent.parent / "problems"
GENERATOR = Path(__file__).parents[2] / "generator"
READING = GENERATOR / "playbook" / "read"
"""Where faults are noted before they are problems."""
WRONG = sorted([*FOLDER.glob("*.yaml"), *FOLDER.glob("include/*.yaml")])
MARK = re.compile(r'#!(en)?([+-]\d+)? (\d+) (\w+) ([\w-]+) "(.*)" \| "(.*)"$')
CANNOT_STAND_IN_A_FILE = {
    "not-found",
    "not-utf8",
    "other-name",
    "other-folder",
    "issued-unreadable",
    "issued-tools",
    "issued-moved",
    "screen-not-made",
    "entry-too-long",
    "values-shape",
    "no-such-person",
    "logo-coarse",
    "logo-cut",
    "logo-no-picture",
    "logo-odd-shape",
    "logo-too-large",
}
"""Kinds that have a test of their own: below, in test_logo.py, in tests/printables/test_form_files.py, in
tests/test_filling.py."""


class Said(NamedTuple):
    """What an author is told."""

    file: str
    line: int
    column: int
    level: str
    kind: str
    message: str
    remedy: str


@pytest.mark.parametrize("path", WRONG, ids=lambda path: path.stem)
def test_every_mistake_is_told_where_and_as_it_stands_beside_it(path: Path) -> None:
    problems, files = told(path)

    assert sorted(said(problem, "zh") for problem in problems) == sorted(expected(path, files, "zh"))


@pytest.mark.parametrize("path", WRONG, ids=lambda path: path.stem)
def test_mistakes_are_told_in_english_too(path: Path) -> None:
    problems, files = told(path)
    english = set(expected(path, files, "en"))

    assert english <= {said(problem, "en") for problem in problems}
    assert english


def test_there_is_a_mistake_of_every_kind() -> None:
    found = {problem.kind for path in WRONG for problem in told(path)[0]}

    assert found | CANNOT_STAND_IN_A_FILE == set(kinds())


def test_every_kind_has_been_read_in_english() -> None:
    read = {each.kind for path in WRONG for each in expected(path, told(path)[1], "en")}

    assert read | CANNOT_STAND_IN_A_FILE == set(kinds())


def test_every_problem_gives_the_details_its_kind_declares_and_no_others() -> None:
    for problem in (problem for path in WRONG for problem in told(path)[0]):
        assert sorted(problem.details) == sorted(kinds()[problem.kind].details), problem


def test_wherever_a_problem_is_raised_it_is_given_the_details_its_kind_declares() -> None:
    """As the code stands, also where no playbook above leads to; details in a variable are left to the test above."""
    places = [place for module in GENERATOR.rglob("*.py") for place in raised(module)]
    wrong = [
        f"{place}: {kind} is given {sorted(given)}"
        for place, kind, given in places
        if kind not in kinds() or sorted(given) != sorted(kinds()[kind].details)
    ]
    assert wrong == []
    assert len(places) > 60


def raised(module: Path) -> Iterator[tuple[str, str, set[str]]]:
    """Where a module raises a problem of a kind it names, with the names of its details."""
    for call in ast.walk(ast.parse(module.read_text("utf-8"))):
        if not isinstance(call, ast.Call) or not call.args or not isinstance(call.args[0], ast.Constant):
            continue
        place, kind = f"{module.relative_to(GENERATOR)}:{call.lineno}", str(call.args[0].value)
        keywords = {word.arg or "": word.value for word in call.keywords}
        match call.func:
            case ast.Name(id="Problem"):
                given = names_of(call.args[2] if len(call.args) > 2 else keywords.get("details"))
                if given is not None:
                    yield place, kind, given | (keywords.keys() & {"first"})
            case ast.Attribute(attr="note" | "_note") if module.is_relative_to(READING):
                yield place, kind, set(keywords)


def names_of(details: ast.expr | None) -> set[str] | None:
    """The names in details that are written out, alone or joined to what `suggested` gives."""
    match details:
        case None:
            return set()
        case ast.Dict(keys=keys):
            return {key.value for key in keys if isinstance(key, ast.Constant)}
        case ast.Call(func=ast.Name(id="suggested")):
            return {"hint", "near"}
        case ast.BinOp(left=left, right=right):
            one, other = names_of(left), names_of(right)
            return None if one is None or other is None else one | other
    return None


def test_a_wording_names_only_details_its_kind_declares() -> None:
    for kind, wording in kinds().items():
        for said in wording.said.values():
            for sentence in (said.says, said.remedy):
                named = {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}
                assert named <= set(wording.details), kind


def test_every_kind_says_what_is_wrong_and_what_to_do_in_both_languages() -> None:
    for kind, wording in kinds().items():
        for language, end in (("zh", "。？…"), ("en", ".…")):
            said = wording.said[language]
            assert said.says[-1] in end, kind
            assert said.remedy[-1] in end + '"`', kind


def test_every_wording_stands_beside_a_module_that_raises_it() -> None:
    for file in files():
        assert file.with_suffix(".py").is_file(), file
        beside = "".join(module.read_text("utf-8") for module in file.parent.glob("*.py"))
        for kind in yaml.safe_load(file.read_text("utf-8")).keys() - {SUBJECT}:
            assert f'"{kind}"' in beside, (file, kind)


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    (problem,) = load(tmp_path / "playbook.yaml").problems

    assert problem.kind == "not-found"
    assert problem.says("zh") == f"找不到或打不开文件 {tmp_path / 'playbook.yaml'}。"
    assert problem.remedy("zh") == "请在放有 playbook.yaml 的文件夹里运行，或用 --playbook 写明文件。"
    assert problem.says("en") == f"The file {tmp_path / 'playbook.yaml'} is not there or cannot be opened."


@pytest.mark.parametrize(
    "name", ["playbook.yml", "playbook.yaml.txt", "playbook.txt", "Playbook.yml", "Playbook.yaml", "playbook"]
)
def test_a_playbook_under_another_name_is_found(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("schema: 1\n")

    (problem,) = load(tmp_path / "playbook.yaml").problems

    assert problem.kind == "other-name"
    assert problem.says("zh") == f"没有 {tmp_path / 'playbook.yaml'}，同一个文件夹里却有 `{name}`。"
    assert problem.remedy("en").startswith("It is probably the one: rename it to playbook.yaml.")


@pytest.mark.parametrize(("stands", "near"), [("run/新店 (1)", "新店 (1)"), (".", "..")])
def test_a_playbook_one_folder_away_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stands: str, near: str
) -> None:
    (tmp_path / "run" / "新店 (1)").mkdir(parents=True)
    (tmp_path / stands / "playbook.yaml").write_text("schema: 1\n")
    monkeypatch.chdir(tmp_path / "run")

    (problem,) = load(Path("playbook.yaml")).problems

    assert problem.kind == "other-folder"
    assert problem.remedy("zh").endswith(f'加上 --playbook "{Path(near) / "playbook.yaml"}"。')
    assert problem.says("en").endswith(f"there is `{Path(near) / 'playbook.yaml'}`.")


@pytest.mark.parametrize(("encoding", "place"), [("gb18030", (2, 3)), ("utf-16", (1, 1))])
def test_a_file_in_another_encoding_is_a_problem(
    tmp_path: Path, encoding: str, place: tuple[int, int]
) -> None:
    path = tmp_path / "playbook.yaml"
    path.write_bytes("schema: 1\n# 服务手册\n".encode(encoding))

    (problem,) = load(path).problems

    assert problem.kind == "not-utf8"
    assert problem.place
    assert problem.place[1:] == place
    assert problem.says("zh") == "这个文件不是 UTF-8 编码，从这里起读不出来。"
    assert problem.remedy("zh") == "用编辑器“另存为”，编码选 UTF-8，再运行一次。"
    assert problem.says("en") == "This file is not UTF-8; it cannot be read from here on."


def test_a_folder_is_no_playbook(tmp_path: Path) -> None:
    assert [problem.kind for problem in load(tmp_path).problems] == ["not-found"]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "null\n", "---\n", "hello\n"])
def test_a_file_without_chapters_is_one_problem_and_not_many(tmp_path: Path, text: str) -> None:
    path = tmp_path / "playbook.yaml"
    path.write_text(text)

    assert [problem.kind for problem in load(path).problems] == ["not-a-playbook"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("begin", ["", "\ufeff"])
def test_columns_count_characters_whatever_the_editor_writes(
    tmp_path: Path, begin: str, line_end: str
) -> None:
    path = tmp_path / "playbook.yaml"
    text = 'schema: 2\nnorms: [{id: "👋🏽", short: 先问好，😀再：报, stage: befor}]\n'
    path.write_bytes((begin + text.replace("\n", line_end)).encode())

    places = {problem.kind: problem.place[1:] for problem in load(path).problems if problem.place}

    assert places["schema-unknown"] == (1, 9)
    assert places["bad-id"] == (2, 14)
    assert places["not-one-of"] == (2, 1 + text.split("\n")[1].index("befor"))


def test_an_english_playbook_is_answered_in_english_even_where_it_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "playbook.yaml"
    path.write_text("schema: 1\nabout:\n  languages: [en, zh]\n  title: [\n", "utf-8")

    assert load(path).language == "en"


@cache
def told(path: Path) -> tuple[tuple[Problem, ...], tuple[Path, ...]]:
    """What `playbook check` says of a wrong playbook, and the files it has read."""
    text = path.read_text("utf-8")
    on = re.search(r"^#!on (\S+)$", text, re.M)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(path.parent)
        print_with = printer() if "\n#!printed\n" in text else None
        checked = check(Path(path.name), printer=print_with, on=date.fromisoformat(on[1]) if on else None)
    return checked.problems, checked.loaded.source.files


def said(problem: Problem, language: str) -> Said:
    assert problem.place
    return Said(*problem.place, problem.level, problem.kind, problem.says(language), problem.remedy(language))


def expected(path: Path, files: tuple[Path, ...], language: str) -> Iterator[Said]:
    """What stands beside the mistakes of a playbook and of the files it includes."""
    for file in files:
        for number, line in enumerate((path.parent / file).read_text("utf-8").split("\n"), 1):
            found = MARK.search(line)
            assert found or "#! " not in line, f"{file}:{number}"
            if found and (found[1] or "zh") == language:
                offset, column, level, kind, message, remedy = found.groups()[1:]
                yield Said(str(file), number + int(offset or 0), int(column), level, kind, message, remedy)


def test_a_kind_that_is_read_alone_is_what_stands_in_its_file() -> None:
    tables = [yaml.safe_load(file.read_text("utf-8")) for file in files()]
    written = {kind: table[kind] for table in tables for kind in table if kind != SUBJECT}
    assert list(kinds()) == list(written)
    for kind, wording in kinds().items():
        assert wording.level == written[kind]["level"]
        assert wording.said["zh"].model_dump(exclude_unset=True) == written[kind]["zh"]


def test_every_word_of_a_list_is_said_in_chinese_too() -> None:
    unsaid = {
        (name, word)
        for record in _records(Playbook)
        for name, field in record.model_fields.items()
        for words in choices(field.annotation)
        for word in words
        if len(words) > 1
        and word not in ("A", "B", "C", "D")
        and not {f"{name}.{word}", word} & shared().values["zh"].keys()
    }
    assert unsaid == set()


def choices(annotation: object) -> Iterator[tuple[str, ...]]:
    if get_origin(annotation) is Literal:
        yield get_args(annotation)
    elif not isinstance(annotation, (str, int)):
        for inner in get_args(annotation):
            yield from choices(inner)
