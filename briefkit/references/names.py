"""How names are printed: in lists of references, in sentences, and where they sort."""

import re
import unicodedata
from collections.abc import Sequence

from briefkit.references.reference import Body, Name, Person

MOST = 6
"""Lists of more names than this are cut to the first `CUT` and `et al.`."""
CUT = 3
IN_TEXT = 3
"""Sentences name up to three authors; of more, the first and `et al.`."""

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
)


def listed_names(names: Sequence[Name], others: bool, style: str) -> str:
    """Names as a list of references prints them: `Strang, J. and Bell, J.` or `Strang J, Bell J`."""
    whole = [inverted(name, style) for name in names]
    if others or len(whole) > MOST:
        cut = whole if len(whole) <= MOST else whole[:CUT]
        return ", ".join(cut) + (" et al." if style == "author-date" else ", et al.")
    if style == "author-date" and len(whole) > 1:
        return ", ".join(whole[:-1]) + " and " + whole[-1]
    return ", ".join(whole)


def inverted(name: Name, style: str) -> str:
    """One name, family first."""
    if isinstance(name, Body):
        return name.name
    if _CJK.search(name.last):
        return name.last + (name.first if _CJK.search(name.first) else f" {name.first}".rstrip())
    family = " ".join(part for part in (name.von, name.last) if part)
    given = _initials(name)
    if style == "author-date":
        return ", ".join(part for part in (family, given, name.lineage) if part)
    return " ".join(part for part in (family, given.replace(".", ""), name.lineage) if part)


def in_text(names: Sequence[Name], others: bool) -> str:
    """Names as a sentence says them: `Strang and Bell`, `Ferri, Davoli and Perucci`; of more, the first and `et al.`."""
    families = [family(name) for name in names]
    if not families:
        return ""
    if others or len(families) > IN_TEXT:
        return f"{families[0]} et al."
    return ", ".join(families[:-1]) + " and " + families[-1] if len(families) > 1 else families[0]


def family(name: Name) -> str:
    """The family name with its particles, or the body's whole name."""
    return name.name if isinstance(name, Body) else " ".join(part for part in (name.von, name.last) if part)


def sort_text(text: str) -> tuple[str, str]:
    """What a name or title sorts by: accents and capitals set aside, a leading `The` passed over, then as written."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    bare = re.sub(r"[^\w\s]", "", bare.translate(_PLAIN_LETTERS))
    return re.sub(r"^\s*the\s+", "", bare).strip(), text


def _initials(name: Person) -> str:
    """`T.V.` for Thomas V., `J.-C.` for Jean-Claude."""
    words = re.split(r"[\s.]+", f"{name.first} {name.middle}")
    return "".join(_initial(word) for word in words if word)


def _initial(word: str) -> str:
    parts = [re.sub(r"^\W+", "", part) for part in re.split(r"[-‐‑]", word)]
    return "-".join(f"{part[0].upper()}." for part in parts if part)
