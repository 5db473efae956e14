"""The kinds of field that hold text: names of things that must exist, dates, true or false, choices, countries.

Every value arrives as the text that was written. What may be referred to is told by the context (`records.known`);
without one, as when a schema is made, names are taken as they are.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, GetCoreSchemaHandler, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from briefkit.records.entry import refuse
from briefkit.records.known import Known
from briefkit.values import Date
from briefkit.values.dates import read_date
from briefkit.values.fault import Fault

KEY = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Names:
    """Marks text that names something, and checks that it exists."""

    what: str
    """What it names: `reference`, `outcome`, `intervention`, `holder`, `country`, `record`, a kind of record..."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Check after the text itself was read."""
        return core_schema.with_info_after_validator_function(self.check, handler(source))

    def check(self, text: str, info: ValidationInfo) -> str:
        """The text, when what it names exists."""
        known: Known | None = (info.context or {}).get("known")
        fault = known.fault(self.what, text) if known else None
        if fault:
            refuse(*fault)
        return text


@dataclass(frozen=True, slots=True)
class KeyName:
    """Checks the name of something that can be addressed."""

    pattern: re.Pattern[str] = KEY
    allowed: str = "lower-case letters without accents, digits and `_`, beginning with a letter"

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Check after the text itself was read."""
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def check(self, text: str) -> str:
        """The name, when it can stand in an address."""
        if text in ("results", "arms", "figures"):
            refuse(
                "key-invalid",
                f"`{text}` may be left out of addresses, so nothing can be named so",
                "choose another name",
            )
        if not self.pattern.fullmatch(text):
            near = simplified(text)
            way = f"write `{near}`" if self.pattern.fullmatch(near) else f"use {self.allowed}"
            refuse("key-invalid", f"`{text}` cannot be used as a name in an address", way)
        return text


def simplified(text: str) -> str:
    """The name of that kind that is nearest to what was written."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "_", bare).strip("_")


def _truth(value: object) -> bool:
    if value in ("true", "false", True, False):
        return value in ("true", True)
    if isinstance(value, str):
        near = {"yes": "true", "y": "true", "on": "true", "no": "false", "n": "false", "off": "false"}
        better = near.get(value.casefold(), value.casefold())
        way = f"write `{better}`" if better in ("true", "false") else "write `true` or `false`"
        refuse("value-invalid", f"`{value}` is neither `true` nor `false`", way)
    return refuse("value-invalid", "this must be `true` or `false`", "write `true` or `false`")


def _date(value: object) -> Date:
    if isinstance(value, Date):
        return value
    if not isinstance(value, str):
        refuse("value-invalid", "this must be a date", "write 2022, 2022-12 or 2022-12-06")
    date = read_date(value)
    if isinstance(date, Fault):
        refuse(date.rule, date.message, date.help)
    return date


def one_or_more(value: object) -> object:
    """A single text as a list of one, so that a list need not be written for it."""
    return [value] if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class Shaped:
    """Checks that text has a certain shape."""

    pattern: str
    what: str
    way_out: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Check after the text itself was read."""
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def check(self, text: str) -> str:
        """The text, when it has that shape."""
        if not re.fullmatch(self.pattern, text):
            refuse("value-invalid", f"`{text}` is not {self.what}", self.way_out)
        return text


Text = str
Key = Annotated[str, KeyName()]
SeriesKey = Annotated[
    str, KeyName(re.compile(r"[a-z0-9][a-z0-9_]*"), "lower-case letters without accents, digits and `_`")
]
Country = Annotated[str, Names("country")]
Countries = Annotated[tuple[Country, ...], BeforeValidator(one_or_more, json_schema_input_type=str | list[str])]
Reference = Annotated[str, Names("reference")]
Outcome = Annotated[str, Names("outcome")]
Intervention = Annotated[str, Names("intervention")]
Holder = Annotated[str, Names("holder")]
Study = Annotated[str, Names("study")]
Programme = Annotated[str, Names("programme")]
Subject = Annotated[str, Names("subject")]
"""An intervention or a record."""
Address = Annotated[str, Names("address")]
"""A figure or a record; its record must exist, the rest is tested when all figures are known."""
Truth = Annotated[bool, PlainValidator(_truth), WithJsonSchema({"type": "boolean"})]
RecordDate = Annotated[Date, PlainValidator(_date), WithJsonSchema({"type": ["string", "number"]})]
Year = Annotated[str, Shaped(r"[12]\d{3}", "a year", "write four digits, such as 2019")]
NumberText = Annotated[
    str, Shaped(r"-?\d+(\.\d+)?", "a number", "write digits and a decimal point only, such as 104.27")
]
Web = Annotated[str, Names("web")]
