"""A statistic: a number about the world, with what is counted, where, among whom and when."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from briefkit.records.figures import Fact, Quantity
from briefkit.records.record import Record
from briefkit.records.texts import Countries, SeriesKey, Text


class Statistic(Record):
    """One count or rate, or a series of them."""

    kind: ClassVar[str] = "statistic"
    folder: ClassVar[str] = "statistics"
    noun: ClassVar[str] = "a statistic"

    measure: Text = Field(description="What is counted.", examples=["pupils absent for a day or more"])
    country: Countries = Field(description="Country, two letters of ISO 3166-1; several as a list.", examples=["GB"])
    place: Text | None = Field(None, description="Region or part of the country.", examples=["England and Wales"])
    population: Text | None = Field(None, description="Among whom it is counted.", examples=["residents of all ages"])
    value: Quantity | None = Field(
        None,
        description="The number, with the date (`as of`) or the period that it holds for.",
        examples=['4,907 people "4,907 people were registered in 2022" (period 2022-01 to 2022-12)'],
    )
    series: Mapping[SeriesKey, Quantity] = Field(
        default_factory=dict,
        description="Several years or groups, each number under a name of its own; a year may be the name.",
        examples=[{"2021": '4,859 people "4,859 people were registered in 2021" (period 2021-01 to 2021-12)'}],
    )
    definition: Fact | None = Field(
        None,
        description="How the source defines what is counted, in its words.",
        examples=[{"quote": "registered in that year"}],
    )
    series_break: Text | None = Field(
        None, description="Where a change of method makes years incomparable.", examples=["new definition from 2014"]
    )
