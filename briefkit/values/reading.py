"""The state of one reading of a one-line figure: how far it has come, what was said, and where each part stands."""

from dataclasses import dataclass, field
from typing import Any, Literal

from briefkit.values.fault import Fault
from briefkit.values.units import UnitNames

Asks = Literal["number", "date", "fact", "any"]
"""What a field takes: a number, a date, a fact in words, or whichever of them is written."""
Part = Literal[
    "value", "qualifier", "unit", "per", "interval", "quote", "price_year", "as_of", "period", "at", "cite", "via"
]


@dataclass(slots=True)
class Reading:
    """One text being read, from left to right."""

    text: str
    units: UnitNames
    asks: Asks = "number"
    at: int = 0
    """Where the reading has come to."""
    said: dict[Part, Any] = field(default_factory=dict)
    """What was read, by the names of `Stated`."""
    spans: dict[Part, tuple[int, int]] = field(default_factory=dict)
    """Where each part begins and ends."""

    def keep(self, part: Part, value: Any, end: int) -> None:
        """Take `value` for `part`, which stands between here and `end`, and go on after it."""
        self.said[part] = value
        self.spans[part] = (self.at, end)
        self.at = end

    def skip_blanks(self) -> None:
        """Go on to the next character that is no blank."""
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1

    @property
    def rest(self) -> str:
        """What is still to be read."""
        return self.text[self.at :]

    def blame(self, rule: str, message: str, way: str, end: int | None = None) -> Fault:
        """A fault that begins here and ends at `end`, or at the end of the text."""
        stop = len(self.text) if end is None else end
        return Fault(rule, message, way, self.at, max(1, stop - self.at))
