"""Laid out boxes to the elements of the page that they came from, in the order in which they are read.

An element has a box for each line, column and page that it runs over, and nameless ones around these; all of them are one
part here. What is drawn on every page anew (running heads, headers of tables that go on) and what is hidden from
assistive technology is told apart, to become artifacts.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from briefkit.pdf.structure import Annotation, Mark, Part

Drawn = Mapping[Any, Mapping[str, Any]]
"""The boxes of text and pictures that were drawn on a page, each with the number of its mark as `mcid`."""
Artifact = tuple[str, str]
"""Type and subtype of an artifact; the subtype may be empty."""
POINTS = 0.75
"""Points in a CSS pixel."""
SVG = "{http://www.w3.org/2000/svg}"
REPEATED: Artifact = ("Pagination", "")
HIDDEN: Artifact = ("Layout", "")


class Reading:
    """The parts of a document, gathered page by page."""

    def __init__(self, language: str) -> None:
        self.whole = Part("", {"lang": language}, 0)
        self.artifacts: dict[tuple[int, int], Artifact] = {}
        """What is drawn but not read, by page and number of its mark."""
        self.undescribed: list[str] = []
        """Pictures without alternative text, by name."""
        self.merged: list[Annotation] = []
        """Areas that are parts of others by now."""
        self._parts: dict[tuple[int, str], Part] = {}
        self._clicked: dict[Part, Annotation] = {}
        """The last area of each link."""
        self._page, self._height = 0, 0.0
        self._drawn: Drawn = {}

    def add(self, number: int, page: Any, drawn: Drawn) -> None:
        """Take in a page, its box and what was drawn on it."""
        self._page, self._height, self._drawn = number, page.margin_height(), drawn
        for box in page.children:
            self._walk(box, self.whole)

    def _walk(self, box: Any, into: Part, artifact: Artifact | None = None, link: Part | None = None) -> None:
        box = getattr(box, "_box", box)
        artifact = artifact or self._apart(box)
        part = self._part(box, into, artifact)
        artifact = artifact or self._repeated(box, part) or self._undescribed(box, part)
        link = part if part.name == "a" and not part.pseudo else link
        if box.link_annotation:
            self._click(box, link or part)
        if box in self._drawn:
            self._mark(box, part, artifact)
        for child in box.children:
            self._walk(child, part, artifact, link)

    def _part(self, box: Any, into: Part, artifact: Artifact | None) -> Part:
        """The part of a box, made where it is the first of its element. Nameless boxes belong to what is around them."""
        if box.element is None:
            return into
        key = (id(box.element), box.element_tag.partition("::")[2])
        if key not in self._parts:
            part = self._parts[key] = self._made(box, key[1])
            if artifact is None and part is not into:
                into.kids.append(part)
        return self._parts[key]

    def _made(self, box: Any, pseudo: str) -> Part:
        element = box.element
        name = box.element_tag.partition("::")[0].removeprefix(SVG)
        part = Part(name, {} if pseudo else element.attrib, self._page, pseudo)
        if name in {"td", "th"}:
            part.columns, part.rows = box.colspan, box.rowspan
        elif name == "a":
            part.label = element.get("aria-label") or " ".join("".join(element.itertext()).split())
        elif name in {"img", "svg"}:
            part.label = _described(element)
            part.area = self._area(box)
        return part

    def _area(self, box: Any) -> tuple[float, float, float, float]:
        left, top = box.content_box_x(), box.content_box_y()
        right, bottom = left + box.width, top + box.height
        return (left * POINTS, (self._height - bottom) * POINTS, right * POINTS, (self._height - top) * POINTS)

    def _apart(self, box: Any) -> Artifact | None:
        """How a box is not read of itself: a running head or foot, a row of dots, what is said to be hidden."""
        margin = getattr(box, "at_keyword", "")
        if margin:
            return ("Pagination", "Header" if margin.startswith("@top") else "Footer")
        hidden = box.element is not None and box.element.get("aria-hidden") == "true"
        return HIDDEN if hidden or box.is_leader or _ornament(box) else None

    def _repeated(self, box: Any, part: Part) -> Artifact | None:
        """The header or footer of a table that was on an earlier page already."""
        again = getattr(box, "is_header", False) or getattr(box, "is_footer", False)
        return REPEATED if again and part.page != self._page else None

    def _undescribed(self, box: Any, part: Part) -> Artifact | None:
        """Pictures without words: an empty `alt` says that there is nothing to say, a missing one is noted."""
        if part.name not in {"img", "svg"} or part.pseudo or part.label:
            return None
        if "alt" not in part.attributes and box in self._drawn:
            self.undescribed.append(part.attributes.get("src", "a drawing"))
        return HIDDEN

    def _click(self, box: Any, link: Part) -> None:
        """Take in an area that is clicked. Those of one link in one line become one: keyboards stop at each of them."""
        area = Annotation(self._page, box.link_annotation, link.label)
        before = self._clicked.get(link)
        if before is not None and before.page == area.page and _in_line(before, area):
            before.dictionary["Rect"][:] = _around(before, area)
            self.merged.append(area)
        else:
            self._clicked[link] = area
            link.kids.append(area)

    def _mark(self, box: Any, part: Part, artifact: Artifact | None) -> None:
        text = getattr(box, "text", None)
        mark = Mark(self._page, self._drawn[box]["mcid"], blank=text is not None and not text.strip())
        if artifact is not None:
            self.artifacts[mark.page, mark.mcid] = artifact
        else:
            part.kids.append(mark)


def _described(element: Any) -> str:
    """The words that stand for a picture; empty without."""
    words: Iterable[str | None] = (element.get("alt"), element.get("aria-label"), element.findtext(f"{SVG}title"))
    return next((word for word in words if word), "")


def _ornament(box: Any) -> bool:
    """Whether a style sheet has put something before or after an element that is no word, as a dot between two."""
    name, _, pseudo = (box.element_tag or "").partition("::")
    text = getattr(box, "text", "")
    return pseudo in {"before", "after"} and name != "q" and bool(text) and not any(map(str.isalnum, text))


def _in_line(one: Annotation, other: Annotation) -> bool:
    """Whether two areas stand beside each other: each reaches over half of the height of the lower."""
    lines = [sorted(area.dictionary["Rect"][1::2]) for area in (one, other)]
    shared = min(top for _, top in lines) - max(bottom for bottom, _ in lines)
    return bool(2 * shared > min(top - bottom for bottom, top in lines))


def _around(one: Annotation, other: Annotation) -> list[float]:
    """Left, bottom, right, top of both."""
    corners = [area.dictionary["Rect"] for area in (one, other)]
    across = [side for corner in corners for side in corner[::2]]
    upwards = [side for corner in corners for side in corner[1::2]]
    return [min(across), min(upwards), max(across), max(upwards)]
