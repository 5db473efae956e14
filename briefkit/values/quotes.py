"""Quotations of sources: reading one between straight marks, and what makes one unfit to be looked up."""

import re
from dataclasses import dataclass

from briefkit.values.fault import Fault

MOST_WORDS = 25
"""This is quotation, not copying."""
TYPOGRAPHIC = "“”„‟«»‘"
"""Marks that writers' programs put in place of the straight one."""
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_ELLIPSIS = re.compile(r"\[\s*(?:\.{2,}|…)\s*\]|\(\s*(?:\.{3,}|…)\s*\)|\.{3,}|…|\. \. \.")
_INSERTED = re.compile(r"\[[A-ZÀ-Þ]?[a-zà-ÿ’' -]{2,}\]|\[[A-ZÀ-Þa-zà-ÿ]\](?=[a-zà-ÿ])|\[emphasis[^\]]*\]")
"""Words put in by whoever quotes (`[the scheme]`, `[T]he`); `[n=28]` and `[CI]` are what papers print themselves."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quoted words and where their closing mark ends."""

    text: str
    end: int


def scan_quote(text: str, at: int) -> Quoted | Fault:
    """The quotation that begins with the straight mark at `at`; within it a backslash lets a mark or backslash through."""
    match = _TEXT.match(text, at)
    if match is None:
        return _unclosed(text, at)
    words = re.sub(r"\\(.)", r"\1", match[1], flags=re.DOTALL).strip()
    if not words:
        return Fault("quote-empty", "nothing stands between the quotation marks", _COPY, at, match.end() - at)
    return Quoted(words, match.end())


_COPY = "copy the shortest run of words of the source that bears the value and its subject"


def write_quote(words: str) -> str:
    """The words between straight marks, as `scan_quote` reads them."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def typographic_mark(text: str, at: int) -> Fault:
    """The fault of a quotation that begins with a typographic mark."""
    closing = re.search(r"[“”„‟«»’\"]" if text[at] in TYPOGRAPHIC else r"'(?=\s|$)", text[at + 1 :])
    end = at + 2 + closing.start() if closing else len(text)
    words = text[at + 1 : end - 1 if closing else end].strip()
    message = f"the quotation begins with `{text[at]}`, not with a straight mark"
    way = f"write `{write_quote(words)}`" if words else 'write straight marks round the words: `"…"`'
    return Fault(
        "quote-marks", message, f"{way}; marks inside the quotation stay as the source prints them", at, end - at
    )


def _unclosed(text: str, at: int) -> Fault:
    shown = text[at : at + 40] + ("…" if len(text) > at + 40 else "")
    way = (
        'close it with `"`. If it is closed in the file, YAML has cut the line: at ` #`, which begins a comment, or, '
        "within `{…}`, at a comma or bracket. Then put the whole value between single quotation marks, or give the "
        "quotation a line of its own: `quote: …`"
    )
    return Fault("quote-open", f"the quotation `{shown}` has no closing mark", way, at, len(text) - at)


def quote_fault(words: str) -> Fault | None:
    """What makes the words unfit as a quotation; the fault's place counts from their start."""
    return _ellipsis(words) or _inserted(words) or _too_long(words)


def _ellipsis(words: str) -> Fault | None:
    match = _ELLIPSIS.search(words)
    if match is None:
        return None
    message = f"the quotation leaves words out: `{match[0]}`"
    way = "quote one unbroken run of words; put what stands apart into `prefix:` or `suffix:`"
    return Fault("quote-ellipsis", message, way, match.start(), len(match[0]))


def _inserted(words: str) -> Fault | None:
    match = _INSERTED.search(words)
    if match is None:
        return None
    message = f"the quotation holds words that are not in its source: `{match[0]}`"
    way = (
        "quote only what the source prints, and say who or what is meant in `subject_not_in_quote:`; where the source "
        "prints the brackets itself, quote the words before or after them"
    )
    return Fault("quote-inserted", message, way, match.start(), len(match[0]))


def _too_long(words: str) -> Fault | None:
    found = list(re.finditer(r"\S+", words))
    if len(found) <= MOST_WORDS:
        return None
    start = found[MOST_WORDS].start()
    message = f"the quotation has {len(found)} words; the most is {MOST_WORDS}"
    way = "cut it to the shortest run that bears the value and its subject"
    return Fault("quote-too-long", message, way, start, len(words) - start)
