"""Elements of a page to the tags of a PDF: which standard structure type each becomes, in what order they nest.

Elements that mean nothing to a listener (`div`, `span`, `em`) leave no tag behind. Text that stands loose between blocks
becomes a paragraph, and what is in another language says so.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import count, groupby

from briefkit.pdf.structure import Kid, Mark, Part, Tag

GROUPS = {
    "article": "Art",
    "aside": "Sect",
    "blockquote": "BlockQuote",
    "figure": "Div",
    "main": "Part",
    "section": "Sect",
}
PARAGRAPHS = {
    **dict.fromkeys(("address", "legend", "p", "pre", "summary"), "P"),
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    "caption": "Caption",
    "figcaption": "Caption",
}
INLINE = {"code": "Code", "kbd": "Code", "samp": "Code", "q": "Quote", "a": "Link"}
LOOSE = frozenset({"Annot", "BibEntry", "Code", "Link", "Note", "Quote", "Reference", "Span"})
"""Tags that run along in a line."""
BLOCKS = frozenset({"", "body", "details", "div", "fieldset", "footer", "form", "header", "hgroup", "html"})
"""Elements that leave no tag, but whose text is a paragraph of its own."""
ENTRY = "entry"
"""Class of one entry of the list of references."""
REFERRING = frozenset({"cite", "note-mark"})
"""Classes of what refers to something at another place: the mark of a source or of a note."""

Shape = Callable[["Shaper", Part, str], list[Kid]]
"""How one sort of element becomes tags; the last argument is the language around it."""


class Shaper:
    """Shapes the parts of one document. `shapes` are the elements with ways of their own, by name."""

    def __init__(self, shapes: Mapping[str, Shape]) -> None:
        self._shapes = shapes
        self._numbers = count(1)

    def number(self) -> int:
        """A number that nothing else of this document has."""
        return next(self._numbers)

    def document(self, whole: Part) -> Tag:
        """The root of the tags."""
        language = whole.attributes["lang"]
        return Tag("Document", paragraphs(self.kids(whole, language)), lang=language)

    def kids(self, part: Part, language: str) -> list[Kid]:
        """The tags of everything within a part."""
        found: list[Kid] = []
        for kid in part.kids:
            found += self.shaped(kid, language) if isinstance(kid, Part) else [kid]
        return found

    def shaped(self, part: Part, language: str) -> list[Kid]:
        """The tags of a part; several where it leaves none of its own."""
        own = part.attributes.get("lang") or part.attributes.get("xml:lang") or language
        shape = self._shapes.get(part.name) if not part.pseudo else None
        made = shape(self, part, own) if shape else self._plain(part, own)
        return made if own == language else _spoken(made, own)

    def _plain(self, part: Part, language: str) -> list[Kid]:
        kids = self.kids(part, language)
        if part.pseudo:
            return kids
        if part.name in GROUPS:
            return _unless_empty(Tag(GROUPS[part.name], paragraphs(kids)))
        tag = Tag(_kind(part), kids, expansion=part.attributes.get("title", "") if part.name == "abbr" else "")
        if tag.kind:
            return _unless_empty(tag)
        return paragraphs(kids) if part.name in BLOCKS else kids


def _kind(part: Part) -> str:
    """The structure type of an element that holds text; empty for one that leaves no tag."""
    if ENTRY in part.classes:
        return "BibEntry"
    if part.classes & REFERRING:
        return "Reference"
    if part.name == "abbr":
        return "Span" if part.attributes.get("title") else ""
    return PARAGRAPHS.get(part.name) or INLINE.get(part.name, "")


def picture(_shaper: Shaper, part: Part, _language: str) -> list[Kid]:
    """The tag of a picture: its words, and where on the page it stands."""
    marks = [kid for kid in part.kids if isinstance(kid, Mark)]
    if not marks or part.area is None:
        return []
    place = {"O": "Layout", "Placement": "Block", "BBox": part.area}
    return [Tag("Figure", [*marks], alt=part.label, attributes=place)]


def paragraphs(kids: Iterable[Kid]) -> list[Kid]:
    """The same with everything that stands loose in paragraphs; spaces between blocks are gone."""
    found: list[Kid] = []
    for loose, run in groupby(kids, _is_loose):
        some = list(run)
        if not loose:
            found += some
        elif not all(isinstance(kid, Mark) and kid.blank for kid in some):
            found.append(Tag("P", some))
    return found


def _is_loose(kid: Kid) -> bool:
    return not isinstance(kid, Tag) or kid.kind in LOOSE


def _unless_empty(tag: Tag) -> list[Kid]:
    return [tag] if tag.kids else []


def _spoken(made: list[Kid], language: str) -> list[Kid]:
    """The same, said to be in a language: by a tag around what has none."""
    tags = [kid for kid in made if isinstance(kid, Tag)]
    if len(tags) < len(made):
        return [Tag("Span", made, lang=language)]
    for tag in tags:
        tag.lang = tag.lang or language
    return made
