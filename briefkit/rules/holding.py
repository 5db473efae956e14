"""What a page may not rest on: words of a source that nobody has yet seen in it."""

from collections.abc import Iterator, Mapping

from briefkit.brief import Brief, Citation
from briefkit.figure import Figure
from briefkit.hold import Hold
from briefkit.library import Library
from briefkit.problems import Problem, Where, listed
from briefkit.values import Missing


def figure_unseen(brief: Brief, library: Library) -> Iterator[Problem]:
    """Figures of sentences or tables whose words nobody has confirmed: once a source, where the first of them is used."""
    by_source: dict[str, dict[str, Where]] = {}
    for figure, where in _used(brief):
        for one in _weak(figure, brief, library):
            key = library.hold(one).key or one.cite[0]
            by_source.setdefault(key, {}).setdefault(one.address, where)
    for key, places in by_source.items():
        names = listed((library.short_address(address) for address in places), most=4, joint="and")
        verb = "they were" if len(places) > 1 else "it was"
        message = f"nobody has yet seen the words of {names} in `{key}`"
        way = f"store a copy with `source add {key} FILE`, or say where {verb} seen with `source witness {key}`"
        yield Problem(next(iter(places.values())), "figure-unseen", message, way)


def words_unseen(brief: Brief, words: Mapping[Citation, Hold]) -> Iterator[Problem]:
    """Words that a citation says stand in its source, and that nobody has confirmed."""
    for claim in brief.claims:
        for citation in claim.citations:
            hold = words.get(citation)
            if hold is not None and hold.state == "unseen":
                message = f"nobody has yet seen these words in `{citation.key}`"
                way = f"store a copy with `source add {citation.key} FILE`, or run `source witness {citation.key}`"
                yield Problem(citation.where, "words-unseen", message, way)


def _used(brief: Brief) -> Iterator[tuple[Figure, Where]]:
    """Every figure that a brief shows, with the place."""
    for claim in brief.claims:
        yield from ((use.figure, use.where) for use in claim.figures)
    for table in brief.tables:
        yield from ((figure, table.where) for figure in table.figures)


def _weak(figure: Figure, brief: Brief, library: Library) -> list[Figure]:
    """The figures among those that it rests on whose quotation is unseen."""
    if figure.derivation is not None:
        inputs = (library.figure(one) or brief.figures.get(one) for one in figure.derivation.inputs)
        found = [weak for one in inputs if one is not None for weak in _weak(one, brief, library)]
        return list({one.address: one for one in found}.values())
    resting = figure.quote is not None and bool(figure.cite) and not isinstance(figure.value, Missing)
    return [figure] if resting and library.held(figure) == "unseen" else []
