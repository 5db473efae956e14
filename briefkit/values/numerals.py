"""Numbers written in digits, as British English writes them: `1,300`, `1 300`, `1’700`, `12.5`, `£1.4 million`.

The digits that were written are kept (`1.40`), and so is the scale word.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from briefkit.values import Number
from briefkit.values.fault import Fault

SCALES = {"thousand": 3, "million": 6, "billion": 9}
"""Scale words and their powers of ten."""
_SHORT_SCALES = {"m": "million", "mn": "million", "bn": "billion"}
MARKS = ",'’ \u00a0\u202f\u2009"
"""Characters that may part thousands; one number uses one of them throughout."""
MINUS = "-−–"
"""Characters that may stand for a minus sign; the hyphen first, as character classes need it."""
MOST_DIGITS = 18
"""More digits than this are no figure of any source; Python's own limit lies far higher."""

_DIGITS = re.compile(
    rf"(?P<sign>[{MINUS}+]?)(?P<whole>\d{{1,3}}(?P<mark>[{MARKS}])\d{{3}}(?:(?P=mark)\d{{3}})*(?![\d])|\d+)"
    r"(?:\.(?P<decimals>\d+))?",
    re.ASCII,
)
_SCALE = re.compile(r"[ \u00a0\u202f]?(thousand|million|billion|mn|m|bn)(?!\w)", re.IGNORECASE)

_COUNTED_AFTER = re.compile(
    r"[ \u00a0\u202f]?(?:[£€]|[A-Z]{3}(?![A-Za-z])|(?:euro|people|children|(?!radius|across|always|as|is|was)[a-z]+s)(?!\w))"
)
"""Money, or things that are counted, behind an `m`: there are no metres of them."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """A number and where it ends."""

    number: Number
    end: int


def scan_number(text: str, at: int, *, money: bool = False) -> Scanned | Fault | None:
    """The number that begins at `at`, with its scale word; None when no digit stands there.

    `money` when a currency stands before it: `£5m` are millions, and `5m` alone may be metres.
    """
    match = _DIGITS.match(text, at)
    if match is None:
        return _bare_decimals(text, at)
    fault = _bad_form(text, match)
    if fault:
        return fault
    whole = re.sub(rf"[{MARKS}]", "", match["whole"])
    written = Decimal(f"{whole}.{match['decimals']}" if match["decimals"] else whole)
    signed = -written if match["sign"] and match["sign"] in MINUS else written
    scale = _SCALE.match(text, match.end())
    if scale is None:
        return Scanned(Number(signed), match.end())
    if scale[1] in {"m", "M"} and not money and not _COUNTED_AFTER.match(text, scale.end()):
        return _metres(text, at, match.end(), scale.end())
    name = _SHORT_SCALES.get(scale[1].casefold(), scale[1].casefold())
    return Scanned(Number(signed * 10 ** SCALES[name], name), scale.end())


def _metres(text: str, start: int, digits_end: int, end: int) -> Fault:
    written = text[start:digits_end]
    message = f"`{text[start:end]}` may be metres or millions"
    return Fault("number-form", message, f"write `{written} metres` or `{written} million`", start, end - start)


def _bare_decimals(text: str, at: int) -> Fault | None:
    match = re.compile(r"[+\-−]?\.(\d+)", re.ASCII).match(text, at)
    if match is None:
        return None
    message = f"`{match[0]}` has no digit before its point"
    return Fault("number-form", message, f"write `0.{match[1]}`", at, len(match[0]))


_TAIL = re.compile(r"[\d.,'’·]*\d", re.ASCII)


def _bad_form(text: str, match: re.Match[str]) -> Fault | None:
    """What is wrong with a number that goes on after its end: a decimal comma, thousands points, too many digits."""
    start, end = match.start(), match.end()
    if end - start > MOST_DIGITS:
        message = f"`{match[0]}` has more than {MOST_DIGITS} digits"
        return Fault("number-form", message, "check the source; no figure is as exact as that", start, end - start)
    tail = _TAIL.match(text, end)
    if tail is None:
        return None
    written = text[start : tail.end()]
    message, way = _wording(written, match, tail[0])
    return Fault("number-form", message, way, start, len(written))


def _wording(written: str, match: re.Match[str], tail: str) -> tuple[str, str]:
    plain = match["decimals"] is None and match["mark"] is None
    comma = re.fullmatch(r",(\d{1,2}|\d{4,})", tail)
    if comma and plain:
        return (
            f"`{written}` has a decimal comma",
            f"write `{match[0]}.{comma[1]}`; a comma parts thousands, as in `1,300`",
        )
    if tail.startswith("·") and tail[1:].isdigit() and match["decimals"] is None:
        way = f"write `{match[0]}.{tail[1:]}`; the quotation keeps the mark of its source"
        return f"`{written}` has a raised decimal point", way
    if re.fullmatch(r"\d{1,3}(\.\d{3}){2,}", written):
        return f"`{written}` has points between thousands", f"write `{written.replace('.', ',')}`"
    if re.fullmatch(r"\d{1,3}(\.\d{3})+,\d+", written):
        whole, _, decimals = written.partition(",")
        return f"`{written}` has a decimal comma", f"write `{whole.replace('.', ',')}.{decimals}`"
    return f"`{written}` cannot be read as a number", "write thousands as `1,300` or `1300`, and decimals as `12.5`"
