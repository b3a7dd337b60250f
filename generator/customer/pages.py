"""What stands on each page for customers, and the page itself: it needs no script and nothing from anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.design.single_page import single_page
from generator.edition import Edition
from generator.outlines.contact import Way, channel_ways, emergency_number, hours, ways
from generator.outlines.form import Notice
from generator.outlines.outlined import outline
from generator.outlines.prices import rows
from generator.outlines.promise import shipping
from generator.playbook.logo import DrawnBrand
from generator.playbook.model.record import Route

INDEX = "index.html"


@dataclass(frozen=True)
class Said:
    """A page for customers: what it is called, where it stands, which part of the template it has."""

    id: str
    of: str
    title: str
    part: str
    route: Route
    view: tuple[tuple[str, Any], ...] = ()
    """What the part is given."""
    short: str = ""
    """What it is called in the menu, where that is not its title."""
    file: str = INDEX


def said(edition: Edition) -> tuple[Said, ...]:
    """All pages in their order; the first is the one people come to, whatever it says."""
    found = [*_prices(edition), *_notices(edition), *_own(edition), *_privacy(edition), *_complain(edition)]
    promise = edition.playbook.promise
    if promise:
        view = (("promise", promise), ("shipping", shipping(promise)))
        found.insert(0, Said("promise", "promise", promise.title, "promise", ("promise",), view))
    return (*found[:1], *(replace(each, file=f"{each.id}.html") for each in found[1:]))


def page(edition: Edition, there: tuple[Edition, ...], pages: tuple[Said, ...], it: Said) -> bytes:
    """The page of one of `pages`; `there` are the editions whose pages stand beside it."""
    return single_page(
        edition,
        "customer.html",
        shared(edition)
        | {"it": it, "pages": pages, "switch": [*_switch(edition, there, it)]}
        | dict(it.view),
        style="customer.css",
        scripts=(),
    ).encode()


def shared(edition: Edition) -> dict[str, Any]:
    """What every page for customers is given."""
    brand = edition.playbook.about.brand
    return {
        "words": edition.labels.customer,
        "logo": brand.picture.address if isinstance(brand, DrawnBrand) else "",
        "hours": hours(edition),
        "reached": ways(edition),
        "made_on": edition.day(edition.playbook.about.date),
    }


def _switch(edition: Edition, there: tuple[Edition, ...], it: Said) -> Iterator[tuple[str, str, str]]:
    """The same page in the other languages: name, tag, address. All languages have the same pages."""
    for other in there:
        if other is not edition:
            up = "" if edition.first else "../"
            yield other.labels.language, other.tag, f"{up}{other.folder}{it.file}"


def _prices(edition: Edition) -> Iterator[Said]:
    """What things cost: all price lists on one page."""
    lists = tuple((each, rows(edition, each)) for each in edition.playbook.prices)
    if lists:
        title = edition.labels.handbook.nav.prices
        yield Said("prices", "prices", title, "prices", ("prices",), (("lists", lists),))


def _notices(edition: Edition) -> Iterator[Said]:
    """What hangs on the wall for customers, to be read before they come."""
    theirs = tuple(each for each in edition.playbook.notices if each.audience == "customer")
    if theirs:
        title = theirs[0].title if len(theirs) == 1 else edition.labels.handbook.nav.notices
        yield Said("notices", "notices", title, "notices", ("notices",), (("notices", theirs),))


def _own(edition: Edition) -> Iterator[Said]:
    """The pages in the shop's own words."""
    for at, each in enumerate(edition.playbook.customer_pages):
        route = ("customer_pages", at)
        yield Said(each.id, f"customer_pages.{each.id}", each.title, "own", route, (("own", each),))


def _privacy(edition: Edition) -> Iterator[Said]:
    """What becomes of personal data: the notice of every form that holds a customer's, the same words once."""
    notices: dict[tuple[str, ...], tuple[list[str], Notice]] = {}
    for form in edition.playbook.forms:
        notice = outline(edition, form).notice if _about_customers(edition, form.id) else None
        if notice:
            key = (notice.keeper, notice.purpose, notice.keep, notice.rights)
            notices.setdefault(key, ([], notice))[0].append(form.title)
    if notices:
        view = (
            ("notices", [(edition.labels.list_join.join(forms), each) for forms, each in notices.values()]),
        )
        words = edition.labels.customer
        yield Said("privacy", "forms", words.privacy, "privacy", ("forms",), view, words.privacy_short)


def _about_customers(edition: Edition, name: str) -> bool:
    """Whether a form asks customers for something of theirs."""
    book, form = edition.playbook, edition.item("forms", name)
    kept = {book.customers and book.customers.form, book.complaints and book.complaints.form}
    # A notice that stands before what is asked is shown or read out to whoever is asked: the data are a customer's.
    told_first = form.privacy is not None and form.privacy.before is not None
    return form.audience == "customer" or form.consents or told_first or name in kept


def _complain(edition: Edition) -> Iterator[Said]:
    """How to complain, and where else to turn."""
    promise = edition.playbook.promise
    if promise is None:
        return
    line = promise.complaints_line
    known = [Way(line.name, line.phone)] if line.phone else []
    view = (
        ("line", line),
        ("turn_to", [*known, *(way for way in channel_ways(edition))]),
        ("outside", promise.outside),
        ("danger", edition.labels.phone.danger.format(emergency_number(edition))),
    )
    words = edition.labels.customer
    yield Said("complain", "promise", words.complain, "complain", ("promise",), view, words.complain_short)
