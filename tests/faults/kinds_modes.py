"""The twenty ways in which briefs go wrong, one fault or more of each that can happen here at all.

Two cannot: an absolute effect on a foreign baseline (d.11) needs absolute effects, which the base has no field for yet, and a
rating stretched beyond its subject (d.16) needs a rating, of which the base has none. d.01 is every change of a digit, d.17 a
stale verdict: they are among the plain kinds.
"""

import re
from collections.abc import Callable, Iterator
from random import Random

from faults.reasons import UNIT, YEAR
from faults.sites import Fault, FigureSite, Slice

from briefkit.disk import Tree

Kind = Callable[[Tree, list[FigureSite], Random], Iterator[Fault]]
MODES: list[Kind] = []


def mode(kind: Kind) -> Kind:
    """Add a kind to the list."""
    MODES.append(kind)
    return kind


def _records(tree: Tree, folder: str) -> Iterator[Slice]:
    """Every file of a folder of the base, whole."""
    for file, text in tree.texts.items():
        if file.startswith(f"evidence/{folder}/") and file.endswith(".yaml"):
            yield Slice(file, text, 0, len(text))


def _replaced(
    places: Iterator[Slice], pattern: str, new: str, kind: str, own: set[str], group: int = 0
) -> Iterator[Fault]:
    """The same mistake wherever the pattern stands."""
    for place in places:
        for one in place.find(pattern, group):
            yield one.fault(kind, new, frozenset(own))


def _appended(places: Iterator[Slice], line: str, kind: str, own: set[str]) -> Iterator[Fault]:
    """The same line at the end of each file."""
    for place in places:
        yield place.part(place.end, place.end).fault(kind, line, frozenset(own))


@mode
def secondary(tree: Tree, _sites: list[FigureSite], _rng: Random) -> Iterator[Fault]:
    """The document in which a figure was met is no longer named."""
    kind = "d.02 secondary citation hidden"
    for folder in ("studies", "programmes", "costs", "statistics", "positions", "syntheses"):
        yield from _replaced(
            _records(tree, folder), r"(?m)^via: \w+\n", "", kind, {"secondary-unsaid", "seen-elsewhere"}
        )
    for folder in ("studies", "programmes", "costs", "statistics"):
        yield from _replaced(
            _records(tree, folder), r", via: \w+(?=[,}])", "", kind, {"secondary-unsaid", "seen-elsewhere"}
        )


@mode
def stale(tree: Tree, _sites: list[FigureSite], _rng: Random) -> Iterator[Fault]:
    """A record that had to be looked at again long ago; a count without its date."""
    for folder in ("programmes", "statistics", "costs"):
        yield from _appended(_records(tree, folder), "stale_after: 2024-01\n", "d.03 stale number", {"record-stale"})
    for folder in ("programmes", "statistics"):
        yield from _replaced(
            _records(tree, folder),
            r", as_of: [\d-]+(?=[,}])",
            "",
            "d.03 stale number",
            {"undated-count", "count-without-date"},
        )


@mode
def country(tree: Tree, _sites: list[FigureSite], _rng: Random) -> Iterator[Fault]:
    """Another country, of a whole record."""
    own = {"country-against-record"}
    for folder in ("studies", "programmes", "proposals", "costs", "statistics"):
        yield from _replaced(
            _records(tree, folder), r"(?m)^country: (\w\w)$", "FR", "country changed in a record", own, 1
        )


@mode
def unread_notice(tree: Tree, _sites: list[FigureSite], _rng: Random) -> Iterator[Fault]:
    """A retraction that nobody read."""
    kind = "d.04 unread retraction"
    for place in _records(tree, "sources"):
        if "trial_report" in place.text and "notices:" not in place.text:
            line = "notices:\n  - {kind: retraction, where: J Example 2021, read: false}\n"
            yield place.part(place.end, place.end).fault(kind, line, frozenset({"notice-unread", "source-retracted"}))


@mode
def price_years_mixed(tree: Tree, _sites: list[FigureSite], _rng: Random) -> Iterator[Fault]:
    """Amounts of two price years or currencies worked out together."""
    own = YEAR | {"formula-units"}
    for place in _records(tree, "costs"):
        for one in place.find(r"(?<=price_year: )(?:not_reported|20\d\d)")[:1]:
            yield one.fault("d.05 price years mixed", "1999", frozenset(own))


@mode
def half_a_year(tree: Tree, _sites: list[FigureSite], _rng: Random) -> Iterator[Fault]:
    """26 weeks read as a year."""
    own = {*UNIT, "bound-words-differ", "time-misnamed", "table-comparison"}
    yield from _replaced(
        _records(tree, "costs"), r"person for 26 weeks", "person a year", "d.06 26 weeks read as a year", own
    )
    briefs = (Slice(file, text, 0, len(text)) for file, text in tree.texts.items() if file.endswith("hat_england.md"))
    yield from _replaced(briefs, r"per person for 26 weeks", "per person a year", "d.06 26 weeks read as a year", own)


@mode
def points(_tree: Tree, sites: list[FigureSite], _rng: Random) -> Iterator[Fault]:
    """Percentage points for percent."""
    for site in sites:
        for one in site.value.find(r"%") if site.value and site.figure.unit == "percent" else []:
            yield one.fault(
                "d.07 percent as points", " percentage points", frozenset({"unit-not-in-quote", "unit-not-of-field"})
            )


@mode
def news(_tree: Tree, sites: list[FigureSite], _rng: Random) -> Iterator[Fault]:
    """A newspaper as the source of what a trial found."""
    for site in sites:
        steps = site.figure.address.split(".")
        if "results" in steps and "cite" in site.fields and site.figure.unit is not None:
            yield site.fields["cite"].fault(
                "d.08 news as source of a result", "guardian_durham_2017", frozenset({"result-from-news"})
            )


@mode
def no_absolute(tree: Tree, _sites: list[FigureSite], _rng: Random) -> Iterator[Fault]:
    """A ratio alone."""
    for place in (
        Slice(f, t, 0, len(t)) for f, t in tree.texts.items() if f.startswith("briefs/") and f.endswith(".md")
    ):
        words = "\n## One more finding\n\nIn the review the risk ratio for adverse events was [13.50]{=cochrane_2011.results.adverse_events.estimate}.\n"
        yield place.part(place.end, place.end).fault(
            "d.09 ratio without absolute", words, frozenset({"ratio-without-absolute"})
        )


@mode
def denominators(tree: Tree, sites: list[FigureSite], _rng: Random) -> Iterator[Fault]:
    """More events than people; arms that do not add up."""
    for site in sites:
        found = site.value.find(r"\d+(?= of )") if site.value else []
        if found:
            own = frozenset({"share-impossible", "value-not-in-quote"})
            yield found[0].fault("d.10 events over total", "999", own)
    own = {"arms-sum", "value-not-in-quote", "total-over-randomised"}
    yield from _replaced(_records(tree, "studies"), r"(?m)^randomised: (\d+)", "99", "d.10 wrong denominator", own, 1)


@mode
def counted_twice(tree: Tree, _sites: list[FigureSite], _rng: Random) -> Iterator[Fault]:
    """One trial as two."""
    own = {"double-counting", "study-twice", "address-twice", "duplicate-key"}
    for place in _records(tree, "studies"):
        stem = place.file.rpartition("/")[2].removesuffix(".yaml")
        copy = place.file.replace(stem, f"{stem}_again")
        yield Fault("d.12 double counting", place.file, f"copied to {copy}", {copy: place.text}, frozenset(own))


@mode
def impossible(_tree: Tree, sites: list[FigureSite], rng: Random) -> Iterator[Fault]:
    """Intervals without their estimate."""
    own = frozenset({"interval-outside", "interval-not-in-quote", "range-reversed"})
    for site in sites:
        if site.figure.interval is None or site.value is None or not site.value.find(r"\d"):
            continue
        one = site.value.find(r"\d[\d,.]*")[0]
        yield one.fault("d.13 impossible statistic", f"{rng.choice('13')}9{one.raw}", own | {"value-not-in-quote"})


@mode
def cherry_picked(tree: Tree, _sites: list[FigureSite], _rng: Random) -> Iterator[Fault]:
    """The words that say that a difference may be chance, left out."""
    for file, text in tree.texts.items():
        for found in re.finditer(r": not a significant difference(?=\.)|; not significant(?= \|)", text):
            if file.startswith("briefs/") and file.endswith(".md"):
                one = Slice(file, text, *found.span())
                yield one.fault("d.15 cherry-picking", "", frozenset({"companion-missing"}))


@mode
def yaml_eats(tree: Tree, _sites: list[FigureSite], rng: Random) -> Iterator[Fault]:
    """What a careless reader of YAML would swallow."""
    for folder in ("programmes", "costs", "statistics"):
        for place in _records(tree, folder):
            title = place.find(r"(?m)^title: .*\n")[0]
            new, own = rng.choice(
                (
                    (title.raw * 2, {"duplicate-key"}),
                    (title.raw.replace("title: ", "title: A: "), {"unquoted-colon"}),
                    ("\t" + title.raw, {"tab-indent"}),
                    (title.raw + "started: 12:30\n", {"date-form", "duplicate-key"}),
                )
            )
            yield title.fault("d.18 YAML eats data", new, frozenset(own))


@mode
def conflict_hidden(tree: Tree, _sites: list[FigureSite], _rng: Random) -> Iterator[Fault]:
    """A source that says otherwise, no longer named."""
    own = {"conflict-one-sided", "conflict-unsettled", "conflict-unsaid"}
    for folder in ("costs", "programmes", "statistics"):
        yield from _replaced(_records(tree, folder), r", conflicts_with: \[[^\]]*\]", "", "d.19 conflict hidden", own)
        yield from _replaced(_records(tree, folder), r", preferred_because: [^,}]*", "", "d.19 conflict hidden", own)


@mode
def absent(tree: Tree, _sites: list[FigureSite], rng: Random) -> Iterator[Fault]:
    """What was not looked for as nothing, zero or a dash."""
    own = {
        "empty-value",
        "quote-missing",
        "figure-form",
        "dash-start",
        "date-form",
        "value-invalid",
        "number-form",
        "missing-form",
        "fact-without-quote",
    }
    for folder in ("programmes", "statistics", "proposals"):
        for place in _records(tree, folder):
            for one in place.find(r"(?m)(?<=: )(?:not_seen|not_reported)$"):
                yield one.fault("d.20 absent as nothing", rng.choice(("", "-", "0", "null", "none")), frozenset(own))
