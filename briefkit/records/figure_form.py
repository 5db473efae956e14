"""How a record's field takes a figure: on one line, or in the long form that says the same and more.

The annotated types `FigureField`, `DateField`, `FactField` and `AnyField` accept text or a mapping and yield a
`FigureForm`; a mistake is a pydantic error of type `figure` whose context says rule, place and way out.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PrivateAttr,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from pydantic_core import CoreSchema, PydanticCustomError

from briefkit.values import Words
from briefkit.values.fault import Fault
from briefkit.values.line import read_parts
from briefkit.values.long import READERS, Keyed, settle, settle_beside_formula
from briefkit.values.reading import Asks, Part
from briefkit.values.sense import nonsense
from briefkit.values.stated import Stated
from briefkit.values.units import BUILT_IN, UnitNames

Text = Annotated[str, Field(min_length=1, max_length=2000)]


class PeriodForm(BaseModel):
    """From one date to another, both included."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    start: Text = Field(alias="from", description="First day, month or year: `2020-10`.")
    end: Text = Field(alias="to", description="Last day, month or year: `2021-09`.")


class FigureForm(BaseModel):
    """A figure in the long form; what both forms say is in `stated`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    value: Text | None = Field(
        None,
        description="The number, share, range, amount or date; it may be written as on one line: `up to 15 places`. For a fact in words our short rendering.",
    )
    qualifier: Text | None = Field(
        None,
        description="Word that belongs to the value: about, almost, nearly, up to, at least, more than, fewer than.",
    )
    unit: Text | None = Field(None, description="A unit of the vocabulary, or the ISO 4217 code of a currency.")
    per: Text | None = Field(
        None, description="What a rate or a cost is counted by: `year`, `patient per year`, `100,000 people`."
    )
    price_year: Text | None = Field(
        None,
        description="Money only: the year in whose prices it stands, `2019`; `2019 assumed` when the source does not print it; or `not_reported`.",
    )
    as_of: Text | None = Field(None, description="For a changing state: when it was so, `2022-12`.")
    period: PeriodForm | Text | None = Field(
        None, description="For what was counted over a time: `{from: 2020-10, to: 2021-09}`."
    )
    ci_90: tuple[Text, Text] | None = Field(None, description="90% confidence interval: `[low, high]`.")
    ci_95: tuple[Text, Text] | None = Field(None, description="95% confidence interval: `[low, high]`.")
    ci_99: tuple[Text, Text] | None = Field(None, description="99% confidence interval: `[low, high]`.")
    quote: Text | None = Field(
        None,
        description="The shortest run of words of the source that bears the value and its subject; at most 25 words, nothing left out or put in.",
    )
    prefix: Text | None = Field(
        None,
        description="Words that stand right before the quotation, where it occurs twice or the subject stands apart.",
    )
    suffix: Text | None = Field(None, description="Words that stand right after the quotation.")
    cite: Text | None = Field(None, description="Key of the reference, when it is not the record's own.")
    at: Text | None = Field(None, description="Where in the source: `p. 3`, `abstract`, `table 2`.")
    via: Text | None = Field(
        None, description="Key of the reference in which the figure was met, when that is not its own source."
    )
    subject_not_in_quote: Text | None = Field(
        None, description="Why the quotation does not name what the value is about: `table heading`."
    )
    year_from: Text | None = Field(
        None, description="Where a date's year comes from when the quotation lacks it: `page date`."
    )
    value_from: Text | None = Field(
        None,
        description="How the value follows from the quotation, when it does not stand in it: `counted from the list of towns`.",
    )
    note: Text | None = Field(None, description="What a reader of the figure has to know.")
    conflicts_with: tuple[Text, ...] = Field(
        (), description="Addresses of figures that say otherwise about the same thing."
    )
    preferred_because: Text | None = Field(None, description="Why this one is used although others disagree.")
    formula: Text | None = Field(None, description="For a derived figure: `running_cost / places_planned`.")
    round: Text | None = Field(
        None, description="For a derived figure: decimal places to round to; 0 for whole numbers, -3 for thousands."
    )
    assumes: Text | None = Field(
        None, description="For a derived figure: what must hold for the formula to mean anything."
    )
    label: Text | None = Field(None, description="What it is, in a few words, for headers and panels.")

    _stated: Stated | None = PrivateAttr(None)
    _beside: Mapping[Part, Any] = PrivateAttr(default_factory=dict)

    @property
    def stated(self) -> Stated | None:
        """What the figure states; None for a derived one, which is computed later."""
        return self._stated

    @property
    def beside(self) -> Mapping[Part, Any]:
        """What a derived figure states besides its formula, by the names of `Stated`: `unit`, `per`, `as_of`..."""
        return self._beside

    @property
    def places(self) -> int | None:
        """Decimal places that a derived figure is rounded to; None when it is not rounded."""
        return int(self.round) if self.round is not None else None

    def texts(self) -> dict[str, str]:
        """Its keys that `values.long` reads, each as one text."""
        found = {key: getattr(self, key) for key in ("value", "quote", "prefix", "suffix", *READERS)}
        if isinstance(self.period, PeriodForm):
            found["period"] = f"{self.period.start} to {self.period.end}"
        return {
            key: text if isinstance(text, str) else " to ".join(text) for key, text in found.items() if text is not None
        }


_SOURCED = ("value", "quote", "prefix", "suffix", "cite", "at", "via", "ci_90", "ci_95", "ci_99")
_DERIVED = ("round", "assumes")


@dataclass(frozen=True, slots=True)
class Takes:
    """The pydantic side of a field that takes a figure of one sort: reading, and its JSON schema."""

    asks: Asks

    def read(self, data: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo) -> FigureForm:
        """The figure, whichever form it is written in."""
        units = (info.context or {}).get("units", BUILT_IN)
        if isinstance(data, FigureForm):
            return data
        if isinstance(data, str):
            return _from_line(data, units, self.asks)
        if isinstance(data, Mapping):
            form: FigureForm = handler(data)
            return _from_keys(form, units, self.asks)
        raise _error(Fault("figure-form", "a list stands where one figure is asked for", _ONE_FIGURE))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Either form: one line, or the mapping."""
        line = {"type": ["string", "number", "boolean"], "description": _LINES[self.asks]}
        return {"anyOf": [line, handler(schema)]}


_ONE_FIGURE = 'write it on one line, as in `127 people "…"`, or as keys: `value:`, `unit:`, `quote:`'
_LINES: dict[Asks, str] = {
    "number": 'A figure on one line: `up to 15 places "words of the source" (at p. 3)`.',
    "date": 'A date on one line: `2022-12-06 "words of the source"`, `2022-12` or `2022`.',
    "fact": "A fact in words: the words of the source between straight marks, or a missing kind such as `not_reported`.",
    "any": "A figure, a date or a fact in words, on one line.",
}


EXAMPLES = {"number": "127 people", "date": "2022-12-06"}


def _from_line(text: str, units: UnitNames, asks: Asks) -> FigureForm:
    read = read_parts(text, units, asks)
    if isinstance(read, Fault):
        raise _error(read)
    stated = Stated(**read.said)
    if isinstance(stated.value, Words) and asks in {"number", "date"}:
        way = f'write the {asks} before the quotation, as in `{EXAMPLES[asks]} "…"`'
        raise _error(Fault("value-missing", f"a quotation stands here, but no {asks}", way, 0, len(text)))
    wrong = nonsense(stated, units)
    if wrong:
        start, end = read.spans.get(wrong.part, (0, len(text)))
        begin, length = (start + 1 + wrong.offset, wrong.length) if wrong.length else (start, end - start)
        raise _error(Fault(wrong.rule, wrong.message, wrong.help, begin, max(1, length)))
    return _form(FigureForm(), stated)


def _from_keys(form: FigureForm, units: UnitNames, asks: Asks) -> FigureForm:
    if form.formula is not None:
        return _derived(form, units)
    found = _underived(form) or settle(form.texts(), units, asks)
    if isinstance(found, Keyed):
        raise _error(found.fault, found.key)
    return _form(form, found)


def _derived(form: FigureForm, units: UnitNames) -> FigureForm:
    found = _not_derived(form) or settle_beside_formula(form.texts(), units)
    if isinstance(found, Keyed):
        raise _error(found.fault, found.key)
    form._beside = found  # noqa: SLF001  pydantic's private attributes are set on the instance
    return form


def _form(form: FigureForm, stated: Stated) -> FigureForm:
    form._stated = stated  # noqa: SLF001  pydantic's private attributes are set on the instance
    return form


def _not_derived(form: FigureForm) -> Keyed | None:
    """What a derived figure must not say, since its inputs say it."""
    for key in _SOURCED:
        if getattr(form, key) is not None:
            message = f"a figure with a formula has no `{key}:`"
            way = "its value is worked out, and its sources are those of the figures in the formula; leave one of the two out"
            return Keyed(key, Fault("formula-with-value", message, way, 0, _length(getattr(form, key))))
    if form.round is not None and not re.fullmatch(r"-?[0-6]", form.round):
        message = f"`{form.round}` is not a number of decimal places"
        return Keyed(
            "round",
            Fault(
                "number-form",
                message,
                "write a whole number from -6 to 6: 0 rounds to whole numbers, -3 to thousands",
                0,
                len(form.round),
            ),
        )
    return None


def _underived(form: FigureForm) -> Keyed | None:
    for key in _DERIVED:
        if getattr(form, key) is not None:
            message = f"`{key}:` stands without a formula"
            return Keyed(
                key,
                Fault("formula-with-value", message, "add `formula:`, or leave it out", 0, _length(getattr(form, key))),
            )
    return None


def _length(text: object) -> int:
    return len(text) if isinstance(text, str) else 1


def _error(fault: Fault, key: str = "") -> PydanticCustomError:
    context = {"rule": fault.rule, "offset": fault.offset, "length": fault.length, "help": fault.help, "key": key}
    return PydanticCustomError("figure", fault.message, context)


_NUMBER, _DATE, _FACT, _ANY = Takes("number"), Takes("date"), Takes("fact"), Takes("any")
FigureField = Annotated[FigureForm, WrapValidator(_NUMBER.read), _NUMBER]
"""A field that takes a number, share, range or amount."""
DateField = Annotated[FigureForm, WrapValidator(_DATE.read), _DATE]
"""A field that takes a date."""
FactField = Annotated[FigureForm, WrapValidator(_FACT.read), _FACT]
"""A field that takes a fact in words."""
AnyField = Annotated[FigureForm, WrapValidator(_ANY.read), _ANY]
"""A field that takes any of them, as under `figures:`."""
