"""Chooses rows by a condition, and says which rows were left out because nobody can know."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefkit.library import Library
from briefkit.problems import did_you_mean, listed
from briefkit.tables import fields
from briefkit.tables.comparable import Found, Measure
from briefkit.tables.condition import Among, Compare, Condition, Not, Operand, Path, Text, paths
from briefkit.tables.fault import Fault
from briefkit.tables.fields import Scope
from briefkit.tables.judge import Look, Verdict, judge
from briefkit.tables.parse import parse
from briefkit.tables.settle import clash_of_measures

PARAMETERS = "parameters."
"""Before a parameter's name, where a field has the same name."""


def select(
    library: Library, kind: str, scopes: Sequence[Scope], where: str, parameters: Mapping[str, str]
) -> tuple[list[Scope], list[str], list[Fault]]:
    """The scopes for which the condition holds, notes on those left out as unknown, and faults."""
    condition = parse(where)
    if isinstance(condition, Fault):
        return [], [], [condition]
    faults = _unknown_fields(library, kind, scopes, condition, parameters, where)
    if faults:
        return [], [], faults
    bound = bind(condition, library, kind, scopes, parameters)
    verdicts = []
    for scope in scopes:
        verdict = judge(bound, _look(library, scope), where)
        if isinstance(verdict, Fault):
            return [], [], [replace(verdict, help=f"{verdict.help} (met in `{scope.record}`)")]
        verdicts.append(verdict)
    mixed = _mixed(verdicts, scopes, where)
    if mixed:
        return [], [], [mixed]
    kept = [scope for scope, verdict in zip(scopes, verdicts, strict=True) if verdict.truth]
    if not kept and scopes:
        return [], [], [_nothing(library, bound, scopes, verdicts, where)]
    return kept, _left_out(library, kind, scopes, verdicts), []


def _look(library: Library, scope: Scope) -> Look:
    """Looks into one row."""

    def look(name: str) -> Found:
        return fields.found(library, scope, name)

    return look


def _unknown_fields(
    library: Library,
    kind: str,
    scopes: Sequence[Scope],
    condition: Condition,
    parameters: Mapping[str, str],
    where: str,
) -> list[Fault]:
    """Names in the condition that are neither fields nor parameters."""
    out = []
    words = [*parameters, *(f"{PARAMETERS}{name}" for name in parameters)]
    for path in paths(condition):
        if path.name in words:
            continue
        fault = fields.fault(library, kind, scopes, path.name, words=parameters)
        if fault:
            out.append(replace(fault, written=where, offset=path.offset, length=len(path.name)))
    return out


def bind(
    condition: Condition, library: Library, kind: str, scopes: Sequence[Scope], parameters: Mapping[str, str]
) -> Condition:
    """The condition with every parameter replaced by its value; where a field has the same name, the field is meant."""

    def operand(one: Operand) -> Operand:
        if not isinstance(one, Path):
            return one
        name = one.name.removeprefix(PARAMETERS)
        if name not in parameters:
            return one
        meant = one.name.startswith(PARAMETERS) or fields.fault(library, kind, scopes, name) is not None
        return Text(parameters[name], loose=True, offset=one.offset) if meant else one

    def whole(one: Condition) -> Condition:
        if isinstance(one, Compare):
            return replace(one, left=operand(one.left), right=operand(one.right))
        if isinstance(one, Among):
            return replace(one, left=operand(one.left), options=tuple(operand(option) for option in one.options))
        if isinstance(one, Not):
            return Not(whole(one.inside))
        return replace(one, parts=tuple(whole(part) for part in one.parts))

    return whole(condition)


def _mixed(verdicts: Sequence[Verdict], scopes: Sequence[Scope], where: str) -> Fault | None:
    """The fault for a bare number that was compared with amounts of two currencies, price years or units."""
    first: dict[str, tuple[Measure, str]] = {}
    for verdict, scope in zip(verdicts, scopes, strict=True):
        for name, measure in verdict.measures:
            before, record = first.setdefault(name, (measure, scope.record))
            clash = clash_of_measures(before, measure, (f"{record}.{name}", f"{scope.record}.{name}"))
            if clash:
                message = f"one number cannot be compared with all of these: {clash.message}"
                return Fault(rule="table-comparison", message=message, help=clash.help, written=where)
    return None


def _nothing(
    library: Library, condition: Condition, scopes: Sequence[Scope], verdicts: Sequence[Verdict], where: str
) -> Fault:
    """The fault for a condition that holds for nothing, with the likely slip."""
    unknown = sum(verdict.truth is None for verdict in verdicts)
    if unknown:
        help_ = f"for {unknown} of {len(scopes)} nobody can tell, because something that it compares is missing"
        return Fault(rule="table-empty", message="this condition holds for no record", help=help_, written=where)
    for path, text in _texts(condition):
        values = _values(library, scopes, path.name)
        if values and text.value not in values:
            by_label = {label.casefold(): value for value, label in values.items()}
            near = by_label.get(text.value.casefold())
            other = f"`{path.name}` is {listed(sorted(values), most=8)}"
            help_ = f"write `{near}`" if near else did_you_mean(text.value, values, other)
            message = f"this condition holds for no record: no `{path.name}` is `{text.value}`"
            return Fault(
                rule="table-empty",
                message=message,
                help=help_,
                written=where,
                offset=text.offset,
                length=len(text.value) + 2,
            )
    help_ = "loosen the condition, or name the records with `ids=[...]`"
    return Fault(rule="table-empty", message="this condition holds for no record", help=help_, written=where)


def _texts(condition: Condition) -> list[tuple[Path, Text]]:
    """Every text that a field is compared with."""
    if isinstance(condition, Compare):
        pairs = [(condition.left, condition.right), (condition.right, condition.left)]
        return [(path, text) for path, text in pairs if isinstance(path, Path) and isinstance(text, Text)]
    if isinstance(condition, Among):
        return [
            (condition.left, option)
            for option in condition.options
            if isinstance(condition.left, Path) and isinstance(option, Text)
        ]
    parts = (condition.inside,) if isinstance(condition, Not) else condition.parts
    return [pair for part in parts for pair in _texts(part)]


def _values(library: Library, scopes: Sequence[Scope], name: str) -> dict[str, str]:
    """Every value that a text field has, with its words for readers."""
    out = {}
    for scope in scopes:
        content = fields.content(library, scope, name)
        for text in content.texts if content else ():
            out[text] = library.label(scope.record, content.path, text) if content and content.path else text
    return out


def _left_out(library: Library, kind: str, scopes: Sequence[Scope], verdicts: Sequence[Verdict]) -> list[str]:
    """One note for each reason for which rows were left out."""
    reasons: dict[str, dict[str, None]] = {}
    for scope, verdict in zip(scopes, verdicts, strict=True):
        if verdict.truth is None:
            because = " and ".join(
                dict.fromkeys(f"{_words(library, kind, name)} is {why}" for name, why in verdict.because)
            )
            reasons.setdefault(because, {})[scope.words.get("name", scope.record)] = None
    return [f"Left out because {because}: {', '.join(names)}." for because, names in reasons.items()]


def _words(library: Library, kind: str, name: str) -> str:
    """A field's name within a sentence."""
    heading = library.heading(kind, name) or name
    return heading[:1].lower() + heading[1:] if heading[1:2].islower() else heading
