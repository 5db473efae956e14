"""In words: how a figure is held, what sort of document its source is, and which notices stand against that."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from briefkit.figure import Figure
from briefkit.hold import STRENGTH, Held, Hold
from briefkit.library import Library
from briefkit.reader_words import CHOICES
from briefkit.records.source import Source
from briefkit.values import Date, Missing, MissingKind
from briefkit.values.write import date_text

READ = {"full_text": "read in full", "abstract": "only its abstract was read", "excerpt": "only an excerpt was read"}
NOTICES = {"correction": "a correction", "retraction": "a retraction", "concern": "an expression of concern"}
HELD: Mapping[Held, str] = {
    "exact": "Words found in our copy of the source{place}.",
    "earlier": "Words found in a copy of the source{place}, last on {day}; the copy is not at hand now.",
    "witnessed": "Words seen in the source, or in a copy of it, on {day}; no copy is kept here.",
    "unseen": "Nobody has yet confirmed that these words stand in the source.",
    "failed": "The source, as far as we hold it, does not bear these words out.",
}
LOCAL = {
    "given": "Local figure given by the office for this edition, not from the evidence base: nobody has checked it.",
    "resting": "Worked out by us from a local figure that the office gave: an assumption of this edition, not evidence.",
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
    if figure.local:
        return LOCAL[figure.local]
    if figure.derivation is not None:
        weakest = _weakest(figure, library)
        said = _said(library.hold(weakest)) if weakest is not None else HELD["unseen"]
        return f"Worked out by us. The weakest of its figures: {_lowered(said)}"
    if figure.quote is None:
        return "No words of the source are recorded for it, so nothing has been checked."
    return _said(library.hold(figure))


def _said(hold: Hold) -> str:
    """The state in words, with the place, the day, and what the source prints in another way."""
    place = f", {hold.place}" if hold.place else ""
    words = HELD[hold.state].format(place=place, day=_day(hold.on) or "a day that was not noted")
    return f"{words} Not counted as different: {', '.join(hold.folds)}." if hold.folds else words


def _day(iso: str) -> str:
    """`22 November 2026` from `2026-11-22`; empty when there is no day."""
    if not iso:
        return ""
    year, month, day = (int(part) for part in iso.split("-"))
    return date_text(Date(year, month, day))


def _weakest(figure: Figure, library: Library) -> Figure | None:
    """The figure among those that a derived one rests on that is held worst."""
    inputs = [
        library.figures[address]
        for address in (figure.derivation.inputs if figure.derivation else ())
        if address in library.figures
    ]
    found = [_weakest(one, library) if one.derivation else one for one in inputs]
    known = [one for one in found if one is not None]
    return min(known, key=lambda one: STRENGTH.index(library.held(one)), default=None)


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
        + (f" {notice.used_unread}" if notice.used_unread and not notice.read else "")
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
