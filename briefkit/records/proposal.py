"""A proposal: what somebody wanted to do, and what became of it. It is not a programme until it takes people in."""

from typing import ClassVar, Literal

from pydantic import Field

from briefkit.records.figures import Dated, Fact, FactOrText, Quantity
from briefkit.records.record import Record
from briefkit.records.texts import Countries, Holder, Intervention, Programme, RecordDate, Text

Became = Literal["adopted", "became_programme", "rejected", "withdrawn", "lapsed", "no_news"]


class Proposal(Record):
    """One plan of somebody."""

    kind: ClassVar[str] = "proposal"
    folder: ClassVar[str] = "proposals"
    noun: ClassVar[str] = "a proposal"

    intervention: Intervention = Field(
        description="Id of what was proposed, from `evidence/terms.yaml`.", examples=["school_breakfast"]
    )
    country: Countries = Field(description="Country, two letters of ISO 3166-1; several as a list.", examples=["GB"])
    place: Text | None = Field(None, description="Town or region that it was for.", examples=["York"])
    proposed_by: tuple[Holder, ...] = Field(
        min_length=1, description="Ids of who proposed it, from `evidence/holders.yaml`.", examples=[["jane_doe"]]
    )
    proposed: Dated = Field(description="When it was proposed.", examples=['2017-03 "announced in March 2017"'])
    what: Fact | None = Field(
        None,
        description="What was to be done, in the source's words.",
        examples=[{"quote": "a breakfast for every child"}],
    )
    for_whom: Fact | None = Field(
        None,
        description="Whom it was meant for, in the source's words.",
        examples=[{"quote": "for all children under 11"}],
    )
    places_planned: Quantity | None = Field(
        None, description="For how many people it was planned.", examples=['20 places "20 places are to open"']
    )
    running_cost: Quantity | None = Field(
        None,
        description="What it was expected to cost to run, with period and price year.",
        examples=['£200,000 a year "£200,000 a year in 2018 prices" (price year 2018)'],
    )
    cost_per_patient: Quantity | None = Field(
        None,
        description="What one person was expected to cost, with period and price year.",
        examples=['£150 per child a year "£150 a year for each child in 2018" (price year 2018)'],
    )
    paid_by: Fact | None = Field(
        None, description="Who was to pay, in the source's words.", examples=[{"quote": "to be paid from city funds"}]
    )
    legal_basis: Fact | None = Field(
        None,
        description="The law it relied on, in the source's words.",
        examples=[{"quote": "under the Education Act 1996"}],
    )
    became: Became = Field(description="What became of it, as far as is known.", examples=["no_news"])
    became_because: FactOrText | None = Field(
        None,
        description="Why it ended so: the source's words, or your own.",
        examples=[{"quote": "no funding was found"}],
    )
    programme: Programme | None = Field(
        None, description="Id of the programme that it became.", examples=["breakfast_leeds"]
    )
    known_as_of: RecordDate = Field(
        description="Date of the newest source for what became of it.", examples=["2019-06"]
    )
