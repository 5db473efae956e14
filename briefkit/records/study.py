"""A study: one investigation, however many papers report on it. Results belong to an outcome, a time and an arm."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, model_validator

from briefkit.records.certainty import RATED, Rated
from briefkit.records.entry import Entry, Inline
from briefkit.records.figures import Dated, Fact, Quantity
from briefkit.records.record import Group, Record
from briefkit.records.risk_of_bias import EXAMPLE, BiasJudgement
from briefkit.records.texts import Countries, Intervention, Key, Outcome, Text

Design = Literal[
    "randomised controlled trial",
    "non-randomised trial",
    "cohort study",
    "cross-sectional study",
    "qualitative study",
    "modelling study",
    "systematic review",
    "economic evaluation",
    "other",
]
AnalysisSet = Literal["intention to treat", "per protocol", "completers", "not_reported"]


class Arm(Group):
    """One group of a study's people."""

    noun: ClassVar[str] = "an arm"

    label: Text = Field(
        description="What its people were given, as a reader should see it.", examples=["free breakfast"]
    )
    intervention: Intervention | None = Field(
        None, description="Id of the intervention, from `evidence/terms.yaml`.", examples=["school_breakfast"]
    )
    randomised: Quantity | None = Field(
        None,
        description="How many people were allocated to it.",
        examples=['43 people "43 people were given breakfast"'],
    )
    dose: Fact | None = Field(
        None,
        description="What they received, in the source's words.",
        examples=[{"quote": "a free breakfast every morning"}],
    )


class Measures(Entry):
    """How two arms compare, by effect measure."""

    noun: ClassVar[str] = "a comparison"

    odds_ratio: Quantity | None = Field(
        None, description="Odds ratio.", examples=['2.10 (95% CI 1.20 to 3.68) "OR 2.10 (1.20 to 3.68)"']
    )
    risk_ratio: Quantity | None = Field(
        None, description="Risk ratio (relative risk).", examples=['1.44 "the risk ratio was 1.44"']
    )
    hazard_ratio: Quantity | None = Field(
        None, description="Hazard ratio.", examples=['0.76 "the hazard ratio was 0.76"']
    )
    risk_difference: Quantity | None = Field(
        None,
        description="Difference of two risks, in percentage points.",
        examples=['24.3 percentage points "a difference of 24.3 percentage points"'],
    )
    mean_difference: Quantity | None = Field(
        None, description="Difference of two means.", examples=['-3.2 days "a mean difference of -3.2 days"']
    )
    incidence_rate_ratio: Quantity | None = Field(
        None, description="Ratio of two incidence rates.", examples=['0.5 "the rate ratio was 0.5"']
    )
    p_value: Quantity | None = Field(
        None, description="P value of the comparison.", examples=['0.001 "attended more often (p=0.001)"']
    )


class Compared(Measures):
    """Comparisons of a result: of the two arms, or of each pair by name."""

    pairs: Annotated[Mapping[str, Measures], Inline()] = Field(
        default_factory=dict,
        alias="(pairs)",
        description="With more than two arms: each pair as `<arm>_vs_<arm>`, with its measures.",
        examples=[{"breakfast_vs_none": {"odds_ratio": '2.10 "the odds ratio was 2.10"'}}],
    )


class Result(Group):
    """What the study found for one outcome at one time."""

    noun: ClassVar[str] = "a result"

    label: Text | None = Field(
        None,
        description="What was found out, as a reader should see it; else the outcome's label.",
        examples=["Attendance"],
    )
    outcome: Outcome = Field(description="Id of the outcome, from `evidence/outcomes.yaml`.", examples=["attendance"])
    follow_up: Text | None = Field(
        None, description="How long after the start it was measured.", examples=["12 months"]
    )
    analysis_set: AnalysisSet | None = Field(
        None, description="Whose results were counted.", examples=["intention to treat"]
    )
    definition: Fact | None = Field(
        None,
        description="How this study defined the outcome, in the source's words.",
        examples=[{"quote": "present on most school days"}],
    )
    by_arm: Annotated[Mapping[str, Quantity], Inline()] = Field(
        default_factory=dict,
        alias="(arms)",
        description="One figure an arm, under the arm's own name.",
        examples=[{"breakfast": '38 of 43 "38 of the 43 pupils given breakfast"'}],
    )
    compared: Compared | None = Field(
        None,
        description="How the arms compare, by effect measure.",
        examples=[{"odds_ratio": '2.10 "the odds ratio was 2.10"'}],
    )
    risk_of_bias: BiasJudgement | None = Field(
        None,
        description="How far this result may be off (RoB 2, ROBINS-I), as somebody judged it; left out while nobody has.",
        examples=[EXAMPLE],
    )
    ratings: Mapping[Key, Rated] = Field(
        default_factory=dict,
        description="What others rated of it, each under a name of your own: shown as theirs, never as ours.",
        examples=[RATED],
    )


class Study(Record):
    """One investigation."""

    kind: ClassVar[str] = "study"
    folder: ClassVar[str] = "studies"
    noun: ClassVar[str] = "a study"
    hints: ClassVar[Mapping[str, str]] = {"result": "results stand under `results:`", "n": "write `randomised:`"}

    design: Design = Field(description="What kind of investigation it is.", examples=["randomised controlled trial"])
    registration: Text | None = Field(None, description="Its number in a trial register.", examples=["ISRCTN00000000"])
    country: Countries | None = Field(
        None, description="Country where it took place, two letters of ISO 3166-1; several as a list.", examples=["GB"]
    )
    sites: Fact | None = Field(
        None, description="Where it took place, in the source's words.", examples=[{"quote": "in schools of six towns"}]
    )
    population: Fact | None = Field(
        None, description="Who took part, in the source's words.", examples=[{"quote": "pupils aged 7 to 11"}]
    )
    started: Dated | None = Field(None, description="When it began.", examples=['2005-10 "began in October 2005"'])
    ended: Dated | None = Field(None, description="When it ended.", examples=['2008-04 "was run until April 2008"'])
    randomised: Quantity | None = Field(
        None,
        description="How many people were allocated to its arms, all together (or took part, when it has no arms).",
        examples=['127 people "127 pupils were randomly allocated"'],
    )
    interventions: tuple[Intervention, ...] = Field(
        (),
        description="Ids of what it is about, from `evidence/terms.yaml`, where its arms do not say it: for maps of the evidence.",
        examples=[["school_breakfast"]],
    )
    outcomes: tuple[Outcome, ...] = Field(
        (),
        description="Ids of outcomes that it looked at, from `evidence/outcomes.yaml`, beside those of its results.",
        examples=[["attendance"]],
    )
    arms: Mapping[Key, Arm] = Field(
        default_factory=dict,
        description="Its groups, each under a short name that results use.",
        examples=[{"breakfast": {"label": "free breakfast"}}],
    )
    results: Mapping[Key, Result] = Field(
        default_factory=dict,
        description="What it found, each result under a name of your own.",
        examples=[{"attendance_1y": {"outcome": "attendance"}}],
    )

    @model_validator(mode="before")
    @classmethod
    def _gather_arms(cls, data: Any) -> Any:
        """Move the figures of arms, which stand among a result's fields, to a field of their own."""
        if not isinstance(data, dict) or not isinstance(data.get("results"), dict):
            return data
        arms = tuple(data["arms"]) if isinstance(data.get("arms"), dict) else ()
        return {**data, "results": {key: _gathered(result, arms) for key, result in data["results"].items()}}

    @classmethod
    def other_names(cls, loc: Sequence[str | int], data: Any) -> tuple[str, ...]:
        """The arms, in a result; pairs of them, in its comparisons."""
        arms = tuple(data["arms"]) if isinstance(data.get("arms"), dict) else ()
        if loc[:1] != ("results",) or len(loc) not in (2, 3):
            return ()
        return arms if len(loc) == 2 else _pairs(arms)

    @classmethod
    def besides(cls, loc: Sequence[str | int]) -> str:
        """What may stand in a result beside its fields."""
        if loc[:1] != ("results",) or len(loc) not in (2, 3):
            return ""
        return "an arm of this study" if len(loc) == 2 else "a pair of this study's arms (`<arm>_vs_<arm>`)"

    @classmethod
    def excused(cls, loc: Sequence[str | int], data: Any) -> bool:
        """Names in results, when the arms themselves cannot be read."""
        return bool(cls.besides(loc[:-1])) and "arms" in data and not isinstance(data["arms"], dict)


def _gathered(result: Any, arms: tuple[str, ...]) -> Any:
    if not isinstance(result, dict):
        return result
    result = _apart(result, "(arms)", arms)
    if isinstance(result.get("compared"), dict):
        result["compared"] = _apart(result["compared"], "(pairs)", _pairs(arms))
    return result


def _pairs(arms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{one}_vs_{other}" for one in arms for other in arms if one != other)


def _apart(group: dict[str, Any], name: str, keys: tuple[str, ...]) -> dict[str, Any]:
    """The group with some of its keys put together under one name."""
    rest = {key: value for key, value in group.items() if key not in keys}
    return {**rest, name: {key: group[key] for key in keys if key in group}}
