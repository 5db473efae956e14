"""An argument: a chain of causes that somebody claims, each link with the evidence for it, against it, or none."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from briefkit.records.figures import Fact
from briefkit.records.record import Group, Record
from briefkit.records.texts import Address, Holder, Key, Text


class Link(Group):
    """One step of the chain."""

    noun: ClassVar[str] = "a link"

    cause: Text = Field(description="What is said to bring something about.", examples=["breakfast is served"])
    effect: Text = Field(description="What it is said to bring about.", examples=["children are less hungry"])
    statement: Fact | None = Field(
        None,
        description="Who claims it says so in these words.",
        examples=[{"quote": "they learn better after a meal"}],
    )
    for_: tuple[Address, ...] = Field(
        (),
        alias="for",
        description="Addresses of figures that speak for this link.",
        examples=[["north_trial.attendance_1y.breakfast"]],
    )
    against: tuple[Address, ...] = Field(
        (), description="Addresses of figures that speak against it.", examples=[["north_trial.marks_1y.breakfast"]]
    )
    none: Text | None = Field(
        None, description="Why there is no evidence either way.", examples=["nobody has measured hunger"]
    )


class Argument(Record):
    """One claim, taken apart."""

    kind: ClassVar[str] = "argument"
    folder: ClassVar[str] = "arguments"
    noun: ClassVar[str] = "an argument"

    claim: Text = Field(description="The claim as a whole.", examples=["School breakfasts raise marks."])
    claimed_by: tuple[Holder, ...] = Field(
        (), description="Ids of who claims it, from `evidence/holders.yaml`.", examples=[["jane_doe"]]
    )
    links: Mapping[Key, Link] = Field(
        description="Its steps, each under a name of your own.",
        examples=[{"less_hunger": {"cause": "breakfast is served", "effect": "less hunger"}}],
    )
