"""A position: what a person or body said about something, in which office, on which day."""

from typing import ClassVar, Literal

from pydantic import Field

from briefkit.records.figures import Fact
from briefkit.records.record import Record
from briefkit.records.texts import Holder, RecordDate, Subject, Text

Stance = Literal["support", "oppose", "conditional", "neutral"]
StillHeld = Literal["yes", "no", "unclear"]


class Position(Record):
    """One statement of one holder."""

    kind: ClassVar[str] = "position"
    folder: ClassVar[str] = "positions"
    noun: ClassVar[str] = "a position"

    holder: Holder = Field(description="Id of who said it, from `evidence/holders.yaml`.", examples=["jane_doe"])
    office: Text | None = Field(
        None,
        description="The office held at the time, as `evidence/holders.yaml` gives it.",
        examples=["Mayor"],
    )
    regarding: Subject = Field(
        description="What it is about: the id of an intervention or of a record.", examples=["school_breakfast"]
    )
    stance: Stance = Field(description="Where the holder stands.", examples=["support"])
    date: RecordDate = Field(description="When it was said.", examples=["2017-03-02"])
    statement: Fact = Field(
        description="What was said, in the holder's own words.", examples=[{"quote": "every child deserves one"}]
    )
    summary: Text | None = Field(None, description="The same in a sentence of yours.", examples=["Backs a pilot."])
    still_held: StillHeld | None = Field(None, description="Whether the holder still says so.", examples=["unclear"])
