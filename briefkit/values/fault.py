"""What a reader of figures returns instead of a value when a person has made a mistake.

It knows the text that was read, not the file: whoever knows the file adds the place and makes a `Problem` of it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake in a piece of text."""

    rule: str
    """Id of a rule in the rulebook."""
    message: str
    """The fact, in lower case, with backticks round what was written."""
    help: str = ""
    """The way out."""
    offset: int = 0
    """How many characters into the text the wrong part begins."""
    length: int = 1
    """How long the wrong part is; at least 1."""

    def shifted(self, by: int) -> "Fault":
        """The same fault in a text in which this one begins `by` characters further on."""
        return Fault(self.rule, self.message, self.help, self.offset + by, self.length)
