"""Faults in a brief: its numbers, the words round them, its citations."""

import re
from collections.abc import Iterator
from random import Random

from faults.reasons import DIFFERS, QUOTED, UNBOUND
from faults.sites import Fault, Slice, bindings, citations

from briefkit.disk import Tree
from briefkit.library import Library

ARMS = ("heroin", "injectable methadone", "oral methadone")
COUNTRIES = ("Germany", "Switzerland", "Denmark", "Canada", "Netherlands")


def prose(tree: Tree, library: Library, rng: Random) -> Iterator[Fault]:
    """Every fault that a brief offers, in order."""
    yield from _bound(tree, rng)
    yield from _unbound(tree, rng)
    yield from _round_about(tree, rng)
    yield from _cited(tree, library, rng)
    yield from _verbs(tree)


def _bound(tree: Tree, rng: Random) -> Iterator[Fault]:
    """Bound words that no longer say what their figure says."""
    for binding in bindings(tree):
        digits = binding.words.find(r"\d")
        if digits:
            one = rng.choice(digits)
            new = rng.choice([digit for digit in "123456789" if digit != one.raw])
            yield one.fault("digit changed in prose", new, DIFFERS)
        pairs = [one for one in binding.words.find(r"[1-9](?=[1-9])") if one.text[one.end] != one.raw]
        if pairs:
            one = rng.choice(pairs)
            two = Slice(one.file, one.text, one.start, one.end + 1)
            yield two.fault("digits swapped in prose", two.raw[::-1], DIFFERS)
        for one in binding.words.find(r"^(?:about|almost|up to|nearly|at least) ")[:1]:
            yield one.fault("qualifier dropped in prose", "", DIFFERS)
        for pattern, new in (("%", " percentage points"), ("£", "€"), ("€", "£"), ("million", "thousand")):
            for one in binding.words.find(pattern)[:1]:
                yield one.fault("unit changed in prose", new, DIFFERS)


def _unbound(tree: Tree, rng: Random) -> Iterator[Fault]:
    """Numbers that nothing bears."""
    for binding in bindings(tree):
        if binding.words.find(r"\d"):
            digit = rng.choice("3456789")
            new = re.sub(r"\d(?=\D*$)", digit, binding.words.raw)
            if new != binding.words.raw:
                yield binding.whole.fault("number typed by hand", new, UNBOUND)
    for file, text in _briefs(tree):
        for found in re.finditer(r"(?<=\.)\n\n(?=[A-Z][a-z])", text):
            number = rng.choice(("37", "14,200", "seventeen", "62%", "£4 million"))
            where = Slice(file, text, found.end(), found.end())
            yield where.fault("sentence with a number put in", f"It was tried in {number} of the places. ", UNBOUND)


def _round_about(tree: Tree, rng: Random) -> Iterator[Fault]:
    """Years, countries, arms, directions and negations in the words round a figure."""
    for file, text in _briefs(tree):
        body = Slice(file, text, text.index("\n---", 4), len(text))
        for kind, pattern, needs, others, own in SWAPS:
            for one in body.find(pattern):
                if not _inside(one) and re.search(needs, _sentence(one)):
                    yield one.fault(kind, others(one.raw, rng), own)


def _earlier(year: str, rng: Random) -> str:
    return str(int(year) - rng.choice((1, 2, 3)))


def _country(name: str, rng: Random) -> str:
    return rng.choice([one for one in COUNTRIES if one != name])


def _arm(name: str, _rng: Random) -> str:
    return "heroin" if "methadone" in name else "oral methadone"


def _turned(word: str, _rng: Random) -> str:
    return TURNED[word]


def _nothing(_word: str, _rng: Random) -> str:
    return ""


TURNED = {
    "rose": "fell",
    "fell": "rose",
    "more": "fewer",
    "less": "more",
    "fewer": "more",
    "higher": "lower",
    "lower": "higher",
}
FIGURE = r"\]\{="
NEGATED = frozenset(
    {"negation-dropped", "negation-differs", "significance-contradicts", "no-effect-overstated", "effect-overstated"}
)
SWAPS = (
    (
        "year changed in prose",
        r"(?<![{=\w\"])(?:19|20)\d\d(?![\w-])",
        "",
        _earlier,
        UNBOUND | {"year-misnamed", "date-misnamed", "time-misnamed"},
    ),
    (
        "country changed in prose",
        rf"\b(?:{'|'.join(COUNTRIES)})\b",
        FIGURE,
        _country,
        frozenset({"country-misnamed", "place-misnamed", "trial-misnamed"}),
    ),
    (
        "arm changed in prose",
        rf"\b(?:{'|'.join(ARMS)})\b",
        rf"{FIGURE}[\w.]*(?:heroin|methadone)",
        _arm,
        frozenset({"arm-misnamed", "arm-unnamed", "trial-misnamed"}),
    ),
    (
        "direction turned in prose",
        rf"\b(?:{'|'.join(TURNED)})\b",
        FIGURE,
        _turned,
        frozenset({"direction-contradicts"}),
    ),
    ("negation dropped in prose", r"\b(?:not|no) ", "", _nothing, NEGATED | DIFFERS),
)
"""Kind, what is changed, what its sentence must hold, into what, and the rules that would name it."""


def _cited(tree: Tree, library: Library, rng: Random) -> Iterator[Fault]:
    """Citations of another work, another page, other words."""
    keys = sorted(library.sources)
    for whole, parts in citations(tree):
        new = rng.choice([key for key in keys if key != parts["key"].raw])
        yield parts["key"].fault("citation changed in prose", new, QUOTED | {"seen-elsewhere"})
        if "words" in parts:
            words = parts["words"].find(r"\w{4,}")
            for one in rng.sample(words, min(1, len(words))):
                yield one.fault("word changed in cited words", "entirely", QUOTED)
            yield whole.fault("citation removed", "", frozenset({"uncited-sentence", "quotation-uncited"}))
    for binding in bindings(tree):
        steps = binding.address.raw.split(".")
        other = {"heroin": "oral_methadone", "oral_methadone": "heroin"}.get(steps[-1], "")
        if other:
            new = ".".join([*steps[:-1], other])
            yield binding.address.fault(
                "bound to another arm", new, DIFFERS | {"unknown-figure-address", "arm-misnamed"}
            )


VERBS = (
    (
        "This treatment reduces deaths: the risk ratio was [0.65]{=cochrane_2011.results.mortality.estimate}.",
        "effect-overstated",
    ),
    ("It prevents deaths; the risk ratio was [0.65]{=cochrane_2011.results.mortality.estimate}.", "effect-overstated"),
    (
        "Heroin makes no difference to deaths: the ratio is [0.65]{=cochrane_2011.results.mortality.estimate}.",
        "no-effect-overstated",
    ),
    ("Heroin treatment improves retention: it was [38 of 43]{=riott.retention_26w.heroin}.", "certainty-unjudged"),
)
"""Sentences that say more than their figures."""


def _verbs(tree: Tree) -> Iterator[Fault]:
    """d.14: verbs that claim more than the evidence."""
    for file, text in _briefs(tree):
        for heading in list(re.finditer(r"\n## [^\n]+\n\n(?=[A-Z])", text))[:4]:
            for sentence, rule in VERBS:
                where = Slice(file, text, heading.end(), heading.end())
                own = frozenset({rule, "effect-overstated", "certainty-unjudged", "ratio-without-absolute"})
                yield where.fault("d.14 overclaiming verb", f"{sentence}\n\n", own)


def _briefs(tree: Tree) -> Iterator[tuple[str, str]]:
    return ((file, text) for file, text in tree.texts.items() if file.startswith("briefs/") and file.endswith(".md"))


def _sentence(one: Slice) -> str:
    start = max(one.text.rfind(". ", 0, one.start), one.text.rfind("\n\n", 0, one.start))
    ends = [at for mark in (". ", ".\n", "\n\n") if (at := one.text.find(mark, one.end)) >= 0]
    return one.text[start + 1 : min(ends, default=len(one.text))]


def _inside(one: Slice) -> bool:
    """True within bound words, a citation or an expression: other kinds change those."""
    before = one.text[max(0, one.start - 400) : one.start]
    opened = max(before.rfind("["), before.rfind("{"))
    closed = max(before.rfind("]"), before.rfind("}"))
    return opened > closed


WORDS = {
    "people": "men",
    "trial": "survey",
    "treatment": "medicine",
    "cost": "loss",
    "service": "prison",
    "clinics": "wards",
}


def stale(tree: Tree) -> Iterator[Fault]:
    """d.17: a word changed in a sentence that a reviewer has signed."""
    own = frozenset({"verdict-lapsed", "signature-missing"})
    for file, text in _briefs(tree):
        body = Slice(file, text, text.index("\n---", 4), len(text))
        for one in body.find(rf"\b(?:{'|'.join(WORDS)})\b"):
            line = text[text.rfind("\n", 0, one.start) + 1 : text.find("\n", one.start)]
            if not _inside(one) and not line.startswith("#") and "caption=" not in line:
                yield one.fault("d.17 edited after sign-off (stale verdict)", WORDS[one.raw], own)
