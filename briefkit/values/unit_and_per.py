"""What stands after the number of a one-line figure: its unit, and what a rate or cost is counted by."""

import re

from briefkit.values import Number, Range
from briefkit.values.fault import Fault
from briefkit.values.reading import Reading
from briefkit.values.units import UnitNames

_PER = re.compile(r"(?:a|an|per(?!\s?cent(?!\w))|each|every)(?!\w)\s*", re.IGNORECASE)
_SLASH = re.compile(r"(?:/|p\.\s?a\.?|pa(?!\w)|p/a)\s*", re.IGNORECASE)
_WORDS_END = re.compile(r"[\"(“”„‟«»]|(?<!\S)['‘]")
_PER_CHARACTERS = re.compile(r"[^\w \u00a0\u202f\u2009,.'’%&-]")
_ADVERBS = {
    "annually": "a year",
    "yearly": "a year",
    "annual": "a year",
    "monthly": "a month",
    "weekly": "a week",
    "daily": "a day",
    "hourly": "an hour",
}
MOST_PER = 60
"""Characters of what a rate is counted by; more is a sentence."""


def unit(reading: Reading) -> Fault | None:
    """The unit, if one stands here."""
    reading.skip_blanks()
    money = reading.said.get("unit")
    if _next_part(reading):
        return None
    found = None if money else reading.units.leading(_words(reading))
    if found is None:
        return _unknown(reading, money)
    name, length = found
    reading.keep("unit", name, reading.at + length)
    return _after_unit(reading)


def _next_part(reading: Reading) -> bool:
    return not reading.rest or _WORDS_END.match(reading.rest) is not None or _PER.match(reading.rest) is not None


def _words(reading: Reading) -> str:
    """What stands before the quotation or the notes."""
    return _WORDS_END.split(reading.rest, maxsplit=1)[0].rstrip()


def _after_unit(reading: Reading) -> Fault | None:
    reading.skip_blanks()
    words = _words(reading)
    if _next_part(reading) or not words:
        return None
    shown = reading.units.noun(reading.said["unit"], plural=True) or reading.said["unit"]
    if reading.said["unit"] == "percent" and words.casefold().startswith("point"):
        start = reading.spans["unit"][0]
        reading.at = start
        end = start + len(_words(reading))
        return reading.blame("unknown-unit", f"`{_words(reading)}` is not a unit", "write `percentage points`", end)
    return _adverb(reading, words) or _left_over(reading, words, f"`{shown}`")


def _unknown(reading: Reading, money: str | None) -> Fault | None:
    words = _words(reading)
    before_per = re.split(r"\s(?:a|an|per|each|every)\s", words, maxsplit=1)[0]
    end = reading.at + len(before_per)
    adverb = _adverb(reading, words)
    if adverb:
        return adverb
    if money:
        return _left_over(reading, words, "the amount")
    if re.fullmatch(r"(?:pp|ppt|p\.p\.|%-points?|% points?|percent(?:age)? ?pts?)", before_per, re.IGNORECASE):
        return reading.blame("unknown-unit", f"`{before_per}` is not a unit", "write `percentage points`", end)
    thousands = re.match(r"(k|tsd|thd|thousands)(?!\w)", before_per, re.IGNORECASE)
    if thousands:
        end = reading.at + thousands.end()
        way = "write `12 thousand`, or write the number out: `12,000`"
        return reading.blame("unknown-unit", f"`{thousands[1]}` is not a unit", way, end)
    if before_per.casefold() in {"p", "pence"}:
        return reading.blame("unknown-unit", f"`{before_per}` is not a unit", "write pence as pounds: `£0.50`", end)
    way = reading.units.suggest(before_per)
    if " " in before_per and not way.startswith("did you mean"):
        way = f"{way}; what else there is to say belongs in the quotation or in `note:`"
        if reading.asks == "any":
            way = f'{way}; a fact in words is its quotation alone, `{{quote: "…"}}`'
    return reading.blame("unknown-unit", f"`{before_per}` is not a unit", way, end)


def _adverb(reading: Reading, words: str) -> Fault | None:
    slash = _SLASH.match(words)
    first = words.split(maxsplit=1)[0].casefold() if words.split() else ""
    if slash:
        rest = words[slash.end() :] if words.startswith("/") else "year"
        way = f"write `per {rest}`" if words.startswith("/") else "write `a year`"
        return reading.blame("per-form", f"`{words}` is not how a rate is written", way, reading.at + len(words))
    if first in _ADVERBS:
        end = reading.at + len(first)
        return reading.blame(
            "per-form",
            f"`{words.split(maxsplit=1)[0]}` is not how a rate is written",
            f"write `{_ADVERBS[first]}`",
            end,
        )
    return None


def _left_over(reading: Reading, words: str, after: str) -> Fault:
    message = f"`{words}` stands after {after} and cannot be read"
    if re.match(r"(?:to|-|–|and)\s", words):
        way = "write the unit of a range once, at its end: `8 to 12 weeks`"
        return reading.blame("words-after-value", message, way, reading.at + len(words))
    way = (
        "after the unit may stand only `per …` or `a …`, the quotation between straight marks, and notes in "
        "parentheses; other words belong in the quotation or in `note:`"
    )
    return reading.blame("words-after-value", message, way, reading.at + len(words))


def per(reading: Reading) -> Fault | None:
    """What a rate or a cost is counted by: `a year`, `per patient per year`, `per 100,000 people`."""
    reading.skip_blanks()
    match = _PER.match(reading.rest)
    if match is None:
        return None
    written = _words(reading)
    end = reading.at + len(written)
    segments = [
        part.strip()
        for part in re.split(r"(?<!\w)(?:a|an|per(?!\s?cent(?!\w))|each|every)(?!\w)", written, flags=re.IGNORECASE)[1:]
    ]
    if not all(segments):
        return reading.blame(
            "per-form",
            f"nothing stands after `{written.split()[-1]}`",
            "say by what it is counted, as in `a year`",
            end,
        )
    odd = _PER_CHARACTERS.search(written)
    if odd or len(written) > MOST_PER:
        message = f"`{written}` cannot be read as what a rate is counted by"
        return reading.blame("per-form", message, "write it as in `per patient per year` or `per 100,000 people`", end)
    reading.keep("per", " per ".join(" ".join(segment.split()) for segment in segments), end)
    return None


def is_one(value: Number | Range) -> bool:
    """Whether a unit after this value stands in the singular."""
    return isinstance(value, Number) and abs(value.value) == 1 and not value.scale


__all__ = ["UnitNames", "is_one", "per", "unit"]
