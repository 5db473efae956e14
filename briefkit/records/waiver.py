"""A waiver: somebody's word that one problem at one place may stand for now (an entry of `evidence/waivers.yaml`)."""

import re
from datetime import date
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, PrivateAttr

from briefkit.problems import Where, did_you_mean
from briefkit.records.entry import Entry, refuse
from briefkit.records.texts import RecordDate, Text
from briefkit.rulebook import RULES
from briefkit.values import Date
from briefkit.values.dates import last_day
from briefkit.yamlfile import Node, place

FEWEST_WORDS = 5
"""Words that a reason has at least."""
NOBODY = frozenset(
    {
        "admin",
        "anybody",
        "anyone",
        "author",
        "authors",
        "editor",
        "i",
        "me",
        "myself",
        "na",
        "nobody",
        "none",
        "of",
        "somebody",
        "someone",
        "tbc",
        "tbd",
        "team",
        "the",
        "todo",
        "unknown",
        "us",
        "we",
        "x",
    }
)
"""What people write in place of their names."""


def _rule(text: str) -> str:
    """The id of a rule that can be waived."""
    if text not in RULES:
        way = did_you_mean(text, RULES, "write what stands in brackets in the message, as in error[quote-missing]")
        refuse("waiver-unknown-rule", f"there is no rule `{text}`", way)
    if not RULES[text].waivable:
        refuse("waiver-not-allowed", f"`{text}` cannot be waived", "mend what it found, and take this entry out")
    return text


def _where(text: str) -> str:
    """A place that does not move."""
    line = re.fullmatch(r"(.+?):\d+(?::\d+)?", text)
    if line:
        way = f"write `where: {line[1]}`, and with `contains:` some words of the line or of the message"
        refuse("waiver-line", f"`{text}` names a line, and lines move", way)
    return text


def _reason(text: str) -> str:
    """A reason that says something."""
    count = len(re.findall(r"\w\S*", text))
    if count < FEWEST_WORDS:
        words = f"{count} word{'' if count == 1 else 's'}"
        way = f"say in at least {FEWEST_WORDS} words why the problem may stand for now"
        refuse("waiver-reason", f"the reason `{text}` has {words}", way)
    return text


def _by(text: str) -> str:
    """The name of a person."""
    words = re.findall(r"[^\W\d_]{2,}|[^\W\d_]", text.casefold())
    if not words or len(text) < 2 or NOBODY.issuperset(words):
        refuse("waiver-nobody", f"`{text}` is not the name of a person", "write the name of whoever answers for this")
    return text


def _until(day: Date) -> Date:
    """A whole date."""
    if day.day is None:
        year, month, last = last_day(day)
        written = f"{day.year:04}" + (f"-{day.month:02}" if day.month else "")
        way = f"write the last day of the waiver, such as {year:04}-{month:02}-{last:02}"
        refuse("date-form", f"`{written}` names no day", way)
    return day


class Waiver(Entry):
    """One problem, or all of one rule at one place, let through for a time."""

    noun: ClassVar[str] = "a waiver"

    rule: Annotated[Text, AfterValidator(_rule)] = Field(
        description="Id of the rule, as it stands in brackets in the message.", examples=["quote-missing"]
    )
    where: Annotated[Text, AfterValidator(_where)] = Field(
        description="A file, or the id of a record, the address of a figure, the key of a reference, the name of a brief.",
        examples=["north_trial.attendance_1y.breakfast"],
    )
    contains: Text | None = Field(
        None,
        description="Words of the message, or of the line that it is about: only problems with them are let through.",
        examples=["present on nine days"],
    )
    reason: Annotated[Text, AfterValidator(_reason)] = Field(
        description="Why the problem may stand for now, in at least five words; readers see it.",
        examples=["the full report is on order from the library"],
    )
    by: Annotated[Text, AfterValidator(_by)] = Field(
        description="Name of the person who answers for it; readers see it.", examples=["Jane Doe"]
    )
    until: Annotated[RecordDate, AfterValidator(_until)] = Field(
        description="The last day on which it holds, at most a year ahead.", examples=["2027-03-31"]
    )

    _node: Node | None = PrivateAttr(None)

    def place_of(self, *path: str) -> Where:
        """Where one of its fields stands in the file; without a field, where its entry begins."""
        return place(self._node, path) if self._node else Where("")

    @property
    def last(self) -> date:
        """The last day on which it holds."""
        return date(*last_day(self.until))

    def settled(self, node: Node) -> "Waiver":
        """This waiver, told where it stands."""
        self._node = node
        return self
