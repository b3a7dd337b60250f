"""A head without what it says aside: what is left tells whether two heads are one."""

from __future__ import annotations

import re

_ASIDE = re.compile(r"[（(【\[].*?[)）】\]]|[\s:：*＊_./／、，,\-’']")


def plain(head: str) -> str:
    """In small letters, without brackets, spaces and marks."""
    return _ASIDE.sub("", head).lower()
