"""All citations and the list of references of one brief through pandoc's citeproc, in one run.

What comes out is a function of the style, the references in the order of their citations, the citations themselves and the
language; screen and print, and a page that is painted again, share one run.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from briefkit.brief import Citation
from briefkit.csl.inlines import Inline, Linked, Said, said
from briefkit.csl.items import CslItem
from briefkit.csl.vetting import Style
from briefkit.pandoc import pandoc

Mode = Literal["NormalCitation", "AuthorInText", "SuppressAuthor"]
_VERSION = [1, 23, 1]
"""Of pandoc's document format."""
_LOCATOR = re.compile(
    r"(?:pp?\.|pages?|paras?\.?|paragraphs?|chaps?\.|chapters?|ch\.|secs?\.|sections?|vols?\.|volumes?|figs?\.|figures?|"
    r"tables?|appendix|appendices|articles?|arts?\.|columns?|cols?\.|lines?|notes?|nn?\.|parts?|verses?|"
    r"S\.|Seiten?|Abschn\.|Kap\.|fol\.|§§?|¶¶?)?\s*\d+[a-z]?(?:\s*[-–,&]\s*\d+[a-z]?)*",
    re.IGNORECASE,
)
"""Locators that citeproc is to word in the style's own way; any other stands as it was written."""


@dataclass(frozen=True, slots=True)
class Cite:
    """One citation as citeproc is asked for it."""

    citations: tuple[Citation, ...]
    """Of works that are listed."""
    mode: Mode = "NormalCitation"


@dataclass(frozen=True, slots=True)
class StyledEntry:
    """One entry of the list."""

    key: str
    margin: tuple[Inline, ...]
    """What stands before it: its number."""
    inlines: tuple[Inline, ...]


@dataclass(frozen=True)
class Styled:
    """What citeproc has made of one brief."""

    cites: Mapping[Cite, Sequence[Inline]]
    entries: Sequence[StyledEntry]
    keys: Mapping[str, str]
    """Key of each reference by the name that citeproc knows it by."""

    def cite(self, cite: Cite, linked: Linked) -> Said:
        """A citation; `linked` is given keys of references."""
        return said(self.cites[cite], lambda name, html, text: linked(self.keys[name], html, text))


def styled(style: Style, items: Mapping[str, CslItem], cites: Sequence[Cite], lang: str) -> Styled:
    """The citations and the list of references. `items` are the works by key, all of which are listed, in the order in
    which a reader first meets them. Raises `PandocError` where the style defeats pandoc.
    """
    names = {key: f"r{number}" for number, key in enumerate(items)}
    wanted = list(dict.fromkeys(cites))
    references = [{**item, "id": names[key]} for key, item in items.items()]
    blocks = [_paragraph(cite, names, style) for cite in wanted]
    document = {"pandoc-api-version": _VERSION, "meta": _meta(lang, names.values()), "blocks": blocks}
    made = json.loads(_run(style.text, json.dumps(document), json.dumps(references)))["blocks"]
    keys = {name: key for key, name in names.items()}
    found = {cite: block["c"] for cite, block in zip(wanted, made, strict=False)}
    return Styled(found, [_entry(block, keys) for block in _listed(made[len(wanted) :])], keys)


@lru_cache(maxsize=16)
def _run(style: str, document: str, references: str) -> bytes:
    arguments = ["-f", "json", "-t", "json", "--citeproc", "--csl=style.csl", "--bibliography=references.json"]
    return pandoc(arguments, document, {"style.csl": style.encode(), "references.json": references.encode()})


def _meta(lang: str, names: Any) -> dict[str, Any]:
    """The settings of citeproc: every work is listed, whether cited in the text or only in a title."""
    listed = [_cited(name) for name in names]
    return {
        "lang": {"t": "MetaString", "c": lang},
        "link-citations": {"t": "MetaBool", "c": True},
        "nocite": {"t": "MetaInlines", "c": [{"t": "Cite", "c": [listed, []]}]},
    }


def _paragraph(cite: Cite, names: Mapping[str, str], style: Style) -> dict[str, Any]:
    cited = [
        _cited(names[one.key], one.prefix, locator_inlines(one.locator, locates=style.locates), cite.mode)
        for one in cite.citations
    ]
    return {"t": "Para", "c": [{"t": "Cite", "c": [cited, []]}]}


def _cited(name: str, prefix: str = "", suffix: Sequence[Inline] = (), mode: Mode = "NormalCitation") -> dict[str, Any]:
    return {
        "citationId": name,
        "citationPrefix": inlines_of(prefix),
        "citationSuffix": list(suffix),
        "citationMode": {"t": mode},
        "citationNoteNum": 1,
        "citationHash": 0,
    }


def locator_inlines(locator: str, *, locates: bool) -> list[Inline]:
    """The locator as citeproc reads it. Where a style has no room for one, or citeproc would misread it, it stands as it
    was written all the same: a reader has to find the place.
    """
    text = " ".join(locator.split())
    if not text:
        return []
    if not locates:
        return inlines_of(f"{{}} {text}")
    return inlines_of(f", {text}" if _LOCATOR.fullmatch(text) else f"{{}}, {text}")


def inlines_of(text: str) -> list[Inline]:
    """Plain text as inline elements: nothing in it is markup."""
    parts = re.split(r"([ \t\r\n]+)", text)
    return [{"t": "Space"} if part.isspace() else {"t": "Str", "c": part} for part in parts if part]


def _listed(blocks: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The blocks of the entries, from what stands after the citations."""
    return [entry for block in blocks if block["t"] == "Div" for entry in block["c"][1] if entry["t"] == "Div"]


def _entry(block: dict[str, Any], keys: Mapping[str, str]) -> StyledEntry:
    name = str(block["c"][0][0]).removeprefix("ref-")
    margin: list[Inline] = []
    inlines: list[Inline] = []
    for part in (one for paragraph in block["c"][1] for one in _inlines(paragraph)):
        classes = part["c"][0][1] if part["t"] == "Span" else ()
        (margin if "csl-left-margin" in classes else inlines).append(part)
    return StyledEntry(keys[name], tuple(margin), tuple(inlines))


def _inlines(block: dict[str, Any]) -> Sequence[Inline]:
    """The inline elements of a paragraph, or of the paragraphs within a block."""
    if block["t"] in ("Para", "Plain"):
        return tuple(block["c"])
    inner = block["c"][1] if block["t"] == "Div" else []
    return [inline for one in inner for inline in _inlines(one)]
