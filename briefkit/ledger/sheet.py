"""The ledger as one table, a row a claim or figure: what a reviewer reads at the left, what a reviewer fills in at the right.

`audit.csv` and `audit.xlsx` are this table; filled in, either comes back through `verdicts import`.
"""

import re
from collections.abc import Iterable, Iterator

from briefkit.ledger.rows import CitedShown, FigureShown, Ledger, Row, VerdictShown, every
from briefkit.ledger.wording import HELD, STATES
from briefkit.tables.csv import harmless

READ = (
    "brief",
    "number",
    "what",
    "rests on",
    "section",
    "text",
    "figures",
    "quoted words",
    "source",
    "class of source",
    "how held",
    "remarks",
    "verdicts so far",
)
FILL = ("verdict", "mark", "looked_at", "error", "comment", "reviewer", "date")
HASH = "hash"
COLUMNS = (*READ, *FILL, HASH)
FIGURE = "Figure"
MOST_CHARACTERS = 32_000
"""Of one cell: spreadsheets hold no more."""
_SPLITS = re.compile('[",;\t\r\n]')
"""What a program that reads CSV might take for the end of a cell."""
_NAMED = {name.replace(" ", "_"): name for name in READ}
_EMPTY = dict.fromkeys(COLUMNS, "")
_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
Line = dict[str, str]
"""Every column with its text, in the order of the columns."""


def claim_lines(ledger: Ledger) -> list[Line]:
    """One line a claim."""
    return [_claim(row, ledger.slug) for row in ledger.rows]


def figure_lines(ledger: Ledger) -> list[Line]:
    """One line for each figure that rests on a source."""
    return [_figure(figure, ledger.slug, number) for number, figure in enumerate(ledger.figures, 1)]


def csv_of(ledger: Ledger) -> str:
    """The whole table as CSV, for a double click: UTF-8 with its mark, nothing in it that a spreadsheet would run."""
    lines = [dict(zip(COLUMNS, COLUMNS, strict=True)), *claim_lines(ledger), *figure_lines(ledger)]
    rows = (",".join([text and _quoted(harmless(text)) for text in line.values()]) for line in lines)
    return _MARK + "".join(f"{row}\r\n" for row in rows)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _SPLITS.search(text) else text


def _claim(row: Row, slug: str) -> Line:
    flat = list(every(row.figures))
    sources: list[FigureShown | CitedShown] = [*(one for one in flat if one.source), *row.citations]
    return _line(
        brief=slug,
        number=str(row.number),
        what=row.what,
        rests_on=STATES[row.state],
        section=row.section,
        text=row.text,
        figures=_joined(_value(one) for one in flat),
        quoted_words=_joined([*(_words(one) for one in flat), *(_words(one) for one in row.citations)]),
        source=_joined(_source(one) for one in sources),
        class_of_source=_joined(one.source.kind for one in sources if one.source),
        how_held=_joined(HELD[one.state] for one in sources if one.state),
        remarks=_joined(_remarks(row)),
        verdicts_so_far=_joined(
            [*map(_verdict, row.verdicts), *(_verdict(one.verdict, "changed since: ") for one in row.lapsed)]
        ),
        hash=row.hash,
    )


def _figure(one: FigureShown, slug: str, number: int) -> Line:
    return _line(
        brief=slug,
        number=f"F{number}",
        what=FIGURE,
        section=one.record,
        text=f"{one.record}: {one.label}" if one.record else one.label,
        figures=_value(one),
        quoted_words=_words(one),
        source=_source(one),
        class_of_source=one.source.kind if one.source else "",
        how_held=HELD[one.state],
        remarks=_joined(f"{term}: {text}" for term, text in one.facts),
        verdicts_so_far=_joined(
            [*map(_verdict, one.verdicts), *(_verdict(old.verdict, "changed since: ") for old in one.lapsed)]
        ),
        hash=one.hash,
    )


def _line(**cells: str) -> Line:
    return {**_EMPTY, **{_NAMED.get(name, name): _bounded(text) for name, text in cells.items()}}


def _bounded(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(text for text in texts if text))


def _value(one: FigureShown) -> str:
    value = one.value.replace("\u00a0", " ")
    worked = f" = {one.working}" if one.working else ""
    return f"{value}{worked} [{one.address}]"


def _words(one: FigureShown | CitedShown) -> str:
    """The quoted words between marks of their own, with what stands round them."""
    if one.words is None:
        return ""
    return f"{one.words.before}»{one.words.exact}«{one.words.after}".strip()


def _source(one: FigureShown | CitedShown) -> str:
    key = one.source.key if one.source else one.key if isinstance(one, CitedShown) else ""
    name = one.source.name if one.source else key
    own = ", ".join(cited.name for cited in one.cited) if isinstance(one, FigureShown) else ""
    place = f"{name}, {one.locator}" if one.locator else name
    return f"{own}, read in {place}" if own else place


def _remarks(row: Row) -> Iterator[str]:
    for problem in row.problems:
        yield f"{'waived' if problem.waiver else problem.severity}: {problem.message.striptags()}"
    for text, why in row.plains:
        yield f"bound to nothing on purpose: {text} ({why})"


def _verdict(one: VerdictShown, before: str = "") -> str:
    said = ", ".join(part for part in (one.said, one.error, one.reviewer, one.date) if part)
    return f"{before}{said}{f': {one.comment}' if one.comment else ''}".replace("\u00a0", " ")
