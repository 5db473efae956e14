"""A brief as passages of plain text: paragraphs, headings, cells, captions, titles; each character knows its place.

What stands in for figures, citations and code is one character each, so that nobody takes them for text.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from briefkit.brief import Brief, Citation, CitationGroup, FigureUse
from briefkit.figure import Figure
from briefkit.problems import Where
from briefkit.prose.blocks import BLOCKS, block_name
from briefkit.prose.parser import BLOCK
from briefkit.prose.token import Token
from briefkit.rules.once import once
from briefkit.rules.unbound.shown_by_tables import shown_texts
from briefkit.tables.table import Table

FIGURE = "\ue000"
"""Stands for a figure, bound or printed."""
OTHER = "\ue002"
"""Stands for code, a `plain(...)`, a gap."""
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
"""Characters that nobody sees, which an entity may bring in: `fif&shy;ty` is read as `fifty`."""
MARK = "\ufffc"
"""Stands for a citation."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a passage that stands in one piece in its file."""

    start: int
    length: int
    place: Callable[[int, int], Where]
    """Offset within it and length, to the place in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One text of a brief that is read in one go."""

    kind: str
    """`paragraph`, `heading`, `cell`, `title`, `caption`, `alt`, `block`; `front` for series, subject and keywords."""
    text: str
    pieces: tuple[Piece, ...]
    uses: tuple[tuple[int, FigureUse], ...] = ()
    """Figures, each with its offset."""
    citations: tuple[Citation, ...] = ()
    section: int = 0
    """Number of the heading that it stands under; -1 for title, question and answer."""
    group: int = 0
    """Number of its paragraph; the cells of a row share one."""
    table: Table | None = None
    """For a caption: its table."""
    quotation: bool = False
    """Whether all of it stands in a block quotation."""

    def where(self, start: int, end: int) -> Where:
        """The place of a part of it; of a part in several pieces, that of its first."""
        number = max(0, bisect_right([piece.start for piece in self.pieces], start) - 1)
        piece = self.pieces[number]
        inside = start - piece.start
        return piece.place(inside, max(1, min(end, piece.start + piece.length) - start))

    def read(self, start: int, end: int) -> str:
        """A part of it as it reads on the page."""
        shown = {at: use.shown for at, use in self.uses}
        return "".join(shown.get(at, self.text[at]) for at in range(start, end)).replace(MARK, "")

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures in it, those of its table among them."""
        cells = self.table.figures if self.table else ()
        return (*(use.figure for _, use in self.uses), *(figure for figure in cells if figure is not None))


@dataclass(slots=True)
class _Text:
    """A passage being put together."""

    text: str = ""
    pieces: list[Piece] = field(default_factory=list)
    uses: list[tuple[int, FigureUse]] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    alts: list[Token] = field(default_factory=list)
    titles: list[Token] = field(default_factory=list)
    """Links and pictures with words of their own that are shown when they are pointed at."""

    def add(self, token: Token) -> None:
        """Take one token of running text."""
        noun = token.meta.get("noun")
        text = ""
        if isinstance(noun, FigureUse):
            self.uses.append((len(self.text), noun))
            text = FIGURE
        elif isinstance(noun, CitationGroup):
            self.citations += noun.citations
            text = MARK if noun.form == "parenthetical" else OTHER
        elif noun is not None or token.type in ("code_inline", "atom", "bound", "cited", "fault"):
            text = OTHER
        elif token.type in ("softbreak", "hardbreak"):
            text = " "
        elif token.type == "text":
            text = token.content.translate(_UNSEEN)
        elif token.type == "image":
            self.alts.append(token)
        if token.attrs.get("title"):
            self.titles.append(token)
        if text:
            self.pieces.append(Piece(len(self.text), len(text), _placed(token)))
            self.text += text


def _placed(token: Token) -> Callable[[int, int], Where]:
    meta = token.meta
    if "lifted" in meta and "noun" not in meta and token.type == "text":
        return lambda inside, length: meta["lifted"].where(meta["strip"].offset(meta["at"] + inside), length)
    return lambda _inside, _length: meta.get("where", Where(""))


def passages(brief: Brief) -> tuple[Passage, ...]:
    """All texts of a brief that a reader sees, in order."""
    return _passages(brief)


@once
def _passages(brief: Brief) -> tuple[Passage, ...]:
    found: list[Passage] = []
    for line in (brief.title, brief.question, brief.answer):
        found += _made(line, "title", section=-1, group=-1)
    for words in filter(None, (brief.front.series, brief.front.subject, *brief.front.keywords)):
        piece = Piece(0, len(words), lambda _inside, _length: Where(brief.file, 1, 1, 3))
        found.append(Passage(kind="front", text=words, pieces=(piece,), section=-1, group=-1))
    return (*found, *_body(brief.tokens))


def _body(tokens: Sequence[Token]) -> Iterator[Passage]:
    section = group = quoted = 0
    row = False
    before: Token | None = None
    for token in tokens:
        if token.type in ("tr_open", "tr_close"):
            row = token.type == "tr_open"
        if token.type == "heading_open":
            section += 1
        if token.type.startswith("blockquote"):
            quoted += token.nesting
        group += token.type == "tr_open" or not row
        if token.type == "inline":
            kind = {"heading_open": "heading", "td_open": "cell", "th_open": "cell"}.get(
                before.type if before else "", "paragraph"
            )
            yield from _made(token.children or [], kind, section=section, group=group, quotation=bool(quoted))
        elif token.type == f"{BLOCK}_open":
            yield from _argument(token, section, group)
        elif token.type == "comparison":
            yield from _captions(token, section, group)
        before = token


def _made(
    tokens: Sequence[Token], kind: str, *, section: int, group: int, quotation: bool = False
) -> Iterator[Passage]:
    """The passage of a paragraph, and one for the words of each picture in it."""
    text = _Text()
    for token in tokens:
        text.add(token)
    if text.text.strip():
        yield Passage(
            kind=kind,
            text=text.text,
            pieces=tuple(text.pieces),
            uses=tuple(text.uses),
            citations=tuple(text.citations),
            section=section,
            group=group,
            quotation=quotation,
        )
    for image in text.alts:
        yield from _made(image.children or [], "alt", section=section, group=group)
    for token in text.titles:
        words = str(token.attrs["title"])
        piece = Piece(0, len(words), _placed(token))
        yield Passage(kind="alt", text=words, pieces=(piece,), section=section, group=group)


def _argument(token: Token, section: int, group: int) -> Iterator[Passage]:
    """The title of an option."""
    name, argument = block_name(token)
    if BLOCKS.get(name) == "TITLE" and argument:
        at = len(token.markup) + token.info.index(argument)
        where: Where = token.meta["where"]
        place = lambda inside, length: where.shifted(at + inside, length)  # noqa: E731  one place for one text
        yield Passage(
            kind="block", text=argument, pieces=(Piece(0, len(argument), place),), section=section, group=group
        )


def _captions(token: Token, section: int, group: int) -> Iterator[Passage]:
    """What an officer has written into a table: its caption, headers, assumptions."""
    table: Table = token.meta["noun"]
    for text, place in shown_texts(token.content, token.meta["where"], table):
        yield Passage(
            kind="caption", text=text, pieces=(Piece(0, len(text), place),), section=section, group=group, table=table
        )
