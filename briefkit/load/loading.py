"""The order of loading: vocabularies and ids first, then every record by itself, then figures, then derived ones."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from briefkit.derive import Pending, derive
from briefkit.library import Library
from briefkit.load.files import FileRead, parse
from briefkit.load.settle import settle
from briefkit.load.sorting import Sorted, sort_files, stem
from briefkit.load.vocabularies import entries, read_units, read_vocabularies
from briefkit.problems import Problem, Where, did_you_mean, in_order
from briefkit.records.emptied import with_ways
from briefkit.records.entry import Entry
from briefkit.records.known import Known
from briefkit.records.read import read
from briefkit.records.record import Record
from briefkit.records.source import Source
from briefkit.references import read as bibliography
from briefkit.references.reference import Reference
from briefkit.values.units import BUILT_IN, UnitNames

_ENTRY = re.compile(r"@\w+\s*[{(]\s*([^\s,{}()]+)\s*,")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What records are read by, besides their own files."""

    references: frozenset[str] = frozenset()
    vocabularies: Mapping[str, str] = field(default_factory=dict)
    """The texts of their files."""
    records: Mapping[str, str] = field(default_factory=dict)
    """Every id to its kind."""
    kinds: Mapping[str, str] = field(default_factory=dict)
    """The kind of record that each file holds."""

    def hold(self, before: "Names") -> bool:
        """Whether everything goes by the same names as before. More names do no harm: what a record refers to is there
        as it was, and a record in which something was wrong is read again in any case.
        """
        return (
            self.vocabularies == before.vocabularies
            and self.references >= before.references
            and self.records.items() >= before.records.items()
            and self.kinds.items() >= before.kinds.items()
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What was read, file by file."""

    references: Mapping[str, str] = field(default_factory=dict)
    """The texts of the bibliographies."""
    bibliography: tuple[dict[str, Reference], list[Problem]] | None = None
    names: Names = field(default_factory=Names)
    files: Mapping[str, FileRead] = field(default_factory=dict)


NOTHING = Loaded()
"""Where nothing has been read before."""


def load(texts: Mapping[str, str]) -> tuple[Library, list[Problem]]:
    """The library that the texts of an evidence folder (path to text) make, and everything that is wrong in them."""
    return load_again(texts, NOTHING)[:2]


def load_again(texts: Mapping[str, str], before: Loaded) -> tuple[Library, list[Problem], Loaded]:
    """The same, and what the next time may take over: what was read from files that are the same as `before` is not read
    again.
    """
    files = sort_files(texts)
    problems = list(files.problems)
    known_bibliography = before.bibliography if files.references == before.references else None
    references, wrong = known_bibliography or bibliography.read(files.references)
    bibliography_read = (references, wrong)
    problems += wrong
    wanted = [*files.vocabularies, *files.sources, *files.records]
    parsed = {file: parse(file, texts[file], before.files.get(file)) for file in wanted}
    problems += [problem for one in parsed.values() for problem in one.problems]
    words = entries({file: parsed[file].node for file in files.vocabularies})
    known = Known(
        references={*references, *_mentioned(files.references)},
        outcomes=words.outcomes,
        interventions=words.interventions,
        holders=words.holders,
        records=_ids(files, parsed),
    )
    units, bad_units = read_units(words, known)
    vocabularies, bad_words = read_vocabularies(words, known, units)
    problems += [*words.problems, *bad_units, *bad_words]
    sources = _sources(files, parsed, known, problems)
    names = Names(
        references=frozenset(known.references or ()),
        vocabularies={file: texts[file] for file in files.vocabularies},
        records=dict(known.records),
        kinds={file: kind.kind for file, kind in files.records.items()},
    )
    if not names.hold(before.names):
        parsed = {file: one.alone() for file, one in parsed.items()}
    records, broken, made = _records(files, parsed, known, units, texts, problems)
    models: dict[str, type[Entry]] = {**dict.fromkeys(files.sources, Source), **files.records}
    problems = with_ways(problems, models, texts)
    if words.units is None or bad_units:
        problems = [problem for problem in problems if problem.rule not in UNIT_RULES]
    known_figures = {stem(file): one.settled for file, one in parsed.items() if one.settled is not None}
    settled = settle(records, vocabularies, known_figures)
    library = Library(
        records=records,
        figures=settled.figures,
        references=references,
        sources=sources,
        vocabularies=vocabularies,
        aliases=_aliases(records, problems),
        broken=frozenset(broken),
    )
    whole = {file: (made[file], settled.each[stem(file)]) for file in made}
    loaded = Loaded(
        references=files.references,
        bibliography=bibliography_read,
        names=names,
        files={file: one.told(*whole.get(file, (None, None))) for file, one in parsed.items()},
    )
    return *_with_derived(library, settled.pending, [*problems, *settled.problems]), loaded


UNIT_RULES = frozenset({"unknown-unit"})
"""What is not said while the file that names the units has a mistake in it."""


def _mentioned(texts: Mapping[str, str]) -> set[str]:
    """Keys that stand in bibliographies, also those of entries that cannot be read."""
    return {key for text in texts.values() for key in _ENTRY.findall(text)}


def _ids(files: Sorted, parsed: Mapping[str, FileRead]) -> dict[str, str]:
    """Every id of today and of old, to its kind; ids of files that cannot be read too."""
    ids = {stem(file): kind.kind for file, kind in files.records.items()}
    for file, kind in files.records.items():
        for old in parsed[file].aliases:
            ids.setdefault(old, kind.kind)
    return ids


def _sources(files: Sorted, parsed: Mapping[str, FileRead], known: Known, problems: list[Problem]) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    for file in files.sources:
        key, node = stem(file), parsed[file].node
        fault = known.fault("reference", key)
        if fault:
            way = did_you_mean(key, known.references or ()).replace("?", "? Then rename the file")
            message = f"`{key}` is the key of no reference, so nothing uses this source"
            problems.append(Problem(Where(file, 0), fault[0], message, way or fault[2]))
        if node is not None:
            made, wrong = read(Source, node, known, BUILT_IN)
            problems += wrong
            if made is not None:
                sources[key] = made.settled(key)
    return sources


def _empty(texts: Mapping[str, str], problems: list[Problem]) -> dict[str, set[str]]:
    """File to the names of fields in it that have no value."""
    found: dict[str, set[str]] = {}
    for where in (problem.where for problem in problems if problem.rule == "empty-value"):
        line = texts[where.file].split("\n")[where.line - 1]
        found.setdefault(where.file, set()).add(line[where.column - 1 : where.column - 1 + where.length])
    return found


def _records(
    files: Sorted,
    parsed: Mapping[str, FileRead],
    known: Known,
    units: UnitNames,
    texts: Mapping[str, str],
    problems: list[Problem],
) -> tuple[dict[str, Record], set[str], dict[str, Record]]:
    """Records by id, the ids of those that could not be made, and by file those with which nothing is wrong."""
    spoilt = {problem.where.file for problem in problems}
    empty = _empty(texts, problems)
    records: dict[str, Record] = {}
    broken = set(files.misnamed)
    whole: dict[str, Record] = {}
    for file, kind in sorted(files.records.items(), key=lambda pair: stem(pair[0])):
        one = parsed[file]
        if one.record is not None and file not in spoilt:
            records[stem(file)] = whole[file] = one.record
            continue
        node = one.node
        made, wrong = read(kind, node, known, units, empty.get(file, ())) if node is not None else (None, [])
        problems += wrong
        if made is None or node is None or file in spoilt:
            broken.add(stem(file))
        else:
            records[stem(file)] = made.settled(stem(file), node.where, one.tree)
            if not wrong:
                whole[file] = records[stem(file)]
    return records, broken - set(records), whole


def _aliases(records: Mapping[str, Record], problems: list[Problem]) -> dict[str, str]:
    """Old ids to ids of today; an old id must not be anybody else's."""
    aliases: dict[str, str] = {}
    for record in records.values():
        for number, alias in enumerate(record.aliases):
            other = alias if alias in records else aliases.get(alias)
            if other is not None:
                message = f"`{alias}` cannot be an old id of `{record.id}`: " + (
                    "a record is called so" if other == alias else f"it is one of `{other}` already"
                )
                problems.append(Problem(record.place_of("aliases", number), "alias-taken", message, "take it out here"))
            else:
                aliases[alias] = record.id
    return aliases


def _with_derived(library: Library, pending: list[Pending], problems: list[Problem]) -> tuple[Library, list[Problem]]:
    if not pending:
        return library, in_order(problems)
    derived = derive(pending, library)
    figures = {**library.figures, **derived.figures}
    whole = replace(library, figures=figures, broken=library.broken | derived.broken)
    return whole, in_order([*problems, *derived.problems])
