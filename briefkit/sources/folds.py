"""What is treated as the same when a quotation is looked for: a closed list, and every finding names what it needed.

No blanket normalisation is used: NFKC would turn 10⁶ into 106 and 1½ into 11/2. `docs/quotations.md` shows this list to
reviewers, and a test holds the two together.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from unicodedata import normalize

DASHES = "-‐‑‒–—―−﹣－"
QUOTATION_MARKS = "\"'“”„‟«»‘’‚‛‹›″′`´ʼ＂"
HIDDEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphens and marks of no width."""
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}

_DASH = str.maketrans(dict.fromkeys(DASHES, "-"))
_MARKS = str.maketrans(dict.fromkeys(QUOTATION_MARKS, "'"))
_LIGATURES = str.maketrans(LIGATURES)
_HIDDEN = re.compile(f"\u00ad[ \\t]*\\r?\\n[ \\t]*|[{HIDDEN}]")
_ELLIPSIS = re.compile(r"\.{3,}|\.(?:[ \u00a0]\.){2,}")


@dataclass(frozen=True, slots=True)
class Fold:
    """One thing that may differ between a quotation and its source."""

    name: str
    what: str
    """What is treated as the same, in words for a reviewer."""
    source: str
    """An example: as a source has it."""
    quote: str
    """And as a quotation may have it."""
    apply: Callable[[str], str] | None = None
    """What it does to one token; None for a fold of what stands between tokens."""


def shown(text: str) -> str:
    """The text without what nobody sees."""
    return _HIDDEN.sub("", text)


def _dash(text: str) -> str:
    return "-" if len(text) == 1 and text in DASHES else text


def _minus(text: str) -> str:
    return text[0].translate(_DASH) + text[1:] if len(text) > 1 else text


def _middle_dot(text: str) -> str:
    return text.replace("·", ".") if len(text) > 1 else text


FOLDS: tuple[Fold, ...] = (
    Fold(
        "blank",
        "the kinds of blank (no-break, thin, line break, several), also as thousands mark, and whether one stands beside a mark or sign",
        "E12\u2009793; P =n.s.",
        "E12 793; P = n.s.",
    ),
    Fold(
        "quotation mark",
        "the kinds of quotation mark and apostrophe",
        "“at risk” in Middlesbrough’s",
        '"at risk" in Middlesbrough\'s',
        lambda text: text.translate(_MARKS),
    ),
    Fold(
        "dash",
        "the kinds of hyphen and dash between words and in a range",
        "0.31–0.83; medical–grade",
        "0.31-0.83; medical-grade",
        _dash,
    ),
    Fold("minus", "the kinds of minus sign before a number", "−2.4", "-2.4", _minus),
    Fold(
        "ligature", "letters printed as one sign", "ﬁrst eﬀect", "first effect", lambda text: text.translate(_LIGATURES)
    ),
    Fold(
        "accent",
        "an accent within its letter, or as a sign of its own",
        "Lo\u0308bmann",
        "Löbmann",
        lambda text: normalize("NFC", text),
    ),
    Fold(
        "soft hyphen",
        "soft hyphens and marks of no width, which nobody sees",
        "treat\u00adment",
        "treatment",
        shown,
    ),
    Fold(
        "line-end hyphen",
        "a word parted at the end of a line, with its hyphen or without",
        "Employ-\nment",
        "Employment",
    ),
    Fold("middle dot", "a raised dot as decimal point", "12·5", "12.5", _middle_dot),
    Fold("ellipsis", "the ways of printing three dots", "well …", "well ...", lambda text: _ELLIPSIS.sub("…", text)),
    Fold("capital", "the case of the quotation's first letter", "the cost was", "The cost was"),
    Fold(
        "running head",
        "what a page has at its top and bottom, or a table or picture between two halves of a paragraph",
        "127 patients, the\n\nBMJ 2010\n\nresponders",
        "127 patients, the responders",
    ),
)
"""Everything that is folded, in the order in which findings name it."""

_OF_TOKENS = tuple(fold for fold in FOLDS if fold.apply)


def key(raw: str) -> str:
    """What a token is compared by."""
    return raw if raw.isascii() and not _plain_needs_folding(raw) else _apart_from("", raw)


def _plain_needs_folding(raw: str) -> bool:
    return raw == "`" or raw.startswith(('"', "..", ". ."))


def needed(one: str, other: str) -> set[str]:
    """Names of the folds without which two tokens of one key would differ."""
    if one == other:
        return set()
    return {fold.name for fold in _OF_TOKENS if _apart_from(fold.name, one) != _apart_from(fold.name, other)}


def _apart_from(name: str, raw: str) -> str:
    """The token with every fold but one applied."""
    for fold in _OF_TOKENS:
        if fold.apply and fold.name != name:
            raw = fold.apply(raw)
    return raw


def in_order(names: set[str]) -> tuple[str, ...]:
    """The names in the order of the list."""
    return tuple(fold.name for fold in FOLDS if fold.name in names)
