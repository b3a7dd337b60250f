"""The commands as a person types them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click import Option
from click.testing import CliRunner, Result

from generator.__main__ import main

ROOT = Path(__file__).parent.parent
TINY = ROOT / "tests" / "playbooks" / "tiny.yaml"


def playbook(*words: str, **options: str) -> Result:
    return CliRunner().invoke(main, list(words), env={"CI": "", **options})


def wrong(tmp_path: Path, old: str, new: str) -> Path:
    path = tmp_path / "playbook.yaml"
    path.write_text(TINY.read_text("utf-8").replace(old, new), "utf-8")
    return path


def test_check_of_a_right_playbook_ends_well() -> None:
    result = playbook("check", "--no-print", "--on", "2026-12-01", "--playbook", str(TINY))
    assert (result.exit_code, result.output) == (0, "错误 0 条，提醒 0 条，建议 0 条。\n")


def test_an_error_is_told_with_place_and_remedy_and_fails(tmp_path: Path) -> None:
    path = wrong(tmp_path, "owner: owner", "owner: ownr")
    result = playbook("check", "--no-print", "--on", "2026-12-01", "--playbook", str(path))
    assert result.exit_code == 1
    assert f"{path}:7:10: 错误：" in result.output
    assert "`owner`" in result.output


def test_errors_stand_last_where_they_are_seen_and_stop_a_build_alone(tmp_path: Path) -> None:
    path = wrong(tmp_path, "owner: owner", "owner: ownr")
    path.write_text(path.read_text("utf-8").replace("再报店名, en", "再报店名?好, en"), "utf-8")
    checked = playbook("check", "--no-print", "--on", "2026-12-01", "--playbook", str(path)).output
    begin, _, rest = checked.partition("\n")
    assert begin == f"错误 1 条，从这里改起：{path}:7:10 [unknown-reference]"
    assert 0 < rest.index("[half-width]") < rest.index("[unknown-reference]")
    built = playbook("build", "--no-print", "--playbook", str(path))
    assert built.exit_code == 1
    assert "[unknown-reference]" in built.output
    assert "[half-width]" not in built.output
    assert built.output.endswith("先改好这 1 条。这次没有生成，上次做好的还在。\n")


def test_like_errors_are_counted_after_the_third_and_roots_come_first() -> None:
    path = ROOT / "tests" / "problems" / "mistakes-writing.yaml"
    words = ("check", "--no-print", "--on", "2026-12-01", "--playbook", str(path))
    lines = playbook(*words).output.splitlines()
    assert lines[0].startswith("错误 9 条，从这里改起：")
    assert sum("[list-dash]" in line and "错误：" in line for line in lines[1:]) == 3
    assert sum("    同样的还有 2 条 [list-dash]：" in line for line in lines) == 1
    told = playbook(*words, "--all").output
    assert told.count("[list-dash]") == 5 + ("[list-dash]" in lines[0])


def test_a_warning_fails_only_if_asked_to(tmp_path: Path) -> None:
    path = wrong(tmp_path, "再报店名, en", "再报店名?好, en")
    words = ("check", "--no-print", "--on", "2026-12-01", "--playbook", str(path))
    assert playbook(*words).exit_code == 0
    assert playbook(*words, "--strict").exit_code == 1


def test_an_overdue_review_is_a_warning() -> None:
    result = playbook("check", "--no-print", "--on", "2027-06-01", "--playbook", str(TINY))
    assert "[review-overdue]" in result.output
    assert result.exit_code == 0


def test_a_warning_accepted_with_a_reason_is_silent(tmp_path: Path) -> None:
    path = wrong(tmp_path, "再报店名, en", "再报店名?好, en")
    path.write_text(
        path.read_text("utf-8")
        + "accept:\n  - {problem: half-width, at: norms.greet, reason: {zh: 店名就这样写。, en: It is the name.}}\n",
        "utf-8",
    )
    result = playbook("check", "--no-print", "--on", "2026-12-01", "--strict", "--playbook", str(path))
    assert (result.exit_code, result.output) == (0, "错误 0 条，提醒 0 条，建议 0 条。\n")


def test_problems_speak_the_language_asked_for(tmp_path: Path) -> None:
    path = wrong(tmp_path, "owner: owner", "owner: ownr")
    result = playbook("check", "--no-print", "--language", "en", "--playbook", str(path))
    assert "There is no `ownr` among the roles." in result.output


def test_json_holds_every_problem_with_its_place(tmp_path: Path) -> None:
    path = wrong(tmp_path, "owner: owner", "owner: ownr")
    result = CliRunner().invoke(
        main, ["check", "--no-print", "--json", "--on", "2026-12-01", "--playbook", str(path)]
    )
    (problem,) = json.loads(result.stdout)
    assert (problem["line"], problem["column"], problem["level"]) == (7, 10, "error")


def test_wrong_use_ends_with_2() -> None:
    assert playbook("check", "--nonsense").exit_code == 2
    assert playbook("make", "no-such-id", "--playbook", str(TINY)).exit_code == 2


def test_a_missing_playbook_is_told_without_a_traceback(tmp_path: Path) -> None:
    result = playbook("build", "--playbook", str(tmp_path / "nothing.yaml"))
    assert result.exit_code == 1
    assert "--playbook" in result.output


def test_list_names_the_handbook_and_every_sheet() -> None:
    result = CliRunner().invoke(main, ["list", "--json", "--playbook", str(TINY)])
    rows = json.loads(result.stdout)
    assert {(row["id"], row["language"], row["path"]) for row in rows} == {
        ("handbook", "zh", "site/index.html"),
        ("handbook", "en", "site/en/index.html"),
        ("poster-wall", "zh", "site/files/poster-wall.pdf"),
        ("poster-wall", "en", "site/en/files/poster-wall.pdf"),
    }


def test_make_makes_only_what_is_named(tmp_path: Path) -> None:
    path = wrong(tmp_path, "", "")
    result = playbook("make", "poster-wall", "--playbook", str(path))
    assert result.exit_code == 0, result.output
    made = sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.*") if p.is_file())
    assert made == [
        "playbook.yaml",
        "site/.made-by-playbook",
        "site/en/files/poster-wall.pdf",
        "site/files/poster-wall.pdf",
    ]


def test_what_is_not_asked_for_is_not_waited_for(tmp_path: Path) -> None:
    """A sheet that overflows stops its own making, not that of others nor the list."""
    short = """checklists:
  - {id: short, title: 关灯, kind: read_do, pause: 关门前, who: owner, done: 说一声。, trialled_on: 2026-11-20,
     items: [{id: a, text: 关灯。}, {id: b, text: 关水。}, {id: c, text: 锁门。}]}
"""
    path = tmp_path / "playbook.yaml"
    long = TINY.parents[1] / "problems" / "printed-checklist.yaml"
    path.write_text(long.read_text("utf-8").replace("checklists:\n", short), "utf-8")
    assert "checklist-open" in playbook("list", "--playbook", str(path)).output
    one = playbook("make", "checklist-short", "--playbook", str(path))
    assert (one.exit_code, one.output) == (0, "site/files/checklist-short.pdf\n")
    both = playbook("make", "checklist-short", "checklist-open", "--playbook", str(path))
    assert both.exit_code == 1
    assert "sheet-overflows" in both.output


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_and_option_explains_itself_in_both_languages(command: str) -> None:
    told = [main.commands[command].help]
    told += [option.help for option in main.commands[command].params if isinstance(option, Option)]
    for help_ in told:
        assert help_, command
        assert re.search("[一-鿿]", help_), help_
        assert re.search("[A-Za-z]+ [a-z]+", help_), help_


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readme_names_every_command(readme: str) -> None:
    text = (ROOT / readme).read_text("utf-8")
    assert [name for name in main.commands if f"playbook {name}" not in text] == []


@pytest.mark.parametrize("command", ["build", "check", "serve", "list"])
def test_a_playbook_that_is_a_link_to_nothing_is_told(tmp_path: Path, command: str) -> None:
    for leads_to in ("round.yaml", "nowhere.yaml"):
        path = tmp_path / "round.yaml"
        path.unlink(missing_ok=True)
        path.symlink_to(leads_to)
        result = playbook(command, "--no-print", "--playbook", str(path), LC_ALL="en_GB.UTF-8")
        assert result.exit_code == 1
        assert f"{path} is a link to a place that is not there." in result.output


def test_the_folder_of_a_playbook_may_be_named(tmp_path: Path) -> None:
    wrong(tmp_path, "owner: owner", "owner: owner")
    assert playbook("check", "--no-print", "--on", "2026-12-01", "--playbook", str(tmp_path)).exit_code == 0


def test_a_new_playbook_ends_with_what_comes_next(tmp_path: Path) -> None:
    result = playbook("new", str(tmp_path / "my shop"), "--language", "en")
    assert f'cd "{tmp_path / "my shop"}"' in result.stderr
    assert "playbook check" in result.stderr
    assert "playbook build" in result.stderr


@pytest.mark.parametrize(
    "words", [("schema",), ("fields", "--language", "zh"), ("explain", "--page", "--language", "zh")]
)
def test_what_is_printed_can_be_written_into_a_file(tmp_path: Path, words: tuple[str, ...]) -> None:
    file = tmp_path / "out.txt"
    assert playbook(*words, "--output", str(file)).output == ""
    assert file.read_bytes().decode() == playbook(*words).output
