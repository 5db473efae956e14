"""In which style a brief cites: one of our two, or any of the Citation Style Language."""

from collections.abc import Mapping

from briefkit.brief import Brief
from briefkit.csl.bibliography import StyledBibliography
from briefkit.csl.groups import groups_of
from briefkit.csl.styles import FOLDER, PREFIX, StyleFault, StyleFile, find_style
from briefkit.csl.vetting import vetted
from briefkit.library import Library
from briefkit.pandoc import PandocError
from briefkit.problems import Problem, Where
from briefkit.references.bibliography import Bibliography, Style


def bibliography_of(brief: Brief, library: Library, texts: Mapping[str, str]) -> tuple[Bibliography, list[Problem]]:
    """The bibliography of a brief, and what is wrong with its style: it is then printed in numbers. `texts` are the files
    below `templates/`, where a project keeps styles of its own.
    """
    wanted: str = brief.front.citation_style
    if not wanted.startswith(PREFIX):
        style: Style = "author-date" if wanted == "author-date" else "numeric"
        return Bibliography(library.references, library.sources, style, brief.cited), []
    made = _styled(brief, library, wanted, texts)
    if isinstance(made, Problem):
        return Bibliography(library.references, library.sources, "numeric", brief.cited), [made]
    return made, []


def _styled(brief: Brief, library: Library, wanted: str, texts: Mapping[str, str]) -> StyledBibliography | Problem:
    where = brief.places.get("citation_style", Where(brief.file, 1))
    file = find_style(wanted, texts)
    if isinstance(file, StyleFault):
        return Problem(where, file.rule, file.message, file.help)
    style = vetted(file)
    if isinstance(style, tuple):
        fault, line = style
        own = file.name.startswith(FOLDER) and fault.rule == "style-broken"
        return Problem(Where(file.name, line) if own else where, fault.rule, fault.message, fault.help)
    try:
        return StyledBibliography(library.references, library.sources, style, groups_of(brief), brief.front.lang)
    except PandocError as fault:
        return _refused(file, where, str(fault))


def _refused(file: StyleFile, where: Where, said: str) -> Problem:
    """What pandoc says of a style that looks well and is not."""
    own = file.name.startswith(FOLDER)
    message = f"pandoc cannot print in the style `{file.name}`: {said[:200]}"
    way = "try the style at editor.citationstyles.org, or choose another"
    return Problem(Where(file.name, 0) if own else where, "style-broken", message, way)
