"""The nouns of this room: what is drawn on pages, the elements of the page that it belongs to, and the tags of the PDF
that these become.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Mark(NamedTuple):
    """A run of text or a picture, as it is marked in the drawing of one page."""

    page: int
    """From 0."""
    mcid: int
    """Its number on that page."""
    blank: bool = False
    """Whether it draws nothing but stands for a space."""


class Annotation(NamedTuple):
    """The area of a page that is clicked to follow a link."""

    page: int
    dictionary: Any
    """The annotation as pydyf holds it."""
    words: str
    """What it says of itself, for those who go from link to link."""


@dataclass(slots=True, eq=False)
class Part:
    """One element of the page, whatever number of boxes and pages it was laid out in."""

    name: str
    """`td`, `svg`; empty for the whole page."""
    attributes: Mapping[str, str]
    page: int
    """The first that it stands on."""
    pseudo: str = ""
    """`marker`, `before`, `after` for what a style sheet has added to the element."""
    kids: list["Part | Mark | Annotation"] = field(default_factory=list)
    columns: int = 1
    rows: int = 1
    """How many columns and rows of its table a cell covers."""
    label: str = ""
    """The words of a link, the alternative text of a picture."""
    area: tuple[float, float, float, float] | None = None
    """Left, bottom, right, top of a picture, in points on its page."""

    @property
    def classes(self) -> frozenset[str]:
        """The names in its `class` attribute."""
        return frozenset(self.attributes.get("class", "").split())

    def parts(self) -> Iterator["Part"]:
        """Its children that are elements themselves."""
        return (kid for kid in self.kids if isinstance(kid, Part))


@dataclass(slots=True, eq=False)
class Tag:
    """One structure element of the PDF."""

    kind: str
    """A standard structure type: `P`, `TH`."""
    kids: list["Tag | Mark | Annotation"] = field(default_factory=list)
    lang: str = ""
    """Its language where that is not the one around it."""
    alt: str | None = None
    expansion: str = ""
    """What an abbreviation stands for."""
    id: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    """By name; the owner stands under `O`. Strings are names, lists of strings are ids."""


Kid = Tag | Mark | Annotation
"""What a tag may hold."""
