"""A search: how evidence was looked for, and how many records, reports and studies remained at each step.

The steps are those of the PRISMA 2020 flow diagram (Page and others, BMJ 2021;372:n71).
"""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from briefkit.records.figures import Quantity
from briefkit.records.record import Record
from briefkit.records.texts import Key, RecordDate, Subject, Text, Truth

STUDIES_AND_REPORTS = (
    ("previous_studies", "previous_reports"),
    ("included_studies", "included_reports"),
    ("total_studies", "total_reports"),
)


class Search(Record):
    """One search, with the counts of a PRISMA flow diagram."""

    kind: ClassVar[str] = "search"
    folder: ClassVar[str] = "searches"
    noun: ClassVar[str] = "a search"

    question: Text = Field(description="What was looked for.", examples=["Do school breakfasts raise attendance?"])
    published: Truth = Field(
        False,
        description="`true` for the search of a review that others published, `false` for our own.",
        examples=["true"],
    )
    regarding: Subject | None = Field(
        None, description="Id of the synthesis that it was made for.", examples=["school_breakfast"]
    )
    date: RecordDate = Field(description="When it was done.", examples=["2026-03-01"])
    databases: tuple[Text, ...] = Field((), description="Where was searched.", examples=[["MEDLINE", "Embase"]])
    previous_studies: Quantity | None = Field(
        None, description="Studies that an earlier version had.", examples=["4 studies"]
    )
    previous_reports: Quantity | None = Field(None, description="Reports of those studies.", examples=["9 reports"])
    from_databases: Quantity | None = Field(None, description="Records found in databases.", examples=["800 records"])
    from_registers: Quantity | None = Field(
        None, description="Records found in registers of trials.", examples=["12 records"]
    )
    identified: Quantity | None = Field(
        None, description="Records found in databases and registers together.", examples=["812 records"]
    )
    duplicates: Quantity | None = Field(None, description="Records that were found twice.", examples=["120 records"])
    by_automation: Quantity | None = Field(
        None, description="Records that a program put aside before anybody read them.", examples=["0 records"]
    )
    removed_otherwise: Quantity | None = Field(
        None, description="Records put aside before screening for other reasons.", examples=["0 records"]
    )
    screened: Quantity | None = Field(
        None, description="Records whose title and abstract were read.", examples=["692 records"]
    )
    excluded: Quantity | None = Field(
        None, description="Records put aside on title and abstract.", examples=["640 records"]
    )
    sought: Quantity | None = Field(None, description="Reports whose full text was sought.", examples=["52 reports"])
    not_retrieved: Quantity | None = Field(None, description="Reports that could not be had.", examples=["3 reports"])
    assessed: Quantity | None = Field(None, description="Reports read in full.", examples=["49 reports"])
    excluded_reports: Mapping[Key, Quantity] = Field(
        default_factory=dict,
        description="Reports put aside after they were read, by reason; the reason in words is the figure's `label:`.",
        examples=[{"other_design": "28 reports"}],
    )
    from_other: Quantity | None = Field(
        None,
        description="Records found in other ways: websites, organisations, lists of references.",
        examples=["6 records"],
    )
    other_sought: Quantity | None = Field(
        None, description="Reports of those that were sought.", examples=["6 reports"]
    )
    other_not_retrieved: Quantity | None = Field(
        None, description="Reports of those that could not be had.", examples=["0 reports"]
    )
    other_assessed: Quantity | None = Field(
        None, description="Reports of those that were read in full.", examples=["6 reports"]
    )
    other_excluded_reports: Mapping[Key, Quantity] = Field(
        default_factory=dict,
        description="Reports of those put aside after they were read, by reason.",
        examples=[{"other_population": "6 reports"}],
    )
    included_studies: Quantity | None = Field(
        None, description="Studies that this search brought in.", examples=["8 studies"]
    )
    included_reports: Quantity | None = Field(None, description="Reports of those studies.", examples=["21 reports"])
    total_studies: Quantity | None = Field(
        None, description="Studies of the earlier version and of this search together.", examples=["12 studies"]
    )
    total_reports: Quantity | None = Field(None, description="Reports of all those.", examples=["30 reports"])
    pooled_studies: Quantity | None = Field(
        None, description="Studies of those whose results were pooled.", examples=["5 studies"]
    )
