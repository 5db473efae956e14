"""A gap: something that nobody here knows, why it matters, and where it might be found."""

from typing import Annotated, ClassVar

from pydantic import Field

from briefkit.records.record import Record
from briefkit.records.texts import Shaped, Subject, Text


class Gap(Record):
    """One open question."""

    kind: ClassVar[str] = "gap"
    folder: ClassVar[str] = "gaps"
    noun: ClassVar[str] = "a gap"

    title: Annotated[
        str, Shaped(r"(?s).*\?\s*", "a question", "say what is not known as a question that ends with `?`")
    ] = Field(
        description="What is not known, as a question that ends with `?`.",
        examples=["What does a school breakfast cost in Leeds?"],
    )
    regarding: Subject = Field(
        description="What it is about: the id of an intervention or of a record.", examples=["school_breakfast"]
    )
    matters_for: Text = Field(
        description="What the answer would change.", examples=["Whether a scheme pays for itself."]
    )
    where_to_look: Text = Field(
        description="Which document or body would tell; never a number from memory.",
        examples=["The annual reports of the school board."],
    )
