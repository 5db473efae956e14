"""How well a quotation is founded: whether its words were found in the source, when, where, and what stands round them.

`sources` finds it out; the library, the pages, the ledger and the manifest only tell. The states add up: every quotation
has one of them.
"""

from dataclasses import dataclass
from typing import Literal

Held = Literal["exact", "earlier", "witnessed", "unseen", "failed"]
STRENGTH: tuple[Held, ...] = ("failed", "unseen", "witnessed", "earlier", "exact")
"""How a figure can be held, weakest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """What is known of one quotation."""

    state: Held
    key: str = ""
    """Reference key of the document in which the words were looked for or seen: the figure's `via`, else its source."""
    on: str = ""
    """Day on which the words were found or seen, `2026-11-22`; empty for what was found just now, or never."""
    place: str = ""
    """Where they stand, as a reviewer would look them up: `p. 3`, `paragraph 12`."""
    before: str = ""
    """The rest of the sentence before them, as the source prints it; empty when no snapshot is here."""
    after: str = ""
    """The rest of the sentence after them."""
    folds: tuple[str, ...] = ()
    """What was folded to find them, by the names of `sources.folds`: `dash`, `line-end hyphen`."""
    why: str = ""
    """For a state that is not good: what is wrong, in a few words."""


UNSEEN = Hold(state="unseen")
