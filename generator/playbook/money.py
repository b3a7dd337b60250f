"""Money as people write it: 80 元, 80 yuan, £80, £12.50."""

from __future__ import annotations

from datetime import date

from generator.playbook.languages import LANGUAGES
from generator.playbook.model.shop import Shop

YUAN = "CNY"
"""The one currency whose everyday word differs from its name: nobody says 80 人民币."""


def currency_of(shop: Shop, on: date) -> str:
    """What a shop is paid in, as ISO 4217 has it; empty where its country is none."""
    # Read in only where there is money: it takes as long as checking a playbook.
    from babel.numbers import get_territory_currencies

    return shop.currency or next(iter(get_territory_currencies(shop.country.upper(), on, on)), "")


def sign(code: str, language: str) -> str:
    """What stands by an amount: 元, £; empty without a currency."""
    it = LANGUAGES[language]
    if code == YUAN:
        return it.yuan
    from babel.numbers import get_currency_name, get_currency_symbol

    said = get_currency_name if it.han else get_currency_symbol
    return str(said(code, locale=it.locale)) if code else ""


def sign_first(code: str, language: str) -> bool:
    """Whether it stands before the amount, as a sign does and a word does not: £20, 20 元, 20 yuan."""
    return not LANGUAGES[language].han and code not in ("", YUAN)


def money(amount: float, code: str, language: str) -> str:
    """An amount with its currency."""
    by = sign(code, language)
    figure = _figure(amount, code, language)
    if not by:
        return figure
    if sign_first(code, language):
        # CHF 80, but £80.
        return f"{by} {figure}" if by[-1:].isalpha() else f"{by}{figure}"
    return f"{figure} {by}"


def span(low: float, high: float, code: str, language: str) -> str:
    """From one amount to another: 80–120 元, £80–£120."""
    if sign_first(code, language):
        return f"{money(low, code, language)}–{money(high, code, language)}"
    return f"{_figure(low, code, language)}–{money(high, code, language)}"


def _figure(amount: float, code: str, language: str) -> str:
    """Chinese writes 12.5 and 1200, English 12.50 and 1,200."""
    from babel.numbers import get_currency_precision

    places = get_currency_precision(code) if code else 2
    whole = amount == int(amount)
    if LANGUAGES[language].han:
        return f"{amount:.0f}" if whole else f"{amount:.{places}f}".rstrip("0").rstrip(".")
    return f"{amount:,.0f}" if whole else f"{amount:,.{places}f}"
