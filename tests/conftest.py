"""With CI=true nothing is skipped in silence: only what lies outside the repository may be absent."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator import build
from generator.mkdocs_run import build_site
from generator.printables import pdf
from generator.printables.sheet import SetSheet

OUTSIDE = "outside the repository: "
"""How the reason of a skip begins that is in order everywhere."""


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


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """On several cores, what is printed once is printed by one process: the tests that look at it stay together."""
    for item in items:
        item.add_marker(pytest.mark.xdist_group(_company(item)))


def _company(item: pytest.Item) -> str:
    if not {"printed", "site"} & set(getattr(item, "fixturenames", ())):
        return item.path.relative_to(ROOT / "tests").parts[0]
    params = item.callspec.params if hasattr(item, "callspec") else {}
    playbook = params.get("playbook", ROOT / "playbook.yaml")
    return f"printed {playbook.stem}"


ROOT = Path(__file__).parent.parent
PLAYBOOKS = (ROOT / "playbook.yaml", *sorted((ROOT / "tests" / "playbooks").glob("*.yaml")))


@dataclass(frozen=True)
class Printed:
    """Everything a playbook prints, made once and put into a folder."""

    made: build.Made
    folder: Path

    def pdf(self, page: SetSheet) -> Path:
        """The finished file of a sheet."""
        path = self.folder / page.edition.language / f"{page.sheet.id}.pdf"
        if not path.is_file():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(pdf.made(page.html))
        return path


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Printed]:
    """Gives what a playbook prints; each playbook is made once in a session."""

    @cache
    def make(playbook: Path) -> Printed:
        return Printed(build.site(playbook, printing=True), tmp_path_factory.mktemp(playbook.stem))

    return make


@pytest.fixture(scope="session")
def site(printed: Callable[[Path], Printed], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook of the shipped playbook with its downloads, built strictly: a broken link fails here."""
    into = tmp_path_factory.mktemp("handbook") / "site"
    build_site(printed(ROOT / "playbook.yaml").made, ROOT / "playbook.yaml", into)
    return into
