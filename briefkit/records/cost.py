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


class BreakEven(Group):
    """One payer's account: what is paid, and what the saving that should pay for it comes out of."""

    noun: ClassVar[str] = "a break-even account"

    payer: Perspective = Field(description="Whose account it is.", examples=["public purse"])
    pays: Text = Field(
        description="Address of what this payer pays, or pays more; of this record's own figures the last part does.",
        examples=["extra_cost"],
    )
    saves_on: Text | None = Field(
        None,
        description="What the saving is on, in words; left out where the source gives no saving of this payer.",
        examples=["school nurses"],
    )
    out_of: Text | None = Field(
        None, description="Address of what that costs without the treatment.", examples=["nurses_without"]
    )
    saved: Text | None = Field(
        None, description="Address of how much less of it there was with the treatment.", examples=["nurses_less"]
    )
    caveat: Text | None = Field(
        None,
        description="What a reader must know of this account, in one sentence.",
        examples=["The study had no control group."],
    )
    assumes: Text | None = Field(
        None,
        description="What must hold for the shares to mean anything.",
        examples=["nothing else is saved"],
    )
    round: Literal["0", "1", "2"] = Field("0", description="Decimals of the shares.", examples=["1"])


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
    break_even: Mapping[Key, BreakEven] = Field(
        default_factory=dict,
        description="Accounts of those who pay, under names of your own; `break_even(...)` in a brief sets them side by side.",
        examples=[{"town": {"payer": "public purse", "pays": "amount"}}],
    )
