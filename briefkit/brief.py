"""A brief between reading and painting: what its text says, with every figure and citation in its place.

`prose` makes the tokens, `expressions` finds out what the `{{ }}` stand for, `claims` cuts sentences and gathers the
citations; `render` paints. These are the nouns they pass on.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from briefkit.figure import Figure
from briefkit.problems import Where
from briefkit.tables.table import Table


@dataclass(frozen=True, slots=True)
class Citation:
    """One reference cited at one place."""

    key: str
    locator: str = ""
    """As written: `p. 3`, `abstract`; empty for the work as a whole."""
    words: str = ""
    """Words that the citation says stand in the source; empty when it says none."""
    prefix: str = ""
    """Words before the citation: `see`."""
    where: Where = field(default=Where(""), compare=False)


@dataclass(frozen=True, slots=True)
class CitationGroup:
    """What stands in one pair of brackets, or one `@key says`."""

    citations: tuple[Citation, ...]
    form: Literal["parenthetical", "narrative", "year"] = "parenthetical"
    """`[@a; @b]`, `@a says`, `[-@a]`."""
    gathered: bool = False
    """True when nobody wrote it: it cites the figures of its sentence or cell."""
    where: Where = field(default=Where(""), compare=False)


@dataclass(frozen=True, slots=True)
class FigureUse:
    """One figure at one place of a brief."""

    figure: Figure
    shown: str
    """Plain text that stands on the page: the officer's own words for bound words, else what the figure prints."""
    form: str = ""
    """The attribute asked for (`full`, `percent`, `events`...); empty for the value itself."""
    bound: bool = False
    """True for words bound with `[words]{=address}`."""
    where: Where = field(default=Where(""), compare=False)


@dataclass(frozen=True, slots=True)
class Plain:
    """`{{ plain("three", why="...") }}`: the explicit way past the rule that numbers are bound."""

    text: str
    why: str
    where: Where = field(default=Where(""), compare=False)


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that could not be shown; the page marks it, a problem explains it."""

    source: str
    """What the officer wrote."""
    where: Where = field(default=Where(""), compare=False)


Shown = FigureUse | Table | Plain | Gap
"""What an expression or bound words can come to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sentence of a brief."""

    text: str
    """As it reads on the page, without citation marks."""
    state: Literal["bound", "derived", "cited", "judgement", "method", "uncited"]
    figures: tuple[FigureUse, ...] = ()
    citations: tuple[Citation, ...] = ()
    """Those that somebody wrote first; those that its figures bring have no place (`where.file` is empty)."""
    plains: tuple[Plain, ...] = ()
    """Words in it that are bound to nothing on purpose."""
    section: str = ""
    """Text of the heading that it stands under."""
    block: str = ""
    """Name of the block that it stands in: `key-messages`, `judgement`..."""
    row: bool = False
    """True for a row of a table."""
    where: Where = field(default=Where(""), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading, for contents and bookmarks."""

    level: int
    """From 2: level 1 is the title."""
    text: str
    """As it reads on the page, without marks."""
    anchor: str
    """Unique within the brief; the `id` of its element."""
    where: Where = field(default=Where(""), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One brief, read and evaluated; nothing of it is HTML yet."""

    slug: str
    file: str
    """`briefs/<slug>.md`."""
    front: Any
    """Its front matter (`records.front_matter.FrontMatter`)."""
    tokens: tuple[Any, ...]
    """Markdown tokens of its body, for `prose.html.paint`. A token of the type `figure`, `citation`, `plain`, `gap` or
    `comparison` holds a noun from above (FigureUse, CitationGroup, Plain, Gap, Table) in `meta["noun"]`; every token
    holds its place in `meta["where"]`."""
    headings: tuple[Heading, ...]
    claims: tuple[Claim, ...]
    tables: tuple[Table, ...]
    figures: Mapping[str, Figure] = field(default_factory=dict)
    """Its own figures, derived ones included, by address (`<slug>.<key>`)."""
    cited: tuple[str, ...] = ()
    """Keys of its references in order of first citation: answer, body with its tables, footnotes."""
    title: tuple[Any, ...] = ()
    """Tokens of its title, for `prose.html.paint_inline`; likewise the next two. Empty when there is none."""
    question: tuple[Any, ...] = ()
    answer: tuple[Any, ...] = ()
    title_text: str = ""
    """The title as plain text, for document titles and the index; likewise the next two."""
    question_text: str = ""
    answer_text: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)
    """Each parameter of its front matter with the value of this edition."""
    figure_citations: Mapping[str, CitationGroup] = field(default_factory=dict)
    """What the figures of its comparison tables cite, by address of the figure: for the mark in a cell. A figure
    that rests on no source is not in it."""

    places: Mapping[str, Where] = field(default_factory=dict, compare=False)
    """Where the value of each field of its front matter stands."""

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Everything that could not be shown, in the order of the page."""
        return tuple(_gaps([*self.title, *self.question, *self.answer, *self.tokens]))


def _gaps(tokens: Iterable[Any]) -> Iterator[Gap]:
    """Every gap among these tokens."""
    for token in tokens:
        noun = token.meta.get("noun")
        if isinstance(noun, Gap):
            yield noun
        yield from _gaps(token.children or [])


class Painter(Protocol):
    """Who turns the nouns of a brief into HTML: `render` for pages, a plain one in tests."""

    def figure(self, use: FigureUse) -> str:
        """HTML of one figure in running text or in a cell."""

    def citation(self, group: CitationGroup) -> str:
        """HTML of a citation mark."""

    def table(self, table: Table) -> str:
        """HTML of a table with its caption, notes and sources."""

    def block(self, name: str, argument: str, html: str) -> str:
        """HTML of a `::: name argument` block round what it holds."""

    def image(self, path: str, alt: str, title: str) -> str:
        """HTML of a picture; `path` is relative to the project's folder (`briefs/...` or `templates/...`)."""

    def plain(self, plain: Plain) -> str:
        """HTML of an explicitly unbound number."""

    def gap(self, gap: Gap) -> str:
        """HTML of the visible mark for something missing."""
