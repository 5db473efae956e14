"""What an officer may ask of `table(...)`, read from the arguments as they were written: nothing of it is trusted."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefkit.problems import did_you_mean, listed
from briefkit.tables.fault import Fault

ARGUMENTS = {
    "ids": "ids of the records, in the order of the rows",
    "where": "a condition that chooses the records",
    "columns": "fields, in the order of the columns",
    "order": "fields to put the rows in order by; `-` before a field turns its order round",
    "group": "a field to group the rows under",
    "caption": "what stands above the table",
    "name": "name of the table's CSV file",
    "outcome": "an outcome: one row for each of its results",
    "arms": "headers of columns, each with the intervention of the arms shown there",
    "each": "a field with several entries (`arms`): one row for each of them",
}
"""What `table(...)` can be given besides the kind of record, and what it means."""

COLUMN_KEYS = ("field", "header", "unit", "formula", "round", "assumes")
OTHERS = "others"
"""In `arms`: every arm that no other header asks for."""
_MOST_COLUMNS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnAsk:
    """One column as asked for."""

    field: str = ""
    """Path of the field; empty for a formula or an arm."""
    header: str = ""
    """Empty: made from the field's name."""
    unit: str = ""
    """Words for the header in place of those that the figures give."""
    formula: str = ""
    places: int | None = None
    """Decimal places that a formula's result is rounded to."""
    assumes: str = ""
    arm: bool = False
    """True for a column of the arms that `arms` names under this header."""

    @property
    def written(self) -> str:
        """The text that faults about this column point at."""
        return self.formula or self.field or self.header


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A table as asked for."""

    ids: tuple[str, ...] | None = None
    where: str = ""
    columns: tuple[ColumnAsk, ...] = ()
    order: tuple[str, ...] = ()
    """Field paths, with `-` before those that run from high to low."""
    group: str = ""
    caption: str = ""
    name: str = ""
    outcome: str = ""
    arms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Header to interventions."""
    each: str = ""


def read(arguments: Mapping[str, object]) -> tuple[Ask, list[Fault]]:
    """What was asked for, and what could not be understood of it."""
    faults = [_unknown(name) for name in arguments if name not in ARGUMENTS]
    given = {name: value for name, value in arguments.items() if value is not None}
    texts = {name: _text(name, given, faults) for name in ("where", "group", "caption", "name", "outcome", "each")}
    ids = _texts("ids", given, faults) if "ids" in given else None
    arms = _arms(given.get("arms", {}), faults)
    columns = _columns(given.get("columns", ()), arms, faults)
    ask = Ask(ids=ids, columns=columns, order=_texts("order", given, faults), arms=arms, **texts)
    return ask, faults + list(_missing(ask, given))


def _unknown(name: str) -> Fault:
    other = f"a table takes {listed(ARGUMENTS, joint='and')}"
    return _fault(f"`{name}` is nothing that a table can be given", did_you_mean(name, ARGUMENTS, other), name)


_COLUMNS = 'name the fields to show: `columns=["place", "started", "patients"]`'
_COLUMNS_OF_TRIALS = (
    'name the arms to show, each by a header of yours and an intervention: `arms={"Breakfast": "school_breakfast"}`'
)


def _missing(ask: Ask, given: Mapping[str, object]) -> list[Fault]:
    """What a table cannot be made without, and what does not go together."""
    if "columns" not in given and not ask.arms:
        return [_fault("this table names no columns", _COLUMNS_OF_TRIALS if ask.outcome else _COLUMNS, "")]
    if ask.outcome and ask.each:
        return [_fault("`outcome` and `each` both say what a row is", "give one of the two", "each")]
    if ask.arms and not ask.outcome:
        help_ = 'say which outcome: `outcome="retention"`, or use `each="arms"` for one row for each arm'
        return [_fault("`arms` needs an `outcome`", help_, "arms")]
    return []


def _text(name: str, given: Mapping[str, object], faults: list[Fault]) -> str:
    """An argument that is one text."""
    value = given.get(name, "")
    if isinstance(value, str):
        return str(value).strip() if name != "where" else str(value)
    faults.append(_fault(f"`{name}` must be a text", f'write it in quotation marks: `{name}="..."`', name))
    return ""


def _texts(name: str, given: Mapping[str, object], faults: list[Fault]) -> tuple[str, ...]:
    """An argument that is a list of texts; one text stands for a list of one."""
    value = given.get(name, ())
    if isinstance(value, str):
        return (str(value),)
    if isinstance(value, Sequence) and all(isinstance(part, str) for part in value):
        return tuple(str(part) for part in value)
    faults.append(_fault(f"`{name}` must be a list of texts", f'write `{name}=["...", "..."]`', name))
    return ()


def _arms(value: object, faults: list[Fault]) -> dict[str, tuple[str, ...]]:
    """`{"Heroin": "heroin_assisted_treatment", "Comparison": ["oral_methadone", "waiting_list"]}`."""
    out: dict[str, tuple[str, ...]] = {}
    if isinstance(value, Mapping):
        for header, terms in value.items():
            several = (terms,) if isinstance(terms, str) else terms
            if isinstance(header, str) and isinstance(several, Sequence) and all(isinstance(t, str) for t in several):
                out[header] = tuple(str(term) for term in several)
    if not isinstance(value, Mapping) or len(out) != len(value):
        help_ = 'write `arms={"Heroin": "heroin_assisted_treatment", "Comparison": "others"}`'
        faults.append(_fault("`arms` must give each header an intervention", help_, "arms"))
    return out


def _columns(value: object, arms: Mapping[str, object], faults: list[Fault]) -> tuple[ColumnAsk, ...]:
    """The columns; without any, an outcome's table shows its studies, follow-up, arms and effect."""
    if not value and arms:
        value = ["study", {"field": "follow_up", "header": "Follow-up"}, "arms", "effect"]
    if isinstance(value, str) or not isinstance(value, Sequence) or len(value) > _MOST_COLUMNS:
        message = "`columns` must be a list of fields" + (
            f", {_MOST_COLUMNS} at most" if isinstance(value, list) else ""
        )
        faults.append(_fault(message, 'write `columns=["place", "started", "patients"]`', "columns"))
        return ()
    out: list[ColumnAsk] = []
    for part in value:
        if part == "arms" and arms:
            out += [ColumnAsk(header=header, arm=True) for header in arms if not _asked(value, header)]
        else:
            column = _column(part, arms)
            (faults if isinstance(column, Fault) else out).append(column)  # type: ignore[arg-type]  # one list each
    if out and not any(column.arm for column in out):
        out += [ColumnAsk(header=header, arm=True) for header in arms]
    return tuple(out)


def _asked(value: Sequence[object], header: str) -> bool:
    """Whether an arm's header is named among the columns by itself."""
    return header in value


def _column(part: object, arms: Mapping[str, object]) -> ColumnAsk | Fault:
    """One column: a field's name, a header of `arms`, or a mapping."""
    if isinstance(part, str) and part in arms:
        return ColumnAsk(header=str(part), arm=True)
    if isinstance(part, str) and part.strip():
        return ColumnAsk(field=str(part).strip())
    if not isinstance(part, Mapping):
        help_ = 'write a field\'s name, or `{"field": "patients", "header": "People in treatment"}`'
        return _fault("a column must be a text or a mapping", help_, str(part)[:60] if isinstance(part, int) else "")
    wrong = next((str(key) for key in part if key not in COLUMN_KEYS), None)
    if wrong is not None:
        help_ = did_you_mean(wrong, COLUMN_KEYS, f"a column has {listed(COLUMN_KEYS, joint='and')}")
        return _fault(f"`{wrong}` is nothing that a column can have", help_, wrong)
    return _mapped({str(key): value for key, value in part.items()})


def _mapped(part: Mapping[str, object]) -> ColumnAsk | Fault:
    """A column that is given as a mapping."""
    texts = {key: str(part.get(key, "")).strip() for key in COLUMN_KEYS if key != "round"}
    places = part.get("round")
    if bool(texts["field"]) == bool(texts["formula"]):
        help_ = (
            '`{"field": "patients", "header": "..."}` or `{"header": "Cost per place", "formula": "a / b", "round": 0}`'
        )
        return _fault("a column has either a `field` or a `formula`", help_, texts["header"])
    if texts["formula"] and not texts["header"]:
        return _fault("a column with a formula needs a `header`", 'add `"header": "Cost per place"`', texts["formula"])
    if places is not None and not re.fullmatch(r"[0-6]", str(places)):
        return _fault("`round` must be a number of decimal places", "write a whole number from 0 to 6", "round")
    return ColumnAsk(
        field=texts["field"],
        header=texts["header"],
        unit=texts["unit"],
        formula=texts["formula"],
        places=None if places is None else int(str(places)),
        assumes=texts["assumes"],
    )


def _fault(message: str, help_: str, written: str) -> Fault:
    return Fault(rule="table-argument", message=message, help=help_, written=written)
