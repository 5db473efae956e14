"""Running heads and page numbers: what stands at the top or foot of page after page and belongs to no sentence."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from briefkit.sources.extract_pdf_lines import Line

MARGIN = 0.13
"""Share of a page's height, at its top and at its foot, in which running heads are looked for."""
_DIGITS = re.compile(r"\d+")
_NUMBER_ALONE = re.compile(
    r"[\W_]*(?:(?:page|p\.|pg\.?|seite|s\.|side|sida)\s*)?(?P<number>\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/|von|av|af|sur)\s*\d{1,4})?[\W_]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a PDF as lines."""

    lines: tuple[Line, ...]
    label: str
    """As the file labels it; empty where it does not."""
    foot: float
    head: float
    """Heights of its lower and upper edge, in points."""
    drawn: bool
    """True when anything is drawn on it: a page with a drawing and no text may be a scan, an empty one is not."""

    def height(self, line: Line) -> float:
        """Where a line stands: 0 at the foot of the page, 1 at its top."""
        return (line.base - self.foot) / (self.head - self.foot)


def head_lines(pages: Sequence[Page]) -> list[frozenset[int]]:
    """For each page, the rows that are running heads or page numbers."""
    repeated = _repeated(pages)
    numbers = _numbers(pages)
    return [frozenset(repeated[at] | numbers[at]) for at in range(len(pages))]


def _outer(page: Page) -> list[int]:
    """Rows in the margins."""
    return [row for row, line in enumerate(page.lines) if not MARGIN < page.height(line) < 1 - MARGIN]


def _repeated(pages: Sequence[Page]) -> dict[int, set[int]]:
    """Rows whose words stand at the same height of several pages, whatever the numbers in them."""
    seen: dict[str, list[tuple[int, int, float]]] = defaultdict(list)
    for at, page in enumerate(pages):
        for row in _outer(page):
            key = _DIGITS.sub("#", " ".join(page.lines[row].text.split()).casefold())
            if sum(sign.isalpha() for sign in key) >= 4:
                seen[key].append((at, row, page.height(page.lines[row])))
    found: dict[int, set[int]] = defaultdict(set)
    for places in seen.values():
        for at, row, height in places:
            if any(other != at and abs(height - level) < 0.03 for other, _, level in places):
                found[at].add(row)
    return found


def _numbers(pages: Sequence[Page]) -> dict[int, set[int]]:
    """Rows that hold nothing but the page's number: the same distance from its place in the file on several pages."""
    alone: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for at, page in enumerate(pages):
        for row in _outermost(page):
            match = _NUMBER_ALONE.fullmatch(page.lines[row].text)
            value = _value(match["number"]) if match else None
            if value is not None:
                alone[value - at].append((at, row))
    found: dict[int, set[int]] = defaultdict(set)
    for places in alone.values():
        if len({at for at, _ in places}) > 1:
            for at, row in places:
                found[at].add(row)
    return found


def _outermost(page: Page) -> list[int]:
    """The rows at the very top and the very foot: a number one line further in may be a table's."""
    rows = sorted(_outer(page), key=lambda row: page.lines[row].base)
    return [*rows[:3], *rows[-3:]]


def _value(text: str) -> int | None:
    """A page number in digits or small Roman numerals."""
    if text.isdigit():
        return int(text)
    total, last = 0, 0
    for sign in reversed(text.lower()):
        value = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[sign]
        total += value if value >= last else -value
        last = max(last, value)
    return total


def printed_labels(pages: Sequence[Page], heads: Sequence[frozenset[int]]) -> list[str]:
    """The number that each page bears in print (`1885`), else its label in the file."""
    counts: Counter[int] = Counter()
    for at, page in enumerate(pages):
        numbers = {int(n) for row in heads[at] for n in _DIGITS.findall(page.lines[row].text) if len(n) <= 5}
        counts.update(number - at for number in numbers)
    best = counts.most_common(2)
    clear = bool(best) and best[0][1] >= max(2, 0.6 * len(pages)) and (len(best) < 2 or best[0][1] > best[1][1])
    return [str(best[0][0] + at) if clear and best[0][0] + at > 0 else page.label for at, page in enumerate(pages)]
