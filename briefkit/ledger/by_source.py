"""The ledger turned round: one source open, and everything that a brief takes from it, each figure shown once."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefkit.ledger.rows import CitedShown, FigureShown, OneSource, Row, SourceShown, Use, every


@dataclass(slots=True)
class _Opened:
    """A source while its claims are gathered."""

    source: SourceShown
    uses: list[Use] = field(default_factory=list)
    figures: set[str] = field(default_factory=set)
    """Addresses of the figures that have been shown."""

    def add(self, row: Row, figures: Sequence[FigureShown], citations: tuple[CitedShown, ...]) -> None:
        """One more claim that rests on it."""
        new = tuple(one for one in figures if one.address not in self.figures)
        again = tuple(one for one in figures if one.address in self.figures)
        self.figures.update(one.address for one in figures)
        self.uses.append(Use(row=row, figures=new, again=again, citations=citations))


def by_source(rows: Sequence[Row]) -> tuple[OneSource, ...]:
    """Each source with all claims that rest on it, the source with most of them first."""
    opened: dict[str, _Opened] = {}
    for row in rows:
        figures = {one.address: one for one in every(row.figures) if one.source is not None}
        for source in _sources([*figures.values(), *row.citations]):
            opened.setdefault(source.key, _Opened(source)).add(
                row,
                [one for one in figures.values() if one.source is not None and one.source.key == source.key],
                tuple(one for one in row.citations if one.key == source.key),
            )
    return tuple(
        OneSource(source=one.source, uses=tuple(one.uses), figures=len(one.figures))
        for key, one in sorted(opened.items(), key=lambda pair: (-len(pair[1].uses), pair[0]))
    )


def _sources(things: Sequence[FigureShown | CitedShown]) -> list[SourceShown]:
    return list({one.source.key: one.source for one in things if one.source is not None}.values())
