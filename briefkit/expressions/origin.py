"""Where a piece of text stands in its file, so that a mistake in it can be pointed at after any cutting."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from briefkit.problems import Where


@dataclass(frozen=True)
class Origin:
    """A text and its place in a file."""

    text: str
    file: str
    line: int = 1
    """Line of its first character."""
    column: int = 1
    """Column of its first character; later lines begin at 1."""
    fixed: Where | None = None
    """The one place for all of it, where the file spells it otherwise (a text folded over lines); else None."""

    def where(self, offset: int, length: int = 1) -> Where:
        """The place of a part of it; of a part that runs over lines, what stands on the first of them."""
        if self.fixed:
            return self.fixed
        offset = min(max(offset, 0), len(self.text))
        row = bisect_right(self._starts, offset) - 1
        column = offset - self._starts[row]
        end = self._starts[row + 1] - 1 if row + 1 < len(self._starts) else len(self.text)
        first = self.column if row == 0 else 1
        return Where(self.file, self.line + row, first + column, max(1, min(length, end - offset)))

    @cached_property
    def _starts(self) -> list[int]:
        """Offset at which each line begins."""
        starts = [0]
        starts += [at + 1 for at, character in enumerate(self.text) if character == "\n"]
        return starts
