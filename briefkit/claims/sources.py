"""What a figure makes a sentence cite: its source with the locator, or those of all its inputs."""

from collections.abc import Iterable, Iterator

from briefkit.brief import Citation, FigureUse
from briefkit.expressions.names import Names
from briefkit.figure import Figure
from briefkit.values import Missing

DEEPEST = 20
"""Figures derived from figures derived from figures."""


def cited_by(uses: Iterable[FigureUse], names: Names) -> tuple[Citation, ...]:
    """What figures cite together: each reference once, with all locators that differ."""
    locators: dict[str, list[str]] = {}
    for use in uses:
        for key, locator in _rests_on(use.figure, names, 0):
            known = locators.setdefault(key, [])
            if locator and locator not in known:
                known.append(locator)
    return tuple(Citation(key, ", ".join(found)) for key, found in locators.items())


def _rests_on(figure: Figure, names: Names, depth: int) -> Iterator[tuple[str, str]]:
    """Key and locator of each source of a figure."""
    if isinstance(figure.value, Missing) and figure.value.kind in ("not_seen", "not_applicable"):
        return
    found = []
    if figure.derivation and depth < DEEPEST:
        for address in figure.derivation.inputs:
            part = names.figure(address)
            found += list(_rests_on(part, names, depth + 1)) if part else []
    yield from found
    have = {key for key, _ in found}
    yield from ((key, _worth_saying(key, figure.at or "", names)) for key in figure.cite if key not in have)


def _worth_saying(key: str, locator: str, names: Names) -> str:
    """The locator, unless the list of references says it for the whole source: only its abstract was read."""
    source = names.library.sources.get(key)
    return "" if locator == "abstract" and source is not None and source.read == "abstract" else locator
