"""A comparison of costs: what each thing costs, on one scale, with what is in the sum and whose cost it is.

Only money of one currency and one price year stands on one scale; anything else is refused, with the way to convert it.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from briefkit.charts.amounts import Amount, Group, find, grouped, mixed
from briefkit.charts.costs_drawing import draw
from briefkit.charts.drawing import Picture
from briefkit.charts.naming import free_name, in_row, sentence
from briefkit.charts.paper import too_tall
from briefkit.library import Library
from briefkit.tables.fault import Fault
from briefkit.tables.measures import price_words, unit_words, when
from briefkit.tables.notes import Notes, in_reading_order
from briefkit.tables.table import Cell, Column, Row, Table
from briefkit.tables.words import assumed_words, calculation, interval_words
from briefkit.values.write import short

NOT_SAID = "not said"


def build(
    library: Library, *addresses: str, taken: Collection[str] = (), caption: str = ""
) -> tuple[Table | None, list[Fault]]:
    """The picture of these amounts, or the faults that stand in its way; neither when all that was asked for is broken."""
    amounts, faults = find(library, addresses)
    clash = mixed(amounts, library) if amounts and not faults else None
    if clash or faults or not amounts:
        return None, [*faults, *([clash] if clash else [])]
    groups = grouped(amounts)
    money = _money(amounts, library)
    picture = Picture(
        wide=draw(groups, library, money, narrow=False),
        narrow=draw(groups, library, money, narrow=True),
        alt=_alt(groups, library, money),
    )
    tall = too_tall(picture, "show the amounts in several pictures")
    if tall:
        return None, tall
    notes = Notes()
    heads = _columns(money, converted=any(amount.origin for amount in amounts))
    rows = [
        row
        for group in groups
        for amount in group.amounts
        for row in (_row(amount, group, library, notes, len(heads)), *_otherwise(amount, group, library, len(heads)))
    ]
    columns, lines, texts = in_reading_order(heads, rows, tuple(notes.texts))
    return Table(
        name=free_name("costs-compared", taken),
        caption=caption or finding(groups),
        columns=columns,
        rows=lines,
        notes=texts,
        grouped_by="Counted by",
        look="picture",
        picture=picture,
    ), []


def finding(groups: Sequence[Group]) -> str:
    """What the picture shows, in a sentence; where the amounts are not alike, that they are not."""
    if len(groups) > 1 or not groups[0].like:
        return "These sums count different things: see under each what is in it before comparing them"
    amounts = groups[0].amounts
    first, last = amounts[0], amounts[-1]
    if len(amounts) == 1:
        return sentence(_named(first, amounts))
    if first.ends[0] <= last.ends[1]:
        return f"{sentence(_named(first, amounts))} and {_named(last, amounts)}: their ranges overlap"
    if len(amounts) == 2:
        return f"{sentence(_named(first, amounts))} comes to more than {_named(last, amounts)}"
    return (
        f"Of these sums, the highest is that for {_named(first, amounts)}, the lowest that for {_named(last, amounts)}"
    )


def _named(amount: Amount, amounts: Sequence[Amount]) -> str:
    """What costs this, with the record where that is needed to tell it from others."""
    alone = sum(other.label == amount.label for other in amounts) == 1
    return amount.label if alone else f"{amount.label} ({amount.whose})"


def _money(amounts: Sequence[Amount], library: Library) -> str:
    """The money of the scale in words: `£, 2023 prices`."""
    first = amounts[0].figure
    prices = price_words(first)
    return ", ".join(part for part in (unit_words(first.unit, library.vocabularies.units), prices) if part)


def _columns(money: str, *, converted: bool) -> list[Column]:
    heads = ("What", "Amount", "In it", "Whose costs", "From", *(("Before it was converted",) if converted else ()))
    return [Column(key=head, header=head, unit=money if head == "Amount" else "") for head in heads]


def _row(amount: Amount, group: Group, library: Library, notes: Notes, columns: int) -> Row:
    figure = amount.figure
    derivation = figure.derivation
    said = ["" if amount.origin else assumed_words(figure)]
    if derivation is not None:
        # What was converted stands beside the amount, so that one note serves all that were converted alike.
        worked = calculation(derivation.formula, derivation.assumes, derivation.method)
        said.append(derivation.method if amount.origin else worked)
    cell = Cell(text=in_full(amount, library), figure=figure, notes=tuple(notes.number(text) for text in said if text))
    words = [amount.covers or NOT_SAID, amount.perspective or NOT_SAID, amount.whose or sentence(amount.label)]
    words += [amount.origin] if columns > len(words) + 2 else []
    cells = (Cell(text=sentence(amount.label)), cell, *(Cell(text=text, missing=text == NOT_SAID) for text in words))
    return Row(record=figure.record, cells=cells, group=group.heading)


def _otherwise(amount: Amount, group: Group, library: Library, columns: int) -> Iterator[Row]:
    """A row for each year that the prices of an amount might be of instead, where their year is assumed."""
    figure = amount.figure
    for other in figure.derivation.otherwise if figure.derivation and amount.origin else ():
        view = replace(figure, value=other.value, interval=None)
        text = f"{sentence(amount.label)}, were it in prices of {other.year}"
        cell = Cell(text=short(view, library.vocabularies.units), figure=figure, shown=view)
        rest = (Cell(text="as above"),) * (columns - 2)
        yield Row(record=figure.record, cells=(Cell(text=text), cell, *rest), group=group.heading)


def in_full(amount: Amount, library: Library) -> str:
    """An amount with its interval and the year that it was counted in."""
    units = library.vocabularies.units
    beside = [interval_words(amount.figure, units, bare=False), when(amount.figure)]
    said = "; ".join(part for part in beside if part)
    return f"{short(amount.figure, units)} ({said})" if said else short(amount.figure, units)


def _alt(groups: Sequence[Group], library: Library, money: str) -> str:
    """The finding and then every amount, in the order of the picture."""
    return f"{finding(groups)}. Amounts on one scale ({money}). {' '.join(_told(groups, library))}"


def _told(groups: Sequence[Group], library: Library) -> Iterator[str]:
    for group in groups:
        amounts = [
            f"{sentence(_named(one, group.amounts))} {in_full(one, library)}{f', converted from {one.origin}' if one.origin else ''}"
            for one in group.amounts
        ]
        yield f"{group.heading}: {in_row(amounts)}."
