"""The base in memory, and how to look things up in it by address.

An address is a record's id and the keys below it, joined by dots; `results`, `arms` and `figures` may be left out.
Everything here answers None, "" or nothing for what is not there; who asked says so, at its own place.
"""

from collections import ChainMap
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from copy import copy
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from briefkit.figure import Figure
from briefkit.hold import STRENGTH, UNSEEN, Held, Hold
from briefkit.reader_words import figure_label, humanised, value_label
from briefkit.records.kinds import find_kind
from briefkit.records.record import Record
from briefkit.records.source import Source
from briefkit.records.vocabularies import Vocabularies

if TYPE_CHECKING:
    from briefkit.references.reference import Reference

OPTIONAL_PARTS = frozenset({"results", "arms", "figures"})
"""Parts of an address that may be left out."""

FieldValue = Figure | str | tuple[str, ...] | None
T = TypeVar("T")


def shortest(address: str) -> str:
    """The address without every part that may be left out; two forms of one address come to the same."""
    first, *rest = address.split(".")
    return ".".join([first, *(part for part in rest if part not in OPTIONAL_PARTS)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Everything that the evidence folder holds, read and checked."""

    records: Mapping[str, Record]
    """By id, in the order of ids."""
    figures: Mapping[str, Figure]
    """By full address, derived ones included."""
    references: Mapping[str, "Reference"]
    """By key, in the order of the files."""
    sources: Mapping[str, Source]
    """By reference key."""
    vocabularies: Vocabularies
    """Outcomes, units, interventions and other names, holders."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Old record id to the id of today."""
    broken: AbstractSet[str] = frozenset()
    """Ids of records, and addresses of figures, that were not made because of a problem: whoever refers to them is
    not blamed again."""
    fresh_months: int = 36
    """How many months a count may be read as today's, as the project has settled it."""
    holds: Mapping[str, Hold] = field(default_factory=dict)
    """What is known of each quotation, by full address of its figure; filled in once snapshots and locks were read."""
    _full: Mapping[str, str] = field(init=False, repr=False, compare=False)
    """Shortest form of each address to its full form."""
    _below: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)
    """Shortest form of each address, or part of one, to the keys that may follow."""
    _of_record: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)
    """Full addresses of the figures of each record, by its id."""
    _gathered: dict[Callable[..., Any], Any] = field(init=False, repr=False, compare=False)
    """What was gathered from the whole base already."""
    _plain: "Library | None" = field(init=False, repr=False, compare=False)
    """The base alone, where figures of a brief have been added."""

    def __post_init__(self) -> None:
        """Prepare the look-up."""
        full = {shortest(address): address for address in self.figures}
        of_record: dict[str, list[str]] = {}
        for address, figure in self.figures.items():
            of_record.setdefault(figure.record, []).append(address)
        object.__setattr__(self, "_full", full)
        object.__setattr__(self, "_below", _tree(self.records, full))
        object.__setattr__(self, "_of_record", {name: tuple(found) for name, found in of_record.items()})
        object.__setattr__(self, "_gathered", {})
        object.__setattr__(self, "_plain", None)

    def with_own(self, figures: Mapping[str, Figure], broken: Iterable[str]) -> "Library":
        """The base with the figures of a brief, by address, and the names of those that could not be made."""
        made = copy(self)
        full = {shortest(address): address for address in figures}
        below = {name: keys for name, keys in _tree((), full).items() if name}
        of_record: dict[str, tuple[str, ...]] = {}
        for address, figure in figures.items():
            of_record[figure.record] = (*of_record.get(figure.record, ()), address)
        own = {
            "figures": _over(self.figures, figures),
            "broken": frozenset(self.broken) | frozenset(broken),
            "_full": _over(self._full, full),
            "_below": _over(self._below, {name: (*self._below.get(name, ()), *keys) for name, keys in below.items()}),
            "_of_record": _over(self._of_record, of_record),
            "_plain": self._plain or self,
        }
        for name, value in own.items():
            object.__setattr__(made, name, value)
        return made

    def today(self, address: str) -> str:
        """The address with an old record id replaced by the one of today."""
        first, dot, rest = address.partition(".")
        return self.aliases.get(first, first) + dot + rest

    def figure(self, address: str) -> Figure | None:
        """The figure at an address in any of its forms."""
        return self.figures.get(self._full.get(shortest(self.today(address)), ""))

    def short_address(self, address: str) -> str:
        """The address as people paste it: without the parts that may be left out."""
        return shortest(self.today(address))

    def record(self, record_id: str) -> Record | None:
        """The record of that id, or of that old id."""
        return self.records.get(self.today(record_id))

    def of_kind(self, kind: str) -> list[Record]:
        """All records of a kind (`programme`, or the folder's name `programmes`), in the order of their ids."""
        return [self.records[name] for name in self.gathered(_by_kind).get(kind, ())]

    def ids_of_kind(self, kind: str) -> list[str]:
        """Their ids alone."""
        return list(self.gathered(_by_kind).get(kind, ()))

    def keys_under(self, address: str) -> tuple[str, ...]:
        """The short names that may follow an address; of `""`, the record ids."""
        return self._below.get(shortest(self.today(address)), ())

    def shorts(self, record_id: str) -> list[str]:
        """Short addresses of all figures of a record."""
        start = f"{self.today(record_id)}."
        return [short for short in self._full if short.startswith(start)]

    def figures_of(self, record_id: str) -> list[Figure]:
        """All figures of a record, derived ones last."""
        return [self.figures[address] for address in self._of_record.get(self.today(record_id), ())]

    def gathered(self, what: Callable[["Library"], T]) -> T:
        """What a function gathers from the whole base, worked out once: names, titles, words of all records. The
        function is one of a module, and what it returns is never changed.
        """
        if what not in self._gathered:
            self._gathered[what] = what(self._plain or self)
        found: T = self._gathered[what]
        return found

    def worked_out(self, what: Callable[["Library", str], T], _kind: Literal["records", "references"], key: str) -> T:
        """What a function works out from one record or one reference and from nothing else, once; likewise."""
        known: dict[str, T] = self._gathered.setdefault(what, {})
        if key not in known:
            known[key] = what(self._plain or self, key)
        return known[key]

    def chosen(self, what: Callable[["Library", str], T], _kind: str, _where: str, given: str) -> T:
        """What a function chooses from the whole base for an order in words, once; likewise. `_kind` and `_where` tell
        people what it chooses from, and how.
        """
        known: dict[str, T] = self._gathered.setdefault(what, {})
        if given not in known:
            known[given] = what(self._plain or self, given)
        return known[given]

    def is_broken(self, address: str) -> bool:
        """Whether the address lies in something that was not made because of a problem already reported."""
        parts = shortest(self.today(address)).split(".")
        return any(".".join(parts[:count]) in self.broken for count in range(1, len(parts) + 1))

    def suggest(self, address: str) -> str:
        """What to tell somebody who wrote an address that does not exist."""
        parts = shortest(self.today(address)).split(".")
        known = 0
        while known < len(parts) and self.keys_under(".".join(parts[: known + 1])):
            known += 1
        start = "".join(f"{part}." for part in parts[:known])
        names = self.keys_under(start.rstrip("."))
        if not known and parts[0] in self.records:
            return f"`{parts[0]}` has no figures"
        if known == len(parts):
            return f"`{start[:-1]}` is not a figure itself; write one of {_some(f'{start}{name}' for name in names)}"
        near = _nearest(parts[known], names)
        if not near:
            return f"`{start[:-1]}` has {_some(names)}" if known else ""
        whole = ".".join([f"{start}{near}", *parts[known + 1 :]])
        return f"did you mean `{whole if self.figure(whole) else start + near}`?"

    def field(self, record_id: str, path: str) -> FieldValue:
        """Any field of a record by its dotted path: a figure, text as it is written in the file, or several texts."""
        record = self.record(record_id)
        if record is None:
            return None
        return self.figure(f"{record.id}.{path}") or record.field(path)

    def label(self, of: str, path: str, value: str) -> str:
        """A field's value in a reader's words: `GB` as United Kingdom, an intervention's id as its label.

        `of` is a kind or a record's id, `path` the field, `value` what `field` gave for it.
        """
        kind = self._model(of)
        return value_label(kind, path, value, self.vocabularies, self._name) if kind else value

    def heading(self, of: str, path: str) -> str:
        """What stands above a column of such fields: `Running cost`."""
        steps = path.split(".")
        record = self.record(of) or next(
            (one for one in self.of_kind(of) if self.field(one.id, path) is not None), None
        )
        return figure_label(record, steps, self.vocabularies) if record else humanised(steps[-1])

    def _model(self, of: str) -> type[Record] | None:
        record = self.record(of)
        return type(record) if record else find_kind(of)

    def _name(self, record_id: str) -> str:
        record = self.record(record_id)
        return record.name if record else ""

    def hold(self, figure: Figure) -> Hold:
        """What is known of the figure's quotation."""
        return self.holds.get(figure.address, UNSEEN)

    def held(self, figure: Figure) -> Held:
        """How a figure is held; a derived one is as weak as its weakest input, one without a quotation is unseen."""
        if figure.derivation is None:
            return self.hold(figure).state
        inputs = [self.figures[address] for address in figure.derivation.inputs if address in self.figures]
        return min((self.held(one) for one in inputs), key=STRENGTH.index, default="unseen")


def _by_kind(library: Library) -> Mapping[str, list[str]]:
    """Ids of the records of each kind, which has its own name and that of its folder."""
    found: dict[str, list[str]] = {}
    for name, record in library.records.items():
        for kind in dict.fromkeys((record.kind, record.folder)):
            found.setdefault(kind, []).append(name)
    return found


def _over(below: Mapping[str, T], above: Mapping[str, T]) -> Mapping[str, T]:
    """Both maps as one, neither of them copied."""
    return ChainMap(cast("dict[str, T]", above), cast("dict[str, T]", below))  # which only writing would mind


def _tree(records: Iterable[str], shorts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    below: dict[str, dict[str, None]] = {"": dict.fromkeys(records)}
    for address in shorts:
        parts = address.split(".")
        for depth in range(1, len(parts)):
            below.setdefault(".".join(parts[:depth]), {})[parts[depth]] = None
    return {address: tuple(keys) for address, keys in below.items()}


def _nearest(wrong: str, names: Iterable[str]) -> str:
    near = get_close_matches(wrong.casefold(), names, n=1, cutoff=0.6)
    return near[0] if near else ""


def _some(names: Iterable[str], most: int = 8) -> str:
    shown = list(names)
    ticked = ", ".join(f"`{name}`" for name in shown[:most])
    return ticked + (" …" if len(shown) > most else "")
