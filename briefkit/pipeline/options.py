"""What the pipeline is told, and what it tells while it works."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from briefkit.rulebook import severities

Progress = Callable[[str], None]
"""Hears what goes on now; an empty text when nothing does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What was asked for."""

    briefs: tuple[str, ...] = ()
    """Slugs of the briefs that are wanted, in the order of their files."""
    parameters: Mapping[str, str] = field(default_factory=dict)
    """For local editions: `--set area=Durham`."""
    gate: Literal["draft", "publish"] = "draft"
    severity: Mapping[str, str] = field(default_factory=dict)
    """How grave some rules are in this project at this gate, where it differs from the rulebook."""
    formats: tuple[str, ...] = ("html", "pdf")
    sheets: bool = True
    """Whether the ledgers are written as sheets too; whoever writes nothing does without."""
    today: date = date(1970, 1, 1)
    """Nothing here looks at a clock."""

    @property
    def grave(self) -> dict[str, str]:
        """How grave each rule is for this run."""
        return severities(self.gate, self.severity)


def silent(_: str) -> None:
    """Nobody listens to the progress."""
