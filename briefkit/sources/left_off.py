"""What a quotation leaves off at its two ends: a `not`, an `up to`, a currency, a scale word, the other half of a word.

The words found are true words of the source, and still say something that the source does not.
"""

from dataclasses import dataclass

from briefkit.sources import loaded_words
from briefkit.sources.context import begins
from briefkit.sources.match import Hit
from briefkit.sources.negated import doubt_before, negation_after, negation_before
from briefkit.sources.ranges import other_end_after, other_end_before
from briefkit.sources.tokens import Tokens

_SIGNS = frozenset("<>≤≥⩽⩾≦≧±~≈∼≃≅×+")


@dataclass(frozen=True, slots=True)
class LeftOff:
    """Tokens that a quotation ought not to be without."""

    start: int
    end: int
    why: str
    """What they do, after `which`: `turns the statement round`."""
    inside: bool = False
    """True when the quotation stops in the middle of a word or number: hardly a place where it stands at all."""


def left_off(tokens: Tokens, hit: Hit, lang: str) -> LeftOff | None:
    """The first thing that a quotation leaves off; what its prefix or suffix holds is not left off."""
    found = [one for one in _before(tokens, hit.start, lang) if one and one.start < hit.before]
    found += [one for one in _after(tokens, hit, lang) if one and one.end > hit.after]
    return found[0] if found else None


def _before(tokens: Tokens, at: int, lang: str) -> tuple[LeftOff | None, ...]:
    if tokens.kinds[at - 1] == "end":
        return ()
    tight = _torn_before(tokens, at), _sign(tokens, at)
    return tight if begins(tokens, at) else (*tight, *_far_before(tokens, at, lang))


def _after(tokens: Tokens, hit: Hit, lang: str) -> tuple[LeftOff | None, ...]:
    if tokens.kinds[hit.end] == "end":
        return ()
    tight = _torn_after(tokens, hit.end), _scale(tokens, hit.end)
    return tight if begins(tokens, hit.end) else (*tight, *_far_after(tokens, hit, lang))


def _far_before(tokens: Tokens, at: int, lang: str) -> tuple[LeftOff | None, ...]:
    """What weighs only when it stands in the same sentence."""
    return (
        _softening(tokens, at, lang),
        _said(other_end_before(tokens, at), _RANGE),
        _said(negation_before(tokens, at, lang), _ROUND),
        _said(doubt_before(tokens, at, lang), "says that it is not so, or is not known"),
    )


def _far_after(tokens: Tokens, hit: Hit, lang: str) -> tuple[LeftOff | None, ...]:
    return (
        _softening_after(tokens, hit),
        _said(other_end_after(tokens, hit.end), _RANGE),
        _said(negation_after(tokens, hit.end, lang), _ROUND),
    )


def _said(run: tuple[int, int] | None, why: str) -> LeftOff | None:
    return LeftOff(*run, why) if run else None


_ROUND = "turns the statement round"
_RANGE = "is the other end of a range"
_TORN = "is one with it"
_LOWERED = frozenset("₀₁₂₃₄₅₆₇₈₉")


def _alphanumeric(tokens: Tokens, number: int) -> bool:
    return tokens.kinds[number] in {"word", "number", "raised"}


def _torn_before(tokens: Tokens, at: int) -> LeftOff | None:
    """The rest of a word, number or compound before the first token."""
    if tokens.kinds[at - 1] in {"dash", "hyphen"} and _alphanumeric(tokens, at) and _alphanumeric(tokens, at - 2):
        short = tokens.raw(at - 1) not in "—―"
        if short and (tokens.kinds[at - 1] == "hyphen" or (tokens.glued(at) and tokens.glued(at - 1))):
            return LeftOff(at - 2, at, _TORN, inside=True)
    if tokens.glued(at) and _alphanumeric(tokens, at) and _alphanumeric(tokens, at - 1):
        return LeftOff(at - 1, at, _TORN, inside=True)
    return LeftOff(at - 1, at, _TORN, inside=True) if in_thousands(tokens, at) else None


def _torn_after(tokens: Tokens, end: int) -> LeftOff | None:
    last = end - 1
    if tokens.kinds[end] in {"dash", "hyphen"} and _alphanumeric(tokens, last) and _alphanumeric(tokens, end + 1):
        short = tokens.raw(end) not in "—―"
        if short and (tokens.kinds[end] == "hyphen" or (tokens.glued(end) and tokens.glued(end + 1))):
            return LeftOff(end, end + 2, _TORN, inside=True)
    if tokens.glued(end) and tokens.kinds[end] == "raised" and tokens.kinds[last] == "word":
        # `men¹²` is a note; `10 m²` is another unit than metres.
        if set(tokens.raw(end)) & _LOWERED:
            return LeftOff(end, end + 1, _TORN, inside=True)
        unit = tokens.kinds[last - 1] == "number" and tokens.keys[last] in loaded_words.UNITS
        return LeftOff(end, end + 1, "makes another unit of it") if unit else None
    if tokens.glued(end) and _alphanumeric(tokens, last) and _alphanumeric(tokens, end):
        return LeftOff(end, end + 1, _TORN, inside=True)
    return LeftOff(end, end + 1, _TORN, inside=True) if in_thousands(tokens, end) else None


def in_thousands(tokens: Tokens, at: int) -> bool:
    """True when a token and the one before it are thousands of one number, parted by a blank: `12 793`."""
    groups = tokens.kinds[at] == "number" and tokens.kinds[at - 1] == "number"
    if not groups or tokens.ends[at - 1] + 1 != tokens.starts[at] or tokens.text[tokens.ends[at - 1]] in "\n\t":
        return False
    high, low = tokens.keys[at - 1], tokens.keys[at][:4]
    return high.lstrip("-").isdigit() and len(high.lstrip("-")) <= 3 and low[:3].isdigit() and not low[3:].isdigit()


def _sign(tokens: Tokens, at: int) -> LeftOff | None:
    """A comparator, minus or currency before a number with which the quotation begins."""
    kind, key = tokens.kinds[at - 1], tokens.keys[at - 1]
    if kind == "currency" and tokens.kinds[at] == "number":
        return LeftOff(at - 1, at, "says in what the amount is counted")
    letter = tokens.kinds[at] == "word" and tokens.kinds[at + 1] == "number" and tokens.glued(at + 1)
    money = tokens.kinds[at] == "currency" or letter  # the `E` of `E4129` is a currency too
    if not (money or tokens.kinds[at] == "number"):
        return None
    if kind == "comparator" and key in _SIGNS:
        return LeftOff(at - 1, at, "changes what the number says")
    if key.casefold() == "minus":
        return LeftOff(at - 1, at, "changes the sign of the number")
    if kind == "word" and key.casefold() in loaded_words.CURRENCY_WORDS and not money:
        return LeftOff(at - 1, at, "says in what the amount is counted")
    opened = tokens.kinds[at - 2] in {"bracket", "comparator"} or (
        money and tokens.glued(at) and not tokens.glued(at - 1)
    )
    minus = kind == "dash" and (tokens.raw(at - 1) == "−" or opened) and tokens.kinds[at - 2] != "number"
    return LeftOff(at - 1, at, "changes the sign of the number") if minus else None


def _amount(tokens: Tokens, at: int) -> bool:
    """True when a number, in digits or words, begins at a token."""
    if tokens.kinds[at] in {"currency", "comparator"} or tokens.keys[at] in {"a", "eine", "ein"}:
        at += 1
    if tokens.kinds[at] == "word" and tokens.keys[at].casefold() in loaded_words.CURRENCY_WORDS:
        at += 1
    return tokens.kinds[at] == "number" or tokens.keys[at].casefold() in loaded_words.AMOUNT_WORDS


def _softening(tokens: Tokens, at: int, lang: str) -> LeftOff | None:
    """A qualifier before a number with which the quotation begins, or before another qualifier of that number."""
    known = loaded_words.qualifiers(lang)
    lengths = (length for length in (3, 2, 1) if _phrase(tokens, at, at + length) in known)
    if not _amount(tokens, at + next(lengths, 0)):
        return None
    for length in (4, 3, 2, 1):
        if tokens.kinds[max(at - length, 0) : at].count("end"):
            continue
        phrase = _phrase(tokens, at - length, at)
        if phrase in known and not (phrase in loaded_words.OF_PLACE_TOO and _is_time(tokens, at)):
            return LeftOff(at - length, at, "belongs to the number")
    return None


def _is_time(tokens: Tokens, at: int) -> bool:
    """True for `two years` and `2011`."""
    unit = tokens.keys[at + 1].casefold() if tokens.kinds[at] != "end" else ""
    year = tokens.keys[at].isdigit() and len(tokens.keys[at]) == 4
    return year or unit in loaded_words.TIMES or unit.removesuffix("s") in loaded_words.TIMES


def _phrase(tokens: Tokens, start: int, end: int) -> str:
    """Some tokens as one phrase in lower case; a full stop glued to its word (`ca.`)."""
    return " ".join(tokens.keys[max(start, 0) : end]).casefold().replace(" .", ".")


def _scale(tokens: Tokens, end: int) -> LeftOff | None:
    """A scale word, `%` or currency directly after a number with which the quotation ends."""
    points = tokens.kinds[end - 1] == "percent" or tokens.keys[end - 1].casefold() in loaded_words.PERCENT_WORDS
    if points and tokens.keys[end].casefold() in {"point", "points"}:
        return LeftOff(end, end + 1, "makes another unit of it")
    if tokens.kinds[end - 1] != "number" and tokens.keys[end - 1].casefold() not in loaded_words.AMOUNT_WORDS:
        return None
    word = tokens.keys[end].casefold()
    if (
        tokens.kinds[end] == "percent"
        or word in loaded_words.PERCENT_WORDS
        or _phrase(tokens, end, end + 2) == "per cent"
    ):
        return LeftOff(end, end + (2 if word == "per" else 1), "belongs to the number")
    if word in loaded_words.SCALES:
        return LeftOff(end, end + 1, "makes another number of it")
    coded = word in loaded_words.CURRENCY_WORDS and tokens.kinds[end - 2] != "currency"
    if tokens.kinds[end] == "currency" or (coded and tokens.kinds[end - 1] == "number"):
        # In `£8793, $16 122` the next sign belongs to the next number.
        own = tokens.kinds[end + 1] != "number" and tokens.kinds[end - 2] != "currency"
        return LeftOff(end, end + 1, "says in what the amount is counted") if own else None
    return None


_AFTERWARDS = frozenset(loaded_words.QUALIFIERS_AFTER.split(";"))


def _softening_after(tokens: Tokens, hit: Hit) -> LeftOff | None:
    """`or more` after a quotation whose last words hold a number."""
    numbers = "number" in tokens.kinds[max(hit.start, hit.end - 4) : hit.end]
    if numbers and _phrase(tokens, hit.end, hit.end + 2) in _AFTERWARDS:
        return LeftOff(hit.end, hit.end + 2, "belongs to the number")
    if numbers and tokens.kinds[hit.end] == "comparator" and tokens.keys[hit.end] == "+" and tokens.glued(hit.end):
        return LeftOff(hit.end, hit.end + 1, "belongs to the number")
    return None
