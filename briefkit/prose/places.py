r"""From a token of Markdown back to the line and column of the file in which its first character was typed.

Markdown takes indentation, `>` and list marks off a paragraph, and `\` off a `\|` in a cell; here it is counted back.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from markdown_it.common.utils import MD_TRIM_CHARS

from briefkit.expressions.atom import Lifted
from briefkit.problems import Where
from briefkit.prose.token import Token

BLANKS = MD_TRIM_CHARS.replace("\n", "")


@dataclass(frozen=True, slots=True)
class Strip:
    """Where the text of one paragraph, heading or cell stands: (offset in it, offset in the whole text), ascending."""

    knots: tuple[tuple[int, int], ...]

    def offset(self, at: int) -> int:
        """Where a character of it stands in the whole text."""
        here, there = self.knots[max(0, bisect_right(self.knots, (at, 1 << 60)) - 1)]
        return there + at - here


@dataclass(frozen=True)
class Places:
    """Answers for one text where its tokens stand."""

    lifted: Lifted

    def block(self, token: Token) -> Where | None:
        """The place of a block: the first mark on its first line; None when Markdown does not say."""
        if token.map is None or token.map[0] >= len(self.lines):
            return None
        line = self.lines[token.map[0]]
        indent = len(line) - len(line.lstrip(BLANKS + ">"))
        return self.lifted.where(self.starts[token.map[0]] + indent, max(1, len(line.rstrip(BLANKS)) - indent))

    def line_text(self, number: int) -> str:
        """One line of the text."""
        return self.lines[number] if number < len(self.lines) else ""

    def strip(self, inline: Token, before: Token | None) -> Strip:
        """Where the text of an inline token stands; `before` is the token that opens its block."""
        first = inline.map[0] if inline.map else 0
        if "row" in inline.meta:
            return self._cell(inline.content, first, inline.meta["row"], inline.meta["cell"])
        if before is not None and before.markup.startswith("#"):
            line = self.line_text(first)
            hashes = line.find(before.markup)
            return Strip(((0, self.starts[first] + max(0, line.find(inline.content, hashes + len(before.markup)))),))
        begin = inline.content.partition("\n")[0].strip(BLANKS)
        while inline.map and first + 1 < inline.map[1] and not self.line_text(first).rstrip(BLANKS).endswith(begin):
            first += 1  # Markdown has dropped a line that holds nothing but unusual blanks
        return Strip(tuple(self._lines(inline.content, first)))

    def _lines(self, content: str, first: int) -> list[tuple[int, int]]:
        """Each line of a paragraph stands at the end of a line of the text."""
        knots, at = [], 0
        for row, part in enumerate(content.split("\n"), first):
            body = part.strip(BLANKS)
            column = len(self.line_text(row).rstrip(BLANKS)) - len(body)
            start = self.starts[min(row, len(self.starts) - 1)]
            knots.append((at + len(part) - len(part.lstrip(BLANKS)) if body else at, start + max(0, column)))
            at += len(part) + 1
        return knots

    def _cell(self, content: str, row: int, start: int, number: int) -> Strip:
        """A cell of a table: its row is cut at each `|` that has no backslash before it."""
        end = self.starts[row] + len(self.line_text(row))
        text = self.lifted.text[start:end].rstrip(BLANKS)
        bars = [-1, *(bar.start() for bar in re.finditer(r"(?<!\\)\|", text)), len(text)]
        if text.startswith("|"):
            bars = bars[1:]
        if number + 1 >= len(bars):
            return Strip(((0, end),))
        at = bars[number] + 1
        at += len(text[at:]) - len(text[at:].lstrip(BLANKS))
        knots, here = [(0, start + at)], 0
        for character in content:
            if character == "|" and text.startswith("\\|", at):
                at += 1
                knots.append((here, start + at))
            here, at = here + 1, at + 1
        return Strip(tuple(knots))

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, without their ends."""
        return self.lifted.text.split("\n")

    @cached_property
    def starts(self) -> list[int]:
        """Offset at which each line begins."""
        starts, at = [], 0
        for line in self.lines:
            starts.append(at)
            at += len(line) + 1
        return starts
