"""What a result of a synthesis says about how it is put together: which figures go in, by which model, beside what."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from briefkit.records.entry import Entry
from briefkit.records.texts import Address, Study, Text

Says = Literal["better", "worse", "no_clear_difference", "mixed"]
"""Which way a study's finding points, for the people treated."""


class Entered(Entry):
    """What one study brings: the two groups that are compared, or an estimate that it published."""

    noun: ClassVar[str] = "what a study brings to a pool"

    treated: Address | None = Field(
        None,
        description="Address of the result of the group treated: `38 of 43`, or a percentage where the size of the arm is known.",
        examples=["north_trial.attendance_1y.breakfast"],
    )
    control: Address | None = Field(
        None, description="Address of the result of the other group.", examples=["north_trial.attendance_1y.none"]
    )
    estimate: Address | None = Field(
        None,
        description="Address of a published estimate with its interval, in place of the two groups.",
        examples=["north_trial.attendance_1y.compared.risk_ratio"],
    )
    group: Text | None = Field(
        None, description="The group of studies that it belongs to, to compare groups.", examples=["towns"]
    )


class Finding(Entry):
    """Which way one study points, where nothing is pooled."""

    noun: ClassVar[str] = "the finding of a study"

    of: Address = Field(
        description="Address of the figure or fact that says so.", examples=["north_trial.attendance_1y.breakfast"]
    )
    says: Says = Field(description="Which way it points for the people treated.", examples=["better"])
    because: Text | None = Field(
        None, description="Why it is read so, where the figure alone does not say it.", examples=["it was no trial"]
    )


class PutTogether(Entry):
    """Fields of a result that is worked out from the figures of studies at each build: its value is never typed."""

    measure: Literal["RR", "OR", "RD", "HR", "IRR"] | None = Field(
        None,
        description="Risk ratio, odds ratio or risk difference; hazard ratio or incidence rate ratio of published estimates.",
        examples=["RR"],
    )
    model: Literal["fixed", "mh", "DL", "REML", "PM"] | None = Field(
        None,
        description="How studies are weighed: one true effect by inverse variance (`fixed`) or by Mantel and Haenszel (`mh`), "
        "or effects that differ, their variance by DerSimonian and Laird (`DL`), `REML`, or Paule and Mandel (`PM`).",
        examples=["REML"],
    )
    interval_by: Literal["wald", "hk"] | None = Field(
        None,
        description="How the interval is made: by the normal distribution, or by Hartung and Knapp, for few studies.",
        examples=["hk"],
    )
    pools: Mapping[Study, Entered] = Field(
        default_factory=dict,
        description="What goes in, by study.",
        examples=[{"north_trial": {"estimate": "north_trial.attendance_1y.compared.risk_ratio"}}],
    )
    baseline: Address | None = Field(
        None,
        description="Address of the share of people without treatment to whom the ratio is put: makes numbers per 1,000 people.",
        examples=["north_trial.attendance_1y.none"],
    )
    beside: Mapping[Address, Text] = Field(
        default_factory=dict,
        description="Addresses of published results of the same question, each with why ours differs.",
        examples=[{"north_trial.attendance_1y.compared.risk_ratio": "it is one trial alone"}],
    )
    directions: Mapping[Study, Finding] = Field(
        default_factory=dict,
        description="Which way each study points, where pooling would mislead.",
        examples=[{"north_trial": {"of": "north_trial.attendance_1y.breakfast", "says": "better"}}],
    )
    not_pooled_because: Text | None = Field(
        None, description="Why nothing is pooled.", examples=["the studies measured different things"]
    )
