"""With CI=true nothing is skipped in silence: only what lies outside the repository may be absent."""

from __future__ import annotations

import os
from collections.abc import Generator
from typing import Any

import pytest

OUTSIDE = "outside the repository: "
"""How the reason of a skip begins that is in order everywhere."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, Any, pytest.TestReport]:
    report: pytest.TestReport = yield
    if os.environ.get("CI") == "true" and report.skipped and isinstance(report.longrepr, tuple):
        reason = report.longrepr[2].removeprefix("Skipped: ")
        if not reason.startswith(OUTSIDE):
            report.outcome = "failed"
            report.longrepr = f"{item.nodeid} was skipped, which CI does not allow: {reason}"
    return report
