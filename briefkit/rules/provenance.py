"""Whether a figure comes from where it may come from: no trial from the newspaper, nothing from a paper that was withdrawn."""

import re
from collections.abc import Iterator
from datetime import date

from briefkit.brief import Brief
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem, Where
from briefkit.records.cost import Cost
from briefkit.records.study import Study
from briefkit.records.synthesis import Synthesis
from briefkit.rules.wording import said
from briefkit.rules.wording_results import inputs_of, result_of
from briefkit.values import Missing, Words

HEARSAY = frozenset({"news", "blog", "personal_communication", "law", "official_statistic"})
"""Classes of sources that retell what others found, or have nothing to do with trials."""
_ANOTHER = re.compile(
    r"\bet al\b|\[\d+(?:[,–-]\s?\d+)*\]|\baccording to\b|\bas (?:cited|quoted|reported) (?:in|by)\b|\bcited in\b|"
    r"\([A-Z][\w’'-]+(?: (?:and|&) [A-Z][\w’'-]+)?,? (?:19|20)\d\d\)|\breference \d+\b"
)
"""How a source shows that it tells what another one found."""
_EXPECTED = re.compile(r"\b(?:project(?:ed|ions?)|forecasts?|exit polls?|prognos\w+|hochrechnung\w*)\b", re.IGNORECASE)
_EXPECTED_LABEL = re.compile(r"project|forecast|expect|plan|prognos|poll|hochrechnung", re.IGNORECASE)


def result_from_news(library: Library, _today: date) -> Iterator[Problem]:
    """A result of a study or a synthesis whose source is a newspaper, a blog or somebody's word."""
    for figure in library.figures.values():
        if figure.derivation is None and _found_by_study(figure, library):
            for key in figure.cite:
                source = library.sources.get(key)
                if source is not None and source.source_class in HEARSAY:
                    kind = source.source_class.replace("_", " ")
                    message = f"`{_path(figure)}` is what a study found, and its source `{key}` is of the class {kind}"
                    way = "cite the report of the study; until you have it, keep the figure in `notes:`"
                    yield Problem(figure.where, "result-from-news", message, way)


def quote_cites_another(library: Library, _today: date) -> Iterator[Problem]:
    """A quotation that shows that its source only tells what another one says."""
    for figure in library.figures.values():
        found = (
            _ANOTHER.search(figure.quote.exact) if figure.quote and not figure.via and not figure.derivation else None
        )
        if found:
            message = f"`{found.group()}` in the quotation of `{_path(figure)}` points to another source"
            way = "cite that source, and name this one under `via:`"
            yield Problem(figure.where, "quote-cites-another", message, way)


def secondary_unsaid(library: Library, _today: date) -> Iterator[Problem]:
    """Words quoted from a document that nobody has seen and of which a copy or a retelling is known, when nothing says
    that they were met there.
    """
    met = {key for figure in library.figures.values() if figure.via for key in figure.cite}
    copied = {start for other in library.references for start in _starts(other) if start in library.references}
    for figure in library.figures.values():
        if (
            figure.quote is None
            or figure.via
            or figure.derivation
            or library.hold(figure).state not in ("unseen", "failed")
        ):
            continue
        for key in figure.cite:
            source = library.sources.get(key)
            known = key in met or key in copied
            if known and source is not None and not source.witnessed and not source.address and not source.archived:
                message = f"`{_path(figure)}` quotes `{key}`, which nobody has seen"
                way = "name under `via:` the document in which you met the words; or, if it was this one, set `witnessed:` in "
                yield Problem(figure.where, "secondary-unsaid", message, f"{way}`evidence/sources/{key}.yaml`")


def _starts(key: str) -> Iterator[str]:
    """What comes before each `_` of a key: `vox_2018_copy` is a copy of `vox_2018`, or of `vox`."""
    parts = key.split("_")
    return ("_".join(parts[:count]) for count in range(1, len(parts)))


def projection_unsaid(library: Library, _today: date) -> Iterator[Problem]:
    """A number that its source only expects, told as one that was counted."""
    for figure in library.figures.values():
        quote = figure.quote
        found = _EXPECTED.search(quote.exact) if quote and not isinstance(figure.value, Words | Missing) else None
        told = f"{figure.label} {figure.note} {figure.address.replace('_', ' ')}"
        if found and not _EXPECTED_LABEL.search(told):
            message = f"`{_path(figure)}` is a projection (`{found.group()}`), and nothing in its label says so"
            yield Problem(
                figure.where, "projection-unsaid", message, "say so in `label:`, as in `Projected share of votes`"
            )


def source_retracted(brief: Brief, library: Library) -> Iterator[Problem]:
    """A brief that rests on a document that was withdrawn."""
    for key, where in _rests_on(brief, library).items():
        source = library.sources.get(key)
        for notice in source.notices if source else ():
            if notice.kind == "retraction":
                message = f"`{key}` was retracted ({notice.where})"
                yield Problem(where, "source-retracted", message, "take out what rests on it")


def figure_from_retracted(library: Library, _today: date) -> Iterator[Problem]:
    """A figure whose source, or the document in which it was met, was withdrawn: whether or not a brief shows it."""
    for figure in library.figures.values():
        if figure.derivation is not None or isinstance(figure.value, Missing):
            continue
        for key in dict.fromkeys(key for key in (*figure.cite, figure.via) if key):
            source = library.sources.get(key)
            notice = next((one for one in source.notices if one.kind == "retraction"), None) if source else None
            if notice is not None:
                message = f"`{_path(figure)}` rests on `{key}`, which was retracted ({notice.where})"
                way = "take the figure out, or cite a source that stands; what the paper said can be told in `notes:`"
                yield Problem(figure.where, "source-retracted", message, way)


def notice_unread(brief: Brief, library: Library) -> Iterator[Problem]:
    """A brief that rests on a document with a correction that nobody has read."""
    for key, where in _rests_on(brief, library).items():
        source = library.sources.get(key)
        for notice in source.notices if source else ():
            if notice.kind != "retraction" and not notice.read:
                what = "an expression of concern" if notice.kind == "concern" else "a correction"
                message = f"`{key}` has {what} that nobody has read ({notice.where})"
                way = f"read it, mend the figures, and set `read: true` in `evidence/sources/{key}.yaml`"
                yield Problem(where, "notice-passed" if notice.used_unread else "notice-unread", message, way)


def citation_differs(brief: Brief, library: Library) -> Iterator[Problem]:
    """A citation by hand beside figures that come from another source, without words of its own."""
    for sentence in said(brief):
        keys = {
            key
            for mark in sentence.marks
            for one in inputs_of(mark.use.figure, library)
            for key in _sources(one, library)
        }
        for citation in sentence.by_hand:
            if keys and citation.key not in keys and not citation.words and not citation.prefix:
                message = f"`@{citation.key}` is cited beside figures that come from {_named(sentence_keys(sentence, library))}"
                way = 'take it out, or give the words that it says: `[@key, p. 3, "words"]`'
                yield Problem(citation.where, "citation-differs", message, way)


def sentence_keys(sentence: object, library: Library) -> list[str]:
    """Keys of the sources that a sentence's figures come from, in their order."""
    marks = getattr(sentence, "marks", ())
    return list(dict.fromkeys(key for mark in marks for one in inputs_of(mark.use.figure, library) for key in one.cite))


def _named(keys: list[str]) -> str:
    return " and ".join(f"`{key}`" for key in keys)


def _sources(figure: Figure, library: Library) -> set[str]:
    """All that may be cited for a figure: its source, where it was met, and what else reports on its record."""
    record = library.record(figure.record)
    return {*figure.cite, *((figure.via,) if figure.via else ()), *(record.references if record else ())}


def _found_by_study(figure: Figure, library: Library) -> bool:
    """Whether a figure is what an investigation found, not where it was done or what somebody said of it."""
    record = library.record(figure.record)
    if isinstance(figure.value, Missing):
        return False
    if isinstance(record, Study | Synthesis):
        return result_of(figure, library) is not None or not isinstance(figure.value, Words)
    return isinstance(record, Cost) and record.study is not None and not isinstance(figure.value, Words)


def _rests_on(brief: Brief, library: Library) -> dict[str, Where]:
    """Every document that the brief cites, or in which one of its figures was met, and where it first does."""
    found: dict[str, Where] = {}
    for claim in brief.claims:
        for citation in claim.citations:
            found.setdefault(citation.key, citation.where if citation.where.file else claim.where)
        for use in claim.figures:
            for one in inputs_of(use.figure, library):
                if one.via:
                    found.setdefault(one.via, use.where)
    return {**dict.fromkeys(brief.cited, Where(brief.file, 0)), **found}


def _path(figure: Figure) -> str:
    return figure.address.partition(".")[2]
