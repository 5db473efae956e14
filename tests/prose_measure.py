"""How well numbers are judged in ordinary prose: the pages of `tests/prose/`, each number marked by hand.

`PYTHONPATH=.:tests python tests/prose_measure.py` prints the shares and lists what was judged otherwise than by hand.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from brief_desk import HEAD, TERMS, TEXTS

from briefkit.library import Library
from briefkit.load import load
from briefkit.read_brief import read
from briefkit.rules.unbound import unbound

PAGES = Path(__file__).parent / "prose"
NAMES = "names:\n  class_a: {text: Class A}\n  key_stage_2: {text: Key Stage 2}\n  schedule_3: {text: Schedule 3}\n"
FIRST = HEAD.count("\n")
"""Lines before the first of a page."""


@dataclass(frozen=True, order=True)
class Marked:
    """One number of a page, as somebody has marked it."""

    page: str
    line: int
    column: int
    text: str
    expected: str
    reason: str


@dataclass(frozen=True, order=True)
class Seen:
    """One number of a page that the rule reports."""

    page: str
    line: int
    column: int
    text: str


@cache
def library() -> Library:
    """The base of the tests of briefs, with names that a real base would have."""
    return load({**TEXTS, "evidence/terms.yaml": TERMS + NAMES})[0]


def marked(page: Path) -> list[Marked]:
    """The numbers of a page as they were marked by hand."""
    with page.with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        return [
            Marked(page.stem, int(row["line"]), int(row["column"]), row["text"], row["expected"], row["reason"])
            for row in csv.DictReader(file)
        ]


def reported(page: Path) -> list[Seen]:
    """The numbers of a page that the rule reports."""
    brief, _ = read(HEAD + page.read_text(encoding="utf-8"), f"briefs/{page.stem}.md", library())
    assert brief is not None
    return [Seen(page.stem, one.where.line - FIRST, one.where.column, one.text) for one in unbound(brief, library())]


def meets(one: Marked, other: Seen) -> bool:
    """Whether a mark and a report speak of the same number."""
    if one.line != other.line:
        return False
    return one.column < other.column + len(other.text) and other.column < one.column + len(one.text)


@dataclass(frozen=True)
class Judged:
    """All pages together."""

    right: list[Seen]
    wrong: list[Seen]
    """Reported, and marked as passing or not at all."""
    missed: list[Marked]
    expected: int
    words: int

    @property
    def precision(self) -> float:
        """The share of reported numbers that are rightly reported."""
        return len(self.right) / (len(self.right) + len(self.wrong))

    @property
    def recall(self) -> float:
        """The share of numbers to be reported that are."""
        return 1 - len(self.missed) / self.expected

    def __str__(self) -> str:
        """The measure in a line."""
        return (
            f"{len(self.right)} of {len(self.right) + len(self.wrong)} reported numbers rightly reported "
            f"({self.precision:.1%}); {self.expected - len(self.missed)} of {self.expected} found ({self.recall:.1%}); "
            f"{self.words} words"
        )


def judged() -> Judged:
    """What the rule makes of every page."""
    right, wrong, missed, expected, words = [], [], [], 0, 0
    for page in sorted(PAGES.glob("*.md")):
        marks = [one for one in marked(page) if one.expected == "reported"]
        seen = reported(page)
        good = [one for one in seen if any(meets(mark, one) for mark in marks)]
        right += good
        wrong += [one for one in seen if one not in good]
        missed += [mark for mark in marks if not any(meets(mark, one) for one in seen)]
        expected += len(marks)
        words += len(page.read_text(encoding="utf-8").split())
    return Judged(right, wrong, missed, expected, words)


if __name__ == "__main__":
    found = judged()
    for one in found.wrong:
        print(f"wrongly reported  {one.page}.md:{one.line}:{one.column} {one.text}")
    for one in found.missed:
        print(f"missed            {one.page}.md:{one.line}:{one.column} {one.text}")
    print(found)
