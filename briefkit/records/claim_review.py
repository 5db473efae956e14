"""A claim review: one checkable claim, set beside better sources that speak to it, and how well it stands."""

from collections.abc import Iterator
from typing import ClassVar, Literal, get_args

from pydantic import Field

from briefkit.records.figures import Fact
from briefkit.records.record import Record
from briefkit.records.texts import Address, Holder, Text

Rating = Literal["right", "right_but_incomplete", "out_of_date", "unsupported", "wrong", "not_checked"]
RATINGS: tuple[str, ...] = get_args(Rating)
"""From what stands best to what nobody has looked at, as tables put them in order."""


class ClaimReview(Record):
    """One claim of one source, as schema.org's ClaimReview has it."""

    kind: ClassVar[str] = "claim_review"
    folder: ClassVar[str] = "claim_reviews"
    noun: ClassVar[str] = "a claim review"

    claimed_by: tuple[Holder, ...] = Field(
        (),
        description="Ids of who claims it, from `evidence/holders.yaml`; left out where the source says so itself.",
        examples=[["jane_doe"]],
    )
    claim: Fact = Field(
        description="What is claimed: the source's words, and under `value:` the same in plain words.",
        examples=[{"value": "Breakfasts raise marks.", "quote": "marks rise when schools serve breakfast"}],
    )
    supports: tuple[Address, ...] = Field(
        (),
        description="Addresses of figures of other records that speak for the claim.",
        examples=[["north_trial.attendance_1y.breakfast"]],
    )
    qualifies: tuple[Address, ...] = Field(
        (),
        description="Addresses of figures that limit it, or that say what it leaves out.",
        examples=[["breakfast_leeds.patients"]],
    )
    contradicts: tuple[Address, ...] = Field(
        (),
        description="Addresses of figures that speak against it.",
        examples=[["north_trial.marks_1y.breakfast"]],
    )
    rating: Rating = Field(description="How the claim stands beside them.", examples=["right_but_incomplete"])
    because: Text = Field(
        description="Why, in one or two sentences of yours; numbers only as the figures named above have them.",
        examples=["Attendance rose in the trial; marks did not."],
    )

    @property
    def evidence(self) -> Iterator[tuple[str, int, str]]:
        """Field, place in it and address of every figure that speaks to the claim."""
        for name in ("supports", "qualifies", "contradicts"):
            for number, address in enumerate(getattr(self, name)):
                yield name, number, address
