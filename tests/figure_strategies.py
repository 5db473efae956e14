"""Figures of every sort, for the tests that read back what was written."""

from decimal import Decimal

from hypothesis import strategies as st

from briefkit.values import Date, Interval, Missing, Number, Period, PriceYear, Quote, Range, Share
from briefkit.values.numerals import SCALES
from briefkit.values.openings import MISSING, QUALIFIERS
from briefkit.values.stated import Stated
from briefkit.values.units import BUILT_IN_UNITS, UnitNames

UNITS = UnitNames({"clinic": ("clinic", "clinics"), "open_day": ("day open", "days open")})


def _scaled(value, scale):
    return Number(value * 10 ** SCALES.get(scale, 0), scale)


def _range(low, high, scale):
    return Range(_scaled(low, scale), _scaled(high, scale))


decimals = st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=2)
digits = decimals | st.integers(-(10**12), 10**12).map(Decimal)
scales = st.sampled_from(["", *SCALES])
counts = st.integers(0, 10**6).map(Decimal)
shares = st.builds(Share, counts, counts)
values = st.builds(_scaled, digits, scales) | st.builds(_range, digits, digits, scales) | shares
missing = st.sampled_from(MISSING).map(Missing)
days = st.dates().filter(lambda day: 1000 <= day.year <= 2199).map(lambda day: Date(day.year, day.month, day.day))
dates = days | st.builds(Date, st.integers(1000, 2199), st.none() | st.integers(1, 12))
unit_ids = st.none() | st.sampled_from(
    [*(unit.id for unit in BUILT_IN_UNITS if unit.id != "ratio"), "clinic", "open_day", "GBP", "EUR", "CHF"]
)
pers = st.none() | st.sampled_from(["year", "hour", "patient per year", "100,000 people", "26 weeks"])
characters = st.characters(exclude_categories=["C", "Z"]) | st.just(" ")
words = st.text(characters, min_size=1, max_size=60).map(str.strip).filter(bool)
keys = st.none() | st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True)
locators = words.filter(lambda text: not set(text) & set("();") and " ".join(text.split()) == text)
tails = st.fixed_dictionaries(
    {
        "interval": st.none() | st.builds(Interval, st.sampled_from([Decimal(90), Decimal(95)]), digits, digits),
        "quote": st.none() | st.builds(Quote, words),
        "price_year": st.none()
        | st.just(PriceYear(None))
        | st.builds(PriceYear, st.integers(1000, 2199), st.booleans()),
        "as_of": st.none() | dates,
        "period": st.none() | st.builds(Period, dates, dates),
        "at": st.none() | locators,
        "cite": keys,
        "via": keys,
    }
)
qualifiers = st.none() | st.sampled_from(sorted(set(QUALIFIERS.values())))


@st.composite
def stated_figures(draw):
    """A figure with any of its parts, sensible or not."""
    value = draw(values | missing)
    tail = draw(tails)
    if isinstance(value, Missing):
        return Stated(value=value, **tail)
    unit = None if isinstance(value, Share) else draw(unit_ids)
    return Stated(value=value, qualifier=draw(qualifiers), unit=unit, per=draw(pers), **tail)
