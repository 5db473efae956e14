"""Whether words bound in a brief say what their figure says: the heart of the promise that this program makes.

A qualifier may never be dropped or hardened, a number never be more exact than its source, a unit never be another one.
Where the words cannot be compared they are refused, with what the figure says and what to write instead.
"""

from collections.abc import Callable

from briefkit.figure import Figure
from briefkit.values import Date, Missing, Words
from briefkit.values.bound_facts import folded, lost_words, says_date
from briefkit.values.bound_numbers import CHECKS, WHOLE, target
from briefkit.values.claim import read_claim
from briefkit.values.fault import Fault
from briefkit.values.units import BUILT_IN, DURATIONS, UnitNames
from briefkit.values.write import attribute, full, missing_words, short

DIFFERS = "bound-words-differ"
_VERBATIM = frozenset({"unit", "quote", "interval", "price_year"})
"""Attributes whose words must stand as they are."""


def disagreement(words: str, figure: Figure, form: str = "", units: UnitNames = BUILT_IN) -> Fault | None:
    """What is wrong with `words` bound to `figure`, or to its attribute `form`; None when they say what it says."""
    if not words.strip():
        return _refused(words, figure, form, units, "nothing stands between the square brackets")
    if form and attribute(figure, form, units) is None:
        return None  # whoever looked the attribute up has said so
    if isinstance(figure.value, Missing):
        return _missing(words, figure, form, units)
    return _reader(figure, form)(words, figure, form, units)


def _reader(figure: Figure, form: str) -> Callable[[str, Figure, str, UnitNames], Fault | None]:
    """Who compares words with this sort of value."""
    if form in _VERBATIM:
        return _verbatim
    if isinstance(figure.value, Date) or form == "year":
        return _dated
    return _fact if isinstance(figure.value, Words) else _numeric


def plain(text: str) -> str:
    """Text with ordinary blanks, as somebody would type it."""
    return text.replace("\u00a0", " ")


def says(figure: Figure, form: str, units: UnitNames) -> str:
    """What the figure, or its attribute, says in full."""
    return plain((attribute(figure, form, units) or "") if form else full(figure, units))


def _refused(words: str, figure: Figure, form: str, units: UnitNames, message: str, way: str = "") -> Fault:
    """A refusal that says what to write instead."""
    address = f"{figure.address}.{form}" if form else figure.address
    told = way or f"write `{instead(figure, form, units)}`, or `{{{{ {address} }}}}`"
    return Fault(DIFFERS, message, told, 0, max(1, len(words)))


def instead(figure: Figure, form: str, units: UnitNames, *, whole: bool = False) -> str:
    """What to write: the value as it prints, with its noun where that may not be left out or was written."""
    if form or whole or figure.unit in DURATIONS:
        return says(figure, form, units)
    return plain(short(figure, units))


def _missing(words: str, figure: Figure, form: str, units: UnitNames) -> Fault | None:
    assert isinstance(figure.value, Missing)
    known = missing_words(figure.value.kind)
    if folded(words) == known:
        return None
    message = f"`{words}` says something, but the figure has no value: `{known}`"
    return _refused(words, figure, "" if form else form, units, message)


def _verbatim(words: str, figure: Figure, form: str, units: UnitNames) -> Fault | None:
    expected = folded(says(figure, form, units))
    bare = expected.split(" ci ", 1)[1] if form == "interval" else expected
    if folded(words) in {expected, bare}:
        return None
    return _refused(words, figure, form, units, f"`{words}` is not what `.{form}` says: `{says(figure, form, units)}`")


def _dated(words: str, figure: Figure, form: str, units: UnitNames) -> Fault | None:
    whole = says(figure, form, units)
    qualifier = figure.qualifier or ""
    date = figure.value if isinstance(figure.value, Date) and not form else None
    said = folded(words)
    if qualifier and isinstance(figure.value, Date):
        if not said.startswith(f"{qualifier} "):
            return _refused(words, figure, form, units, _lost_qualifier(words, figure, whole))
        said = said.removeprefix(f"{qualifier} ")
    agrees = says_date(said, date or Date(int(whole.split()[-1])))
    if agrees:
        return None
    if agrees is None:
        message = f"`{words}` cannot be read as a date; the figure says `{whole}`"
        return _refused(words, figure, form, units, message)
    return _refused(words, figure, form, units, f"`{words}` is not what the figure says: `{whole}`")


def _lost_qualifier(words: str, figure: Figure, whole: str) -> str:
    whose = "the figure's" if figure.derivation else "the source's"
    return f"`{words}` says more than `{whole}`: {whose} `{figure.qualifier}` is missing"


def _fact(words: str, figure: Figure, form: str, units: UnitNames) -> Fault | None:
    assert isinstance(figure.value, Words)
    quote = figure.quote.exact if figure.quote else ""
    lost = lost_words(words, figure.value.text, quote)
    if lost == "":
        return None
    if lost is None:
        message = f"`{words}` is no run of the words of this fact: `{figure.value.text}`"
    else:
        message = f"`{words}` leaves out `{lost}`, on which the meaning hangs: `{figure.value.text}`"
    return _refused(words, figure, form, units, message)


def _numeric(words: str, figure: Figure, form: str, units: UnitNames) -> Fault | None:
    wanted = target(figure, form)
    if wanted is None:
        return None
    claim = read_claim(words, units)
    if isinstance(claim, Fault):
        return _unread(claim, figure, form, units)
    wrong = next((found for check in CHECKS if (found := check(claim, wanted, units))), None)
    if wrong is None:
        return None
    whole = says(figure, form, units)
    said_more = claim.per is not None or (claim.unit is not None and claim.unit == figure.unit)
    address = f"{figure.address}.{form}" if form else figure.address
    way = wrong.way or f"write `{instead(figure, form, units, whole=said_more)}`, or `{{{{ {address} }}}}`"
    message = f"`{words}` {wrong.told.replace(WHOLE, whole)}"
    return _refused(words, figure, form, units, message, way.replace(WHOLE, whole))


def _unread(fault: Fault, figure: Figure, form: str, units: UnitNames) -> Fault:
    message = f"{fault.message}; the figure says `{says(figure, form, units)}`"
    way = "; ".join(filter(None, (f"write `{instead(figure, form, units, whole=not fault.help)}`", fault.help)))
    return Fault(fault.rule, message, way, fault.offset, fault.length)
