"""Names that a record may have: they become parts of addresses and of expressions in briefs."""

import re

from briefkit.records.texts import simplified

ID = re.compile(r"[a-z][a-z0-9_]*")
_EXPRESSION_WORDS = (
    "and as block call else elif endfor endif false filter for from if import in include is loop macro none not or "
    "recursive self set true with without"
)
_FUNCTION_WORDS = (
    "brief caller certainty chain chart cite costs cycler decision dict directions figure findings flow forest gap_map "
    "joiner kwargs lipsum map max min namespace note page plain pool range record round series sum super table "
    "timeline traffic_light varargs"
)
_PART_WORDS = "arms figures results"
RESERVED = frozenset(f"{_EXPRESSION_WORDS} {_FUNCTION_WORDS} {_PART_WORDS}".split())
"""Words that mean something else in expressions and addresses."""


def id_fault(name: str) -> tuple[str, str, str] | None:
    """Rule, message and way out when no record can be called so."""
    if name in RESERVED:
        way = f"rename the file, for example to `{name}_1.yaml`"
        return "id-reserved", f"no record can be called `{name}`: the word means something else in briefs", way
    if ID.fullmatch(name):
        return None
    near = simplified(name)
    if near and not near[0].isalpha():
        near = f"r{near}"
    way = f"rename the file to `{near}.yaml`" if near else "rename the file"
    rule = "lower-case letters without accents, digits and `_`, beginning with a letter"
    return "id-invalid", f"`{name}` cannot be the id of a record", f"{way}: an id has {rule}"
