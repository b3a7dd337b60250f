"""What a page of the site may run: scripts that are files of the site, and nothing else.

The theme sets a few scripts into the page itself. Each is moved into a file that stands in its place, so that the policy
needs no exception; the theme stays as it is. Data blocks run nothing, and styles are not restricted.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping

from generator.handbook import THEME

FOLDER = "assets/theme/"
_POLICY = (
    "script-src 'self'{lost}; object-src 'none'; base-uri {base}; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "frame-src 'none'; form-action 'none'; img-src 'self' data:; media-src 'self'"
)
_META = '<meta http-equiv="Content-Security-Policy" content="{}">'
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_HEAD = re.compile(r'<head>\s*<meta charset="utf-8">\s*')
"""A browser looks for the character set in the first 1024 bytes."""


def policed(html: str, url: str) -> tuple[str, Mapping[str, bytes]]:
    """The page at `url` under the policy, and the files it needs now, by their paths."""
    said, files = _without_inline(html, "../" * url.count("/"))
    return _headed(said, _META.format(_POLICY.format(lost="", base="'none'"))), files


def lost(html: str, base: str) -> tuple[str, Mapping[str, bytes]]:
    """The page for what is not there, which finds the site itself; it comes with addresses that begin with `base`."""
    # The script that finds it cannot be a file: nobody knows yet where files are.
    script = (THEME / "assets/lost.js").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = _META.format(_POLICY.format(lost=f" 'sha256-{digest}'", base="'self'"))
    near = re.sub(rf'\b(href|src)="{re.escape(base)}(?!/)', r'\1="', html).replace(
        'href=""', 'href="index.html"'
    )
    near = near.replace(f'new URL("{base}",location)', 'new URL(".",document.baseURI)')
    said, files = _without_inline(near, "")
    return _headed(said, f"{policy}<script>{script}</script>"), files


def _without_inline(html: str, root: str) -> tuple[str, Mapping[str, bytes]]:
    files: dict[str, bytes] = {}

    def moved(found: re.Match[str]) -> str:
        content = found[1].encode()
        path = f"{FOLDER}{hashlib.sha256(content).hexdigest()[:12]}.js"
        files[path] = content
        return f'<script src="{root}{path}"></script>'

    return _INLINE.sub(moved, html), files


def _headed(html: str, first: str) -> str:
    return _HEAD.sub(lambda head: head[0] + first, html, count=1)
