"""In words: how a figure is held, what sort of document its source is, and which notices stand against that."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from briefkit.figure import Figure
from briefkit.hold import Held
from briefkit.library import Library
from briefkit.reader_words import CHOICES
from briefkit.records.source import Source
from briefkit.values import Missing, MissingKind
from briefkit.values.write import date_text

READ = {"full_text": "read in full", "abstract": "only its abstract was read", "excerpt": "only an excerpt was read"}
NOTICES = {"correction": "a correction", "retraction": "a retraction", "concern": "an expression of concern"}
HELD: Mapping[Held, str] = {
    "exact": "Words found in our copy of the source.",
    "earlier": "Words found in a copy of the source before; the copy is not at hand now.",
    "witnessed": "Words seen in the source, or in a copy of it, on {day}; no copy is kept here.",
    "unseen": "Nobody has yet confirmed that these words stand in the source.",
    "failed": "These words were not found in our copy of the source.",
}
_MISSING: Mapping[MissingKind, str] = {
    "not_reported": "The source does not report it.",
    "not_applicable": "It does not apply here.",
    "not_seen": "We have not looked for it, or have not found a source.",
    "unclear": "What the source says of it is unclear.",
}


def held_words(figure: Figure, library: Library) -> str:
    """How the figure is held, as a reader should hear it."""
    if isinstance(figure.value, Missing):
        return _MISSING[figure.value.kind]
    state = library.held(figure)
    if figure.derivation is not None:
        return f"Worked out by us. The weakest of its figures: {_lowered(_said(state, figure, library))}"
    if figure.quote is None:
        return "No words of the source are recorded for it, so nothing has been checked."
    return _said(state, figure, library)


def _said(state: Held, figure: Figure, library: Library) -> str:
    """The state in words, with the day on which somebody saw them."""
    keys = _seen_in(figure, library)
    days = [source.witnessed for key in keys if (source := library.sources.get(key)) and source.witnessed]
    last = max(days, key=lambda day: (day.year, day.month or 0, day.day or 0), default=None)
    return HELD[state].format(day=date_text(last) if last else "a day that was not noted")


def _seen_in(figure: Figure, library: Library) -> tuple[str, ...]:
    if figure.derivation is None:
        return (figure.via,) if figure.via else figure.cite
    inputs = [library.figures[address] for address in figure.derivation.inputs if address in library.figures]
    return tuple(key for one in inputs for key in _seen_in(one, library))


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def source_words(source: Source | None) -> str:
    """Its class, and how much of it was read: `Trial report; only its abstract was read`."""
    if source is None:
        return ""
    words = CHOICES.get(source.source_class, source.source_class.replace("_", " "))
    return f"{words[:1].upper()}{words[1:]}; {READ[source.read]}"


def notice_words(source: Source | None) -> tuple[str, ...]:
    """Each notice that stands against it: `A correction was published (Lancet 2010;376:1); we have not read it`."""
    if source is None:
        return ()
    return tuple(
        f"There is {NOTICES[notice.kind]}: {notice.where}; {'we have read it' if notice.read else 'we have not read it'}."
        for notice in source.notices
    )


def copies_read(figures: Iterable[Figure], library: Library) -> dict[str, tuple[tuple[str, str], ...]]:
    """Where figures were met when not in their own source: by the source's key, name and address of each site."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    waiting = list(figures)
    while waiting:
        figure = waiting.pop(0)
        if figure.derivation is not None:
            waiting += [library.figures[one] for one in figure.derivation.inputs if one in library.figures]
            continue
        copy = library.sources.get(figure.via or "")
        if copy is not None and copy.address:
            site = urlsplit(copy.address).hostname or copy.address
            found.setdefault(figure.cite[0], {})[site.removeprefix("www."), copy.address] = None
    return {key: tuple(sites) for key, sites in found.items()}
