"""A search: how evidence was looked for, and how many records, reports and studies remained at each step."""

from typing import ClassVar

from pydantic import Field

from briefkit.records.figures import Quantity
from briefkit.records.record import Record
from briefkit.records.texts import RecordDate, Text


class Search(Record):
    """One search, with the counts of a PRISMA flow diagram."""

    kind: ClassVar[str] = "search"
    folder: ClassVar[str] = "searches"
    noun: ClassVar[str] = "a search"

    question: Text = Field(description="What was looked for.", examples=["Do school breakfasts raise attendance?"])
    date: RecordDate = Field(description="When it was done.", examples=["2026-03-01"])
    databases: tuple[Text, ...] = Field((), description="Where was searched.", examples=[["MEDLINE", "Embase"]])
    identified: Quantity | None = Field(None, description="Records found.", examples=["812 records"])
    duplicates: Quantity | None = Field(None, description="Records that were found twice.", examples=["120 records"])
    screened: Quantity | None = Field(
        None, description="Records whose title and abstract were read.", examples=["692 records"]
    )
    excluded: Quantity | None = Field(
        None, description="Records put aside on title and abstract.", examples=["640 records"]
    )
    sought: Quantity | None = Field(None, description="Reports whose full text was sought.", examples=["52 reports"])
    not_retrieved: Quantity | None = Field(None, description="Reports that could not be had.", examples=["3 reports"])
    assessed: Quantity | None = Field(None, description="Reports read in full.", examples=["49 reports"])
    included_studies: Quantity | None = Field(None, description="Studies that were taken in.", examples=["8 studies"])
    included_reports: Quantity | None = Field(None, description="Reports of those studies.", examples=["21 reports"])
