"""The kinds of field that hold figures: those of `figure_form`, with their references checked to exist."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, ValidationInfo, ValidatorFunctionWrapHandler
from pydantic_core import CoreSchema, core_schema

from briefkit.records.entry import refuse
from briefkit.records.figure_form import AnyField, DateField, FactField, FigureField, FigureForm
from briefkit.records.known import Known


@dataclass(frozen=True, slots=True)
class Cited:
    """Checks that what a figure cites, was met in, and disagrees with, exists."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Check after the figure itself was read."""
        return core_schema.with_info_after_validator_function(self.check, handler(source))

    def check(self, form: FigureForm, info: ValidationInfo) -> FigureForm:
        """The figure, when all that it names exists."""
        known: Known | None = (info.context or {}).get("known")
        for key, what, name in _named(form):
            fault = known.fault(what, name) if known else None
            if fault:
                refuse(*fault, key=key)
        return form


def _named(form: FigureForm) -> list[tuple[str, str, str]]:
    """Key in the long form, what it names, and the name."""
    said = form.stated
    cite, via = (said.cite, said.via) if said else (form.cite, form.via)
    names = [("cite", "reference", cite), ("via", "reference", via)]
    names += [("conflicts_with", "address", address) for address in form.conflicts_with]
    return [(key, what, name) for key, what, name in names if name]


Quantity = Annotated[FigureField, Cited()]
"""F: a number, share, range or amount."""
Dated = Annotated[DateField, Cited()]
"""D: a date."""
Fact = Annotated[FactField, Cited()]
"""W: a fact in words."""
AnyFigure = Annotated[AnyField, Cited()]
"""Any of them, or a derived figure."""


@dataclass(frozen=True, slots=True)
class OrOwnWords:
    """Lets a plain text stand where a fact is expected: quotation marks or a mapping make it a fact with a source."""

    def __get_pydantic_core_schema__(self, _source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Only one of the two is tried, so that a mistake is reported once."""
        return core_schema.no_info_wrap_validator_function(self.read, handler.generate_schema(Fact))

    def read(self, value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
        """Our own words as they are, anything else as a fact."""
        own = isinstance(value, str) and not re.match(r"\s*[\"“”„«]", value)
        return value if own else handler(value)


FactOrText = Annotated[FigureForm | str, OrOwnWords()]
"""A fact, or our own words."""
