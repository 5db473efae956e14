"""The base in memory, and how to look things up in it by address.

An address is a record's id and the keys below it, joined by dots; `results`, `arms` and `figures` may be left out.
Everything here answers None, "" or nothing for what is not there; who asked says so, at its own place.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

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
    broken: frozenset[str] = frozenset()
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

    def __post_init__(self) -> None:
        """Prepare the look-up."""
        full = {shortest(address): address for address in self.figures}
        object.__setattr__(self, "_full", full)
        object.__setattr__(self, "_below", _tree(self.records, full))

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
        return [record for record in self.records.values() if kind in (record.kind, record.folder)]

    def keys_under(self, address: str) -> tuple[str, ...]:
        """The short names that may follow an address; of `""`, the record ids."""
        return self._below.get(shortest(self.today(address)), ())

    def shorts(self, record_id: str) -> list[str]:
        """Short addresses of all figures of a record."""
        start = f"{self.today(record_id)}."
        return [short for short in self._full if short.startswith(start)]

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
