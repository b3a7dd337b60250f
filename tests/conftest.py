"""With CI=true nothing is skipped in silence: only what lies outside the repository may be absent."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Playwright, sync_playwright
from xdist.scheduler import LoadScopeScheduling

from generator import build
from generator.design.store import PLACE
from generator.engines.mkdocs import build_site
from generator.engines.printers import printer
from generator.printables import Paper
from generator.printables.sheet import SetSheet

OUTSIDE = "outside the repository: "
"""How the reason of a skip begins that is in order everywhere."""
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""What a browser that can be driven is called."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="approve the pictures in tests/looks as they are now"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Sheets printed by tests are kept apart from the user's, and shared by all processes."""
    if not hasattr(config, "workerinput"):
        os.environ[PLACE] = str(config.cache.mkdir("sheets"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
    call: pytest.CallInfo[None],  # noqa: ARG001
) -> Generator[None, Any, pytest.TestReport]:
    report: pytest.TestReport = yield
    if os.environ.get("CI") == "true" and report.skipped and isinstance(report.longrepr, tuple):
        reason = report.longrepr[2].removeprefix("Skipped: ")
        if not reason.startswith(OUTSIDE):
            report.outcome = "failed"
            report.longrepr = f"{item.nodeid} was skipped, which CI does not allow: {reason}"
    return report


class Together(LoadScopeScheduling):
    """On several cores, tests of one folder stay in one process; those of what is printed, of one file.

    Finished sheets are shared by all. The long file that looks at every sheet is split up by playbook.
    The groups that xdist knows by a mark are not kept under pytest 9.
    """

    def _split_scope(self, nodeid: str) -> str:
        file, _, test = nodeid.partition("::")
        if Path(file).name == "test_every_sheet.py":
            return file + test.partition("[")[2]
        return file if file.startswith("tests/printables/") else file.split("/")[1]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Together:
    return Together(config, log)


ROOT = Path(__file__).parent.parent
PLAYBOOKS = (ROOT / "playbook.yaml", *sorted((ROOT / "tests" / "playbooks").glob("*.yaml")))


@dataclass(frozen=True)
class Printed:
    """Everything a playbook prints, made once and put into a folder."""

    made: build.Made
    folder: Path

    @property
    def sheets(self) -> tuple[SetSheet, ...]:
        (paper,) = (family for family in self.made.families if isinstance(family, Paper))
        return paper.sheets

    def pdf(self, page: SetSheet) -> Path:
        """The finished file of a sheet."""
        path = self.folder / page.edition.language / f"{page.sheet.id}.pdf"
        if not path.is_file():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(printer().pdf(page.job))
        return path


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Printed]:
    """Gives what a playbook prints; each playbook is made once in a session."""

    @cache
    def make(playbook: Path) -> Printed:
        with alone(playbook.stem):
            made = build.site(playbook, printer=printer())
        return Printed(made, tmp_path_factory.mktemp(playbook.stem))

    return make


@contextmanager
def alone(name: str) -> Iterator[None]:
    """One process prints a playbook; the others wait and take its sheets from the store."""
    with Path(os.environ[PLACE], f"{name}.lock").open("w") as lock:
        with suppress(ImportError):
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def site(printed: Callable[[Path], Printed], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook of the shipped playbook with its downloads, built strictly: a broken link fails here."""
    into = tmp_path_factory.mktemp("handbook") / "site"
    build_site(printed(ROOT / "playbook.yaml").made, ROOT / "playbook.yaml", into)
    return into


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives browsers; a process can run only one."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium() -> str:
    """The program of a browser that is here."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("no Chromium or Chrome is installed")
    return path
