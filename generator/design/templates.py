"""The one Jinja environment: strict, escaped, with the filters that turn plain text into HTML."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from functools import cache
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from generator.design.store import usual
from generator.set_text import SetText, joined

HERE = Path(__file__).parent
_FAMILIES = (HERE, *(HERE.parent / family for family in ("printables", "handbook", "exports", "customer")))


_written: ContextVar[list[SetText]] = ContextVar("written")


def noted(value: object) -> object:
    """What a template writes, as it is: here the texts of the playbook pass by on their way to the page."""
    if isinstance(value, SetText) and (texts := _written.get(None)) is not None:
        texts.append(value)
    return value


def paragraphs(text: str) -> Markup:
    """Plain text as HTML: an empty line begins a paragraph, a line break stays one."""
    noted(text)
    blocks = [block.strip() for block in re.split(r"\n\s*\n", text.strip())]
    return Markup("").join(
        Markup("<p>{}</p>").format(Markup("<br>").join(escape(line) for line in block.split("\n")))
        for block in blocks
    )


class CompiledOnce(BytecodeCache):
    """Templates are compiled once, however many environments and processes read them.

    They are code, so a store that others than its owner may write to is not asked for them.
    """

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        key = _key(bucket)
        store = usual()
        kept = self._compiled.get(key) or (store.get(key) if store.is_ones_own() else None)
        if kept:
            self._compiled[key] = kept
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        key = _key(bucket)
        self._compiled[key] = bucket.bytecode_to_string()
        usual().put(key, self._compiled[key])


def _key(bucket: Bucket) -> str:
    """Of a template in its place, of its text, and of what compiles it."""
    extensions = str(sorted(bucket.environment.extensions))
    parts = (bucket.key, bucket.checksum, extensions, *_compilers())
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@cache
def _compilers() -> tuple[str, ...]:
    """What makes code of a template; how we set it up stands in this file."""
    return (version("jinja2"), version("mkdocs"), sys.version, Path(__file__).read_text("utf-8"))


COMPILED = CompiledOnce()


@cache
def environment() -> Environment:
    """The environment; a template that has changed is read anew, so that an edit shows without a restart."""
    jinja = Environment(
        loader=FileSystemLoader(_FAMILIES),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=COMPILED,
        finalize=noted,
    )
    jinja.filters |= {"paragraphs": paragraphs, "join": _join}
    return jinja


def _join(texts: Iterable[str], between: str = "") -> str:
    return joined(between, texts)


def css(*names: str) -> Markup:
    """The named style sheets as one text, from the family folders."""
    found = []
    for name in names:
        path = next(folder / name for folder in _FAMILIES if (folder / name).is_file())
        found.append(path.read_text("utf-8"))
    return Markup("\n".join(found))


@cache
def token(name: str) -> str:
    """The value of a token that is the same for every shop, such as `muted`."""
    found = re.search(rf"--{name}: ([^;]+);", css("tokens.css"))
    if found is None:
        raise KeyError(name)
    return found[1]


def rendered(template: str, view: Mapping[str, object]) -> tuple[str, tuple[SetText, ...]]:
    """A page, and every text of the playbook that stands on it."""
    texts: list[SetText] = []
    before = _written.set(texts)
    try:
        return environment().get_template(template).render(view), tuple(texts)
    finally:
        _written.reset(before)
