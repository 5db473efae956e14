"""The ground of every model: strict about names, frozen once made, and able to say what it is called."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, LiteralString, NoReturn

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticCustomError


class Entry(BaseModel):
    """A group of fields in a file."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)

    noun: ClassVar[str] = "this part"
    """How a message calls it: `a study`, `an arm`."""
    hints: ClassVar[Mapping[str, str]] = {}
    """Names that people write here by mistake, to the way out."""

    @property
    def in_a_word(self) -> str | None:
        """What it comes to, where one word says it: that is what a table shows of it."""
        return None

    @classmethod
    def hint(cls, name: str) -> str:
        """The way out for a name that people often write here by mistake; empty when it is none of those."""
        return next((kind.hints[name] for kind in cls.__mro__ if issubclass(kind, Entry) and name in kind.hints), "")

    @classmethod
    def other_names(cls, _loc: Sequence[str | int], _data: Any) -> tuple[str, ...]:
        """Names that may stand at a place of a file beside the fields there."""
        return ()

    @classmethod
    def besides(cls, _loc: Sequence[str | int]) -> str:
        """What those names are, for a message: `an arm of this study`."""
        return ""

    @classmethod
    def excused(cls, _loc: Sequence[str | int], _data: Any) -> bool:
        """Whether an unknown name is not to be blamed, because what it could name could not be read."""
        return False


@dataclass(frozen=True, slots=True)
class Inline:
    """Marks a mapping whose keys stand in the file beside the fields of its entry, as the arms of a result do."""


def refuse(rule: str, message: str, way_out: str = "", key: str = "") -> NoReturn:
    """Refuse a value in our own words, under a rule of the rulebook; `key` names the part of a mapping at fault."""
    said = {"rule": rule, "said": message, "help": way_out, "key": key}
    kind: LiteralString = "refused"
    raise PydanticCustomError(kind, "{said}", said)
