"""About this version: who answers for it, the figures it states, and what a sheet on the wall must carry."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Book
from generator.labels import labels
from generator.output import Page
from generator.playbook.prices import price_lines


def pages(book: Book) -> Iterator[Page]:
    about = book.edition.playbook.about
    languages = book.edition.labels.list_join.join(labels(language).language for language in about.languages)
    yield book.page(
        "about.html",
        book.words.nav.about,
        "about.html",
        weight=0.3,
        languages=languages,
        priced=_priced(book),
        downloads=book.printed,
    )


def _priced(book: Book) -> dict[str, str]:
    """What the prices among the figures are paid for, by the name texts call them."""
    names: dict[str, str] = {}
    for line in price_lines(book.edition.playbook):
        variants = {variant.id: variant.name for variant in line.of.variants}
        names[line.price.id] = line.price.name
        for each in line.price.each:
            names[f"{line.price.id}.{each.of}"] = f"{line.price.name} · {variants[each.of]}"
    return names
