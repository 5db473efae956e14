r"""The one-line form of a figure, as an officer writes it: `about £250,000 a year "set to cost…" (price year 2019)`.

The grammar (blanks between parts are free; `docs/figures.md` tells it with examples):

    figure    = missing [notes] | fact | date-figure | [qualifier] value [unit] [per] tail
    missing   = "not_reported" | "not_applicable" | "not_seen" | "unclear"
    fact      = quote [notes]                                  a fact in words: the quotation is the value
    date-figure = [qualifier] date tail                        only where the field asks for a date, or for anything
    tail      = [interval] [quote] [notes]
    qualifier = "about" | "almost" | "nearly" | "up to" | "at least" | "more than" | "fewer than" | "less than"
    value     = range | share | number | money
    range     = number ("to" | "-" | en dash) number
    share     = number "of" number
    number    = [sign] digits [thousands marks] ["." decimals] ["thousand" | "million" | "billion" | "bn"]
              (of money also "m", which may else be metres)
    money     = ("£" | "€" | ISO 4217 code) number | number ISO 4217 code
    unit      = "%" | a name from the vocabulary of units
    per       = ("a" | "an" | "per" | "each" | "every") words, once or more
    interval  = "(" level "% CI" number "to" number ")"
    quote     = '"' text '"'                                   \" and \\ stand for a mark and a backslash
    notes     = "(" note { ";" note } ")"
    note      = "price year" (year ["assumed"] | "not_reported") | "as of" date | "period" date "to" date
              | "at" locator | "cite" key | "via" key
    date      = year | year "-" month | year "-" month "-" day
"""

from collections.abc import Callable

from briefkit.values import Quote, Words
from briefkit.values.amounts import amount, dated
from briefkit.values.fault import Fault
from briefkit.values.line_writer import write_line
from briefkit.values.notes import parenthesised
from briefkit.values.openings import absence, qualifier
from briefkit.values.quotes import TYPOGRAPHIC, scan_quote, typographic_mark
from briefkit.values.reading import Asks, Reading
from briefkit.values.stated import Stated
from briefkit.values.unit_and_per import per, unit
from briefkit.values.units import UnitNames

MOST_CHARACTERS = 1000
"""A figure longer than this is no line that somebody has written on purpose."""

Step = Callable[[Reading], Fault | None]


def read_line(text: str, units: UnitNames, *, dated: bool = False) -> Stated | Fault:
    """What the line says; `dated` where the field asks for a date."""
    read = read_parts(text, units, "date" if dated else "number")
    return read if isinstance(read, Fault) else Stated(**read.said)


def read_parts(text: str, units: UnitNames, asks: Asks = "number") -> Reading | Fault:
    """The parts of the line and where each stands."""
    reading = Reading(text, units, asks)
    if len(text) > MOST_CHARACTERS:
        message = f"this figure has {len(text)} characters; the most is {MOST_CHARACTERS}"
        return reading.blame("figure-too-long", message, "write the long form, with `value:` and `quote:`")
    for step in (opening, tail):
        reading.skip_blanks()
        fault = step(reading)
        if fault:
            return fault
    return reading


def opening(reading: Reading) -> Fault | None:
    """Everything up to the quotation and the notes."""
    if reading.rest.startswith('"'):
        return _fact(reading)
    if reading.rest[:1] in TYPOGRAPHIC and reading.rest:
        return typographic_mark(reading.text, reading.at)
    fault = absence(reading)
    if fault or "value" in reading.said:
        return fault
    if reading.asks == "fact":
        return reading.blame("fact-without-quote", f"`{reading.rest[:40]}` has no quotation marks", FACT_WAY)
    steps: tuple[Step, ...] = (qualifier, dated) if reading.asks == "date" else (qualifier, amount, unit, per)
    for step in steps:
        fault = step(reading)
        if fault:
            return fault
    return None


FACT_WAY = (
    'for the words of the source write `{quote: "…"}`, or the words between straight marks, the whole between single '
    'ones: `\'"…"\'`; for a rendering of your own write `{value: …, quote: "…"}`'
)


def _fact(reading: Reading) -> Fault | None:
    fault = _quote(reading)
    if fault is None:
        reading.said["value"] = Words(reading.said["quote"].exact)
        reading.spans["value"] = reading.spans["quote"]
    return fault


def tail(reading: Reading) -> Fault | None:
    """Interval, quotation and notes, each at most once, up to the end of the line."""
    reading.skip_blanks()
    while reading.rest:
        fault = _tail_part(reading)
        if fault:
            return fault
        reading.skip_blanks()
    return None


def _tail_part(reading: Reading) -> Fault | None:
    here = reading.rest[0]
    if here == "(":
        return parenthesised(reading)
    if here == '"':
        return _quote(reading)
    if here in TYPOGRAPHIC or (here in "'’" and "quote" not in reading.said):
        return typographic_mark(reading.text, reading.at)
    return _left_over(reading)


def _quote(reading: Reading) -> Fault | None:
    if "quote" in reading.said:
        return _second_quote(reading)
    found = scan_quote(reading.text, reading.at)
    if isinstance(found, Fault):
        return found
    reading.keep("quote", Quote(found.text), found.end)
    return _mark_inside(reading)


def _second_quote(reading: Reading) -> Fault:
    way = 'a figure has one quotation: the run of words that bears it; a mark inside a quotation is written `\\"`'
    return reading.blame("quote-twice", "a second quotation stands here", way)


def _mark_inside(reading: Reading) -> Fault | None:
    """`"he said "no" to it"`: a mark inside the quotation has closed it."""
    if reading.rest[:1].isalnum() and '"' in reading.rest:
        reading.at -= 1
        way = 'write `\\"` for a mark inside the quotation, or keep the curved marks that the source prints'
        return reading.blame(
            "quote-mark-inside", "this mark closes the quotation, yet words follow it", way, reading.at + 1
        )
    return None


def _left_over(reading: Reading) -> Fault:
    stop = min((at for at in (reading.text.find(c, reading.at) for c in '"(') if at > 0), default=len(reading.text))
    words = reading.text[reading.at : stop].strip()
    end = reading.at + len(words)
    if "quote" in reading.said:
        way = "notes stand in parentheses, as in `(at p. 3)`; any other remark belongs in `note:`"
        return reading.blame("words-after-quote", f"`{words}` stands after the quotation", way, end)
    way = "after the value may stand only a quotation between straight marks, and notes in parentheses"
    return reading.blame("words-after-value", f"`{words}` stands after the value and cannot be read", way, end)


__all__ = ["read_line", "read_parts", "write_line"]
