"""The amounts of a comparison of costs: found, checked to be of one money, and put in groups that are counted alike."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefkit.charts.naming import in_row, sentence
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.reader_words import humanised
from briefkit.records.cost import Cost
from briefkit.tables.fault import Fault
from briefkit.tables.settle import is_money
from briefkit.values import Missing, Number, Range
from briefkit.values.line_writer import per_words
from briefkit.values.write import price_note, short

OURS = "Our calculation"
MOST = 30
"""Amounts in one picture."""
_CONVERTED = re.compile(r"in_money\([^()]*\)")
_WHOM_AND_TIME = re.compile(r"(.+?) (?:per|for) (.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """One amount to be drawn."""

    figure: Figure
    label: str
    """What costs this, in the letters of its record."""
    whose: str
    """The record it is from; empty where that is what costs this."""
    covers: str
    """What is in it; empty when no record says."""
    perspective: str
    """Whose costs are counted, in words; empty when no record says."""
    origin: str = ""
    """Of a converted amount, what it was in the source."""

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        """The lowest and the highest value that it shows, its interval included."""
        value, interval = self.figure.value, self.figure.interval
        if isinstance(value, Range):
            return value.low.value, value.high.value
        assert isinstance(value, Number), "checked when it was found"
        if interval is None:
            return value.value, value.value
        return min(interval.low, value.value), max(interval.high, value.value)

    @property
    def middle(self) -> Decimal:
        """Where its dot stands: of a range, the middle."""
        value = self.figure.value
        return value.value if isinstance(value, Number) else sum(self.ends, Decimal(0)) / 2

    @property
    def time(self) -> str:
        """Over what time it is counted: `year`, `26 weeks`; empty for an amount by itself or by the head alone."""
        split = _WHOM_AND_TIME.fullmatch(self.figure.per or "")
        return split[2] if split else ""

    @property
    def counted(self) -> str:
        """What it is counted by, in words."""
        return per_words(self.figure.per) if self.figure.per else "in all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Amounts that are counted by the same, from the same side."""

    heading: str
    amounts: tuple[Amount, ...]
    """From the highest to the lowest."""

    @property
    def like(self) -> bool:
        """Whether their records say that all of them cover the same."""
        return len(self.amounts) == 1 or (
            len({one.covers for one in self.amounts}) == 1 and self.amounts[0].covers != ""
        )


def find(library: Library, addresses: Sequence[str]) -> tuple[list[Amount], list[Fault]]:
    """The amounts at these addresses; a cost record's id stands for all that it has of its own."""
    found: dict[str, Amount] = {}
    faults = []
    for address in addresses:
        figures = list(_figures(library, address))
        if not figures and not library.is_broken(address):
            faults.append(_unknown(library, address))
        for figure in figures:
            fault = _not_drawn(library, figure, address)
            if fault:
                faults.append(fault)
            else:
                found.setdefault(figure.address, _amount(library, figure))
    if len(found) > MOST:
        message = f"a picture holds {MOST} amounts at most, and these are {len(found)}"
        faults.append(Fault(rule="table-argument", message=message, help="show them in several pictures"))
    return list(found.values()), faults


def _figures(library: Library, address: str) -> Iterator[Figure]:
    figure, record = library.figure(address), library.record(address)
    if figure is not None:
        yield figure
    elif isinstance(record, Cost):
        for short in library.shorts(record.id):
            one = library.figure(short)
            if one is not None and _own(one):
                yield one


def _unknown(library: Library, address: str) -> Fault:
    record = library.record(address)
    if record is not None:
        message = f"`{address}` is not a cost but a {record.kind.replace('_', ' ')}"
        way = "give the address of an amount of money, or the id of a cost"
    else:
        message = f"there is no amount `{address}`"
        way = library.suggest(address) or "`python build.py list costs` prints the amounts of all costs"
    return Fault(rule="table-record", message=message, help=way, written=address)


def _not_drawn(library: Library, figure: Figure, written: str) -> Fault | None:
    """Why a figure cannot be put to scale among amounts of money; None when it can."""
    short = library.short_address(figure.address)
    if isinstance(figure.value, Missing) or not isinstance(figure.value, Number | Range):
        message = f"`{short}` has no number to draw"
    elif not is_money(figure.unit):
        message = f"`{short}` is no amount of money"
    else:
        return None
    return Fault(rule="table-record", message=message, help="leave it out", written=written)


def _amount(library: Library, figure: Figure) -> Amount:
    cost = _cost(library, figure)
    record = library.record(figure.record)
    arm = figure.address.split(".")[-2:-1]
    label = library.field(figure.record, f"arms.{arm[0]}.label") if arm and ".arms." in figure.address else None
    unnamed = record is not None and figure.address == f"{record.id}.amount" and figure.label == humanised("amount")
    shown = str(label or (record.name if record is not None and unnamed else figure.label))
    whose = cost.name if cost else record.name if record else OURS
    converted = _converted_from(library, figure)
    return Amount(
        figure=figure,
        label=shown,
        whose="" if whose.casefold() in shown.casefold() else whose,
        origin=f"{short(converted)} ({price_note(converted)})" if converted else "",
        covers=cost.covers.rstrip(".") if cost and _whole(library, figure) else "",
        perspective="" if cost is None else cost.perspective.replace("_", " "),
    )


def _cost(library: Library, figure: Figure) -> Cost | None:
    """The cost that says what an amount covers: its own record, or the only one that it was worked out from."""
    own = library.record(figure.record)
    if isinstance(own, Cost):
        return own
    inputs = figure.derivation.inputs if figure.derivation else ()
    records = [library.record(address.partition(".")[0]) for address in inputs]
    costs = {record.id: record for record in records if isinstance(record, Cost)}
    return next(iter(costs.values())) if len(costs) == 1 else None


def _whole(library: Library, figure: Figure) -> bool:
    """Whether a figure is what a cost record is about, or that converted: only then its `covers` speaks of it."""
    source = figure if figure.derivation is None else _converted_from(library, figure)
    return source is not None and _own(source)


def _converted_from(library: Library, figure: Figure) -> Figure | None:
    """The amount that a figure is in other money; None for a figure that is anything else."""
    derivation = figure.derivation
    if derivation is None or not _CONVERTED.fullmatch(derivation.formula) or len(derivation.inputs) != 1:
        return None
    return library.figure(derivation.inputs[0])


def _own(figure: Figure) -> bool:
    return figure.address.split(".")[1] in ("amount", "arms")


def mixed(amounts: Sequence[Amount], library: Library) -> Fault | None:
    """The fault for amounts that are not all of one currency and one price year; None when they are."""
    money = _by(amounts, (str(amount.figure.unit) for amount in amounts), library)
    if len(money) > 1:
        return _refused(f"these amounts are {_counted(money)}", _way(amounts, library))
    years = _by(amounts, (_price_year(amount.figure) for amount in amounts), library)
    if len(years) > 1:
        named = {f"prices of {year}" if year else "prices of no stated year": where for year, where in years.items()}
        return _refused(f"these amounts are {_counted(named)}", _way(amounts, library))
    if "" in years and len({amount.figure.cite for amount in amounts}) > 1:
        message = "these amounts come from several sources, and no price year is reported"
        return _refused(message, "show them in a table, which compares nothing")
    return None


def _way(amounts: Sequence[Amount], library: Library) -> str:
    """How to bring the amounts to one money: that of most of them."""
    kinds = Counter((str(one.figure.unit), _price_year(one.figure)) for one in amounts)
    dated = [kind for kind in sorted(kinds, key=lambda kind: (-kinds[kind], kind)) if kind[1]]
    other = sorted(
        library.short_address(one.figure.address)
        for one in amounts
        if _price_year(one.figure) and (str(one.figure.unit), _price_year(one.figure)) != dated[0]
    )
    undated = "leave out what has no price year, which nobody can convert" if len(dated) < len(kinds) else ""
    money = ", ".join([*dated[0], *_euro_country(amounts, dated[0], library)]) if other else ""
    example = f'`formula: "in_money({other[0]}, {money})"`' if other else ""
    convert = f"convert what differs, each by a figure of its own: {example}" if other else ""
    return "; ".join(part for part in (undated, convert) if part)


def _euro_country(amounts: Sequence[Amount], kind: tuple[str, str], library: Library) -> list[str]:
    """The country whose euros are meant, which has to be said of them: that of the first such amount."""
    named = (
        library.field(one.figure.record, "country")
        for one in amounts
        if kind[0] == "EUR" and (str(one.figure.unit), _price_year(one.figure)) == kind
    )
    return [countries[0] for countries in named if isinstance(countries, tuple) and len(countries) == 1][:1]


def _price_year(figure: Figure) -> str:
    year = figure.price_year.year if figure.price_year else None
    return str(year) if year else ""


def _by(amounts: Sequence[Amount], keys: Iterable[str], library: Library) -> dict[str, str]:
    """The first address of each key, in the order of the keys."""
    out: dict[str, str] = {}
    for amount, key in zip(amounts, keys, strict=True):
        out[key] = min(out.get(key, "~"), library.short_address(amount.figure.address))
    return dict(sorted(out.items()))


def _counted(kinds: dict[str, str]) -> str:
    return in_row([f"in {kind} (`{address}`)" for kind, address in kinds.items()])


def _refused(message: str, way: str) -> Fault:
    return Fault(rule="picture-mixed", message=message, help=way)


def grouped(amounts: Sequence[Amount]) -> tuple[Group, ...]:
    """The amounts in groups; their order and that within them do not hang on the order in which they were named."""
    groups: dict[tuple[str, str], list[Amount]] = {}
    for amount in amounts:
        key = amount.time or amount.figure.per or ""
        groups.setdefault((key, amount.perspective), []).append(amount)
    made = [
        Group(heading=_heading(members, side), amounts=tuple(sorted(members, key=_rank)))
        for (_, side), members in groups.items()
    ]
    return tuple(sorted(made, key=lambda group: (-len(group.amounts), group.heading)))


def _rank(amount: Amount) -> tuple[Decimal, str]:
    return -amount.middle, amount.figure.address


def _heading(members: Sequence[Amount], perspective: str) -> str:
    counted = sorted({amount.counted for amount in members})
    sides = {"": "", "not reported": "; whose costs are counted is not reported", "society": "; costs to society"}
    return sentence(" or ".join(counted)) + sides.get(perspective, f"; costs to the {perspective}")
