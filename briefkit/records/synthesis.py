"""A synthesis: what several studies say together, as a published review found it or as this base pools it."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from briefkit.records.certainty import RATED, CertaintyField, Rated
from briefkit.records.figures import Dated, Quantity
from briefkit.records.pooling import PutTogether
from briefkit.records.record import Group, Record
from briefkit.records.texts import Intervention, Key, Outcome, Study, Text, Truth


class Pooled(PutTogether, Group):
    """What the studies say together about one outcome."""

    noun: ClassVar[str] = "a result of a synthesis"

    label: Text | None = Field(
        None,
        description="What was found out, as a reader should see it; else the outcome's label.",
        examples=["Attendance in towns"],
    )
    outcome: Outcome = Field(description="Id of the outcome, from `evidence/outcomes.yaml`.", examples=["attendance"])
    estimate: Quantity | None = Field(
        None,
        description="The pooled estimate with its interval.",
        examples=['1.44 (95% CI 1.19 to 1.75) "RR 1.44, 95% CI 1.19 to 1.75"'],
    )
    participants: Quantity | None = Field(
        None, description="How many people it rests on.", examples=['1,388 people "1,388 people in all studies"']
    )
    studies: Quantity | None = Field(
        None, description="How many studies it rests on.", examples=['4 studies "4 studies could be pooled"']
    )
    heterogeneity: Quantity | None = Field(
        None,
        description="How much the studies differ, as the source gives it.",
        examples=['0.03 "the studies differ (P=0.03)"'],
    )
    certainty: CertaintyField | None = Field(
        None,
        description="How sure one can be of it (GRADE): `not_judged`, or the judgement with its domains, signed and dated; of a "
        "published review one word, where it is the review's own.",
        examples=["not_judged"],
    )
    ratings: Mapping[Key, Rated] = Field(
        default_factory=dict,
        description="What others rated of it, each under a name of your own: shown as theirs, never as ours.",
        examples=[RATED],
    )


class Synthesis(Record):
    """One body of evidence."""

    kind: ClassVar[str] = "synthesis"
    folder: ClassVar[str] = "syntheses"
    noun: ClassVar[str] = "a synthesis"

    published: Truth = Field(
        description="`true` for a review that others published, `false` for our own.", examples=["true"]
    )
    outcome: Outcome | None = Field(
        None,
        description="Id of its outcome, when it has only one, from `evidence/outcomes.yaml`.",
        examples=["attendance"],
    )
    comparison: Text | None = Field(None, description="What is compared with what.", examples=["free breakfast v none"])
    interventions: tuple[Intervention, ...] = Field(
        (),
        description="Ids of what it is about, from `evidence/terms.yaml`: for maps of the evidence.",
        examples=[["school_breakfast"]],
    )
    outcomes: tuple[Outcome, ...] = Field(
        (),
        description="Ids of outcomes that it looked at, from `evidence/outcomes.yaml`, beside those of its results.",
        examples=[["attendance"]],
    )
    studies: tuple[Study, ...] = Field((), description="Ids of the studies that went in.", examples=[["north_trial"]])
    left_out: Mapping[Study, Text] = Field(
        default_factory=dict,
        description="Ids of studies that were left out, each with the reason.",
        examples=[{"south_trial": "no data"}],
    )
    model: Text | None = Field(None, description="How results were combined.", examples=["random effects"])
    search_date: Dated | None = Field(
        None, description="When studies were last looked for.", examples=['2009-11 "last searched in November 2009"']
    )
    ratings: Mapping[Key, Rated] = Field(
        default_factory=dict,
        description="What others rated that is no one outcome, such as a recommendation: shown as theirs, never as ours.",
        examples=[RATED],
    )
    results: Mapping[Key, Pooled] = Field(
        default_factory=dict,
        description="What it found, each result under a name of your own.",
        examples=[{"attendance": {"outcome": "attendance"}}],
    )
