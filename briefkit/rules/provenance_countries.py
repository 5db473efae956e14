"""Countries and places that everything else in the record, or in the base, speaks against."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.records.record import Record
from briefkit.values.iso import countries_in, country_name

_MODEL = re.compile(
    r"(?:on |after )?(?:the )?\b[A-Z]\w+(?:-style\b| (?:lessons?|models?|examples?|experience|approach|ideas?|methods?)\b)"
    r"|\b(?:compared with|lessons from|borrowed from|as in|after) (?:the )?[A-Z]\w+"
)
"""Another country of which something was learned, and not where it took place: `the Danish model in Leeds`."""


def country_against_record(library: Library, _today: date) -> Iterator[Problem]:
    """A country that the record's own words contradict, or other records of the same place, study or programme."""
    for record in library.records.values():
        yield from country_against(record, library)


def country_against(record: Record, library: Library) -> Iterator[Problem]:
    """The same for one record."""
    own = _countries(record)
    if not own:
        return
    why = _words(record, own, library) or _linked(record, own, library) or _elsewhere(record, own, library)
    if why:
        names = " and ".join(country_name(code) for code in sorted(own))
        message = f"`country` says {names}, and {why}"
        way = "look the country up in the source, and mend the one that is wrong"
        yield Problem(record.place_of("country"), "country-against-record", message, way)


def _countries(record: Record) -> frozenset[str]:
    told = record.told("country")
    return frozenset([told] if isinstance(told, str) else told or ())


def _words(record: Record, own: frozenset[str], library: Library) -> str:
    """What the title names, when it is another country and nothing in the record names its own."""
    titles = _MODEL.sub(" ", f"{record.title} ; {record.short_title or ''}")
    named = countries_in(f"{titles} ; {record.told('place') or ''}")
    if not named or named & own:
        return ""
    quotes = [one.quote.exact for one in library.figures_of(record.id) if one.quote]
    if any(countries_in(text) & own for text in quotes):
        return ""
    return f"its title names {country_name(min(named))}"


def _linked(record: Record, own: frozenset[str], library: Library) -> str:
    """What the study or the programme that the record is about says."""
    for name in ("study", "programme"):
        other = record.told(name)
        linked = library.records.get(other) if isinstance(other, str) else None
        theirs = _countries(linked) if linked else frozenset()
        if theirs and not theirs & own:
            return f"`{other}` is in {country_name(min(theirs))}"
    return ""


def _places(library: Library) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Each place of the base, with the records that name it and their countries."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for record in library.records.values():
        place = record.told("place")
        countries = tuple(sorted(_countries(record)))
        if isinstance(place, str) and countries:
            found.setdefault(place.casefold(), {})[record.id] = countries
    return found


def _elsewhere(record: Record, own: frozenset[str], library: Library) -> str:
    """Two records or more that have the same place in one other country."""
    place = record.told("place")
    others = library.gathered(_places).get(place.casefold(), {}) if isinstance(place, str) else {}
    theirs = [codes for name, codes in others.items() if name != record.id]
    if theirs and not any(own.intersection(codes) for codes in theirs) and len(set(theirs)) == 1:
        first = min(name for name in others if name != record.id)
        return f"`{first}` has {place} in {country_name(min(theirs[0]))}"
    return ""


def place_against_record(library: Library, _today: date) -> Iterator[Problem]:
    """A place that nothing in its record names, while the title names another one of the base."""
    places = {str(place) for record in library.records.values() if (place := record.told("place"))}
    for record in library.records.values():
        place = record.told("place")
        if not isinstance(place, str):
            continue
        title = f"{record.title} {record.short_title or ''}"
        quotes = " ".join(one.quote.exact for one in library.figures.values() if one.record == record.id and one.quote)
        others = [one for one in places if one != place and _named(one, title) and not _shared(one, place)]
        if others and not _shared(place, f"{title} {quotes}"):
            message = f"`place` says {place}, and the title names {min(others)}"
            way = "look the place up in the source, and mend the one that is wrong"
            yield Problem(record.place_of("place"), "country-against-record", message, way)


def _named(place: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(place)}(?!\w)", text) is not None


def _shared(place: str, text: str) -> bool:
    """Whether a text has a word of the place that begins with a capital."""
    return any(_named(word, text) for word in re.findall(r"[A-Z]\w+", place))
