"""Who said what in which office, and what speaks for and against what is claimed."""

from collections.abc import Iterator
from datetime import date

from briefkit.library import Library
from briefkit.problems import Problem, did_you_mean, listed
from briefkit.records.argument import Argument
from briefkit.records.position import Position
from briefkit.records.vocabularies import Office
from briefkit.rules.borne_case import language
from briefkit.rules.borne_facts import denied
from briefkit.values.dates import first_day, last_day, write_date


def outside_office(library: Library, _today: date) -> Iterator[Problem]:
    """A position dated when its holder did not hold the office."""
    for record in library.records.values():
        if not isinstance(record, Position) or record.office is None:
            continue
        holder = library.vocabularies.holders.get(record.holder)
        if holder is None or not holder.offices:
            continue
        said = _plain(record.office)
        terms = [office for office in holder.offices if said in (_plain(office.office), _plain(_full(office)))]
        if not terms:
            names = [_full(office) for office in holder.offices]
            way = did_you_mean(record.office, names, f"`evidence/holders.yaml` has {listed(names, joint='and')}")
            message = f"`{record.office}` is not an office of {holder.name}"
            yield Problem(record.place_of("office"), "unknown-office", message, way)
        elif not any(_held(record, office) for office in terms):
            spans = "; ".join(_span(office) for office in terms)
            message = f"{holder.name} was not `{record.office}` on {write_date(record.date)}"
            way = f"`evidence/holders.yaml` says {spans}; correct the date, the office or the holder's dates"
            yield Problem(record.place_of("date"), "outside-office", message, way)


def summary_differs(library: Library, _today: date) -> Iterator[Problem]:
    """A summary of a position that denies what was said, or leaves out a `not` of it."""
    for record in library.records.values():
        said = library.figures.get(f"{record.id}.statement")
        if not isinstance(record, Position) or not record.summary or said is None or said.quote is None:
            continue
        denial = denied(record.summary, said.quote.exact, language(said, library))
        if denial:
            word, where = (denial[0], "the statement") if denial[0] else (denial[1], "the summary")
            message = f"`{word}` stands in only one of statement and summary, and not in {where}: `{said.quote.exact}`"
            yield Problem(record.place_of("summary"), "negation-differs", message, "say what the holder said")


def unknown_evidence(library: Library, _today: date) -> Iterator[Problem]:
    """A link of an argument that names a figure that does not exist."""
    for argument in _arguments(library):
        for key, link in argument.links.items():
            for name, addresses in (("for", link.for_), ("against", link.against)):
                for number, address in enumerate(addresses):
                    if not _exists(library, address):
                        where = argument.place_of("links", key, name, number)
                        message = f"there is no figure `{address}`"
                        yield Problem(where, "unknown-figure-address", message, library.suggest(address))


def link_without_evidence(library: Library, _today: date) -> Iterator[Problem]:
    """A link that says neither what evidence there is nor that there is none; or that says both."""
    for argument in _arguments(library):
        for key, link in argument.links.items():
            if not (link.for_ or link.against or link.none):
                way = "name figures under `for:` or `against:`, or say under `none:` why there are none"
                where = argument.place_of("links", key, key=True)
                yield Problem(where, "link-without-evidence", f"`{key}` does not say what evidence it has", way)
            elif link.none and (link.for_ or link.against):
                way = "take `none:` out, or the addresses"
                where = argument.place_of("links", key, "none")
                message = f"`{key}` says that there is no evidence, and names some"
                yield Problem(where, "link-without-evidence", message, way)


def _arguments(library: Library) -> Iterator[Argument]:
    return (record for record in library.records.values() if isinstance(record, Argument))


def _exists(library: Library, address: str) -> bool:
    found = library.figure(address) is not None or library.record(address) is not None
    return found or bool(library.keys_under(address)) or library.is_broken(address)


def _full(office: Office) -> str:
    return f"{office.office} of {office.of}" if office.of else office.office


def _plain(office: str) -> str:
    """The office without the small words that people put differently: `Mayor for the City` is `Mayor of City`."""
    return " ".join(word for word in office.casefold().replace(",", " ").split() if word not in ("of", "for", "the"))


def _held(position: Position, office: Office) -> bool:
    begun = office.start is None or first_day(office.start) <= last_day(position.date)
    return begun and (office.end is None or first_day(position.date) <= last_day(office.end))


def _span(office: Office) -> str:
    start = f"from {write_date(office.start)}" if office.start else ""
    end = f"to {write_date(office.end)}" if office.end else ""
    return " ".join(part for part in (start, end) if part) or "no dates"
