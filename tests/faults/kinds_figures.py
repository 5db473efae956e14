"""Faults in a figure: its value, its qualifier and unit, its dates, where it comes from."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from random import Random

from faults import paper
from faults.reasons import BEARING, CITED, IMPOSSIBLE, QUOTED, UNIT, YEAR
from faults.sites import Fault, FigureSite, Slice

from briefkit.values import Date, Number, Share

DIGITS = r"\d"


def value_digit(site: FigureSite, rng: Random) -> Fault | None:
    """One digit of the value changed."""
    return _digit(_numeric(site), rng, "digit changed in a value", BEARING | IMPOSSIBLE)


def quote_digit(site: FigureSite, rng: Random) -> Fault | None:
    """One digit of the quotation changed."""
    return _digit(site.quote, rng, _where("digit changed in a quote", site), QUOTED | BEARING | IMPOSSIBLE)


def value_swapped(site: FigureSite, rng: Random) -> Fault | None:
    """Two neighbouring digits of the value swapped."""
    return _swapped(_numeric(site), rng, "digits swapped in a value", BEARING | IMPOSSIBLE)


def quote_swapped(site: FigureSite, rng: Random) -> Fault | None:
    """Two neighbouring digits of the quotation swapped."""
    return _swapped(site.quote, rng, _where("digits swapped in a quote", site), QUOTED | BEARING | IMPOSSIBLE)


def qualifier(site: FigureSite, _rng: Random) -> Fault | None:
    """`up to 15` becomes `15`."""
    if site.figure.qualifier is None or site.value is None:
        return None
    found = site.value.find(r"(?:about|almost|nearly|up to|at least|more than|fewer than|less than|over) ")
    return found[0].fault("qualifier dropped from a value", "", frozenset({"qualifier-dropped"})) if found else None


def unit(site: FigureSite, rng: Random) -> Fault | None:
    """Another unit, or another thing that a rate is counted by."""
    own = UNIT | BEARING
    for name in ("unit", "per"):
        if name in site.fields:
            other = {"year": "week", "week": "year"}.get(site.fields[name].raw.strip('"'), "")
            new = other or rng.choice(
                [one for one in ("clinics", "deaths", "patients") if one != site.fields[name].raw]
            )
            new = new if name == "unit" else other or "month"
            return site.fields[name].fault("unit changed in a record", new, own)
    if site.value is None:
        return None
    for pattern, new in (
        (r"%", " percentage points"),
        (r"£", "€"),
        (r"EUR ", "USD "),
        (r"€", "£"),
        (r" (people|places|death|deaths|patients)\b", " weeks"),
    ):
        found = site.value.find(pattern)
        if found:
            return found[0].fault("unit changed in a record", new, own)
    return None


def year(site: FigureSite, rng: Random) -> Fault | None:
    """Another year of a date, a price, a count."""
    dated = isinstance(site.figure.value, Date) and site.value
    own = BEARING | IMPOSSIBLE | YEAR
    for part in (site.value if dated else None, site.fields.get("as_of"), site.fields.get("price_year")):
        found = part.find(r"(?:19|20)\d\d") if part else []
        if found:
            new = str(int(found[0].raw) + rng.choice((-3, -2, -1)))
            return found[0].fault("year changed in a record", new, own)
    return None


def sign(site: FigureSite, _rng: Random) -> Fault | None:
    """A minus dropped or added."""
    if not isinstance(site.figure.value, Number) or site.value is None:
        return None
    found = site.value.find(r"[-−](?=[\d£])") or site.value.find(r"[-−]")
    if found:
        return found[0].fault("sign changed in a record", "", frozenset({"sign-not-in-quote"}) | BEARING)
    if site.figure.unit in ("percent", "GBP", "EUR"):
        digit = site.value.find(r"\d")[0]
        return digit.part(0, 0).fault("sign changed in a record", "-", frozenset({"sign-not-in-quote"}) | BEARING)
    return None


def citation(site: FigureSite, rng: Random, keys: list[str]) -> Fault | None:
    """Another reference."""
    if "cite" not in site.fields:
        return None
    new = rng.choice([key for key in keys if key not in (site.figure.cite[0], site.figure.via)])
    own = QUOTED | CITED | YEAR | BEARING
    return site.fields["cite"].fault(_where("citation changed in a record", site), new, own)


def page(site: FigureSite, _rng: Random) -> Fault | None:
    """Another page."""
    found = site.fields["at"].find(r"\d+") if "at" in site.fields else []
    if not found:
        return None
    own = frozenset({"quote-on-other-page"})
    return found[0].fault(_where("page changed in a record", site), str(int(found[0].raw) + 1), own)


def negation(site: FigureSite, _rng: Random) -> Fault | None:
    """A `not` dropped from a quotation, or from our rendering of it."""
    own = QUOTED | {"negation-differs"}
    for part in (site.quote, site.value):
        found = part.find(r"\b(?:not|no|never|without|nicht|keine?) ") if part else []
        if found:
            return found[0].fault(_where("negation dropped from a record", site), "", own)
    return None


def cut_out(site: FigureSite, rng: Random) -> Fault | None:
    """Words left out of the middle of a quotation."""
    words = site.quote.find(r"\S+") if site.quote else []
    if len(words) < 6:
        return None
    at = rng.randrange(2, len(words) - 3)
    gap = site.quote.part(words[at].start - site.quote.start, words[at + 2].start - site.quote.start)
    return gap.fault(
        _where("words left out of a quote", site), "", QUOTED | BEARING | {"qualifier-dropped", "negation-differs"}
    )


def price_year(site: FigureSite, _rng: Random) -> Fault | None:
    """A price year removed."""
    own = frozenset({"price-year-missing"})
    if "price_year" in site.fields:
        whole = site.fields["price_year"]
        before = whole.text[: whole.start]
        start = max(before.rfind(", price_year:"), before.rfind("{price_year:") + 1)
        if before[start:].strip() == ", price_year:":
            return Slice(whole.file, whole.text, start, whole.end).fault("price year removed", "", own)
    notes = site.fields.get("notes")
    found = notes.find(r" \(price year [^)]*\)") if notes else []
    return found[0].fault("price year removed", "", own) if found else None


def splices(sites: list[FigureSite], rng: Random) -> Iterator[Fault]:
    """The front of one quotation joined to the back of another from the same source."""
    for site in sites:
        others = [
            one.quote.raw.strip('"')
            for one in sites
            if one.quote
            and one.figure.cite == site.figure.cite
            and one.quote.raw != (site.quote.raw if site.quote else "")
        ]
        words = site.quote.find(r"[^\s\"]+") if site.quote else []
        if len(words) < 5 or not others:
            continue
        back = rng.choice(others).split()
        half = words[len(words) // 2]
        tail = " ".join(back[len(back) // 2 :]).replace('"', "").replace("\\", "")
        rest = Slice(half.file, half.text, half.start, site.quote.start + len(site.quote.raw.rstrip('"')))
        if tail and ":" not in tail and "#" not in tail and "{" not in tail and tail != rest.raw:
            yield rest.fault(
                "two quotes spliced",
                tail,
                QUOTED
                | BEARING
                | UNIT
                | {"negation-differs", "quote-too-long", "qualifier-dropped", "arm-not-in-quote"},
            )


EACH: tuple[Callable[[FigureSite, Random], Fault | None], ...] = (
    value_digit,
    quote_digit,
    value_swapped,
    quote_swapped,
    qualifier,
    unit,
    year,
    sign,
    page,
    negation,
    cut_out,
    price_year,
)


def _where(kind: str, site: FigureSite) -> str:
    """The kind, told apart by whether there is a copy to look into: without one, a lapse is all that can be noticed."""
    return f"{kind}, {'copy at hand' if site.held else 'no copy'}"


def _numeric(site: FigureSite) -> Slice | None:
    return site.value if isinstance(site.figure.value, (Number, Share)) or site.figure.interval else None


def _digit(part: Slice | None, rng: Random, kind: str, own: frozenset[str]) -> Fault | None:
    found = part.find(DIGITS) if part else []
    if not found:
        return None
    one = rng.choice(found)
    new = rng.choice([digit for digit in "123456789" if digit != one.raw])
    return one.fault(kind, new, own)


def _swapped(part: Slice | None, rng: Random, kind: str, own: frozenset[str]) -> Fault | None:
    pairs = part.find(r"(?<![\d.])[1-9](?=\d)") if part else []
    pairs = [one for one in pairs if one.text[one.end] not in (one.raw, "0")]
    if not pairs:
        return None
    one = rng.choice(pairs)
    two = Slice(one.file, one.text, one.start, one.end + 1)
    return two.fault(kind, two.raw[::-1], own)


def arms(sites: list[FigureSite]) -> Iterator[Fault]:
    """The figures of two arms of a result or a cost exchanged, quotations and all."""
    groups: dict[tuple[str, ...], list[FigureSite]] = {}
    names = {(steps[0], steps[2]) for site in sites if (steps := site.figure.address.split("."))[1:2] == ["arms"]}
    for site in sites:
        record, *steps = site.figure.address.split(".")
        arm = next((step for step in steps if (record, step) in names), "")
        if arm and site.value and site.quote:
            groups.setdefault((record, *("*" if step == arm else step for step in steps)), []).append(site)
    for found in groups.values():
        yield from (fault for one, other in pairwise(found) if (fault := _exchanged(one, other)))


def _exchanged(one: FigureSite, other: FigureSite) -> Fault | None:
    """Values and quotations of two figures in each other's place; None where only one is in the long form."""
    if ("quote" in one.fields) != ("quote" in other.fields) or one.value.raw == other.value.raw:
        return None
    text, swaps = one.value.text, []
    for first, second in ((one.value, other.value), (one.quote, other.quote)):
        swaps += [(first, second.raw), (second, first.raw)]
    for place, raw in sorted(swaps, key=lambda swap: -swap[0].start):
        text = text[: place.start] + raw + text[place.end :]
    did = f"{one.figure.address} and {other.figure.address} exchanged"
    own = frozenset({"arm-not-in-quote", "effect-against-arms"}) | BEARING | IMPOSSIBLE
    where = f"{one.value.file}:{one.value.line}"
    return Fault("arm changed in a record", where, did, {one.value.file: text}, own)


def from_references(sites: list[FigureSite]) -> Iterator[Fault]:
    """Words that stand in the reference list of the paper alone, as if it said them itself."""
    for site in sites:
        if site.figure.cite == (paper.KEY,) and "quote" in site.fields:
            for words in paper.FROM_REFERENCES:
                yield site.fields["quote"].fault(
                    "quote from the reference list", words, frozenset({"quote-in-references"})
                )
