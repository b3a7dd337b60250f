"""What each field of a record is for: the strings that stand below the fields, read when somebody asks.

pydantic could give them too, but looks up and parses the source of every class for it whenever a program starts.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

Fields = Mapping[str, str]


def description(kind: type, field: str) -> str | None:
    """What is said below the field, in the class that has it last; None where nothing is."""
    owner = next((each for each in kind.__mro__ if field in inspect.get_annotations(each)), kind)
    return _said_in(owner.__module__).get(owner.__qualname__, {}).get(field)


@cache
def _said_in(module: str) -> Mapping[str, Fields]:
    """The fields of every class at the left edge of a module, with what is said below them."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {each.name: dict(_said(each)) for each in tree.body if isinstance(each, ast.ClassDef)}


def _said(written: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, below in pairwise(written.body):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(said))):
                yield name, inspect.cleandoc(said)
