"""Citation marks and the list of references of one brief, in one of the two house styles."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Literal

from briefkit.brief import Citation, CitationGroup
from briefkit.references.item import WHOLE, Held, Item, make_item
from briefkit.references.leads import AUTHOR_DATE, NUMERIC, first_name
from briefkit.references.names import sort_text
from briefkit.references.reference import Reference
from briefkit.references.templates import entry

Style = Literal["numeric", "author-date"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A citation mark in a sentence or cell."""

    html: str
    """With links to the entries; escaped."""
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the list of references."""

    key: str
    anchor: str
    """Id that its element must carry: `ref-strang2010`."""
    label: str
    """What marks call it: `3`, or `Strang et al., 2010`."""
    html: str
    """Escaped, with links; what goes inside the element."""
    text: str
    margin: str = ""
    """What stands before it in the list: `3.`; empty in a list by the alphabet."""


def anchor(key: str) -> str:
    """Id of a reference's entry on a page."""
    return "ref-" + re.sub(r"[^\w:.+-]", "_", key)


class Bibliography:
    """The references that one brief cites.

    Give it every reference and source of the base; `cited` are the keys of the brief in order of first citation.
    """

    def __init__(
        self,
        references: Mapping[str, Reference],
        sources: Mapping[str, Held],
        style: Style,
        cited: Sequence[str],
    ) -> None:
        keys = [key for key in dict.fromkeys(cited) if key in references]
        made = {key: make_item(references[key], sources.get(key)) for key in keys}
        if style == AUTHOR_DATE and len(keys) > 1:
            keys.sort(key=lambda key: _order(made[key]))
            made = _lettered({key: made[key] for key in keys})
        self._style = style
        self._items = {key: made[key] for key in keys}
        self._numbers = {key: number for number, key in enumerate(keys, start=1)}
        self._references = references

    @property
    def numeric(self) -> bool:
        """Whether the marks are numbers."""
        return self._style == NUMERIC

    def entries(self) -> list[Entry]:
        """The list of references: by first citation (numeric) or by the alphabet (author-date)."""
        made = ((key, item, entry(item, self._style)) for key, item in self._items.items())
        margins = {key: f"{number}." for key, number in self._numbers.items()} if self.numeric else {}
        return [
            Entry(key, anchor(key), self._label(key, item), html, text, margins.get(key, ""))
            for key, item, (html, text) in made
        ]

    def short(self, key: str) -> str:
        """The work in a few words, for source notes: `Strang et al., 2010`, with its number in the numeric style."""
        number = self._numbers.get(key) if self._style == NUMERIC else None
        return self.called(key) + (f" [{number}]" if number else "")

    def called(self, key: str) -> str:
        """The work by name and year, whatever the style; its key when there is none."""
        item = self._item(key)
        return _name_and_year(item) if item else key

    def mark(self, group: CitationGroup) -> Mark:
        """The mark of one group: `[3, p. 4; 5]`, `(Strang et al., 2010, p. 3)`, `Strang et al. (2010)`."""
        citations = _once(group.citations)
        if group.gathered and self._style == NUMERIC:
            citations.sort(key=lambda citation: self._numbers.get(citation.key, 0))
        if self._style == NUMERIC:
            return self._numeric(citations, group.form)
        return self._author_date(citations, group.form)

    def _numeric(self, citations: list[Citation], form: str) -> Mark:
        marks = [self._linked(citation, self._number(citation.key), citation.locator) for citation in citations]
        if form == "narrative":
            named = [
                joined([plain_mark(f"{self._name(citation.key)} ["), mark, plain_mark("]")], "")
                for citation, mark in zip(citations, marks, strict=True)
            ]
            return listed_marks(named)
        joint = "; " if any(citation.locator or citation.prefix for citation in citations) else ", "
        return joined([plain_mark("["), joined(marks, joint), plain_mark("]")], "")

    def _author_date(self, citations: list[Citation], form: str) -> Mark:
        if form == "narrative":
            return listed_marks([self._told(citation) for citation in citations])
        marks, before = [], ""
        for citation in citations:
            name = self._name(citation.key)
            shown = self._year(citation.key) if form == "year" or name == before else self._named(citation.key)
            marks.append(self._linked(citation, shown, citation.locator))
            before = "" if citation.locator else name
        return joined([plain_mark("("), joined(marks, "; "), plain_mark(")")], "")

    def _told(self, citation: Citation) -> Mark:
        """`Strang et al. (2010, p. 3)`."""
        item = self._item(citation.key)
        if item is not None and item.year_in_title:
            return self._linked(citation, item.name, citation.locator)
        mark = self._linked(citation, self._year(citation.key), citation.locator)
        return joined([plain_mark(f"{self._name(citation.key)} ("), mark, plain_mark(")")], "")

    def _linked(self, citation: Citation, shown: str, locator: str) -> Mark:
        """One citation: its words before it, the link, its locator."""
        text = f"{shown}, {_locator(locator)}" if locator else shown
        prefix = f"{citation.prefix.strip()} " if citation.prefix.strip() else ""
        if citation.key not in self._items:
            return Mark(f'{escape(prefix)}<span class="uncited">{escape(text)}</span>', prefix + text)
        named = _name_and_year(self._items[citation.key])
        label = text if named in text else f"{text}: {named}"
        link = f'<a href="#{anchor(citation.key)}" role="doc-biblioref" aria-label="Reference {escape(label)}">'
        return Mark(f"{escape(prefix)}{link}{escape(text)}</a>", prefix + text)

    def _item(self, key: str) -> Item | None:
        """The reference, also when the brief does not list it."""
        if key in self._items:
            return self._items[key]
        other = self._references.get(key)
        return make_item(other, None) if other else None

    def _label(self, key: str, item: Item) -> str:
        return str(self._numbers[key]) if self._style == NUMERIC else _name_and_year(item)

    def _number(self, key: str) -> str:
        return str(self._numbers[key]) if key in self._numbers else self._named(key)

    def _name(self, key: str) -> str:
        item = self._item(key)
        return _quoted(item) if item else key

    def _year(self, key: str) -> str:
        item = self._item(key)
        return (_quoted(item) if item.year_in_title else item.year) if item else "?"

    def _named(self, key: str) -> str:
        item = self._item(key)
        return _name_and_year(item) if item else f"{key}?"


def _order(item: Item) -> tuple[object, ...]:
    """Where the entry stands in an alphabetical list: by its first name, by what it is cited as, year, and title."""
    reference = item.reference
    begin = reference.title if item.lead == "title" else first_name(item)
    name, title = sort_text(item.name), sort_text(reference.title)
    return sort_text(begin), name, (reference.issued is None, item.year), title, reference.key


def _lettered(items: Mapping[str, Item]) -> dict[str, Item]:
    """The items, those that would be cited alike told apart by letters: 2020a, 2020b."""
    alike: dict[tuple[str, str], list[str]] = {}
    for key, item in items.items():
        alike.setdefault((item.name.casefold(), item.year), []).append(key)
    letters = {key: _letter(at) for keys in alike.values() if len(keys) > 1 for at, key in enumerate(keys)}
    return {key: replace(item, year=_with_letter(item.year, letters.get(key, ""))) for key, item in items.items()}


def _letter(at: int) -> str:
    return (_letter(at // 26 - 1) if at >= 26 else "") + chr(ord("a") + at % 26)


def _with_letter(year: str, letter: str) -> str:
    return f"{year}-{letter}" if letter and year[-1] not in "0123456789]" else f"{year}{letter}"


def _quoted(item: Item) -> str:
    """The name; a title that stands for one has quotation marks when it is a part of a work."""
    part = item.lead == "title" and item.reference.type not in WHOLE and not item.name.startswith("[")
    return f"‘{item.name}’" if part else item.name


def _name_and_year(item: Item) -> str:
    return _quoted(item) if item.year_in_title else f"{_quoted(item)}, {item.year}"


def _locator(text: str) -> str:
    """`p. 3` with a blank that does not break, ranges with an en dash."""
    return re.sub(r"(?<=\d)\s*--?\s*(?=\d)", "–", re.sub(r"\b(pp?\.)\s+(?=\w)", "\\1\u00a0", text.strip()))


def _once(citations: Sequence[Citation]) -> list[Citation]:
    """The citations, each work and locator once."""
    return list({(citation.key, citation.locator, citation.prefix): citation for citation in citations}.values())


def plain_mark(text: str) -> Mark:
    """Plain text as a mark."""
    return Mark(escape(text, quote=False), text)


def joined(marks: Sequence[Mark], joint: str) -> Mark:
    """Several marks as one, with a plain joint between them."""
    return Mark(joint.join(mark.html for mark in marks), joint.join(mark.text for mark in marks))


def listed_marks(marks: Sequence[Mark]) -> Mark:
    """Several as a sentence lists them: `A (2010), B (2011) and C (2012)`."""
    if len(marks) < 2:
        return joined(marks, "")
    return joined([joined(marks[:-1], ", "), marks[-1]], " and ")
