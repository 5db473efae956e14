"""Models seen from outside: which fields there are, what they hold, and where a path through them leads.

Schemas, templates, messages and table headings are all made from this one view, so that a field is declared once.
"""

import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo

from briefkit.records.entry import Entry, Inline
from briefkit.records.figure_form import FigureForm
from briefkit.records.texts import Names
from briefkit.values import Date

Path = Sequence[str | int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holds:
    """What a field can hold."""

    what: Literal["text", "figure", "entry", "truth", "date", "choice"] = "text"
    shape: Literal["one", "list", "map"] = "one"
    entry: type[Entry] | None = None
    """The model of what it holds, when that has fields of its own."""
    names: str = ""
    """What its text names: `country`, `outcome`, `reference`...; empty for free text."""
    choices: tuple[str, ...] = ()
    inline: bool = False
    """Whether its keys stand in the file directly among the other fields."""


@dataclass(frozen=True, slots=True)
class Part:
    """One field of a model."""

    key: str
    """As it is written in a file."""
    attribute: str
    """As Python calls it."""
    info: FieldInfo
    holds: Holds

    @property
    def required(self) -> bool:
        """Whether a file must have it."""
        return self.info.is_required()

    @property
    def description(self) -> str:
        """What it means, in plain words."""
        return self.info.description or ""


@cache
def parts(model: type[Entry]) -> Mapping[str, Part]:
    """The fields of a model by the key that stands in a file, in the order in which they are declared."""
    hints = get_type_hints(model, include_extras=True)
    found = (
        Part(info.alias or name, name, info, _holds(hints[name], Holds())) for name, info in model.model_fields.items()
    )
    return {part.key: part for part in found}


def reach(model: type[Entry], path: Path) -> tuple[type[Entry], Part | None]:
    """Where a path through a file leads: the innermost model, and the field of it in which the path ends, if any."""
    if not path:
        return model, None
    part, rest = parts(model).get(str(path[0])), path[1:]
    if part is None:
        return _left_out(model, path)
    if part.holds.shape != "one":
        if not rest:
            return model, part
        rest = rest[1:]
    if part.holds.entry is None or (part.holds.choices and not rest):
        return model, part
    return reach(part.holds.entry, rest)


def _left_out(model: type[Entry], path: Path) -> tuple[type[Entry], Part | None]:
    """Where a path leads that leaves out a name which addresses may leave out, or which no file has."""
    hidden = [part for part in parts(model).values() if part.holds.inline or part.key in ("arms", "results", "figures")]
    for part in hidden:
        home, end = reach(model, (part.key, *path))
        if end is not None and (end.key == path[-1] or (end is part and len(path) == 1)):
            return home, end
    return model, None


def written(entry: Entry, path: Path) -> object:
    """What stands at a path in an entry; None when nothing does. `results`, `arms` and `figures` may be left out."""
    if not path:
        return entry
    step, rest = str(path[0]), path[1:]
    part = parts(type(entry)).get(step)
    if part is not None:
        return _inside(getattr(entry, part.attribute), rest)
    for name in ("results", "arms"):
        found = getattr(entry, name, {}).get(step)
        if found is not None:
            return _inside(found, rest)
    return None


def _inside(value: object, path: Path) -> object:
    if not path or value is None:
        return value
    if isinstance(value, Entry):
        return written(value, path)
    return _inside(value.get(str(path[0])), path[1:]) if isinstance(value, Mapping) else None


def _holds(annotation: Any, so_far: Holds) -> Holds:
    """What an annotation says about its field, from the outside in."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        for mark in inner[1:]:
            if isinstance(mark, Names):
                so_far = replace(so_far, names=mark.what)
            elif isinstance(mark, Inline):
                so_far = replace(so_far, inline=True)
        return _holds(inner[0], so_far)
    if origin in (Union, types.UnionType):
        return _either([one for one in inner if one is not type(None)], so_far)
    if origin is tuple:
        return _holds(inner[0], replace(so_far, shape="list"))
    if origin is Literal:
        return replace(so_far, what="choice", choices=inner)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _holds(inner[1], replace(so_far, shape="map"))
    return _plain(annotation, so_far)


def _either(ways: Sequence[Any], so_far: Holds) -> Holds:
    """What a field holds that can be written in several ways: the first, and the long form of a choice beside it."""
    first = _holds(ways[0], so_far)
    rest = [_holds(way, so_far) for way in ways[1:]] if first.what == "choice" else []
    more = tuple(choice for one in rest for choice in one.choices)
    entry = next((one.entry for one in rest if one.entry is not None), None)
    return replace(first, choices=(*first.choices, *more), entry=entry or first.entry)


def _plain(annotation: Any, so_far: Holds) -> Holds:
    assert isinstance(annotation, type), annotation
    if issubclass(annotation, FigureForm):
        return replace(so_far, what="figure")
    if issubclass(annotation, Entry):
        return replace(so_far, what="entry", entry=annotation)
    return replace(so_far, what="truth" if annotation is bool else "date" if annotation is Date else "text")
