"""Risk of bias of results, study by study and domain by domain: in shapes, letters and words, never in colour alone."""

from collections.abc import Collection, Iterator

from briefkit.library import Library
from briefkit.records.certainty import NOT_JUDGED
from briefkit.records.risk_of_bias import DOMAINS, BiasDomain, BiasJudgement
from briefkit.records.study import Result, Study
from briefkit.tables.asked import Asked, free_name, of_studies
from briefkit.tables.fault import Fault
from briefkit.tables.notes import Notes, in_reading_order
from briefkit.tables.table import Cell, Column, Row, Table
from briefkit.tables.words import quoted
from briefkit.values.write import date_text, full

UNJUDGED = Cell(text=NOT_JUDGED, missing=True, mark="bias-none")
_TRIAL = "randomised controlled trial"


def build(
    library: Library, *addresses: str, caption: str = "", taken: Collection[str] = ()
) -> tuple[Table | None, list[Fault]]:
    """The risk of bias of these results, or what stands in its way; neither where one of them is broken."""
    found = of_studies(library, addresses)
    asked = [one for one in found if isinstance(one, Asked)]
    if len(asked) < len(addresses):
        return None, [one for one in found if isinstance(one, Fault)]
    tools = [_tool(one) for one in asked]
    other = next((number for number, tool in enumerate(tools) if tool != tools[0]), None)
    if other is not None:
        return None, [_two_tools(addresses[other], tools[0], tools[other])]
    notes = Notes()
    rows = [Row(record=one.record.id, cells=tuple(_cells(one, tools[0], notes))) for one in asked]
    columns, kept, texts = in_reading_order(_columns(tools[0], rows), rows, tuple(notes.texts))
    if len(columns) < len(rows[0].cells):
        kept = tuple(Row(record=row.record, cells=row.cells[: len(columns)]) for row in kept)
    name = free_name(f"bias-{asked[0].record.id}", taken)
    caption = caption or f"Risk of bias ({tools[0]})"
    return Table(name=name, caption=caption, columns=columns, rows=kept, notes=texts, look="traffic_light"), []


def _tool(asked: Asked[Result]) -> str:
    """The tool that a result was judged with, or that its study would be."""
    if asked.result.risk_of_bias is not None:
        return asked.result.risk_of_bias.tool
    return "RoB 2" if isinstance(asked.record, Study) and asked.record.design == _TRIAL else "ROBINS-I"


def _two_tools(address: str, first: str, other: str) -> Fault:
    message = f"`{address}` goes by {other}, and the first result by {first}: their domains are not the same"
    return Fault(rule="bias-tool", message=message, help="give each tool a table of its own", written=address)


def _columns(tool: str, rows: list[Row]) -> list[Column]:
    """Study, domains and overall; what others rated only where something was seen."""
    domains = [Column(key=name, header=words[:1].upper() + words[1:]) for name, words in DOMAINS[tool].items()]
    columns = [Column(key="result", header="Result"), *domains, Column(key="overall", header="Overall")]
    rated = any(row.cells[-1].parts for row in rows)
    return [*columns, Column(key="rated", header="Rated by others")] if rated else columns


def _cells(asked: Asked[Result], tool: str, notes: Notes) -> Iterator[Cell]:
    when = f", {asked.result.follow_up}" if asked.result.follow_up else ""
    what = f"{asked.outcome[:1].upper()}{asked.outcome[1:]}{when}"
    yield Cell(text=f"{asked.record.name}: {what}", parts=(Cell(text=asked.record.name), Cell(text=what)))
    judged = asked.result.risk_of_bias
    for name, words in DOMAINS[tool].items():
        domain = judged.domains.get(name) if judged is not None else None
        yield UNJUDGED if domain is None else _domain(asked, name, words, domain, notes)
    yield UNJUDGED if judged is None else _overall(asked, judged, notes)
    ratings = asked.rated()
    yield Cell(text="; ".join(f"{one.lead}: {one.text}" for one in ratings), parts=ratings)


def _domain(asked: Asked[Result], name: str, words: str, domain: BiasDomain, notes: Notes) -> Cell:
    """One judgement, with its reason as a note and the source's words where it rests on some."""
    why = notes.number(f"{asked.record.name}, {words}: {domain.because.rstrip('.')}.")
    cell = Cell(text=domain.judgement.replace("_", " "), mark=f"bias-{domain.judgement}", notes=(why,))
    seen = asked.figure(f"risk_of_bias.domains.{name}.seen")
    if seen is None:
        return cell
    said = quoted(seen) or full(seen, asked.library.vocabularies.units)
    return Cell(text=f"{cell.text}; {said}", parts=(cell, Cell(text=said, figure=seen)))


def _overall(asked: Asked[Result], judged: BiasJudgement, notes: Notes) -> Cell:
    holders = asked.library.vocabularies.holders
    names = " and ".join(holders[one].name if one in holders else one for one in judged.judged_by)
    numbers = [notes.number(f"{asked.record.name}: judged by {names} on {date_text(judged.on)}.")]
    if judged.overall_because and judged.overall != judged.comes_to:
        numbers.append(notes.number(f"{asked.record.name}, overall: {judged.overall_because.rstrip('.')}."))
    return Cell(text=judged.overall.replace("_", " "), mark=f"bias-{judged.overall}", notes=tuple(numbers))
