"""The text of one file as this room needs it: its lines, and places in them."""

import re
from dataclasses import dataclass

from briefkit.problems import Problem, Where
from briefkit.yamlfile.node import Mark

_MOST = 60
_SHOWN_WHOLE = 160


@dataclass(frozen=True, slots=True)
class Page:
    """A file's lines; lines and columns are counted from 0 here, and from 1 in places."""

    file: str
    """Its path."""
    lines: list[str]
    """Its lines, without their ends."""
    first_line: int
    """The number of its first line: more than 1 for the front matter of a brief."""

    def line(self, number: int) -> str:
        """A line, or nothing past the end."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def mark(self, line: int, column: int, end: int | None = None) -> Mark:
        """A place, up to `end` or to the end of its line without blanks and comment."""
        if line >= len(self.lines):
            line = max(0, len(self.lines) - 1)
            column = len(self.line(line))
        length = len(self.line(line).rstrip()) - column if end is None else end - column
        return (self.file, line + self.first_line, column + 1, max(1, length))

    def number(self, line: int) -> int:
        """The number of a line as people count."""
        return line + self.first_line

    def problem(self, rule: str, mark: Mark, message: str, way: str) -> Problem:
        """A problem at a place."""
        return Problem(Where(*mark), rule, message, way)


def brief(text: str, most: int = _MOST) -> str:
    """What somebody wrote, short enough for a message, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def in_quotes(value: str) -> str:
    """A value as YAML wants it in quotation marks: double ones, or single ones when it holds double ones."""
    shown = value if len(value) <= _SHOWN_WHOLE else value[:100] + " … " + value[-40:]
    if '"' in shown or "\\" in shown:
        return "'" + shown.replace("'", "''") + "'"
    return f'"{shown}"'


def without_comment(rest: str) -> str:
    """The rest of a line up to a comment that holds no quotation mark."""
    found = re.search(r"\s#[^\"”]*$", rest)
    return (rest[: found.start()] if found else rest).rstrip()


def straightened(value: str) -> str:
    """A value in curly quotation marks without them."""
    return value.strip("“”„‟«»‘’‚ \u00a0")


def cut_by_comment(page: Page, line: int, text: str, end: int) -> bool:
    """Whether quoted words in unquoted text end in a ` #`, which YAML takes for a comment."""
    if text.count('"') % 2 == 0 and text.count("“") <= text.count("”"):
        return False
    return re.match(r"\s+#", page.line(line)[end:]) is not None


def in_brackets(line: str, column: int) -> bool:
    """Whether a bracket is open before `column` of a line, by a look at that line alone."""
    before = line[:column]
    return sum(map(before.count, "[{")) > sum(map(before.count, "]}"))


def end_in_brackets(line: str, start: int) -> int:
    """Where a value between brackets ends that begins at `start`: quoted words and inner brackets belong to it."""
    quoted, depth = False, 0
    for column in range(start, len(line)):
        character = line[column]
        if character == '"':
            quoted = not quoted
        elif not quoted and character in "[{":
            depth += 1
        elif not quoted and character in "]}":
            if depth == 0:
                return column
            depth -= 1
        elif not quoted and character == "," and depth == 0:
            return column
    return len(line)
