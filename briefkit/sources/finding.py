"""What looking for a quotation in a document came to."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal[
    "exact",
    "near",
    "wrong_page",
    "twice",
    "in_references",
    "spliced",
    "cut",
    "absent",
    "too_short",
]
"""`exact`: stands once in the body, on the stated page. `near`: something like it stands there, for repair alone; never passes.
`wrong_page`: on another page than stated. `twice`: more than once, and nothing says which. `in_references`: only in the
reference list, a running head, the title or a cover sheet. `spliced`: its parts stand apart. `cut`: a negation, a sign, a
currency or a qualifier directly before its first word, or a scale word after its last number, was left off. `absent`. `too_short`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Where a quotation was found, or what stands there instead."""

    verdict: Verdict
    place: str = ""
    """Of the one place that counts: `p. 3`, `paragraph 12`."""
    before: str = ""
    """The rest of its sentence before it (at most 60 words), as the source prints it."""
    after: str = ""
    folds: tuple[str, ...] = ()
    """Names of the folds that were needed, in the order of `folds.FOLDS`."""
    message: str = ""
    """What is wrong, in words that an officer understands; empty for `exact`."""
    help: str = ""
    """The way out: what to change, with the words of the source where something like it stands there."""

    @property
    def passed(self) -> bool:
        """Only `exact` passes."""
        return self.verdict == "exact"
