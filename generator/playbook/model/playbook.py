"""The Playbook: all chapters together."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.playbook.model.complaints import Complaints
from generator.playbook.model.contacts import FollowUps, Proactive
from generator.playbook.model.customer_pages import CustomerPage
from generator.playbook.model.customers import Customers
from generator.playbook.model.forms import Form
from generator.playbook.model.norms import Authority, Level, Norm, Strategy
from generator.playbook.model.prices import PriceList
from generator.playbook.model.promise import Promise
from generator.playbook.model.record import OneOrMore, Record, exactly
from generator.playbook.model.reviews import Reviews
from generator.playbook.model.scripts import Script
from generator.playbook.model.sheets import Checklist, Notice, Poster
from generator.playbook.model.shop import About, Fact, Placeholder, Product, Role, Search, Shop, Term
from generator.playbook.model.site import Site
from generator.playbook.model.supervision import Supervision
from generator.playbook.model.text import Text
from generator.playbook.model.training import Training


class Accepted(Record):
    """A warning or hint the shop has looked at and lives with."""

    problem: str
    """The name of the problem, as `playbook check` prints it in brackets."""
    at: str | None = None
    """Only where it concerns this item: `posters.norms-wall`. Everywhere if left out."""
    reason: Text
    """Why it is accepted."""


class OwnWord(Record):
    """The shop's own word for one of the program's."""

    label: str
    """Which: `slots.item` for what is sold or done, `stages.after`, or any label by its path in the program's list."""
    say: Text
    """The word to put there."""


class Playbook(Record):
    """How a shop serves: everything the handbook, the wall, the forms and the quizzes are made of."""

    schema_: Annotated[Literal[1], exactly(1), Field(alias="schema")]
    """The version of the model: 1."""
    about: About
    """About this playbook."""
    shop: Shop
    """The shop."""
    roles: Annotated[tuple[Role, ...], OneOrMore]
    """Who does what."""
    facts: tuple[Fact, ...] = ()
    """Figures said in more than one place."""
    placeholders: tuple[Placeholder, ...] = ()
    """What is filled in while sending."""
    search: Search | None = None
    """What the search box offers first."""
    products: tuple[Product, ...] = ()
    """The products."""
    prices: tuple[PriceList, ...] = ()
    """The price lists."""
    promise: Promise | None = None
    """The service promise."""
    customer_pages: tuple[CustomerPage, ...] = ()
    """Pages that customers are given beside the promise: returns, prices."""
    strategy: tuple[Strategy, ...] = ()
    """Ways of serving."""
    levels: tuple[Level, ...] = ()
    """Levels of service: an honest growth path."""
    authority: tuple[Authority, ...] = ()
    """Who may decide what, up to how much."""
    norms: tuple[Norm, ...] = ()
    """The service norms."""
    scripts: tuple[Script, ...] = ()
    """Situations and replies."""
    complaints: Complaints | None = None
    """How complaints are handled."""
    reviews: Reviews | None = None
    """How reviews are handled."""
    customers: Customers | None = None
    """Classes, record, consent."""
    follow_ups: FollowUps | None = None
    """Getting in touch after the sale."""
    proactive: Proactive | None = None
    """Getting in touch without being asked."""
    supervision: Supervision | None = None
    """Checks, measures, plans."""
    training: Training | None = None
    """Path, questions, papers, role-plays."""
    checklists: tuple[Checklist, ...] = ()
    """Checklists."""
    posters: tuple[Poster, ...] = ()
    """Posters."""
    notices: tuple[Notice, ...] = ()
    """Notices for the wall."""
    forms: tuple[Form, ...] = ()
    """Forms."""
    glossary: tuple[Term, ...] = ()
    """Terms staff meet."""
    site: Site = Site()
    """Which pages of the handbook's site come first, and which it does without."""
    words: tuple[OwnWord, ...] = ()
    """The shop's own words for the program's, on site, sheets and workbooks."""
    accept: tuple[Accepted, ...] = ()
    """Warnings and hints looked at and accepted."""
