"""The tags of a document into its file, in place of those that WeasyPrint would write. Home of pydyf, in which it writes.

Every mark in the drawing of a page gets either its place in the tags or the sign of an artifact, and none is both.
"""

from collections.abc import Iterator, Mapping
from logging import getLogger
from typing import Any

from pydyf import Array, Dictionary, String

from briefkit.pdf.lists import contents, described, description, item, listed, term
from briefkit.pdf.reading import HIDDEN, Artifact, Reading
from briefkit.pdf.shaping import Shaper, picture
from briefkit.pdf.structure import Annotation, Mark, Tag
from briefkit.pdf.tables import cell, table

SHAPES = {
    "dd": description,
    "dl": described,
    "dt": term,
    "img": picture,
    "li": item,
    "nav": contents,
    "ol": listed,
    "svg": picture,
    "table": table,
    "td": cell,
    "th": cell,
    "ul": listed,
}
LOG = getLogger("weasyprint")
"""Where the printer tells of what is wrong with a page."""
Numbers = dict[tuple[int, int], int]
"""The number of each mark that is read, by its page and the number that it had before."""


def add_tags(pdf: Any, document: Any, _version: Any, streams: list[Any]) -> None:
    """Write the tags of a laid out document, whose pages were drawn into `streams`, into the file to be.

    This is what WeasyPrint calls for it: arguments and names in `document` are WeasyPrint's.
    """
    language = document.metadata.lang or ""
    reading = Reading(language)
    for number, (page, stream) in enumerate(zip(document.pages, streams, strict=True)):
        reading.add(number, page._page_box, stream._tags)  # noqa: SLF001  it gives no other way to its boxes
    root = Shaper(SHAPES).document(reading.whole)
    numbers = _signed(streams, {(mark.page, mark.mcid): mark for mark in _marks(root)}, reading.artifacts)
    _Writer(pdf, numbers, len(streams)).write(root)
    for area in reading.merged:
        page = pdf.objects[int(pdf.page_references[area.page].split()[0])]
        page["Annots"].remove(area.dictionary.reference)
    pdf.catalog["ViewerPreferences"] = Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["MarkInfo"] = Dictionary({"Marked": "true"})
    if not language:
        LOG.error('the page does not say its language: `<html lang="en-GB">`')
    for name in reading.undescribed:
        LOG.error("the picture `%s` has no words that stand for it (`alt`)", name)


def _marks(tag: Tag) -> Iterator[Mark]:
    """Every mark below a tag, in reading order."""
    for kid in tag.kids:
        if isinstance(kid, Mark):
            yield kid
        elif isinstance(kid, Tag):
            yield from _marks(kid)


def _signed(
    streams: list[Any], read: Mapping[tuple[int, int], Mark], artifacts: Mapping[tuple[int, int], Artifact]
) -> Numbers:
    """Number the marks that are read anew, page by page as they are drawn, and make artifacts of all others."""
    numbers: Numbers = {}
    for page, stream in enumerate(streams):
        drawn, count = stream.stream, 0
        for place in [place for place, part in enumerate(drawn) if isinstance(part, dict) and "MCID" in part]:
            key = (page, drawn[place]["MCID"])
            if key in read:
                numbers[key] = drawn[place]["MCID"] = count
                count += 1
                if read[key].blank:
                    drawn[place]["ActualText"] = String(" ")
            else:
                kind, below = artifacts.get(key, HIDDEN)
                drawn[place - 1] = "/Artifact"
                drawn[place] = Dictionary({"Type": f"/{kind}"} | ({"Subtype": f"/{below}"} if below else {}))
    for page in sorted({page for page, _ in read.keys() - numbers.keys()}):
        LOG.error("page %s has text that is see-through (`opacity`), which cannot be read aloud", page + 1)
    return numbers


class _Writer:
    """Writes one tree of tags, and the ways back to it from the pages and from what is clicked."""

    def __init__(self, pdf: Any, numbers: Numbers, pages: int) -> None:
        self._pdf, self._numbers = pdf, numbers
        self._owners: list[dict[int, Any]] = [{} for _ in range(pages)]
        """The element that each mark of a page belongs to."""
        self._clicked: list[tuple[Any, Any]] = []
        self._ids: dict[str, Any] = {}

    def write(self, root: Tag) -> None:
        """The tree into the file."""
        tree = self._object({"Type": "/StructTreeRoot"})
        tree["K"] = Array([self._element(root, tree)[0].reference])
        ways: list[Any] = []
        for page, owners in enumerate(self._owners):
            ways += [page, Array([owners[number] for number in sorted(owners)])]
        for number, (annotation, reference) in enumerate(self._clicked, len(self._owners)):
            annotation["StructParent"] = number
            ways += [number, reference]
        tree["ParentTree"] = self._object({"Nums": Array(ways)}).reference
        tree["ParentTreeNextKey"] = len(self._owners) + len(self._clicked)
        if self._ids:
            names = [part for key in sorted(self._ids) for part in (String(key), self._ids[key])]
            tree["IDTree"] = self._object({"Names": Array(names)}).reference
        self._pdf.catalog["StructTreeRoot"] = tree.reference

    def _object(self, values: dict[str, Any]) -> Any:
        made = Dictionary(values)
        self._pdf.add_object(made)
        return made

    def _element(self, tag: Tag, parent: Any) -> tuple[Any, int]:
        """A tag with everything below it, and the first page that it is on (-1 for one without content)."""
        made = self._object({"Type": "/StructElem", "S": f"/{tag.kind}", "P": parent.reference} | _said(tag))
        if tag.id:
            self._ids[tag.id] = made.reference
        kids: list[Any] = []
        home = next((kid.page for kid in tag.kids if not isinstance(kid, Tag) and self._drawn(kid)), -1)
        first = home
        for kid in tag.kids:
            if isinstance(kid, Tag):
                below, page = self._element(kid, made)
                kids.append(below.reference)
                first = page if first < 0 else min(first, page) if page >= 0 else first
            elif isinstance(kid, Annotation):
                kids.append(self._area(kid, made))
            elif self._drawn(kid):
                kids.append(self._content(kid, made, home))
        if first >= 0:
            made["Pg"] = self._pdf.page_references[home if home >= 0 else first]
        made["K"] = Array(kids)
        return made, first

    def _drawn(self, kid: Mark | Annotation) -> bool:
        return isinstance(kid, Annotation) or (kid.page, kid.mcid) in self._numbers

    def _content(self, mark: Mark, element: Any, home: int) -> Any:
        """A mark as a kid of its element: its number alone on the page of the element, else with its page."""
        number = self._numbers[mark.page, mark.mcid]
        self._owners[mark.page][number] = element.reference
        if mark.page == home:
            return number
        return Dictionary({"Type": "/MCR", "Pg": self._pdf.page_references[mark.page], "MCID": number})

    def _area(self, kid: Annotation, element: Any) -> Any:
        if kid.words:
            kid.dictionary["Contents"] = String(kid.words)
        self._clicked.append((kid.dictionary, element.reference))
        return Dictionary({"Type": "/OBJR", "Obj": kid.dictionary.reference, "Pg": self._pdf.page_references[kid.page]})


def _said(tag: Tag) -> dict[str, Any]:
    """What a tag says of itself."""
    texts = {"Lang": tag.lang, "Alt": tag.alt, "E": tag.expansion, "ID": tag.id}
    said = {name: String(text) for name, text in texts.items() if text}
    return said | (
        {"A": Dictionary({key: _value(one) for key, one in tag.attributes.items()})} if tag.attributes else {}
    )


def _value(value: Any) -> Any:
    """An attribute: words are names, lists of words are ids."""
    if isinstance(value, str):
        return f"/{value}"
    if isinstance(value, list):
        return Array([String(one) for one in value])
    return Array(list(value)) if isinstance(value, tuple) else value
