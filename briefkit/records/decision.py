"""A decision: one question, its options, and what is known about each criterion by which people decide (GRADE EtD).

Evidence to Decision frameworks (Alonso-Coello and others, BMJ 2016;353:i2016) keep apart what the evidence says, what we
add to it, and what a panel judges. Their answers are closed lists, so that two panels can be compared.
"""

from collections.abc import Iterator, Mapping
from typing import ClassVar, Literal

from pydantic import Field

from briefkit.records.certainty import Judges
from briefkit.records.entry import Entry
from briefkit.records.record import Record
from briefkit.records.texts import Address, Countries, RecordDate, Subject, Text

Sureness = Literal["very_low", "low", "moderate", "high", "no_included_studies", "not_judged"]
Balance = Literal[
    "favours_the_comparison",
    "probably_favours_the_comparison",
    "favours_neither",
    "probably_favours_the_option",
    "favours_the_option",
    "varies",
    "unknown",
    "not_judged",
]


class Criterion(Entry):
    """What is known about one criterion, and what was judged of it."""

    noun: ClassVar[str] = "a criterion"

    evidence: tuple[Address, ...] = Field(
        (),
        description="Addresses of the figures and records that speak to it.",
        examples=[["north_trial.attendance_1y.breakfast"]],
    )
    none: Text | None = Field(
        None, description="What is missing, or why there is no evidence.", examples=["nobody has asked parents"]
    )
    considerations: Text | None = Field(
        None,
        description="What has to be said beside the evidence, in words of ours; numbers only as the evidence has them.",
        examples=["The trial was in towns."],
    )
    because: Text | None = Field(None, description="Why it was judged so.", examples=["all towns gained"])
    judged_by: Judges = Field((), description="Ids of who judged it.", examples=["jane_doe"])
    on: RecordDate | None = Field(None, description="When they did.", examples=["2026-11-20"])


class YesOrNo(Criterion):
    """A criterion that is met or not."""

    judgement: Literal["no", "probably_no", "probably_yes", "yes", "varies", "unknown", "not_judged"] = Field(
        "not_judged", description="What was judged.", examples=["not_judged"]
    )


class Size(Criterion):
    """A criterion that has a size."""

    judgement: Literal["trivial", "small", "moderate", "large", "varies", "unknown", "not_judged"] = Field(
        "not_judged", description="What was judged.", examples=["not_judged"]
    )


class Sure(Criterion):
    """How sure one may be."""

    judgement: Sureness = Field("not_judged", description="What was judged.", examples=["not_judged"])


class Values(Criterion):
    """Whether people agree about how much outcomes matter."""

    judgement: Literal[
        "important_differences",
        "possibly_important_differences",
        "probably_no_important_differences",
        "no_important_differences",
        "not_judged",
    ] = Field("not_judged", description="What was judged.", examples=["not_judged"])


class Favours(Criterion):
    """Which side something speaks for."""

    judgement: Balance = Field("not_judged", description="What was judged.", examples=["not_judged"])


class CostEffective(Criterion):
    """Which side value for money speaks for."""

    judgement: Balance | Literal["no_included_studies"] = Field(
        "not_judged", description="What was judged.", examples=["not_judged"]
    )


class Resources(Criterion):
    """What it costs or saves."""

    judgement: Literal[
        "large_costs",
        "moderate_costs",
        "negligible_costs_and_savings",
        "moderate_savings",
        "large_savings",
        "varies",
        "unknown",
        "not_judged",
    ] = Field("not_judged", description="What was judged.", examples=["not_judged"])


class Equity(Criterion):
    """What it does to differences between groups of people."""

    judgement: Literal[
        "reduced",
        "probably_reduced",
        "probably_no_impact",
        "probably_increased",
        "increased",
        "varies",
        "unknown",
        "not_judged",
    ] = Field("not_judged", description="What was judged.", examples=["not_judged"])


_KNOWN = {"none": "nobody has looked"}


class Criteria(Entry):
    """The twelve criteria; none may be passed over in silence."""

    noun: ClassVar[str] = "a decision"

    priority: YesOrNo = Field(description="Whether the problem is a priority.", examples=[_KNOWN])
    desirable_effects: Size = Field(description="How large the effects are that people want.", examples=[_KNOWN])
    undesirable_effects: Size = Field(description="How large the effects are that nobody wants.", examples=[_KNOWN])
    certainty: Sure = Field(description="How sure one may be of these effects.", examples=[_KNOWN])
    values: Values = Field(description="Whether people differ in how much they value the outcomes.", examples=[_KNOWN])
    balance: Favours = Field(description="Which way the balance of effects points.", examples=[_KNOWN])
    resources: Resources = Field(description="What it costs.", examples=[_KNOWN])
    certainty_of_resources: Sure = Field(description="How sure one may be of the costs.", examples=[_KNOWN])
    cost_effectiveness: CostEffective = Field(description="Whether it is worth its cost.", examples=[_KNOWN])
    equity: Equity = Field(description="What it does to health equity.", examples=[_KNOWN])
    acceptability: YesOrNo = Field(description="Whether it is acceptable to those whom it concerns.", examples=[_KNOWN])
    feasibility: YesOrNo = Field(description="Whether it can be done.", examples=[_KNOWN])


class Decision(Record):
    """One question that somebody has to decide."""

    kind: ClassVar[str] = "decision"
    folder: ClassVar[str] = "decisions"
    noun: ClassVar[str] = "a decision"

    question: Text = Field(
        description="What is to be decided, as a question.", examples=["Should schools serve a free breakfast?"]
    )
    options: tuple[Text, ...] = Field(
        min_length=2,
        description="What can be done: the option that is weighed first, then what it is compared with.",
        examples=[["free breakfast", "none"]],
    )
    perspective: Text = Field(
        description="Whose costs and benefits count.", examples=["the town, and the families in it"]
    )
    country: Countries | None = Field(
        None, description="Country in which it is decided, two letters of ISO 3166-1.", examples=["GB"]
    )
    regarding: Subject | None = Field(
        None,
        description="Id of the intervention or record that it is about.",
        examples=["school_breakfast"],
    )
    criteria: Criteria = Field(
        description="What is known about each criterion.", examples=[{"priority": {"none": "nobody has looked"}}]
    )

    @property
    def each(self) -> Mapping[str, Criterion]:
        """The criteria by name, in the order in which a panel takes them."""
        return {name: getattr(self.criteria, name) for name in Criteria.model_fields}

    @property
    def evidence(self) -> Iterator[tuple[str, int, str]]:
        """Criterion, place in it and address of everything that speaks to one."""
        for name, criterion in self.each.items():
            for number, address in enumerate(criterion.evidence):
                yield name, number, address
