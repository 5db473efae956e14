"""What every record has, whatever its kind, and how a record answers for its own fields.

A record is made only when everything it says can be read; `records.read` makes it and words what stands in the way.
"""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from pydantic import Field, PrivateAttr

from briefkit.problems import Where
from briefkit.records.anatomy import written
from briefkit.records.entry import Entry
from briefkit.records.figures import AnyFigure
from briefkit.records.texts import Key, RecordDate, Reference, Text
from briefkit.values import Date
from briefkit.values.dates import write_date
from briefkit.yamlfile import Node, place, unpack


class Group(Entry):
    """Something with figures of its own: a record, an arm, a result, a link."""

    cite: Reference | None = Field(
        None,
        description="Reference key of the source of every figure below that names no other source.",
        examples=["smith2020"],
    )
    at: Text | None = Field(
        None,
        description="Where in that source the figures stand (page, table, abstract); left out for a web page.",
        examples=["abstract"],
    )
    via: Reference | None = Field(
        None,
        description="Reference key of the document in which the figures were met, when that is not their own source.",
        examples=["news_2021"],
    )
    figures: Mapping[Key, AnyFigure] = Field(
        default_factory=dict,
        description="Any further figures, each under a name of your own; also figures derived from others by a formula.",
        examples=[{"girls": '48% "48% of them were girls"', "boys": {"formula": "100 - girls", "round": "0"}}],
    )


class Record(Group):
    """One file of the evidence base."""

    kind: ClassVar[str] = "record"
    """Its kind, as commands and tables name it."""
    folder: ClassVar[str] = ""
    """The folder under `evidence/` that holds records of this kind."""

    hints: ClassVar[Mapping[str, str]] = {
        "id": "leave it out: the id of a record is the name of its file",
        "kind": "leave it out: the kind of a record is told by its folder",
        "source": "write `cite:` with a reference key",
        "reference": "write `cite:` for the source of the figures, `references:` for all reports",
        "name": "write `title:`",
    }

    title: Text = Field(
        description="Full name, as a reader should see it.", examples=["North of England School Breakfast Trial"]
    )
    short_title: Text | None = Field(
        None, description="Short name for tables, where the title is long.", examples=["Breakfast trial"]
    )
    references: tuple[Reference, ...] = Field(
        (),
        description="Keys of all references that report on it, whether or not a figure cites them.",
        examples=[["smith2020"]],
    )
    notes: Text | None = Field(
        None, description="Remarks for colleagues; never printed.", examples=["The full paper has still to be read."]
    )
    aliases: tuple[Key, ...] = Field(
        (),
        description="Ids that this record had before it was renamed; old addresses go on working.",
        examples=[["breakfast_trial"]],
    )
    stale_after: RecordDate | None = Field(
        None, description="Date after which somebody must look again whether this still holds.", examples=["2027-06"]
    )

    _id: str = PrivateAttr("")
    _tree: bytes = PrivateAttr(b"")
    _where: Where = PrivateAttr(Where(""))

    @property
    def id(self) -> str:
        """Its id: the name of its file without the ending."""
        private = self.__pydantic_private__  # asked for a million times a build, and five times as fast as `self._id`
        return str(private["_id"]) if private else ""

    @property
    def where(self) -> Where:
        """Where its file begins."""
        private = self.__pydantic_private__
        return private["_where"] if private else Where("")

    @property
    def node(self) -> Node:
        """Its file as a tree that knows its places."""
        private = self.__pydantic_private__
        tree: bytes = private["_tree"] if private else b""
        assert tree, "a record is asked for places only after it was read from a file"
        return unpack(tree)

    def settled(self, record_id: str, where: Where, tree: bytes) -> Self:
        """This record, told its id, where its file begins, and that file as a tree, packed."""
        self._id, self._where, self._tree = record_id, where, tree
        return self

    def place_of(self, *path: str | int, key: bool = False) -> Where:
        """Where a field's value (or its name, with `key`) stands in the file; the record itself when it is not there."""
        return place(self.node, path, key=key)

    @property
    def name(self) -> str:
        """Its short title, or its title."""
        return self.short_title or self.title

    def told(self, name: str) -> Any:
        """A field as it was read; None where this kind has no such field. pydantic takes long to say that one is missing."""
        return vars(self).get(name)

    def field(self, path: str) -> str | tuple[str, ...] | None:
        """A field that holds text, by its dotted path, as it is written; None for anything else."""
        if path in ("id", "kind"):
            return self.id if path == "id" else self.kind
        value = written(self, path.split("."))
        if isinstance(value, Entry):
            return value.in_a_word
        if isinstance(value, Date):
            return write_date(value)
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, tuple):
            texts = tuple(text for text in value if isinstance(text, str))
            return texts if len(texts) == len(value) else None
        return value if isinstance(value, str) else None
