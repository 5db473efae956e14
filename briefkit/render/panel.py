"""What the panel of a figure says: everything that a sceptical reader needs to find the figure in its source again."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from briefkit.brief import Brief
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.references.bibliography import Bibliography
from briefkit.render.held import held_words, notice_words, source_words
from briefkit.render.machine import panel_id, words_link
from briefkit.values import Date, Quote
from briefkit.values.write import attribute, date_text, full, price_note


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceShown:
    """One source of a figure."""

    label: str
    """Its number in the list of references; empty where it has none."""
    entry: Markup
    """The formatted reference."""
    kind: str
    """What sort of document it is, and how much of it was read."""
    notices: tuple[str, ...]
    read_in: bool
    """True for the document in which the figure was met, when that is not its own source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLink:
    """Another figure, with its own panel."""

    panel: str
    """Id of its panel."""
    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One panel."""

    id: str
    address: str
    paste: str
    """What to paste into a brief to use the figure again."""
    label: str
    record: str
    """Title of its record; empty for a figure of the brief's own."""
    value: str
    """In full."""
    held: str
    state: str
    """How it is held, as one word."""
    sources: tuple[SourceShown, ...]
    quote: Quote | None
    before: str
    """What stands before the quoted words in our copy of the source; where there is none, what the record says of it."""
    after: str
    quote_lang: str
    quote_link: str
    """Opens the source at the quoted words; empty where there is no web address."""
    facts: tuple[tuple[str, str], ...]
    """Further terms and what they are: locator, prices, date, period, interval, notes."""
    formula: str
    working: str
    method: str
    """Of converted money the series and factors, in sentences; empty for anything else."""
    assumes: str
    inputs: tuple[FigureLink, ...]
    conflicts: tuple[FigureLink, ...]
    preferred_because: str


class Panels:
    """Makes panels, for the figures of one brief."""

    def __init__(self, brief: Brief, library: Library, bibliography: Bibliography) -> None:
        self._brief, self._library, self._bibliography = brief, library, bibliography
        self._entries = {entry.key: entry for entry in bibliography.entries()}
        self._units = library.vocabularies.units

    def panel(self, figure: Figure) -> tuple[Panel, list[Figure]]:
        """The panel of a figure, and the figures that it leads on to."""
        derivation = figure.derivation
        inputs = self._found(derivation.inputs) if derivation else []
        conflicts = self._found(figure.conflicts_with)
        record = self._library.record(figure.record)
        hold = self._library.hold(figure)
        panel = Panel(
            id=panel_id(figure.address),
            address=figure.address,
            paste="{{ " + self._paste(figure) + " }}",
            label=figure.label,
            record=record.title if record else "",
            value=full(figure, self._units),
            held=held_words(figure, self._library),
            state=self._library.held(figure),
            sources=self._sources(figure),
            quote=figure.quote,
            before=hold.before or (f"{figure.quote.prefix} " if figure.quote and figure.quote.prefix else ""),
            after=hold.after or (f" {figure.quote.suffix}" if figure.quote and figure.quote.suffix else ""),
            quote_lang=self._lang(figure),
            quote_link=self._link(figure),
            facts=self._facts(figure),
            formula=derivation.formula if derivation else "",
            working=derivation.working if derivation else "",
            method=derivation.method if derivation else "",
            assumes=derivation.assumes if derivation else "",
            inputs=self._links(inputs),
            conflicts=self._links(conflicts),
            preferred_because=figure.preferred_because,
        )
        return panel, [*inputs, *conflicts]

    def _found(self, addresses: tuple[str, ...]) -> list[Figure]:
        found = (self._library.figure(address) or self._brief.figures.get(address) for address in addresses)
        return [figure for figure in found if figure is not None]

    def _links(self, figures: list[Figure]) -> tuple[FigureLink, ...]:
        return tuple(
            FigureLink(panel=panel_id(one.address), label=one.label, value=full(one, self._units)) for one in figures
        )

    def _paste(self, figure: Figure) -> str:
        own = figure.address in self._brief.figures
        return figure.address.partition(".")[2] if own else self._library.short_address(figure.address)

    def _sources(self, figure: Figure) -> tuple[SourceShown, ...]:
        own = [self._source(key, read_in=False) for key in figure.cite]
        return tuple([*own, self._source(figure.via, read_in=True)] if figure.via else own)

    def _source(self, key: str, *, read_in: bool) -> SourceShown:
        entry = self._entries.get(key)
        source = self._library.sources.get(key)
        return SourceShown(
            label=entry.label if entry and entry.label.isdigit() else "",
            entry=Markup(entry.html if entry else self._unlisted(key)),  # noqa: S704  escaped by the bibliography
            kind=source_words(source),
            notices=notice_words(source),
            read_in=read_in,
        )

    def _unlisted(self, key: str) -> str:
        """The entry of a reference that the brief does not list."""
        alone = Bibliography(self._library.references, self._library.sources, "author-date", [key]).entries()
        return alone[0].html if alone else str(Markup.escape(key))

    def _lang(self, figure: Figure) -> str:
        """The language of the quoted words, where it is not that of the brief."""
        reference = self._library.references.get(figure.via or next(iter(figure.cite), ""))
        lang = reference.lang if reference else ""
        return "" if lang.partition("-")[0] == self._brief.front.lang.partition("-")[0] else lang

    def _link(self, figure: Figure) -> str:
        source = self._library.sources.get(figure.via or next(iter(figure.cite), ""))
        address = source.address if source else None
        if figure.quote is None or not address or not address.startswith(("https://", "http://")) or "#" in address:
            return ""
        return words_link(address, figure.quote)

    def _facts(self, figure: Figure) -> tuple[tuple[str, str], ...]:
        period = f"{_day(figure.period.start)} to {_day(figure.period.end)}" if figure.period else ""
        facts: Mapping[str, str] = {
            "Place in the source": figure.at or "",
            "As of": _day(figure.as_of) if figure.as_of else "",
            "Period": period,
            "Uncertainty": attribute(figure, "interval", self._units) or "",
            "Per cent": attribute(figure, "percent1", self._units) or "" if figure.unit != "percent" else "",
            "Prices": price_note(figure),
            "What it is about": f"Not in the quoted words: {figure.subject_not_in_quote}."
            if figure.subject_not_in_quote
            else "",
            "Year": f"Not in the quoted words, but taken from: {figure.year_from}." if figure.year_from else "",
            "How it follows": figure.value_from,
            "Note": figure.note,
        }
        return tuple((term, text) for term, text in facts.items() if text)


def _day(date: Date) -> str:
    return date_text(date)
