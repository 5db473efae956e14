"""What the rest of the engine knows of a bibliography: plain frozen values, whichever library read them.

Nothing here knows BibTeX. Field names are those of biblatex (`journaltitle`, `location`, `institution`), also where the
file says it in the older way; every text is plain Unicode, without braces or LaTeX commands.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from briefkit.problems import Where
from briefkit.values import Date

Kind = Literal[
    "article",
    "news",
    "report",
    "book",
    "chapter",
    "paper",
    "thesis",
    "web",
    "statute",
    "case",
    "dataset",
    "speech",
    "communication",
    "other",
]
"""The kinds of work that we tell apart; every type of a .bib file comes to one of them (see `kinds`)."""


@dataclass(frozen=True, slots=True)
class Person:
    """One human being, in the parts that bibliographies need."""

    first: str = ""
    middle: str = ""
    von: str = ""
    """Particles: `van den`, `de la`."""
    last: str = ""
    lineage: str = ""
    """`Jr`, `III`."""


@dataclass(frozen=True, slots=True)
class Body:
    """A council, ministry, newspaper or other body that signs as an author."""

    name: str


Name = Person | Body


@dataclass(frozen=True, slots=True)
class Issued:
    """When a work appeared, as exactly as its reference says."""

    start: Date
    end: Date | None = None
    """Last date of a range: `2007/2013`."""
    doubt: Literal["", "uncertain", "about"] = ""
    """`2019?` is uncertain (inferred, not printed), `2019~` is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One entry of the bibliography."""

    key: str
    type: Kind
    title: str
    """As typed: capitals are kept. A title in square brackets is our description, not seen in print."""
    issued: Issued | None = None
    """None when there is no date; pages then say `n.d.`."""
    status: str = ""
    """What stands for a year that is yet to come: `forthcoming`, `in press`."""
    lang: str = ""
    """Language as a BCP 47 tag (`de`); empty when the entry does not say."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """Every other field that was read, under its biblatex name."""
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    more_authors: bool = False
    """True for `and others`."""
    more_editors: bool = False
    where: Where = field(default=Where(""), compare=False)
    """Where its key stands."""

    @property
    def year(self) -> str:
        """The year as digits (`2010`); empty when there is none."""
        return str(self.issued.start.year) if self.issued else ""

    def get(self, *names: str) -> str:
        """The first of these fields that says something, else an empty text."""
        return next((self.fields[name] for name in names if self.fields.get(name)), "")
