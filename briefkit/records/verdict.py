"""A verdict: what a reviewer said of one claim or figure, bound to a hash of exactly what was judged.

Verdicts stand in plain lists, `briefs/<slug>.verdicts.yaml` and `evidence/verdicts/<reference key>.yaml`, that only grow.
Beside the hash each carries what was judged in words, so that the file can be read, and old and new compared.
"""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, ValidationError, model_validator

from briefkit.records.entry import Entry, refuse
from briefkit.records.texts import RecordDate, Shaped, Text, one_or_more

Word = Literal["accurate", "minor", "major", "cannot_verify"]
"""The words of the quotation-error literature. `major`: the source does not bear it out, contradicts it or is about
something else. `minor`: oversimplified, overgeneralised, or slightly off. `cannot_verify`: the source could not be looked at."""
WORDS: tuple[Word, ...] = ("accurate", "minor", "major", "cannot_verify")
LookedAt = Literal["full_text", "abstract", "quote_only"]
LOOKED_AT: tuple[LookedAt, ...] = ("full_text", "abstract", "quote_only")
ErrorKind = Literal[
    "unsupported", "contradicts", "unrelated", "oversimplified", "overgeneralised", "number", "unit", "indirect"
]
ERRORS: tuple[ErrorKind, ...] = (
    "unsupported",
    "contradicts",
    "unrelated",
    "oversimplified",
    "overgeneralised",
    "number",
    "unit",
    "indirect",
)
Mark = Literal["missing", "good"]
MARKS: tuple[Mark, ...] = ("missing", "good")
Hash = Annotated[str, Shaped(r"[0-9a-f]{64}", "a hash of what was judged", "leave hashes to `verdicts import`")]


class Verdict(Entry):
    """What one reviewer said on one day."""

    noun: ClassVar[str] = "a verdict"
    hints: ClassVar[Mapping[str, str]] = {
        "note": "write `comment`",
        "by": "write `reviewer`",
        "result": "write `verdict`",
        "error_type": "write `error`",
    }

    hash: Hash | None = Field(
        None, description="Hash of what was judged; with any other it has lapsed.", examples=[64 * "a"]
    )
    verdict: Word | None = Field(None, description="What the reviewer found.", examples=["accurate"])
    mark: Mark | None = Field(
        None,
        description="`missing`: a claim that should be there. `good`: worth keeping as it is.",
        examples=["missing"],
    )
    reviewer: Text = Field(description="Who judged.", examples=["Jane Doe"])
    date: RecordDate = Field(description="When.", examples=["2026-03-01"])
    looked_at: LookedAt | None = Field(
        None, description="How much of the source was looked at.", examples=["full_text"]
    )
    error: ErrorKind | None = Field(None, description="Of an error, what kind it is.", examples=["number"])
    comment: Text | None = Field(None, description="In the reviewer's own words.", examples=["the trial says 83"])
    sentence: Text | None = Field(None, description="The sentence or row that was judged.", examples=["Fewer came."])
    figures: Mapping[str, Text] = Field(
        default_factory=dict,
        description="Each figure that was judged with it, by address: value, quoted words, source.",
        examples=[{"north_trial.randomised": '120 pupils "120 were enrolled" (moss2018)'}],
    )
    words: Annotated[tuple[Text, ...], BeforeValidator(one_or_more, json_schema_input_type=str | list[str])] = Field(
        (), description="Citations that were judged with it, with their words.", examples=[["moss2018, p. 3"]]
    )

    @model_validator(mode="after")
    def _whole(self) -> Self:
        """Refuse what says nothing, or two things that exclude each other."""
        if self.mark == "missing":
            if self.verdict or not self.comment:
                refuse(
                    "verdict-incomplete",
                    "`mark: missing` names no claim",
                    "write what is missing as `comment`, and no `verdict`",
                )
        elif not self.hash or not (self.verdict or self.mark):
            refuse("verdict-incomplete", "this judges nothing", "a verdict needs its `hash` and its `verdict`")
        if self.verdict and not self.looked_at:
            refuse(
                "verdict-incomplete",
                "nothing says what the reviewer looked at",
                "write `looked_at: full_text`, `abstract` or `quote_only`",
            )
        if self.error and self.verdict not in ("minor", "major"):
            refuse(
                "verdict-incomplete",
                f"`{self.error}` is an error, and the verdict names none",
                "write `verdict: minor` or `major`, or leave `error` out",
            )
        return self


def verdict_of(fields: Mapping[str, Any]) -> Verdict | str:
    """The verdict that these fields make, or what is wrong with them, in one sentence."""
    try:
        return Verdict.model_validate(fields)
    except ValidationError as refusal:
        error = refusal.errors(include_url=False)[0]
        said = error.get("ctx") or {}
        return "; ".join(part for part in (str(said.get("said", error["msg"])), str(said.get("help", ""))) if part)
