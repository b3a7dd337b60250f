"""What a form for phones reckons in ODK's own engine: the days of the one table of days, in two zones, edited at will.

The engine is an npm package and no part of this repository: `npm install --no-save @getodk/xforms-engine@0.22.0` puts
it where it is looked for, or ODK_ENGINE names its `dist` folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, Playwright, Route
from pyxform.xls2xform import convert

from generator.edition import Edition, edition
from generator.exports import xlsform
from generator.exports.xlsform_rows import name
from generator.outlines.form import FormOutline
from generator.outlines.on_screen import on_screen
from generator.outlines.outlined import outline
from generator.playbook.load import load
from tests.browser.conftest import QUIET
from tests.conftest import OUTSIDE, ROOT
from tests.exports.forms import every_kind

ENGINE = Path(os.environ.get("ODK_ENGINE") or ROOT / "node_modules/@getodk/xforms-engine/dist")
PLACE = "https://engine.invalid/"
"""Where the browser believes it to be: the engine wants a place that is safe, and nothing is fetched from outside."""
LOADS = "<script type=module>import * as engine from './index.js'; window.engine = engine</script>"
ASKS = """async ([xml, start, days, reckoned]) => {
  const form = await window.engine.loadForm(xml);
  if (form.status !== 'success') throw form.error;
  const nodes = [];
  const walk = node => { nodes.push(node); (node.currentState.children ?? []).forEach(walk); };
  walk(form.createInstance().root);
  const by = name => nodes.find(node => node.currentState.reference.endsWith(`/${name}`));
  const said = name => String(by(name).currentState.value ?? '');
  const came = [[null, reckoned.map(said)]];
  for (const day of days) {
    by(start).setValue(day);
    came.push([day, reckoned.map(said)]);
  }
  return came;
}"""
ROWS = [
    row
    for row in yaml.safe_load((ROOT / "tests" / "calendar.yaml").read_text("utf-8"))["rows"]
    if row["unit"] in ("day", "week")
    and row["sign"] == "plus"
    and not (row.get("open") or row.get("legal"))
    and row["amount"]
]
"""What XLSForm can reckon: it knows no months and no working days."""


@pytest.fixture(params=["Asia/Shanghai", "America/Los_Angeles"])
def engine(request: pytest.FixtureRequest, chromium: str, playwright: Playwright) -> Iterator[Page]:
    if not (ENGINE / "index.js").is_file():
        pytest.skip(f"{OUTSIDE}ODK's engine, an npm package (see the top of the file)")
    opened = playwright.chromium.launch(executable_path=chromium, args=[*QUIET])
    page = opened.new_context(timezone_id=request.param).new_page()
    page.route(f"{PLACE}**", _from_disk)
    page.goto(PLACE)
    page.wait_for_function("window.engine")
    yield page
    opened.close()


def _from_disk(route: Route) -> None:
    asked = route.request.url.removeprefix(PLACE)
    if not asked:
        route.fulfill(body=LOADS, content_type="text/html")
    elif (file := ENGINE / asked).is_file():
        route.fulfill(body=file.read_bytes(), content_type="text/javascript")
    else:
        route.fulfill(status=404)


def counting(folder: Path) -> tuple[Edition, FormOutline]:
    """A form with a date for every span of the table."""
    spans = sorted({(row["amount"], row["unit"]) for row in ROWS})
    facts = [
        f"  - {{id: {unit}s-{n}, value: {n}, unit: {unit}, say: {{zh: '{n} 个', en: '{n} of them'}}}}"
        for n, unit in spans
    ]
    fields = [
        f"          - {{id: after-{unit}s-{n}, label: {{zh: 后, en: After}}, kind: computed, due: {{start: day, plus: {unit}s-{n}}}}}"
        for n, unit in spans
    ]
    head = (ROOT / "tests" / "playbooks" / "paper-forms.yaml").read_text("utf-8").partition("\nfacts:")
    start = "          - {id: day, label: {zh: 哪天, en: Day}, kind: date}"
    form = """
forms:
  - id: counted
    title: {zh: 数, en: Count}
    intro: {zh: 数, en: Count}
    outputs: [phone]
    sections:
      - id: one
        title: {zh: 一, en: One}
        fields:"""
    path = folder / "playbook.yaml"
    path.write_text("\n".join((head[0], "facts:", *facts, form, start, *fields, "")), "utf-8")
    loaded = load(path)
    assert loaded.playbook is not None
    it = edition(loaded.playbook, "en")
    return it, on_screen(outline(it, it.playbook.forms[0]))


def compiled(it: Edition, form: FormOutline, folder: Path) -> str:
    path = folder / "form.xlsx"
    path.write_bytes(xlsform.content(it, form))
    found: Any = convert(path, validate=False)
    return str(found.xform)


@pytest.mark.slow
def test_it_reckons_the_days_of_the_table(engine: Page, tmp_path: Path) -> None:
    it, form = counting(tmp_path)
    spans = {(rule.amount, rule.unit): name(each.id) for each in form.fields if (rule := each.rule)}
    days = sorted({str(row["start"] or "") for row in ROWS})
    # Back and forth, through the empty day: nothing may be thrown on the way, and nothing may stay.
    edited = [*days, "", *reversed(days)]
    came = engine.evaluate(ASKS, [compiled(it, form, tmp_path), "day", edited, [*spans.values()]])
    for day, said in came:
        found = dict(zip(spans, said, strict=True))
        if not day:
            assert set(said) == {""}
        for row in ROWS:
            if str(row["start"] or "") == day and day:
                assert found[row["amount"], row["unit"]] == str(row["expected"]), row["id"]


@pytest.mark.slow
def test_it_takes_every_kind_of_field(engine: Page, tmp_path: Path) -> None:
    it, form = every_kind()
    reckoned = [name(each.id) for each in form.fields if each.rule and each.rule.unit in ("day", "week")]
    came = engine.evaluate(ASKS, [compiled(it, form, tmp_path), "bought_on", ["2026-11-30"], reckoned])
    assert came == [[None, [""]], ["2026-11-30", ["2026-12-03"]]]
