"""Makes one column: its header with what all cells share, its cells with what they do not, and the notes to both."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.references.bibliography import Bibliography
from briefkit.tables.ask import ColumnAsk
from briefkit.tables.beside import cell_of
from briefkit.tables.fields import Content, Scope, named
from briefkit.tables.measures import Measured, measured, numeric, price_words, when
from briefkit.tables.notes import Notes
from briefkit.tables.settle import is_money
from briefkit.tables.table import Cell, Column
from briefkit.tables.words import assumed_words, calculation, interval_words, plain, quoted
from briefkit.values import Missing, Number, Range, Share, write

NOT_RECORDED = "not recorded"
"""For a field that a record does not have: nobody has looked, or nobody has written it down."""
_MISSING_TEXTS = {
    "not_reported": "not reported",
    "not_applicable": "not applicable",
    "not_seen": "not seen",
    "unclear": "unclear",
}
_SHORT_SCOPE = 32
"""Characters up to which what a cost covers stands in the cell itself; a longer one becomes a note."""

Made = tuple[Column, list[Cell]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """What making a column needs to know."""

    library: Library
    notes: Notes
    fields: frozenset[str]
    """Every field that has a column in this table."""


def column(
    ask: ColumnAsk, header: str, scopes: Sequence[Scope], contents: Sequence[Content | None], making: Making
) -> Made:
    """One column with its cells, one for each row."""
    views = [content.view for content in contents if content and content.view]
    counted = measured(views, header, making.library.vocabularies.units, noun=ask.unit)
    style = _Style(
        counted=counted,
        covers=_covers(views, making),
        making=making,
        lead=_one_lead(contents),
        assumed_above=counted.alike and _all_assumed(views),
        formula_above=bool(ask.formula),
    )
    cells = [style.cell(scope, content) for scope, content in zip(scopes, contents, strict=True)]
    lines_up = bool(views) and counted.alike and not style.covers and not _labelled(contents)
    return Column(
        key=ask.field or ask.formula or ask.header,
        header=header,
        unit=", ".join(part for part in (style.lead, counted.unit, counted.when) if part),
        align="right" if lines_up and all(numeric(view) or _missing(view) for view in views) else "left",
        notes=_column_notes(ask, views, style),
    ), cells


def _missing(view: Figure) -> bool:
    return isinstance(view.value, Missing)


def _labelled(contents: Sequence[Content | None]) -> bool:
    """Whether cells say more than their figure: an arm's name, or which measure it is."""
    leads = {content.lead for content in contents if content and content.view}
    return len(leads) > 1 or any(content.label for content in contents if content)


def _one_lead(contents: Sequence[Content | None]) -> str:
    """What all figures of a column measure (`odds ratio`), if it is one thing: then the header says it."""
    leads = {content.lead for content in contents if content and content.view}
    return leads.pop() if len(leads) == 1 else ""


def _covers(views: Sequence[Figure], making: Making) -> dict[str, str]:
    """What each amount covers, by its address, when the amounts of a column cover different things."""
    if "covers" in making.fields:
        return {}
    money = [view for view in views if is_money(view.unit)]
    said = {view.address: making.library.field(view.record, "covers") for view in money}
    texts = {address: text for address, text in said.items() if isinstance(text, str)}
    return texts if len({texts.get(view.address) for view in money}) > 1 else {}


def _column_notes(ask: ColumnAsk, views: Sequence[Figure], style: "_Style") -> tuple[int, ...]:
    """Notes that belong to the header."""
    notes = style.making.notes
    out = [notes.number(calculation(ask.formula, ask.assumes))] if ask.formula else []
    differences = [*style.counted.differences, *(["what they cover"] if style.covers else [])]
    if differences:
        words = " and ".join([", ".join(differences[:-1]), differences[-1]]) if len(differences) > 1 else differences[0]
        out.append(notes.number(f"These figures differ in {words}; they cannot be compared directly."))
    if style.assumed_above:
        out.append(notes.number(next(words for view in views if (words := assumed_words(view)))))
    return tuple(out)


def _all_assumed(views: Sequence[Figure]) -> bool:
    """Whether every amount of a column has an assumed price year."""
    years = [view.price_year for view in views if not isinstance(view.value, Missing)]
    return bool(years) and all(year is not None and year.assumed for year in years)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """How the cells of one column are written."""

    counted: Measured
    covers: dict[str, str]
    """What each amount covers, by its address; empty when all cover the same."""
    making: Making
    lead: str
    """What all figures measure, when the header says it."""
    assumed_above: bool
    """True when a note in the header says that the price year is assumed."""
    formula_above: bool
    """True when a note in the header says how the figures were worked out."""

    def cell(self, scope: Scope, content: Content | None) -> Cell:
        """One cell."""
        if content is not None and content.beside is not None:
            return cell_of(content.beside, self.making.library, self.making.notes)
        if content is None or (content.figure is None and not content.texts):
            return Cell(text=content.absent if content and content.absent else NOT_RECORDED, missing=True)
        if content.view is None:
            return self.words(scope, content)
        if isinstance(content.view.value, Missing):
            text = write.missing_words(content.view.value.kind)
            return Cell(text=_with_label(text, content), figure=content.figure, missing=True)
        text = _with_label(self.amount(content.view, content.figure), content)
        lead = f"{content.lead} " if content.lead and not self.lead else ""
        shown = content.view if content.view != content.figure else None
        return Cell(text=lead + text, figure=content.figure, notes=self.notes(content.view), shown=shown)

    def words(self, scope: Scope, content: Content) -> Cell:
        """A cell of a text field."""
        if len(content.texts) == 1 and content.texts[0] in _MISSING_TEXTS:
            return Cell(text=_MISSING_TEXTS[content.texts[0]], missing=True)
        text = words_of(content, scope, self.making.library)
        return Cell(text=text or NOT_RECORDED, figure=content.figure, missing=not text)

    def amount(self, view: Figure, whole: Figure | None) -> str:
        """A figure's text, with what the header does not say."""
        units = self.making.library.vocabularies.units
        if not isinstance(view.value, Number | Range | Share):
            return quoted(view) or write.short(view, units)
        bare = self.counted.alike and not (self.counted.shares and view.unit == "percent")
        if view.unit == "percent" and whole is not None and isinstance(whole.value, Share):
            percent = write.attribute(whole, "percent", units) or ""
            text = percent.removesuffix("%") if bare else percent
        else:
            text = plain(view) if bare or isinstance(view.value, Share) else write.full(view, units)
        beside = [interval_words(view, units, bare=self.counted.alike)]
        beside.append("" if self.counted.alike else price_words(view))
        scope = self.covers.get(view.address, "")
        beside.append(scope if len(scope) <= _SHORT_SCOPE and not self.long_scopes() else "")
        beside.append(when(view) if self.counted.when_differs else "")
        said = "; ".join(part for part in beside if part)
        return f"{text} ({said})" if said else text

    def notes(self, view: Figure) -> tuple[int, ...]:
        """The notes of one cell: what it covers, and that its price year is assumed."""
        out = []
        if self.covers and self.long_scopes():
            scope = self.covers.get(view.address, "what the source does not say")
            out.append(self.making.notes.number(f"Covers {scope.rstrip('.')}."))
        derivation = view.derivation
        if derivation and not self.formula_above:
            told = calculation(derivation.formula, derivation.assumes, derivation.method)
            out.append(self.making.notes.number(told))
        elif derivation and derivation.method:
            out.append(self.making.notes.number(derivation.method))
        if assumed_words(view) and not self.assumed_above:
            out.append(self.making.notes.number(assumed_words(view)))
        return tuple(out)

    def long_scopes(self) -> bool:
        """Whether what the amounts cover is too long for cells."""
        return any(len(scope) > _SHORT_SCOPE for scope in self.covers.values())


def _with_label(text: str, content: Content) -> str:
    """The text with the arm's name behind it."""
    return f"{text}, {content.label}" if content.label else text


def text_of(view: Figure, library: Library) -> str:
    """A figure in words, for groups and order."""
    return write.short(view, library.vocabularies.units)


def words_of(content: Content, scope: Scope, library: Library) -> str:
    """The texts of a field as readers see them."""
    if named(library, scope.record, content.path) == "reference":
        short = Bibliography(library.references, {}, "author-date", ()).short
        return "; ".join(short(key) for key in content.texts)
    label = library.label
    return ", ".join(label(scope.record, content.path, text) if content.path else text for text in content.texts)
