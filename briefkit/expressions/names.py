"""What a name in a brief stands for: a figure of the base, one of the brief's own, or one of its parameters.

Bound words and `{{ }}` ask here, so that both know the same names and say the same of an unknown one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefkit.expressions.makers import MAKERS
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import did_you_mean, listed
from briefkit.values.fault import Fault
from briefkit.values.write import ATTRIBUTES as PRINTED
from briefkit.values.write import attribute, short

ADDRESS = re.compile(r"[^\W\d][\w-]*(?:\.[\w-]+)*")
"""What an address looks like."""
_SUGGESTED = re.compile(r"did you mean `([^`]+)`\?")
FUNCTIONS = ("table", *MAKERS, "plain", "record")
"""What a brief can call."""
ATTRIBUTES = ("percent", "percent1", "percent2", "percent3", *PRINTED)
"""What may be asked of a figure after its address."""


@dataclass(frozen=True, slots=True)
class Use:
    """A figure and what is asked of it."""

    figure: Figure
    form: str = ""
    """One of ATTRIBUTES; empty for the value itself."""


@dataclass(frozen=True, slots=True)
class Broken:
    """What was written wrongly elsewhere, where a problem says so already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Every name that one brief knows."""

    library: Library
    slug: str
    own: Mapping[str, Figure] = field(default_factory=dict)
    """Its own figures, by address (`<slug>.<key>`)."""
    broken: frozenset[str] = frozenset()
    """Keys of own figures and parameters that could not be read."""
    parameters: Mapping[str, str] = field(default_factory=dict)
    """Each parameter with the value of this edition."""

    def figure(self, address: str) -> Figure | None:
        """The figure at an address in any of its forms; the brief's own come first."""
        own = self.own.get(address) or self.own.get(f"{self.slug}.{address}")
        return own or self.library.figure(address)

    def look_up(self, address: str) -> Use | Broken | Fault:
        """The figure that an address names, with the attribute that may end it."""
        figure = self.figure(address)
        if figure is not None:
            return Use(figure)
        before, rest = self._split(address)
        figure = self.figure(before)
        if figure is not None:
            return self._asked(figure, before, rest)
        if self.is_broken(address):
            return Broken()
        return self._unknown(address)

    def _split(self, address: str) -> tuple[str, str]:
        """The figure that an address begins with, and all that follows; two empty texts when there is none."""
        parts = address.split(".")
        for count in range(len(parts) - 1, 0, -1):
            before = ".".join(parts[:count])
            if self.figure(before) is not None:
                return before, ".".join(parts[count:])
        return "", ""

    def printed(self, use: Use) -> str | None:
        """What a figure prints: its value, or the attribute asked for; None when it has no such attribute."""
        units = self.library.vocabularies.units
        return attribute(use.figure, use.form, units) if use.form else short(use.figure, units)

    def is_broken(self, address: str) -> bool:
        """Whether somebody has been told already why there is nothing at this address."""
        bare = address.removeprefix(f"{self.slug}.").partition(".")[0]
        return bare in self.broken or self.library.is_broken(address)

    def knows(self, name: str) -> bool:
        """Whether a name without dots means anything."""
        record = self.library.record(name)
        return record is not None or name in self.parameters or self.figure(name) is not None or self.is_broken(name)

    def suggest(self, address: str) -> str:
        """What to tell somebody who wrote an address that does not exist."""
        own = [*self.parameters, *(key.removeprefix(f"{self.slug}.") for key in self.own)]
        near = did_you_mean(address.removeprefix(f"{self.slug}."), own)
        other = "`python build.py list KIND` prints the records of a kind and their figures, with the text to paste"
        return near or self._whole(address, self.library.suggest(address)) or other

    def _whole(self, address: str, suggestion: str) -> str:
        """The suggestion for the beginning of an address, with the rest put back where that makes a figure."""
        near = _SUGGESTED.fullmatch(suggestion)
        rest = address.split(".")[near[1].count(".") + 1 :] if near else []
        whole = ".".join([near[1], *rest]) if near else ""
        return f"did you mean `{whole}`?" if rest and self._prints(whole) else suggestion

    def _prints(self, address: str) -> bool:
        """Whether there is a figure at an address, or one that has the attribute at its end."""
        before, rest = self._split(address)
        figure = self.figure(before)
        return self.figure(address) is not None or (figure is not None and self.printed(Use(figure, rest)) is not None)

    def _asked(self, figure: Figure, address: str, name: str) -> Use | Fault:
        offset = len(address) + 1
        if self.printed(Use(figure, name)) is not None:
            return Use(figure, name)
        has = [known for known in ATTRIBUTES if self.printed(Use(figure, known)) is not None]
        if name in ATTRIBUTES:
            message = f"`{address}` has no `{name}`"
        else:
            message = f"`{name}` is nothing that a figure can be asked for"
        ways = did_you_mean(name, has, f"it has {listed(has, joint='and')}" if has else "write the address alone")
        return Fault("unknown-attribute", message, ways, offset, max(1, len(name)))

    def _unknown(self, address: str) -> Fault:
        length = max(1, len(address))
        below = self.library.keys_under(address)
        if below:
            what = "is a record" if self.library.record(address) else "is a group of figures"
            way = f"write one of {listed(f'{address}.{key}' for key in below)}"
            return Fault("not-a-figure", f"`{address}` {what}, not a figure", way, 0, length)
        if self.library.record(address):
            way = "give the record a figure, or choose another one"
            return Fault("not-a-figure", f"`{address}` is a record without figures", way, 0, length)
        return self._words(address) or Fault(
            "unknown-name", f"nothing is called `{address}`", self.suggest(address), 0, length
        )

    def _words(self, address: str) -> Fault | None:
        """What to say of a field that holds words of ours, such as a title."""
        record_id, _, path = address.partition(".")
        if not path or self.library.field(record_id, path) is None:
            return None
        way = "write the words themselves; a table can show such a field as a column"
        return Fault("not-a-figure", f"`{address}` holds words, not a figure", way, 0, len(address))
