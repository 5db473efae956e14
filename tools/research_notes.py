"""How much of the research notes that the base was begun from is in it, and why the rest is not.

    python tools/research_notes.py FOLDER

FOLDER holds the notes as YAML: facts with a status (`seen` or `recalled`) and the words that were seen. A seen fact is in the
base when a figure quotes the same words. What is left out has its reason in `tools/research_notes_left_out.tsv` (file, fact,
reason). The counts and the reasons go to the end of `docs/base.md`.
"""

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from briefkit.cli.docs import KEPT  # noqa: E402
from briefkit.coverage.sentences import squeezed  # noqa: E402  found once the project's folder is on the path
from briefkit.disk import read_tree  # noqa: E402
from briefkit.library import Library  # noqa: E402
from briefkit.pipeline.reading import read_library  # noqa: E402
from briefkit.records.price_index import PriceIndex  # noqa: E402

LEFT_OUT = ROOT / "tools/research_notes_left_out.tsv"
PAGE = ROOT / "docs/base.md"
HEADING = "## The research notes that the base was begun from"
SHORTEST = 12
"""Letters that two quotations must share at least to be of the same words."""
OVERLAP = 30
"""Letters that the end of one and the beginning of the other must share."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One seen fact of the notes."""

    file: str
    name: str
    quote: str
    values: frozenset[tuple[str, str]] = frozenset()
    """Of a row of a table: years and numbers."""
    bib: str = ""
    """Of an article: the key of its reference."""


def facts(folder: Path) -> list[Fact]:
    """Every seen fact of every file, in the order in which they stand there."""
    found = []
    for path in sorted(folder.glob("*.yaml")):
        notes = yaml.safe_load(path.read_text("utf-8"))
        found += [_fact(path.name, name, node) for name, node in _seen(notes, "")]
    return found


def _fact(file: str, name: str, node: dict[str, Any]) -> Fact:
    tables = [
        value for value in node.values() if isinstance(value, dict) and all(isinstance(key, int) for key in value)
    ]
    values = tables[0] if tables else {}
    rows = frozenset((str(year), str(value)) for year, value in values.items())
    bib = str(node.get("bib") or "") if "article" in node and not node.get("quote") else ""
    return Fact(file, name.lstrip("."), str(node.get("quote") or ""), rows, bib)


def _seen(node: object, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, list):
        for number, entry in enumerate(node):
            yield from _seen(entry, _named(name, entry, number))
    elif isinstance(node, dict):
        if node.get("status") == "seen":
            yield name, node
        for key, value in node.items():
            if isinstance(value, (dict, list)):
                yield from _seen(value, f"{name}.{key}" if _tells(key) else name)


def _named(name: str, entry: object, number: int) -> str:
    own = entry.get("id") or entry.get("field") if isinstance(entry, dict) else None
    mark = f"{own}.{number}" if isinstance(entry, dict) and "field" in entry else own or number
    return f"{name}.{mark}".lstrip(".")


def _tells(key: object) -> bool:
    """Whether a key of the notes says more than where its kind of fact is kept."""
    return key not in {"facts", "figures", "claims", "studies", "reviews", "services", "programmes", "evidence"}


@dataclass(frozen=True, slots=True)
class Base:
    """What the base holds, as facts are compared with it."""

    words: list[str]
    """Every run of words that a figure quotes, squeezed."""
    series: list[frozenset[tuple[str, str]]]
    """Years and numbers of each country of each price index."""
    references: frozenset[str]


def base_of(library: Library) -> Base:
    """The base, ready to be compared."""
    return Base(
        [squeezed(figure.quote.exact) for figure in library.figures.values() if figure.quote is not None],
        [
            frozenset((str(year), str(value)) for year, value in numbers.items())
            for record in library.of_kind("price_index")
            if isinstance(record, PriceIndex)
            for numbers in record.values.values()
        ],
        frozenset(library.references),
    )


def is_in(fact: Fact, base: Base) -> bool:
    """Whether some figure quotes the words of a fact, or part of them, or a longer run round them; of a row of a table,
    whether a price index has its numbers; of an article, whether it is in the bibliography.
    """
    if fact.values:
        return any(fact.values <= numbers for numbers in base.series)
    if fact.bib:
        return fact.bib in base.references
    words = squeezed(fact.quote)
    return any(_same(words, other) for other in base.words) if words else False


def _same(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) >= SHORTEST and short in long:
        return True
    shared = range(OVERLAP, len(short))
    return any(one.endswith(other[:letters]) or other.endswith(one[:letters]) for letters in shared)


def left_out() -> dict[tuple[str, str], str]:
    """Reasons, by file and fact."""
    with LEFT_OUT.open(encoding="utf-8", newline="") as file:
        return {(row[0], row[1]): row[2] for row in csv.reader(file, delimiter="\t") if len(row) == 3}


def section(found: list[Fact], base: Base, reasons: dict[tuple[str, str], str]) -> str:
    """The section of the page."""
    lines = [
        HEADING,
        "",
        "A fact counts as used when a figure of the base quotes the same words, or a price index has the same numbers.",
        "",
    ]
    lines += ["| notes | seen facts | used | left out with a reason | nothing said |", "|---|---|---|---|---|"]
    total = [0, 0, 0, 0]
    for file in dict.fromkeys(fact.file for fact in found):
        counted = _counted([fact for fact in found if fact.file == file], base, reasons)
        total = [sum(pair) for pair in zip(total, counted, strict=True)]
        lines.append(f"| `{file}` | " + " | ".join(map(str, counted)) + " |")
    lines.append("| all | " + " | ".join(map(str, total)) + " |")
    lines += ["", "| left out | why |", "|---|---|"]
    for fact in found:
        if not is_in(fact, base):
            why = reasons.get((fact.file, fact.name), "**nothing is said of it**")
            lines.append(f"| `{fact.file.removesuffix('.yaml')}`: {fact.name} | {why} |")
    return "\n".join(lines) + "\n"


def _counted(found: list[Fact], base: Base, reasons: dict[tuple[str, str], str]) -> list[int]:
    used = sum(is_in(fact, base) for fact in found)
    told = sum(not is_in(fact, base) and (fact.file, fact.name) in reasons for fact in found)
    return [len(found), used, told, len(found) - used - told]


def main(folder: Path) -> None:
    """Write the section anew."""
    library, _ = read_library(read_tree(ROOT))
    made = section(facts(folder), base_of(library), left_out())
    text = PAGE.read_text("utf-8").partition(KEPT)[0]
    PAGE.write_text(f"{text}{KEPT}\n{made}", "utf-8")
    sys.stdout.write(made)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
