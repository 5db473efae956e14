"""Citation marks and the list of references of one brief in a style of the Citation Style Language.

It stands where the bibliography of a house style stands. What no style says stays ours: the name of a work in a source
note, what is cited but not in the bibliography, the archived copy after an entry.
"""

from collections.abc import Mapping, Sequence
from html import escape

from briefkit.brief import Citation, CitationGroup
from briefkit.csl.citeproc import Cite, Mode, StyledEntry, styled
from briefkit.csl.inlines import Said, said
from briefkit.csl.printed import added, printed
from briefkit.csl.vetting import Style
from briefkit.references.bibliography import Bibliography, Entry, Mark, anchor, joined, listed_marks, plain_mark
from briefkit.references.dates import day_words
from briefkit.references.item import Held, Item
from briefkit.references.leads import AUTHOR_DATE
from briefkit.references.reference import Reference
from briefkit.references.templates import entry as house_entry

_AROUND = {"(": ")", "[": "]"}


class StyledBibliography(Bibliography):
    """The references that one brief cites, printed by a style file."""

    def __init__(
        self,
        references: Mapping[str, Reference],
        sources: Mapping[str, Held],
        style: Style,
        groups: Sequence[CitationGroup],
        lang: str,
    ) -> None:
        """`groups` are all citations of the brief in the order of the page. Raises `PandocError` where the style cannot be
        followed.
        """
        cited = [citation.key for group in groups for citation in group.citations]
        super().__init__(references, sources, "numeric", cited)
        self._csl = style
        alone = [Cite((Citation(key),)) for key in self._items]
        cites = [cite for group in groups for cite in self._cites(group)]
        items = {key: printed(item, style) for key, item in self._items.items()}
        self._styled = styled(style, items, [*cites, *alone], lang)
        self._numbers = {entry.key: number for number, entry in enumerate(self._styled.entries, start=1)}
        self._lang = lang.partition("-")[0]

    @property
    def numeric(self) -> bool:
        """Whether the marks are numbers."""
        return self._csl.numbers

    def entries(self) -> list[Entry]:
        """The list of references, in the order of the style."""
        return [self._entry(entry) for entry in self._styled.entries]

    def short(self, key: str) -> str:
        """The work in a few words: as the style names it or, where it has but numbers, as we do, with its number."""
        if key not in self._items:
            return super().short(key)
        mark = self._said(Cite((Citation(key),))).text
        if self._csl.names:
            return _bare(mark)
        return f"{self.called(key)} {mark if mark[:1] in _AROUND else f'[{mark}]'}"

    def mark(self, group: CitationGroup) -> Mark:
        """The mark of one group; what citeproc was not asked for is shown as the house styles do."""
        cites = self._cites(group)
        if any(cite not in self._styled.cites for cite in cites):
            return super().mark(group)
        marks = [self._mark(cite) for cite in cites]
        if group.form == "narrative" and not self._csl.names:
            names = [plain_mark(f"{self._name(cite.citations[0].key)} ") for cite in cites]
            marks = [joined(both, "") for both in zip(names, marks, strict=True)]
        found = [listed_marks(marks)] if marks else []
        unknown = tuple(citation for citation in group.citations if citation.key not in self._items)
        if unknown:
            found.append(super().mark(CitationGroup(unknown, group.form, group.gathered)))
        return joined(found, " ")

    def _cites(self, group: CitationGroup) -> list[Cite]:
        """What citeproc is asked for; each work of a sentence that tells of several stands by itself."""
        bare = (Citation(one.key, one.locator, prefix=one.prefix) for one in group.citations if one.key in self._items)
        known = tuple(dict.fromkeys(bare))
        if group.form == "narrative":
            mode: Mode = "AuthorInText" if self._csl.names else "NormalCitation"
            return [Cite((citation,), mode) for citation in known]
        return [Cite(known, "SuppressAuthor" if group.form == "year" else "NormalCitation")] if known else []

    def _mark(self, cite: Cite) -> Mark:
        found = self._said(cite)
        if cite.mode == "AuthorInText" and found.text[:1] in _AROUND:
            return self._told(cite.citations[0])
        if "<a " in found.html:
            return Mark(found.html, found.text)
        key = cite.citations[0].key
        return Mark(self._link(key, found.html, found.text), found.text)

    def _said(self, cite: Cite) -> Said:
        return self._styled.cite(cite, self._link)

    def _link(self, key: str, html: str, text: str) -> str:
        """A link to the entry of a work."""
        named = self.called(key)
        label = text if named in text else f"{text}: {named}"
        return f'<a href="#{anchor(key)}" role="doc-biblioref" aria-label="Reference {escape(label)}">{html}</a>'

    def _entry(self, entry: StyledEntry) -> Entry:
        item = self._items[entry.key]
        found = said(entry.inlines)
        if not found.text.strip():
            return self._untold(entry.key)
        more, archived = added(item, found.text), _archived(item)
        html = self._with_language(found.html.strip(), item.reference) + escape(more, quote=False) + archived.html
        margin = said(entry.margin).text.strip()
        label = str(self._numbers[entry.key]) if self._csl.numbers else self.short(entry.key)
        return Entry(entry.key, anchor(entry.key), label, html, found.text.strip() + more + archived.text, margin)

    def _untold(self, key: str) -> Entry:
        """The entry of a work that the style does not list, such as a letter, as we list it: whoever reads a claim has to
        find what it rests on.
        """
        html, text = house_entry(self._items[key], AUTHOR_DATE)
        return Entry(key, anchor(key), self.short(key), html, text)

    def _with_language(self, html: str, reference: Reference) -> str:
        """The entry with its title marked as of another language, so that it is read out rightly."""
        title = escape(reference.title, quote=False)
        if not reference.lang or reference.lang == self._lang or " " not in title or html.count(title) != 1:
            return html
        before, _, after = html.partition(title)
        inside_tag = before.rpartition("<")[2].find(">") < 0 and "<" in before
        return html if inside_tag else f'{before}<span lang="{reference.lang}">{title}</span>{after}'


def _archived(item: Item) -> Said:
    """Where an archived copy lies, and of which day it is."""
    if not item.archived:
        return Said("", "")
    day = f" ({day_words(item.archived_on)})." if item.archived_on else ""
    link = f'<a href="{escape(item.archived)}" rel="external">{escape(item.archived, quote=False)}</a>'
    return Said(f" Archived at {link}{day}", f" Archived at {item.archived}{day}")


def _bare(mark: str) -> str:
    """A mark without the brackets round it."""
    end = _AROUND.get(mark[:1], "")
    return mark[1:-1] if end and mark.endswith(end) else mark
