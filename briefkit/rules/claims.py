"""What the sentences of a brief rest on."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from briefkit.brief import Brief
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.prose.blocks import BLOCKS
from briefkit.rules.unbound import unbound

_CITING = {"", *BLOCKS} - {"unknown", "judgement"}
"""Blocks in which a sentence has to cite: what nobody knows has no source, a judgement is the authors' own, and a block
of an unknown name may be meant as either."""

_GAP = re.compile(r"\{\{|\]\{=")
"""What could not be shown stands in a claim as it was written; the fault in it is told elsewhere."""


def uncited_sentence(brief: Brief, library: Library) -> Iterator[Problem]:
    """A sentence that rests on no figure and cites nothing; one whose number is told to rest on nothing is blamed for that."""
    told = _with_numbers(brief, library)
    for number, claim in enumerate(brief.claims):
        uncited = claim.state == "uncited" and claim.block in _CITING and number not in told
        if uncited and _says_something(claim.text):
            words = claim.text if len(claim.text) <= 60 else claim.text[:59].rstrip() + "…"
            way = "cite its source, `[@key, p. 3]`, or put it into a `::: judgement` block when it is your own view, or into `::: method` when it tells how you worked"
            yield Problem(claim.where, "uncited-sentence", f"nothing stands behind `{words}`", way)


def _with_numbers(brief: Brief, library: Library) -> set[int]:
    """The claims in which a number stands that rests on nothing, by their place among all."""
    starts = sorted((claim.where.line, claim.where.column, number) for number, claim in enumerate(brief.claims))
    found: set[int] = set()
    for one in unbound(brief, library):
        at = bisect_right(starts, (one.where.line, one.where.column, len(starts))) - 1
        if at >= 0 and one.text in brief.claims[starts[at][2]].text:
            found.add(starts[at][2])
    return found


def source_unrecorded(brief: Brief, library: Library) -> Iterator[Problem]:
    """A reference that the brief cites, of which nothing says what sort of document it is, and how much was read."""
    for key in brief.cited:
        reference = library.references.get(key)
        if reference is not None and key not in library.sources:
            way = f"write `evidence/sources/{key}.yaml`, as docs/editing-evidence.md shows"
            yield Problem(reference.where, "source-unrecorded", f"nothing says what sort of document `{key}` is", way)


def _says_something(text: str) -> bool:
    """Whether a text is a sentence in full, and not a label (`Sources`), the opening of a list (`The trials found:`), a
    question or one with a gap in it.
    """
    return (
        len(text.split()) > 3
        and not text.startswith("We do not know ")
        and not text.rstrip("”\"’' ").endswith((":", "?"))
        and not _GAP.search(text)
    )
