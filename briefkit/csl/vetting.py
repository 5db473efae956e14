"""A style file before pandoc sees it: looked through, since it may come from anywhere, and mended where pandoc reads amiss.

Refused is what is no style, is too large, brings definitions of its own (which can lead to other files), calls its
macros in a ring or in ever growing numbers, or puts its citations into footnotes, which our pages do not.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from xml.etree import ElementTree as ET

from briefkit.csl.styles import StyleFault, StyleFile

MOST_BYTES = 1_000_000
"""Of a style file; the largest known has a quarter of that."""
MOST_PARTS = 5_000_000
"""Elements of a style once its macros are written out; the largest known, that of Chicago, has half of that."""
SPACE = "http://purl.org/net/xbiblio/csl"
_CSL = f"{{{SPACE}}}"
_NO_DEFINITIONS = "take `<!DOCTYPE ...>` and `<!ENTITY ...>` out: no style needs them"
_GET = "get the style anew from zotero.org/styles, or mend it at editor.citationstyles.org"


@dataclass(frozen=True, slots=True)
class Style:
    """A style that pandoc can be handed."""

    name: str
    text: str
    names: bool
    """Whether its citations name authors."""
    numbers: bool
    """Whether they number the works."""
    locates: bool
    """Whether they print the page that a citation names."""
    doubts: bool
    """Whether it has words for a date that is not sure."""


@lru_cache(maxsize=8)
def vetted(file: StyleFile) -> Style | tuple[StyleFault, int]:
    """The style, made ready for pandoc; or what is wrong with it, and in which line (0 for the whole)."""
    if len(file.text.encode()) > MOST_BYTES:
        return _broken(f"`{file.name}` is larger than any style: {len(file.text):,} signs", _GET), 0
    lowered = file.text.casefold()
    for sign in ("<!doctype", "<!entity"):
        if sign in lowered:
            message = f"`{file.name}` brings definitions of its own"
            return _broken(message, _NO_DEFINITIONS), lowered.count("\n", 0, lowered.index(sign)) + 1
    try:
        root = ET.fromstring(file.text.encode())  # noqa: S314  no text with a definition or an entity of its own comes here
    except (ET.ParseError, ValueError, LookupError) as fault:
        line: int = getattr(fault, "position", (0, 0))[0]
        return _broken(f"`{file.name}` cannot be read as XML: {str(fault).partition(':')[0]}", _GET), line
    fault_found = _unfit(root, file.name)
    return (fault_found, 0) if fault_found else _ready(root, file.name)


def _unfit(root: ET.Element, name: str) -> StyleFault | None:
    """What stands in the way of a style that can be read."""
    if root.tag != f"{_CSL}style":
        return _broken(f"`{name}` is no style of the Citation Style Language", _GET)
    if root.get("class") == "note":
        message = f"`{name}` puts its citations into footnotes, which the pages of a brief do not"
        way = (
            "choose a style with numbers or with names and years: many have a sister such as `csl:chicago-author-date`"
        )
        return StyleFault("style-notes", message, way)
    for part in ("citation", "bibliography"):
        if root.find(f"{_CSL}{part}/{_CSL}layout") is None:
            return _broken(f"`{name}` does not say how to print a {part}", _GET)
    return _boundless(root, name)


def _boundless(root: ET.Element, name: str) -> StyleFault | None:
    """What is wrong with the macros: those that come to themselves again, that are not there, or grow without measure."""
    macros = _macros(root)
    sizes: dict[str, int] = {}
    for macro in macros:
        said = _measure(macro, macros, sizes, ())
        if said:
            return _broken(f"`{name}`: {said}", _GET)
    whole = sum(_size(root.find(f"{_CSL}{part}"), sizes) for part in ("citation", "bibliography"))
    return (
        _broken(f"`{name}` grows without measure when its macros are written out", _GET) if whole > MOST_PARTS else None
    )


def _measure(name: str, macros: Mapping[str, ET.Element], sizes: dict[str, int], way: tuple[str, ...]) -> str:
    """Note how many elements a macro comes to, those below it first; what is wrong with it, in words."""
    if name in sizes:
        return ""
    if name in way:
        return f"its macro `{name}` calls itself"
    if name not in macros:
        return f"its macro `{name}` is missing"
    if len(way) > 100:
        return "its macros call each other a hundred deep"
    for called in _called(macros[name]):
        if said := _measure(called, macros, sizes, (*way, name)):
            return said
    sizes[name] = _size(macros[name], sizes)
    return ""


def _size(element: ET.Element | None, sizes: Mapping[str, int]) -> int:
    """Elements that it comes to; past what is allowed the exact number does not matter."""
    if element is None:
        return 0
    return min(sum(1 + sizes.get(part.get("macro", ""), 0) for part in element.iter()), MOST_PARTS + 1)


def _macros(root: ET.Element) -> dict[str, ET.Element]:
    return {one.get("name", ""): one for one in root.findall(f"{_CSL}macro")}


def _called(element: ET.Element) -> list[str]:
    return [macro for part in element.iter() if (macro := part.get("macro"))]


def _ready(root: ET.Element, name: str) -> Style:
    """The style with what pandoc needs, and what its citations print."""
    for people in root.iter(f"{_CSL}names"):
        if people.find(f"{_CSL}label") is not None and people.find(f"{_CSL}name") is None:
            # Names without a <name/> have one all the same, but pandoc then prints their label before them.
            people.insert(0, ET.Element(f"{_CSL}name"))
    for label in root.iter(f"{_CSL}label"):
        if label.get("variable") in ("number", "version"):
            # A number in several words, such as `April 2025`, is one number; pandoc makes several of it.
            label.set("plural", "never")
    for outer in root.iter():
        for inner in [one for one in outer if one.get("value", "").casefold() == "preprint"]:
            # Styles call every article without volume and pages a preprint; no reference of ours says that it is one.
            outer.remove(inner)
    ET.register_namespace("", SPACE)
    layout = root.find(f"{_CSL}citation/{_CSL}layout")
    parts = _reached(layout, _macros(root)) if layout is not None else []
    said = {word for part in parts for word in part.get("variable", "").split()}
    names = any(part.tag == f"{_CSL}names" for part in parts)
    text = ET.tostring(root, encoding="unicode")
    return Style(
        name, text, names, "citation-number" in said and not names, "locator" in said, "is-uncertain-date" in text
    )


def _reached(layout: ET.Element, macros: Mapping[str, ET.Element]) -> list[ET.Element]:
    """Every element that a layout can come to."""
    found, waiting, seen = [], [layout], set()
    while waiting:
        for part in waiting.pop().iter():
            found.append(part)
            macro = part.get("macro", "")
            if macro in macros and macro not in seen:
                seen.add(macro)
                waiting.append(macros[macro])
    return found


def _broken(message: str, way: str) -> StyleFault:
    return StyleFault("style-broken", message, way)
