"""By what a figure is counted, against its quotation, its record, and the other arms and amounts beside it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.records.cost import Cost
from briefkit.rules.borne_case import Case, Told
from briefkit.values.dates import first_day, last_day
from briefkit.values.stands import Standing, standing
from briefkit.values.stands_dates import years_in
from briefkit.values.stands_rates import bases, rate_times, times_of

_FIELDS = ("time_horizon", "covers", "follow_up", "measure", "title", "label", "definition")
"""Fields of a record that may say over which time something is counted."""
_LENGTH = re.compile(r"\d+ (?:day|week|month|year)s?")
_OWN_LENGTH = re.compile(r"(?<![\d,.’'] )\b\d+ (?:second|minute|hour|day|week|month|year)s?\b(?!-)")
"""A length of time by which something is counted: `26 weeks`, and not the `000 person-years` of `100 000 person-years`."""
_SPAN = re.compile(r"(?<!\d)(?:19|20)\d\d[/–-]\d\d(?!\d)")
"""A year of accounts, `2018/19`: what is counted in it is counted by the year."""
_NAMED = {
    "year": r"years?|yearly|annual\w*|per annum|p\.a\.|yr|jahr\w*|jährlich\w*|jaar\w*|jaarlijks\w*|ans?|année\w*|annuel\w*|år\w*|año\w*|anual\w*",
    "month": r"months?|monthly|monat\w*|maand\w*|mois|måned\w*|månad\w*|mes(?:es)?",
    "week": r"weeks?|weekly|woche\w*|wöchentlich\w*|weken|semaines?|uge\w*|uke\w*|veck\w*|semanas?",
    "day": r"days?|daily|tag\w*|täglich\w*|dag\w*|jours?|días?",
    "hour": r"hours?|hourly|stunden?|uur|heures?|timer?|horas?",
}
"""Words for a length of time, wherever they stand."""


def rate(case: Case, one: Standing) -> Iterator[Told]:
    """A rate that the quotation names right after the number, or a time that nobody speaks of."""
    per = case.figure.per or ""
    said, after = times_of(per), case.text[one.unit_end :]
    shown, asked = rate_times(after, case.lang, here=True), rate_times(case.text, case.lang, here=False)
    own = " ".join(_OWN_LENGTH.findall(per)) if said else ""
    missing = shown - said
    other = asked - said if said and not (asked & said) and not _speaks(case, said) else frozenset()
    lost = next((base for base in bases(after) if base not in bases(f"per {per}")), "")
    if lost == "100" and case.figure.unit == "percent":
        lost = ""
    if own and not any(_length_in(text, own) for text in _told(case)):
        message = f"the figure is per {per}, and neither its quotation nor its record speaks of {own}: `{case.shown}`"
        yield Told("per-not-in-quote", message, "write the rate of the source, or say it under `time_horizon:`")
    elif missing or other or lost:
        word = lost or min(missing or other)
        name = f"is per {per}" if per else "has no rate"
        way = "write the rate of the source, or say under `value_from` how this one follows"
        message = f"the figure {name}, and its quotation says per {word}: `{case.shown}`"
        yield Told("per-not-in-quote", message, way)
    elif said and not own:
        yield from _unsaid(case, min(said), asked)


def _unsaid(case: Case, time: str, asked: frozenset[str]) -> Iterator[Told]:
    """A time that neither the quotation nor anything beside it speaks of, or that the record's own length is not."""
    length = _horizon(case)
    spoken = _spans(case, time) or any(names_time(text, time) for text in _told(case))
    if length and not spoken and time not in asked and not length.startswith("1 ") and time not in length:
        message = f"the figure is per {case.figure.per}, and its record runs over {length}: `{case.shown}`"
        yield Told("per-not-in-quote", message, f"write `for {length}`, or quote the words that give the rate")
    elif not spoken and time not in asked:
        message = f"the figure is per {case.figure.per}, and neither its quotation nor its record speaks of a {time}: `{case.shown}`"
        yield Told("per-not-in-quote", message, "write the rate of the source, or quote the words that give it")


def _length_in(text: str, own: str) -> bool:
    """Whether a text has a length of time, however written: `26 weeks`, `26-week`, `six months`, `6 Monate`."""
    count, _, time = own.partition(" ")
    named = _NAMED.get(time.removesuffix("s"), re.escape(time))
    return any(
        Decimal(count) in one.values and re.match(rf"[\s\u00a0-]*(?:{named})(?!\w)", text[one.end :], re.IGNORECASE)
        for one in standing(text, wanted=(Decimal(count),))
    )


def _speaks(case: Case, said: frozenset[str]) -> bool:
    """Whether quotation or record name the figure's own time: `a 6-month course costs £1,645 for daily visits`."""
    return any(names_time(f"{case.text} {_horizon(case)}", time) for time in said)


def names_time(text: str, time: str) -> bool:
    """Whether a text speaks of a length of time, in any language that is known."""
    named = re.search(rf"(?<!\w)(?:{_NAMED.get(time, rf'{time}s?')})(?!\w)", text, re.IGNORECASE)
    return bool(named) or (time == "year" and bool(_SPAN.search(text)))


def _horizon(case: Case) -> str:
    """The length of time that the record says it runs over: `26 weeks`."""
    record = case.library.records.get(case.figure.record)
    told = record.field("time_horizon") if record else None
    match = _LENGTH.search(told) if isinstance(told, str) else None
    return match[0] if match else ""


def _spans(case: Case, time: str) -> bool:
    """Whether the figure's period is about as long as the time it is counted by, or its words name a year: `in 2019`."""
    figure = case.figure
    if time != "year":
        return False
    if figure.period is None:
        return bool(years_in(case.text))
    begins, ends = first_day(figure.period.start), last_day(figure.period.end)
    months = 12 * (ends[0] - begins[0]) + ends[1] - begins[1] + 1
    return 11 <= months <= 13


def _told(case: Case) -> Iterator[str]:
    """What the quotation, the record, the result and the other quotations from the same document say."""
    figure, library = case.figure, case.library
    yield from (case.text, figure.label)
    if figure.quote:
        yield from (figure.quote.prefix, figure.quote.suffix)
    record = library.records.get(figure.record)
    if record is None:
        return
    steps = figure.address.split(".")[1:]
    paths = [".".join([*steps[:depth], name]) for depth in range(len(steps)) for name in _FIELDS]
    told = [library.field(record.id, path) for path in paths]
    yield from (text.quote.exact if isinstance(text, Figure) and text.quote else str(text) for text in told if text)
    for other in library.figures_of(figure.record):
        if other.quote and other.address != figure.address and (other.via, other.cite) == (figure.via, figure.cite):
            yield other.quote.exact


def per_differs(library: Library, _today: object) -> Iterator[Problem]:
    """Two arms of one cost that are counted by different things."""
    for record in library.records.values():
        if isinstance(record, Cost):
            found = [library.figures.get(f"{record.id}.arms.{arm}.amount") for arm in record.arms]
            for one, other in pairwise([one for one in found if one is not None]):
                if one.per != other.per:
                    names = [figure.address.split(".")[2] for figure in (one, other)]
                    pers = [f"per {figure.per}" if figure.per else "no rate" for figure in (one, other)]
                    message = f"`{names[0]}` is {pers[0]} and `{names[1]}` {pers[1]}: arms of one cost are counted by the same"
                    way = (
                        "write the same behind both; amounts that are counted otherwise belong in a record of their own"
                    )
                    yield Problem(other.where, "arms-per-differ", message, way)
