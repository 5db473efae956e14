"""Slips with brackets and with the commas between them."""

import re

from briefkit.problems import Problem
from briefkit.yamlfile.page import Page, brief, end_in_brackets, in_brackets, in_quotes, without_comment
from briefkit.yamlfile.parsers import Stop

_FIELD = re.compile(r"([\w-]+):(?:\s|$)")
_PARTNER = {"[": "]", "{": "}", "]": "[", "}": "{"}


def _in_brackets(at: Stop) -> bool:
    """Whether the parser was reading what stands between brackets."""
    return at.context.startswith("while parsing a flow")


def _here(page: Page, at: Stop) -> str:
    """The character at which the parser stopped."""
    return page.line(at.line)[at.column : at.column + 1]


def comma_forgotten(page: Page, at: Stop) -> Problem | None:
    """A field that begins right after the one before it, without a comma."""
    if not _in_brackets(at) or not at.said.startswith("expected ',' or"):
        return None
    line = page.line(at.line)
    begin = _start_of_word(page, at)
    field = _FIELD.match(line, begin)
    after_value = at.before and (at.before[-1].style or at.before[-1].kind in ("]", "}"))
    on_new_line = not line[:begin].strip() and at.line > at.from_line and not _less_set_in(page, at)
    if field is None or not (after_value or on_new_line):
        return None
    message = f"a comma is missing before `{field.group(1)}`"
    return page.problem("missing-comma", page.mark(at.line, begin, field.end(1)), message, "put a comma before it")


def _start_of_word(page: Page, at: Stop) -> int:
    """Where the word begins at whose colon the parser may have stopped."""
    if _here(page, at) != ":":
        return at.column
    found = re.search(r"[\w-]*$", page.line(at.line)[: at.column])
    return found.start() if found else at.column


def _less_set_in(page: Page, at: Stop) -> bool:
    """Whether the line begins no further right than the one on which the bracket was opened."""
    here, opened = page.line(at.line), page.line(at.from_line)
    return len(here) - len(here.lstrip()) <= len(opened) - len(opened.lstrip())


def goes_on_after_bracket(page: Page, at: Stop) -> Problem | None:
    """Words after the bracket that closes a value."""
    last = at.before[-1] if at.before else None
    if last is None or last.kind not in ("]", "}") or last.end_line != at.line or _here(page, at) in "]},:":
        return None
    line = page.line(at.line)
    opening = _opening(line, last.column)
    end = end_in_brackets(line, at.column) if _in_brackets(at) else len(line)
    raw = without_comment(line[opening:end])
    message = "the bracket before this closes the value, and words stand after it"
    way = f"put the whole value in quotation marks: `{in_quotes(raw)}`"
    end = max(at.column + 1, opening + len(raw))
    return page.problem("text-after-bracket", page.mark(at.line, at.column, end), message, way)


def _opening(line: str, closing: int) -> int:
    """Where the bracket is opened that is closed at `closing`; the same place when that is on a line above."""
    depth = 0
    for column in range(closing, -1, -1):
        depth += (line[column] in "]}") - (line[column] in "[{")
        if depth == 0:
            return column
    return closing


def never_closed(page: Page, at: Stop) -> Problem | None:
    """A bracket without its partner."""
    ended = "stream end" in at.said or "document" in at.said
    next_field = at.line > at.from_line and _less_set_in(page, at) and at.said.startswith("expected ',' or")
    if not _in_brackets(at) or not (ended or next_field):
        return None
    bracket = page.line(at.from_line)[at.from_column : at.from_column + 1]
    if bracket not in ("[", "{"):
        bracket = "["
    message = f"the bracket `{bracket}` that opens here is never closed"
    mark = page.mark(at.from_line, at.from_column, at.from_column + 1)
    return page.problem("unclosed-bracket", mark, message, f"put `{_PARTNER[bracket]}` where the entries end")


def inside_value(page: Page, at: Stop) -> Problem | None:
    """A bracket inside a value that lies between brackets itself."""
    last = at.before[-1] if at.before else None
    if not _in_brackets(at) or last is None or last.kind != "<scalar>" or _here(page, at) not in ("[", "{"):
        return None
    line = page.line(at.line)
    start = last.column if last.line == at.line else at.column
    raw = line[start : end_in_brackets(line, start)].rstrip()
    message = f"the bracket `{_here(page, at)}` stands inside a value that lies between brackets itself"
    way = f"put the value in quotation marks: `{in_quotes(raw)}`"
    return page.problem("bracket-in-value", page.mark(at.line, at.column, at.column + 1), message, way)


def quote_cut(page: Page, at: Stop) -> Problem | None:
    """Quoted words inside an unquoted value between brackets, cut by a comma or a bracket of their own."""
    for piece in at.before:
        line = page.line(piece.end_line)
        cut = line[piece.end_column : piece.end_column + 1]
        if piece.line != piece.end_line or piece.style or cut not in (",", "[", "]", "{", "}"):
            continue
        if piece.text.count('"') % 2 == 1 and in_brackets(line, piece.column):
            raw = line[piece.column : end_in_brackets(line, piece.column)].rstrip()
            mark = page.mark(piece.end_line, piece.end_column, piece.end_column + 1)
            message = f"`{cut}` cuts the quoted words short, because their value lies between brackets"
            way = f"put the whole value in quotation marks: `{in_quotes(raw)}`"
            return page.problem("bracket-in-value", mark, message, way)
    return None


def nothing_to_close(page: Page, at: Stop) -> Problem | None:
    """A closing bracket without its partner, or with the wrong one."""
    here = _here(page, at)
    if here not in ("]", "}"):
        return None
    mark = page.mark(at.line, at.column, at.column + 1)
    if _in_brackets(at) and at.said.startswith("expected ',' or"):
        opened = page.line(at.from_line)[at.from_column : at.from_column + 1]
        message = f"`{here}` does not close `{opened}`, the bracket that was opened in line {page.number(at.from_line)}"
        return page.problem(
            "stray-bracket", mark, message, f"write `{_PARTNER.get(opened, ']')}`, or open `{_PARTNER[here]}` first"
        )
    way = f"delete it, or put `{_PARTNER[here]}` where the list begins"
    if not page.line(at.line)[: at.column].strip(" -") or page.line(at.line)[: at.column].rstrip().endswith(":"):
        raw = without_comment(page.line(at.line)[at.column :])
        way = f"delete it, or put the value in quotation marks: `{in_quotes(raw)}`"
    return page.problem("stray-bracket", mark, f"the bracket `{here}` closes nothing", way)


def nothing_between_commas(page: Page, at: Stop) -> Problem | None:
    """`[a,, b]`."""
    if _here(page, at) != "," or not at.context.startswith("while parsing a flow node"):
        return None
    mark = page.mark(at.line, at.column, at.column + 1)
    before = brief(page.line(at.line)[: at.column].strip()[-1:])
    message = f"nothing stands between `{before}` and this comma" if before else "nothing stands before this comma"
    return page.problem("stray-comma", mark, message, "delete the comma, or write what is missing")
