"""Verdicts as the ledger shows them, lapsed ones with old and new side by side."""

from briefkit.ledger.rows import LapsedShown, VerdictShown
from briefkit.ledger.wording import VERDICTS, looked_at
from briefkit.values.write import date_text
from briefkit.verdicts.difference import Run, difference
from briefkit.verdicts.hashing import Judged
from briefkit.verdicts.standing import Given


def verdict_shown(given: Given) -> VerdictShown:
    """What one reviewer said."""
    one = given.verdict
    word = one.verdict or one.mark or ""
    good = ", good as it is" if one.verdict and one.mark == "good" else ""
    return VerdictShown(
        word=word,
        said=VERDICTS[word] + good,
        reviewer=one.reviewer,
        date=date_text(one.date),
        looked_at=looked_at(one.looked_at),
        error=one.error or "",
        comment=one.comment or "",
    )


def lapsed_shown(given: Given, now: Judged) -> LapsedShown:
    """What one reviewer said of what has changed since."""
    old, new = given.verdict.sentence or "", now.text
    return LapsedShown(
        verdict=verdict_shown(given),
        old=old,
        new=new,
        difference=difference(old, new) if old != new else (),
        parts=tuple(_changed(given, now)),
    )


def _changed(given: Given, now: Judged) -> list[tuple[str, tuple[Run, ...]]]:
    """Figures and citations that are not what they were."""
    before, after = dict(given.verdict.figures), dict(now.figures)
    renamed = list(before.values()) == list(after.values())
    parts = [
        (address, difference(before.get(address, ""), after.get(address, "")))
        for address in dict.fromkeys([*before, *after])
        if not renamed and before.get(address) != after.get(address)
    ]
    if set(given.verdict.words) != set(now.words):
        parts.append(("citations", difference("; ".join(given.verdict.words), "; ".join(now.words))))
    return parts
