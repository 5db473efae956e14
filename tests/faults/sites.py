"""Where faults can be put: every scalar of a figure, every binding and citation of a brief, by its place in the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefkit.disk import Tree
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Where
from briefkit.records.record import Record
from briefkit.yamlfile import Node


@dataclass(frozen=True)
class Fault:
    """One mistake, made in a copy of the project."""

    kind: str
    where: str
    """File and line."""
    did: str
    """What was changed into what."""
    texts: dict[str, str]
    """The files as they read with the mistake in them."""
    own: frozenset[str]
    """Rules that would name this very mistake."""


@dataclass(frozen=True)
class Slice:
    """A run of characters of one file."""

    file: str
    text: str
    """All of the file."""
    start: int
    end: int

    @property
    def raw(self) -> str:
        """The characters themselves."""
        return self.text[self.start : self.end]

    @property
    def line(self) -> int:
        """1-based number of the line in which it begins."""
        return self.text.count("\n", 0, self.start) + 1

    def part(self, start: int, end: int) -> "Slice":
        """A run within it, by offsets into it."""
        return replace(self, start=self.start + start, end=self.start + end)

    def find(self, pattern: str, group: int = 0) -> "list[Slice]":
        """Every run within it that a pattern fits."""
        return [self.part(*found.span(group)) for found in re.finditer(pattern, self.raw)]

    def fault(self, kind: str, new: str, own: frozenset[str]) -> Fault:
        """The mistake of writing `new` here."""
        text = self.text[: self.start] + new + self.text[self.end :]
        did = f"`{_short(self.raw)}` -> `{_short(new)}`"
        return Fault(kind, f"{self.file}:{self.line}", did, {self.file: text}, own)


@dataclass(frozen=True)
class FigureSite:
    """One figure as it stands in its record."""

    figure: Figure
    value: Slice | None
    """The value with qualifier and unit, without the quotation; None where the quotation is the value."""
    quote: Slice | None
    fields: dict[str, Slice]
    """Further scalars of its long form: `cite`, `at`, `via`, `price_year`, `per`..."""
    held: bool
    """Whether the copy is at hand in which its quotation can be looked for."""


def figure_sites(library: Library, tree: Tree) -> Iterator[FigureSite]:
    """Every figure that is stated, not derived."""
    for address, figure in library.figures.items():
        record = library.records[figure.record]
        node = _node(record, address.split(".")[1:])
        if node is None or figure.derivation is not None:
            continue
        text = tree.texts[record.where.file]
        held = library.hold(figure).state == "exact"
        if node.kind == "text":
            yield _one_line(figure, _slice(text, node.where), held)
        elif node.kind == "map":
            parts = {
                key: _slice(text, pair.value.where) for key, pair in node.pairs.items() if pair.value.kind == "text"
            }
            yield FigureSite(figure, parts.get("value"), parts.get("quote"), parts, held)


def _node(record: Record, steps: list[str]) -> Node | None:
    node = record.node
    for step in steps:
        pair = node.pairs.get(step)
        if pair is None:
            return None
        node = pair.value
    return node


def _one_line(figure: Figure, whole: Slice, held: bool) -> FigureSite:
    quoted = re.search(r'(?<!\\)"(.*)(?<!\\)"', whole.raw)
    if quoted is None:
        return FigureSite(figure, whole, None, {}, held)
    value = whole.part(0, quoted.start()) if quoted.start() > 1 else None
    return FigureSite(
        figure, value, whole.part(*quoted.span(1)), {"notes": whole.part(quoted.end(), len(whole.raw))}, held
    )


def _slice(text: str, where: Where) -> Slice:
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: where.line - 1]) + where.column - 1
    line_end = start + len(lines[where.line - 1]) - where.column + 1
    return Slice(where.file, text, start, min(start + where.length, line_end))


@dataclass(frozen=True)
class Binding:
    """`[words]{=address}` in a brief."""

    whole: Slice
    words: Slice
    address: Slice


BOUND = re.compile(r"\[([^\[\]]+)\]\{=([\w.]+)\}")
CITED = re.compile(r"\[@(\w+)(?:, (?P<at>[^\"\]]+?))?(?:, \"(?P<words>[^\"]+)\")?\]")


def bindings(tree: Tree) -> Iterator[Binding]:
    """Every binding of every brief."""
    for whole, found in _matches(tree, BOUND):
        at = found.start()
        yield Binding(whole, whole.part(*_off(found.span(1), at)), whole.part(*_off(found.span(2), at)))


def citations(tree: Tree) -> Iterator[tuple[Slice, dict[str, Slice]]]:
    """Every citation of every brief that names one work: the whole, and its `key`, `at` and `words`."""
    for whole, found in _matches(tree, CITED):
        at = found.start()
        parts = {"key": whole.part(*_off(found.span(1), at))}
        for name in ("at", "words"):
            if found[name]:
                parts[name] = whole.part(*_off(found.span(name), at))
        yield whole, parts


def _matches(tree: Tree, pattern: re.Pattern[str]) -> Iterator[tuple[Slice, re.Match[str]]]:
    for file, text in tree.texts.items():
        if file.startswith("briefs/") and file.endswith(".md"):
            for found in pattern.finditer(text):
                yield Slice(file, text, *found.span()), found


def _off(span: tuple[int, int], at: int) -> tuple[int, int]:
    return span[0] - at, span[1] - at


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:57] + "..."
