"""Which problems concern which brief: its page lists them, so that it has to be made anew only when one of them is another.

A mistake in a record that a brief does not rest on is told to whoever builds, and not to that brief's readers.
"""

from bisect import bisect
from collections.abc import Collection, Iterable, Sequence

from briefkit.library import Library
from briefkit.load.sorting import stem
from briefkit.pipeline.checking import Checked
from briefkit.pipeline.parts import Concerning
from briefkit.problems import Problem, in_order
from briefkit.reader import Query
from briefkit.records.kinds import find_kind
from briefkit.rulebook import UNREAD
from briefkit.rules.waivers import Waived

Place = tuple[str, str]
"""A file, and the key of the reference in it whose entry is meant; empty for the file as a whole."""


def concerning(checked: Checked, problems: Sequence[Problem], waived: Sequence[Waived]) -> dict[str, Concerning]:
    """What was found before the pages are painted, brief by brief: no brief is told what another's page came to."""
    entries = _Entries(checked.library)
    counting = _Lying(problems, entries)
    let_through = {one.problem: one for one in [*checked.waived, *waived]}
    quiet = _Lying(let_through, entries)
    found = {}
    missing = {file for lying in (counting, quiet) for file in lying.missing}
    for slug, (_, judged) in checked.parts.items():
        places = [(f"briefs/{slug}.md", ""), *((file, "") for file in judged.rests.everything())]
        places += [entries.place(key) for key in judged.rests.sources]
        places += [(file, "") for file in _missed(missing, checked.stages.asked(slug)) if (file, "") not in places]
        found[slug] = Concerning(
            problems=counting.concerning(places),
            waived=tuple(let_through[problem] for problem in quiet.concerning(places)),
        )
    return found


def _missed(missing: Collection[str], asked: Iterable[Query]) -> list[str]:
    """Files of records that are not there, or not whole, because of a mistake in them, where a brief has asked for that
    record, for anything in it, or for records of its kind.
    """
    if not missing:
        return []
    names: set[str] = set()
    kinds: set[str] = set()
    for query, *words in asked:
        if query in _OF_A_KIND:
            kinds.add(words[0])
        elif words:
            names.add(words[0].partition(".")[0])
    found = {file: (stem(file), find_kind(_folder(file))) for file in sorted(missing)}
    return [
        file for file, (name, kind) in found.items() if name in names or (kind and {kind.kind, kind.folder} & kinds)
    ]


def _folder(file: str) -> str:
    """The folder of the evidence in which a file lies, or what stands in that place."""
    return file.partition("/")[2].partition("/")[0]


class _Entries:
    """Where the entries of bibliographies begin."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._starts: dict[str, list[tuple[int, str]]] = {}
        for key, reference in library.references.items():
            self._starts.setdefault(reference.where.file, []).append((reference.where.line, key))
        for starts in self._starts.values():
            starts.sort()

    def place(self, key: str) -> Place:
        """Where the entry of a key stands."""
        reference = self.library.references.get(key)
        return (reference.where.file if reference is not None else "", key)

    def place_of(self, problem: Problem) -> Place:
        """Where a problem lies: in an entry that could be read, or in its file as a whole."""
        file, line = problem.where.file, problem.where.line
        starts = self._starts.get(file, [])
        at = bisect(starts, (line, _LAST)) if line and problem.rule not in UNREAD else 0
        return file, starts[at - 1][1] if at else ""


class _Lying:
    """Problems by where they lie."""

    def __init__(self, problems: Iterable[Problem], entries: _Entries) -> None:
        self._by_place: dict[Place, list[Problem]] = {}
        self._shared: list[Problem] = []
        self.missing: set[str] = set()
        """Files of records that may be missing from a brief because of one of these problems."""
        spoilt = {name.partition(".")[0] for name in entries.library.broken}
        for problem in problems:
            place = entries.place_of(problem)
            self._by_place.setdefault(place, []).append(problem)
            if _is_shared(place):
                self._shared.append(problem)
            elif find_kind(_folder(place[0])) and (problem.rule in UNREAD or stem(place[0]) in spoilt):
                self.missing.add(place[0])

    def concerning(self, places: Iterable[Place]) -> tuple[Problem, ...]:
        """Those in these places, and those that concern every brief, in order."""
        own = (problem for place in places for problem in self._by_place.get(place, ()))
        return tuple(in_order([*own, *self._shared]))


def _is_shared(place: Place) -> bool:
    """Whether a problem there concerns every brief: what belongs to no record and to no source stands behind them all."""
    file, key = place
    top, *rest = file.split("/")
    if top == "briefs" or key:
        return False
    return top != "evidence" or len(rest) < 2 or file.endswith(".bib")


_LAST = chr(0x10FFFF)
"""Comes after every key."""
_OF_A_KIND = frozenset({"kind", "chosen"})
"""Questions for records of a kind, which is their first word; that of the others names a record, if anything."""
