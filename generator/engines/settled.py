"""Rules that name values in, the same rules with the values themselves out.

WeasyPrint looks a name up, and reads what it finds, for each element anew: that is a twelfth of a form's time. A name
that a page declares once, for all of it, means the same wherever it is used.
"""

from __future__ import annotations

import re
from collections import Counter

_FOR_ALL = re.compile(r":root\s*\{([^{}]*)\}")
_DECLARED = re.compile(r"--([\w-]+)\s*:\s*([^;{}]+)")
_USED = re.compile(r"var\(--([\w-]+)\)")


def settled(rules: str, page: str) -> str:
    """`rules` of a page, with every value that the `page` declares once, in a rule for `:root`, put in."""
    times = Counter(name for name, _ in _DECLARED.findall(page))
    values = {
        name: value.strip()
        for declared in _FOR_ALL.findall(page)
        for name, value in _DECLARED.findall(declared)
        # What names another value stays, and so does what a part of the page may declare otherwise.
        if times[name] == 1 and "var(" not in value
    }
    return _USED.sub(lambda used: values.get(used[1], used[0]), rules)
