"""A tree to a model, or to every mistake that stands in the way, each once, at its place and in plain words."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from briefkit.problems import Problem
from briefkit.records.entry import Entry
from briefkit.records.known import Known
from briefkit.records.slips import Slip, without_doubles
from briefkit.records.wording import word
from briefkit.values.units import UnitNames
from briefkit.yamlfile import Node, plain

MOST_UNKNOWN = 50
"""Unknown fields that are reported of one file; the next run reports those that are left."""
E = TypeVar("E", bound=Entry)


def read(
    model: type[E], node: Node, known: Known, units: UnitNames, empty: Collection[str] = ()
) -> tuple[E | None, list[Problem]]:
    """The model that a tree describes, or None and everything that is wrong with it.

    `empty` are names of fields that stand in the file without a value, which is reported already.
    """
    data = plain(node)
    try:
        return model.model_validate(data, context={"known": known, "units": units}), []
    except ValidationError as refusal:
        slips = [_slip(error) for error in refusal.errors(include_url=False)]
        kept = _bounded(without_doubles(model, slips, data, empty))
        problems = [word(model, node, slip, data) for slip in kept]
        return None, [*problems, *_hidden(node, known)]


def _bounded(slips: Sequence[Slip]) -> Iterator[Slip]:
    """The slips, of unknown fields at most so many: after them nobody reads on, and each takes its time to word."""
    unknown = 0
    for slip in slips:
        unknown += slip.type == "extra_forbidden"
        if slip.type != "extra_forbidden" or unknown <= MOST_UNKNOWN:
            yield slip


def _hidden(node: Node, known: Known) -> Iterator[Problem]:
    """References that do not exist, also where another mistake in the same figure kept it from being read."""
    for key, pair in node.pairs.items():
        fault = known.fault("reference", pair.value.text) if key in ("cite", "via") and pair.value.text else None
        if fault:
            yield Problem(pair.value.where, *fault)
        yield from _hidden(pair.value, known)
    for item in node.items:
        yield from _hidden(item, known)


def _slip(error: Mapping[str, Any]) -> Slip:
    loc: Sequence[str | int] = error["loc"]
    said = {"said": error["msg"], **(error.get("ctx") or {})}
    return Slip(str(error["type"]), tuple(loc), error.get("input"), said)
