"""The pages about the base itself: what each sentence of an article came to, how much there is, what is not known.

They are Markdown, written into `docs/` so that a reader of the repository meets them, and so that a change of the base shows
in them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from briefkit.coverage.covered import Coverage, Covered
from briefkit.figure import Figure
from briefkit.hold import STRENGTH
from briefkit.library import Library
from briefkit.records.kinds import RECORD_KINDS
from briefkit.records.record import Record

_OPENING_WORDS = 4
_MADE = "This page is written by `python build.py docs`: change the evidence, not this page."
_CLASSES = {
    "systematic_review": "systematic reviews",
    "trial_report": "trial reports",
    "cohort_or_quasi": "other studies of people",
    "official_statistic": "official statistics",
    "law": "law",
    "government_report": "government reports",
    "agency_report": "agency reports",
    "ngo_report": "reports of charities and campaigns",
    "working_paper": "working papers",
    "conference_abstract": "conference abstracts",
    "commentary": "commentary",
    "news": "news",
    "blog": "blogs",
    "personal_communication": "personal communications",
}
_HELD = {
    "exact": "found in the copy",
    "earlier": "found earlier",
    "witnessed": "witnessed",
    "unseen": "unseen",
    "failed": "failed",
}


def coverage_page(found: Iterable[Coverage], library: Library) -> str:
    """Each article, sentence by sentence, with the records that quote it or the reason why none does."""
    parts = ["# What became of each sentence", _COVERAGE, _MADE]
    for one in found:
        reference = library.references.get(one.key)
        parts += [f"## {_cell(reference.title) if reference else one.key}", _told(one), _sentences(one, library)]
    return "\n\n".join(parts) + "\n"


_COVERAGE = """\
Some sources were read sentence by sentence. Each sentence either has figures or facts that quote words of it, or a reason
why it has none. Sentences are named by their first words; the texts themselves are not kept here."""


def _told(one: Coverage) -> str:
    quoted = sum(bool(row.figures) for row in one.sentences)
    reasons = sum(bool(row.reason and not row.figures) for row in one.sentences)
    silent = f"; nothing is said of {len(one.silent)}" if one.silent else ""
    return f"`{one.key}`: {len(one.sentences)} sentences and lines; {quoted} quoted, {reasons} with a reason{silent}."


def _sentences(one: Coverage, library: Library) -> str:
    rows = [[str(row.sentence.number), _cell(_named(row)), _became(row, library)] for row in one.sentences]
    return _table(["sentence", "first words", "records, or the reason why none"], rows)


def _named(row: Covered) -> str:
    opening = row.sentence.opening(_OPENING_WORDS)
    return opening if opening == row.sentence.text else f"{opening} …"


def _became(row: Covered, library: Library) -> str:
    if row.figures:
        return ", ".join(_linked(address, library) for address in row.figures)
    return _cell(row.reason) or "**nothing is said of it**"


def _linked(address: str, library: Library) -> str:
    record = library.record(address.partition(".")[0])
    return f"[`{address}`](../{record.where.file})" if record else f"`{address}`"


def base_page(library: Library, found: Iterable[Coverage]) -> str:
    """How many records and figures there are, from where, and how they are held."""
    figures = list(library.figures.values())
    quoted = [figure for figure in figures if figure.derivation is None and figure.quote is not None]
    parts = ["# The base in numbers", _MADE, "## Records", _records(library)]
    parts += ["## Figures and facts", _sorts(figures), _held(quoted, library)]
    read = list(found)
    if read:
        rows = [[f"`{one.key}`", *(str(number) for number in _counts(one))] for one in read]
        total = ["all", *(str(sum(numbers)) for numbers in zip(*(_counts(one) for one in read), strict=True))]
        header = ["source", "sentences and lines", "quoted", "with a reason", "nothing said"]
        parts += ["## Articles read sentence by sentence", _table(header, [*rows, total])]
        parts += ["What each sentence came to: [coverage.md](coverage.md)."]
    return "\n\n".join(parts) + "\n"


def _counts(one: Coverage) -> tuple[int, int, int, int]:
    quoted = sum(bool(row.figures) for row in one.sentences)
    reasons = sum(bool(row.reason and not row.figures) for row in one.sentences)
    return len(one.sentences), quoted, reasons, len(one.silent)


def _records(library: Library) -> str:
    rows = [[kind.folder.replace("_", " "), str(len(library.of_kind(kind.kind)))] for kind in RECORD_KINDS]
    shown = sorted((row for row in rows if row[1] != "0"), key=lambda row: row[0])
    total = ["all", str(len(library.records))]
    references = len({key for figure in library.figures.values() for key in figure.cite})
    cited = f"The bibliography has {len(library.references)} references; figures cite {references} of them."
    return _table(["kind", "records"], [*shown, total]) + "\n\n" + cited


def _sorts(figures: list[Figure]) -> str:
    derived = sum(figure.derivation is not None for figure in figures)
    missing = sum(figure.derivation is None and figure.quote is None for figure in figures)
    return (
        f"{len(figures)} in all: {len(figures) - derived - missing} rest on words quoted from a source, {derived} are worked out from"
        f" others, {missing} have no quotation (most say that a value is not reported or was not seen)."
    )


def _held(quoted: list[Figure], library: Library) -> str:
    """Classes of sources down, states across."""
    counted: Counter[tuple[str, str]] = Counter()
    for figure in quoted:
        source = library.sources.get(figure.cite[0]) if figure.cite else None
        counted[source.source_class if source else "", library.hold(figure).state] += 1
    states = [state for state in reversed(STRENGTH) if any(state == one for _, one in counted)]
    classes = [name for name in (*_CLASSES, "") if any(name == one for one, _ in counted)]
    rows = [
        [_CLASSES.get(name, "not said"), *(str(counted[name, state]) for state in states), str(_sum(counted, name, 0))]
        for name in classes
    ]
    total = ["all", *(str(_sum(counted, state, 1)) for state in states), str(len(quoted))]
    return _table(["class of source", *(_HELD[state] for state in states), "all"], [*rows, total])


def _sum(counted: Mapping[tuple[str, str], int], name: str, side: int) -> int:
    return sum(number for pair, number in counted.items() if pair[side] == name)


def gaps_page(gaps: Iterable[Record]) -> str:
    """What the base does not know, and where to look."""
    parts = ["# What we do not know, and where to look", _MADE]
    for gap in gaps:
        lines = [f"## {_cell(gap.title)}", f"*Why it matters:* {_field(gap, 'matters_for')}"]
        lines += [f"*Where to look:* {_field(gap, 'where_to_look')}"]
        parts += lines
    return "\n\n".join(parts) + "\n"


def _field(record: Record, name: str) -> str:
    value = record.field(name)
    return _cell(value) if isinstance(value, str) else ""


def _table(header: list[str], rows: list[list[str]]) -> str:
    line = "|" + "|".join("---" for _ in header) + "|"
    return "\n".join([_row(header), line, *(_row(row) for row in rows)])


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cell(text: str) -> str:
    """Text as one cell of a Markdown table: nothing in it acts as a mark."""
    return "".join(f"\\{letter}" if letter in "\\|*_`[]<>#" else letter for letter in " ".join(text.split()))
