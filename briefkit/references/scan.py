"""Where one entry of a .bib text ends and the next begins, whatever is wrong with either.

A reader that trusts braces loses everything behind the one that was forgotten. This scanner does not: a line that
begins like an entry (`@article{key,`) begins an entry. It cuts the text into entries and fields with their places
(`cut` reads one entry); what the values mean is `parse`'s work, by pybtex.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from briefkit.problems import Problem
from briefkit.references.cut import EntryCut
from briefkit.references.kinds import KNOWN_TYPES
from briefkit.references.raw import RawEntry, Scanned, Text

_AT = re.compile(r"(?m)^[ \t]*%.*$|@[ \t]*(?P<type>[A-Za-z][\w-]*)\s*(?P<open>[{(])")
_TYPES = "|".join(sorted((*KNOWN_TYPES, "string", "comment", "preamble"), key=len, reverse=True))
_KEY = r"[^\s,{}()=\"#%\\]+[ \t]*,"
_OWN_LINE = re.compile(rf"(?mi)^[ \t]*(@[ \t]*(?:(?:{_TYPES})[ \t]*[{{(]|[a-z][\w-]*[ \t]*[{{(]\s*{_KEY}))")
_IN_A_LINE = re.compile(rf"(?i)@(?:{_TYPES})[ \t]*[{{(]\s*{_KEY}")
_BRACES, _PARENTHESES = re.compile("[{}]"), re.compile("[()]")
_NO_BRACKET = re.compile(rf"(?mi)^[ \t]*@[ \t]*({_TYPES})\b(?!\s*[{{(])")

_MANY = 20
"""More than this is damage or design, not chance; it also bounds how often one text is read through."""


def scan(text: str, file: str) -> Scanned:
    """Every entry and every @string of one text, and what is wrong with their form."""
    source, found = Text(file, text), Scanned()
    sure = [at.start(1) for at in _OWN_LINE.finditer(text)] + [len(text)]
    likely = [at.start() for at in _IN_A_LINE.finditer(text)]
    at = 0
    for start in _starts(text):
        if start.start() < at:
            continue
        found.problems += _without_bracket(source, at, start.start())
        limit = sure[bisect_right(sure, start.start())]
        inner = likely[bisect_right(likely, start.start()) : bisect_left(likely, limit)]
        at = _take(source, start, limit, inner, found)
    found.problems += _without_bracket(source, at, len(text))
    return found


def _starts(text: str) -> Iterator[re.Match[str]]:
    """Everything that may begin an entry; lines that begin with `%` are comments."""
    return (found for found in _AT.finditer(text) if found.group("type"))


def _take(source: Text, start: re.Match[str], limit: int, inner: Sequence[int], found: Scanned) -> int:
    """One entry into `found`; the offset at which reading goes on.

    `inner` are the places before its limit that look like entries in the middle of a line: it ends at the first of
    them when it is damaged, or when they are too many to be part of it.
    """
    kind = start.group("type").lower()
    if kind in ("comment", "preamble"):
        return _skip(source, start, limit, found)
    nearest = inner[0] if inner else limit
    cut = EntryCut(source, start, limit if len(inner) < _MANY else nearest).read()
    if not cut.closed:
        cut = EntryCut(source, start, nearest, careful=True).read()
    found.problems += cut.problems
    if cut.key:
        type_where = source.where(start.start(), start.end("type"))
        where = cut.key_where or type_where
        entry = RawEntry(kind, cut.key, tuple(cut.fields), type_where, where, damaged=bool(cut.problems))
        (found.strings if kind == "string" else found.entries).append(entry)
    return cut.at


def _skip(source: Text, start: re.Match[str], limit: int, found: Scanned) -> int:
    """The end of a @comment or @preamble; one that is never closed ends where the next entry begins."""
    depth, brackets = 1, _BRACES if start.group("open") == "{" else _PARENTHESES
    end = limit if found.unclosed > _MANY else len(source.text)
    for bracket in brackets.finditer(source.text, start.end(), end):
        depth += 1 if bracket.group() in "{(" else -1
        if depth == 0:
            return bracket.end()
    where = source.where(start.start(), start.end())
    kind = start.group("type").lower()
    closing = "}" if start.group("open") == "{" else ")"
    way = f"write `{closing}` where it ends"
    found.problems.append(Problem(where, "bib-syntax", f"this @{kind} is never closed", way))
    found.unclosed += 1
    return limit


def _without_bracket(source: Text, begin: int, end: int) -> list[Problem]:
    """Each `@article` that no bracket follows, between two entries."""
    return [
        Problem(
            source.where(found.end() - len(found.group(1)) - 1, found.end()),
            "bib-syntax",
            f"no brace after `@{found.group(1)}`: the entry cannot be read",
            f"write `@{found.group(1)}{{key,` and close it with `}}`",
        )
        for found in _NO_BRACKET.finditer(source.text, begin, end)
    ]
