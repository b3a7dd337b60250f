"""The products: for whom, how to use them, what may be said and what nobody may say."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Book
from generator.output import Page


def pages(book: Book) -> Iterator[Page]:
    products = book.edition.playbook.products
    if products:
        keywords = {product.id: product.aliases for product in products}
        yield book.page(
            "products.html", book.words.nav.products, "products.html", keywords=keywords, weight=2.5
        )
