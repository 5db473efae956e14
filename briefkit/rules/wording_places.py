"""Whether a sentence names another country, place or trial than that of its figures."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import pairwise

from briefkit.brief import Brief
from briefkit.library import Library
from briefkit.problems import Problem, Where
from briefkit.records.statistic import Statistic
from briefkit.rules.wording import Said, said
from briefkit.rules.wording_results import inputs_of
from briefkit.values.iso import country_name

_ADJECTIVES = {
    "AT": "Austrian",
    "AU": "Australian",
    "BE": "Belgian",
    "CA": "Canadian",
    "CH": "Swiss",
    "CZ": "Czech",
    "DE": "German",
    "DK": "Danish",
    "ES": "Spanish",
    "FI": "Finnish",
    "FR": "French",
    "GB": "British English Scottish Welsh England Scotland Wales Britain UK",
    "GR": "Greek",
    "IE": "Irish",
    "IT": "Italian",
    "LU": "Luxembourgish",
    "NL": "Dutch Holland",
    "NO": "Norwegian",
    "PL": "Polish",
    "PT": "Portuguese",
    "SE": "Swedish",
    "US": "American USA",
}
"""Adjectives and short names; full names come from the vocabulary of countries."""
_BLOC = re.compile(
    r"\b(?:in|across|within|throughout|of|from)\s+the\s+(?:EU|European Union)\b|\b(?:EU|European Union)(?=\s)"
)
_MEMBERS = frozenset(
    {
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    }
)
"""Members of the European Union since February 2020."""
_NOT_ITS_OWN = re.compile(
    r"\b(?:unlike|like|than|as|outside|beyond|except|not|from|without|with|versus|against|towards?|to)\s+(?:in\s+|the\s+|that\s+of\s+)*$",
    re.IGNORECASE,
)
"""Words after which a country is named for something else than where a figure is from."""
_WHERE = re.compile(r",?\s+(?:where|which|who|whose)\b", re.IGNORECASE)
"""Words after which a sentence goes on about the country just named: `as in Switzerland, where insurers pay`."""
_PART = re.compile(r";|,\s+(?:and|but|while|whereas)\b", re.IGNORECASE)
_SITES = re.compile(r",\s+(?:and\s+|later\s+)?|\s+and\s+")
_QUARTER = re.compile(r"^(?:South|North|East|West|Central|Greater|Inner|Outer)\s+")
_LANGUAGE = re.compile(r"\s+(?:text|language|translation|version|summary|word)\b", re.IGNORECASE)


def country_misnamed(brief: Brief, library: Library) -> Iterator[Problem]:
    """A sentence, or a part of one, that names a country which none of its figures is of, and not the one they are of."""
    codes = _codes(library)
    pattern = _pattern(codes)
    for sentence in said(brief):
        for part in _parts(sentence):
            own = _countries(part, library)
            named = [found for found in pattern.finditer(part.own) if not _apart(part.own, found)] if pattern else []
            if not named and pattern:
                named = list(pattern.finditer(part.beside))
            strange = [found for found in named if codes[found.group().casefold()] not in own]
            unnamed = own - {codes[found.group().casefold()] for found in named}
            if strange and unnamed:
                names = " and ".join(sorted(country_name(code) for code in unnamed))
                message = f"`{strange[0].group()}` is named, but the figures beside it are of {names}"
                way = "correct the name, or bind the figures of that country"
                within = strange[0].string == part.own
                where = sentence.place(*strange[0].span()) if within else part.marks[0].use.where
                yield Problem(where, "country-misnamed", message, way)
                break


def _parts(sentence: Said) -> Iterator[Said]:
    """The parts of a sentence that each have figures, and the sentence as a whole; their words keep their places."""
    edges = [0, *(found.end() for found in _PART.finditer(sentence.own)), len(sentence.own)]
    for start, end in pairwise(edges):
        marks = tuple(mark for mark in sentence.marks if start <= mark.start < end)
        if marks and len(edges) > 2:
            own = " " * start + sentence.own[start:end] + " " * (len(sentence.own) - end)
            yield replace(sentence, own=own, marks=marks, beside="")
    yield sentence


def place_misnamed(brief: Brief, library: Library) -> Iterator[Problem]:
    """A sentence that names another town than the one its figures are of."""
    places = library.gathered(_places)
    pattern = _pattern(places)
    for sentence in said(brief):
        records = {one.record for mark in sentence.marks for one in inputs_of(mark.use.figure, library)}
        own = {place for record in records for place in _place(record, library)}
        if not own or pattern is None or any(_names_part(sentence.own, record, library) for record in records):
            continue
        named = [found for found in pattern.finditer(sentence.own) if not _apart(sentence.own, found)]
        known = {places[found.group().casefold()] for found in named}
        strange = [found for found in named if places[found.group().casefold()] not in own]
        if strange and not known & own:
            found = strange[0]
            message = f"`{found.group()}` is named, but the figures of this sentence are of {' and '.join(sorted(own))}"
            way = "correct the name, or bind the figures of that place"
            yield Problem(sentence.place(*found.span()), "place-misnamed", message, way)


def bloc_misnamed(brief: Brief, library: Library) -> Iterator[Problem]:
    """`In the EU` of figures of which some are from countries that are not in it."""
    for sentence in said(brief):
        found = _BLOC.search(sentence.own)
        strange = sorted(_countries(sentence, library) - _MEMBERS)
        if found and strange and not _apart(sentence.own, found):
            yield _not_members(sentence.place(*found.span()), found.group(), strange)
    for table in brief.tables:
        found = _BLOC.search(table.caption)
        codes = {code for row in table.rows for code in getattr(library.record(row.record), "country", None) or ()}
        if found and codes - _MEMBERS:
            yield _not_members(table.where, found.group(), sorted(codes - _MEMBERS))


def _not_members(where: Where, bloc: str, codes: list[str]) -> Problem:
    names = " and ".join(country_name(code) for code in codes)
    message = f"`{bloc}` is named, but figures are of {names}"
    return Problem(where, "bloc-misnamed", message, "write `in Europe`, or leave these countries out")


def _countries(sentence: Said, library: Library) -> set[str]:
    """Countries of the records that the sentence's figures come from."""
    found: set[str] = set()
    for mark in sentence.marks:
        for one in inputs_of(mark.use.figure, library):
            record = library.record(one.record)
            found |= set(getattr(record, "country", None) or ())
    return found


def _place(record_id: str, library: Library) -> tuple[str, ...]:
    place = getattr(library.record(record_id), "place", None)
    return (place,) if isinstance(place, str) else ()


def _codes(library: Library) -> Mapping[str, str]:
    """Every way to name a country that this base knows, or that has an adjective here, to its code."""
    return _names(frozenset({*library.gathered(_countries_known), *_ADJECTIVES}))


def _countries_known(library: Library) -> tuple[str, ...]:
    """The codes of all countries of this base."""
    countries = (getattr(record, "country", None) or () for record in library.records.values())
    return tuple(sorted({code for codes in countries for code in codes}))


@cache
def _names(codes: frozenset[str]) -> Mapping[str, str]:
    found = {}
    for code in codes:
        for name in (country_name(code), *_ADJECTIVES.get(code, "").split()):
            found[name.casefold()] = code
    return found


def _names_part(text: str, record_id: str, library: Library) -> bool:
    """Whether one of the sites of a record is named; a count of two lands together is none of either."""
    if isinstance(library.record(record_id), Statistic):
        return False
    parts = [part for place in _place(record_id, library) for part in _SITES.split(place)]
    names = {name for part in parts for name in (part, _QUARTER.sub("", part)) if name[:1].isupper()}
    return any(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) for name in names)


def _places(library: Library) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for record in library.records.values():
        for place in _place(record.id, library):
            short = place.removeprefix("County ").removeprefix("City of ")
            if not place[:1].islower():
                found[place.casefold()] = found[short.casefold()] = place
    return found


def _pattern(names: Mapping[str, str]) -> re.Pattern[str] | None:
    """The names with their capital letters, longest first."""
    if not names:
        return None
    words = sorted(names, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?<!New South )(?:" + "|".join(map(re.escape, words)) + r")(?![\w-])", re.IGNORECASE)


def _apart(text: str, found: re.Match[str]) -> bool:
    """Whether a name says something else than where a figure is from."""
    lower = found.group()[:1].islower()
    away = _NOT_ITS_OWN.search(text[: found.start()]) and not _WHERE.match(text, found.end())
    return lower or bool(away) or bool(_LANGUAGE.match(text, found.end()))
