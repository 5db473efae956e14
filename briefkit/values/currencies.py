"""The currency in a one-line figure: `£` and `€` or an ISO 4217 code, before or after the number."""

import re

from briefkit.values import iso
from briefkit.values.fault import Fault
from briefkit.values.reading import Reading

SYMBOLS = {"£": "GBP", "€": "EUR"}
_AMBIGUOUS = re.compile(
    r"(?:US|CA|AU|NZ|HK|A|C)?\$|kr(?:oner|onor|\.)?(?!\w)|SFr\.?|Fr\.(?=\s?\d)|[¥₹₩₽¢]", re.IGNORECASE
)
_CODE = re.compile(r"[A-Z]{3}(?![A-Za-z])")
_LOWER_CODE = re.compile(r"(?:gbp|eur|usd|cad|aud|nzd|chf|dkk|nok|sek|jpy)(?=\s?\d)", re.IGNORECASE)
_SIGNED = re.compile(r"[+\-−]\s?[£€]")
_BLANK = re.compile(r"[ \u00a0\u202f]?")
_WAYS = {
    "kr": "write the code of the currency: `DKK` (Danish), `NOK` (Norwegian) or `SEK` (Swedish), as in `DKK 200,000`",
    "$": "write the code of the currency: `USD`, `CAD` or `AUD`, as in `CAD 15,200`",
    "fr": "write the code of the currency, as in `CHF 51.17`",
}


def currency_before(reading: Reading) -> Fault | None:
    """The currency that stands before a number."""
    text, at = reading.text, reading.at
    if _SIGNED.match(text, at):
        symbol = text[at + 1 :].lstrip()[0]
        return reading.blame(
            "number-form", f"the sign stands before `{symbol}`", f"write `{symbol}{text[at]}` and the number", at + 2
        )
    if text[at : at + 1] in SYMBOLS:
        return _keep(reading, SYMBOLS[text[at]], at + 1)
    code = _CODE.match(text, at)
    if code and iso.is_currency(code[0]):
        return _keep(reading, code[0], code.end())
    lower = _LOWER_CODE.match(text, at)
    if lower:
        way = f"write `{lower[0].upper()}`"
        return reading.blame("currency-ambiguous", f"`{lower[0]}` is not the code of a currency", way, lower.end())
    return _ambiguous(reading)


def currency_after(reading: Reading) -> Fault | None:
    """The currency that stands after a number."""
    start = reading.at
    reading.skip_blanks()
    here = reading.text[reading.at : reading.at + 1]
    if here in SYMBOLS:
        way = f"write `{here}` before the number"
        return reading.blame("number-form", f"`{here}` stands after its number", way, reading.at + 1)
    code = _CODE.match(reading.text, reading.at)
    if code and iso.is_currency(code[0]):
        return _keep(reading, code[0], code.end(), blank=False)
    fault = _ambiguous(reading)
    reading.at = start
    return fault


def _keep(reading: Reading, code: str, end: int, *, blank: bool = True) -> Fault | None:
    known = reading.said.get("unit")
    if known is not None and known != code:
        message = f"one amount stands in two currencies, `{known}` and `{code}`"
        return reading.blame("currency-twice", message, "name one currency, once", end)
    reading.keep("unit", code, end)
    if blank and (match := _BLANK.match(reading.text, end)):
        reading.at = match.end()
    return None


def _ambiguous(reading: Reading) -> Fault | None:
    match = _AMBIGUOUS.match(reading.text, reading.at)
    if match is None:
        return None
    written = match[0]
    folded = written.casefold().removeprefix("s")
    ways = (way for start, way in _WAYS.items() if folded.startswith(start) or folded.endswith(start))
    way = next(ways, "write the code of the currency, as in `JPY 500`")
    return reading.blame("currency-ambiguous", f"`{written}` does not say which currency", way, match.end())
