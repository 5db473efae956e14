"""An expression lifted out of a text, and the text that is left."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from briefkit.expressions.origin import Origin
from briefkit.problems import Problem, Where
from briefkit.values.fault import Fault

FIRST = 0xF0000
"""The characters that stand in for atoms begin here, in a plane that Unicode keeps for private use."""
MOST = 5000
"""More expressions than this in one text are a mistake, or an attack."""
MARK = re.compile(f"[{chr(FIRST)}-{chr(FIRST + MOST)}]")
"""One character that stands in for an atom."""
_BRACES = re.compile(r"^\{\{[-+]?|[-+]?\}\}$")


@dataclass(frozen=True, slots=True)
class Atom:
    """One expression, as a brief holds it."""

    source: str
    """As written, with its braces."""
    start: int
    """Where it begins in the text."""
    where: Where
    fault: Fault | None = None
    """What is wrong with it as a piece of text (never closed, `{% %}`); None when it can be evaluated."""
    fixed: bool = False
    """True when the file spells it otherwise, so that no part of it has a place of its own."""

    @property
    def inside(self) -> str:
        """What stands between the braces."""
        return _BRACES.sub("", self.source).strip()

    def place(self, offset: int, length: int) -> Where:
        """The place of a part of it."""
        origin = Origin(self.source, self.where.file, self.where.line, self.where.column)
        return self.where if self.fixed else origin.where(offset, length)

    def problem(self, fault: Fault) -> Problem:
        """A fault in it, at its place."""
        return Problem(self.place(fault.offset, fault.length), fault.rule, fault.message, fault.help)


@dataclass(frozen=True)
class Lifted:
    """A text in which one private character stands for each expression."""

    text: str
    origin: Origin
    """The text as it was."""
    atoms: tuple[Atom, ...] = ()

    def atom(self, mark: str) -> Atom | None:
        """The expression for which a character stands."""
        number = ord(mark) - FIRST
        return self.atoms[number] if 0 <= number < len(self.atoms) else None

    def restored(self, text: str) -> str:
        """A part of the text with its expressions as they were written."""
        return MARK.sub(lambda found: atom.source if (atom := self.atom(found.group())) else found.group(), text)

    def where(self, offset: int, length: int = 1) -> Where:
        """The place of a part of the text that is left."""
        start = self._original(offset)
        return self.origin.where(start, max(1, self._original(offset + length) - start))

    def _original(self, offset: int) -> int:
        """Where a character of the text that is left stands in the text as it was."""
        before = bisect_right(self._marks, offset - 1)
        return offset + self._grown[before]

    @cached_property
    def _grown(self) -> list[int]:
        """By how many characters the first so many atoms were longer than the marks that stand for them."""
        grown = [0]
        for atom in self.atoms:
            grown.append(grown[-1] + len(atom.source) - 1)
        return grown

    @cached_property
    def _marks(self) -> list[int]:
        """Offset of each atom's mark."""
        return [atom.start - grown for atom, grown in zip(self.atoms, self._grown, strict=False)]
