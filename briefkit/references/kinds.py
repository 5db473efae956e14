"""Which types of a .bib file mean which kind of work, what each kind must say, and field names old and new."""

from briefkit.references.reference import Kind

KINDS: dict[Kind, tuple[str, ...]] = {
    "article": ("article", "suppperiodical"),
    "news": ("news", "newspaper", "newsarticle", "magazine"),
    "report": ("report", "techreport", "manual", "booklet", "standard"),
    "book": ("book", "mvbook", "collection", "mvcollection", "proceedings", "mvproceedings", "reference", "periodical"),
    "chapter": ("incollection", "inbook", "bookinbook", "suppbook", "suppcollection", "inreference", "chapter"),
    "paper": ("inproceedings", "conference"),
    "thesis": ("thesis", "phdthesis", "mastersthesis"),
    "web": ("online", "electronic", "www", "webpage"),
    "statute": ("legislation", "statute", "legal", "bill"),
    "case": ("jurisdiction", "case"),
    "dataset": ("dataset", "data", "software"),
    "speech": ("speech", "presentation"),
    "communication": ("letter", "communication", "personalcommunication", "interview"),
    "other": ("misc", "unpublished", "patent", "audio", "video", "image", "movie", "music", "artwork", "performance"),
}
KIND_OF: dict[str, Kind] = {written: kind for kind, types in KINDS.items() for written in types}
KNOWN_TYPES: tuple[str, ...] = tuple(KIND_OF)

NEWS = ("newspaper", "news", "magazine")
"""Values of `entrysubtype` that make an article a news article, as Zotero exports it."""

# Each tuple lists fields of which one is enough; the first is the one that messages name.
REQUIRED: dict[Kind, tuple[tuple[str, ...], ...]] = {
    "article": (("title",), ("journaltitle",), ("date",)),
    "news": (("title",), ("journaltitle", "author", "organization", "publisher")),
    "report": (("title",), ("institution", "author", "organization", "publisher")),
    "book": (("title",), ("author", "editor"), ("date",)),
    "chapter": (("author", "editor"), ("title",), ("booktitle",), ("date",)),
    "paper": (("author",), ("title",), ("booktitle", "eventtitle"), ("date",)),
    "thesis": (("author",), ("title",), ("institution",), ("date",)),
    "web": (("title",), ("url", "doi")),
    "statute": (("title",),),
    "case": (("title",),),
    "dataset": (("title",), ("author", "publisher", "institution", "organization")),
    "speech": (("author",), ("title",)),
    "communication": (("author",), ("date",)),
    "other": (("title",),),
}

OLD_NAMES = {
    "journal": "journaltitle",
    "address": "location",
    "school": "institution",
    "organisation": "organization",
    "archived": "archiveurl",
    "archive_url": "archiveurl",
    "archivedon": "archivedate",
    "accessed": "urldate",
    "annote": "annotation",
    "pdf": "file",
    "hyphenation": "langid",
    "conference": "eventtitle",
    "eventname": "eventtitle",
    "primaryclass": "eprintclass",
    "archiveprefix": "eprinttype",
}
"""Field names of BibTeX and of habit, and what biblatex (and we) call them."""

SAID: dict[str, str] = {
    "journaltitle": "the journal or newspaper",
    "institution": "the body that published it",
    "booktitle": "the book that it stands in",
    "url": "the address",
    "date": "the date",
}
"""What a missing field would say, for messages."""

VERBATIM = frozenset({"url", "doi", "archiveurl", "eprint", "file", "isbn", "issn", "date", "urldate", "archivedate"})
"""Fields in which a backslash is no LaTeX."""
