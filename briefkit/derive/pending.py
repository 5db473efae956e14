"""A figure before it is derived: where it will stand, and how it is written."""

from dataclasses import dataclass

from briefkit.problems import Where
from briefkit.records.figure_form import FigureForm


@dataclass(frozen=True, slots=True)
class Pending:
    """A figure that is still to be derived."""

    address: str
    """Full address that it will have; its formula may name what lies beside it, or further up, by the rest alone."""
    record: str
    """Id of its record, or slug of its brief."""
    label: str
    form: FigureForm
    where: Where
    """Where its formula stands."""
