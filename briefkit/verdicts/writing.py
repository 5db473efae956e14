"""Verdicts to the text of their file: plain, one field a line, new ones at the end, nothing that was there touched."""

import json
import re
from collections.abc import Iterable

from briefkit.records.verdict import Verdict
from briefkit.values.dates import write_date
from briefkit.yamlfile.screen import INVISIBLE

OPENING = "# What reviewers said, each bound to a hash of what they judged. Only reviewers themselves may sign; see docs/reviewing.md.\n"
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_ ,;.()/%-]*")
"""Text that YAML takes as it stands."""


def appended(text: str, verdicts: Iterable[Verdict]) -> str:
    """The text of a file with more verdicts at its end; an empty text begins a file."""
    start = text if text.strip() else OPENING
    start += "" if start.endswith("\n") else "\n"
    return start + "".join(written(verdict) for verdict in verdicts)


def written(verdict: Verdict) -> str:
    """One verdict as an entry of the list."""
    lines = [f"{name}: {_text(value)}" for name, value in _fields(verdict)]
    if verdict.figures:
        lines += ["figures:", *(f"  {address}: {_text(told)}" for address, told in verdict.figures.items())]
    if any(map(_seen, verdict.words)):
        lines += ["words:", *(f"  - {_text(told)}" for told in verdict.words if _seen(told))]
    return "".join(f"{'- ' if number == 0 else '  '}{line}\n" for number, line in enumerate(lines))


def _fields(verdict: Verdict) -> list[tuple[str, str]]:
    named = {
        "verdict": verdict.verdict,
        "mark": verdict.mark,
        "error": verdict.error,
        "reviewer": verdict.reviewer,
        "date": write_date(verdict.date),
        "looked_at": verdict.looked_at,
        "comment": verdict.comment,
        "sentence": verdict.sentence,
        "hash": verdict.hash,
    }
    return [(name, value) for name, value in named.items() if value and _seen(value)]


def _text(value: str) -> str:
    """A text as YAML: bare where that is safe, else in quotation marks, without what cannot be seen."""
    seen = _seen(value) or "(nothing that can be seen)"
    if _PLAIN.fullmatch(seen) and seen.casefold() != "null":
        return seen
    if '"' in seen and "\\" not in seen:
        return "'" + seen.replace("'", "''") + "'"
    return json.dumps(seen, ensure_ascii=False)


def _seen(value: str) -> str:
    """A text on one line, without what cannot be seen."""
    return " ".join(INVISIBLE.sub(" ", value).split())
