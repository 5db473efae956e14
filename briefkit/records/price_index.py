"""A price index: one vintage of one series, with which amounts of different years and countries are compared."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from briefkit.records.record import Record
from briefkit.records.texts import Country, NumberText, RecordDate, Text, Year


class PriceIndex(Record):
    """One series of a data set, as it stood on one day."""

    kind: ClassVar[str] = "price_index"
    folder: ClassVar[str] = "prices"
    noun: ClassVar[str] = "a price index"

    provider: Text = Field(description="Who publishes it.", examples=["International Monetary Fund"])
    dataset: Text = Field(description="The data set that it is taken from.", examples=["World Economic Outlook"])
    vintage: RecordDate = Field(
        description="Date of the edition; later editions revise old years.", examples=["2025-04-22"]
    )
    licence: Text | None = Field(None, description="The licence it may be used under.", examples=["CC BY 4.0"])
    converts: Literal["prices", "countries"] | None = Field(
        None,
        description="What `in_money(…)` uses it for: a deflator carries `prices` from year to year, purchasing power carries "
        "amounts between `countries`. One record of each, of one provider; left out for a series that is only kept.",
        examples=["prices"],
    )
    series: Text = Field(description="Name or code of the series.", examples=["GDP deflator"])
    unit: Text | None = Field(None, description="What its numbers are.", examples=["index, base year = 100"])
    values: Mapping[Country, Mapping[Year, NumberText]] = Field(
        description="The numbers: country code, then year.", examples=[{"GB": {"2019": "94.1"}}]
    )
    base_year: Mapping[Country, Year] = Field(
        default_factory=dict, description="The year in which it is 100, by country.", examples=[{"GB": "2022"}]
    )
