"""Shows a figure as the ledger needs it: value, words in context, source and how it is held, with all its inputs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefkit.brief import Brief, Citation, FigureUse
from briefkit.figure import Figure
from briefkit.hold import UNSEEN, Hold
from briefkit.ledger.rows import CitedShown, FigureShown, SourceShown, WordsShown
from briefkit.ledger.spoken import lapsed_shown, verdict_shown
from briefkit.ledger.wording import UNRECORDED
from briefkit.library import Library
from briefkit.references.bibliography import Bibliography
from briefkit.render.held import held_words, notice_words, source_words
from briefkit.render.machine import words_link
from briefkit.render.markup import safe
from briefkit.values import Date, Missing, Quote
from briefkit.values.dates import read_date
from briefkit.values.write import attribute, date_text, full, price_note
from briefkit.verdicts.hashing import DEEPEST, document_key
from briefkit.verdicts.review import Review


@dataclass
class Shower:
    """Shows figures, citations and sources of one brief, each source once."""

    brief: Brief
    library: Library
    review: Review
    words: Mapping[Citation, Hold] = field(default_factory=dict)
    """What is known of the words of citations."""
    shown: dict[str, SourceShown] = field(default_factory=dict)
    """Every source that was shown so far, by key."""

    def use(self, use: FigureUse) -> FigureShown:
        """A figure where it stands in a claim."""
        return self.figure(use.figure, use.shown)

    def figure(self, figure: Figure, shown: str = "", depth: int = 0) -> FigureShown:
        """A figure, its inputs below it."""
        hold, units = self.library.hold(figure), self.library.vocabularies.units
        derivation, key = figure.derivation, document_key(figure)
        record = self.library.record(figure.record)
        judged = self.review.figures.get(figure.address)
        standing = self.review.on_figures
        return FigureShown(
            address=self._address(figure),
            label=figure.label,
            record=record.name if record else "",
            value=full(figure, units),
            shown=shown,
            state="" if isinstance(figure.value, Missing) or figure.local else self.library.held(figure),
            held=self._held(figure),
            found="" if derivation else _found(hold),
            locator=figure.at or "",
            source=self.source(key) if key else None,
            cited=tuple(one for one in map(self.source, figure.cite if figure.via else ()) if one),
            words=self._words(figure, hold),
            facts=self._facts(figure, hold),
            formula=derivation.formula if derivation else "",
            working=". ".join(one for one in (derivation.working, derivation.method) if one) if derivation else "",
            assumes=derivation.assumes if derivation else "",
            inputs=self._inputs(figure, depth),
            verdicts=tuple(verdict_shown(one) for one in standing.of(judged)) if judged else (),
            lapsed=tuple(lapsed_shown(one, judged) for one in standing.lapsed_of(judged)) if judged else (),
            hash=judged.hash if judged else "",
        )

    def _held(self, figure: Figure) -> str:
        """What the state alone does not say."""
        if isinstance(figure.value, Missing) or figure.local:
            return held_words(figure, self.library)
        if figure.derivation:
            return "Worked out by us; this is how the weakest of its figures is held."
        return "" if figure.quote else "No words of the source are recorded for it, so nothing has been checked."

    def _inputs(self, figure: Figure, depth: int) -> tuple[FigureShown, ...]:
        if figure.derivation is None or depth >= DEEPEST:
            return ()
        found = (self.brief.figures.get(one) or self.library.figure(one) for one in figure.derivation.inputs)
        return tuple(self.figure(one, "", depth + 1) for one in found if one is not None)

    def _address(self, figure: Figure) -> str:
        own = figure.address in self.brief.figures
        return figure.address.partition(".")[2] if own else self.library.short_address(figure.address)

    def _words(self, figure: Figure, hold: Hold) -> WordsShown | None:
        quote = figure.quote
        if quote is None:
            return None
        key = document_key(figure)
        return WordsShown(
            before=hold.before or (f"{quote.prefix} " if quote.prefix else ""),
            exact=quote.exact,
            after=hold.after or (f" {quote.suffix}" if quote.suffix else ""),
            lang=self._lang(key),
            link=self._link(key, quote),
        )

    def _link(self, key: str, quote: Quote) -> str:
        """A link that opens a source at the words; empty where it has no web address."""
        source = self.library.sources.get(key)
        address = source.address if source else None
        linked = address and address.startswith(("https://", "http://")) and "#" not in address
        return words_link(address, quote) if address and linked else ""

    def _lang(self, key: str) -> str:
        """The language of a source, where it is not that of the brief."""
        reference = self.library.references.get(key)
        lang = reference.lang if reference else ""
        return "" if lang.partition("-")[0] == self.brief.front.lang.partition("-")[0] else lang

    def _facts(self, figure: Figure, hold: Hold) -> tuple[tuple[str, str], ...]:
        period = figure.period
        facts = {
            "As of": date_text(figure.as_of) if figure.as_of else "",
            "Period": f"{date_text(period.start)} to {date_text(period.end)}" if period else "",
            "Uncertainty": attribute(figure, "interval", self.library.vocabularies.units) or "",
            "Prices": price_note(figure),
            "Subject": f"not in the quoted words: {figure.subject_not_in_quote}" if figure.subject_not_in_quote else "",
            "Year": f"not in the quoted words: {figure.year_from}" if figure.year_from else "",
            "Note": figure.note,
            "What is wrong": hold.why,
        }
        return tuple((term, text) for term, text in facts.items() if text)

    def cited(self, citation: Citation) -> CitedShown:
        """A citation that somebody wrote."""
        hold = self.words.get(citation, UNSEEN)
        words = WordsShown(
            before=hold.before,
            exact=citation.words,
            after=hold.after,
            lang=self._lang(citation.key),
            link=self._link(citation.key, Quote(exact=citation.words)),
        )
        return CitedShown(
            source=self.source(citation.key),
            key=citation.key,
            locator=citation.locator,
            words=words if citation.words else None,
            state=hold.state if citation.words else "",
            found=_found(hold) if citation.words else "",
            why=hold.why,
        )

    def source(self, key: str) -> SourceShown | None:
        """A source by its key; None of one that does not exist."""
        if key not in self.shown and key in self.library.references:
            self.shown[key] = self._source(key)
        return self.shown.get(key)

    def _source(self, key: str) -> SourceShown:
        source = self.library.sources.get(key)
        alone = Bibliography(self.library.references, self.library.sources, "author-date", [key])
        address = source.address if source else None
        kind = source_words(source)
        return SourceShown(
            key=key,
            anchor=f"source-{key}",
            name=alone.short(key),
            entry=safe("".join(entry.html for entry in alone.entries())),
            source_class=kind.partition(";")[0] or UNRECORDED,
            kind=kind or UNRECORDED,
            notices=notice_words(source),
            address=address if address and address.startswith(("https://", "http://")) else "",
        )


def _found(hold: Hold) -> str:
    """Where words were found, when, and what was folded to find them."""
    parts = [hold.place, _day(hold.on), f"folded: {', '.join(hold.folds)}" if hold.folds else ""]
    return "; ".join(part for part in parts if part)


def _day(iso: str) -> str:
    """`22 November 2026` from `2026-11-22`."""
    date = read_date(iso)
    return date_text(date) if isinstance(date, Date) else iso
