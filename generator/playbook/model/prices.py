"""What things cost: price lists with variants and extras."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.playbook.model.record import Day, Item, OneOrMore, Part, Record
from generator.playbook.model.sheets import Orientation, PaperSize
from generator.playbook.model.text import Text

Amount = Annotated[float, Field(ge=0)]
"""Money in the shop's currency."""


class Variant(Part):
    """What a price hangs on: a size, a kind, a length. A column of the price list."""

    name: Text
    """What the column is called: medium."""
    note: Text | None = None
    """Who or what belongs there: 10 to 25 kg."""


class VariantPrice(Record):
    """The price of one variant."""

    of: str
    """The id of the variant."""
    price: Amount
    """The bare figure."""
    up_to: Amount | None = None
    """The highest it comes to, if it is a range."""


class Price(Item):
    """A line of a price list. Texts name its price as `{id}`, that of a variant as `{id.variant}`."""

    NAMED_BY = "name"

    name: Text
    """What is paid for."""
    aliases: tuple[Text, ...] = ()
    """What customers call it."""
    price: Amount | None = None
    """The bare figure, the same for every variant."""
    up_to: Amount | None = None
    """The highest it comes to, if it is a range."""
    each: tuple[VariantPrice, ...] = ()
    """The prices of the variants, instead of one for all: [{of: small, price: 80}, {of: large, price: 140}]."""
    starts: bool = False
    """Whether it is where the price begins and what is seen may make it more: from £80."""
    instead: Text | None = None
    """What is said where there is no figure: free; quoted after a look."""
    unit: Text | None = None
    """What is paid by: a night, an hour, each."""
    remark: Text | None = None
    """What is in it, what is not."""


class PriceGroup(Part):
    """Lines of a price list that belong together."""

    name: Text | None = None
    """The heading above them."""
    extra: bool = False
    """Whether these come on top of another price; they are printed with a plus."""
    lines: Annotated[tuple[Price, ...], OneOrMore]
    """What is paid for, and what it costs."""


class PriceList(Item):
    """A price list: a page of the handbook, a poster, and what texts name as prices."""

    NAMED_BY = "title"

    title: Text
    """The heading."""
    intro: Text | None = None
    """A line below the heading."""
    variants: tuple[Variant, ...] = ()
    """The columns, if a price hangs on something: sizes, kinds."""
    groups: Annotated[tuple[PriceGroup, ...], OneOrMore]
    """The lines, in groups."""
    remarks: tuple[Text, ...] = ()
    """What holds for all of it, below the list."""
    valid_from: Day | None = None
    """The day these prices begin, as 2027-01-01."""
    sample: bool = False
    """True if another shop must set these prices itself."""
    paper: PaperSize = "a4"
    """The poster's size: a4, a3 or a2."""
    orientation: Orientation = "portrait"
    """portrait or landscape."""
    distance: Annotated[float, Field(ge=0.5, le=10)] = 1.0
    """From how many metres it is read."""
