"""The languages a playbook can be written in: one record each, and nowhere else is a language named in code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """What must be known of a language beside its words, which stand in `labels/CODE.yaml`."""

    code: str
    """How a playbook names it: `zh`."""
    tag: str
    """How HTML and PDF name it (BCP 47)."""
    locale: str
    """How Babel names it; dates are written as people write them there."""
    theme: str
    """How the site's theme names it: whose words stand on its buttons."""
    explains: str
    """The language in which mistakes and fields are explained: its own, or another until somebody has written them."""
    yuan: str = "CNY"
    """What stands behind an amount of China's money."""
    from_: str = "≥ {}"
    """How a price is said that may come to more."""
    han: bool = False
    """Whether it is written in Chinese characters, with full-width marks and without spaces between words."""

    @property
    def script(self) -> str:
        """The class of pages on paper, for what style sheets set otherwise."""
        return "han" if self.han else "latin"

    @property
    def listed(self) -> str:
        """What stands between two names in code marks."""
        return "`、`" if self.han else "`, `"


LANGUAGES: Mapping[str, Language] = {
    language.code: language
    for language in (
        Language(
            "zh",
            tag="zh-CN",
            locale="zh_CN",
            theme="zh",
            explains="zh",
            yuan="元",
            from_="{}起",
            han=True,
        ),
        Language("en", tag="en", locale="en_GB", theme="en", explains="en", yuan="yuan", from_="from {}"),
    )
}
"""By code."""
DEFAULT = next(iter(LANGUAGES))
"""The one that is taken where none is known."""
