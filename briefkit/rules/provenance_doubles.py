"""The same thing counted twice, and different numbers for the same thing."""

from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from itertools import combinations, groupby

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.records.programme import Programme
from briefkit.records.statistic import Statistic
from briefkit.records.study import Study
from briefkit.records.synthesis import Synthesis
from briefkit.values import Missing, Words


def double_counting(library: Library, _today: date) -> Iterator[Problem]:
    """A synthesis that counts the same people twice: one study twice, or two records of one investigation."""
    for record in library.records.values():
        if not isinstance(record, Synthesis):
            continue
        for number, study in enumerate(record.studies):
            if study in record.studies[:number]:
                message = f"`{study}` is counted twice"
                where = record.place_of("studies", number)
                yield Problem(where, "double-counting", message, "take one of them out")
        for one, other in combinations(dict.fromkeys(record.studies), 2):
            why = _same_people(library.record(one), library.record(other), library)
            if why:
                where = record.place_of("studies", record.studies.index(other))
                message = f"`{one}` and `{other}` have the same {why}: they may be one investigation"
                way = "count it once; put both reports under `references:` of one study"
                yield Problem(where, "double-counting", message, way)


def study_twice(library: Library, _today: date) -> Iterator[Problem]:
    """Two records of studies that look like one investigation."""
    studies = [record for record in library.records.values() if isinstance(record, Study)]
    for one, other in _alike(studies, library):
        why = _same_people(one, other, library)
        if why:
            message = f"`{one.id}` and `{other.id}` have the same {why}: they may be one investigation"
            yield Problem(
                other.place_of("title"), "study-twice", message, "make one record of them, with all its references"
            )


def _alike(studies: Sequence[Study], library: Library) -> list[tuple[Study, Study]]:
    """The pairs that share a registration, a title or a number of people, in the order of the studies."""
    groups: dict[tuple[str, Hashable], list[int]] = {}
    for place, study in enumerate(studies):
        people = library.figures.get(f"{study.id}.randomised")
        counted = people.value if people is not None and not isinstance(people.value, Missing) else None
        shared: dict[str, Hashable] = {
            "registration": study.registration,
            "title": study.title.casefold(),
            "people": (counted, str(study.country)) if counted else None,
        }
        for name, said in shared.items():
            if said:
                groups.setdefault((name, said), []).append(place)
    pairs = {pair for places in groups.values() for pair in combinations(places, 2)}
    return [(studies[one], studies[other]) for one, other in sorted(pairs)]


def _same_people(one: object, other: object, library: Library) -> str:
    """What two studies share that no two investigations do; empty when nothing."""
    if not isinstance(one, Study) or not isinstance(other, Study):
        return ""
    if one.registration and one.registration == other.registration:
        return "registration"
    people = [library.figures.get(f"{study.id}.randomised") for study in (one, other)]
    same = people[0] and people[1] and not isinstance(people[0].value, Missing) and people[0].value == people[1].value
    titled = one.title.casefold() == other.title.casefold() and one.country == other.country
    uncounted = not any(figure and not isinstance(figure.value, Missing) for figure in people)
    if titled and (same or (uncounted and _reports(one) & _reports(other))):
        return "title and number of people" if same else "title and report"
    if not same or one.country != other.country:
        return ""
    return _shared(one, other, library)


def _shared(one: Study, other: Study, library: Library) -> str:
    """What two studies of one country and as many people share that makes them one."""
    if any(not _is_review(key, library) for key in _reports(one) & _reports(other)):
        return "country, number of people and report"
    sites = [library.figures.get(f"{study.id}.sites") for study in (one, other)]
    began = [library.figures.get(f"{study.id}.started") for study in (one, other)]
    if all(sites) and _values(sites) == 1:
        return "country, sites and number of people"
    return "country, beginning and number of people" if all(began) and _values(began) == 1 else ""


def _reports(study: Study) -> set[str]:
    return {*study.references, *([study.cite] if study.cite else [])}


def _is_review(key: str, library: Library) -> bool:
    """Whether a reference tells of many investigations, so that two may share it."""
    source = library.sources.get(key)
    return source is not None and source.source_class == "systematic_review"


def study_of_reported(library: Library, _today: date) -> Iterator[Problem]:
    """A study made from a paper that another record has among its reports: the people in it would be counted again."""
    owners: dict[str, list[Study | Synthesis]] = {}
    for record in library.records.values():
        if isinstance(record, Study | Synthesis):
            for key in record.references:
                owners.setdefault(key, []).append(record)
    for record in library.records.values():
        key = (record.cite if isinstance(record, Study) else None) or ""
        if isinstance(record, Study) and not _is_review(key, library):
            others = [owner for owner in owners.get(key, []) if owner.id != record.id]
            yield from _made_again(record, others, library)


def _made_again(record: Study, owners: Sequence[Study | Synthesis], library: Library) -> Iterator[Problem]:
    """A study whose paper is a report of others. That it names the paper as its own report too does not part them."""
    own = record.cite in record.references
    for owner in owners:
        if own and (isinstance(owner, Synthesis) or _told_apart(record, owner, library)):
            continue
        if isinstance(owner, Study) and _same_people(record, owner, library):
            continue  # told by the rule about two records of one investigation
        message = f"`{record.id}` is made from `{record.cite}`, which is a report of `{owner.id}`"
        way = f"add its figures to `{owner.id}`; if the paper tells of two investigations, name it under `references:` of both"
        way += ", and quote from it the number of people of each"
        yield Problem(record.place_of("cite"), "study-twice", message, way)
        return


def _told_apart(one: Study, other: Study, library: Library) -> bool:
    """Whether two studies with a report in common are two: of two countries or registrations, or of two numbers of people
    that one document gives.
    """
    if one.country and other.country and set(one.country).isdisjoint(other.country):
        return True
    if one.registration and other.registration and one.registration != other.registration:
        return True
    mine, theirs = (library.figures.get(f"{study.id}.randomised") for study in (one, other))
    if not mine or not theirs or isinstance(mine.value, Missing) or isinstance(theirs.value, Missing):
        return False
    documents = {figure.via or figure.cite[0] for figure in (mine, theirs) if figure.cite}
    return mine.value != theirs.value and len(documents) == 1


def _values(figures: list[Figure | None]) -> int:
    return len({str(figure.value) for figure in figures if figure is not None})


def conflict_unsaid(library: Library, _today: date) -> Iterator[Problem]:
    """Two figures of the same thing, place and time with different values, neither of which says so."""
    subjects = sorted(
        ((subject, figure) for figure in library.figures.values() if (subject := _subject(figure, library))),
        key=lambda one: (one[0], one[1].address),
    )
    for _, group in groupby(subjects, key=lambda one: one[0]):
        for (_, one), (_, other) in combinations(group, 2):
            if one.record != other.record and one.value != other.value and not _admitted(one, other, library):
                names = [library.short_address(figure.address) for figure in (one, other)]
                message = f"`{names[1]}` gives another number for the same as `{names[0]}`"
                way = (
                    f"add `conflicts_with: [{names[0]}]` to it, the same to the other, and `preferred_because:` to one"
                )
                yield Problem(other.where, "conflict-unsaid", message, way)


def _admitted(one: Figure, other: Figure, library: Library) -> bool:
    return any(library.figure(address) == other for address in one.conflicts_with) or any(
        library.figure(address) == one for address in other.conflicts_with
    )


def _subject(figure: Figure, library: Library) -> tuple[str, ...]:
    """What a figure counts, where and when; empty for what cannot be compared so."""
    record = library.record(figure.record)
    if isinstance(figure.value, Missing | Words) or figure.derivation or not (figure.as_of or figure.period):
        return ()
    when = str(figure.period or figure.as_of)
    what = (figure.unit or "", figure.per or "", when)
    if isinstance(record, Statistic):
        own = "" if "," not in figure.label else figure.label
        return ("statistic", record.measure.casefold(), str(record.country), record.place or "", own, *what)
    if isinstance(record, Programme):
        field = figure.address.partition(".")[2]
        return ("programme", record.intervention, str(record.country), record.place or "", field, *what)
    return ()
