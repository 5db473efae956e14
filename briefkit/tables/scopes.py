"""What the rows of a table are about: records, entries of records, or the results of studies for one outcome."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice, product

from briefkit.library import Library
from briefkit.problems import did_you_mean, listed
from briefkit.records.anatomy import parts
from briefkit.records.kinds import BY_KIND, RECORD_KINDS
from briefkit.tables.ask import OTHERS, Ask
from briefkit.tables.fault import Fault
from briefkit.tables.fields import Scope, entries

KINDS = {kind.kind: kind.folder for kind in RECORD_KINDS}
"""Kind of record to its folder; both are names for it."""


_MOST_PAIRS = 1000
"""Rows that one result can come to; tables end long before."""


def kind_of(written: object) -> str | Fault:
    """The kind of record that `study` or `studies` names."""
    for kind, folder in KINDS.items():
        if written in (kind, folder):
            return kind
    shown = str(written)[:60]
    other = f"a table is made of {listed(KINDS.values())}"
    near = did_you_mean(shown, [*KINDS.values(), *KINDS], other)
    return Fault(rule="table-kind", message=f"`{shown}` is not a kind of record", help=near, written=shown)


def records(library: Library, kind: str, ids: tuple[str, ...] | None) -> tuple[list[str], list[Fault]]:
    """Ids of the records to choose from, in order; ids of broken records are passed over, they have their problem."""
    every = library.ids_of_kind(kind)
    if ids is None:
        return every, []
    out, faults = [], []
    for written in ids:
        record = library.record(written)
        if record is not None and record.kind == kind:
            out.append(record.id)
        elif record is not None or not library.is_broken(written):
            faults.append(_no_record(library, kind, written, every))
    return list(dict.fromkeys(out)), faults


def _no_record(library: Library, kind: str, written: str, every: Iterable[str]) -> Fault:
    """The fault for an id that no record of the kind has."""
    record = library.record(written)
    noun = kind.replace("_", " ")
    article = "an" if noun[0] in "aeiou" else "a"
    if record is not None:
        message = f"`{written}` is not {article} {noun} but a {record.kind.replace('_', ' ')}"
        return Fault(rule="table-record", message=message, help="a table has records of one kind", written=written)
    names = sorted(every)
    other = f"there are {listed(names, joint='and')}" if names else f"there is no {noun} yet"
    help_ = did_you_mean(written, names, other)
    return Fault(rule="table-record", message=f"there is no {noun} `{written}`", help=help_, written=written)


def scopes(library: Library, kind: str, ask: Ask, ids: Iterable[str]) -> tuple[list[Scope], list[Fault]]:
    """One scope for each row that may come into the table."""
    if ask.outcome:
        return _outcome(library, kind, ask, list(ids))
    if ask.each:
        return _each(library, kind, ask, list(ids))
    return [_whole(library, kind, record_id) for record_id in ids], []


def _whole(library: Library, kind: str, record_id: str) -> Scope:
    """A row about a whole record."""
    return Scope(record=record_id, words=_names(library, kind, record_id))


def _names(library: Library, kind: str, record_id: str) -> dict[str, str]:
    """The row's own fields: the record's short name, as `name` and under the name of its kind (`study`)."""
    record = library.record(record_id)
    name = record.name if record else record_id
    own = {"name": name}
    taken = library.field(record_id, kind) is not None
    return own if taken else {**own, kind: name}


def _each(library: Library, kind: str, ask: Ask, ids: list[str]) -> tuple[list[Scope], list[Fault]]:
    """One row for each entry of a field, and one for each record that has none."""
    out: list[Scope] = []
    for record_id in ids:
        whole = _whole(library, kind, record_id)
        keys = entries(library, record_id, ask.each)
        out += [_entry(library, whole, ask.each, key) for key in keys] or [_undivided(whole, ask.each)]
    if ids and not any(scope.prefixes for scope in out):
        several = [name for name, part in parts(BY_KIND[kind]).items() if part.holds.shape == "map"]
        fields = [name for name in several if any(entries(library, record_id, name) for record_id in ids)]
        other = f"write {listed(fields)}" if fields else "leave `each` out"
        message = f"no {kind.replace('_', ' ')} here has several `{ask.each}`"
        help_ = did_you_mean(ask.each, fields, other)
        return [], [Fault(rule="table-field", message=message, help=help_, written=ask.each)]
    return out, []


def _undivided(whole: Scope, each: str) -> Scope:
    """A row about a record that has no such entries, among rows about entries."""
    own = dict.fromkeys(("key", each.removesuffix("s")), "not_applicable")
    return replace(whole, words={**whole.words, **own})


def _entry(library: Library, whole: Scope, each: str, key: str) -> Scope:
    """A row about one entry of a record."""
    path = f"{each}.{key}"
    label = library.field(whole.record, f"{path}.label")
    # Keys begin with a letter, so a year's key is written `y2014`.
    shown = key[1:] if key[:1] == "y" and key[1:].isdigit() else key.replace("_", " ")
    words = {"key": shown, each.removesuffix("s"): label if isinstance(label, str) else shown}
    return Scope(record=whole.record, prefixes=(path,), words={**whole.words, **words})


def _outcome(library: Library, kind: str, ask: Ask, ids: list[str]) -> tuple[list[Scope], list[Fault]]:
    """One row for each result of the outcome (and for each pair of arms, where several share a header)."""
    out: list[Scope] = []
    seen: dict[str, None] = {}
    for record_id in ids:
        for key in entries(library, record_id, "results"):
            outcome = library.field(record_id, f"results.{key}.outcome")
            seen[str(outcome)] = None
            if outcome == ask.outcome:
                out += _result(library, kind, ask, record_id, key)
    if out or not ids:
        return out, []
    other = f"there are results for {listed(sorted(seen), joint='and')}" if seen else f"no {kind} here has results"
    help_ = did_you_mean(ask.outcome, seen, other)
    message = f"there is no result for the outcome `{ask.outcome}`"
    return [], [Fault(rule="table-field", message=message, help=help_, written=ask.outcome)]


def _result(library: Library, kind: str, ask: Ask, record_id: str, key: str) -> Iterator[Scope]:
    """The rows of one result."""
    path = f"results.{key}"
    words = _names(library, kind, record_id)
    label = library.field(record_id, f"{path}.label")
    if isinstance(label, str) and kind in words:
        words[kind] = f"{words['name']}: {label[:1].lower()}{label[1:]}"
    choices = {header: _arms(library, ask, record_id, path, header) or [""] for header in ask.arms}
    for chosen in islice(product(*choices.values()), _MOST_PAIRS):
        arms = {header: arm for header, arm in zip(choices, chosen, strict=True) if arm}
        named = [f"{path}.compared.{pair}" for pair in _pairs(library, f"{record_id}.{path}", arms)]
        unnamed = [f"{path}.compared"] if len(arms) < 2 or _two_arms(library, record_id, path) else []
        yield Scope(record=record_id, prefixes=(*named, *unnamed, path), words=words, arms=arms, result=path)


def _two_arms(library: Library, record_id: str, path: str) -> bool:
    """Whether a comparison that names no arms can only be of two: the study has two, or reports two here."""
    arms = entries(library, record_id, "arms")
    return len(arms) <= 2 or sum(library.field(record_id, f"{path}.{arm}") is not None for arm in arms) <= 2


def _pairs(library: Library, result: str, arms: Mapping[str, str]) -> list[str]:
    """The names under which a comparison of the row's arms may stand; of one arm, the only comparison it is part of."""
    keys = list(arms.values())
    if len(keys) > 1:
        return [f"{one}_vs_{other}" for one in keys for other in keys if one != other]
    every = [pair for pair in library.keys_under(f"{result}.compared") if "_vs_" in pair]
    return [pair for pair in every if not keys or keys[0] in pair.split("_vs_")] if len(every) == 1 else []


def _arms(library: Library, ask: Ask, record_id: str, path: str, header: str) -> list[str]:
    """Keys of the arms that stand under a header for this result: of its interventions, with a figure of this result."""
    out = []
    named = {term for terms in ask.arms.values() for term in terms}
    for arm in entries(library, record_id, "arms"):
        intervention = library.field(record_id, f"arms.{arm}.intervention")
        wanted = intervention in ask.arms[header] or (OTHERS in ask.arms[header] and intervention not in named)
        if wanted:
            out.append(arm)
    reported = [arm for arm in out if library.field(record_id, f"{path}.{arm}") is not None]
    return reported or out[:1]
