"""The nouns of the ledger: every claim of a brief with all that a reviewer needs to judge it, ready to be painted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefkit.hold import STRENGTH
from briefkit.render.markup import Html
from briefkit.verdicts.difference import Run
from briefkit.verdicts.rates import Rate

ORDER: tuple[str, ...] = STRENGTH


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceShown:
    """One source document."""

    key: str
    anchor: str
    name: str
    """In a few words: `Strang et al., 2010`."""
    entry: Html
    """The formatted reference."""
    source_class: str
    """What sort of document it is, in words."""
    kind: str
    """The same with how much of it was read."""
    notices: tuple[str, ...]
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsShown:
    """Quoted words, with what stands round them in the source."""

    before: str
    """With its own blank at its end, where there is one; likewise `after` at its beginning."""
    exact: str
    after: str
    lang: str = ""
    link: str = ""
    """Opens the source at the words; empty where there is no web address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictShown:
    """What one reviewer said."""

    word: str
    """`accurate`, `minor`, `major`, `cannot_verify`, or a mark."""
    said: str
    """The same in words."""
    reviewer: str
    date: str
    looked_at: str
    error: str
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LapsedShown:
    """A verdict on what has changed since, old and new side by side."""

    verdict: VerdictShown
    old: str
    new: str
    difference: tuple[Run, ...]
    parts: tuple[tuple[str, tuple[Run, ...]], ...] = ()
    """Figures and citations that changed: what, and its words of before and now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureShown:
    """One figure of a claim."""

    address: str
    label: str
    record: str
    value: str
    shown: str
    """What stands in the sentence; empty for an input of a derived figure."""
    state: str
    """How it is held, in a word; empty for a value that is not there."""
    held: str
    """What else there is to say of it: that it is worked out, that nothing was recorded."""
    found: str
    """Where its words were found, when, and what was folded to find them."""
    locator: str
    source: SourceShown | None
    cited: tuple[SourceShown, ...]
    """Its own sources, where the document in which it was met is another."""
    words: WordsShown | None
    facts: tuple[tuple[str, str], ...]
    """Further terms and what they are."""
    formula: str = ""
    working: str = ""
    assumes: str = ""
    inputs: tuple["FigureShown", ...] = ()
    verdicts: tuple[VerdictShown, ...] = ()
    lapsed: tuple[LapsedShown, ...] = ()
    hash: str = ""


def every(figures: Iterable[FigureShown]) -> Iterator[FigureShown]:
    """Figures, each followed by all that it is worked out from."""
    for one in figures:
        yield one
        yield from every(one.inputs)


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedShown:
    """One citation that somebody wrote."""

    source: SourceShown | None
    key: str
    locator: str
    words: WordsShown | None
    state: str
    found: str = ""
    why: str = ""
    """What is wrong with the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemShown:
    """One problem, waived or not."""

    severity: str
    rule: str
    message: Html
    help: Html
    place: str = ""
    """File and line."""
    waiver: str = ""
    """Why it may stand, who says so, until when; empty for one that is not waived."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One claim."""

    number: int
    what: str
    """`Sentence`, `Table row`, `Title`, `Question` or `Heading`."""
    state: str
    text: str
    section: str
    block: str
    line: int
    hash: str
    figures: tuple[FigureShown, ...]
    citations: tuple[CitedShown, ...]
    plains: tuple[tuple[str, str], ...]
    """Words bound to nothing on purpose, with the reason."""
    problems: tuple[ProblemShown, ...]
    verdicts: tuple[VerdictShown, ...]
    lapsed: tuple[LapsedShown, ...]
    standing: str
    """`accurate`, `minor`, `major`, `cannot_verify`, `lapsed` or `waiting`: the worst that holds."""
    signed: bool

    @property
    def anchor(self) -> str:
        """Id of its element."""
        return f"claim-{self.number}"

    @property
    def quoted(self) -> tuple[FigureShown | CitedShown, ...]:
        """Everything in it that may quote words: figures with all that they are worked out from, citations."""
        return (*every(self.figures), *self.citations)

    @property
    def weakest(self) -> str:
        """How the worst held of its quoted words are held; empty where it quotes none."""
        states = [one.state for one in self.quoted if one.state]
        return min(states, key=ORDER.index, default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A claim, with what it takes from the source that is open."""

    row: Row
    figures: tuple[FigureShown, ...]
    """Those that stand here for the first time."""
    again: tuple[FigureShown, ...]
    """Those that have stood further up, under another claim."""
    citations: tuple[CitedShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneSource:
    """One source open, with all that the brief takes from it."""

    source: SourceShown
    uses: tuple[Use, ...]
    figures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """What a reviewer should see before all else."""

    words: str
    """`Words not found in their source`."""
    rows: tuple[Row, ...] = ()
    """The claims that it is about; none is good news."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A small table whose numbers add up, row by row and column by column."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    """Name and counts, the sum of them last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Everything that the ledger of one brief says."""

    slug: str
    rows: tuple[Row, ...]
    sources: tuple[OneSource, ...]
    figures: tuple[FigureShown, ...]
    """Each figure that rests on a source, once."""
    counts: tuple[Count, ...]
    others: tuple[tuple[str, int], ...]
    """What else was counted: plain uses, waived problems, unbound numbers..."""
    rate: Rate
    first: tuple[First, ...] = ()
    """What to look at before all else, the gravest first; those about no claim say that nothing of the sort was found."""
    loose: tuple[ProblemShown, ...] = ()
    """Problems, waived ones too, that belong to no claim: in headings, front matter, records."""
    works: tuple[SourceShown, ...] = ()
    """Sources that were read elsewhere, in what stands under `sources`."""
    missing: tuple[VerdictShown, ...] = ()
    gone: tuple[tuple[VerdictShown, str], ...] = ()
    """Verdicts on what is no longer there, with what it was."""
    elsewhere: tuple[tuple[str, str], ...] = ()
    """`plain` uses outside all claims: headings, titles."""
    signatures: int = 0
    """How many reviewers the brief asks for."""
