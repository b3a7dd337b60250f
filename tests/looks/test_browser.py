"""A sheet printed by a browser has the words, the paper, the pages and the looks of the one WeasyPrint prints."""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from generator.design.printing import Engine, NoPrinter, Printer, SheetFault
from generator.design.store import PLACE, Store
from generator.engines import browser, printers
from generator.engines.browser.programs import NAMED, NoBrowser
from generator.engines.browser.room import with_room
from generator.engines.weasyprint import NoPango
from generator.printables.form_files import filled_on_screen
from generator.printables.sheet import SetSheet
from tests import pdfs
from tests.conftest import PLAYBOOKS, ROOT, Printed
from tests.looks.test_looks import APPROVED

WIDE, SOFT = 620, 3.0
"""Pixels across a picture, and by how many it is blurred: each draws letters a little aside from the other."""
STRONG, MOST_STRONG, MOST_ON_AVERAGE = 40, 0.04, 7.0
"""A difference of so many levels of grey stands out; the share of a page that may; the mean of all, in levels."""
POINTS = 1.0
"""By how much a page may be wider or higher: a browser counts whole pixels, 96 to the inch."""
ASIDE = 3.0
"""By how much a field may stand elsewhere, in points."""
FULL = (
    "a line or a page is full to a hair; one breaks it, the other does not, and what follows stands elsewhere"
)
OTHERWISE = {
    ("playbook", "zh", "checklist-opening"): FULL,
    ("playbook", "zh", "quiz-core-a-key"): FULL,
    ("playbook", "en", "quiz-core-c-key"): FULL,
}
"""Sheets whose pictures differ, and why; their words, paper and pages do not. At most three."""
ORDER = "the same words in another order"
READ_OUT_OTHERWISE = {*OTHERWISE, ("playbook", "en", "quiz-core-a-key")}
"""Sheets with a row whose cells are read out in another order, as it hangs on where their lines break."""
Make = Callable[[Path], Printed]


@pytest.fixture(scope="session")
def press(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Printer]:
    """A printer with the browser that is on this computer."""
    try:
        engine = printers.printer("browser").engine
    except NoBrowser:
        pytest.skip("no browser that prints is installed")
    yield Printer(engine, Store(tmp_path_factory.mktemp("printed")))
    browser.close()


@pytest.mark.parametrize(
    ("playbook", "language", "name"), APPROVED, ids=["-".join(each) for each in APPROVED]
)
def test_a_sheet_of_each_kind_is_the_same(
    printed: Make, press: Printer, tmp_path: Path, playbook: str, language: str, name: str
) -> None:
    it = printed(ROOT / "tests" / "playbooks" / f"{playbook}.yaml")
    (sheet,) = (each for each in it.sheets if (each.edition.language, each.sheet.id) == (language, name))
    assert list(differences(it.pdf(sheet), by_browser(press, sheet, tmp_path))) == []


@pytest.mark.slow
@pytest.mark.parametrize("playbook", PLAYBOOKS, ids=lambda path: path.stem)
def test_every_sheet_is_the_same(printed: Make, press: Printer, tmp_path: Path, playbook: Path) -> None:
    it = printed(playbook)
    wrong = {}
    for sheet in it.sheets:
        found = list(differences(it.pdf(sheet), by_browser(press, sheet, tmp_path)))
        name = (playbook.stem, sheet.edition.language, sheet.sheet.id)
        if name in OTHERWISE:
            found = [each for each in found if "looks different" not in each]
        if name in READ_OUT_OTHERWISE:
            found = [each for each in found if each != ORDER]
        if found:
            wrong[sheet.edition.language, sheet.sheet.id] = found
    assert wrong == {}


def by_browser(press: Printer, sheet: SetSheet, folder: Path) -> Path:
    path = folder / f"{sheet.sheet.id}.pdf"
    path.write_bytes(press.pdf(sheet.job))
    return path


def differences(weasyprint: Path, browser: Path) -> Iterator[str]:
    """What differs beyond what is said above; nothing if there is nothing."""
    meant_text, text = (pdfs.text(path) for path in (weasyprint, browser))
    if Counter(meant_text) != Counter(text):
        yield f"other words: {Counter(meant_text) - Counter(text)}, {Counter(text) - Counter(meant_text)}"
    elif meant_text != text:
        yield ORDER
    if complaints := pdfs.complaints_of_qpdf(browser):
        yield complaints
    pages = [pypdfium2.PdfDocument(path) for path in (weasyprint, browser)]
    if len(pages[0]) != len(pages[1]):
        yield f"{len(pages[1])} pages instead of {len(pages[0])}"
        return
    for number, (meant, made) in enumerate(zip(*pages, strict=True), 1):
        sides = zip(meant.get_size(), made.get_size(), strict=True)
        if any(abs(one - other) > POINTS for one, other in sides):
            yield f"page {number} is {made.get_size()}"
        differ = ImageChops.difference(*(soft(page) for page in (meant, made)))
        strong = sum(differ.histogram()[STRONG:]) / (differ.width * differ.height)
        mean = ImageStat.Stat(differ).mean[0]
        if strong > MOST_STRONG or mean > MOST_ON_AVERAGE:
            yield f"page {number}: {strong:.2%} looks different, {mean:.1f} levels on average"
    for each in pages:
        each.close()


def soft(page: pypdfium2.PdfPage) -> Image.Image:
    image = page.render(scale=WIDE / page.get_width(), grayscale=True).to_pil().convert("L")
    high = round(WIDE * page.get_height() / page.get_width())
    return image.resize((WIDE, high)).filter(ImageFilter.GaussianBlur(SOFT))


def test_what_differs_is_told_for_three_sheets_at_most() -> None:
    assert len(OTHERWISE) <= 3


@pytest.mark.slow
def test_a_sheet_that_has_lost_a_line_is_not_the_same(printed: Make, press: Printer, tmp_path: Path) -> None:
    it = printed(ROOT / "tests" / "playbooks" / "paper-forms.yaml")
    sheet = next(each for each in it.sheets if each.sheet.id == "form-every-kind")
    path = tmp_path / "other.pdf"
    path.write_bytes(press.engine.laid_out(sheet.html.replace("break-before: page", "")).pdf)
    assert list(differences(it.pdf(sheet), path)) != []


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ('<img alt="x" src="https://example.com/x.png">', r"example\.com"),
        ('<p style="font-family: Noto Sans SC">กขค</p>', "no glyph for ก"),
    ],
)
def test_what_is_from_outside_and_what_our_fonts_have_not_is_refused(
    press: Printer, body: str, why: str
) -> None:
    with pytest.raises(SheetFault, match=why):
        press.engine.laid_out(f'<!doctype html><html lang="en"><title>x</title>{body}')


@pytest.mark.slow
def test_the_forms_to_fill_in_on_a_screen_have_the_same_fields(printed: Make, press: Printer) -> None:
    edition = printed(ROOT / "tests" / "playbooks" / "paper-forms.yaml").made.editions[0]
    meant, made = (fields(filled_on_screen(edition, each)) for each in (printers.printer(), press))
    assert list(meant) == list(made)
    for name, place in meant.items():
        assert made[name] == pytest.approx(place, abs=ASIDE), name


def fields(pdf: bytes) -> dict[str, list[float]]:
    """Where each field stands, in points, by number and name of what it belongs to."""
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    found = [each.get_object() for page in pages for each in page.get("/Annots", ())]
    return {
        f"{number} {each.get('/T', each.get('/Contents'))}": [float(side) for side in each["/Rect"]]
        for number, each in enumerate(found)
    }


def test_letters_of_another_font_are_refused() -> None:
    with pytest.raises(SheetFault, match="DejaVuSans"):
        with_room(b"<</Type /Font /BaseFont /AAAAAA+DejaVuSans>> <</BaseFont /AAAAAA+NotoSansSC-Bold>>", "")


def test_nothing_written_in_a_sheet_is_run(press: Printer) -> None:
    page = '<html lang="en"><title>x</title><body style="font-family: Noto Sans SC"><p>x</p><script>document.body.textContent = "y"</script>'
    with pytest.raises(SheetFault, match="inline"):
        press.engine.laid_out(page.replace("<script>", "<img alt=x onerror='1' src=''><script>"))


@pytest.mark.slow
@pytest.mark.usefixtures("press")
def test_the_browser_ends_with_a_build_that_is_killed() -> None:
    script = (
        "import time\n"
        "from generator.engines.printers import printer\n"
        "engine = printer('browser').engine\n"
        "engine.laid_out('<html lang=\"en\"><title>x</title>')\n"
        "print('printed', flush=True)\n"
        "time.sleep(60)\n"
    )
    # Chromium names a socket below its folder, which may not be long: pytest's own folder is, on several cores.
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        _ends_with_it(script, Path(folder))


def _ends_with_it(script: str, folder: Path) -> None:
    settings = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(folder)}
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, env=settings) as build:
        assert build.stdout is not None
        said = build.stdout.readline()
        there = profiles_in_use(folder)
        build.send_signal(signal.SIGKILL)
    assert said == b"printed\n"
    assert there
    for _ in range(300):
        if not profiles_in_use(folder):
            return
        time.sleep(0.1)
    pytest.fail("the browser is still there")


def profiles_in_use(folder: Path) -> list[int]:
    """Processes that were started with a profile in a folder."""
    listed = subprocess.run(["ps", "-wweo", "pid=,args="], capture_output=True, text=True, check=True).stdout
    return [
        int(line.split()[0])
        for line in listed.splitlines()
        if f"--user-data-dir={folder}" in line and "<defunct>" not in line
    ]


def test_where_pango_is_missing_a_browser_prints_and_without_either_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert chosen() == "WeasyPrint"
    program = tmp_path / "edge"
    program.touch()
    monkeypatch.setenv(NAMED, str(program))
    monkeypatch.setenv(printers.CHOSEN, "browser")
    assert chosen() == "edge"
    monkeypatch.delenv(printers.CHOSEN)

    def lacking() -> None:
        raise NoPango("no pango")

    monkeypatch.setattr(printers, "_weasyprint", lacking)
    assert chosen() == "edge"
    monkeypatch.delenv(NAMED)
    monkeypatch.setenv("PATH", str(tmp_path))
    if sys.platform == "linux":
        with pytest.raises(NoPrinter, match="no pango; no Edge"):
            printers.printer()


def chosen() -> str:
    engine: Engine = printers.printer().engine
    return engine.name


@pytest.mark.slow
@pytest.mark.usefixtures("press")
def test_a_shop_of_two_languages_is_built_with_a_browser_for_each_process(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    shutil.copy(ROOT / "tests" / "playbooks" / "paper-forms.yaml", tmp_path / "playbook.yaml")
    scratch = tmp_path_factory.mktemp("b")  # A browser's sockets have no long names.
    settings = {**os.environ, PLACE: "", "TMPDIR": str(scratch), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "generator", "build", "--printer", "browser", "--pack"]
    built = subprocess.run(command, cwd=tmp_path, env=settings, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    assert "chrom" in built.stderr.lower()
    for name in ("files/forms-print.pdf", "en/files/forms-print.pdf", "files/form-consent.pdf"):
        assert (
            "No syntax"
            in subprocess.run(
                ["qpdf", "--check", tmp_path / "site" / name], capture_output=True, text=True
            ).stdout
        )
    assert [path for path in scratch.iterdir() if "browser" in path.name] == []
