"""Figures from the one-line form, as a loaded base would hold them, for the tests of what is printed and bound."""

from dataclasses import fields

from figure_strategies import UNITS

from briefkit.figure import Derivation, Figure
from briefkit.values.line import read_line
from briefkit.values.stated import Stated


def figure_of(text, *, derived=False):
    """The figure that `text` says and the attribute after ` .`; `date ` before it asks for a date."""
    line, _, form = text.partition(" .")
    stated = read_line(line.removeprefix("date "), UNITS, dated=line.startswith("date "))
    assert isinstance(stated, Stated), stated
    parts = {field.name: getattr(stated, field.name) for field in fields(Stated)}
    derivation = Derivation(formula="a / b", inputs=("a", "b"), working="1 / 2") if derived else None
    parts["cite"] = (stated.cite,) if stated.cite else ()
    return Figure(address="hat.places", record="hat", label="Places", derivation=derivation, **parts), form
