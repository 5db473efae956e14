"""Names of authors and editors, taken apart by pybtex and handed on as our own plain values."""

import re
from dataclasses import dataclass, field

from pybtex import errors
from pybtex.bibtex.utils import split_name_list
from pybtex.database import Person as Taken

from briefkit.references.latex import plain
from briefkit.references.reference import Body, Name, Person

_PART = re.compile(r"\b(family|given|prefix|suffix)\s*=\s*(\{[^{}]*\}|\"[^\"]*\"|[^,]*)", re.IGNORECASE)
_BODY_WORDS = re.compile(
    r"\b(Office|Service|Council|Centre|Center|Department|Ministry|Committee|Commission|Commissioner|Agency|Institute|"
    r"Organi[sz]ation|Association|Society|University|Government|Parliament|Foundation|Authority|Bureau|Federation)\b"
)


@dataclass(slots=True)
class People:
    """Everybody that one field names."""

    names: list[Name] = field(default_factory=list)
    others: bool = False
    """True for `and others`."""
    faults: list[tuple[str, str]] = field(default_factory=list)
    """What is wrong and the way out, in the order of the names."""


def read_people(raw: str) -> People:
    """Authors or editors of one field; a name that cannot be taken apart is kept as it was written."""
    people = People()
    parts = [part for part in split_name_list(_semicolons(raw, people)) if part.strip(" ,")]
    if len(parts) > 1 and parts[-1].strip().lower() == "others":
        people.others = True
        parts.pop()
    _unbraced_body(raw, parts, people)
    people.names += [_name(part.strip(), people) for part in parts]
    return people


def _semicolons(raw: str, people: People) -> str:
    """The names joined by `and`, where they were joined by semicolons."""
    if ";" not in re.sub(r"\{[^{}]*\}|&\w+;", "", raw):
        return raw
    joined = " and ".join(part.strip() for part in re.split(r";(?![^{]*\})", raw) if part.strip())
    people.faults.append(("names are joined by semicolons", f"join them by `and`: `{joined}`"))
    return joined


def _unbraced_body(raw: str, parts: list[str], people: People) -> None:
    """A body without braces is cut at its `and` and printed like a person with given names."""
    if "," not in raw and _BODY_WORDS.search(re.sub(r"\{.*?\}", "", raw)) and " " in raw.strip():
        people.faults.append((f"`{raw}` looks like a body, not a person", f"write it in braces: `{{{{{raw}}}}}`"))
        parts[:] = ["{" + re.sub(r"[{}]", "", raw) + "}"]


def _name(part: str, people: People) -> Name:
    """One name."""
    if _wholly_braced(part):
        return Body(plain(part))
    named = {key.lower(): plain(value.strip('"')) for key, value in _PART.findall(part)}
    if "family" in named:
        return Person(
            named.get("given", ""), "", named.get("prefix", ""), named["family"], _lineage(named.get("suffix", ""))
        )
    with errors.capture() as faults:
        taken = Taken(part)
    if faults:
        people.faults.append(
            (f"`{part}` is no name that can be read", "write `Family, Given`, and join names by `and`")
        )
        return Body(plain(part))
    groups = (taken.first_names, taken.middle_names, taken.prelast_names, taken.last_names)
    first, middle, von, last = (plain(" ".join(group)) for group in groups)
    return Person(first, middle, von, last, _lineage(plain(" ".join(taken.lineage_names))))


def _lineage(text: str) -> str:
    """`Jr` for `Jr.`, so that no full stop meets a comma."""
    return text.strip().rstrip(".,")


def _wholly_braced(part: str) -> bool:
    """Whether one pair of braces holds all of it, and more than one accented letter."""
    if not (part.startswith("{") and part.endswith("}")) or part.startswith("{\\"):
        return False
    depth = 0
    for at, sign in enumerate(part):
        depth += (sign == "{") - (sign == "}")
        if depth == 0:
            return at == len(part) - 1
    return False
