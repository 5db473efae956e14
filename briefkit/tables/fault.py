"""What `table(...)` says of a mistake: it knows the argument and the place in it, its caller knows the file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One mistake in what a brief asks of a table."""

    rule: str
    """Id of a rule in the rulebook."""
    message: str
    help: str = ""
    """The way out."""
    written: str = ""
    """The text that the mistake stands in, as the officer wrote it (a whole condition, a column's field); empty when
    it belongs to the table as a whole."""
    offset: int = 0
    """Where in `written` it begins."""
    length: int = 0
    """How many characters of `written` to underline; 0 for all of it."""

    def within(self, source: str) -> tuple[int, int]:
        """Offset and length of the mistake in `source`, the text of the whole expression (0, all of it if unknown)."""
        length = self.length or len(self.written)
        start = _start(source, self.written) if self.written else -1
        return (start + self.offset, max(1, length)) if start >= 0 else (0, max(1, len(source)))


def _start(source: str, written: str) -> int:
    """Where a text stands in an expression: between quotation marks if it can be found so, else anywhere."""
    for mark in ("'", '"'):
        quoted = source.find(f"{mark}{written}{mark}")
        if quoted >= 0:
            return quoted + 1
    return source.find(written)
