"""Whether a quotation bears the number, the share, the range and the interval that its figure states."""

import re
from collections.abc import Iterator
from decimal import Decimal

from briefkit.rules.borne_case import Case, Told, absent, bearing
from briefkit.rules.borne_marks import beside
from briefkit.rules.randomised import randomised
from briefkit.values import Number, Range, Share
from briefkit.values.stands import Standing
from briefkit.values.write import number_text

_LEVEL = re.compile(r"(9\d(?:\.\d+)?)\s?%\s*(?:CI|confidence|Konfidenz|KI|IC)", re.IGNORECASE)
_PAIR = re.compile(r"\s*(?:/|(?:out )?of(?: the)?|von|sur|van de)\s*", re.IGNORECASE)


def number(case: Case) -> Iterator[Told]:
    """A number stands in its quotation, with its qualifier, unit, currency and rate."""
    value = case.figure.value
    if isinstance(value, Number):
        yield from _one(case, value.value)


def _one(case: Case, wanted: Decimal) -> list[Told]:
    """What is wrong with the number at that of its places where the least is."""
    places = bearing(case, wanted)
    if not places:
        return [absent(case, wanted)]
    return min((beside(case, wanted, one) for one in places), key=len)


def ends(case: Case) -> Iterator[Told]:
    """Both ends of a range stand in its quotation; a word that qualifies one of them qualifies the range."""
    value = case.figure.value
    if isinstance(value, Range):
        found = [_one(case, end.value) for end in (value.low, value.high)]
        borne = any(all(told.rule != "qualifier-added" for told in one) for one in found)
        seen: set[str] = {"qualifier-added"} if borne else set()
        for told in (told for one in found for told in one):
            if told.rule not in seen:
                seen.add(told.rule)
                yield told


def interval(case: Case) -> Iterator[Told]:
    """Both ends of an interval stand in the quotation, at the level that the quotation gives."""
    found = case.figure.interval
    if found is None:
        return
    lost = [end for end in (found.low, found.high) if not bearing(case, end)]
    if lost:
        text = " and ".join(f"`{number_text(end)}`" for end in lost)
        verb = "do" if len(lost) > 1 else "does"
        message = f"{text} of the interval {verb} not stand in its quotation: `{case.shown}`"
        way = "quote the interval too, correct it, or say under `value_from` how it follows"
        yield Told("interval-not-in-quote", message, way)
    levels = {Decimal(match[1]) for match in _LEVEL.finditer(case.text)}
    if levels and found.level not in levels:
        message = f"the figure has a {found.level}% interval, and its quotation one of {min(levels)}%: `{case.shown}`"
        yield Told("interval-not-in-quote", message, f"write it under `ci_{min(levels)}:`")


def share(case: Case) -> Iterator[Told]:
    """A share's events and total stand in its quotation; the total may be the people of its arm or study."""
    value = case.figure.value
    if not isinstance(value, Share):
        return
    places = bearing(case, value.events)
    if not places:
        yield absent(case, value.events)
        return
    totals = [total for one in places if (total := _total_after(case, one)) is not None]
    if totals and not any(value.total in one.values for one in totals):
        message = f"`{case.said}` has another total in its quotation: `{totals[0].written}` in `{case.shown}`"
        yield Told("value-not-in-quote", message, f"write `{number_text(value.events)} of {totals[0].written}`")
    elif not bearing(case, value.total) and value.total not in randomised(case.figure, case.library):
        text = number_text(value.total)
        message = (
            f"the total of `{case.said}` stands neither in its quotation nor as the people of its arm: `{case.shown}`"
        )
        yield Told(
            "value-not-in-quote", message, f"quote the total too, or say under `value_from` where {text} comes from"
        )
    else:
        yield from _percentage(case, value)
        yield from min((_bound_alone(case, one) for one in places), key=len)


def _bound_alone(case: Case, one: Standing) -> list[Told]:
    return [told for told in beside(case, Decimal(0), one) if told.rule.startswith("qualifier")]


def _total_after(case: Case, one: Standing) -> Standing | None:
    """The number that stands behind `of` or a stroke right after the events."""
    match = _PAIR.match(case.text, one.end)
    return next((other for other in case.found if match and other.start == match.end()), None)


def _percentage(case: Case, value: Share) -> Iterator[Told]:
    """The one percentage that the quotation prints is that of the share."""
    printed = [one for one in case.found if one.unit == "percent" and one.values and not one.fraction]
    if len(printed) != 1 or _LEVEL.search(case.text) or printed[0].values[0] in (value.events, value.total):
        return
    one, exact = printed[0], 100 * value.events / value.total
    if abs(exact - one.values[0]) > Decimal(1).scaleb(-one.places) / 2 + Decimal("0.0001"):
        message = f"{case.said} is {exact:.{one.places + 1}f}%, and its quotation says {one.written}%: `{case.shown}`"
        way = "look up events, total and percentage in the source; one of them is wrong, or counted among others"
        yield Told("percentage-impossible", message, way)
