"""The long form of a figure: the same parts as on one line, each under its own key, and some that have no place there.

Every part is text as it stands in the file. The value itself may still be written as on one line (`up to 15 places`).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from briefkit.problems import did_you_mean, listed
from briefkit.values import Interval, Qualifier, Quote, Words
from briefkit.values.amounts import BARE_YEAR
from briefkit.values.dates import read_date
from briefkit.values.fault import Fault
from briefkit.values.line import read_parts
from briefkit.values.notes import read_interval, read_key, read_locator, read_period, read_price_year
from briefkit.values.openings import INSTEAD, QUALIFIERS, absence
from briefkit.values.reading import Asks, Part, Reading
from briefkit.values.sense import nonsense
from briefkit.values.stated import Stated
from briefkit.values.unit_and_per import per as per_step
from briefkit.values.units import UnitNames

Texts = Mapping[str, str]
"""Keys of the long form to what stands there; a period or an interval as `first to last`."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """A fault under one key of the long form; no key blames the figure as a whole."""

    key: str
    fault: Fault


@dataclass(slots=True)
class Settling:
    """The long form being settled into what it states."""

    texts: Texts
    units: UnitNames
    asks: Asks
    said: dict[Part, object] = field(default_factory=dict)
    keys: dict[Part, str] = field(default_factory=dict)
    """Under which key each part stands."""
    spans: dict[Part, tuple[int, int]] = field(default_factory=dict)
    """Where it stands in the text under that key."""


def settle(texts: Texts, units: UnitNames, asks: Asks) -> Stated | Keyed:
    """What the long form states."""
    work = Settling(texts, units, asks)
    found = _value(work)
    for key in texts:
        found = found or (_part(work, key) if key in READERS else None)
    found = found or _quote(work)
    if found:
        return found
    stated = Stated(**work.said)  # type: ignore[arg-type]
    wrong = nonsense(stated, units)
    if wrong is None:
        return stated
    start, end = work.spans.get(wrong.part, (0, 0))
    key = work.keys.get(wrong.part, "")
    begin, length = (start + wrong.offset, wrong.length) if wrong.length else (start, end - start)
    return Keyed(key, Fault(wrong.rule, wrong.message, wrong.help, begin, max(1, length)))


def settle_beside_formula(texts: Texts, units: UnitNames) -> Mapping[Part, object] | Keyed:
    """What a derived figure states besides its formula: unit, rate, price year, dates."""
    work = Settling(texts, units, "number")
    faults = (_part(work, key) for key in texts if key in READERS)
    return next((fault for fault in faults if fault), work.said)


def _value(work: Settling) -> Keyed | None:
    written = work.texts.get("value")
    if written is None:
        return _no_value(work)
    if work.asks == "fact":
        return _worded(work, written)
    counted = BARE_YEAR.fullmatch(written.strip()) and not _OF_NUMBERS.isdisjoint(work.texts)
    read = read_parts(written, work.units, "number" if counted else work.asks)
    if isinstance(read, Fault):
        return _worded(work, written) if work.asks == "any" and _is_words(written, read, work) else Keyed("value", read)
    for part, value in read.said.items():
        work.said[part], work.keys[part] = value, "value"
        work.spans[part] = read.spans.get(part, (0, len(written)))
    return None


_OF_NUMBERS = frozenset({"unit", "per", "price_year", "ci_90", "ci_95", "ci_99"})
"""Keys that no year has."""


def _is_words(written: str, fault: Fault, work: Settling) -> bool:
    """Whether it is a fact in words: no number in it, or one so far behind that it is no misspelt value; or words that
    the source has just so.
    """
    before = re.split(r"\d", written, maxsplit=1)[0]
    many = len(written.split()) >= FEWEST_BEFORE
    if fault.rule == "value-missing" or (fault.rule == "unknown-unit" and many):
        quoted = " ".join(written.split()) in " ".join(work.texts.get("quote", "").split())
        return quoted or before == written or (fault.rule == "value-missing" and len(before.split()) >= FEWEST_BEFORE)
    return before == written


FEWEST_BEFORE = 4
"""Words before the first number of a fact in words: no qualifier has as many."""


def _worded(work: Settling, written: str) -> Keyed | None:
    """A fact in our own short rendering, or a missing kind."""
    reading = Reading(written, work.units, work.asks)
    fault = absence(reading)
    if fault:
        return Keyed("value", fault)
    _keep(work, "value", "value", reading.said.get("value", Words(" ".join(written.split()))))
    if "value" not in reading.said and "quote" not in work.texts:
        message = "this fact has no quotation"
        way = "add `quote:` with the words of the source that bear it"
        return Keyed("value", Fault("fact-without-quote", message, way, 0, len(written)))
    return None


def _no_value(work: Settling) -> Keyed | None:
    quote = work.texts.get("quote")
    if quote is None:
        way = "add `value:`, or `formula:` for a derived figure, or `quote:` for a fact in words"
        return Keyed("", Fault("value-missing", "this figure has no value", way))
    if work.asks in {"number", "date"}:
        way = f"add `value:` with the {work.asks} that the quoted words bear"
        return Keyed("quote", Fault("value-missing", "this figure has a quotation but no value", way, 0, len(quote)))
    _keep(work, "value", "quote", Words(quote.strip()))
    return None


def _keep(work: Settling, part: Part, key: str, value: object) -> None:
    work.said[part], work.keys[part] = value, key
    work.spans[part] = (0, len(work.texts[key]))


def _part(work: Settling, key: str) -> Keyed | None:
    part, reader = READERS[key]
    text = work.texts[key]
    if part in work.said:
        named = f"`{work.keys[part]}:` and `{key}:`"
        message = f"the {part.replace('_', ' ')} is said twice: under {named}"
        return Keyed(key, Fault("said-twice", message, "say it in one place", 0, len(text)))
    found = reader(text, work.units)
    if isinstance(found, Fault):
        return Keyed(key, found)
    _keep(work, part, key, found)
    return None


def _quote(work: Settling) -> Keyed | None:
    exact, prefix, suffix = (work.texts.get(key, "") for key in ("quote", "prefix", "suffix"))
    if "quote" in work.said and exact:
        return Keyed(
            "quote",
            Fault(
                "said-twice",
                "the quotation is said twice: under `value:` and `quote:`",
                "say it in one place",
                0,
                len(exact),
            ),
        )
    if "quote" in work.said or exact.strip():
        held = work.said.get("quote")
        words = held.exact if isinstance(held, Quote) else exact.strip()
        work.said["quote"] = Quote(words, prefix.strip(), suffix.strip())
        work.keys.setdefault("quote", "quote")
        lead = len(exact) - len(exact.lstrip())
        work.spans.setdefault("quote", (lead, lead + len(words)))
        return None
    if prefix or suffix:
        key = "prefix" if prefix else "suffix"
        way = "add `quote:` with the words that bear the value"
        return Keyed(key, Fault("quote-empty", f"`{key}:` stands without a quotation", way, 0, len(prefix or suffix)))
    return None


def _qualifier(text: str, _: UnitNames) -> Qualifier | Fault:
    folded = " ".join(text.casefold().split())
    if folded in QUALIFIERS:
        return QUALIFIERS[folded]
    near = (
        f"write `{INSTEAD[folded]}`"
        if folded in INSTEAD
        else did_you_mean(text, QUALIFIERS, f"write {listed(QUALIFIERS)}")
    )
    return Fault(
        "unknown-qualifier", f"`{text}` is not a word that a value is qualified with", near, 0, max(1, len(text))
    )


def _unit(text: str, units: UnitNames) -> str | Fault:
    found = units.find(text)
    if found is not None:
        return found
    return Fault("unknown-unit", f"`{text}` is not a unit", units.suggest(text), 0, max(1, len(text)))


def _per(text: str, units: UnitNames) -> str | Fault:
    lead = "" if re.match(r"(?:a|an|per|each|every)\s", text, re.IGNORECASE) else "per "
    reading = Reading(lead + text, units)
    fault = per_step(reading)
    if fault is None and not reading.rest:
        return str(reading.said["per"])
    message = fault.message if fault else f"`{text}` cannot be read as what a rate is counted by"
    way = fault.help if fault else "write it as in `patient per year`"
    return Fault("per-form", message, way, 0, max(1, len(text)))


def _interval(level: int) -> Callable[[str, UnitNames], Interval | Fault]:
    def read(text: str, _: UnitNames) -> Interval | Fault:
        message, way = f"`{text}` cannot be read as an interval", f"write both ends: `ci_{level}: [1.2, 3.4]`"
        return read_interval(text, Decimal(level)) or Fault("interval-form", message, way, 0, max(1, len(text)))

    return read


READERS: Mapping[str, tuple[Part, Callable[[str, UnitNames], object]]] = {
    "qualifier": ("qualifier", _qualifier),
    "unit": ("unit", _unit),
    "per": ("per", _per),
    "price_year": ("price_year", lambda text, _: read_price_year(text)),
    "as_of": ("as_of", lambda text, _: read_date(text)),
    "period": ("period", lambda text, _: read_period(text)),
    "ci_90": ("interval", _interval(90)),
    "ci_95": ("interval", _interval(95)),
    "ci_99": ("interval", _interval(99)),
    "cite": ("cite", lambda text, _: read_key(text)),
    "at": ("at", lambda text, _: read_locator(text)),
    "via": ("via", lambda text, _: read_key(text)),
}
"""Key of the long form to the part that it states, and who reads it."""
