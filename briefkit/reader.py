"""The base as a brief's stages see it: through a reader that notes each question before it answers.

What has been asked is all that a brief depends on: as long as every question has the same answer, absences included, the
brief comes out the same. A question is a tuple of words, so that it can be kept and asked again of the base of another
day; its answer is kept as a mark.
"""

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from hashlib import blake2b
from importlib import import_module
from typing import Any, Literal, TypeVar

from briefkit.figure import Figure
from briefkit.library import FieldValue, Library, shortest
from briefkit.records.record import Record

Query = tuple[str, ...]
"""What was asked: `("figure", "riott.results.retention_26w.heroin")`, `("kind", "programme")`."""
Marks = Mapping[str, bytes]
"""A mark of what each file of the evidence holds, by path."""
T = TypeVar("T")
V = TypeVar("V")
_SAME = ("vocabularies", "aliases", "fresh_months")
"""What stands behind every look-up: asked by whoever asks anything."""
VOCABULARIES = ("evidence/outcomes.yaml", "evidence/terms.yaml", "evidence/holders.yaml")


class Reader(Library):
    """A library that notes what it is asked."""

    __slots__ = ("_whole", "asked")
    _whole: Library
    asked: dict[Query, None]
    """Everything that it was asked, in the order in which it first was."""

    def __init__(self, library: Library, asked: dict[Query, None] | None = None) -> None:
        """Stands before `library`; notes go into `asked`."""
        notes: dict[Query, None] = {(name,): None for name in _SAME} if asked is None else asked
        parts: dict[str, Any] = {name: getattr(library, name) for name in Library.__slots__}
        for name in ("records", "figures", "references", "sources", "holds"):
            parts[name] = _Noted(parts[name], name, notes)
        parts["broken"] = _NotedNames(library.broken, notes)
        for name, value in {**parts, "_whole": library, "asked": notes}.items():
            object.__setattr__(self, name, value)

    def with_own(self, figures: Mapping[str, Figure], broken: Iterable[str]) -> "Reader":
        """The base with the figures of a brief, read through the same notes."""
        return Reader(self._whole.with_own(figures, broken), self.asked)

    def figure(self, address: str) -> Figure | None:
        """The figure at an address in any of its forms."""
        short = shortest(self.today(address))
        self.asked[("address", short)] = None
        return self.figures.get(self._full.get(short, ""))

    def of_kind(self, kind: str) -> list[Record]:
        """All records of a kind; each is read whole."""
        return [self.records[name] for name in self.ids_of_kind(kind)]

    def ids_of_kind(self, kind: str) -> list[str]:
        """Their ids alone: what of each is read is noted when it is."""
        self.asked[("kind", kind)] = None
        return self._whole.ids_of_kind(kind)

    def keys_under(self, address: str) -> tuple[str, ...]:
        """The short names that may follow an address."""
        self.asked[("below", shortest(self.today(address)))] = None
        return self._whole.keys_under(address)

    def shorts(self, record_id: str) -> list[str]:
        """Short addresses of all figures of a record."""
        self.asked[("of", self.today(record_id))] = None
        return self._whole.shorts(record_id)

    def figures_of(self, record_id: str) -> list[Figure]:
        """All figures of a record."""
        self.asked[("of", self.today(record_id))] = None
        return [self.figures[figure.address] for figure in self._whole.figures_of(record_id)]

    def gathered(self, what: Callable[[Library], T]) -> T:
        """What a function gathers from the whole base: another answer only when it gathers something else."""
        self.asked[("gathered", what.__module__, what.__qualname__)] = None
        return self._whole.gathered(what)

    def worked_out(self, what: Callable[[Library, str], T], kind: Literal["records", "references"], key: str) -> T:
        """What a function works out from one record or one reference."""
        self.asked[(kind, self.today(key) if kind == "records" else key)] = None
        return self._whole.worked_out(what, kind, key)

    def chosen(self, what: Callable[[Library, str], T], kind: str, where: str, given: str) -> T:
        """What a function chooses from the whole base: another answer only when it chooses something else."""
        self.asked[("chosen", kind, where, what.__module__, what.__qualname__, given)] = None
        return self._whole.chosen(what, kind, where, given)

    def suggest(self, address: str) -> str:
        """What to tell somebody who wrote an address that does not exist: that may be anything in the base."""
        self.asked[("all",)] = None
        return self._whole.suggest(address)

    def field(self, record_id: str, path: str) -> FieldValue:
        """Any field of a record by its dotted path."""
        self.asked[("field", record_id, path)] = None
        return self._whole.field(record_id, path)

    def label(self, of: str, path: str, value: str) -> str:
        """A field's value in a reader's words."""
        self.asked[("label", of, path, value)] = None
        return self._whole.label(of, path, value)

    def heading(self, of: str, path: str) -> str:
        """What stands above a column of such fields."""
        self.asked[("heading", of, path)] = None
        return self._whole.heading(of, path)


class _Noted(Mapping[str, V]):
    """One map of a library, which notes each key that is looked up."""

    __slots__ = ("_asked", "_items", "_name")

    def __init__(self, items: Mapping[str, V], name: str, asked: dict[Query, None]) -> None:
        self._items, self._name, self._asked = items, name, asked

    def __getitem__(self, key: str) -> V:
        self._asked[(self._name, key)] = None
        return self._items[key]

    def get(self, key: str, default: Any = None) -> Any:
        """What stands at a key; that nothing does is noted too."""
        self._asked[(self._name, key)] = None
        return self._items.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._asked[(self._name, str(key))] = None
        return key in self._items

    def __iter__(self) -> Iterator[str]:
        self._asked[("keys", self._name)] = None
        return iter(self._items)

    def __len__(self) -> int:
        self._asked[("keys", self._name)] = None
        return len(self._items)

    def values(self) -> Any:
        """Everything: whoever looks through it all depends on it all."""
        self._asked[("all",)] = None
        return self._items.values()

    def items(self) -> Any:
        """Everything, with its keys."""
        self._asked[("all",)] = None
        return self._items.items()


class _NotedNames(AbstractSet[str]):
    """The names of what was not made because of a problem; notes each that is looked up."""

    __slots__ = ("_asked", "_names")

    def __init__(self, names: AbstractSet[str], asked: dict[Query, None]) -> None:
        self._names, self._asked = names, asked

    def __contains__(self, name: object) -> bool:
        self._asked[("broken", str(name))] = None
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        self._asked[("all broken",)] = None
        return iter(self._names)

    def __len__(self) -> int:
        self._asked[("all broken",)] = None
        return len(self._names)


class Answers:
    """Marks of what a base answers, each worked out once."""

    def __init__(self, library: Library, marks: Marks) -> None:
        """`marks` has a mark of what each file of the evidence holds."""
        self._library = library
        self._marks = marks
        self._known: dict[Query, bytes] = {}

    def mark(self, query: Query) -> bytes:
        """A mark of the answer: the same answer has the same."""
        found = self._known.get(query)
        if found is None:
            answer = _ASK[query[0]](self._library, self._marks, *query[1:])
            data = answer if isinstance(answer, bytes) else repr(answer).encode()
            found = self._known[query] = blake2b(data, digest_size=10).digest()
        return found

    def of(self, queries: Iterable[Query]) -> "Asked":
        """The marks of several."""
        return Asked([(query, self.mark(query)) for query in queries])

    def differing(self, kept: "Asked") -> Iterator[Query]:
        """The questions that have another answer now than is kept."""
        return (query for query, mark in kept if self.mark(query) != mark)


class Asked:
    """Questions, each with a mark of its answer, packed: five hundred briefs ask half a million."""

    __slots__ = ("_packed",)

    def __init__(self, marks: Sequence[tuple[Query, bytes]]) -> None:
        self._packed = marshal.dumps(tuple(marks))

    def __iter__(self) -> Iterator[tuple[Query, bytes]]:
        """Each question with its mark, in the order in which they were asked."""
        yield from marshal.loads(self._packed)  # noqa: S302  made by `__init__`, and kept under this person's own mark


def _record(library: Library, marks: Marks, name: str) -> bytes:
    """A record is what its file holds."""
    record = library.records.get(name)
    return marks.get(record.where.file, b"") if record is not None else b"absent"


def _source(library: Library, marks: Marks, key: str) -> bytes:
    return marks.get(f"evidence/sources/{key}.yaml", b"") if key in library.sources else b"absent"


def _gathered(library: Library, _: Marks, module: str, name: str) -> object:
    return library.gathered(_function(module, name))


def _chosen(library: Library, _: Marks, kind: str, where: str, module: str, name: str, given: str) -> object:
    return library.chosen(_function(module, name), kind, where, given)


def _function(module: str, name: str) -> Callable[..., object]:
    """One of our own, by name."""
    if not module.startswith("briefkit."):
        message = f"{module} is not ours"
        raise ValueError(message)
    found: Callable[..., object] = getattr(import_module(module), name)
    return found


_ASK: Mapping[str, Callable[..., object]] = {
    "records": _record,
    "figures": lambda library, _, address: library.figures.get(address),
    "references": lambda library, _, key: library.references.get(key),
    "sources": _source,
    "holds": lambda library, _, address: library.holds.get(address),
    "keys": lambda library, _, name: tuple(getattr(library, name)),
    "all": lambda _, marks: repr(sorted(marks.items())),
    "address": lambda library, _, short: (figure := library.figure(short)) and figure.address,
    "below": lambda library, _, short: library.keys_under(short),
    "of": lambda library, _, record_id: [figure.address for figure in library.figures_of(record_id)],
    "kind": lambda library, _, kind: library.ids_of_kind(kind),
    "field": lambda library, _, record_id, path: library.field(record_id, path),
    "label": lambda library, _, of, path, value: library.label(of, path, value),
    "heading": lambda library, _, of, path: library.heading(of, path),
    "gathered": _gathered,
    "chosen": _chosen,
    "vocabularies": lambda _, marks: repr([marks.get(file) for file in VOCABULARIES]),
    "aliases": lambda library, _: sorted(library.aliases.items()),
    "broken": lambda library, _, address: address in library.broken,
    "all broken": lambda library, _: sorted(library.broken),
    "fresh_months": lambda library, _: library.fresh_months,
}
"""How each question is asked of a base."""
