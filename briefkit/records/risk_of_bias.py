"""How far one result of one study may be off (RoB 2, ROBINS-I): judged domain by domain, signed and dated.

Risk of bias belongs to a result, not to a study (Cochrane Handbook 7.2, 8.2): the same trial may count deaths well and
self-reported crime badly.
"""

from collections.abc import Mapping
from typing import ClassVar, Literal, get_args

from pydantic import Field

from briefkit.records.certainty import Signed
from briefkit.records.figures import Fact
from briefkit.records.record import Group
from briefkit.records.texts import Text

Tool = Literal["RoB 2", "ROBINS-I"]
TOOLS: tuple[str, ...] = get_args(Tool)
Bias = Literal["low", "some_concerns", "moderate", "high", "serious", "critical", "no_information"]
JUDGEMENTS: Mapping[str, tuple[str, ...]] = {
    "RoB 2": ("low", "some_concerns", "high"),
    "ROBINS-I": ("low", "moderate", "no_information", "serious", "critical"),
}
"""What each tool can say, from the most to the least favourable."""
DOMAINS: Mapping[str, Mapping[str, str]] = {
    "RoB 2": {
        "randomisation": "randomisation process",
        "deviations": "deviations from the interventions intended",
        "missing_data": "missing outcome data",
        "measurement": "measurement of the outcome",
        "selected_result": "selection of the result reported",
    },
    "ROBINS-I": {
        "confounding": "confounding",
        "selection": "selection of the people studied",
        "classification": "classification of the interventions",
        "deviations": "deviations from the interventions intended",
        "missing_data": "missing data",
        "measurement": "measurement of the outcome",
        "selected_result": "selection of the result reported",
    },
}
"""The domains of each tool, in its order, by the name that a file gives them."""


class BiasDomain(Group):
    """One way in which a result may be off, looked at."""

    noun: ClassVar[str] = "a domain of risk of bias"

    judgement: Bias = Field(
        description="How far it may be off: `low`, `some_concerns` or `high` with RoB 2; `low`, `moderate`, `serious`, "
        "`critical` or `no_information` with ROBINS-I.",
        examples=["some_concerns"],
    )
    because: Text = Field(description="Why it is judged so.", examples=["nobody was blinded"])
    seen: Fact | None = Field(
        None,
        description="The source's words that it rests on.",
        examples=[{"quote": "neither pupils nor teachers were blinded"}],
    )


class BiasJudgement(Signed):
    """The risk of bias of one result, as somebody judged it."""

    noun: ClassVar[str] = "a judged risk of bias"

    tool: Tool = Field(
        description="The tool it was judged with: RoB 2 for randomised trials, ROBINS-I for other studies.",
        examples=["RoB 2"],
    )
    domains: Mapping[str, BiasDomain] = Field(
        description="Every domain of the tool. RoB 2: randomisation, deviations, missing_data, measurement, selected_result. "
        "ROBINS-I: confounding, selection, classification, deviations, missing_data, measurement, selected_result.",
        examples=[{"randomisation": {"judgement": "low", "because": "drawn by a computer elsewhere"}}],
    )
    overall: Bias = Field(description="What it comes to: as bad as the worst domain.", examples=["some_concerns"])
    overall_because: Text | None = Field(
        None,
        description="Why it is another than the worst domain.",
        examples=["several domains with some concerns weigh as high"],
    )

    @property
    def in_a_word(self) -> str:
        """What it comes to."""
        return self.overall

    @property
    def comes_to(self) -> str:
        """The least favourable of its domains."""
        order = JUDGEMENTS[self.tool]
        known = [one.judgement for one in self.domains.values() if one.judgement in order]
        return max(known, key=order.index, default=order[0])


EXAMPLE = {
    "tool": "RoB 2",
    "domains": {
        name: {"judgement": "low", "because": because}
        for name, because in {
            "randomisation": "drawn by a computer elsewhere",
            "deviations": "all were served what was meant",
            "missing_data": "nearly all were found again",
            "measurement": "registers say who came",
            "selected_result": "as it was registered",
        }.items()
    },
    "overall": "low",
    "judged_by": "jane_doe",
    "on": "2026-11-20",
}
"""What a judgement looks like in a file."""
