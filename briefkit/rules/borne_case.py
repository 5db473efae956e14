"""One figure beside its quotation, read: what the checks of `borne` look at, and the words in which they tell of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import listed
from briefkit.values import Number, Range, Share
from briefkit.values.stands import Standing, standing
from briefkit.values.stands_dates import year_places
from briefkit.values.units import UnitNames
from briefkit.values.words import plain
from briefkit.values.write import full, number_text

MOST_NAMED = 3
"""Numbers of a quotation that a message names; of more, the likeliest alone."""
MOST_SHOWN = 90
"""Characters of a quotation that a message repeats."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one check found."""

    rule: str
    message: str
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A figure and the numbers that stand in its quotation."""

    figure: Figure
    text: str
    """The quotation."""
    lang: str
    """Language of the document in which it stands; empty when nobody says."""
    units: UnitNames
    found: tuple[Standing, ...]
    library: Library

    @property
    def said(self) -> str:
        """The figure in full, as a message shows it."""
        return plain(full(self.figure, self.units))

    @property
    def shown(self) -> str:
        """The quotation, cut where it is long."""
        return self.text if len(self.text) <= MOST_SHOWN else self.text[: MOST_SHOWN - 1].rstrip() + "…"


def case_of(figure: Figure, library: Library) -> Case | None:
    """The figure beside its quotation; None when it has none, or takes its value from other figures."""
    if figure.quote is None or figure.derivation is not None:
        return None
    units = library.vocabularies.units
    text = figure.quote.exact
    lang = language(figure, library)
    found = standing(text, lang, units, wanted(figure))
    return Case(figure=figure, text=text, lang=lang, units=units, found=found, library=library)


def language(figure: Figure, library: Library) -> str:
    """Language of the document in which the words stand: of `via`, else of its source; empty when neither says."""
    keys = [key for key in (figure.via, *figure.cite[:1]) if key]
    found = (library.references[key].lang for key in keys if key in library.references)
    return next((lang for lang in found if lang), "")


def wanted(figure: Figure) -> tuple[Decimal, ...]:
    """The numbers that the quotation has to bear."""
    value, interval = figure.value, figure.interval
    ends = (interval.low, interval.high) if interval else ()
    match value:
        case Number():
            return (value.value, *ends)
        case Share():
            return (value.events, value.total)
        case Range():
            return (value.low.value, value.high.value)
        case _:
            return ()


def bearing(case: Case, number: Decimal) -> list[Standing]:
    """The places at which this number stands; for a percentage also the words for such a part."""
    part = case.figure.unit == "percent"
    return [
        one
        for one in case.found
        if any(number in (value, value * 100 if one.fraction and part else value) for value in one.values)
    ]


def absent(case: Case, number: Decimal, what: str = "") -> Told:
    """Of a number that does not stand in the quotation: cut from another, its sign lost, or not there at all."""
    text = number_text(number)
    name = what or f"`{text}`"
    turned = [one for one in case.found if -number in one.values and number]
    if turned:
        way = f"write the sign of the source, or say under `value_from` how {text} follows: `the source says fell by`"
        return Told("sign-not-in-quote", f"{name} has another sign in its quotation: `{case.shown}`", way)
    whole = next((one for one in case.found if is_cut(number, one)), None)
    if whole is not None:
        message = f"{name} is only a part of the number `{whole.written}` in its quotation: `{case.shown}`"
        return Told("quote-cuts-number", message, f"write `{whole.written}`, or quote the words that bear {text}")
    return Told(
        "value-not-in-quote", f"{name} does not stand in its quotation: `{case.shown}`", _way(case, number, text)
    )


def _way(case: Case, number: Decimal, text: str) -> str:
    """The numbers of the quotation that may be meant; of several, the value may be the sum."""
    dates = {start for _, start in year_places(case.text)}
    borne = [value for value in wanted(case.figure) if number_text(value) != text]
    free = [one for one in case.found if one.values and one.start not in dates and not set(borne) & set(one.values)]
    there = list(dict.fromkeys(one.written for one in free))
    follows = f"say under `value_from` how {text} follows"
    if not there:
        return f"quote the words that bear it, or {follows}"
    if len(there) == 1:
        return f"the quote says {there[0]}; write that, or {follows}"
    if len(there) <= MOST_NAMED:
        sums = ": `the two numbers added`" if len(there) == 2 else ": `the sum of the three`"
        return f"the quote says {listed(there, joint='and')}; write the one that is meant, or {follows}{sums}"
    near = nearest(number, free)
    return (
        f"is {near.written} meant? Write that, or {follows}" if near else f"write a number of the quote, or {follows}"
    )


def is_cut(number: Decimal, one: Standing) -> bool:
    """Whether the number's digits are the end of those of a longer number, or its beginning: `27` or `12` of `127`."""
    digits = f"{abs(number):f}".replace(".", "")
    whole = number == number.to_integral_value()
    return len(one.digits) > len(digits) and (one.digits.endswith(digits) or (whole and one.digits.startswith(digits)))


def nearest(number: Decimal, found: Sequence[Standing]) -> Standing | None:
    """The number of the quotation that was most likely meant."""
    readable = [one for one in found if one.values]
    if len(readable) <= 1:
        return readable[0] if readable else None
    digits = f"{abs(number):f}".replace(".", "")

    def alike(one: Standing) -> float:
        return SequenceMatcher(None, digits, one.digits or f"{abs(one.values[0]):f}".replace(".", "")).ratio()

    best = max(readable, key=alike)
    return best if alike(best) >= 0.5 else None
