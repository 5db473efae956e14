"""A cost: an amount of money, with what it covers, from whose side it is counted and over what time."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from briefkit.records.figures import Quantity
from briefkit.records.record import Group, Record
from briefkit.records.texts import Countries, Intervention, Key, Programme, Study, Text

Perspective = Literal["health payer", "public purse", "society", "provider", "not_reported"]


class CostArm(Group):
    """What one of the things compared costs."""

    noun: ClassVar[str] = "an arm of a cost"

    label: Text = Field(description="What costs this, as a reader should see it.", examples=["free breakfast"])
    amount: Quantity = Field(
        description="The amount, with what it is counted by and the price year.",
        examples=['£895 per child a year "£895 per child and year" (price year not_reported)'],
    )


class Cost(Record):
    """One amount, or one an arm, from one source."""

    kind: ClassVar[str] = "cost"
    folder: ClassVar[str] = "costs"
    noun: ClassVar[str] = "a cost"

    intervention: Intervention | None = Field(
        None, description="Id of what costs this, from `evidence/terms.yaml`.", examples=["school_breakfast"]
    )
    country: Countries = Field(description="Country, two letters of ISO 3166-1; several as a list.", examples=["NL"])
    place: Text | None = Field(
        None, description="Town or region; left out when it is the country's.", examples=["York"]
    )
    amount: Quantity | None = Field(
        None,
        description="The amount, with what it is counted by and the price year.",
        examples=['£150 per child a year "£150 a year for each child in 2018" (price year 2018)'],
    )
    arms: Mapping[Key, CostArm] = Field(
        default_factory=dict,
        description="One amount for each thing compared, under names of your own.",
        examples=[{"breakfast": {"label": "free breakfast"}}],
    )
    covers: Text = Field(
        description="What is in the amount and what is not.", examples=["food, staff and rooms; not savings elsewhere"]
    )
    perspective: Perspective = Field(description="Whose costs are counted.", examples=["health payer"])
    time_horizon: Text | None = Field(None, description="Over what time costs were counted.", examples=["12 months"])
    discount_rate: Quantity | None = Field(
        None,
        description="Rate at which later costs were discounted.",
        examples=['3.5% "later costs were discounted at 3.5%"'],
    )
    study: Study | None = Field(None, description="Id of the study that found it.", examples=["north_trial"])
    programme: Programme | None = Field(
        None, description="Id of the programme that it is about.", examples=["breakfast_leeds"]
    )
    compared_with: Text | None = Field(None, description="What it is compared with.", examples=["no breakfast"])
