"""Finds out what one expression comes to. Each is evaluated by itself, so that one mistake hides no other."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from briefkit.brief import FigureUse, Gap, Plain, Shown
from briefkit.expressions import requests
from briefkit.expressions.atom import Atom
from briefkit.expressions.makers import MAKERS, made
from briefkit.expressions.names import ADDRESS, Broken, Names
from briefkit.expressions.requests import Address, PlainWords, Request, TableWish
from briefkit.expressions.sandbox import result
from briefkit.problems import Problem
from briefkit.tables.build import build
from briefkit.tables.fault import Fault as TableFault
from briefkit.tables.table import Table
from briefkit.values.fault import Fault


@dataclass(frozen=True, slots=True)
class Words:
    """What a parameter says in this edition of a brief."""

    text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What stands on the page for an expression, and what was wrong with it."""

    shown: Shown | Words
    problems: tuple[Problem, ...] = ()


def evaluate(atom: Atom, names: Names, tables: Collection[str] = ()) -> Outcome:
    """What an expression of a brief comes to; a Gap, with a problem, where it comes to nothing.

    `tables` are the names of the tables that the brief has already.
    """
    if atom.fault:
        return _gap(atom, atom.fault)
    inside = atom.inside
    if not inside:
        way = "write an address between them, such as `{{ riott.randomised }}`"
        return _gap(atom, Fault("expression-syntax", "nothing stands between `{{` and `}}`", way, 0, len(atom.source)))
    if inside in names.parameters and names.figure(inside) is None and not names.is_broken(inside):
        return Outcome(Words(names.parameters[inside]))
    value = Address(inside) if ADDRESS.fullmatch(inside) else result(inside, names)
    return _shown(atom, value, names, tables)


def _shown(atom: Atom, value: object, names: Names, tables: Collection[str]) -> Outcome:
    """What a value that an expression gave looks like on the page."""
    if isinstance(value, Request) and value.function in MAKERS:
        return _made(atom, value, names, tables)
    if isinstance(value, Request):
        value = _WISHES[value.function](value)
    match value:
        case Fault():
            return _gap(atom, _within(atom, value))
        case Address(text):
            return _figure(atom, text, names)
        case PlainWords(text, why):
            return Outcome(Plain(text, why, atom.where))
        case TableWish(kind, arguments):
            return _table(atom, *build(kind, names.library, parameters=names.parameters, taken=tables, **arguments))
    return _gap(atom, _no_figure(atom, value))


def _figure(atom: Atom, address: str, names: Names) -> Outcome:
    if not ADDRESS.fullmatch(address):
        return _gap(atom, _within(atom, requests.no_record(address)))
    found = names.look_up(address)
    if isinstance(found, Broken):
        return Outcome(Gap(atom.source, atom.where))
    if isinstance(found, Fault):
        return _gap(atom, _within(atom, found, address))
    return Outcome(FigureUse(found.figure, names.printed(found) or "", found.form, where=atom.where))


_WISHES: Mapping[str, Callable[[Request], object]] = {
    "table": requests.table,
    "plain": requests.plain,
    "record": requests.record,
}


def _made(atom: Atom, request: Request, names: Names, tables: Collection[str]) -> Outcome:
    """What one of the functions that show several figures comes to."""
    given, named = requests.texts(list(request.given)), requests.texts(request.named)
    # A brief's own figures go into pictures as those of the base do.
    whole = names.library.with_own(names.own, names.broken) if names.own or names.broken else names.library
    meant = (own.address if isinstance(one, str) and (own := names.figure(one)) else one for one in given)
    found = made(request.function, tuple(meant), named, whole, tables)
    return _gap(atom, _within(atom, found)) if isinstance(found, Fault) else _table(atom, *found)


def _table(atom: Atom, table: Table | None, faults: Sequence[TableFault]) -> Outcome:
    """A table or a picture, or what stood in its way."""
    problems = []
    for fault in faults:
        offset, length = fault.within(atom.source)
        problems.append(Problem(atom.place(offset, length), fault.rule, fault.message, fault.help))
    return Outcome(replace(table, where=atom.where) if table else Gap(atom.source, atom.where), tuple(problems))


def _no_figure(atom: Atom, value: object) -> Fault:
    """What to say of text or a number that somebody wrote between the braces."""
    if isinstance(value, str | int | float):
        message = f"`{atom.inside}` is written here, and no figure of the base"
        way = f'write it as text, or {{{{ plain("{value}", why="...") }}}} when it is a number that no figure bears'
    else:
        message = "this comes to a list, and not to a figure, a table or `plain(...)`"
        way = "write the address of one figure"
    return Fault("expression-result", message, way, 0, len(atom.source))


def _within(atom: Atom, fault: Fault, address: str = "") -> Fault:
    """A fault found in a part of an expression, placed in the whole of it."""
    if fault.length <= 1 and not fault.offset and not address:
        return Fault(fault.rule, fault.message, fault.help, 0, len(atom.source))
    inside = atom.source.find(atom.inside)
    if not address:
        return fault.shifted(inside)
    start = re.search(rf"(?<![\w.]){re.escape(address)}", atom.source)
    if start:
        return fault.shifted(start.start())
    return Fault(fault.rule, fault.message, fault.help, inside, len(atom.inside))


def _gap(atom: Atom, fault: Fault) -> Outcome:
    return Outcome(Gap(atom.source, atom.where), (atom.problem(fault),))
