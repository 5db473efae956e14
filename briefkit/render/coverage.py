"""Which characters the fonts of the pages have, from the list that lies beside them."""

import json

COVERAGE = "fonts/coverage.json"
"""Path of the list below the templates' folder."""
_LAST = 0x10FFFF
"""The last code point that there is."""


def read_coverage(text: str) -> frozenset[int] | None:
    """The code points of a list such as `{"ranges": ["20-7e", "a0-ff"]}`; None when it is no such list."""
    try:
        ranges = json.loads(text)["ranges"]
        pairs = [[int(code, 16) for code in run.split("-")] for run in ranges]
        if not all(0 <= low <= high <= _LAST for low, high in pairs):
            return None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return frozenset(code for low, high in pairs for code in range(low, high + 1))
