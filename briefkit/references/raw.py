"""What the scanner cuts a .bib text into: entries and fields as they were written, each with its place."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from briefkit.problems import Problem, Where


@dataclass(frozen=True, slots=True)
class RawField:
    """One field as it stands in the file."""

    name: str
    """In lower case."""
    parts: tuple[str, ...]
    """What `#` joins: each in braces or quotation marks that balance, a number, or the name of an @string."""
    where: Where
    """Its name."""
    value_where: Where
    """Where its value begins."""


@dataclass(frozen=True, slots=True)
class RawEntry:
    """One entry, or one @string, as it stands in the file."""

    type: str
    """In lower case: `article`, `string`."""
    key: str
    fields: tuple[RawField, ...]
    type_where: Where
    where: Where
    """Its key."""
    damaged: bool = False
    """True when something of it may have been lost: a field that is missing is not blamed again."""

    def field(self, *names: str) -> RawField | None:
        """The first of its fields that has one of these names."""
        return next((field for field in self.fields if field.name in names), None)


@dataclass(slots=True)
class Text:
    """A text that knows the line and column of each of its characters."""

    file: str
    text: str
    lines: list[int] = field(init=False)
    """Offset of the beginning of each line."""

    def __post_init__(self) -> None:
        """Find the lines once."""
        self.lines = [0, *(found.end() for found in re.finditer("\n", self.text))]

    def where(self, start: int, end: int | None = None) -> Where:
        """The place of what stands from `start` to `end`, underlined to the end of its line at most."""
        line = bisect_right(self.lines, start)
        room = self.text.find("\n", start)
        stop = start + 1 if end is None else end
        length = (stop if room < 0 else min(stop, room)) - start
        return Where(self.file, line, start - self.lines[line - 1] + 1, max(1, length))


@dataclass(slots=True)
class Scanned:
    """What was found in one file."""

    entries: list[RawEntry] = field(default_factory=list)
    strings: list[RawEntry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unclosed: int = 0
    """How many @comments and @preambles were never closed."""


def named(problem: Problem, key: str) -> Problem:
    """The problem with the key of its entry in the message."""
    if not key or f"`{key}`" in problem.message:
        return problem
    return replace(problem, message=f"{problem.message}, in `{key}`")
