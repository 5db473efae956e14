"""Countries and currencies by their ISO codes: the home of babel, which knows their names in British English."""

import re
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

_NOT_COUNTRIES = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})
"""Codes that babel lists although ISO 3166-1 does not assign them to a country (`XK` is let through for Kosovo)."""
_OTHER_COUNTRY_NAMES = {
    "america": "US",
    "britain": "GB",
    "czech republic": "CZ",
    "eire": "IE",
    "england": "GB",
    "great britain": "GB",
    "holland": "NL",
    "northern ireland": "GB",
    "scotland": "GB",
    "uk": "GB",
    "usa": "US",
    "wales": "GB",
}
_OTHER_MEANINGS = frozenset({"America", "Chad", "Georgia", "Guinea", "Ireland", "Jersey", "Jordan", "Turkey", "Wales"})
"""Names that are also of other things, or of parts of other names: `New South Wales`, `Northern Ireland`."""
_PEOPLES = {
    "American": "US",
    "Australian": "AU",
    "Austrian": "AT",
    "Belgian": "BE",
    "British": "GB",
    "Canadian": "CA",
    "Danish": "DK",
    "Dutch": "NL",
    "English": "GB",
    "Finnish": "FI",
    "French": "FR",
    "German": "DE",
    "Irish": "IE",
    "Italian": "IT",
    "Norwegian": "NO",
    "Portuguese": "PT",
    "Scottish": "GB",
    "Spanish": "ES",
    "Swedish": "SE",
    "Swiss": "CH",
    "Welsh": "GB",
}
_MONEY_AS_OF = date(2026, 1, 1)
_SYMBOLS = {"GBP": "£", "EUR": "€"}
_OTHER_CURRENCY_NAMES = {
    "euro": "EUR",
    "franc": "CHF",
    "francs": "CHF",
    "fr": "CHF",
    "fr.": "CHF",
    "pound": "GBP",
    "pounds": "GBP",
    "quid": "GBP",
    "sfr": "CHF",
    "sfr.": "CHF",
    "sterling": "GBP",
    "stg": "GBP",
}


@cache
def _british() -> "Locale":
    from babel import Locale  # noqa: PLC0415  heavy, loaded only when used

    return Locale.parse("en_GB")


def is_country(code: str) -> bool:
    """Whether `code` is an ISO 3166-1 alpha-2 code, in capitals."""
    return len(code) == 2 and code.isalpha() and code not in _NOT_COUNTRIES and code in _british().territories


def country_name(code: str) -> str:
    """Its name as readers know it; the code itself when there is no such country."""
    return str(_british().territories[code]) if is_country(code) else code


def countries_in(text: str) -> frozenset[str]:
    """Codes of the countries that a text names: by their names, those of their parts, or of their people."""
    return frozenset(_named_countries()[match[0]] for match in _country_names().finditer(text))


@cache
def _named_countries() -> "dict[str, str]":
    names = {str(name): code for code, name in _british().territories.items() if is_country(code)}
    names |= {name.title(): code for name, code in _OTHER_COUNTRY_NAMES.items() if len(name) > 3}
    return {name: code for name, code in (names | _PEOPLES).items() if name not in _OTHER_MEANINGS} | {
        "UK": "GB",
        "USA": "US",
    }


@cache
def _country_names() -> "re.Pattern[str]":
    ways = "|".join(re.escape(name) for name in sorted(_named_countries(), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{ways})(?![\w-])")


def suggest_country(wrong: str) -> str:
    """`did you mean ...?` for something that is no country code, or how to write one."""
    code = _country_code(wrong)
    if code is None:
        return "write the two capital letters of ISO 3166-1, such as `GB` or `CH`"
    return f"did you mean `{code}` ({country_name(code)})?"


def _country_code(wrong: str) -> str | None:
    folded = wrong.strip().casefold()
    if is_country(folded.upper()):
        return folded.upper()
    names = {str(name).casefold(): code for code, name in _british().territories.items() if is_country(code)}
    names |= _OTHER_COUNTRY_NAMES
    near = get_close_matches(folded, names, n=1, cutoff=0.75)
    return names[near[0]] if near else None


def is_currency(code: str) -> bool:
    """Whether `code` is an ISO 4217 code, in capitals."""
    return len(code) == 3 and code.isascii() and code.isalpha() and code.isupper() and code in _british().currencies


def currency_name(code: str) -> str:
    """Its name as readers know it: `British pounds`; the code itself when there is none."""
    if not is_currency(code):
        return code
    from babel.numbers import get_currency_name  # noqa: PLC0415  heavy, loaded only when used

    return str(get_currency_name(code, count=2, locale=_british()))


def currency_symbol(code: str) -> str:
    """`£` or `€`; empty for all others, which stand as their code, since `$` and `kr` mean several."""
    return _SYMBOLS.get(code, "")


def suggest_currency(wrong: str) -> str:
    """`did you mean ...?` for something that is no currency code but near one; else empty."""
    folded = wrong.strip().casefold()
    if is_currency(folded.upper()) and len(wrong) == 3:
        return f"did you mean `{folded.upper()}`?"
    code = _OTHER_CURRENCY_NAMES.get(folded)
    return f"did you mean `{code}` ({currency_name(code)})?" if code else ""


@cache
def currency_of(country: str) -> str:
    """The code of the money that people pay with in a country today; empty where it has none of its own, or several.

    Of a fixed day, so that no build depends on the day on which it is made.
    """
    from babel.numbers import get_territory_currencies  # noqa: PLC0415  heavy, loaded only when used

    found = get_territory_currencies(country, start_date=_MONEY_AS_OF) if is_country(country) else []
    own = [code for code in found if code[:2] == country]
    return (own or found or [""])[0] if len(own or found) == 1 or own else ""
