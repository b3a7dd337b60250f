"""A sheet is laid out once: a new version only stamps it, and whatever becomes of the store, the bytes are the same."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.design.printing import FEW, Job, Printer
from generator.design.stamping import Foot, Place, Run, SheetFault, Stamp
from generator.design.store import Store
from generator.edition import editions
from generator.engines.weasyprint import WeasyPrint
from generator.playbook.load import load
from generator.playbook.model.playbook import Playbook
from generator.printables import set_all
from tests import pdfs
from tests.conftest import ROOT
from tests.design.engines import Counting

PAGE = '<html lang="zh-CN"><title>x</title><body style="font-family: Noto Sans SC"><p>{}</p>'
STAMP = Stamp((Run("one · 第 1 版"),), Foot((Place(20, 190, 289),), numbered=True), "2026-11-22")


def job(words: str = "你好", stamp: Stamp = STAMP) -> Job:
    return Job(PAGE.format(words), stamp, pictured=True)


def all_jobs(playbook: Playbook) -> list[Job]:
    return [page.job for page in set_all(editions(playbook))]


def test_a_new_version_and_date_lay_out_no_body_again(tmp_path: Path) -> None:
    playbook = load(ROOT / "tests/playbooks/paper-forms.yaml").playbook
    assert playbook is not None
    first, second = Counting(), Counting()
    Printer(first, Store(tmp_path)).make_ready(all_jobs(playbook)[: FEW - 1], lambda *_: None)

    about = playbook.about.model_copy(update={"version": "2.0", "date": date(2027, 1, 2)})
    newer = Printer(second, Store(tmp_path))
    made = [newer.printed(each) for each in all_jobs(playbook.model_copy(update={"about": about}))[: FEW - 1]]

    assert len(first.asked) == len(made) == FEW - 1
    assert second.asked == []
    for number, each in enumerate(made):
        (tmp_path / f"{number}.pdf").write_bytes(each.pdf)
        assert "2027-01-02" in pdfs.text(tmp_path / f"{number}.pdf")


def test_a_stamp_is_printed_with_the_number_of_each_page_and_the_file_knows_its_day(tmp_path: Path) -> None:
    printed = Printer(WeasyPrint(), Store(None)).printed(job('一<p style="break-before: page">二'))
    path = tmp_path / "x.pdf"
    path.write_bytes(printed.pdf)
    assert printed.pages == 2
    assert pdfs.text(path) == "一one·第1版1/2二one·第1版2/2"
    assert pdfs.ua_failures(path) == []
    assert "No syntax" in subprocess.run(["qpdf", "--check", path], capture_output=True, text=True).stdout
    assert b"(D:20261122)" in printed.pdf


def test_a_stamp_too_long_for_its_place_is_set_smaller(tmp_path: Path) -> None:
    stamp = replace(STAMP, runs=(Run("long " * 60),))
    path = tmp_path / "x.pdf"
    path.write_bytes(Printer(WeasyPrint(), Store(None)).pdf(job(stamp=stamp)))
    rights = [float(word.split('xMax="')[1].split('"')[0]) for word in pdfs.boxes(path).split("<word")[1:]]
    assert max(rights) <= 190 / 25.4 * 72 + 1


def test_a_stamp_with_a_character_no_font_has_is_refused() -> None:
    with pytest.raises(SheetFault, match="☐"):
        Printer(WeasyPrint(), Store(None)).pdf(job(stamp=replace(STAMP, runs=(Run("version ☐"),))))


def damaged(store: Path) -> None:
    for file in store.iterdir():
        file.write_bytes(file.read_bytes()[:-7] + b"garbage")


def cut_short(store: Path) -> None:
    for file in store.iterdir():
        file.write_bytes(file.read_bytes()[:9])


def a_file_in_its_place(store: Path) -> None:
    shutil.rmtree(store)
    store.write_text("mine")


def folders_in_its_place(store: Path) -> None:
    for file in list(store.iterdir()):
        file.unlink()
        file.mkdir()


@pytest.mark.parametrize(
    "harm", [damaged, cut_short, shutil.rmtree, a_file_in_its_place, folders_in_its_place]
)
def test_a_store_that_came_to_harm_changes_no_byte(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    store = tmp_path / "store"
    cold = Printer(WeasyPrint(), Store(store)).printed(job())
    assert Printer(WeasyPrint(), Store(store)).printed(job()) == cold
    harm(store)
    assert Printer(WeasyPrint(), Store(store)).printed(job()) == cold


def test_on_one_core_on_two_and_from_the_store_the_bytes_are_the_same(tmp_path: Path) -> None:
    jobs = [job(f"第 {number} 张") for number in range(FEW)]
    together = Printer(WeasyPrint(), Store(tmp_path))
    told: list[tuple[int, int]] = []
    together.make_ready(jobs, lambda *both: told.append(both))
    alone, warm = Printer(WeasyPrint(), Store(None)), Printer(Counting(), Store(tmp_path))
    for each in jobs:
        assert together.printed(each) == alone.printed(each) == warm.printed(each)
    assert told == [(number, FEW) for number in range(1, FEW + 1)]
    assert isinstance(warm.engine, Counting)
    assert warm.engine.asked == []


def test_what_has_only_to_be_stamped_is_stamped_in_two_processes_as_in_one(tmp_path: Path) -> None:
    words = [f"第 {number} 张" for number in range(FEW)]
    Printer(WeasyPrint(), Store(tmp_path)).make_ready(map(job, words), lambda *_: None)
    again = [job(each, replace(STAMP, day="2027-01-02")) for each in words]
    stamped, alone = Printer(Counting(), Store(tmp_path)), Printer(WeasyPrint(), Store(None))
    told: list[tuple[int, int]] = []
    stamped.make_ready(again, lambda *both: told.append(both))
    assert [stamped._printed[each] for each in again] == [alone.printed(each) for each in again]
    assert told == [(number, FEW) for number in range(1, FEW + 1)]
    assert isinstance(stamped.engine, Counting)
    assert stamped.engine.asked == []


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="outside the repository: no /proc to see processes in")
def test_a_file_of_joined_sheets_is_made_again_only_of_others(tmp_path: Path) -> None:
    made: list[bytes] = []

    def joined(*of: bytes) -> bytes:
        def make() -> bytes:
            made.append(b"+".join(of))
            return made[-1]

        return Printer(WeasyPrint(), Store(tmp_path)).joined(of, make)

    assert [joined(b"a", b"b"), joined(b"a", b"b"), joined(b"a", b"c"), joined(b"ab")] == [
        b"a+b",
        b"a+b",
        b"a+c",
        b"ab",
    ]
    assert made == [b"a+b", b"a+c", b"ab"]


def test_processes_of_a_killed_build_end_with_it(tmp_path: Path) -> None:
    script = (
        "from generator.design.printing import FEW, Printer\n"
        "from generator.design.store import Store\n"
        "from tests.design.engines import Endless\n"
        "from tests.design.test_printing import job\n"
        "if __name__ == '__main__':\n"
        f"    Printer(Endless({str(tmp_path)!r}), Store(None)).make_ready(\n"
        "        [job(str(n)) for n in range(FEW)], lambda *_: None)\n"
    )
    path = tmp_path / "build.py"
    path.write_text(script)
    build = subprocess.Popen([sys.executable, path], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)})
    workers = wait_for(lambda: [int(each.name) for each in tmp_path.iterdir() if each.name.isdigit()])
    build.send_signal(signal.SIGKILL)
    build.wait()
    assert wait_for(lambda: not any(map(running, workers)))


def wait_for(found: Callable[[], Any]) -> Any:
    for _ in range(600):
        if seen := found():
            return seen
        time.sleep(0.1)
    return found()


def running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
