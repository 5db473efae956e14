"""Sources that disagree: both sides say so, and one of them says which is used."""

from collections.abc import Iterator
from datetime import date

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem, Where


def conflict_unknown(library: Library, _today: date) -> Iterator[Problem]:
    """A figure that disagrees with something that does not exist."""
    for figure in library.figures.values():
        for number, address in enumerate(figure.conflicts_with):
            if library.figure(address) is None and not library.is_broken(address):
                where = _place(library, figure, number)
                near = f"{figure.record}.{address}"
                way = f"did you mean `{near}`?" if library.figure(near) else library.suggest(address)
                yield Problem(where, "unknown-figure-address", f"there is no figure `{address}`", way)


def conflict_one_sided(library: Library, _today: date) -> Iterator[Problem]:
    """A disagreement that only one side knows of."""
    for figure in library.figures.values():
        for number, address in enumerate(figure.conflicts_with):
            other = library.figure(address)
            if other is not None and not _names(library, other, figure):
                short = library.short_address(figure.address)
                way = _way(address, short, derived=other.derivation is not None)
                message = f"`{address}` does not say that it disagrees with `{short}`"
                yield Problem(_place(library, figure, number), "conflict-one-sided", message, way)


def _way(address: str, short: str, *, derived: bool) -> str:
    """What to do; a derived figure has no quotation of its own, and cannot hold `conflicts_with`."""
    if derived:
        return f"delete it here, or name a figure that `{address}` is worked out from: a derived figure cannot hold it"
    return f"add `conflicts_with: [{short}]` to it"


def conflict_unsettled(library: Library, _today: date) -> Iterator[Problem]:
    """A disagreement of which nobody says which side is used, and why."""
    for figure in library.figures.values():
        others = [other for address in figure.conflicts_with if (other := library.figure(address)) is not None]
        told = any(other.address < figure.address and _names(library, other, figure) for other in others)
        if others and not told and not any(one.preferred_because for one in (figure, *others)):
            names = ", ".join(f"`{library.short_address(other.address)}`" for other in others)
            way = "add `preferred_because:` to the one that briefs should use"
            message = f"`{library.short_address(figure.address)}` and {names} disagree, and nothing says which to use"
            yield Problem(figure.where, "conflict-unsettled", message, way)


def _names(library: Library, one: Figure, other: Figure) -> bool:
    return any(library.figure(address) == other for address in one.conflicts_with)


def _place(library: Library, figure: Figure, number: int) -> Where:
    record = library.records[figure.record]
    return record.place_of(*figure.address.split(".")[1:], "conflicts_with", number)
