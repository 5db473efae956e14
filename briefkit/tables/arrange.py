"""Puts rows in order and in groups. pandas sorts; nothing of it leaves this module."""

from collections.abc import Sequence
from decimal import Decimal

from briefkit.records.claim_review import RATINGS
from briefkit.tables.fault import Fault
from briefkit.tables.fields import Content
from briefkit.tables.settle import is_money, unit_words
from briefkit.values import Date, Missing, Number, Range, Share
from briefkit.values.dates import first_day

Key = Decimal | str | None
"""What a row is sorted by; None, a missing value, comes last in either direction."""


def in_order(keys: Sequence[Sequence[Key]], descending: Sequence[bool], count: int) -> list[int]:
    """Places of `count` rows, sorted by each list of keys in turn; equal rows stay as they were."""
    if not keys or count < 2:
        return list(range(count))
    import pandas as pd  # noqa: PLC0415  heavy, loaded only when used

    frame = pd.DataFrame({str(place): _ranks(column) for place, column in enumerate(keys)})
    sort = frame.sort_values(
        by=list(frame.columns), ascending=[not d for d in descending], na_position="last", kind="stable"
    )
    return [int(place) for place in sort.index]


def _ranks(keys: Sequence[Key]) -> list[float | None]:
    """Each key's rank among all, so that numbers of any length and texts sort exactly."""
    present = [key for key in keys if key is not None]
    texts = any(isinstance(key, str) for key in present)
    comparable = {str(key) if texts else key for key in present}
    rank = {key: float(place) for place, key in enumerate(sorted(comparable, key=_natural))}
    return [None if key is None else rank[str(key) if texts else key] for key in keys]


def _natural(key: Decimal | str) -> tuple[Decimal, str]:
    """Numbers by size, texts without regard to capitals."""
    return (key, "") if isinstance(key, Decimal) else (Decimal(0), f"{key.casefold()}\0{key}")


def keys(contents: Sequence[Content | None], labels: Sequence[str], written: str) -> list[Key] | Fault:
    """What rows are sorted by for one field; a fault when its amounts have no common order."""
    views = [
        content.view for content in contents if content and content.view and not isinstance(content.view.value, Missing)
    ]
    units = {view.unit for view in views if isinstance(view.value, Number | Range)}
    if len(units) > 1 and (any(is_money(unit) for unit in units) or "percentage_point" in units):
        shown = " and ".join(sorted(unit_words(unit) for unit in units))
        message = f"`{written}` cannot put rows in order: its figures are in {shown}"
        return Fault(
            rule="table-order",
            message=message,
            help="order by another field, or name the records with `ids`",
            written=written,
        )
    return [_key(content, label) for content, label in zip(contents, labels, strict=True)]


def _key(content: Content | None, label: str) -> Key:
    """What one row is sorted by."""
    if content is None or content.absent:
        return None
    if content.view is None:
        return _text_key(content, label)
    value = content.view.value
    if isinstance(value, Missing):
        return None
    if isinstance(value, Date):
        year, month, day = first_day(value)
        return Decimal(year * 10000 + month * 100 + day)
    if isinstance(value, Number | Range):
        return value.value if isinstance(value, Number) else value.low.value
    return content.view.percent if isinstance(value, Share) else label


def _text_key(content: Content, label: str) -> Key:
    """What a row is sorted by where the field holds text: ratings from what stands best, dates as written."""
    first = content.texts[0] if content.texts else ""
    if content.path == "rating" and first in RATINGS:
        return Decimal(RATINGS.index(first))
    return first if content.path.endswith(("date", "as_of", "published")) else label or None
