"""How sure one may be of a body of evidence (GRADE): judged domain by domain, signed and dated; and what others rated.

GRADE guidelines 3 (Balshem and others, J Clin Epidemiol 2011;64:401): trials start high, other studies low; five domains
take levels away, three may give some back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import (
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidatorFunctionWrapHandler,
)
from pydantic_core import CoreSchema, core_schema

from briefkit.problems import listed
from briefkit.records.entry import Entry, refuse
from briefkit.records.figures import Fact, FactOrText
from briefkit.records.record import Group
from briefkit.records.texts import Holder, RecordDate, Text, one_or_more

Level = Literal["high", "moderate", "low", "very low"]
LEVELS: tuple[str, ...] = get_args(Level)
Certainty = Literal["high", "moderate", "low", "very low", "not_judged"]
Concern = Literal["not_serious", "serious", "very_serious", "extremely_serious"]
CONCERNS: tuple[str, ...] = get_args(Concern)
"""How many levels each takes away is its place here, from 0."""
NOT_JUDGED = "not yet judged"
"""What stands on a page where nobody has judged."""

Judges = Annotated[tuple[Holder, ...], BeforeValidator(one_or_more, json_schema_input_type=str | list[str])]
"""Whoever judged: one holder, or several as a list."""


class Signed(Entry):
    """A judgement that somebody answers for."""

    judged_by: Judges = Field(
        min_length=1, description="Ids of who judged it, from `evidence/holders.yaml`.", examples=["jane_doe"]
    )
    on: RecordDate = Field(description="When they did.", examples=["2026-11-20"])


class Domain(Entry):
    """One reason to be less sure, looked at."""

    noun: ClassVar[str] = "a domain of certainty"

    rating: Concern = Field(description="How serious the concern is.", examples=["serious"])
    because: Text = Field(description="Why it is rated so.", examples=["nobody was blinded"])


class Upgrade(Entry):
    """One reason to be surer of studies without random allocation."""

    noun: ClassVar[str] = "an upgrade of certainty"

    levels: Literal["one", "two"] = Field(
        description="How many levels it gives back; two for a very large effect only.", examples=["one"]
    )
    because: Text = Field(description="Why it gives them.", examples=["the risk fell by more than half"])


class CertaintyJudgement(Signed):
    """A certainty that somebody judged."""

    noun: ClassVar[str] = "a judged certainty"

    starts_at: Literal["high", "low"] = Field(
        description="Where it starts: `high` for randomised trials, `low` for other studies.", examples=["high"]
    )
    risk_of_bias: Domain = Field(
        description="Whether the studies may be biased.",
        examples=[{"rating": "serious", "because": "nobody was blinded"}],
    )
    inconsistency: Domain = Field(
        description="Whether they differ more than chance explains.",
        examples=[{"rating": "not_serious", "because": "the results agree"}],
    )
    indirectness: Domain = Field(
        description="Whether they are about other people, treatments or outcomes than the question.",
        examples=[{"rating": "not_serious", "because": "the pupils are like ours"}],
    )
    imprecision: Domain = Field(
        description="Whether they leave too much open.",
        examples=[{"rating": "serious", "because": "the interval includes no effect"}],
    )
    publication_bias: Domain = Field(
        description="Whether results were kept back.",
        examples=[{"rating": "not_serious", "because": "every registered trial was published"}],
    )
    large_effect: Upgrade | None = Field(
        None, description="A large effect.", examples=[{"levels": "one", "because": "the risk fell by more than half"}]
    )
    dose_response: Upgrade | None = Field(
        None, description="More of it does more.", examples=[{"levels": "one", "because": "more meals, more days"}]
    )
    opposing_confounding: Upgrade | None = Field(
        None,
        description="What else differed would have hidden the effect.",
        examples=[{"levels": "one", "because": "poorer schools took part"}],
    )
    size: Literal["trivial", "small", "moderate", "large"] | None = Field(
        None,
        description="How large the effect is to those whom it concerns: for the sentence that a summary of findings says.",
        examples=["moderate"],
    )
    overall: Level = Field(description="What it comes to.", examples=["low"])
    overall_because: Text | None = Field(
        None,
        description="Why it is another than start, domains and upgrades come to.",
        examples=["two small concerns weigh as one"],
    )

    @property
    def in_a_word(self) -> str:
        """What it comes to."""
        return self.overall

    @property
    def domains(self) -> Mapping[str, Domain]:
        """The five domains by name, in GRADE's order."""
        return {name: getattr(self, name) for name in DOMAINS}

    @property
    def upgrades(self) -> Mapping[str, Upgrade]:
        """The upgrades that were given, by name."""
        return {name: found for name in UPGRADES if (found := getattr(self, name)) is not None}

    @property
    def comes_to(self) -> str:
        """What start, domains and upgrades come to; never above high or below very low."""
        lost = sum(CONCERNS.index(one.rating) for one in self.domains.values())
        won = sum(2 if one.levels == "two" else 1 for one in self.upgrades.values())
        return LEVELS[min(max(LEVELS.index(self.starts_at) + lost - won, 0), len(LEVELS) - 1)]


DOMAINS = ("risk_of_bias", "inconsistency", "indirectness", "imprecision", "publication_bias")
UPGRADES = ("large_effect", "dose_response", "opposing_confounding")


class Rated(Group):
    """What somebody else rated, and exactly what of."""

    noun: ClassVar[str] = "a published rating"

    holder: Holder = Field(description="Id of who rated it, from `evidence/holders.yaml`.", examples=["jane_doe"])
    words: Fact = Field(
        description="The rating, in its own words.", examples=[{"quote": "of moderate quality at best"}]
    )
    rates: FactOrText = Field(
        description="Exactly what it rates: the source's words in quotation marks, or ours where those were not seen.",
        examples=['"breakfast clubs to raise attendance"'],
    )


RATED = {
    "board": {
        "holder": "jane_doe",
        "words": {"quote": "of moderate quality at best"},
        "rates": '"breakfast clubs to raise attendance"',
    }
}
"""What a rating by others looks like in a file."""


@dataclass(frozen=True, slots=True)
class WordOrJudgement:
    """Takes one word, or the long form with its domains."""

    def __get_pydantic_core_schema__(self, _source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Only one of the two is tried, so that a mistake is reported once."""
        return core_schema.no_info_wrap_validator_function(self.read, handler.generate_schema(CertaintyJudgement))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Either form."""
        return {"anyOf": [{"type": "string", "enum": list(get_args(Certainty))}, handler(schema)]}

    def read(self, value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
        """The word as it is, anything else as a judgement with its domains."""
        if not isinstance(value, str):
            return handler(value)
        if value not in get_args(Certainty):
            near = get_close_matches(value.casefold().replace("_", " "), LEVELS, n=1)
            way = f"did you mean `{near[0]}`?" if near else f"write {listed(get_args(Certainty), joint='or')}"
            refuse("unknown-choice", f"`{value}` is not one of the choices for `certainty`", way)
        return value


CertaintyField = Annotated[Certainty | CertaintyJudgement, WordOrJudgement()]
"""One word, or the long form."""


def word_of(certainty: str | CertaintyJudgement | None) -> str:
    """`high` to `very low`; empty where nobody has judged."""
    found = certainty.overall if isinstance(certainty, CertaintyJudgement) else certainty or ""
    return found if found in LEVELS else ""
