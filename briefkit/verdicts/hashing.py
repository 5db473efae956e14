"""What exactly a reviewer judges, and its hash: with any change of it the verdict lapses, with no other it does not.

In it: the words of the sentence, everything that its figures say, the words that it cites, and the text of each source.
Not in it: where the sentence stands, how it is marked up, which addresses its figures have, the numbers of citations.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from briefkit.brief import Brief, Citation, Claim
from briefkit.derive.inputs import ATTRIBUTES
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Where
from briefkit.seal import says
from briefkit.sources.document import hash_of
from briefkit.values.write import full

DEEPEST = 20
"""Figures derived from figures derived from figures."""
_QUOTES = str.maketrans({**dict.fromkeys("‘’‚‛′", "'"), **dict.fromkeys("“”„‟″«»", '"')})
_NAME = re.compile(r"[A-Za-z]\w*(?:\.\w+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One thing that can be judged: a claim, or a figure."""

    hash: str
    text: str
    """The sentence, or what the figure is."""
    figures: Mapping[str, str] = field(default_factory=dict)
    """Each figure by short address: value, quoted words and source, in one line."""
    words: tuple[str, ...] = ()
    """Each citation that somebody wrote, in one line."""
    where: Where = field(default=Where(""), compare=False)


def plain_words(text: str) -> str:
    """The text with plain blanks and straight quotation marks."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_QUOTES).replace("\u00ad", "").split())


def by_hand(claim: Claim) -> tuple[Citation, ...]:
    """The citations of a claim that somebody wrote; those that its figures bring have no place in the file."""
    return tuple(citation for citation in claim.citations if citation.where.file)


def document_key(figure: Figure) -> str:
    """Key of the document in which its words were seen; empty for a figure that rests on none itself."""
    return "" if figure.derivation else figure.via or next(iter(figure.cite), "")


def judged_claim(claim: Claim, brief: Brief, library: Library, source_text: Mapping[str, str]) -> Judged:
    """A claim as a reviewer judges it; `source_text` has the hash of each source's text by key."""
    cited = by_hand(claim)
    parts = {
        "sentence": plain_words(claim.text),
        "figures": [_whole(use.figure, brief.figures, library, source_text) for use in claim.figures],
        "cited": [[one.key, one.locator, plain_words(one.words), source_text.get(one.key, "")] for one in cited],
    }
    told = {library.short_address(use.figure.address): told_figure(use.figure, library) for use in claim.figures}
    words = tuple(dict.fromkeys(told_citation(one) for one in cited))
    return Judged(hash=hash_of(parts), text=plain_words(claim.text), figures=told, words=words, where=claim.where)


def judged_figure(figure: Figure, library: Library, source_text: Mapping[str, str]) -> Judged:
    """A figure of the base as a reviewer judges it, whatever sentences it stands in."""
    parts = {"figure": _whole(figure, {}, library, source_text)}
    told = {library.short_address(figure.address): told_figure(figure, library)}
    record = library.record(figure.record)
    text = f"{record.name}: {figure.label}" if record else figure.label
    return Judged(hash=hash_of(parts), text=plain_words(text), figures=told, where=figure.where)


def told_figure(figure: Figure, library: Library) -> str:
    """A figure in one line: `38 of 43 people "88% (n=38) on injectable heroin" (strang2010, abstract)`."""
    value = plain_words(full(figure, library.vocabularies.units))
    if figure.derivation:
        return f"{value} = {plain_words(figure.derivation.working)}"
    quote = f' "{" ".join(figure.quote.exact.split())}"' if figure.quote else ""
    value = "" if figure.quote and value == plain_words(figure.quote.exact) else value
    source = ", ".join(part for part in (document_key(figure), figure.at) if part)
    return f"{value}{quote}{f' ({source})' if source else ''}".strip()


def told_citation(citation: Citation) -> str:
    """A citation in one line: `strang2010, p. 3: "no significant differences"`."""
    work = f"{citation.key}, {citation.locator}" if citation.locator else citation.key
    return f'{work}: "{" ".join(citation.words.split())}"' if citation.words else work


def _whole(
    figure: Figure, own: Mapping[str, Figure], library: Library, source_text: Mapping[str, str], depth: int = 0
) -> dict[str, Any]:
    """Everything that a figure says, down to the text of its source; a derived one with all that it is made of."""
    said: dict[str, Any] = {"says": says(figure, library)}
    derivation = figure.derivation
    if derivation is None or depth >= DEEPEST:
        return {**said, "text": source_text.get(document_key(figure), "")}
    inputs = [one for address in derivation.inputs if (one := own.get(address) or library.figure(address))]
    return {
        **said,
        "formula": _numbered(derivation.formula),
        "working": derivation.working,
        "assumes": derivation.assumes,
        "inputs": [_whole(one, own, library, source_text, depth + 1) for one in inputs],
    }


def _numbered(formula: str) -> str:
    """A formula with numbers for names, so that a record may be renamed: `#1 / #2`."""
    names: dict[str, int] = {}

    def number(found: re.Match[str]) -> str:
        name = found.group()
        return name if name == "sum" else f"#{names.setdefault(name, len(names) + 1)}{_attribute(name)}"

    return _NAME.sub(number, " ".join(formula.split()))


def _attribute(name: str) -> str:
    """The part of a figure that a formula takes, which stays in its name: `.percent`."""
    last = name.rpartition(".")[2]
    return f".{last}" if last in ATTRIBUTES else ""


def with_inputs(figure: Figure, own: Mapping[str, Figure], library: Library, depth: int = 0) -> Iterator[Figure]:
    """A figure and all that it is derived from, however far."""
    yield figure
    for address in figure.derivation.inputs if figure.derivation and depth < DEEPEST else ():
        part = own.get(address) or library.figure(address)
        if part:
            yield from with_inputs(part, own, library, depth + 1)
