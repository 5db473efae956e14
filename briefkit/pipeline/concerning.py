"""Which problems concern which brief: its page lists them, so that it has to be made anew only when one of them is another.

A mistake in a record that a brief does not rest on is told to whoever builds, and not to that brief's readers.
"""

from bisect import bisect
from collections.abc import Iterable, Sequence
from posixpath import splitext

from briefkit.library import Library
from briefkit.pipeline.checking import Checked
from briefkit.pipeline.workshop import Concerning
from briefkit.problems import Problem, in_order
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
    for slug, (_, judged) in checked.parts.items():
        places = [(f"briefs/{slug}.md", ""), *((file, "") for file in judged.rests.everything())]
        places += [entries.place(key) for key in judged.rests.sources]
        found[slug] = Concerning(
            problems=counting.concerning(places),
            waived=tuple(let_through[problem] for problem in quiet.concerning(places)),
        )
    return found


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
        for problem in problems:
            place = entries.place_of(problem)
            self._by_place.setdefault(place, []).append(problem)
            if not place[1] and _is_shared(problem, entries.library):
                self._shared.append(problem)

    def concerning(self, places: Iterable[Place]) -> tuple[Problem, ...]:
        """Those in these places, and those that concern every brief, in order."""
        own = (problem for place in places for problem in self._by_place.get(place, ()))
        return tuple(in_order([*own, *self._shared]))


def _is_shared(problem: Problem, library: Library) -> bool:
    """Whether it concerns every brief: what cannot be read may be missing from any of them, and what belongs to no record
    and to no source stands behind them all.
    """
    top, *rest = problem.where.file.split("/")
    if top == "briefs":
        return False
    if top != "evidence" or len(rest) < 2 or problem.where.file.endswith(".bib"):
        return True
    return problem.rule in UNREAD or splitext(rest[-1])[0] in library.broken


_LAST = chr(0x10FFFF)
"""Comes after every key."""
