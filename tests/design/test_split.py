"""What is done in a process of its own is done, and what goes wrong there is done again here."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

ALONE = sys.platform != "linux" or (os.cpu_count() or 1) < 2
"""Whether all is done in one process here."""

HARM = {
    "nothing": "None",
    "a fault": "1 / 0",
    "killed": "os.kill(os.getpid(), 9)",
    "a result that cannot be sent": "setattr(sys.modules[__name__], 'result', lambda: 0)",
}
TRIED = """
import os, sys
from generator.design.split import begun
here, result = os.getpid(), "done"
def task():
    if os.getpid() != here:
        {harm}
    return result
print(begun(task)())
"""


@pytest.mark.parametrize("harm", HARM)
def test_work_split_off_is_done_whatever_becomes_of_the_process(harm: str) -> None:
    command = [sys.executable, "-c", TRIED.format(harm=HARM[harm])]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (run.stdout, run.stderr) == ("done\n", "")


SET = """
import os, sys
from pathlib import Path
from generator.edition import editions
from generator.playbook.load import load
from generator import printables
if sys.argv[2] == "here":
    printables.begun = lambda task: task
for page in printables.set_all(editions(load(Path(sys.argv[1])).playbook)):
    print(page.sheet, page.html, page.texts, [text.parts for text in page.texts], page.job, page.code, page.unset)
"""


@pytest.mark.skipif(ALONE, reason="outside the repository: one core, or processes do not split")
def test_sheets_set_in_two_processes_are_those_set_in_one() -> None:
    playbook: Path = ROOT / "tests" / "playbooks" / "tiny.yaml"
    here, split = (
        subprocess.run(
            [sys.executable, "-c", SET, str(playbook), where], cwd=ROOT, capture_output=True, text=True
        )
        for where in ("here", "split")
    )
    assert here.stdout
    assert (split.stdout, split.stderr) == (here.stdout, here.stderr)
