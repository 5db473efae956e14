"""What a brief may be called."""

import re
from collections.abc import Iterator

from briefkit.brief import Brief
from briefkit.library import Library
from briefkit.problems import Problem, Where

SLUG = re.compile(r"[a-z0-9][a-z0-9_-]*")
"""What can name a folder and an address on every machine."""


def brief_name(brief: Brief, _library: Library) -> Iterator[Problem]:
    """A brief whose file's name cannot be the name of its folder, so that it is not built."""
    if not SLUG.fullmatch(brief.slug):
        plain = re.sub(r"[^a-z0-9_]+", "-", brief.slug.casefold()).strip("-_")
        way = f"rename the file to `{plain or 'my-brief'}.md`: small letters without accents, digits, `-` and `_`"
        message = f"`{brief.slug}` cannot be the name of a brief, so this one is not built"
        yield Problem(Where(brief.file, 0), "brief-name", message, way)
