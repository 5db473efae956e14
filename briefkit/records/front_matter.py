"""The fields between the `---` lines at the top of a brief: what it is called, who wrote it when, and what it needs."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema

from briefkit.problems import Problem
from briefkit.records.entry import Entry, refuse
from briefkit.records.figures import AnyFigure
from briefkit.records.known import Known
from briefkit.records.read import read
from briefkit.records.texts import Key, RecordDate, Shaped, Text, one_or_more
from briefkit.values.units import UnitNames
from briefkit.yamlfile import Node, Pair


def _count(value: object) -> int:
    """A whole number from 0 to 20, from the text that was written."""
    if isinstance(value, int):
        return value
    if isinstance(value, str) and value.isascii() and value.isdigit() and int(value[:9]) <= 20:
        return int(value)
    return refuse("value-invalid", f"`{value}` is not a number of signatures", "write a whole number from 0 to 20")


Names = Annotated[tuple[Text, ...], BeforeValidator(one_or_more, json_schema_input_type=str | list[str])]
Kind = Annotated[
    str, Shaped(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", "a kind of brief", "write small letters, digits and hyphens")
]
Count = Annotated[int, PlainValidator(_count), WithJsonSchema({"type": ["integer", "string"]})]
Language = Annotated[
    str, Shaped(r"[a-z]{2,3}(-[A-Z]{2})?", "a language", "write `en-GB`, or another language as `de` or `de-CH`")
]


def _citation_style(value: object) -> str:
    """The name of a style; whether there is one of that name is seen when a page is painted."""
    if isinstance(value, str) and (value in _HOUSE_STYLES or re.fullmatch(r"csl:[\w./-]+", value)):
        return value
    way = "write `numeric`, `author-date`, or a style of the Citation Style Language, as in `csl:apa`"
    return refuse("unknown-choice", f"`{value}` is not one of the choices for `citation_style`", way)


_HOUSE_STYLES = ("numeric", "author-date")
CitationStyle = Annotated[
    str,
    PlainValidator(_citation_style),
    WithJsonSchema({"anyOf": [{"enum": list(_HOUSE_STYLES)}, {"type": "string", "pattern": r"^csl:[\w./-]+$"}]}),
]


class FrontMatter(Entry):
    """What stands at the top of `briefs/<slug>.md`."""

    noun: ClassVar[str] = "the front matter of a brief"
    hints: ClassVar[Mapping[str, str]] = {
        "author": "write `authors:`, also for one",
        "style": "write `citation_style: numeric`, `citation_style: author-date` or, as in `citation_style: csl:apa`, any other",
        "toc": "write `contents: yes`, `no` or `auto`",
        "language": "write `lang:`",
        "subtitle": "write `question:`, or leave it out",
        "summary": "write `answer:`: the answer in one sentence",
        "template": "write `kind:`: the name of the page's template",
    }

    title: Text = Field(
        min_length=1,
        description="What stands at the head of the page; bound words and `{{ }}` may stand in it.",
        examples=["Should schools give free breakfasts?"],
    )
    question: Text | None = Field(
        None,
        description="The question that it answers, in one sentence.",
        examples=["Do free breakfasts raise attendance?"],
    )
    answer: Text | None = Field(
        None,
        description="The answer in one sentence; it cites what it says.",
        examples=["In one trial they did, a little."],
    )
    date: RecordDate = Field(description="Date of this version.", examples=["2026-03-01"])
    version: Text | None = Field(None, description="Number or name of this version.", examples=["1.0"])
    authors: Names = Field(
        min_length=1, description="Who wrote it: a name, or a list of names.", examples=[["Jane Doe"]]
    )
    kind: Kind = Field(
        "brief", description="Kind of brief: the page template of that name in `templates/kinds/`.", examples=["brief"]
    )
    series: Text | None = Field(None, description="The series that it belongs to.", examples=["School meals"])
    citation_style: CitationStyle = Field(
        "numeric",
        description="`[3]`, or `(Doe, 2020)`, or any style of the Citation Style Language: by name (`csl:apa`), or by a file of the project (`csl:templates/styles/our.csl`).",
        examples=["numeric"],
    )
    lang: Language = Field("en-GB", description="Language of the text.", examples=["en-GB"])
    contents: Literal["auto", "yes", "no"] = Field(
        "auto",
        description="Whether a table of contents is printed; `auto` prints it in long briefs.",
        examples=["auto"],
    )
    parameters: Mapping[Key, Text] = Field(
        default_factory=dict,
        description="What differs between editions, each with its default: words, a number, or the address of a figure; `--set name=value` gives another.",
        examples=[{"area": "Durham", "cost": "leeds.running_cost"}],
    )
    figures: Mapping[Key, AnyFigure] = Field(
        default_factory=dict,
        description="Figures of this brief's own, most of them derived from figures of the base.",
        examples=[{"cost_per_place": {"formula": "leeds.running_cost / leeds.places_planned", "round": "0"}}],
    )
    signatures: Count = Field(
        0, description="How many reviewers must sign its claims before it is published.", examples=["2"]
    )
    subject: Text | None = Field(None, description="Subject, for the document's properties.", examples=["School meals"])
    keywords: Names = Field(
        (), description="Keywords, for the document's properties.", examples=[["schools", "breakfast"]]
    )


_STAND_INS = {"title": "Untitled", "date": "1970-01-01", "authors": "not given"}
"""What a draft shows for a field that could not be read."""


def read_front_matter(node: Node, known: Known, units: UnitNames) -> tuple[FrontMatter, list[Problem]]:
    """The front matter that a tree describes, without what cannot be read of it, and what is wrong with that."""
    whole, problems = read(FrontMatter, node, known, units)
    if whole is not None:
        return whole, []
    kept: dict[str, Pair] = {}
    for key, pair in node.pairs.items():
        if key in FrontMatter.model_fields:
            part = _readable(key, pair, known, units)
            kept |= {key: part} if part else {}
    rest, _ = read(FrontMatter, _filled(kept, node), known, units)
    assert rest is not None, "each of its fields can be read"
    return rest, problems


def _readable(key: str, pair: Pair, known: Known, units: UnitNames) -> Pair | None:
    """A field when it can be read by itself; of figures and parameters those that can."""
    if read(FrontMatter, _filled({key: pair}, pair.value), known, units)[0] is not None:
        return pair
    if key not in ("figures", "parameters") or pair.value.kind != "map":
        return None
    inside = {}
    for name, inner in pair.value.pairs.items():
        alone = replace(pair, value=replace(pair.value, pairs={name: inner}))
        if read(FrontMatter, _filled({key: alone}, pair.value), known, units)[0] is not None:
            inside[name] = inner
    return replace(pair, value=replace(pair.value, pairs=inside))


def _filled(pairs: Mapping[str, Pair], node: Node) -> Node:
    """A tree of these fields, with something in the place of those that every brief has."""
    stand_ins = {key: Pair(node.mark, Node("text", node.mark, text)) for key, text in _STAND_INS.items()}
    return Node("map", node.mark, pairs=stand_ins | dict(pairs))
