"""The value of a one-line figure: a number, a share, a range or an amount of money, or a date where one is asked for."""

import re

from briefkit.values import Number, Range, Share
from briefkit.values.currencies import currency_after, currency_before
from briefkit.values.dates import DATE_FORMS, MONTHS, read_date
from briefkit.values.fault import Fault
from briefkit.values.number_words import scan_spelt
from briefkit.values.numerals import Scanned, scan_number
from briefkit.values.openings import WHY_MISSING
from briefkit.values.reading import Reading

_TO = re.compile(r"\s*(?:to(?!\w)|[-–—])\s*(?=[\d£€A-Z.+−-])")
_OF = re.compile(r"\s+of\s+(?=\S)", re.IGNORECASE)
_NOT_OF = re.compile(r"\s*(/|out of|in(?= \d)|from)\s*(?=\d)", re.IGNORECASE)
_DATE_LIKE = re.compile(
    rf"\d{{4}}-\d{{1,2}}-\d{{1,2}}(?!\d)|\d{{4}}-(?:0[1-9]|1[012])(?!\d)|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}"
    rf"|(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)}) \d{{4}}",
    re.ASCII | re.IGNORECASE,
)
BARE_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?=\s*(?:$|[\"“„]|\((?!\d)))", re.ASCII)
"""A year where anything may stand: four digits without a mark, and no unit behind them. A count has its unit, or a comma."""
_UP_TO_NEXT_PART = re.compile(r"[^\"(;“„«]+")


def dated(reading: Reading) -> Fault | None:
    """A date, where the field asks for one."""
    match = _UP_TO_NEXT_PART.match(reading.text, reading.at)
    written = match[0].rstrip() if match else ""
    if not written:
        return nothing(reading, "date")
    found = read_date(written)
    if isinstance(found, Fault):
        return found.shifted(reading.at)
    reading.keep("value", found, reading.at + len(written))
    return None


def amount(reading: Reading) -> Fault | None:
    """A number, share, range or amount of money."""
    start = reading.at
    date = _DATE_LIKE.match(reading.text, start)
    if reading.asks == "any" and (date or BARE_YEAR.match(reading.text, start)):
        return dated(reading)
    if date:
        way = "write when a state was so as `(as of 2022-12-06)` after the value"
        return reading.blame(
            "number-expected", f"`{date[0]}` is a date, and this field asks for a number", way, date.end()
        )
    first = _number(reading)
    if not isinstance(first, Scanned):
        return first or nothing(reading, "number")
    reading.at = first.end
    fault = _not_a_share(reading, start) or _share(reading, first, start) or _range(reading, first, start)
    if fault:
        return fault
    reading.said.setdefault("value", first.number)
    reading.spans["value"] = (start, reading.at)
    return currency_after(reading)


def _number(reading: Reading) -> Scanned | Fault | None:
    """One number with the currency before it; leaves the reading at the number's start."""
    fault = currency_before(reading)
    money = reading.units.is_money(reading.said.get("unit"))
    return fault or scan_number(reading.text, reading.at, money=money)


def _not_a_share(reading: Reading, start: int) -> Fault | None:
    match = _NOT_OF.match(reading.text, reading.at)
    total = scan_number(reading.text, match.end()) if match else None
    if match is None or not isinstance(total, Scanned):
        return None
    events, reading.at = reading.text[start : reading.at], start
    way = f"write `{events} of {reading.text[match.end() : total.end]}`"
    if match[1].casefold() == "in":
        way += ", if so many were counted; a rate is written `12 per 1,000 people`"
    message = f"`{reading.text[start : total.end]}` is not how a share is written"
    return reading.blame("share-form", message, way, total.end)


def _share(reading: Reading, first: Scanned, start: int) -> Fault | None:
    match = _OF.match(reading.text, reading.at)
    if match is None:
        return None
    total = scan_number(reading.text, match.end())
    if isinstance(total, Fault):
        return total
    if total is None:
        reading.skip_blanks()
        return reading.blame("share-form", "no number stands after `of`", "write the total, as in `38 of 43`")
    if "unit" in reading.said or not (_is_count(first.number) and _is_count(total.number)):
        reading.at = start
        written = reading.text[start : total.end]
        return reading.blame(
            "share-form", f"`{written}` is no share: both its numbers must be counts", SHARE_WAY, total.end
        )
    reading.keep("value", Share(first.number.value, total.number.value), total.end)
    return None


SHARE_WAY = "write events and total as whole numbers in digits, as in `38 of 43`"


def _is_count(number: Number) -> bool:
    return not number.scale and number.value >= 0 and number.value.as_tuple().exponent == 0


def _range(reading: Reading, first: Scanned, start: int) -> Fault | None:
    per_cent = reading.text.startswith("%", reading.at)
    match = _TO.match(reading.text, reading.at + per_cent)
    if match is None:
        return None
    end_of_first, reading.at = reading.at, match.end()
    second = _number(reading)
    if isinstance(second, Fault):
        return second
    if second is None:
        reading.at = end_of_first
        return None
    low, high = first.number, second.number
    if high.scale and not low.scale and abs(low.value) < 1000:
        written = reading.text[start:end_of_first]
        reading.at = start
        message = f"it is not clear whether `{written}` is in {high.scale}s as well"
        way = f"write `{written} {high.scale} to …`, or write both numbers out"
        return reading.blame("range-unclear", message, way, second.end)
    reading.keep("value", Range(low, high), second.end)
    return None


def nothing(reading: Reading, what: str) -> Fault:
    """The fault of a text in which no value stands where one is asked for."""
    match = _UP_TO_NEXT_PART.match(reading.text, reading.at)
    written = match[0].strip() if match else ""
    spelt = scan_spelt(reading.text, reading.at)
    if not written:
        return reading.blame("value-missing", f"no {what} stands here", f"{EXAMPLES[what]}; or {WHY_MISSING}")
    if spelt:
        words = reading.text[reading.at : spelt.end]
        message = f"`{words}` is a number in words"
        return reading.blame(
            "number-in-words", message, f"write `{spelt.value}`; the quotation keeps the words of its source", spelt.end
        )
    end = reading.at + len(written)
    way = f"{FACT}; {EXAMPLES[what]}" if reading.asks == "any" else EXAMPLES[what]
    return reading.blame("value-missing", f"`{written}` is no {what}", f"{way}; or {WHY_MISSING}", end)


FACT = 'for a fact in words give its quotation alone, `{quote: "…"}`: the quotation is the value'


EXAMPLES = {
    "number": "write a number first, as in `127 people`, `up to 15 places`, `38 of 43`, `69%` or `£250,000 a year`",
    "date": f"write {DATE_FORMS}",
}
