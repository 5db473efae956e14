"""What a rule and a family of rules are made of."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "advice"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One entry of the rulebook."""

    id: str
    """Kebab-case, named for the fault."""
    says: str
    """What is wrong, in one or two sentences for an officer who has just met it."""
    because: str
    """Why it matters: what goes wrong for a reader or reviewer otherwise."""
    wrong: str
    """A short example of the mistake, as it stands in a file."""
    right: str
    """The same, mended."""
    draft: Severity = "error"
    """Severity at the draft gate."""
    publish: Severity = "error"
    """Severity at the publish gate."""
    fixed: bool = False
    """True for a rule that carries the promise: no project can make it milder at the publish gate, and each waiver of
    it is told on the brief's last page."""
    waivable: bool = True
    """False where a waiver would make no sense: rules about waivers, settings and the output itself."""


@dataclass(frozen=True, slots=True)
class Family:
    """Rules about one thing, in the order in which they are best read."""

    title: str
    rules: tuple[Rule, ...]
    unread: bool = False
    """True where something could not be read, and would be missing from a page without a word: no project can make
    these rules milder at the publish gate either."""
