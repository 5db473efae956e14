"""Years that stand in no quotation, against all else that the base knows of them: the source's own year, names, notes."""

import re
from collections.abc import Iterator
from datetime import date

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.records.programme import Programme
from briefkit.records.record import Record
from briefkit.rules.borne_dates import ahead
from briefkit.values import Date
from briefkit.values.dates import first_day, last_day
from briefkit.values.stands_dates import years_in

_PRICES = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[\s-](?:prices|price level|values)|prices of ((?:19|20)\d\d)|in ((?:19|20)\d\d) (?:prices|£|€|\$)"
)
_AS_SOURCE = re.compile(r"year of the (?:report|announcement|article|page|publication|source) is taken", re.IGNORECASE)
_AS_BEGUN = re.compile(r"year of the (?:launch|start|opening|beginning) is taken", re.IGNORECASE)
_NOW = re.compile(
    r"(?<!\w)(?:currently|existing|at present|today|to date|derzeit|aktuell|zurzeit|momenteel|actuellement)(?!\w)",
    re.IGNORECASE,
)
_LAST_YEAR = re.compile(r"(?<!\w)last year(?!\w)|im letzten Jahr|im vergangenen Jahr", re.IGNORECASE)
_NAMED = re.compile(r"(?<!\d)(?<!the )((?:19|20)\d\d)(?:[ /–-](\d\d)(?!\d))?(?!\d)")
"""A year in a name or label, or a year of accounts; `the 2014 Act` dates no count."""
BOTH = "look both up in their sources; where it is of the time before or after, say so in `label:`"
_AROUND = re.compile(
    r"(?<!\w)(?:before|baseline|earlier|previous\w*|prior|after\w*|since|still|former\w*|vor|vorher|nach|før|efter|tidligere)(?!\w)",
    re.IGNORECASE,
)
"""Words of a figure that is of the time before or after a programme."""
_OF_OTHER = re.compile(
    r"(?<![^\W\d_])(?:target|goal|aim\w*|by|until|plan\w*|project\w*|forecast\w*|expect\w*|since|from|than|vs|versus|against|"
    r"compared|base\w*|change\w*|prices?|born|built|before|after)(?![^\W\d_])",
    re.IGNORECASE,
)
"""Words of a name whose year is not that in which something was counted."""
OLDEST = 5
"""Years by which prices may be older than their source when nothing says so."""
MOST_ASSUMED = 10
"""The same where the record says openly that it judged the year."""


def price_year_not_in_quote(library: Library, _today: date) -> Iterator[Problem]:
    """A price year that the quotation, the note or the age of the source speaks against."""
    for figure in library.figures.values():
        told = figure.price_year
        if told is None or told.year is None or figure.derivation is not None:
            continue
        why = _price_year_wrong(figure, told.year, library, assumed=told.assumed)
        if why:
            message = f"the price year is {told.year}, and {why}"
            way = "write the year that the source prints, `not_reported` if it prints none, or "
            judged = "a year of your own judgement with `assumed`"
            noted = "say in the long form where the year is from: `note: prices of 2004, says p. 3`"
            yield Problem(figure.where, "price-year-not-in-quote", message, way + (noted if told.assumed else judged))


def _price_year_wrong(figure: Figure, year: int, library: Library, *, assumed: bool) -> str:
    text = figure.quote.exact if figure.quote else ""
    printed = {int(next(filter(None, match.groups()))) for match in _PRICES.finditer(text)}
    if printed:
        return "" if year in printed else f"its quotation has prices of {min(printed)}"
    issued = _issued(figure, library)
    if issued and year > max(issued):
        return f"its source is of {max(issued)}"
    if assumed and issued and _AS_SOURCE.search(figure.note):
        return "" if year in issued else f"its note takes the year of the source, which is {min(issued)}"
    told = _own_years(figure, library)
    oldest = MOST_ASSUMED if assumed else OLDEST
    if year in told | _told_years(figure, library) or (issued and year >= min(issued) - oldest):
        return ""
    return f"its source is of {min(issued)}, and nothing speaks of {year}" if issued else ""


def _issued(figure: Figure, library: Library) -> set[int]:
    """Years in which the source appeared; of the document in which it was met when the source has none."""
    for keys in (figure.cite, (figure.via,)):
        found = [library.references[key].issued for key in keys if key and key in library.references]
        years = {one.start.year for one in found if one} | {one.end.year for one in found if one and one.end}
        if years:
            return years
    return set()


def _own_years(figure: Figure, library: Library) -> set[int]:
    """Years that the note names or points to, and those of the period."""
    years = set(years_in(figure.note))
    if figure.period:
        years |= set(range(figure.period.start.year, figure.period.end.year + 1))
    record = library.records.get(figure.record)
    begun = library.figures.get(f"{_programme(record)}.started") if record else None
    if begun is not None and isinstance(begun.value, Date) and _AS_BEGUN.search(figure.note):
        years.add(begun.value.year)
    return years


def _told_years(figure: Figure, library: Library) -> set[int]:
    """Every year of which the figure and its record speak in words."""
    record = library.records.get(figure.record)
    texts = [figure.label, figure.quote.exact if figure.quote else "", figure.value_from]
    texts += [str(record.field(name) or "") for name in ("covers", "notes", "time_horizon")] if record else []
    return {year for text in texts for year in years_in(text)} | ({figure.as_of.year} if figure.as_of else set())


def _programme(record: Record) -> str:
    return record.id if isinstance(record, Programme) else str(getattr(record, "programme", "") or "")


def date_against_words(library: Library, _today: date) -> Iterator[Problem]:
    """A date of a count whose quotation says `currently` or `last year` in a document of another year."""
    for figure in library.figures.values():
        when, issued = figure.as_of or figure.period, _issued(figure, library)
        if when is None or figure.quote is None or not issued or figure.derivation is not None:
            continue
        years = {when.year} if isinstance(when, Date) else set(range(when.start.year, when.end.year + 1))
        for pattern, back in ((_NOW, 0), (_LAST_YEAR, 1)):
            match = pattern.search(figure.quote.exact)
            meant = {year - back for year in issued}
            if match and not years & meant and not years_in(figure.quote.exact):
                said = " and ".join(str(year) for year in sorted(years))
                message = f"the figure is of {said}, and its quotation says `{match[0]}`, in a source of {min(issued)}"
                yield Problem(figure.where, "date-not-in-quote", message, f"that is {min(meant)}; look the date up")


def date_against_name(library: Library, _today: date) -> Iterator[Problem]:
    """A figure whose own name or label has another year than its date: `y2014` of 2024."""
    for figure in library.figures.values():
        when = figure.as_of or figure.period
        name = f"{figure.address.rpartition('.')[2].replace('_', ' ')} {figure.label}"
        found = {int(one[1]) for one in _NAMED.finditer(name)}
        found |= {int(one[1]) + 1 for one in _NAMED.finditer(name) if one[2] and int(one[2]) == (int(one[1]) + 1) % 100}
        if when is None or not found or figure.derivation is not None or _OF_OTHER.search(name):
            continue
        years = {when.year} if isinstance(when, Date) else set(range(when.start.year, when.end.year + 1))
        if not found & years:
            said = " and ".join(str(year) for year in sorted(years))
            message = f"`{figure.address.partition('.')[2]}` is named for {min(found)}, and is of {said}"
            yield Problem(figure.where, "date-against-name", message, "look the year up, and mend the name or the date")


def counted_before_start(library: Library, _today: date) -> Iterator[Problem]:
    """Something counted in a programme before it began, or after it closed."""
    for record in library.records.values():
        begun, closed = (_date(library, f"{record.id}.{name}") for name in ("started", "closed"))
        for figure in library.figures_of(record.id) if isinstance(record, Programme) else ():
            when = figure.as_of or (figure.period.end if figure.period else None)
            if figure.record != record.id or when is None or figure.derivation is not None or _outside(figure):
                continue
            if begun and last_day(when) < first_day(begun):
                message = (
                    f"`{figure.address.partition('.')[2]}` is of {when.year}, and `{record.id}` began in {begun.year}"
                )
                yield Problem(figure.where, "counted-before-start", message, BOTH)
            first = figure.as_of or (figure.period.start if figure.period else None)
            if closed and first and first_day(first) > last_day(closed):
                message = f"`{figure.address.partition('.')[2]}` is of {first.year}, and `{record.id}` closed in {closed.year}"
                yield Problem(figure.where, "counted-before-start", message, BOTH)


def _outside(figure: Figure) -> bool:
    """Whether a figure says itself that it is of the time before or after its programme, or ahead of it."""
    told = f"{figure.label} {figure.quote.exact if figure.quote else ''}"
    return _AROUND.search(told) is not None or ahead(figure)


def _date(library: Library, address: str) -> Date | None:
    figure = library.figures.get(address)
    exact = figure is not None and isinstance(figure.value, Date) and not figure.qualifier
    return figure.value if exact and figure is not None and isinstance(figure.value, Date) else None
