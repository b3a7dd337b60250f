"""Chapters about the shop itself: about, shop, roles, facts, placeholders, products, glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from generator.playbook.languages import LANGUAGES
from generator.playbook.model.hours import ClosedDays, Hours, OpenHours, Weekday
from generator.playbook.model.record import (
    Colour,
    Country,
    Currency,
    Day,
    DayOf,
    FactId,
    Item,
    Link,
    LogoFile,
    OneOrMore,
    Part,
    Record,
    RoleId,
)
from generator.playbook.model.text import Text
from generator.playbook.model.ways import Way

if TYPE_CHECKING:
    LanguageCode = str
else:
    LanguageCode = Literal[tuple(LANGUAGES)]
Unit = Literal[
    "minute",
    "hour",
    "day",
    "working_day",
    "week",
    "month",
    "year",
    "time",
    "times",
    "piece",
    "gram",
    "kilogram",
    "millilitre",
    "litre",
    "person",
    "percent",
    "yuan",
    "money",
    "metre",
    "kilometre",
    "mile",
    "phone",
    "words",
]
FactSource = Literal[
    "shop.hours.start",
    "shop.hours.end",
    "shop.service_hours.start",
    "shop.service_hours.end",
    "posters.norms",
]
"""Figures that the playbook states outside of facts; `posters.norms` counts the norms on the first poster."""
Chapter = Literal[
    "shop",
    "roles",
    "facts",
    "products",
    "prices",
    "promise",
    "customer_pages",
    "strategy",
    "levels",
    "authority",
    "norms",
    "scripts",
    "complaints",
    "reviews",
    "customers",
    "follow_ups",
    "proactive",
    "supervision",
    "training",
    "checklists",
    "posters",
    "notices",
    "forms",
    "glossary",
]
"""The chapters of items, which a shop makes its own."""
ChannelKind = Literal["chat", "platform", "phone", "counter", "mail", "group", "delivery"]


class Brand(Record):
    """How the shop looks."""

    colour: Colour = "#0b6e5c"
    """The shop's colour as `#rrggbb`, in quotes. White text must be readable on it."""
    ink: Literal["full", "light"] = "full"
    """`light` prints outlines instead of filled bands, for printers in black and white and for little ink."""
    logo: LogoFile | None = None
    """The shop's logo: an SVG or PNG file beside the playbook, such as logo.svg. It stands on all that customers keep; of
    an SVG, shapes and colours are taken over, so words in it must be turned into shapes."""


class About(Record):
    """About this playbook: title, version, dates, owner, languages."""

    title: Text
    """What the handbook is called."""
    version: str
    """The version printed on every sheet, in quotes: "1.0"."""
    date: Day
    """The day this version was made, as 2026-11-22."""
    review_by: Day
    """The day by which the owner reads it through again."""
    owner: RoleId
    """The role that answers for this playbook."""
    languages: Annotated[tuple[LanguageCode, ...], OneOrMore]
    """The languages to make, the main one first: [zh], [en] or [zh, en]."""
    sample: bool = False
    """True only in the playbook as shipped, which describes an invented shop."""
    address: Link | None = None
    """Where the handbook can be opened, if it is online. Staff sheets then carry a QR code."""
    customer_address: Link | None = None
    """Where what is in `customer/` can be opened, if it is online: never the handbook's own address. The code to scan on
    what customers keep leads there, where no channel has a `link` of its own."""
    brand: Brand = Brand()
    """How the shop looks."""
    began: str | None = None
    """The starter it began from, and the version of the program that wrote it: "service-team 0.1.0". `check` then counts
    what is still the sample's."""
    mine: tuple[Chapter, ...] = ()
    """The chapters that have been read and say what this shop does, every item of them: [norms, promise]."""
    sample_words: tuple[Text, ...] = ()
    """Words of the starter's own trade and people. Where one is left in what is `mine`, `check` names the place; whoever
    uses it, too, takes it off this list."""


class Channel(Item):
    """A way customers reach the shop."""

    NAMED_BY = "name"

    name: Text
    """What staff call it."""
    kind: ChannelKind
    """What kind of channel it is."""
    use: Text | None = None
    """What it is used for, and what not."""
    reach: Text | None = None
    """The number, account or address it is reached by, as it is printed on cards. Without it `shop.contact` is asked for a
    phone, a chat or a counter; where that has nothing either, they leave room to write."""
    link: Link | None = None
    """Where the code to scan on what customers keep leads: the page that adds the account, or the shop's own."""

    @property
    def begins(self) -> bool:
        """Whether somebody new may begin with it: one is invited to a group, and the driver comes by order."""
        return self.kind not in ("group", "delivery")


class Event(Item):
    """Something that happens and that contacts count from: a visit, a hand-over, the end of a stay."""

    NAMED_BY = "name"

    name: Text
    """What its day is called: “day of the visit”."""


class Contact(Record):
    """Where customers find the shop: printed on the cards, posters and forms that they keep."""

    address: Text | None = None
    """Where it is, as it is told to somebody who has never been there."""
    phones: tuple[str, ...] = ()
    """Its telephone numbers, each in quotes, the one to ring first in front."""
    wechat: str | None = None
    """Its WeChat ID."""
    site: Link | None = None
    """Its page on the web. Where no channel has a `link`, the code to scan leads there."""


class Shop(Record):
    """The shop: name, opening days, service hours, channels."""

    name: Text
    """The shop's name, as customers know it."""
    registered_name: Text | None = None
    """The name on the business licence, or the owner's own name where none is needed: who handles personal data."""
    trade: Text | None = None
    """What it sells, and where."""
    country: Country = "cn"
    """Whose law holds, as ISO 3166-1 has it, in small letters: `cn`, `gb`. Emergency number, legal days and outside
    bodies come from the record of that country; it has nothing to do with the language."""
    currency: Currency | None = None
    """What it is paid in, as ISO 4217 has it: `CNY`, `GBP`. The country's own if left out."""
    hours: tuple[OpenHours, ...] = ()
    """When customers are answered, weekday by weekday; a weekday that is not named is closed, and the others are its
    working days."""
    closed_days: tuple[ClosedDays, ...] = ()
    """Days on which it is closed although the weekday is an open one: 2027-04-05, 2027-02-05 to 2027-02-14, or of every
    year without the year, 12-25, 12-24 to 01-02."""
    open_days: tuple[Weekday, ...] = ()
    """The short form, with `service_hours`, instead of `hours`: the weekdays it works."""
    service_hours: Hours | None = None
    """The short form, with `open_days`, instead of `hours`: the same hours on each of these weekdays."""
    channels: Annotated[tuple[Channel, ...], OneOrMore]
    """The ways customers reach it."""
    contact: Contact = Contact()
    """Where customers find it."""
    events: tuple[Event, ...] = ()
    """What contacts count from where it is not a purchase; the customers' workbook has a column for each day instead of
    those of a parcel."""


class Role(Item):
    """A part somebody plays in the shop; one person may play several."""

    NAMED_BY = "name"

    name: Text
    """What it is called."""
    does: Text
    """What this role answers for, in one sentence."""
    deputy: RoleId | None = None
    """The role that stands in when this one is away."""
    solo: Text | None = None
    """Who takes it in a shop of one person."""


class Fact(Item):
    """A figure that is said in more than one place. Texts name it as `{id}`."""

    NAMED_BY = "say"

    value: int | float | str
    """The bare figure, without its unit; a time in quotes, "09:00"."""
    unit: Unit
    """What it counts."""
    say: Text
    """How it is said in a sentence: {zh: 1 个营业日, en: 1 working day}."""
    sample: bool = False
    """True if another shop must set it itself."""
    by_law: bool = False
    """True if a law or an authority sets it and no shop may change it; `note` then says whose rule it is, as of when
    it was looked up and whom to ask. Another country has another figure."""
    after: FactId | None = None
    """The fact whose span runs first: a refund so many days after the check, which takes so many days itself."""
    at_most: FactId | None = None
    """The fact, set by law, that this promise may not pass, counted from the same day, whatever days are closed."""
    same_as: FactSource | None = None
    """Where the playbook states the same figure; both must agree. `shop.hours.start` is the earliest opening of the week,
    `shop.hours.end` the latest closing; `posters.norms` counts the norms of the first poster."""
    note: Text | None = None
    """Where it comes from, or what to think of before changing it."""


class Placeholder(Part):
    """Something filled in while sending: the customer's name, the order number."""

    name: Text
    """What stands in the brackets."""
    aliases: tuple[Text, ...] = ()
    """What it is called where staff copy it from: a pasted `order ID: 2026…` fills the blank."""
    own: bool = False
    """Belongs to whoever answers, not to the customer: their own name, the counter's address. In the handbook it is typed once and kept on that device; everything else goes with the next customer."""


class Search(Record):
    """The search box of the handbook."""

    first: Annotated[tuple[Text, ...], Field(min_length=1, max_length=8)]
    """What staff look for most, in the customer's words: offered before anything is typed, about six."""
    same: tuple[Text, ...] = ()
    """Words with one meaning, with 、 or ; between them: `postage; shipping cost`. Whoever searches one finds the others."""
    ways: tuple[Way, ...] = ()
    """Ways in by what happened, drawn as flows beside those of complaints, reviews and red flags, which draw themselves."""


class Step(Part):
    """One step of using a product."""

    do: Text
    """What to do."""


class Product(Item):
    """A product: what staff must know of it and what they may say."""

    NAMED_BY = "name"

    name: Text
    """Its name."""
    aliases: tuple[Text, ...] = ()
    """What customers call it."""
    for_whom: Text
    """For whom it is made."""
    not_for: Text
    """For whom it is not, or who should ask first."""
    amount: Text
    """How much to use at a time."""
    steps: Annotated[tuple[Step, ...], OneOrMore]
    """How to use it, step by step."""
    lasts: FactId | None = None
    """The fact that says how many days a pack lasts, if it is used up."""
    holds: FactId | None = None
    """The fact that says how much a pack holds, if customers use it up at a pace of their own: the customers' workbook
    then asks with each order how much of it goes a day, in the same unit."""
    lasts_from: DayOf | None = None
    """The day its use begins: `bought`, `received`, `opened`, or an event of `shop.events`. Left out, it is the day it was
    received, or opened if that came later; in a shop with events of its own, the first of them."""
    batch: Text | None = None
    """Where the batch number and the use-by date stand on the pack, if it has them."""
    registration: Text | None = None
    """Registration or filing number, or where to look it up."""
    claims: tuple[Text, ...] = ()
    """What staff may say of it."""
    never_claim: tuple[Text, ...] = ()
    """What nobody may say of it."""
    misuse: tuple[Text, ...] = ()
    """How people commonly use it wrongly, and what to tell them."""
    unwell: Text | None = None
    """What the usage sheet says to somebody who feels unwell, the number to ring first; else the sheet's own words."""


class Term(Item):
    """A term staff meet."""

    NAMED_BY = "term"

    term: Text
    """The word."""
    means: Text
    """What it means here, in a sentence."""
    aliases: tuple[Text, ...] = ()
    """Other words people search for."""
