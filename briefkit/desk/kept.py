"""When a page of before stays: somebody is in the middle of a change, and what they broke would leave holes in the new one.

A page stays as long as something that it rests on cannot be read. What was taken out on purpose, or misspelt in the brief
itself, is shown as a build would show it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from briefkit.library import Library
from briefkit.pipeline.brief_reads import BriefReads
from briefkit.pipeline.reads import EVERYWHERE
from briefkit.problems import Problem
from briefkit.rulebook import UNREAD

LOOKS = frozenset({"template-fault", "template-missing"})
"""Rules that say that a page could not be painted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastGood:
    """A page that was whole, with what it rests on."""

    title: str
    files: Mapping[str, bytes]
    """What was made, by path in the brief's folder."""
    reads: BriefReads
    torn: frozenset[str]
    """Files with names or looks in them that were at fault then already."""


def torn_shared(problems: Collection[Problem]) -> frozenset[str]:
    """Files that every page rests on, vocabularies and templates, of which a part cannot be read."""
    return frozenset(
        p.where.file
        for p in problems
        if (p.rule in UNREAD and p.where.file in EVERYWHERE)
        or (p.rule in LOOKS and p.where.file.startswith("templates/"))
    )


def torn(good: LastGood, library: Library, problems: Collection[Problem]) -> tuple[str, ...]:
    """Files that the page rests on and that cannot be read now, sorted; none when a new page can be whole.

    Only causes are named: bibliography and vocabularies before the records that need them, records before what was
    worked out from them.
    """
    reads = good.reads
    records = {file for name, file in reads.records.items() if library.record(name) is None and library.is_broken(name)}
    figures = {
        figure.where.file
        for figure in reads.figures
        if library.figure(figure.address) is None and library.is_broken(figure.address)
    }
    unread = {problem.where.file for problem in problems if problem.rule in UNREAD}
    cited = {file for key, file in reads.references.items() if key not in library.references and file in unread}
    shared = (torn_shared(problems) & set(reads.files)) - good.torn
    return tuple(sorted((cited | shared) or records or figures))
