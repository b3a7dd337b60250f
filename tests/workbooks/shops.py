"""The shipped playbooks, read once and set once in each language, and the customers' workbook with few lines."""

from __future__ import annotations

from functools import cache

from generator.edition import Edition, edition
from generator.playbook.load import load
from generator.playbook.model.playbook import Playbook
from generator.workbooks.books import Book, books
from generator.workbooks.customers import CustomersBook
from generator.workbooks.table import Filled
from tests.conftest import ROOT

SKIN_CARE, PAINT = "playbook.yaml", "examples/paint-store/playbook.yaml"
SHOPS = (SKIN_CARE, PAINT)


@cache
def loaded(path: str) -> Playbook:
    playbook = load(ROOT / path).playbook
    assert playbook is not None
    return playbook


@cache
def set_in(path: str, language: str) -> Edition:
    return edition(loaded(path), language)


def every(path: str) -> tuple[Edition, ...]:
    """In each language it has."""
    return tuple(set_in(path, language) for language in loaded(path).about.languages)


@cache
def shops(name: str) -> tuple[tuple[Edition, Book], ...]:
    """A workbook in each shipped playbook and language."""
    found = [(path, next(each for each in books(loaded(path)) if each.id == name)) for path in SHOPS]
    return tuple((it, book) for path, book in found for it in every(path))


def workbook(it: Edition, *, customers: int = 40, orders: int = 60, filled: Filled | None = None) -> bytes:
    """The customers' workbook with so many lines."""
    return CustomersBook(it, filled, customers=customers, sold=orders).file()
