"""A dozen sheets look as somebody has approved them: each first page beside its picture in this folder.

After a change of looks: `pytest tests/looks --accept`, then look at every picture that git says has changed.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from tests.conftest import ROOT, Printed

HERE = Path(__file__).parent
WIDE = 620
"""Pixels across a picture: small words can still be read."""
SOFT = 1.2
"""Pictures are blurred by so many pixels first: how edges are smoothed is not what was approved."""
STRONG, MOST_STRONG, MOST_ON_AVERAGE = 24, 0.0005, 0.6
"""A difference of so many levels of grey stands out; the share of a page that may; the mean of all, in levels."""
APPROVED = (
    ("tiny", "zh", "poster-wall"),
    ("paper-forms", "zh", "promise-poster"),
    ("paper-english", "en", "promise-card"),
    ("paper-forms", "zh", "checklist-closing"),
    ("paper-forms", "zh", "form-every-kind"),
    ("paper-forms", "en", "form-consent"),
    ("customer-alone", "en", "usage-lotion"),
    ("customer-alone", "en", "referral-card"),
    ("quiz", "zh", "quiz-counter-a"),
    ("quiz", "en", "quiz-counter-a-key"),
    ("priced", "en", "prices-frames"),
    ("priced", "zh", "notice-rules"),
)


@pytest.mark.parametrize(
    ("playbook", "language", "name"), APPROVED, ids=["-".join(each) for each in APPROVED]
)
def test_a_sheet_looks_as_approved(
    printed: Callable[[Path], Printed],
    request: pytest.FixtureRequest,
    playbook: str,
    language: str,
    name: str,
) -> None:
    it = printed(ROOT / "tests" / "playbooks" / f"{playbook}.yaml")
    (sheet,) = (each for each in it.sheets if (each.edition.language, each.sheet.id) == (language, name))
    now = picture(it.pdf(sheet))
    approved = HERE / f"{name}-{language}.png"
    if request.config.getoption("--accept"):
        now.save(approved, optimize=True)
    assert approved.is_file(), (
        f"nobody has approved {approved.name}; look at it, then: pytest tests/looks --accept"
    )
    assert differences(Image.open(approved), now) == []


def picture(pdf: Path) -> Image.Image:
    """The first page in sixteen greys."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        image = page.render(scale=WIDE / page.get_width(), grayscale=True).to_pil()
        return image.convert("L").quantize(16, dither=Image.Dither.NONE).convert("L")
    finally:
        document.close()


def differences(approved: Image.Image, now: Image.Image) -> list[str]:
    """What somebody would notice; nothing if there is nothing."""
    if approved.size != now.size:
        return [f"{now.size} instead of {approved.size} pixels"]
    soft = [image.convert("L").filter(ImageFilter.GaussianBlur(SOFT)) for image in (approved, now)]
    differ = ImageChops.difference(*soft)
    strong = sum(differ.histogram()[STRONG:]) / (differ.width * differ.height)
    mean = ImageStat.Stat(differ).mean[0]
    found = (
        [f"{strong:.2%} of the page looks different, around {differ.getbbox()}"]
        if strong > MOST_STRONG
        else []
    )
    return found + ([f"the page differs by {mean:.1f} levels of grey"] if mean > MOST_ON_AVERAGE else [])


def test_a_moved_line_is_noticed_and_smoothing_is_not() -> None:
    approved = Image.open(HERE / "form-every-kind-zh.png").convert("L")
    moved = approved.copy()
    moved.paste(approved.crop((0, 300, approved.width, 420)), (0, 304))
    assert differences(approved, moved) != []
    again = approved.resize((approved.width * 2, approved.height * 2), Image.Resampling.BICUBIC)
    assert differences(approved, again.resize(approved.size, Image.Resampling.BICUBIC)) == []
    kept = io.BytesIO()
    approved.save(kept, "PNG")
    assert differences(approved, Image.open(kept)) == []
