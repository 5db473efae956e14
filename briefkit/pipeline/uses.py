"""Where something of the base is used: in briefs, in tables, in derived figures, in other records.

It is told from what was read: records with their places, briefs with their figures and citations. What rests on a derived
figure rests on its inputs too, however far down.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from briefkit.brief import Brief
from briefkit.library import Library
from briefkit.pipeline.why import worded
from briefkit.problems import Where
from briefkit.reader import Query
from briefkit.records.anatomy import reach
from briefkit.records.record import Record
from briefkit.yamlfile import Node

Kind = Literal["sentence", "table", "derived figure", "figure", "record", "query"]
FIGURE_FIELDS = {"cite": "reference", "via": "reference", "conflicts_with": "address"}
"""Parts of a figure that name something."""
ADDRESSES = frozenset({"address", "record", "study", "programme", "subject"})
"""What fields name whose text is the id of a record or an address in one."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Use:
    """One place that uses what was asked for."""

    where: Where
    kind: Kind
    """What uses it."""
    user: str
    """Who: an address, a record's id, a table's name; of a sentence, the brief."""
    words: str = ""
    """The sentence, the field, the formula."""
    through: str = ""
    """Address of the derived figure through which it is used; empty when it is used itself."""
    figure: str = ""
    """Address of the figure that a sentence shows; empty where it shows none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What is looked for: everything of that name."""

    name: str
    kinds: tuple[str, ...]
    """What it is: `reference`, `record`, `figure`, `part of a record`, `outcome`..."""
    figures: Mapping[str, str]
    """Full address of each figure that rests on it, itself included, to the derived figure through which; empty for
    those meant themselves."""


def sought(name: str, library: Library) -> Sought | None:
    """What a name stands for; None when for nothing."""
    today = library.short_address(name)
    words = library.vocabularies
    known = {
        "reference": name in library.references,
        "record": "." not in today and library.record(today) is not None,
        "figure": library.figure(name) is not None,
        "part of a record": "." in today and bool(library.keys_under(name)),
        "outcome": name in words.outcomes,
        "intervention": name in words.interventions,
        "holder": name in words.holders,
    }
    kinds = tuple(kind for kind, there in known.items() if there)
    if not kinds:
        return None
    meant = {address: "" for address in library.figures if _within(library.short_address(address), today)}
    return Sought(name=name, kinds=kinds, figures=_dependants(meant, library))


def _within(address: str, start: str) -> bool:
    """Whether a short address is that one, or lies below it."""
    return address == start or address.startswith(f"{start}.")


def _dependants(meant: dict[str, str], library: Library) -> dict[str, str]:
    """The figures and those derived from them, each with the derived figure through which it is reached."""
    found = dict(meant)
    grown = True
    while grown:
        grown = False
        for address, figure in library.figures.items():
            inputs = figure.derivation.inputs if figure.derivation and address not in found else ()
            if any(one in found for one in inputs):
                found[address], grown = address, True
    return found


def uses(what: Sought, library: Library, briefs: Sequence[Brief]) -> list[Use]:
    """Every use, by place; the record or the entry that is the thing itself does not use itself."""
    found = {*_by_figures(what, library), *_by_fields(what, library)}
    for brief in briefs:
        found |= {
            *_by_sentences(what, library, brief),
            *_by_tables(what, brief),
            *_by_own_figures(what, brief, library),
        }
    return sorted(found)


def queries(
    what: Sought, library: Library, found: Iterable[Use], briefs: Iterable[tuple[Brief, tuple[Query, ...]]]
) -> list[Use]:
    """The briefs that only ask about a record, as a table does that picks its rows by a field: another answer may change
    them, although they show nothing of it now. `found` are the uses that are known.
    """
    told = {use.user.partition("/")[0] for use in found}
    name = library.short_address(what.name)
    record = library.records.get(name)
    more = []
    for brief, asked in briefs:
        about = [query for query in asked if _is_about(query, name, record)]
        if about and brief.slug not in told:
            words = f"asks for {', '.join(dict.fromkeys(map(worded, about)))}"
            more.append(Use(where=Where(brief.file, 0), kind="query", user=brief.slug, words=words))
    return sorted(more)


def _is_about(query: Query, name: str, record: Record | None) -> bool:
    """Whether its answer may be another when this record is."""
    chosen_from = record is not None and query[0] == "chosen" and query[1] == record.kind and bool(query[2])
    return chosen_from or (query[0] == "field" and query[1] == name)


def _by_figures(what: Sought, library: Library) -> Iterator[Use]:
    """Derived figures, and figures that cite a reference."""
    for figure in library.figures.values():
        derivation = figure.derivation
        named = [one for one in derivation.inputs if one in what.figures] if derivation else []
        if derivation and named:
            through = min(what.figures[one] for one in named)
            yield Use(
                where=figure.where,
                kind="derived figure",
                user=library.short_address(figure.address),
                words=derivation.formula,
                through=library.short_address(through) if through else "",
            )
        elif derivation is None and what.name in (*figure.cite, figure.via):
            words = f'"{figure.quote.exact}"' if figure.quote else ""
            yield Use(where=figure.where, kind="figure", user=library.short_address(figure.address), words=words)


def _by_fields(what: Sought, library: Library) -> Iterator[Use]:
    """Fields of records that name it: a study's outcome, an argument's evidence, a cost's programme, a conflict."""
    for record in library.records.values():
        for path, node in _texts(record.node):
            names = _names(type(record), path)
            if names and _meant(what, node.text, names, library, record.id):
                steps = ".".join(step for step in path if not step.isdigit())
                yield Use(where=node.where, kind="record", user=record.id, words=f"{steps}: {node.text}")


def _names(kind: type[Record], path: tuple[str, ...]) -> str:
    """What the text at a path of a record names; a figure's citation is told with its figure."""
    steps = tuple(step for step in path if not step.isdigit())
    part = reach(kind, steps)[1]
    if part is not None and part.holds.what == "figure":
        return FIGURE_FIELDS.get(steps[-1], "") if steps[-1] == "conflicts_with" else ""
    inherited = part is not None and part.key in ("cite", "via")
    return "" if part is None or inherited else part.holds.names


def _meant(what: Sought, text: str, names: str, library: Library, owner: str) -> bool:
    """Whether a text of a field names what is looked for."""
    if names not in ADDRESSES:
        return text == what.name and names in what.kinds
    same = _within(library.short_address(text), library.short_address(what.name))
    inside = library.short_address(what.name).partition(".")[0] == owner
    return (same and not (inside and "record" in what.kinds)) or (names == "subject" and text == what.name)


def _texts(node: Node, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Node]]:
    """Every text of a file, with the way to it."""
    if node.kind == "text":
        yield path, node
    for number, item in enumerate(node.items):
        yield from _texts(item, (*path, str(number)))
    for key, pair in node.pairs.items():
        yield from _texts(pair.value, (*path, key))


def _by_sentences(what: Sought, library: Library, brief: Brief) -> Iterator[Use]:
    """Sentences that show a figure, or cite a reference; comparison tables are told as tables."""
    tables = {table.where for table in brief.tables}
    for claim in (claim for claim in brief.claims if claim.where not in tables):
        for use in claim.figures:
            if use.figure.address in what.figures:
                through = what.figures[use.figure.address]
                short = library.short_address(through) if through else ""
                figure = library.short_address(use.figure.address)
                yield Use(
                    where=use.where, kind="sentence", user=brief.slug, words=claim.text, through=short, figure=figure
                )
        for citation in claim.citations:
            if citation.key == what.name:
                where = citation.where if citation.where.file else claim.where
                yield Use(where=where, kind="sentence", user=brief.slug, words=claim.text)


def _by_tables(what: Sought, brief: Brief) -> Iterator[Use]:
    """Tables with a row or a cell of it: one use a table, however many cells."""
    for table in brief.tables:
        rows = [row.record for row in table.rows if row.record == what.name]
        shown = [one.address for one in table.figures if one.address in what.figures or what.name in one.cite]
        if rows or shown:
            yield Use(where=table.where, kind="table", user=f"{brief.slug}/{table.name}", words=table.caption)


def _by_own_figures(what: Sought, brief: Brief, library: Library) -> Iterator[Use]:
    """A brief's own figures that are worked out from it."""
    for figure in brief.figures.values():
        derivation = figure.derivation
        named = [one for one in derivation.inputs if one in what.figures] if derivation else []
        if derivation and named:
            user = library.short_address(figure.address)
            yield Use(where=figure.where, kind="derived figure", user=user, words=derivation.formula)
