"""Slips with quotation marks, and with characters that need them."""

import re

from briefkit.problems import Problem
from briefkit.yamlfile import faults
from briefkit.yamlfile.page import (
    Page,
    brief,
    cut_by_comment,
    end_in_brackets,
    in_quotes,
    without_comment,
)
from briefkit.yamlfile.parsers import Stop

_LOOKS_LIKE_FIELD = re.compile(r"\s*(?:- +)*[\w-]+:(?:\s|$)|\s*- ")
_NAME = re.compile(r"[a-z][a-z0-9_]*$")


def escape(page: Page, at: Stop) -> Problem | None:
    """A backslash between double quotation marks."""
    if "escape" not in at.said and at.said:
        return None
    line = page.line(at.line)
    column = line.rfind("\\", 0, at.column + 1)
    if column < 0:
        return None
    message = "a backslash between double quotation marks begins a special character"
    way = "use single quotation marks, in which a backslash is a backslash, or write it twice: `\\\\`"
    return page.problem("backslash", page.mark(at.line, column, min(column + 2, len(line))), message, way)


def never_closed(page: Page, at: Stop) -> Problem | None:
    """A quotation mark without its partner down to the end of the file."""
    if "quoted scalar" not in at.context or not at.said.startswith("found unexpected"):
        return None
    return faults.unclosed_quote(page, at.from_line, at.from_column)


def closed_too_late(page: Page, at: Stop) -> Problem | None:
    """A quotation mark whose partner is the one that opens a later value."""
    for piece in reversed(at.before):
        inside = range(piece.line + 1, piece.end_line + 1)
        if piece.style in ('"', "'") and any(_LOOKS_LIKE_FIELD.match(page.line(number)) for number in inside):
            return faults.unclosed_quote(page, piece.line, piece.column)
    return None


def cut_by_hash(page: Page, at: Stop) -> Problem | None:
    """Quoted words cut by ` #`, where that has broken a bracket or the lines below."""
    for piece in at.before:
        if piece.kind == "<scalar>" and not piece.style:
            written = page.line(piece.end_line)[: piece.end_column]
            text = written[piece.column :] if piece.line == piece.end_line else written
            if cut_by_comment(page, piece.end_line, text, piece.end_column):
                begin = piece.column if piece.line == piece.end_line else len(written) - len(written.lstrip())
                return faults.comment_in_quote(page, piece.end_line, begin, piece.end_column)
    return None


def goes_on_after_quote(page: Page, at: Stop) -> Problem | None:
    """Words after the quotation mark that closes a value."""
    last = at.before[-1] if at.before else None
    if last is None or last.style not in ('"', "'") or last.end_line != at.line:
        return None
    line = page.line(at.line)
    if last.line != at.line:
        message = f"the quotation mark before this closes the value that begins in line {page.number(last.line)}"
        way = "put a text of several lines below a `>-`, without quotation marks round it"
        return page.problem("text-after-quote", page.mark(at.line, at.column), message, way)
    end = end_in_brackets(line, last.column) if "flow" in at.context else len(line)
    raw = without_comment(line[last.column : end])
    value = _meant(raw, line[last.end_column - 2 : last.end_column - 1], last.style)
    touching = at.column == last.end_column
    message = "the quotation mark before this closes the value, and words stand after it"
    if last.style == "'" and touching:
        message = "the apostrophe before this closes the value, which begins with the same mark"
    mark = page.mark(at.line, at.column, last.column + len(raw))
    return page.problem("text-after-quote", mark, message, f"write the value as `{in_quotes(value)}`")


def _meant(raw: str, before_closing: str, quote: str) -> str:
    """The value without its outer marks when they were meant to go round the whole, else with them."""
    whole = len(raw) > 1 and raw.endswith(quote)
    inner_opens = before_closing in (" ", "(", "")
    apostrophe = quote == "'" and raw.count(quote) == 3
    return raw[1:-1] if whole and (inner_opens or apostrophe) else raw


def curly(page: Page, at: Stop) -> Problem | None:
    """A value in curly quotation marks, which do not protect the colon in it."""
    last = at.before[-1] if at.before else None
    if last is None or last.line != at.line or last.text[:1] not in "“„‘«" or not last.text:
        return None
    line = page.line(at.line)
    raw = without_comment(line[last.column :])
    return faults.typographic_quote(page, page.mark(at.line, last.column, last.column + len(raw)), raw)


def colon_in_text(page: Page, at: Stop) -> Problem | None:
    """`title: Cash: an RCT`."""
    last = at.before[-1] if at.before else None
    if last is None or not _at_colon(page, at) or last.kind != "<scalar>" or last.style or last.end_line != at.line:
        return None
    if last.line != at.line:
        return _colon_in_long_text(page, at, last.line)
    line = page.line(at.line)
    in_flow = "flow" in at.context
    end = end_in_brackets(line, last.column) if in_flow else len(line)
    start, key = last.column, _key(at)
    if not in_flow and key and not _NAME.match(key) and len(at.before) > 3 and at.before[-4].kind == "-":
        start, key = at.before[-3].column, ""
    value = without_comment(line[start:end])
    fixed = f"{key}: {in_quotes(value)}" if key else in_quotes(value)
    way = f"put the value in quotation marks: `{fixed}`"
    word = re.search(r"\s([a-z][a-z0-9_]*)$", last.text)
    if in_flow and word:
        way += f"\nor, if `{word.group(1)}` is a field of its own, put a comma before it"
    message = "a colon inside a value that is not in quotation marks"
    return page.problem("unquoted-colon", page.mark(at.line, at.column, at.column + 1), message, way)


def _colon_in_long_text(page: Page, at: Stop, first: int) -> Problem | None:
    """A colon in a later line of a text, unless the line is a field that is set in too far."""
    if at.line == first + 1 and _NAME.match(page.line(at.line)[: at.column].strip()):
        return None
    key = _key(at) or "notes"
    message = "a colon inside a text that is not in quotation marks"
    way = f"write `{key}: >-`, and begin the text on the line below, set in"
    return page.problem("unquoted-colon", page.mark(at.line, at.column, at.column + 1), message, way)


def _at_colon(page: Page, at: Stop) -> bool:
    """Whether the parser stopped at a colon that it could not place."""
    return page.line(at.line)[at.column : at.column + 1] == ":" and (
        at.said.startswith("mapping values") or at.said.endswith("':'")
    )


def _key(at: Stop) -> str:
    """The name of the field whose value comes last, if it has one."""
    if len(at.before) > 2 and at.before[-2].kind == ":" and at.before[-3].kind == "<scalar>":
        return brief(at.before[-3].text)
    return ""


def block_mark(page: Page, at: Stop) -> Problem | None:
    """`dose: >50 mg`."""
    return faults.block_mark(page, at.from_line, at.from_column) if "block scalar" in at.context else None


def special_character(page: Page, at: Stop) -> Problem | None:
    """A value that begins with a character which YAML keeps for itself."""
    last = at.before[-1] if at.before else None
    if last and last.kind in ("<alias>", "<anchor>", "<tag>"):
        line, column = last.line, last.column
    elif at.said.startswith(("found character", "mapping keys", "expected the node")):
        line, column = at.line, at.column
    elif at.said.startswith("found undefined tag") or re.search(r"\b(alias|anchor|tag|node)$", at.context):
        line, column = at.from_line, at.from_column
    else:
        return None
    first = page.line(line)[column : column + 1]
    if not first or first not in "%@`*&!?,|>-":
        return None
    raw = without_comment(page.line(line)[column:])
    rule = {"*": "alias", "&": "alias", "!": "tag"}.get(first, "special-start")
    shown = "a backtick" if first == "`" else f"`{first}`"
    message = f"a value may not begin with {shown}, which YAML keeps for itself"
    way = f"put the value in quotation marks: `{in_quotes(raw)}`"
    return page.problem(rule, page.mark(line, column, column + 1), message, way)
