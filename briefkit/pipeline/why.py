"""Why a brief was made anew, in words: which question to the base has another answer now."""

from collections.abc import Mapping

from briefkit.reader import Query

_WORDED: Mapping[str, str] = {
    "records": "the record `{}`",
    "figures": "the figure `{}`",
    "references": "the reference `{}`",
    "sources": "what is held of the source `{}`",
    "holds": "how `{}` is held",
    "keys": "which {} there are",
    "all": "anything in the base",
    "address": "what `{}` stands for",
    "below": "what lies below `{}`",
    "of": "which figures `{}` has",
    "kind": "which records of the kind {} there are",
    "field": "`{1}` of `{0}`",
    "label": "the words for `{2}` ({1} of {0})",
    "heading": "the heading for `{1}` of {0}",
    "gathered": "what all records say ({1})",
    "chosen": "which records of the kind {} `{}` chooses",
    "vocabularies": "the vocabularies",
    "aliases": "old ids of records",
    "broken": "whether `{}` can be read",
    "all broken": "records that cannot be read",
    "fresh_months": "the setting `fresh_months`",
}


def worded(query: Query) -> str:
    """A question to the base, as a person would name what it is about."""
    kind, *words = query
    if kind == "chosen" and not words[1]:
        kind = "kind"
    return _WORDED[kind].format(*words)
