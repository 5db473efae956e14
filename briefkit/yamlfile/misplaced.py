"""Slips with lines: how far they are set in, and whether they are a field at all."""

import re

from briefkit.problems import Problem
from briefkit.yamlfile import faults
from briefkit.yamlfile.page import Page, brief, end_in_brackets, in_brackets, in_quotes, without_comment
from briefkit.yamlfile.parsers import Stop

_FIELD = re.compile(r"\s*(?:- +)*([\w-]+|\"[^\"]*\"|'[^']*'):(?:\s|$)")
_NO_BLANK = re.compile(r"([a-z][a-z0-9_]*):([^ ].*)")
_SIMPLE_KEY = 1000


def directive(page: Page, at: Stop) -> Problem | None:
    """A line that begins with `%`."""
    if "directive" not in at.context and "directive" not in at.said and "document start" not in at.said:
        return None
    for number in range(min(at.line, len(page.lines) - 1), -1, -1):
        if page.line(number).startswith("%"):
            mark = page.mark(number, 0)
            message = "a line may not begin with `%`, which YAML keeps for settings of its own"
            return page.problem("special-start", mark, message, "delete the line, or put `#` before it")
    return None


def name_without_blank(page: Page, at: Stop) -> Problem | None:
    """`country:GB` between other fields."""
    return _without_blank(page, at.from_line, at.from_column) if "simple key" in at.context else None


def _without_blank(page: Page, line: int, column: int) -> Problem | None:
    """`country:GB` at a place."""
    found = _NO_BLANK.match(page.line(line), column)
    if found is None:
        return None
    key, rest = found.groups()
    mark = page.mark(line, column, found.end(1) + 1)
    if rest[:1].isspace():
        message = f"the blank after the colon of `{key}` is not an ordinary one"
        return page.problem("missing-blank", mark, message, f"retype it: `{key}: {brief(rest)}`")
    return faults.missing_blank(page, mark, key, without_comment(rest))


def name_forgotten(page: Page, at: Stop) -> Problem | None:
    """A line that begins with a colon, or a value that does."""
    if page.line(at.line)[at.column : at.column + 1] != ":":
        return None
    before = page.line(at.line)[: at.column].rstrip()
    if before.endswith(":"):
        raw = without_comment(page.line(at.line)[at.column :])
        mark = page.mark(at.line, at.column, at.column + 1)
        way = f"put the value in quotation marks: `{in_quotes(raw)}`"
        return page.problem("special-start", mark, "a value may not begin with a colon", way)
    return None if before.strip(" -{[,") else faults.nameless(page, page.mark(at.line, at.column, at.column + 1))


def too_long_a_name(page: Page, at: Stop) -> Problem | None:
    """A colon so far from the beginning of its line that no name can end there."""
    line, start = page.line(at.line), at.column
    if "simple key" in at.context:
        line, start = page.line(at.from_line), max(0, page.line(at.from_line).find(": "))
        key = line[at.from_column : start]
        mark = page.mark(at.from_line, at.from_column, at.from_column + len(key))
    else:
        key = line[:start].strip()
        mark = page.mark(at.line, start - len(line[:start].lstrip()), start)
    too_long = line[start : start + 1] == ":" and len(key) > _SIMPLE_KEY and ": " not in key
    return faults.long_key(page, mark, key) if too_long else None


def dash_on_the_line(page: Page, at: Stop) -> Problem | None:
    """`sites: - Durham`."""
    line = page.line(at.line)
    if line[at.column : at.column + 1] != "-" or not line[: at.column].strip():
        return None
    end = end_in_brackets(line, at.column) if in_brackets(line, at.column) else len(line)
    raw = without_comment(line[at.column : end])
    entry = raw[1:].strip()
    way = f"begin a list on the line below; if it is one text, write `{in_quotes(raw)}`"
    if entry[:1].isdigit():
        way = f"a negative number is written without the blank: `-{brief(entry)}`; a list begins on the line below"
    mark = page.mark(at.line, at.column, at.column + 1)
    message = "a dash and a blank begin the entry of a list, which needs a line of its own"
    return page.problem("dash-start", mark, message, way)


def text_before_field(page: Page, at: Stop) -> Problem | None:
    """A field below a line that is none, so that both are read as one name."""
    last = at.before[-1] if at.before else None
    if last is None or not at.said.startswith("mapping values") or last.style or last.line == at.line:
        return None
    if last.column != len(page.line(at.line)) - len(page.line(at.line).lstrip()):
        return None
    return _no_field(page, last.line, last.column)


def _no_field(page: Page, line: int, column: int) -> Problem:
    """A line that should be a field: its blank is missing, or its colon."""
    return _without_blank(page, line, column) or _without_colon(page, line, column)


def set_in_wrongly(page: Page, at: Stop) -> Problem | None:
    """A field or an entry that begins in another column than those it belongs with."""
    line = page.line(at.line)
    indent = len(line) - len(line.lstrip())
    field = _FIELD.match(line)
    is_entry = re.match(r"\s*-(\s|$)", line) is not None
    at_start = at.column <= indent or (field is not None and at.column == field.end(1))
    if not at_start or not (field or is_entry) or "scanning" in at.context or "flow" in at.context:
        return None
    columns = _columns_above(page, at.line)
    mark = page.mark(at.line, indent, field.end(1) if field else None)
    if indent in columns:
        return page.problem("indentation", mark, *_mixed(is_entry=is_entry))
    message = f"this line begins in column {indent + 1}, which is not where the lines above it begin"
    nearest = sorted(columns, key=lambda column: (abs(column - indent), column))[:2]
    ways = [f"in column {column + 1}, below `{brief(page.line(columns[column]), 30)}`" for column in nearest]
    way = f"begin it {' or '.join(ways)}" if ways else "begin it in column 1"
    return page.problem("indentation", mark, message, way)


def _mixed(*, is_entry: bool) -> tuple[str, str]:
    """What to say when the column is right and the kind of line is not."""
    if is_entry:
        return "an entry of a list stands among fields", "set it in below the field whose list it belongs to"
    return "a field stands among the entries of a list", "begin it further left, or put `- ` before it"


def _columns_above(page: Page, line: int) -> dict[int, int]:
    """The columns in which the lines above begin that are still open, each with its nearest line."""
    columns: dict[int, int] = {}
    for number in range(line - 1, max(-1, line - 2000), -1):
        text = page.line(number)
        stripped = text.lstrip()
        indent = len(text) - len(stripped)
        if stripped and not stripped.startswith("#") and all(indent < column for column in columns):
            columns[indent] = number
        if indent == 0 and stripped:
            break
    return columns


def neither_field_nor_text(page: Page, at: Stop) -> Problem | None:
    """A line without a colon between fields."""
    line, column = (at.from_line, at.from_column) if "simple key" in at.context else (at.line, at.column)
    written = page.line(line)
    if "flow" in at.context or written[:column].strip(" -") or not written[column:].strip():
        return None
    if "simple key" not in at.context and not at.said.startswith(("expected <block end>", "expected '<doc")):
        return None
    return _without_colon(page, line, column)


def _without_colon(page: Page, line: int, column: int) -> Problem:
    """Words that are no field."""
    words = without_comment(page.line(line)[column:])
    message = f"`{brief(words)}` is neither a field nor part of the text above it"
    way = "a field is written `name: value`; to go on with the text above, set the line in by two blanks"
    if column and re.search(r"\s#", page.line(line - 1)):
        way = "the comment in the line above has ended the text: move the comment to a line of its own"
    return page.problem("missing-colon", page.mark(line, column, column + len(words)), message, way)


def second_document(page: Page, at: Stop) -> Problem | None:
    """Words after a line `...`, which ends a document."""
    if "<document " not in at.said:
        return None
    ends = (number for number in range(at.line + 1) if re.match(r"\.\.\.(\s|$)", page.line(number)))
    number = next(ends, None)
    return None if number is None else faults.second_document(page, number)
