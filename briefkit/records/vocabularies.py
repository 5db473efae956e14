"""The words that records share: outcomes, interventions, units, names that hold digits, and holders of positions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from pydantic import Field

from briefkit.records.entry import Entry
from briefkit.records.texts import Outcome as OutcomeId
from briefkit.records.texts import RecordDate, Text
from briefkit.values.units import BUILT_IN, UnitNames


class Outcome(Entry):
    """Something that studies measure."""

    noun: ClassVar[str] = "an outcome"

    label: Text = Field(description="Its name, as a reader should see it.", examples=["school attendance"])
    definition: Text | None = Field(
        None, description="What it means.", examples=["present on at least nine days of ten"]
    )
    higher_is: Literal["better", "worse", "neutral"] = Field(
        description="Whether more of it is better or worse for people.", examples=["better"]
    )
    surrogate_for: tuple[OutcomeId, ...] = Field(
        (), description="Ids of the outcomes that it only stands in for.", examples=[["marks"]]
    )


class Intervention(Entry):
    """Something that is done for people."""

    noun: ClassVar[str] = "an intervention"

    label: Text = Field(description="Its name, as a reader should see it.", examples=["free school breakfast"])
    short: Text | None = Field(None, description="Its abbreviation, for tables.", examples=["SB"])
    definition: Text | None = Field(None, description="What it means.", examples=["a free meal before lessons"])


class UnitName(Entry):
    """A unit of this base, besides those built in."""

    noun: ClassVar[str] = "a unit"

    one: Text = Field(description="Its singular.", examples=["canteen"])
    many: Text = Field(description="Its plural.", examples=["canteens"])


class Name(Entry):
    """A name that contains digits or number words, which pages may print as it stands."""

    noun: ClassVar[str] = "a name"

    text: Text = Field(description="The name, exactly as briefs write it.", examples=["Key Stage 2"])
    note: Text | None = Field(None, description="What it is, for colleagues.", examples=["school years 3 to 6"])


class Terms(Entry):
    """The parts of `evidence/terms.yaml`; the loader reads them entry by entry, schemas are made from here."""

    noun: ClassVar[str] = "`terms.yaml`"

    interventions: Mapping[str, Intervention] = Field(
        default_factory=dict,
        description="What is done for people, by id.",
        examples=[{"school_breakfast": {"label": "…"}}],
    )
    units: Mapping[str, UnitName] = Field(
        default_factory=dict,
        description="Units besides those built in, by id.",
        examples=[{"canteen": {"one": "canteen"}}],
    )
    names: Mapping[str, Name] = Field(
        default_factory=dict,
        description="Names that hold digits or number words and are no figures, by id.",
        examples=[{"key_stage_2": {"text": "Key Stage 2"}}],
    )


class Office(Entry):
    """An office, and when somebody held it."""

    noun: ClassVar[str] = "an office"

    office: Text = Field(description="What it is called.", examples=["Mayor"])
    of: Text | None = Field(None, description="Of what.", examples=["York"])
    start: RecordDate | None = Field(None, alias="from", description="When it began.", examples=["2012-11-22"])
    end: RecordDate | None = Field(
        None, alias="to", description="When it ended; left out while it lasts.", examples=["2019-12-17"]
    )


class Holder(Entry):
    """A person or body that takes positions."""

    noun: ClassVar[str] = "a holder"

    name: Text = Field(description="Full name, as a reader should see it.", examples=["Jane Doe"])
    kind: Literal["person", "body"] = Field(description="A person, or a body such as a council.", examples=["person"])
    offices: tuple[Office, ...] = Field(
        (), description="The offices of a person, with their dates.", examples=[[{"office": "Mayor"}]]
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabularies:
    """All of them, each by id."""

    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    interventions: Mapping[str, Intervention] = field(default_factory=dict)
    units: UnitNames = BUILT_IN
    """The built-in units and those of this base."""
    names: Mapping[str, Name] = field(default_factory=dict)
    holders: Mapping[str, Holder] = field(default_factory=dict)
