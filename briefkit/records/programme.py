"""A programme: a service that runs, or ran, in a place. What somebody only wanted to do is a proposal."""

from typing import ClassVar, Literal

from pydantic import Field

from briefkit.records.figures import Dated, Fact, Quantity
from briefkit.records.record import Record
from briefkit.records.texts import Countries, Intervention, RecordDate, Text

Status = Literal["planned", "pilot", "operating", "closed", "suspended", "unclear"]


class Programme(Record):
    """One service in a country, region or town."""

    kind: ClassVar[str] = "programme"
    folder: ClassVar[str] = "programmes"
    noun: ClassVar[str] = "a programme"

    intervention: Intervention = Field(
        description="Id of what it offers, from `evidence/terms.yaml`.", examples=["school_breakfast"]
    )
    country: Countries = Field(description="Country, two letters of ISO 3166-1; several as a list.", examples=["GB"])
    place: Text | None = Field(
        None, description="Town or region; left out when it covers the country.", examples=["Leeds"]
    )
    status: Status = Field(description="How it stands, as far as is known.", examples=["closed"])
    known_as_of: RecordDate = Field(description="Date of the newest source for its status.", examples=["2022-12"])
    legal_basis: Fact | None = Field(
        None,
        description="The law it rests on, in the source's words.",
        examples=[{"quote": "under the Education Act 1996"}],
    )
    started: Dated | None = Field(
        None, description="When it first took people in.", examples=['1994 "has been open since 1994"']
    )
    closed: Dated | None = Field(None, description="When it ended.", examples=['2022-12-06 "ended on 6 December 2022"'])
    eligibility: Fact | None = Field(
        None, description="Who may take part, in the source's words.", examples=[{"quote": "in the first three years"}]
    )
    clinics: Quantity | None = Field(
        None,
        description="In how many places it is offered, and when.",
        examples=['5 sites "offered at five sites in 2019" (as of 2019)'],
    )
    patients: Quantity | None = Field(
        None,
        description="How many people it has in its care, and when.",
        examples=['1,700 people "1,700 people were fed in 2021" (as of 2021)'],
    )
    places_planned: Quantity | None = Field(
        None,
        description="For how many people it was planned.",
        examples=['up to 15 places "up to 15 places are planned"'],
    )
    paid_by: Fact | None = Field(
        None, description="Who pays, in the source's words.", examples=[{"quote": "paid for by the education ministry"}]
    )
    run_by: Fact | None = Field(
        None, description="Who runs it, in the source's words.", examples=[{"quote": "is run by the city council"}]
    )
    running_cost: Quantity | None = Field(
        None,
        description="What it costs to run, by the year or other period, with the price year.",
        examples=['about £250,000 a year "about £250,000 a year" (price year 2019 assumed)'],
    )
    cost_per_patient: Quantity | None = Field(
        None,
        description="What one person costs, with period and price year, as the source gives it.",
        examples=['£120 per child a year "£120 per child and year in 2019" (price year 2019)'],
    )
    dose: Fact | None = Field(
        None,
        description="What people receive, in the source's words.",
        examples=[{"quote": "breakfast on every school day"}],
    )
    findings: Fact | None = Field(
        None,
        description="What its evaluation found, in the source's words.",
        examples=[{"quote": "fewer pupils were absent"}],
    )
    target: Fact | None = Field(
        None,
        description="Whom it is meant for, in the source's words.",
        examples=[{"quote": "for the most deprived children"}],
    )
