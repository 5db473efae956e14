"""A text as the tokens by which quotations are compared: words, numbers, signs and marks, each with its place.

A number with its sign, decimals and thousands marks is one token, so that `27` is never found in `127` nor `2.4` in
`−2.4`; superscripts and fractions are not digits, and every comparator and currency is itself alone.
"""

import re
from dataclasses import dataclass
from typing import Literal

from briefkit.sources.folds import DASHES, HIDDEN, QUOTATION_MARKS, key, shown

Kind = Literal[
    "word",
    "number",
    "raised",
    "currency",
    "percent",
    "comparator",
    "hyphen",
    "dash",
    "ellipsis",
    "quote",
    "mark",
    "bracket",
    "symbol",
    "end",
]
"""`raised`: super- and subscripts. `hyphen`: at the end of a line, with the rest of its word below. `end`: between texts
that do not run on."""

WEAK = frozenset({"mark", "quote", "ellipsis"})
"""Kinds that count for nothing at either end of a quotation."""
EXACT = frozenset({"number", "raised", "currency", "percent", "comparator"})
"""Kinds in which a difference is never a slip of the pen."""

_FRACTION = "\u00bc-\u00be\u2150-\u215f\u2189"
_RAISED = "\u00b2\u00b3\u00b9\u2070\u2071\u2074-\u208e"
_NUMERALS = "\u2160-\u2188\u2460-\u249b\u24ea-\u24ff\u2776-\u2793"
_LETTER = rf"[^\W\d_{_FRACTION}{_RAISED}{_NUMERALS}]"
_ACCENT = "[\u0300-\u036f]"
_DASH = f"[{re.escape(DASHES)}]"
_LINE_END = r"[ \t]*\r?\n[ \t]*"
_FORMS: tuple[tuple[Kind, str], ...] = (
    ("ellipsis", r"…|\.{3,}|\.(?:[ \u00a0]\.){2,}"),
    (
        "number",
        (
            rf"(?:(?<![\w%]){_DASH})?(?:[0-9]+(?:[.,·][0-9]+|['’][0-9]{{3}}(?![0-9]))*|(?<![\w.])[.·][0-9]+)[{_FRACTION}]?"
            rf"|[{_FRACTION}]"
        ),
    ),
    (
        "word",
        (
            rf"{_LETTER}(?:{_LETTER}|{_ACCENT}|\u00ad{_LINE_END}(?={_LETTER})|[{HIDDEN}](?={_LETTER})"
            rf"|['’ʼ](?={_LETTER}))*"
        ),
    ),
    ("hyphen", rf"(?<={_LETTER})(?:[-‐‑](?={_LINE_END}{_LETTER})|[\x02\ufffe](?=\s*{_LETTER}))"),
    ("raised", f"[{_RAISED}]+"),
    ("currency", "[$¢£¤¥ƒ฿\u20a0-\u20bf]"),
    ("percent", "[%‰]"),
    ("comparator", "[<>=≤≥⩽⩾≦≧±~≈≠∼≃≅×÷+]"),
    ("dash", _DASH),
    ("quote", f"[{re.escape(QUOTATION_MARKS)}]"),
    ("mark", "[,.;:!?]"),
    ("bracket", r"[()\[\]{}]"),
    ("symbol", rf"[^\s\x00-\x1f{HIDDEN}]"),
)
_TOKEN = re.compile("|".join(f"(?P<{kind}>{form})" for kind, form in _FORMS))


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut into tokens: four lists of one length, and the words that a line's end has parted."""

    text: str
    keys: list[str]
    kinds: list[Kind]
    starts: list[int]
    ends: list[int]
    joined: dict[int, str]
    """For a word parted at the end of a line: its first half's number, and the key of both halves without the hyphen."""

    def raw(self, number: int) -> str:
        """A token as the text has it."""
        return self.text[self.starts[number] : self.ends[number]]

    def glued(self, number: int) -> bool:
        """True when no blank stands between a token and the one before it."""
        return self.kinds[number - 1] != "end" and self.ends[number - 1] == self.starts[number]

    def shown(self, start: int, end: int) -> str:
        """The text of some tokens, blanks made plain."""
        return plain(self.text[self.starts[start] : self.ends[end - 1]]) if end > start else ""


def plain(text: str) -> str:
    """The text on one line: one blank for each run of them, none after a hyphen at the end of a line."""
    for mark in ("\x02", "\ufffe"):
        text = text.replace(mark, "-\n")
    return " ".join(re.sub(rf"(?<=\w)([-‐‑]){_LINE_END}(?=\w)", r"\1", shown(text)).split())


def tokenise(text: str, breaks: frozenset[int] = frozenset()) -> Tokens:
    """The tokens of a text; an `end` stands at its beginning, at each of the places in `breaks`, and at its end."""
    found = Tokens(text, ["\n"], ["end"], [0], [0], {})
    left = sorted(breaks, reverse=True)
    for match in _TOKEN.finditer(text):
        start = match.start()
        while left and left[-1] <= start:
            _end(found, left.pop())
        _keep(found, match)
    _end(found, len(text))
    return found


def _end(found: Tokens, at: int) -> None:
    found.keys.append("\n")
    found.kinds.append("end")
    found.starts.append(at)
    found.ends.append(at)


def _keep(found: Tokens, match: re.Match[str]) -> None:
    kind: Kind = match.lastgroup  # type: ignore[assignment]  # every group is named for its kind
    found.keys.append("-" if kind == "hyphen" else key(match[0]))
    found.kinds.append(kind)
    found.starts.append(match.start())
    found.ends.append(match.end())
    if kind == "word" and found.kinds[-2] == "hyphen":
        found.joined[len(found.keys) - 3] = found.keys[-3] + found.keys[-1]


def trimmed(tokens: Tokens, kinds: frozenset[str] = WEAK) -> tuple[int, int]:
    """First and last token (the last not included) without what stands for nothing at the two ends."""
    start, end = 1, len(tokens.keys) - 1
    while start < end and tokens.kinds[start] in kinds:
        start += 1
    while end > start and tokens.kinds[end - 1] in kinds:
        end -= 1
    return start, end
