"""A source: what we hold about a reference, beside its bibliographic entry (`evidence/sources/<key>.yaml`)."""

from typing import ClassVar, Literal

from pydantic import Field, PrivateAttr

from briefkit.records.entry import Entry
from briefkit.records.texts import RecordDate, Text, Truth, Web

SourceClass = Literal[
    "systematic_review",
    "trial_report",
    "cohort_or_quasi",
    "official_statistic",
    "law",
    "government_report",
    "agency_report",
    "ngo_report",
    "working_paper",
    "conference_abstract",
    "commentary",
    "news",
    "blog",
    "personal_communication",
]


class Notice(Entry):
    """A correction, a retraction or an expression of concern."""

    noun: ClassVar[str] = "a notice"

    kind: Literal["correction", "retraction", "concern"] = Field(
        description="What kind of notice it is.", examples=["correction"]
    )
    where: Text = Field(description="Where it was published.", examples=["J Example 2021;3:7"])
    read: Truth = Field(description="Whether one of us has read it.", examples=["false"])
    used_unread: Text | None = Field(
        None,
        description="Why the document is used although nobody has read the notice: where it was looked for. It is printed "
        "beside the reference, and lets briefs be published; a retraction cannot be passed so.",
        examples=["Its text was looked for in the journal and in two libraries, and not found."],
    )


class Unrecorded(Entry):
    """A sentence that was read and of which no record was made."""

    noun: ClassVar[str] = "a sentence without record"

    starts: Text = Field(
        description="Its first words, four or more, as they are printed.", examples=["Pupils queue at the door"]
    )
    reason: Text = Field(description="Why there is no record of it.", examples=["It says nothing that can be checked."])


class Source(Entry):
    """One reference, as a document in our hands."""

    noun: ClassVar[str] = "a source"

    source_class: SourceClass = Field(
        alias="class", description="What sort of document it is, strongest first.", examples=["trial_report"]
    )
    read: Literal["full_text", "abstract", "excerpt"] = Field(
        description="How much of it we have read.", examples=["abstract"]
    )
    address: Web | None = Field(
        None, description="Web address at which it was read.", examples=["https://example.org/paper"]
    )
    archived: Web | None = Field(
        None,
        description="Web address of an archived copy.",
        examples=["https://web.archive.org/web/2020/https://example.org"],
    )
    accessed: RecordDate | None = Field(None, description="When that address was opened.", examples=["2026-03-01"])
    witnessed: RecordDate | None = Field(
        None,
        description="When somebody saw the quoted words in the document or in a stored copy of it.",
        examples=["2026-03-01"],
    )
    notices: tuple[Notice, ...] = Field(
        (),
        description="Corrections, retractions and expressions of concern.",
        examples=[[{"kind": "correction", "where": "J Example 2021;3:7", "read": "false"}]],
    )
    sentences_without_record: tuple[Unrecorded, ...] = Field(
        (),
        description="Of a source read sentence by sentence: every sentence that no quotation touches, and why.",
        examples=[[{"starts": "Pupils queue at the door", "reason": "It says nothing that can be checked."}]],
    )
    identity: Text | None = Field(
        None,
        description="Who settled that the stored copy is this document, and how.",
        examples=["title and DOI compared by A. Reader"],
    )
    note: Text | None = Field(None, description="Remarks for colleagues; never printed.", examples=["paywalled"])

    _key: str = PrivateAttr("")

    @property
    def key(self) -> str:
        """Key of its reference."""
        return self._key

    def settled(self, key: str) -> "Source":
        """This source, told whose it is."""
        self._key = key
        return self
