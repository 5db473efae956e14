"""What part of a document a piece of text is: its reference list, its cover sheet, its title.

Words found only there bear nothing: a reference list holds other people's results, and a title is not a finding.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from briefkit.sources.document import Block, Document, Zone
from briefkit.sources.letters import letters

_BEGINS = re.compile(
    r"(?:[\divx]{1,4}(?:\.\d{1,2})?[.)]?\s+)?(?:list of\s+|selected\s+|key\s+|cited\s+|full\s+|further\s+)?"
    r"(?:references?(?:\s+(?:cited|list|and\s+(?:end\s*|foot)?notes|and\s+bibliography|and\s+links|and\s+further\s+reading))?"
    r"|(?:(?:end)?notes|sources|footnotes)\s+and\s+references|endnotes|reference\s+list|(?:select(?:ed)?\s+)?bibliography"
    r"|literature(?:\s+cited|\s+references)?|works\s+cited|cited\s+(?:works|literature)|bibliographie|bibliografie"
    r"|literatur(?:verzeichnis|hinweise|angaben|liste)?|quellen(?:verzeichnis|angaben)?|referenz(?:en|liste)|r[ée]f[ée]rences?(?:\s+bibliographiques)?"
    r"|referencer|referenser|referanser|referenties|referencias|riferimenti(?:\s+bibliografici)?|bibliograf[ií]a|litteratur(?:liste|f[öo]rteckning)?"
    r"|literatuur(?:lijst|verwijzingen)?|k[äa]llor|k[äa]llf[öo]rteckning|l[äa]hteet)\s*[:.]?",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?:[\divx]{1,4}[.)]?\s+)?(?:(?:appendi(?:x|ces)|annex(?:e?s|e)?|anhang|anh[äa]nge|bilage?r?|bilaga|bijlagen?|anexo|allegato"
    r"|supplement(?:ary|al)?|supporting\s+information|acknowledge?ments?|danksagung|glossary|glossar|abbreviations|about\s+the\s+authors?"
    r"|author\s+(?:contributions|details|information)|conflicts?\s+of\s+interest|competing\s+interests|declarations?(?:\s+of\s+interests?)?"
    r"|funding|tables|figures|figure\s+legends|correspondence|publisher.s\s+note)\b|(?:table|figure|chapter|kapitel|chapitre|part)\s+[\divxa-h]{1,4}\b).{0,70}",
    re.IGNORECASE,
)
_CLOSED = re.compile(r".*[.;,]\s*$")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_ENTRY = re.compile(
    r"\b[A-ZÀ-Þ][\w’'-]{1,40},? (?:[A-ZÀ-Þ]{1,3}\b|(?:[A-ZÀ-Þ]\.[ -]?){1,3})|doi|https?:|www\.|\d{1,5}\s?(?:\(\d{1,5}\))?\s?[:;]\s?\d|\bpp?\.|\bet al\b"
    r"|^\W{0,3}\d{1,3}[.)\]]|\([^()]{0,60}(?:1[5-9]|20)\d\d[a-z]?\)"
)
ENTRY = 2_000
"""Characters of a line or block that are looked at to tell whether it is an entry."""
AHEAD = 15
"""Lines or blocks after a heading in which the first entries must stand."""
FALLOW = 60
"""So many lines without an entry, and the list is over although no heading says so."""


def is_entry(text: str) -> bool:
    """Whether a line looks like part of a bibliographic entry: a year, and names, an address or a volume."""
    start = text[:ENTRY]
    return bool(_YEAR.search(start) and _ENTRY.search(start))


def is_references_heading(text: str) -> bool:
    """Whether a line is nothing but the heading of a reference list."""
    flat = " ".join(text.split())
    if len(flat) > 60:
        return False
    joined = flat.replace(" ", "") if re.fullmatch(r"(?:\w ){5,}\w", flat) else flat
    return bool(_BEGINS.fullmatch(joined))


def references(texts: Sequence[str], levels: Sequence[int] = ()) -> list[range]:
    """Which of a document's lines (or blocks) are its reference lists, headings included.

    `levels` says which of them are headings, where the format knows: 1 for the highest, 0 for none.
    """
    found: list[range] = []
    at = 0
    while at < len(texts):
        if is_references_heading(texts[at]) and _plausible(texts, at):
            end = _end(texts, levels, at)
            found.append(range(at, end))
            at = end
        else:
            at += 1
    return found


def _plausible(texts: Sequence[str], at: int) -> bool:
    """Whether entries follow a heading: a table of contents names the reference list too."""
    ahead = texts[at + 1 : at + 1 + AHEAD]
    return sum(map(is_entry, ahead)) >= (2 if len(ahead) > 6 else 1)


def _end(texts: Sequence[str], levels: Sequence[int], start: int) -> int:
    last = start
    level = levels[start] if levels else 0
    for at in range(start + 1, len(texts)):
        if is_entry(texts[at]):
            last = at
        elif at - last > FALLOW:
            return last + 6
        elif (level and 0 < levels[at] <= level) or (_ends(texts[at]) and not _resumes(texts[at + 1 : at + 9])):
            return at
    return len(texts)


def _resumes(ahead: Sequence[str]) -> bool:
    """Whether entries go on at once: then what looked like a heading was a part of one."""
    return sum(map(is_entry, takewhile(lambda text: not is_references_heading(text), ahead))) > 2


def _ends(text: str) -> bool:
    return len(text) < 90 and bool(_ENDS.fullmatch(text)) and not _CLOSED.fullmatch(text)


_COVER = re.compile(
    r"author.?s? accepted (?:manuscript|version)|accepted manuscript|downloaded (?:from|on|by)|citation for published version"
    r"|terms of use|general rights|take ?down policy|link to (?:publication|published version|publisher)|document version|eprints?\b"
    r"|this is (?:the|an?) (?:author|accepted|post-?print|pre-?print|open access|peer.reviewed)|deposited (?:in|on|at)|repository"
    r"|version of record|please cite (?:the|this)|to cite this (?:article|version|paper)|see discussions, stats|hal id|all rights reserved"
    r"|view (?:the article|this article) online|full terms .{0,30}conditions|submitted on|research ?gate|enlighten|jstor|copyright .{0,30}retained"
    r"|published version|reuse of this|accessed from|this content downloaded|user ?guide|public portal",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"^\W*(?:\d\.?\s+)?(?:introduction|background|methods|results|findings|discussion)\b", re.IGNORECASE | re.MULTILINE
)


def is_cover(page: str) -> bool:
    """Whether a first page is a repository's or a publisher's own: several signs of one, and little prose."""
    signs = {match[0].casefold() for match in _COVER.finditer(" ".join(page.split()))}
    count = len(page.split())
    if not signs or _ARTICLE.search(page):
        return False
    return count < 150 or (len(signs) > 1 and count < 300) or (len(signs) > 3 and count < 600)


def zoned(document: Document, title: str) -> Document:
    """The document with the lines that print its title set apart, as words of a title are no finding.

    `title` is the reference's. Hash the text before this: a title mended in the bibliography changes no snapshot.
    """
    known = _titles(title)
    if not known:
        return document
    blocks = [part for block in document.blocks for part in _cut(block, known)]
    return replace(document, blocks=tuple(replace(block, number=at) for at, block in enumerate(blocks, 1)))


def _titles(title: str) -> frozenset[str]:
    """The title, and its main part, as letters."""
    whole = title.strip().strip("[]")
    parts = [whole, *re.split(r"(?::|\?|\s[–—-])\s", whole, maxsplit=1)]
    return frozenset(found for found in map(letters, parts) if len(found) >= 8)


def _cut(block: Block, titles: frozenset[str]) -> list[Block]:
    """The block, its title lines as blocks of their own; only `body` and `heading` are looked through."""
    if block.zone not in {"body", "heading"}:
        return [block]
    lines = block.text.split("\n")
    kinds = _title_rows(lines, titles)
    if not any(kinds):
        return [block]
    made: list[tuple[bool, list[str]]] = []
    for is_title, line in zip(kinds, lines, strict=True):
        if made and made[-1][0] == is_title:
            made[-1][1].append(line)
        else:
            made.append((is_title, [line]))
    zone: Zone = block.zone
    parts = [replace(block, text="\n".join(rows).strip("\n"), zone="title" if kind else zone) for kind, rows in made]
    return [part for part in parts if part.text.strip()]


def _title_rows(lines: Sequence[str], titles: frozenset[str]) -> list[bool]:
    """For each line, whether it is part of the title, which may run over six lines."""
    found = [False] * len(lines)
    flat = [letters(line) for line in lines]
    longest = max(map(len, titles))
    for start, first in enumerate(flat):
        if not first or not any(title.startswith(first) for title in titles):
            continue
        text = ""
        for end in range(start, min(start + 8, len(lines))):
            text += flat[end]
            if len(text) > longest:
                break
            if text in titles:
                found[start : end + 1] = [True] * (end + 1 - start)
    return found
