"""What every row has in one column: a field, a formula's result, the figure of an arm, or the effect that was found."""

from collections.abc import Sequence
from dataclasses import replace

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.tables import fields
from briefkit.tables.ask import Ask, ColumnAsk
from briefkit.tables.derived import derived
from briefkit.tables.fault import Fault
from briefkit.tables.fields import Content, Scope

NO_ARM = "not studied"
"""For a study that has no such arm."""
EFFECT = "effect"
"""The column of an outcome's table that shows whatever effect measure a study reports."""
_EFFECTS = ("odds_ratio", "risk_ratio", "hazard_ratio", "incidence_rate_ratio", "risk_difference", "mean_difference")

Contents = list[Content | None]


def contents(library: Library, kind: str, ask: Ask, column: ColumnAsk, scopes: Sequence[Scope]) -> Contents | Fault:
    """One column's contents, row by row."""
    if column.arm:
        return [_arm(library, scope, column.header) for scope in scopes]
    if column.formula:
        return derived(library, kind, column, scopes)
    if column.field == EFFECT and ask.outcome:
        return [_effect(library, scope) for scope in scopes]
    fault = fields.fault(
        library, kind, scopes, column.field, words=[*ask.arms, *(["arms", EFFECT] if ask.outcome else [])]
    )
    if fault:
        return fault
    return [fields.content(library, scope, column.field) for scope in scopes]


def label_arms(ask: Ask, header: str, library: Library, scopes: Sequence[Scope], column: Contents) -> Contents:
    """The contents of an arm's column with the arms' own names, where the header alone would not tell them apart."""
    if len(ask.arms[header]) == 1 and not _several(header, scopes):
        return column
    return [_labelled(library, scope, header, content) for scope, content in zip(scopes, column, strict=True)]


def _several(header: str, scopes: Sequence[Scope]) -> bool:
    """Whether a header stands for other kinds of arm than its one intervention, or for two arms of one result."""
    seen: dict[tuple[str, str], str] = {}
    for scope in scopes:
        arm = scope.arms.get(header, "")
        if arm and seen.setdefault((scope.record, scope.result), arm) != arm:
            return True
    return False


def _labelled(library: Library, scope: Scope, header: str, content: Content | None) -> Content | None:
    """One arm's content with its label."""
    label = library.field(scope.record, f"arms.{scope.arms[header]}.label") if header in scope.arms else None
    return replace(content, label=label) if content and isinstance(label, str) else content


def _arm(library: Library, scope: Scope, header: str) -> Content | None:
    """The figure of one arm for the row's result."""
    arm = scope.arms.get(header)
    if arm is None:
        return Content(absent=NO_ARM)
    path = f"{scope.result}.{arm}"
    figure = library.field(scope.record, path)
    return Content(figure=figure, view=figure, path=path) if isinstance(figure, Figure) else None


def _effect(library: Library, scope: Scope) -> Content | None:
    """The first effect measure that the row's result reports for its arms."""
    for measure in _EFFECTS:
        for prefix in scope.prefixes[:-1]:
            path = f"{prefix}.{measure}"
            figure = library.field(scope.record, path)
            if isinstance(figure, Figure):
                return Content(figure=figure, view=figure, path=path, lead=measure.replace("_", " "))
    return None
