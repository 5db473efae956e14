"""Signs that nobody sees, taken out of extracted text, and raised digits kept apart from those on the line.

`10⁶` and `106` are two numbers: where a format only lowers or raises its digits, they get the characters that say so.
"""

import re

_UNSEEN = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u200b\u2060\ufeff\ufff9-\ufffc\ufffe\uffff\ud800-\udfff]"
)
_SOFT_HYPHEN_AT_END = re.compile("\u00ad[ \t]*\n")
_NEW_LINE = re.compile("\r\n?|[\u0085\u2028\u2029\u000b]")
RAISED = dict(zip("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾", strict=True))
LOWERED = dict(zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True))
_NUMERIC = re.compile(r"[\d+\-−=(),;–.* ]*\d[\d+\-−=(),;–.* ]*")


def plain_signs(text: str) -> str:
    r"""The text with one kind of line break and without control characters; a hyphen at a line's end is `-\n`."""
    text = _SOFT_HYPHEN_AT_END.sub("-\n", _NEW_LINE.sub("\n", text))
    return _UNSEEN.sub("", text.replace("\u00ad", ""))


def raised(text: str) -> str:
    """What stands above the line: numbers get raised characters, anything else (`19th`, `[12]`) stays as it is."""
    return "".join(RAISED.get(sign, sign) for sign in text) if _NUMERIC.fullmatch(text) else text


def lowered(text: str) -> str:
    """What stands below the line, likewise."""
    return "".join(LOWERED.get(sign, sign) for sign in text) if _NUMERIC.fullmatch(text) else text
