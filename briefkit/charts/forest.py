"""A forest plot: what each study found, what they come to together, and what others found who pooled the same question.

Everything stands in a table first; the drawing (`forest_drawing`) only puts its rows to scale.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from briefkit.charts.drawing import Picture
from briefkit.charts.forest_drawing import Line, draw
from briefkit.charts.naming import free_name, in_row, sentence
from briefkit.charts.paper import too_tall
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import did_you_mean
from briefkit.records.study import Study
from briefkit.records.synthesis import Pooled, Synthesis
from briefkit.tables.fault import Fault
from briefkit.tables.notes import Notes, in_reading_order
from briefkit.tables.table import Cell, Column, Row, Table
from briefkit.tables.words import interval_words, plain
from briefkit.values import Number
from briefkit.values.write import full, short

HEADERS = {"RR": "Risk ratio", "OR": "Odds ratio", "RD": "Risk difference"}
ABSENT = Cell(text="", missing=False)
NOT_JUDGED = "not yet judged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One pooled result, found."""

    record: Synthesis
    key: str
    result: Pooled
    library: Library

    def figure(self, name: str) -> Figure | None:
        """One of its figures."""
        return self.library.figures.get(f"{self.record.id}.results.{self.key}.{name}")

    @property
    def estimate(self) -> Figure:
        """What the studies come to."""
        found = self.figure("estimate")
        assert found is not None, "looked up before"
        return found

    @property
    def outcome(self) -> str:
        """What is measured, in words."""
        known = self.library.vocabularies.outcomes.get(self.result.outcome)
        return self.result.label or (known.label if known else self.result.outcome)

    @property
    def better_is(self) -> str:
        """Which way is better: `better` for more, `worse` for less, `neutral`."""
        known = self.library.vocabularies.outcomes.get(self.result.outcome)
        return known.higher_is if known else "neutral"


TOO_MANY = "show `findings(...)` of this result instead, which has one line, or draw its groups as results of their own"


def build(
    library: Library, address: str, *, caption: str = "", taken: Collection[str] = ()
) -> tuple[Table | None, list[Fault]]:
    """The forest plot of a pooled result, or the fault that stands in its way; neither when the result is broken."""
    asked = _found(library, address)
    if not isinstance(asked, Asked):
        return None, [] if asked is None else [asked]
    notes = Notes()
    lines, rows = [], []
    for kind, cells, drawn in _rows(asked, notes):
        rows.append(Row(record=asked.record.id, cells=cells))
        lines.append(
            Line(
                kind=kind,
                name=cells[0].text,
                cells=tuple(cell.text for cell in cells[1:3]),
                figure=drawn,
                bias=cells[-1].text,
            )
        )
    for text in _method(asked):
        notes.number(text)
    columns, kept, texts = in_reading_order(_columns(asked), rows, tuple(notes.texts))
    said = caption or finding(asked)
    ratio = asked.result.measure != "RD"
    favours = _favours(asked)
    headings = tuple(column.header for column in columns)
    picture = Picture(
        wide=draw(lines, headings, favours, ratio=ratio, narrow=False),
        narrow=draw(lines, headings, favours, ratio=ratio, narrow=True),
        alt=f"{finding(asked)} Forest plot of {_listed(lines)}.",
    )
    if tall := too_tall(picture, TOO_MANY):
        return None, tall
    name = free_name(f"forest-{asked.record.id}-{asked.key}".replace("_", "-"), taken)
    return Table(name=name, caption=said, columns=columns, rows=kept, notes=texts, look="picture", picture=picture), []


def finding(asked: Asked) -> str:
    """What a forest plot shows, in a sentence made from its figures."""
    estimate, units = asked.estimate, asked.library.vocabularies.units
    interval = estimate.interval
    assert interval is not None, "an estimate that was pooled has one"
    subject = sentence(asked.outcome)
    measure = HEADERS[asked.result.measure or "RR"].lower()
    none = 0 if asked.result.measure == "RD" else 1
    says = (
        "no clear difference"
        if interval.low <= none <= interval.high
        else "more with the treatment"
        if interval.low > none
        else "fewer with the treatment"
    )
    bounds = interval_words(estimate, units, bare=False)
    sizes = [full(one, units) for name in ("studies", "participants") if (one := asked.figure(name)) is not None]
    return f"{subject}: {says} ({measure} {short(estimate, units)}, {bounds}; {', '.join(sizes)})."


def _found(library: Library, address: str) -> Asked | Fault | None:
    first, _, key = address.replace(".results.", ".").partition(".")
    record = library.record(first)
    if isinstance(record, Synthesis) and key in record.results and record.results[key].pools:
        asked = Asked(record=record, key=key, result=record.results[key], library=library)
        return asked if asked.figure("estimate") is not None else None
    if library.is_broken(address):
        return None
    known = sorted(
        f"{one.id}.{name}"
        for one in library.of_kind("synthesis")
        if isinstance(one, Synthesis)
        for name, result in one.results.items()
        if result.pools
    )
    other = f"there is `{known[0]}`" if known else "add `pools:` to a result of a synthesis record"
    message = f"`{address}` is no result that is pooled from studies here"
    return Fault(rule="table-record", message=message, help=did_you_mean(address, known, other), written=address)


def _columns(asked: Asked) -> list[Column]:
    header = HEADERS[asked.result.measure or "RR"]
    return [
        Column(key="study", header="Study"),
        Column(key="treated", header="Treated", align="right"),
        Column(key="control", header="Compared", align="right"),
        Column(key="estimate", header=f"{header} (95% interval)", align="right"),
        Column(key="weight", header="Weight", align="right"),
        Column(key="risk_of_bias", header="Risk of bias"),
    ]


Kind = Literal["study", "pooled", "prediction", "published"]


def _rows(asked: Asked, notes: Notes) -> Iterator[tuple[Kind, tuple[Cell, ...], Figure]]:
    """Every row: what it is, its cells, and the figure that is put to scale."""
    library = asked.library
    for study, entered in asked.result.pools.items():
        record, effect = library.record(study), asked.figure(f"effect.{study}")
        if effect is None:
            continue
        groups = [
            _cell(library.figure(name), library) if name else ABSENT for name in (entered.treated, entered.control)
        ]
        bias = _bias(record, entered.treated or entered.estimate or "")
        cells = (Cell(text=record.name if record else study), *groups, _estimate(effect, library))
        yield "study", (*cells, _cell(asked.figure(f"weight.{study}"), library), bias), effect
    together = Cell(text="All together" if len(asked.result.pools) > 1 else "Nothing was pooled")
    yield "pooled", (together, ABSENT, ABSENT, _estimate(asked.estimate, library), ABSENT, ABSENT), asked.estimate
    prediction = asked.figure("prediction")
    if prediction is not None:
        name = Cell(text="A further study, in 95 of 100")
        yield "prediction", (name, ABSENT, ABSENT, _cell(prediction, library), ABSENT, ABSENT), prediction
    for address, why in asked.result.beside.items():
        other = library.figure(address)
        if other is not None and isinstance(other.value, Number) and other.interval is not None:
            record = library.record(other.record)
            name = Cell(
                text=f"{record.name if record else other.record}, as published",
                notes=(
                    notes.number(f"{record.name if record else other.record} differs from ours: {why.rstrip('.')}."),
                ),
            )
            yield "published", (name, ABSENT, ABSENT, _estimate(other, library), ABSENT, ABSENT), other


def _bias(record: object, address: str) -> Cell:
    """The judged risk of bias of a study's result, in words."""
    parts = address.replace(".results.", ".").split(".")
    result = record.results.get(parts[1]) if isinstance(record, Study) and len(parts) > 1 else None
    judged = getattr(getattr(result, "risk_of_bias", None), "overall", None)
    return Cell(text=str(judged).replace("_", " ")) if judged else Cell(text=NOT_JUDGED, missing=True)


def _estimate(figure: Figure, library: Library) -> Cell:
    bounds = interval_words(figure, library.vocabularies.units, bare=True)
    return Cell(
        text=f"{short(figure, library.vocabularies.units)} ({bounds})" if bounds else plain(figure), figure=figure
    )


def _cell(figure: Figure | None, library: Library) -> Cell:
    return ABSENT if figure is None else Cell(text=short(figure, library.vocabularies.units), figure=figure)


def _method(asked: Asked) -> Iterator[str]:
    """What has to be said of the whole."""
    record, units = asked.record, asked.library.vocabularies.units
    if record.comparison:
        yield f"Treated against compared: {record.comparison}."
    derivation = asked.estimate.derivation
    spread = [
        f"{name} {short(one, units)}" for name, key in (("I2", "i2"), ("tau2", "tau2")) if (one := asked.figure(key))
    ]
    method = derivation.formula if derivation else ""
    yield ". ".join(part for part in (sentence(method), ", ".join(spread)) if part) + "."
    wald = asked.figure("estimate_wald")
    if wald is not None and wald.interval != asked.estimate.interval:
        yield f"With the usual (Wald) interval: {_estimate(wald, asked.library).text}."
    if all(cells[-1].missing for kind, cells, _ in _rows(asked, Notes()) if kind == "study"):
        yield f"Risk of bias of these results: {NOT_JUDGED} here."
    for study, why in record.left_out.items():
        other = asked.library.record(study)
        yield f"Left out: {other.name if other else study}, since {why}."


def _favours(asked: Asked) -> tuple[str, str]:
    """What the left and the right of the line of no difference mean."""
    sides = {
        "better": ("favours the other treatment", "favours the treatment"),
        "worse": ("favours the treatment", "favours the other treatment"),
    }
    return sides.get(asked.better_is, ("fewer with the treatment", "more with the treatment"))


def _listed(lines: list[Line]) -> str:
    return in_row([line.name for line in lines if line.kind == "study"])
