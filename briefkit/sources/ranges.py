"""The other end of a range of which a quotation has one number: `15 to 20 deaths` is neither 15 nor 20."""

from briefkit.sources.loaded_words import PERCENT_WORDS, SCALES, UNITS, words
from briefkit.sources.tokens import Tokens

Run = tuple[int, int]
_TO = words("to bis tot til till à")
_UNITS = PERCENT_WORDS | SCALES | UNITS
_AND = words("and und en og och et")
_BETWEEN = words("between zwischen tussen mellem mellom mellan entre")


def other_end_before(tokens: Tokens, at: int) -> Run | None:
    """The first number of a range, of which the number that begins at a token is the second."""
    number = at + (tokens.kinds[at] == "currency")
    start = _first(tokens, at) if tokens.kinds[number] == "number" else None
    return (start, at) if start is not None and not _dates(tokens, start, number) else None


def other_end_after(tokens: Tokens, end: int) -> Run | None:
    """The second number of a range, of which the number that ends before a token is the first."""
    last = end - 1 - _unit(tokens, end - 1)
    if tokens.kinds[last] != "number":
        return None
    second = end + 1 + (tokens.kinds[min(end + 1, len(tokens.kinds) - 1)] == "currency")
    if second >= len(tokens.kinds) or tokens.kinds[second] != "number" or _first(tokens, end + 1) is None:
        return None
    return None if _dates(tokens, last, second) else (end, second + 1)


def _first(tokens: Tokens, at: int) -> int | None:
    """Where a range begins whose second number (or its currency) is at a token; None when there is none."""
    joint, last = at - 1, at - 2
    last -= _unit(tokens, last)
    if last < 1 or tokens.kinds[last] != "number":
        return None
    start = last - (tokens.kinds[last - 1] == "currency")
    word = tokens.keys[joint].casefold()
    between = word in _AND and tokens.keys[start - 1].casefold() in _BETWEEN
    dashed = tokens.kinds[joint] == "dash" and tokens.raw(joint) not in "—―"
    return start if word in _TO or between or dashed else None


def _unit(tokens: Tokens, at: int) -> int:
    """1 for a token that is the unit of a number before it: `%`, `million`."""
    return int(tokens.kinds[at] == "percent" or tokens.keys[at].casefold() in _UNITS)


def _dates(tokens: Tokens, one: int, other: int) -> bool:
    """True where a year stands at one end alone: `in 2019 – 20 people died`."""
    first = next(key for key in tokens.keys[one:] if key[:1].isdigit() or key[1:2].isdigit())
    return _is_year(first) != _is_year(tokens.keys[other])


def _is_year(key: str) -> bool:
    return len(key) == 4 and key.isdigit() and key[:2] in {"18", "19", "20"}
