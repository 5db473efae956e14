"""References as a .bib file in the fields of biblatex, which Zotero, JabRef, pandoc and we read back as they were.

The texts are plain Unicode; only what LaTeX would take for a command is escaped. Titles stand in braces of their own, since
some programs would make their capitals small.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from briefkit.references.dates import TO_COME
from briefkit.references.kinds import VERBATIM
from briefkit.references.languages import language_name
from briefkit.references.reference import Body, Issued, Kind, Name, Reference
from briefkit.values.dates import write_date

TYPES: Mapping[Kind, str] = {
    "article": "article",
    "news": "article",
    "report": "report",
    "book": "book",
    "chapter": "incollection",
    "paper": "inproceedings",
    "thesis": "thesis",
    "web": "online",
    "statute": "legislation",
    "case": "jurisdiction",
    "dataset": "dataset",
    "speech": "speech",
    "communication": "letter",
    "other": "misc",
}
"""The type of each kind of work."""
_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "$": r"\$",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "`": r"\textasciigrave{}",
    "\u00a0": "~",
}
_TITLES = frozenset({"subtitle", "booktitle", "eventtitle", "series", "shorttitle"})
"""Fields whose capitals some programs would make small."""
_LISTS = frozenset({"publisher", "institution", "organization", "location", "shortauthor"})
"""Fields that biblatex takes for lists, joined by `and`."""
_DASHES = re.compile(r"-(?=-)")


def bibtex(references: Iterable[Reference]) -> str:
    """The file, an entry for each reference, in their order; the same references give the same text."""
    return "\n".join(_entry(reference) for reference in references)


def _entry(reference: Reference) -> str:
    fields = {name: text for name, text in _fields(reference).items() if text}
    width = max(map(len, fields), default=0)
    lines = "".join(f"  {name.ljust(width)} = {{{text}}},\n" for name, text in fields.items())
    return f"@{_type(reference)}{{{reference.key},\n{lines}}}\n"


def _type(reference: Reference) -> str:
    if reference.get("type") == "software":
        return "software"
    # A page of the web is what readers make of any other thing with an address; a talk, of unpublished words at an event.
    told = (reference.type, bool(reference.get("url" if reference.type == "other" else "eventtitle")))
    return "unpublished" if told in (("other", True), ("speech", True)) else TYPES[reference.type]


def _fields(reference: Reference) -> dict[str, str]:
    """Every field as it is written, the best known first."""
    rest = {name: text for name, text in reference.fields.items() if (name, text) != ("type", "software")}
    magazine = rest.pop("entrysubtype", "").strip().lower() == "magazine"
    return {
        # Only by this can other programs tell news from what stands in a journal.
        "entrysubtype": ("magazine" if magazine else "newspaper") if reference.type == "news" else "",
        "author": _people(reference.authors, others=reference.more_authors),
        "editor": _people(reference.editors, others=reference.more_editors),
        "title": _braced(_above(reference.title, reference.get("subtitle"))),
        "date": _date(reference.issued, reference.status),
        "langid": language_name(reference.lang).lower(),
        **{name: _field(name, text) for name, text in rest.items()},
    }


def _field(name: str, text: str) -> str:
    if name in VERBATIM:
        return _verbatim(text)
    return _braced(text) if name in _TITLES or (name in _LISTS and " and " in text) else escaped(text)


def _above(title: str, subtitle: str) -> str:
    """The title without its subtitle, which has a field of its own."""
    return title.removesuffix(subtitle).rstrip().removesuffix(":") if subtitle else title


def escaped(text: str) -> str:
    """Text in which nothing is a command of LaTeX."""
    text = "".join(_SIGNS.get(sign, sign) for sign in text)
    return _DASHES.sub("-{}", text)


def _verbatim(text: str) -> str:
    """An address or an identifier, in which no braces may stand alone."""
    return text.replace("{", "%7B").replace("}", "%7D")


def _braced(text: str) -> str:
    """Words that no program may change: their capitals stay, and they are not taken for a list of several."""
    return f"{{{escaped(text)}}}" if text else ""


def _people(names: Sequence[Name], *, others: bool) -> str:
    return " and ".join([*map(_name, names), *(["others"] if others else [])])


def _name(name: Name) -> str:
    """`van den Brink, Jr, Wim`; a body in braces of its own."""
    if isinstance(name, Body):
        return f"{{{escaped(name.name)}}}"
    last = " ".join(part for part in (escaped(name.von), _whole(name.last)) if part)
    given = " ".join(_whole(part) for part in (name.first, name.middle) if part)
    return ", ".join([last, *([_whole(name.lineage)] if name.lineage else []), *([given] if given else [])])


def _whole(part: str) -> str:
    """A part of a name, in braces where it would be taken apart or for a particle."""
    apart = "," in part or re.search(r"(?:^|\s)and(?:\s|$)", part) or re.search(r"(?:^|\s)[a-zà-öø-þ]", part)
    return f"{{{escaped(part)}}}" if apart else escaped(part)


def _date(issued: Issued | None, status: str) -> str:
    """`2010-05-29`, `2007/2013`, `2019?`, `2021~`, or what stands for a date to come."""
    if issued is None:
        return status if status in TO_COME else ""
    end = f"/{write_date(issued.end)}" if issued.end else ""
    return write_date(issued.start) + end + {"uncertain": "?", "about": "~"}.get(issued.doubt, "")
