"""From formulas to figures: names found, arithmetic done, the result rounded, its working and sources kept."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefkit.derive.formula import Name, Term, names, read_formula
from briefkit.derive.inputs import Named, figure_of
from briefkit.derive.pending import Pending
from briefkit.derive.result import result
from briefkit.figure import Figure
from briefkit.library import Library, shortest
from briefkit.problems import Problem, did_you_mean
from briefkit.values.fault import Fault


@dataclass(slots=True)
class Derived:
    """What came of formulas."""

    figures: dict[str, Figure] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    """Short addresses of figures that could not be made."""
    problems: list[Problem] = field(default_factory=list)


def derive(pending: Sequence[Pending], library: Library) -> Derived:
    """All figures that can be derived from those of the library and from each other, and what is wrong with the rest."""
    return _Deriving(pending, library).all()


MOST_STEPS = 50
"""Formulas that rest on each other: past this nobody can follow a number back to its sources."""


class _Deriving:
    """One round of deriving: figures wait for each other, and a circle is found as it closes."""

    def __init__(self, pending: Sequence[Pending], library: Library) -> None:
        self.library = library
        self.pending = {shortest(one.address): one for one in pending}
        self.open: list[str] = []
        self.steps: dict[str, int] = {}
        """How many formulas stand between a derived figure, by its short address, and its sources."""
        self.done = Derived()

    def all(self) -> Derived:
        for short in self.pending:
            self.figure(short)
        return self.done

    def figure(self, short: str) -> Figure | None:
        """The figure at a short address, derived now if need be; None when it is broken or does not exist."""
        one = self.pending.get(short)
        if one is None:
            return self.library.figure(short)
        if one.address not in self.done.figures and short not in self.done.broken:
            made = self.made(short, one)
            if isinstance(made, Fault):
                self.blame(one, made)
            if isinstance(made, Figure):
                self.done.figures[one.address] = made
            else:
                self.done.broken.add(short)
        return self.done.figures.get(one.address)

    def blame(self, one: Pending, fault: Fault) -> None:
        where, text = one.where, one.form.formula or ""
        marks = where.length - len(text)
        if marks in (0, 2) and fault.length:
            where = where.shifted(marks // 2 + fault.offset, fault.length)
        self.done.problems.append(Problem(where, fault.rule, fault.message, fault.help))

    def made(self, short: str, one: Pending) -> Figure | Fault | None:
        """The figure, what is wrong with its formula, or None when something else is to blame."""
        term = read_formula(one.form.formula or "")
        if isinstance(term, Fault):
            return term
        self.open.append(short)
        found = self.inputs(one, term) if len(self.open) <= MOST_STEPS else _too_long(one)
        self.open.pop()
        if not isinstance(found, dict):
            return found
        self.steps[short] = 1 + max((self.steps.get(shortest(of.address), 0) for of, _ in found.values()), default=0)
        if self.steps[short] > MOST_STEPS:
            return _too_long(one)
        return result(one, term, found, self.library)

    def inputs(self, one: Pending, term: Term) -> Named | Fault | None:
        """The figure and attribute that each name of the formula stands for."""
        found: Named = {}
        blameless = True
        for name in names(term):
            address, attribute = self.meant(one, name.text)
            if address in self.open:
                circle = " → ".join([*self.open[self.open.index(address) :], address])
                self.done.broken.update(self.open)
                way = "one of them has to be taken from a source"
                return Fault(
                    "formula-circular", f"the formula leads back to itself: {circle}", way, name.offset, len(name.text)
                )
            figure = self.figure(address) if address else None
            if figure is not None:
                found[name.text] = (figure, attribute)
            elif not address and not self.forgiven(one, name.text):
                return self.unknown(one, name)
            else:
                blameless = False
        return found if blameless else None

    def meant(self, one: Pending, name: str) -> tuple[str, str]:
        """Short address that a name stands for, innermost first, and the attribute of it; empty when there is none."""
        for address in _scopes(one, name):
            found, attribute = figure_of(
                address, lambda short: short in self.pending or self.library.figure(short) is not None
            )
            if found:
                return found, attribute
        return "", ""

    def forgiven(self, one: Pending, name: str) -> bool:
        """Whether the name lies in something broken, which is blamed already."""
        return any(self.library.is_broken(address) for address in _scopes(one, name))

    def unknown(self, one: Pending, name: Name) -> Fault:
        base = f"{shortest(one.record)}."
        own = [short for short in (*self.library.shorts(one.record), *self.pending) if short.startswith(base)]
        way = did_you_mean(name.text, [short.removeprefix(base) for short in own]) or self.library.suggest(name.text)
        other = "name a figure of this record, or give the whole address: the record's id, a dot, the figure"
        return Fault("formula-unknown", f"there is no figure `{name.text}`", way or other, name.offset, len(name.text))


def _too_long(one: Pending) -> Fault:
    message = f"more than {MOST_STEPS} formulas rest on each other here"
    return Fault(
        "formula-invalid",
        message,
        "work the figure out from its sources in fewer steps",
        0,
        len(one.form.formula or ""),
    )


def _scopes(one: Pending, name: str) -> list[str]:
    """The short addresses that a name can stand for, innermost first."""
    parts = shortest(one.address).split(".")[:-1]
    return [shortest(".".join([*parts[:depth], name])) for depth in range(len(parts), -1, -1)]
