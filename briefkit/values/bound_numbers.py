"""How the number, qualifier, unit and rate that words claim are compared with those of a figure."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from briefkit.figure import Figure
from briefkit.values import Number, PriceYear, Qualifier, Range, Share, iso
from briefkit.values.claim import Bound, Claim
from briefkit.values.rounding import finer, last_place, rounds_to
from briefkit.values.units import DURATIONS, UnitNames
from briefkit.values.write import attribute, is_ratio, rounded_percent


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What the words have to say: the figure, or the one of its attributes that they are bound to."""

    value: Number | Share | Range
    qualifier: Qualifier | None
    unit: str | None
    bare: bool
    """Whether the attribute prints no unit, so that the words need none either."""
    per: str | None
    price_year: PriceYear | None
    percent_text: str | None
    """Percentage of a share as it prints, for telling somebody who wrote one."""
    rounded: Decimal | None = None
    """What the attribute prints, where it rounds."""
    address: str = ""
    whose: str = "the source's"
    """Whose qualifier it is: a derived figure has its own."""

    @property
    def bound(self) -> Bound | None:
        """What its qualifier does to the number."""
        return "nearly" if self.qualifier == "almost" else self.qualifier


def target(figure: Figure, form: str) -> Target | None:
    """What words bound to this figure and attribute have to say; None when that is no number."""
    value = _value(figure, form)
    if value is None:
        return None
    percent = form.startswith("percent")
    ends = form == "total" or (form in {"low", "high"} and not isinstance(figure.value, Range))
    return Target(
        value=value,
        qualifier=None if ends else figure.qualifier,
        unit="percent" if percent else figure.unit,
        bare=form == "value",
        per=None if percent or form in {"events", "total"} else figure.per,
        price_year=figure.price_year,
        percent_text=attribute(figure, "percent"),
        rounded=rounded_percent(figure, int(form[7:] or 0)) if percent else None,
        address=figure.address,
        whose="the figure's" if figure.derivation else "the source's",
    )


def _value(figure: Figure, form: str) -> Number | Share | Range | None:
    value = figure.value
    if form in {"", "full", "value"}:
        return value if isinstance(value, Number | Share | Range) else None
    if form.startswith("percent"):
        return None if figure.percent is None else Number(figure.percent)
    if isinstance(value, Share):
        return Number({"events": value.events, "total": value.total}[form])
    ends = value if isinstance(value, Range) else None
    if ends is not None:
        return {"low": ends.low, "high": ends.high}[form]
    interval = figure.interval
    return Number({"low": interval.low, "high": interval.high}[form]) if interval else None


@dataclass(frozen=True, slots=True)
class Wrong:
    """One way in which words and figure differ; `{whole}` stands for what the figure says in full."""

    told: str
    """Follows the words that were bound: `… says more than …`."""
    way: str = ""
    """The way out, where it is another than to write what the figure says."""


WHOLE = "{whole}"
NOT_THE_SAME = Wrong("is not what the figure says: `{whole}`")


def kind(claim: Claim, wanted: Target, _: UnitNames) -> Wrong | None:
    """A share needs both its counts, a range both its ends."""
    if type(claim.value) is type(wanted.value):
        return None
    if isinstance(wanted.value, Share) and isinstance(claim.value, Number):
        return _of_share(claim.value, claim.unit, wanted)
    if isinstance(wanted.value, Range) and isinstance(claim.value, Number):
        return Wrong("says more than the range that the figure gives: `{whole}`")
    return NOT_THE_SAME


def _of_share(value: Number, unit_id: str | None, wanted: Target) -> Wrong:
    if unit_id == "percent" and wanted.percent_text:
        way = f"bind the percentage: `[{wanted.percent_text}]{{={wanted.address}.percent}}`"
        return Wrong("is a percentage, and the figure says `{whole}`", way)
    if isinstance(wanted.value, Share) and value.value == wanted.value.events:
        way = f"write `{{whole}}`, or bind the count alone: `[{value.value}]{{={wanted.address}.events}}`"
        return Wrong("leaves out the total of `{whole}`", way)
    return NOT_THE_SAME


def number(claim: Claim, wanted: Target, _: UnitNames) -> Wrong | None:
    """The same number, or an honest rounding of it that says `about`."""
    pairs = zip(_numbers(claim.value), _numbers(wanted.value), strict=True)
    return next((wrong for said, source in pairs if (wrong := _one_number(said, source, claim, wanted))), None)


def _one_number(said: Number, source: Number, claim: Claim, wanted: Target) -> Wrong | None:
    if wanted.rounded is not None and said.value == wanted.rounded:
        return None
    if said.value == source.value:
        return Wrong("is written more exactly than the figure: `{whole}`") if finer(said, source) else None
    if not rounds_to(said, source):
        return NOT_THE_SAME
    if wanted.rounded is not None and claim.bound is None and last_place(said) <= 0:
        places = str(-last_place(said)).replace("0", "")
        return Wrong(
            "has other decimals than the figure: `{whole}`",
            f"write `{{whole}}`, or bind `{wanted.address}.percent{places}`",
        )
    return _unsaid(claim, wanted)


def _unsaid(claim: Claim, wanted: Target) -> Wrong | None:
    """What is wrong with an honest rounding."""
    if claim.bound == "about" and wanted.bound in {None, "about"}:
        return None
    if claim.bound is None and wanted.bound is None:
        return Wrong(
            "is rounded, and does not say so: the figure says `{whole}`", "write `{whole}`, or put `about` before it"
        )
    return NOT_THE_SAME


def _numbers(value: Number | Share | Range) -> tuple[Number, ...]:
    if isinstance(value, Share):
        return Number(value.events), Number(value.total)
    return (value.low, value.high) if isinstance(value, Range) else (value,)


def qualifier(claim: Claim, wanted: Target, _: UnitNames) -> Wrong | None:
    """The source's qualifier, in the same or another word; `about` may be added, since it says less."""
    if claim.bound == wanted.bound or (wanted.bound is None and claim.bound == "about"):
        return None
    if claim.bound is None:
        return Wrong(f"says more than `{{whole}}`: {wanted.whose} `{wanted.qualifier}` is missing")
    if wanted.bound is None:
        return Wrong(f"is not what the figure says: `{{whole}}`, without `{claim.bound}`")
    return Wrong(f"says `{claim.bound}`, and the figure says `{{whole}}`")


def unit(claim: Claim, wanted: Target, units: UnitNames) -> Wrong | None:
    """The same unit; only a noun may be left out, since the sentence can say it."""
    if claim.unit == wanted.unit or (wanted.bare and claim.unit is None):
        return None
    if {claim.unit, wanted.unit} == {"percent", "percentage_point"}:
        return Wrong("confuses per cent with percentage points: the figure says `{whole}`")
    if claim.unit is None:
        assert wanted.unit is not None
        needed = units.is_money(wanted.unit) or units.unit(wanted.unit).symbol or wanted.unit in DURATIONS
        return Wrong("leaves out the unit of `{whole}`") if needed else None
    name = iso.currency_name(claim.unit) if units.is_money(claim.unit) else units.noun(claim.unit, plural=True)
    if wanted.unit is None:
        way = f"leave `{name}` outside the square brackets, if the source says it"
        return Wrong(f"says `{name}`, and the figure, `{{whole}}`, has no unit", way)
    return Wrong(f"says `{name}`, and the figure says `{{whole}}`")


def rate(claim: Claim, wanted: Target, _: UnitNames) -> Wrong | None:
    """The same rate; or none, where the sentence can say it: never for so many in a thousand."""
    if claim.per is None:
        told = "is a rate that does not say of how many: the figure says `{whole}`"
        return Wrong(told) if is_ratio(wanted.per) else None
    if _segments(claim.per) == _segments(wanted.per or ""):
        return None
    if wanted.per is None:
        return Wrong(f"says `per {claim.per}`, and the figure, `{{whole}}`, is no rate")
    return Wrong(f"says `per {claim.per}`, and the figure says `{{whole}}`")


def _segments(per: str) -> list[str]:
    even = re.sub(r"(?<=\d)[\s,’'](?=\d{3}(?!\d))", "", per)  # `100 000` is `100,000`
    return sorted(re.sub(r"\s+", " ", part.strip().casefold().replace("annum", "year")) for part in even.split(" per "))


def prices(claim: Claim, wanted: Target, _: UnitNames) -> Wrong | None:
    """The same price year, or none."""
    known = wanted.price_year.year if wanted.price_year else None
    if claim.price_year in {None, known}:
        assumed = bool(claim.price_year and wanted.price_year and wanted.price_year.assumed and not claim.assumed)
        way = f"write `({known} prices, assumed)`, or leave the prices to the page"
        return Wrong("says as known what is assumed: the price year of `{whole}`", way) if assumed else None
    stands = f"stands in {known} prices" if known else "does not say in which prices it stands"
    return Wrong(f"says {claim.price_year} prices, and the figure, `{{whole}}`, {stands}")


CHECKS: tuple[Callable[[Claim, Target, UnitNames], Wrong | None], ...] = (kind, number, unit, qualifier, rate, prices)
"""Each says what is wrong, or nothing; in the order in which it is best told."""
