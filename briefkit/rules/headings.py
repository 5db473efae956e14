"""Headings that readers, contents and screen readers can follow."""

from collections.abc import Iterator

from briefkit.brief import Brief
from briefkit.library import Library
from briefkit.problems import Problem

DEEPEST = 4
"""Four sizes of heading are as many as a reader can tell apart."""


def heading_is_title(brief: Brief, _library: Library) -> Iterator[Problem]:
    """A heading of the first level: that one is the title, which stands in the front matter."""
    for heading in brief.headings:
        if heading.level == 1:
            yield Problem(
                heading.where, "heading-is-title", f"`{heading.text}` is a second title", "begin it with `##`"
            )


def heading_skips(brief: Brief, _library: Library) -> Iterator[Problem]:
    """A heading more than one level below the one before it, or too deep."""
    level = 1
    for heading in brief.headings:
        if heading.level > level + 1:
            message = f"`{heading.text}` skips a level"
            yield Problem(heading.where, "heading-skips", message, f"begin it with `{'#' * (level + 1)}`")
        elif heading.level > DEEPEST:
            way = f"use at most `{'#' * DEEPEST}`, or make it a paragraph that begins in bold"
            yield Problem(heading.where, "heading-skips", f"`{heading.text}` is deeper than a reader can follow", way)
        level = max(2, heading.level)


def heading_empty(brief: Brief, _library: Library) -> Iterator[Problem]:
    """A heading without words."""
    for heading in brief.headings:
        if not heading.text:
            yield Problem(heading.where, "heading-empty", "this heading has no words", "write what the section says")
