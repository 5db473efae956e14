"""How many quotations are held how, in a line: what was not looked for is never counted as found."""

from collections import Counter
from collections.abc import Mapping

from briefkit.hold import STRENGTH, Held
from briefkit.sources.holding import Holdings

_WORDS: Mapping[Held, str] = {
    "exact": "found in their sources",
    "earlier": "found earlier",
    "witnessed": "witnessed",
    "unseen": "unseen",
    "failed": "failed",
}


def totals(holdings: Holdings) -> dict[Held, int]:
    """How many quotations have each state; they add up to all."""
    counted = Counter(hold.state for hold in holdings.found.values())
    return {state: counted[state] for state in reversed(STRENGTH)}


def totals_line(counted: Mapping[Held, int]) -> str:
    """`quotations: 34 found in their sources, 0 found earlier, ...`; empty when there is no quotation."""
    whole = sum(counted.values())
    if not whole:
        return ""
    shown = [state for state in _WORDS if counted.get(state, 0)]
    if not {"exact", "earlier", "failed"} & set(shown):
        rest = ", ".join(f"{counted[state]} {_WORDS[state]}" for state in shown)
        return f"quotations: 0 of {whole} quotes compared ({rest})"
    parts = ", ".join(f"{counted.get(state, 0)} {words}" for state, words in _WORDS.items())
    return f"quotations: {parts} ({whole} in all)"
