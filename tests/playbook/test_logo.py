"""The shop's logo: whatever its file holds, what is printed has shapes and nothing that runs, fetches or swells."""

from __future__ import annotations

import re
import struct
import time
import zlib
from pathlib import Path

import pytest
from PIL import Image

from generator.engines.weasyprint import weasyprint
from generator.playbook.load import load
from generator.playbook.logo import DrawnBrand, NoPicture, read
from tests.conftest import ROOT

BOX = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20"'
SHAPE = '<rect width="40" height="20" fill="#113355"/>'
TAKEN_WITHOUT = {
    "script": f"<svg {BOX}><script>alert(1)</script>{SHAPE}</svg>",
    "onload": f'<svg {BOX} onload="alert(1)">{SHAPE}</svg>',
    "foreignObject": f"<svg {BOX}>{SHAPE}<foreignObject><iframe src='http://evil.example'/></foreignObject></svg>",
    "image": f'<svg {BOX}>{SHAPE}<image href="http://evil.example/a.png" width="9" height="9"/></svg>',
    "use": f'<svg {BOX}>{SHAPE}<g id="a"><use href="#a"/></g></svg>',
    "a": f'<svg {BOX}><a xlink:href="javascript:alert(1)">{SHAPE}</a>{SHAPE}</svg>',
    "style": f"<svg {BOX}><style>@import url(http://evil.example/a.css);</style>{SHAPE}</svg>",
    "fill": f'<svg {BOX}><rect width="40" height="20" fill="url(http://evil.example/a.svg#b)"/></svg>',
    "text": f"<svg {BOX}>{SHAPE}<text x='1' y='9'>Hill</text></svg>",
    "filter": f'<svg {BOX}><filter id="f"><feImage href="file:///etc/passwd"/></filter>{SHAPE}</svg>',
    "animate": f'<svg {BOX}>{SHAPE}<animate attributeName="x" to="http://evil.example"/></svg>',
}
TAKEN_WHOLE = {
    "plain": f"<svg {BOX}>{SHAPE}</svg>",
    "measured": '<svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="20mm"><circle r="9"/></svg>',
    "classes": f"<svg {BOX}><style>.a{{fill:#113355;stroke:none}}</style><path class='a' d='M0 0h40v20H0z'/></svg>",
    "gradient": f'<svg {BOX}><defs><linearGradient id="g"><stop offset="0" stop-color="#123"/></linearGradient></defs><rect width="40" height="20" fill="url(#g)"/></svg>',
    "declared": f'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg {BOX}>{SHAPE}</svg>',
    "clipped by itself": f'<svg {BOX}><clipPath id="c" clip-path="url(#c)"><rect width="9" height="9" clip-path="url(#c)"/></clipPath><g clip-path="url(#c)">{SHAPE}</g></svg>',
}
REFUSED = {
    "bomb.svg": b'<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>&b;</title></svg>',
    "outside.svg": b'<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">&a;</svg>',
    "wide-letters.svg": f"<svg {BOX}>{SHAPE}</svg>".encode("utf-16"),
    "deep.svg": f"<svg {BOX}>{'<g>' * 900}{'</g>' * 900}</svg>".encode(),
    "many.svg": f"<svg {BOX}>{'<g/>' * 6000}</svg>".encode(),
    "large.svg": f"<svg {BOX}><!--{'x' * 600_000}--></svg>".encode(),
    "no-measure.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><circle r="9"/></svg>',
    "no-width.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 9"/>',
    "endless.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e999 9"/>',
    "page.svg": b"<html><body>logo</body></html>",
    "broken.svg": b"<svg",
    "empty.svg": b"",
    "words.png": b"not a picture",
    "shapes.png": f"<svg {BOX}>{SHAPE}</svg>".encode(),
}


def a_png(wide: int, high: int) -> bytes:
    """The head of a picture of so many points, with hardly any of them."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", wide, high, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 99))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("left_out", TAKEN_WITHOUT)
def test_what_runs_or_fetches_is_left_out_and_named(left_out: str, tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(TAKEN_WITHOUT[left_out], "utf-8")
    picture = read(tmp_path, "logo.svg")
    assert left_out in picture.left_out
    assert not re.search(r"script|evil|href|import|passwd|onload|<text", harmless(picture.content))
    assert picture.ratio == 2


@pytest.mark.parametrize("name", TAKEN_WHOLE)
def test_shapes_and_colours_are_taken_over_and_print(name: str, tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(TAKEN_WHOLE[name], "utf-8")
    picture = read(tmp_path, "logo.svg")
    assert picture.left_out == ()
    assert picture.ratio == 2
    begun = time.monotonic()
    assert weasyprint().HTML(string=f'<img src="{picture.address}" style="width: 20mm">').write_pdf()
    assert time.monotonic() - begun < 20


def harmless(content: bytes) -> str:
    return content.decode().replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_picture_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(REFUSED[name])
    with pytest.raises(NoPicture):
        read(tmp_path, name)


def test_a_png_that_would_swell_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(a_png(60_000, 60_000))
    with pytest.raises(NoPicture, match=r"logo-(too-large|no-picture)"):
        read(tmp_path, "logo.png")


def test_of_a_png_only_its_points_are_kept(tmp_path: Path) -> None:
    Image.new("RGB", (3000, 1000), "#113355").save(tmp_path / "logo.png", dpi=(300, 300))
    picture = read(tmp_path, "logo.png")
    assert picture.ratio == 3
    assert b"pHYs" not in picture.content
    assert len(picture.content) < 20_000


def test_nothing_outside_the_playbooks_folder_is_read(tmp_path: Path) -> None:
    Image.new("RGB", (300, 300)).save(tmp_path / "elsewhere.png")
    inside = tmp_path / "shop"
    inside.mkdir()
    (inside / "logo.png").symlink_to(tmp_path / "elsewhere.png")
    with pytest.raises(NoPicture, match="logo-missing"):
        read(inside, "logo.png")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("wide.svg", "logo-odd-shape"),
        ("text.svg", "logo-cut"),
        ("small.png", "logo-coarse"),
        ("words.png", "logo-no-picture"),
        ("many.svg", "logo-too-large"),
        ("gone.svg", "logo-missing"),
    ],
)
def test_the_owner_is_told_where_the_logo_is_named(name: str, kind: str, tmp_path: Path) -> None:
    (tmp_path / "wide.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 9"/>', "utf-8"
    )
    (tmp_path / "text.svg").write_text(TAKEN_WITHOUT["text"], "utf-8")
    (tmp_path / "words.png").write_bytes(REFUSED["words.png"])
    (tmp_path / "many.svg").write_bytes(REFUSED["many.svg"])
    Image.new("RGB", (60, 60)).save(tmp_path / "small.png")
    tiny = (ROOT / "tests" / "playbooks" / "tiny.yaml").read_text("utf-8")
    text = re.sub(r"(?m)^  brand:.*\n", "", tiny).replace(
        "\nabout:\n", f"\nabout:\n  brand: {{logo: {name}}}\n"
    )
    (tmp_path / "playbook.yaml").write_text(text, "utf-8")
    loaded = load(tmp_path / "playbook.yaml")
    (told,) = [each for each in loaded.problems if each.kind.startswith("logo")]
    assert told.kind == kind
    assert told.place is not None
    assert told.place.line == text[: text.index("logo:")].count("\n") + 1
    assert name in told.says("zh")
    assert name in told.says("en")
    if told.level == "hint":
        assert loaded.playbook is not None
        assert isinstance(loaded.playbook.about.brand, DrawnBrand)
    else:
        assert loaded.playbook is None
