"""Every quotation that the base and the briefs rely on, with the documents in which its words may stand."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from briefkit.brief import Brief, Citation
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Where
from briefkit.seal import says, seal
from briefkit.sources.document import hash_of
from briefkit.values import Quote
from briefkit.yamlfile import Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """One quotation that is to be found."""

    name: str
    """What it is called in a lock: the address of its figure, or the hash of words that a brief cites."""
    shown: str
    """What messages call it."""
    quote: Quote
    at: str | None
    """Where it is said to stand."""
    documents: tuple[str, ...]
    """Keys of the references in which its words may stand: its own source, then that in which it was met."""
    tell: Callable[[], Mapping[str, str]] = field(compare=False, repr=False)
    """Says everything that it says; few are asked, so it is put together when somebody does."""
    slug: str = ""
    """The brief that cites the words; empty for a figure's."""
    citation: Citation | None = None
    in_one_line: Callable[[], bool] = field(default=partial(bool), compare=False, repr=False)
    """Says whether its figure is written in one line: `43 people "43 were enrolled" (at p. 3)`."""
    where: Where = field(default=Where(""), compare=False)

    @property
    def said(self) -> Mapping[str, str]:
        """Everything that it says, for its seal."""
        return self.tell()

    @property
    def seal(self) -> str:
        """Hash of what it says."""
        return seal(self.said)

    @property
    def document(self) -> str:
        """The document in which somebody met the words."""
        return self.documents[-1]


def quoted(figure: Figure) -> bool:
    """Whether a figure rests on words of a source; a derived one rests on other figures."""
    return figure.derivation is None and figure.quote is not None and bool(figure.cite)


def sought_by_figures(library: Library) -> Iterator[Sought]:
    """The quotations of the base, by address."""
    for figure in library.figures.values():
        if figure.quote is not None and quoted(figure):
            yield Sought(
                name=figure.address,
                shown=library.short_address(figure.address),
                quote=figure.quote,
                at=figure.at,
                documents=tuple(dict.fromkeys([figure.cite[0], *([figure.via] if figure.via else [])])),
                tell=partial(says, figure, library),
                in_one_line=partial(_in_one_line, figure, library),
                where=figure.where,
            )


def _in_one_line(figure: Figure, library: Library) -> bool:
    return nodes(figure, library)[-1].kind == "text"


def nodes(figure: Figure, library: Library) -> list[Node]:
    """The record of a figure and what lies on the way to it, as they stand in the file; the figure's own comes last."""
    record = library.records.get(figure.record)
    node = record.node if record else Node("text", ("", 1, 1, 1))
    found = [node]
    for step in figure.address.split(".")[1:]:
        if step not in node.pairs:
            break
        node = node.pairs[step].value
        found.append(node)
    return found


def sought_by_brief(brief: Brief) -> Iterator[Sought]:
    """The words that a brief's citations say stand in a source, each once."""
    found: dict[Citation, None] = {}
    for claim in brief.claims:
        found |= dict.fromkeys(citation for citation in claim.citations if citation.words)
    for citation in found:
        said = {"quote": citation.words, "cite": citation.key, "at": citation.locator}
        yield Sought(
            name=hash_of([citation.words, citation.locator])[:24],
            shown=_short(citation.words),
            quote=Quote(citation.words),
            at=citation.locator or None,
            documents=(citation.key,),
            tell=partial(dict, {name: text for name, text in said.items() if text}),
            slug=brief.slug,
            citation=citation,
            where=citation.where,
        )


def all_sought(library: Library, briefs: Iterable[Brief]) -> list[Sought]:
    """Everything that is to be found, for the base first."""
    return [*sought_by_figures(library), *(one for brief in briefs for one in sought_by_brief(brief))]


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:59].rstrip() + "…"
