"""`playbook add` and `playbook remove`: a part of the library into a shop's files and out of them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.__main__ import main
from generator.library.adding import add
from generator.library.choosing import there_is
from generator.playbook.confirmed import counted
from generator.playbook.load import load
from generator.starter import TRADES
from tests.conftest import ROOT

REMARK = "# what we say, read together every Monday\n"


def run(*said: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, said)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result.exit_code, result.output


def typed(folder: Path, *said: str) -> tuple[int, str, str]:
    """A command as a person types it, in the folder of the playbook."""
    command = [sys.executable, "-m", "generator", *said]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout, done.stderr


def shop(folder: Path, language: str = "en", size: str = "bare", trade: str = "service") -> Path:
    code, said = run("new", str(folder), "--language", language, "--size", size, "--trade", trade)
    assert code == 0, said
    scripts = folder / "chapters" / "scripts.yaml"
    text = scripts.read_text("utf-8")
    scripts.write_text(text.replace("scripts:\n", f"{REMARK}scripts:\n"), "utf-8")
    return folder


def done(*said: str) -> str:
    code, told = run(*said)
    assert code == 0, told
    return told


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.yaml"))}


def errors(folder: Path) -> list[str]:
    return [
        problem.says("en") for problem in load(folder / "playbook.yaml").problems if problem.level == "error"
    ]


def test_a_form_and_a_script_come_with_what_they_need_and_change_nothing_else(tmp_path: Path) -> None:
    folder = shop(tmp_path / "shop")
    before = files(folder)
    code, said, _ = typed(folder, "add", "forms.day-sheet", "scripts/we-run-late", "--trade", "service")
    assert code == 0
    after = files(folder)
    assert before.keys() == after.keys()
    for name, was in before.items():
        left = iter(after[name].decode("utf-8").splitlines())
        assert all(
            line in left for line in was.decode("utf-8").splitlines() if not line.startswith("placeholders:")
        ), name
    assert REMARK in after["chapters/scripts.yaml"].decode("utf-8")
    playbook = load(folder / "playbook.yaml").playbook
    assert playbook is not None
    assert playbook.forms[-1].id == "day-sheet"
    assert playbook.scripts[-1].id == "we-run-late"
    there = {fact.id: fact for fact in playbook.facts}
    assert there["wait_told"].sample
    listed = [line.split() for line in said.splitlines() if line.startswith("    ")]
    assert {"scripts.we-run-late", "forms.day-sheet", "facts.wait_told", "norms.on-time"} <= {
        line[1] for line in listed
    }
    for place, name, *_ in listed:
        file, line = place.split(":")
        at = (folder / file).read_text("utf-8").splitlines()[int(line) - 1]
        assert name.partition(".")[2] in at, name


def test_what_was_added_goes_again_and_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    folder = shop(tmp_path / "shop", "zh")
    before = files(folder)
    assert run("add", "forms/day-sheet", "--trade", "service", "--playbook", str(folder))[0] == 0
    assert files(folder) != before
    code, said = run("remove", "forms.day-sheet", "--playbook", str(folder))
    assert code == 0
    assert "拿掉了" in said
    assert files(folder) == before


def test_what_she_has_is_refused_with_its_place(tmp_path: Path) -> None:
    folder = shop(tmp_path / "shop")
    before = files(folder)
    code, said, told = typed(folder, "add", "scripts.price")
    assert (code, said) == (1, "")
    line = next(
        n
        for n, each in enumerate(before["chapters/scripts.yaml"].decode().splitlines(), 1)
        if "id: price" in each
    )
    assert f"chapters/scripts.yaml:{line}" in told
    assert files(folder) == before


def test_her_own_figure_is_kept_and_named(tmp_path: Path) -> None:
    folder = shop(tmp_path / "shop")
    main_file = folder / "playbook.yaml"
    hers = "facts:\n  - {id: wait_told, value: 5, unit: minute, say: 5 minutes}\n"
    main_file.write_text(main_file.read_text("utf-8").replace("facts:\n", hers), "utf-8")
    said = done("add", "scripts.we-run-late", "--trade", "service", "--playbook", str(folder))
    assert "facts.wait_told  5 minutes" in said
    assert hers in main_file.read_text("utf-8")


def test_a_dry_run_shows_the_lines_and_writes_nothing(tmp_path: Path) -> None:
    folder = shop(tmp_path / "shop")
    before = files(folder)
    code, said = run("add", "follow-ups", "--trade", "service", "--dry-run", "--playbook", str(folder))
    assert code == 0
    assert "+++ chapters/follow-ups.yaml" in said
    assert "+follow_ups:" in said
    assert files(folder) == before


def test_a_chapter_gets_a_file_of_its_own(tmp_path: Path) -> None:
    folder = shop(tmp_path / "shop", "zh")
    assert run("add", "reviews", "--trade", "food", "--playbook", str(folder))[0] == 0
    assert (folder / "chapters/reviews.yaml").is_file()
    playbook = load(folder / "playbook.yaml").playbook
    assert playbook is not None
    assert playbook.reviews is not None


def test_the_list_has_a_line_for_each_part_in_the_shops_language(tmp_path: Path) -> None:
    folder = shop(tmp_path / "shop", "zh")
    code, said, _ = typed(folder, "add", "--list")
    assert code == 0
    lines = said.splitlines()
    assert any(line.startswith("forms.day-sheet  每日计划表（") for line in lines)
    assert not any(line.startswith(("scripts.price ", "shop.")) for line in lines)


def test_what_something_hangs_on_stays_and_the_places_are_named(tmp_path: Path) -> None:
    folder = shop(tmp_path / "shop", "zh")
    before = files(folder)
    code, said, told = typed(folder, "remove", "norms.listen")
    assert code == 1
    assert "没有拿掉" in told
    places = [
        line.split()[0] for line in said.splitlines() if line.startswith("    ") and "  " in line.strip()
    ]
    assert places
    for place in places:
        file, line = place.split(":")
        assert "listen" in before[file].decode("utf-8").splitlines()[int(line) - 1]
    assert files(folder) == before


def test_what_is_removed_anyway_says_what_is_broken_now(tmp_path: Path) -> None:
    folder = shop(tmp_path / "shop")
    code, said = run("remove", "facts.answer_days", "--anyway", "--playbook", str(folder))
    assert code == 1
    assert len(errors(folder)) == 1
    assert "[id-gone]" in said


def test_what_comes_into_a_chapter_that_was_confirmed_is_not_confirmed(tmp_path: Path) -> None:
    folder = shop(tmp_path / "shop")
    main_file = folder / "playbook.yaml"
    main_file.write_text(main_file.read_text("utf-8").replace("began: ", "mine: [forms], began: "), "utf-8")
    assert run("add", "forms.day-sheet", "--trade", "service", "--playbook", str(folder))[0] == 0
    loaded = load(main_file)
    assert loaded.playbook is not None
    assert [form.mine for form in loaded.playbook.forms] == [None, False]
    (told,) = [each for each in loaded.problems if each.kind == "still-sample"]
    assert "forms 1" in told.details["left"]


def test_a_shop_of_two_languages_gets_both(tmp_path: Path) -> None:
    path = Path(shutil.copy(ROOT / "tests" / "playbooks" / "tiny.yaml", tmp_path / "playbook.yaml"))
    before = load(path).playbook
    assert before is not None
    assert before.about.languages == ("zh", "en")
    done("add", "forms.booking-sheet", "--trade", "food", "--playbook", str(path))
    after = load(path).playbook
    assert after is not None
    assert [after.forms[-1].title.in_(language) for language in ("zh", "en")] == ["订位单", "Booking sheet"]
    # It began from no starter: what came out of the library says so itself.
    assert after.forms[-1].mine is False
    assert [each.name for each in counted(after) if each.left] == ["roles", "forms"]


QUICK = {"forms.complaint-log", "training", "scripts.deposit", "customers"}


@pytest.mark.parametrize(
    ("trade", "quick"),
    [("service", True), *(pytest.param(trade, False, marks=pytest.mark.slow) for trade in TRADES)],
)
def test_whatever_is_added_to_the_bare_beginning_brings_no_error(
    tmp_path: Path, trade: str, quick: bool
) -> None:
    folder = shop(tmp_path / "shop", "en", "bare")
    hers = load(folder / "playbook.yaml").playbook
    assert hers is not None
    names = [piece.name for piece, _ in there_is(hers, trade)]
    assert not quick or set(names) >= QUICK
    for name in sorted(QUICK) if quick else names:
        # It raises Broken, with the errors, if there were any.
        added = add(folder / "playbook.yaml", (name,), trade, really=False)
        assert name in {line.name for line in added.asked}


def test_what_a_shop_counts_and_reaches_people_by_fits_its_own_sheets_and_channels(tmp_path: Path) -> None:
    folder = shop(tmp_path / "shop", "zh", "bare")
    done("add", "customers", "supervision", "--trade", "goods", "--playbook", str(folder))
    playbook = load(folder / "playbook.yaml").playbook
    assert playbook is not None
    assert playbook.customers is not None
    assert playbook.supervision is not None
    # Her own channel for messages stands for the library's; the shop on the web, which she has not, came along.
    assert [channel.id for channel in playbook.shop.channels] == ["counter", "chat", "phone", "webshop"]
    assert {consent.channel for consent in playbook.customers.consents} <= {"chat", "phone", "webshop"}
    # Her complaint sheet has no register: what is counted on it is counted by hand.
    counts = [count for measure in playbook.supervision.measures for count in measure.counts]
    assert [count.id for count in counts if count.form == "complaint-sheet" and count.tally] == []
    assert any(count.tally for count in counts)
