"""Cuts a condition (`patients > 1,000 and country == 'GB'`) into words, texts, numbers, dates and marks."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from briefkit.tables.fault import Fault
from briefkit.values import Date
from briefkit.values.dates import read_date

Kind = Literal["word", "text", "number", "date", "mark", "end"]
LONGEST = 2000
"""Characters that a condition may have."""

_BLANKS = " \t\r\n\u00a0\u202f"
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?(?![0-9-])")
_NUMBER = re.compile(
    r"[-−]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+|[0-9]{1,3}(?:’[0-9]{3})+|[0-9]{1,24})"
    r"(?![0-9])(?:\.[0-9]{1,24})?(?![0-9A-Za-z_.])"
)
_MARK = re.compile(r"==|!=|<=|>=|<(?!>)|[>()\[\],%£€]")
_TEXT = re.compile(r"""'((?:[^'\\\n]|\\['"\\])*)'|"((?:[^"\\\n]|\\['"\\])*)\"""")
_OTHER_MARKS = {
    "=": "write `==` for `is`",
    "<>": "write `!=` for `is not`",
    "≠": "write `!=` for `is not`",
    "≤": "write `<=`",
    "≥": "write `>=`",
    "&&": "write `and`",
    "||": "write `or`",
    "!": "write `not`, or `!=` for `is not`",
    "&": "write `and`",
    "|": "write `or`",
    "$": "write the currency by its code: `1,000 USD`, `1,000 CAD`",
    "‘": "write straight quotation marks: `'GB'`",
    "’": "write straight quotation marks: `'GB'`",
    "“": "write straight quotation marks: `'GB'`",
    "”": "write straight quotation marks: `'GB'`",
    "{": "write the values of a list in square brackets: `['GB', 'CH']`",
}


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a condition."""

    kind: Kind
    text: str
    """As written; for a text, what stands between its quotation marks."""
    offset: int
    length: int


def tokens(written: str) -> tuple[Token, ...] | Fault:
    """All pieces of a condition, an end mark last; or what cannot be read."""
    if len(written) > LONGEST:
        return _fault(
            written, f"this condition is longer than {LONGEST} characters", "name the records with `ids=[...]`"
        )
    out: list[Token] = []
    place = 0
    while place < len(written):
        if written[place] in _BLANKS:
            place += 1
            continue
        token = _next(written, place)
        if isinstance(token, Fault):
            return token
        out.append(token)
        place += token.length
    return (*out, Token("end", "", len(written.rstrip(_BLANKS)), 0))


def _next(written: str, place: int) -> Token | Fault:
    """The piece that begins at `place`."""
    if text := _TEXT.match(written, place):
        inside = text[1] if text[1] is not None else text[2]
        return Token("text", re.sub(r"\\(.)", r"\1", inside), place, len(text[0]))
    if day := _DATE.match(written, place):
        return _day(written, day)
    for kind, pattern in _PATTERNS:
        if found := pattern.match(written, place):
            return Token(kind, found[0], place, len(found[0]))
    return _unreadable(written, place)


_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (("number", _NUMBER), ("word", _WORD), ("mark", _MARK))


def _day(written: str, found: re.Match[str]) -> Token | Fault:
    """A date, if the calendar has it."""
    day = read_date(found[0])
    if isinstance(day, Date):
        return Token("date", found[0], found.start(), len(found[0]))
    return _fault(written, day.message, day.help, found.start(), len(found[0]))


def _unreadable(written: str, place: int) -> Fault:
    """The fault for a piece that is none of ours, with the way out when people of other languages write it."""
    if written[place] in "'\"":
        help_ = f"put the same mark ({written[place]}) at the end of the text; a mark inside it is written \\{written[place]}"
        return _fault(written, "this text has no closing quotation mark", help_, place, len(written) - place)
    for other in sorted(_OTHER_MARKS, key=len, reverse=True):
        if written.startswith(other, place):
            return _fault(written, f"`{other}` is no part of a condition", _OTHER_MARKS[other], place, len(other))
    piece = re.compile(r"[^\s()\[\],]{1,40}").match(written, place)
    wrong = piece[0] if piece else written[place]
    if wrong[0].isdigit():
        help_ = "write numbers as `1,300`, `12.5`, `1.5 million`, and dates as `1994` or `1994-03-21`"
        return _fault(written, f"`{wrong}` is not a number", help_, place, len(wrong))
    help_ = "a condition is made of field names, texts in quotation marks, numbers, `==`, `<`, `in`, `and`, `or`, `not`"
    return _fault(written, f"`{wrong}` is no part of a condition", help_, place, len(wrong))


def amount(text: str) -> Decimal:
    """The number that a number token stands for."""
    return Decimal(re.sub(r"[, \u00a0\u202f’]", "", text).replace("−", "-"))


def _fault(written: str, message: str, help_: str, offset: int = 0, length: int = 0) -> Fault:
    return Fault(rule="table-condition", message=message, help=help_, written=written, offset=offset, length=length)
